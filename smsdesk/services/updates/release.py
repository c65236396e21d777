"""The newest release, as the file `latest.json` tells of it, and how versions compare."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import urlsplit

from smsdesk.domain.frozen import frozen

_VERSION: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
_NUMBERS: Final = re.compile(r"([0-9]+(?:\.[0-9]+)*)(.*)", re.DOTALL)
_NOT_YET: Final = re.compile(r"[.-]?(a|b|rc|dev)", re.IGNORECASE)
_LONGEST_PAGE: Final = 500


@frozen
class Release:
    """A released version.

    Attributes:
        version: numbers with points between them.
        page: where people get it; a web address that a browser may be given.
    """

    version: str
    page: str


def read_release(text: str) -> Release | None:
    """Read `{"version": "1.2.3", "page": "https://…"}`, and what else it may hold; None where it says no such thing.

    The page is opened in a browser: it is taken only as https, or on this computer itself.
    """
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    version, page = told.get("version"), told.get("page")
    if not (isinstance(version, str) and isinstance(page, str)):
        return None
    fits = _VERSION.fullmatch(version) and len(page) <= _LONGEST_PAGE and is_safe(page)
    return Release(version, page) if fits else None


def is_newer(version: str, own: str) -> bool:
    """Whether the released version comes after our own, which may be one that is not released yet ("1.3.0rc1")."""
    theirs, ours = _numbers(version), _numbers(own)
    longest = max(len(theirs), len(ours))
    theirs, ours = (numbers + (0,) * (longest - len(numbers)) for numbers in (theirs, ours))
    found = _NUMBERS.fullmatch(own)
    unreleased = found is not None and _NOT_YET.match(found[2]) is not None
    return theirs > ours or (theirs == ours and unreleased)


def is_safe(address: str) -> bool:
    """Whether this is a plain web address over TLS; without TLS it may only be this computer's own."""
    if not address.isascii() or any(sign.isspace() or not sign.isprintable() for sign in address):
        return False
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "@" in parts.netloc or "\\" in address:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in ("127.0.0.1", "::1", "localhost"))


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBERS.fullmatch(version)
    return tuple(map(int, found[1].split("."))) if found else ()
