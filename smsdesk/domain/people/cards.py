"""vCards 2.1, 3.0 and 4.0 taken apart: RFC 2426, RFC 6350 and the versit specification of 1996.

They are cut and unfolded as bytes, for a folded line may break in the middle of a character, and each card is read by
itself, so that a broken one does not take the others with it.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smsdesk.domain.people.entries import Column, Entry, People, with_repeats
from smsdesk.domain.people.header_words import Role
from smsdesk.domain.people.written import DOUBT
from smsdesk.domain.phone_numbers import ReadNumber, read_number
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(rb"^[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_SOFT_BREAK = re.compile(rb"=\r?\n[ \t]?")
_PROPERTY = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:\"[^\"]*\"|[^\";:])*(?:\"[^\"]*\"[^\";:]*)*)*):(?P<value>.*)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MOBILE = re.compile(r"CELL|MOBILE|IPHONE|TEXT", re.IGNORECASE)
_NO_NUMBER_TYPE = re.compile(r"FAX|PAGER|MODEM|BBS|ISDN", re.IGNORECASE)
_ENCODINGS = ("utf-8", "cp1256")
_KEPT = {"ORG": "ORG", "TITLE": "TITLE", "EMAIL": "EMAIL", "NOTE": "NOTE", "CATEGORIES": "CATEGORIES"}
_LONGEST = 1_000_000  # bytes of a card without its pictures

_BROKEN = QT_TRANSLATE_NOOP("cards", "This card is broken: it could not be read to its end")
_NO_TEL = QT_TRANSLATE_NOOP("cards", "No phone number in this card")
_FAX = QT_TRANSLATE_NOOP("cards", "A fax or pager takes no messages")


@dataclass(slots=True)
class Card:
    """One card.

    Attributes:
        place: from 1.
        name: as the card shows it; "" without one.
        numbers: (number, its types) in the order of the card.
        extras: (property, text) of what may be useful in a message.
        broken: whether its end is missing or a line can't be read.
    """

    place: int
    name: str = ""
    numbers: list[tuple[str, str]] = field(default_factory=list)
    extras: list[tuple[str, str]] = field(default_factory=list)
    broken: bool = False


def holds_cards(text: bytes | str) -> bool:
    """Whether a text holds vCards."""
    data = text if isinstance(text, bytes) else text[:65536].encode("utf-8", "replace")
    return _BEGIN.search(data) is not None


def cards_in(data: bytes) -> Iterator[Card]:
    """Give the cards of a file, broken ones too."""
    begins = list(_BEGIN.finditer(data))
    for place, begin in enumerate(begins, 1):
        behind = begins[place].start() if place < len(begins) else len(data)
        end = _END.search(data, begin.end(), behind)
        yield _card(place, data[begin.end() : end.start() if end else behind], whole=end is not None)


def read_cards(cards: Iterable[Card], country: str) -> People:
    """Read the people of cards: all numbers of each, mobiles first."""
    entries = [entry for card in cards for entry in _entries(card, country)]
    columns = (Column(1, "FN", Role.NAME), Column(2, "TEL", Role.NUMBER))
    return People(with_repeats(entries), columns)


def _entries(card: Card, country: str) -> Iterator[Entry]:
    extras = tuple(card.extras)
    if not card.numbers:
        yield Entry(card.place, card.name, "", ReadNumber(None, _BROKEN if card.broken else _NO_TEL), extras)
    for typed, types in sorted(card.numbers, key=lambda number: not _MOBILE.search(number[1])):
        read = read_number(typed, country)
        if (card.broken or _NO_NUMBER_TYPE.search(types)) and not _MOBILE.search(types if not card.broken else ""):
            problem = _BROKEN if card.broken else _FAX
            read = ReadNumber(None, problem, suggestion=read.number or read.suggestion)
            typed = f"{typed} {DOUBT}"
        yield Entry(card.place, card.name, typed, read, extras)


def _card(place: int, data: bytes, *, whole: bool) -> Card:
    card = Card(place, broken=not whole)
    parts = ""
    for line in _lines(data):
        found = _PROPERTY.fullmatch(_decoded(line, ""))
        if not found:
            card.broken = card.broken or bool(line.strip())
            continue
        name, parameters = found["name"].upper(), found["parameters"].upper()
        if name not in ("FN", "N", "TEL", *_KEPT):
            continue
        value = _value(line, parameters)
        if name == "FN":
            card.name = card.name or " ".join(_unescaped(value).split())
        elif name == "N":
            parts = _from_parts(value)
        elif name == "TEL" and value.strip():
            card.numbers.append((_unescaped(value).strip(), parameters))
        elif name in _KEPT and value.strip():
            card.extras.append((_KEPT[name], _unescaped(value).strip()))
    card.name = card.name or parts
    return card


def _lines(data: bytes) -> Iterator[bytes]:
    """Give the logical lines; a quoted-printable one goes on behind an = at its end."""
    kept = b"" if len(data) > _LONGEST and b"BASE64" not in data.upper() and b"ENCODING=B" not in data.upper() else data
    pending = b""
    for line in _FOLD.sub(b"", kept).splitlines():
        pending += line
        head = pending.split(b":", 1)[0].upper()
        if b"QUOTED-PRINTABLE" in head and pending.endswith(b"="):
            pending += b"\n"
            continue
        if pending.strip():
            yield pending
        pending = b""
    if pending.strip():
        yield pending


def _value(line: bytes, parameters: str) -> str:
    """Give the text of a property, decoded by its parameters."""
    head = _PROPERTY.fullmatch(_decoded(line, ""))
    start = len(_decoded(line, "")) - len(head["value"]) if head else 0
    raw = line[_byte_place(line, start) :]
    if "QUOTED-PRINTABLE" in parameters:
        raw = quopri.decodestring(_SOFT_BREAK.sub(b"", raw))
    elif re.search(r"ENCODING=(?:BASE64|B)\b|;BASE64", parameters):
        try:
            raw = base64.b64decode(raw)
        except (binascii.Error, ValueError):
            return ""
    charset = re.search(r"CHARSET=\"?([\w.:-]+)", parameters)
    return _decoded(raw, charset[1] if charset else "")


def _byte_place(line: bytes, start: int) -> int:
    """Give where the value begins in the bytes: what stands before it is ASCII but for broken cards."""
    return start if line[:start].isascii() else line.find(b":") + 1


def _decoded(raw: bytes, charset: str) -> str:
    for encoding in (charset, *_ENCODINGS) if charset else _ENCODINGS:
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def _from_parts(value: str) -> str:
    """Give "Said;Amal;;Dr.;" as "Dr. Amal Said"."""
    parts = [_unescaped(part).strip() for part in re.split(r"(?<!\\);", value)] + [""] * 5
    return " ".join(part for part in (parts[3], parts[1], parts[2], parts[0], parts[4]) if part)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value)
