"""Delivery reports, sent to the client as the gateways that offer them do.

SMS Office calls back with GET ("SMS Office HTTP API Specification", section 3), IntelliSoftware with POST (the vendor's
page "Message Status Reports").
"""

from __future__ import annotations

import queue
import threading
import time
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from smsdesk.sandbox.fates import Fate, fate_of
from smsdesk.sandbox.gateway import FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smsdesk.sandbox.ledger import Accepted

FINAL_STATUS: Final[Mapping[str, Mapping[Fate, int]]] = {
    "smsoffice": {Fate.DELIVERED: 200, Fate.UNDELIVERED: 300, Fate.EXPIRED: 300},
    "intellisms": {Fate.DELIVERED: 4, Fate.UNDELIVERED: 6, Fate.EXPIRED: 8},
}
"""The gateways that send reports, and how they write each message's end."""

# SMS Office waits 60 minutes, 3 hours and 12 hours, IntelliSoftware 5 minutes each time: as often, but not so long.
RETRY_PAUSES_S: Final = (0.02, 0.06, 0.24)
TIMEOUT_S: Final = 2.0

_WORDS: Final = {
    100: "Submitted to gateway",
    200: "Delivered to Mobile",
    300: "Delivery Failed",
    400: "Route not available",
}
_OK: Final = 200
_FIRST_ERROR: Final = 400


def send_report(url: str, gateway: str, message: Accepted, status: int) -> bool:
    """Report a message's status, again after each of `RETRY_PAUSES_S` while the client cannot take it.

    Args:
        url: where to, http alone; a query of its own is kept.
        gateway: whose way of reporting, `smsoffice` or `intellisms`.
        message: the message.
        status: the status as the gateway writes it, known to the documents or not.

    Returns:
        Whether the client took it.

    Raises:
        ValueError: the gateway sends no reports, or the address is not http.
    """
    _check(gateway, url)
    return _persist(url, gateway, message, status, time.sleep)


class Reporter:
    """Reports what it is told of, each message once, in order, from a thread of its own.

    Args:
        gateway: whose messages, `smsoffice` or `intellisms`; all others are passed over.
        url: where to.
        delay_s: how long after it was accepted a message is reported.

    Raises:
        ValueError: the gateway sends no reports, or the address is not http.
    """

    def __init__(self, gateway: str, url: str, delay_s: float) -> None:
        _check(gateway, url)
        self._gateway = gateway
        self._url = url
        self._delay_s = delay_s
        self._waiting: queue.SimpleQueue[tuple[float, Accepted] | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sandbox reports", daemon=True)
        self._thread.start()

    def tell(self, copies: Sequence[Accepted]) -> None:
        """Have these been reported in time."""
        due = time.monotonic() + self._delay_s
        for copy in copies:
            if copy.gateway == self._gateway:
                self._waiting.put((due, copy))

    def stop(self) -> None:
        """Report no more; one that is under way is ended first."""
        self._stopped.set()
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            due, copy = waiting
            if self._stopped.wait(max(0.0, due - time.monotonic())):
                return
            status = FINAL_STATUS[self._gateway][fate_of(copy.number)]
            _persist(self._url, self._gateway, copy, status, self._stopped.wait)


def _persist(url: str, gateway: str, message: Accepted, status: int, pause: Callable[[float], object]) -> bool:
    """As `send_report`; a pause that answers with anything true is the last."""
    took = _took(gateway, _send(url, gateway, message, status))
    for pause_s in RETRY_PAUSES_S:
        if took or pause(pause_s):
            break
        took = _took(gateway, _send(url, gateway, message, status))
    return took


def _check(gateway: str, url: str) -> None:
    if gateway not in FINAL_STATUS:
        raise ValueError(f"{gateway} sends no reports")
    if urlsplit(url).scheme != "http" or not urlsplit(url).hostname:
        raise ValueError("reports go to an http address")


def _send(url: str, gateway: str, message: Accepted, status: int) -> int:
    """Make the request once; gives the HTTP status of the answer, 0 where there was none."""
    where = urlsplit(url)
    target = (where.path or "/") + (f"?{where.query}" if where.query else "")
    connection = HTTPConnection(str(where.hostname), where.port, timeout=TIMEOUT_S)
    try:
        if gateway == "smsoffice":
            query = urlencode(_callback(message, status), quote_via=quote)
            connection.request("GET", f"{target}{'&' if where.query else '?'}{query}")
        else:
            body = urlencode({"msgid": message.message_id, "status": status, "toaddr": message.number})
            connection.request("POST", target, body, {"Content-Type": FORM})
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


def _callback(message: Accepted, status: int) -> dict[str, str]:
    return {
        "messageid": message.message_id,
        "to": message.number,
        "from": message.sender,
        "StatusID": str(status),
        "statusMessage": _WORDS.get(status, ""),
    }


def _took(gateway: str, answered: int) -> bool:
    # IntelliSoftware takes anything but 200 for an error, SMS Office any answer but an HTTP error for a success.
    return answered == _OK if gateway == "intellisms" else _OK <= answered < _FIRST_ERROR
