"""Fields as they go over the wire, and numbers and words as a gateway writes them back."""

from __future__ import annotations

import re
from base64 import b64encode
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

from smsdesk.providers.base import HttpRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_WORDS: Final = 200
_PUNCTUATION: Final = re.compile(r"[\s().-]+", re.ASCII)
_INTERNATIONAL: Final = re.compile(r"(?:\+|00)?([1-9]\d{7,14})", re.ASCII)

AMOUNT: Final = r"-?[0-9]{1,15}(?:[.,][0-9]{1,20}){0,6}"
"""What may be an amount, however its decimals and thousands are set apart; `amount_of` tells which it is."""

_PLAIN: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?", re.ASCII)
# A comma with three digits behind it may be either, but no group of thousands follows a lone 0.
_COMMA: Final = re.compile(r"-?(?:\d{1,15},(?:\d{1,2}|\d{4,20})|0,\d{3})", re.ASCII)
_GROUPED: Final = re.compile(
    r"-?[1-9]\d{0,2}(?:(?:,\d{3}){1,4}\.\d{1,20}|(?:\.\d{3}){1,4},\d{1,20}|(?:,\d{3}){2,4}|(?:\.\d{3}){2,4})", re.ASCII
)


def encoded(fields: Mapping[str, str | bytes]) -> str:
    """Percent-encode fields for a query or a form: text as UTF-8, bytes as they are."""
    # %20 rather than + for a space: it means a space everywhere. "replace" is for half a surrogate pair, which a
    # clipboard can hold and UTF-8 can't.
    return urlencode(fields, quote_via=quote, safe="", encoding="utf-8", errors="replace")


def form(url: str, fields: Mapping[str, str | bytes]) -> HttpRequest:
    """Build a POST of an HTML form, so that no field stands in an address that somebody may log."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return HttpRequest("POST", url, headers, encoded(fields).encode("ascii"))


def international(written: str) -> str:
    """Read a number that a gateway wrote back: E.164 with the plus, "" for what is no international number."""
    found = _INTERNATIONAL.fullmatch(_PUNCTUATION.sub("", written))
    return f"+{found[1]}" if found else ""


def amount_of(written: str) -> Decimal | None:
    """Read an amount as a gateway writes it; None for what is none, or could be two (1,234)."""
    if _PLAIN.fullmatch(written):
        return Decimal(written)
    if _COMMA.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if not _GROUPED.fullmatch(written):
        return None
    marks = [char for char in written if char in ".,"]
    if marks[0] != marks[-1]:
        whole, _, decimals = written.rpartition(marks[-1])
        return Decimal(f"{whole.replace(marks[0], '')}.{decimals}")
    return Decimal(written.replace(marks[0], ""))


def basic(user_name: str, password: str) -> str:
    """User name and password as "Basic" login wants them: in base64, which hides nothing."""
    return b64encode(f"{user_name}:{password}".encode("utf-8", "replace")).decode("ascii")


def is_plain(sender: str) -> bool:
    """Whether a sender holds nothing but what every network carries: printable ASCII."""
    return sender.isascii() and sender.isprintable()


def one_line(words: str) -> str:
    """Give a stranger's words as one line of printable text, at most 200 characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words[: 20 * _MOST_WORDS]).split())[:_MOST_WORDS]
