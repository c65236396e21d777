"""Asking for the newest release: one GET of a file, at most once a day, with nothing in it that tells who asks."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import datetime, timedelta
from typing import Final

from smsdesk.providers.base import HttpRequest
from smsdesk.providers.transport.failures import WireFailure
from smsdesk.providers.transport.http_session import HttpSession
from smsdesk.services.updates.release import Release, is_safe, read_release

ONCE_IN: Final = timedelta(days=1)

_MOST_BYTES: Final = 16 * 1024
_CONNECT_S: Final = 10.0
_TOTAL_S: Final = 20.0
_HEADERS: Final = {"User-Agent": "smsdesk", "Accept": "application/json"}
"""Not even our own version: the answer is the same for all."""

_log = logging.getLogger(__name__)


def is_due(asked_at: str, now: datetime) -> bool:
    """Whether a day has gone by since it was last asked; a time to come means that the clock was put back.

    Args:
        asked_at: ISO 8601, "" for never.
        now: aware.
    """
    try:
        return abs(now - datetime.fromisoformat(asked_at)) >= ONCE_IN
    except (ValueError, TypeError, OverflowError):
        return True


def ask(address: str, total_s: float = _TOTAL_S) -> Release | None:
    """Ask once, and give what the file tells; None where there is no such file, or it tells nothing that can be used.

    Nobody is told of that but the log: a notice about notices helps nobody. Blocks for as long as `total_s`.

    Args:
        address: of the file; https, or on this computer itself. Redirects are not followed.
        total_s: seconds for all of it.
    """
    if not is_safe(address):
        _log.warning("the address to ask for a newer version is none that may be asked")
        return None
    with closing(HttpSession(min(_CONNECT_S, total_s), total_s, _MOST_BYTES)) as session:
        try:
            reply = session.exchange(HttpRequest("GET", address, _HEADERS), ())
        except WireFailure as failure:
            _log.info("no word of a newer version: %s", failure.code)
            return None
    release = read_release(reply.text)
    if release is None:
        _log.info("no word of a newer version: the file tells nothing that can be used")
    return release
