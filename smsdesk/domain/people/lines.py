"""A line taken apart into people: a name, and a number as it was typed.

Nothing is lost: every digit and every word ends up in some row. What is no number to send to stays with the name; where
a line has a known number, no other digits of it become one. But what somebody meant as a number, and nobody can read,
is a row of its own to be looked at: within a neighbour's name it would be gone without a word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people import lookalikes as like
from smsdesk.domain.people.characters import INVISIBLE, PLUS, western
from smsdesk.domain.people.header_words import LABELS_NUMBER
from smsdesk.domain.people.number_tables import judge_abroad
from smsdesk.domain.people.pairing import Piece, paired
from smsdesk.domain.people.plain_lines import plain_line, plain_list
from smsdesk.domain.people.tokens import EDGES, LINK, Token, tokens_of
from smsdesk.domain.people.written import DOUBT, SHORTENED
from smsdesk.domain.phone_numbers import ReadNumber, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Kept = Callable[[ReadNumber], bool]

_NO_NUMBER = re.compile(
    rf"(?:{like.MAIL}|{like.DATE}|{like.TIME}|{like.INTERNET}|{like.PLACE_ON_MAP}|{like.AMOUNT}|{like.PLACE})"
    rf"|(?!{LINK})(?:{like.WEB})",
    re.IGNORECASE,
)
_PERHAPS_NONE = re.compile(like.PERHAPS, re.IGNORECASE)
_DECIMALS = re.compile(like.DECIMALS)
# In front of a line of a chat: when it was written. It is nobody's name.
_STAMP = re.compile(rf"\s*[\[(]?\s*(?:{like.DATE})[,،\s]*(?:{like.TIME})\s*[\])]?\s*[-–—]?\s*", re.IGNORECASE)
_NEGATIVE = re.compile(r"\s*[-\u2212]\d{5,}\s*")
_MASK = "\ue000"  # stands for a character that belongs to no number
_LABELS = re.compile(
    r"^(?:full )?(?:name|الاسم|اسم)\s*[:=]\s*"
    r"|[\s,;(]+(?:tel|telephone|phone|mobile|mob|gsm|cell|whatsapp|هاتف|جوال|نقال)\.?:?$",
    re.IGNORECASE,
)
_LONGEST_NAME = 120  # characters
_SHORTENED = re.compile(SHORTENED)
_BETWEEN = re.compile(r"(?:or|and|und|oder|ou|et|أو|او|و)", re.IGNORECASE)
_NAME_EDGE = re.compile(rf"[{INVISIBLE}\s:=<>{{}}\[\]\"'“”„«»*•·|/\\\-–—_~+,;،؛，；、¦]")


@frozen
class Found:
    """One person of a line.

    Args:
        name: "" when there was none.
        typed: the number as it was written; "" for a line without one.
        read: what it means.
    """

    name: str
    typed: str
    read: ReadNumber


def people_of(line: str, country: str) -> list[Found]:
    """Give the people of one line; cells are parted by commas, semicolons, tabs and bars. Never raises."""
    if one := plain_line(line, country):
        return [Found(name_of(one[0]), *one[1:])]
    if several := plain_list(line, country):
        return [Found(*each) for each in several]
    if stamp := _STAMP.match(western(line)):
        return _said(line[stamp.end() :], country)
    if _NEGATIVE.fullmatch(line):
        return [Found("", line.strip(), read_number(line, country))]
    flat = western(line)
    if _PERHAPS_NONE.search(flat):
        flat = _NO_NUMBER.sub(_masked, flat)
    amounts = _DECIMALS.sub(_masked, flat)
    found = _read(line, amounts, country)
    if amounts != flat and not any(each.read.mobile for each in found):
        found = _read(line, flat, country)
    if len(found) == 1 and not found[0].typed and not any(map(str.isalpha, found[0].name.replace(_MASK, ""))):
        text = line.strip(EDGES)
        return [Found("", text, read_number(text, country))]
    return found


def _said(line: str, country: str) -> list[Found]:
    """Read a chat's line: its sender, or whoever the sender tells of."""
    sender, _, text = line.partition(": ")
    found = people_of(sender, country)
    if not text or any(one.read.number for one in found):
        return found
    told = [one for one in people_of(text, country) if one.typed]
    if told:
        return [Found(name_of(sender), one.typed, one.read) for one in told]
    return [Found(name_of(line), "", ReadNumber(None))]


def _without_labels(name: str) -> str:
    """Give a name without "Name:" before it and "Phone" behind it."""
    return name_of(_LABELS.sub("", name)) or name if len(name) < _LONGEST_NAME else name


def _masked(found: re.Match[str]) -> str:
    return _MASK * len(found[0])


def _read(line: str, flat: str, country: str) -> list[Found]:
    reads: dict[str, ReadNumber] = {}
    pieces = paired([piece for cell in _cells(line, flat, country, reads) for piece in cell])
    none = ReadNumber(None)
    return [
        Found(
            _without_labels(piece.name) if typed else piece.name,
            typed,
            reads.get(typed) or read_number(typed, country) if typed else none,
        )
        for piece in pieces
        for typed in piece.numbers or ("",)
    ]


def _cells(line: str, flat: str, country: str, reads: dict[str, ReadNumber]) -> Iterator[list[Piece]]:
    tokens, edges = tokens_of(line, flat, country)
    bounds = [0, *edges, len(line)]
    for token in tokens:
        reads.update(token.numbers)
    kept = _kept(tokens)
    crowded = any(not token.small for token in tokens)
    columns = "\t" in line
    spared = kept is not None and (columns or _texts(line, 0, len(line), tokens))
    meant = _meant(line, edges, tokens, kept, country) if kept is not None and spared else set()
    at = taken = 0
    for start, end in pairwise(bounds):
        inside: list[Token] = []
        while at < len(tokens) and tokens[at].start < end:
            inside.append(tokens[at])
            at += 1
        start = max(start, taken)  # a number may reach over the edge, from its country code on
        taken = max(taken, inside[-1].end) if inside else taken
        if kept is not None:
            inside = [
                _doubted(token, kept) for token in inside if not spared or token.start in meant or _has(token, kept)
            ]
        beside = columns or len(inside) > 1
        if crowded and any(token.small for token in inside) and (beside or _texts(line, start, end, inside)):
            inside = [token for token in inside if not token.small]
        cell = list(_pieces(line, start, end, inside))
        yield paired(cell)


def _kept(tokens: list[Token]) -> _Kept | None:
    """Give which numbers of a line are sent to because others that nobody knows stand beside them; None for all."""
    reads = [read for token in tokens for _, read in token.numbers]
    if any(read.mobile and read.number for read in reads):
        return lambda read: read.certain
    return (lambda read: read.known) if any(read.known for read in reads) else None


def _doubted(token: Token, kept: _Kept) -> Token:
    """Beside a known number, digits that nobody knows are kept in a row of their own, and not sent to."""
    numbers = []
    for typed, read in token.numbers:
        if read.number and not kept(read):
            doubted = f"{typed} {DOUBT}"
            numbers.append((doubted, ReadNumber(None, read_number(doubted, "").problem, suggestion=read.number)))
        else:
            numbers.append((typed, read))
    return Token(token.start, token.end, tuple(numbers), token.small, token.label)


def _has(token: Token, kept: _Kept) -> bool:
    return any(kept(read) for _, read in token.numbers)


def _meant(line: str, edges: list[int], tokens: list[Token], kept: _Kept, country: str) -> set[int]:
    """Give where digits begin that somebody meant as a number, though it can't be read, beside numbers that can.

    They look like a mobile, or they stand as the numbers of other people of the line do: behind a name of their own, or
    in a cell with one. All else (an identity number in a column, "Room 12") is a note to the person beside it.
    """
    tokens = [token for token in tokens if not token.small]
    names = [_person(name) for name, _ in _between(line, 0, len(line), tokens)]
    bounds = [0, *edges, len(line)]
    numbered = {bisect(bounds, token.start) - 1 for token in tokens}
    found: set[int] = set()
    for token, (before, behind) in zip(tokens, pairwise(names), strict=True):
        if _has(token, kept):
            continue
        own_name = before and (behind or (names[0] and token is tokens[-1]))
        if any(_like_a_mobile(typed, read, country) for typed, read in token.numbers) or (
            (own_name or _shares_a_cell(line, bounds, numbered, token, names_first=bool(names[0])))
            and not _is_counted(before, token)
        ):
            found.add(token.start)
    return found


def _person(text: str) -> str:
    """Give a text that may be somebody's name, "" for any other."""
    return text if any(map(str.isalpha, text)) and not _BETWEEN.fullmatch(text) else ""


def _shares_a_cell(line: str, bounds: list[int], numbered: set[int], token: Token, *, names_first: bool) -> bool:
    """Whether digits stand in a cell with a name, as one entry of several; not "Amal, Staff 1234567, 90000012"."""
    cell = bisect(bounds, token.start) - 1
    if len(bounds) == 2 or not _person(name_of(line[bounds[cell] : token.start] + line[token.end : bounds[cell + 1]])):
        return False
    notes_to = line[bounds[cell - 1] : bounds[cell]] if cell and cell - 1 not in numbered and names_first else ""
    return not _person(name_of(notes_to))


def _is_counted(before: str, token: Token) -> bool:
    """Whether a word before digits says what they count: "Flat 12045", but not "Room 14 9000 001"."""
    words = before.split()
    grouped = any(" " in typed for typed, _ in token.numbers)
    return bool(words) and words[-1].casefold() in LABELS_NUMBER and not grouped


def _like_a_mobile(typed: str, read: ReadNumber, country: str) -> bool:
    """Whether digits are a mobile but for one digit, or hold one, or are what a spreadsheet left of a number."""
    if _SHORTENED.fullmatch(western(typed)):
        return True
    if read.suggestion:
        return judge_abroad(read.suggestion.removeprefix("+")).mobile
    digits = "".join(filter(str.isdecimal, western(typed)))
    return typed.lstrip().startswith(tuple(PLUS)) or any(
        read_number(near, country).mobile for near in (digits + "0", digits[:-1])
    )


def _texts(line: str, start: int, end: int, tokens: list[Token]) -> bool:
    return any(name and not _BETWEEN.fullmatch(name) for name, _ in _between(line, start, end, tokens))


def _between(line: str, start: int, end: int, tokens: list[Token]) -> Iterator[tuple[str, Token | None]]:
    """Give the names before, between and after the numbers, each with the number that follows it."""
    for token in tokens:
        yield name_of(line[start : token.start]), token
        start = max(start, token.end)
    yield name_of(line[start:end]) if start < end else "", None


def _pieces(line: str, start: int, end: int, tokens: list[Token]) -> Iterator[Piece]:
    before = False
    for name, token in _between(line, start, end, tokens):
        if not (before and token and _BETWEEN.fullmatch(name)):
            label = f"{name} {token.label}".strip() if token and token.label else name
            if label:
                yield Piece(label)
        if token:
            yield Piece("", tuple(typed for typed, _ in token.numbers))
        before = token is not None


def name_of(text: str) -> str:
    """Give a name without the punctuation around it, "" when nothing else is there."""
    text = text.strip()
    if text[:1].isalpha() and text[-1:].isalpha():
        return text
    start, end = 0, len(text)
    while start < end and _NAME_EDGE.match(text[start]):
        start += 1
    while start < end and _NAME_EDGE.match(text[end - 1]):
        end -= 1
    name = text[start:end]
    return name if any(unicodedata.category(char)[0] not in "PZC" for char in name) else ""
