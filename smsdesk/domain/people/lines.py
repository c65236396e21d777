"""A line taken apart into people: a name, and a number as it was typed.

Nothing is lost: every digit and every word ends up in some row. What is no number to send to stays with the name; where
a line has a known number, no other digits of it become one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from smsdesk.domain.people import lookalikes as like
from smsdesk.domain.people.characters import CLOSING, FILLING, INVISIBLE, OPENING, PLUS, SPACES, western
from smsdesk.domain.people.header_words import LABELS_NUMBER, NO_NUMBER_BEHIND, PHONE_WORDS
from smsdesk.domain.people.pairing import Piece, paired
from smsdesk.domain.people.plain_lines import plain_line, plain_list
from smsdesk.domain.people.runs import LEAD, TRAIL, parted
from smsdesk.domain.people.written import DOUBT, SHORTENED
from smsdesk.domain.phone_numbers import ReadNumber, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LETTER = r"[^\W\d_]"
# Up to two letters right between digits are a slip within a number ("9000O012"), not a name.
_RUN = rf"{LEAD}\d(?:[{FILLING}{PLUS}]*\d|{_LETTER}{{1,2}}\d)*{TRAIL}"
_URI = r"(?:tel|sms|smsto|callto):\s*(?://)?[+\d(][\d\s().\-]*(?:;[\w-]+=[^\s;,]*)*(?:,+\d+#?)*"
_LINK = r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?\d{6,15}\S*"
_EXTENSION = r"(?:\s*[,;]?\s*(?:ext(?:ension)?|تحويلة)\b[.:]?\s*\d{1,6}(?!\d))"
_TOKEN = re.compile(
    rf"(?P<whole>{_LINK}|{_URI}|{SHORTENED}|=\s*\"\+?\d[\d\s\-]*\"|[{PLUS}]?\d{{7,}}[.,٫]0{{1,3}}(?![{FILLING}]*\d)"
    rf"|(?<![\d,.'])\d{{1,3}}(?:[,'’٬]\d{{3}}){{2,}}(?![.,']?\d))"
    rf"|(?P<code>{like.CODE})|(?P<number>{_RUN}){_EXTENSION}?|(?P<edge>[,;|\t،؛，；、¦]+)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    rf"(?:{like.MAIL}|{like.DATE}|{like.TIME}|{like.INTERNET}|{like.PLACE_ON_MAP}|{like.AMOUNT}|{like.PLACE})|(?!{_LINK})(?:{like.WEB})",
    re.IGNORECASE,
)
_PERHAPS_NONE = re.compile(like.PERHAPS, re.IGNORECASE)
_DECIMALS = re.compile(like.DECIMALS)
# In front of a line of a chat: when it was written. It is nobody's name.
_STAMP = re.compile(rf"\s*[\[(]?\s*(?:{like.DATE})[,،\s]*(?:{like.TIME})\s*[\])]?\s*[-–—]?\s*", re.IGNORECASE)
_NEGATIVE = re.compile(r"\s*[-\u2212]\d{5,}\s*")
_MASK = "\ue000"  # stands for a character that belongs to no number
# "1. 90000012", "(1) 90000012", "1)90000012".
_LISTED = re.compile(rf"[{OPENING}]?(\d{{1,4}})(?:[{CLOSING}][.:]?[{SPACES}]*|[.:/\-][{SPACES}{INVISIBLE}]+)(?=\S)")
_PLACED = re.compile(rf"(\d{{1,4}})[{SPACES}{INVISIBLE}]+(?=\S)")
_CODE_ALONE = re.compile(rf"[^\d{PLUS}]*[(\[]?\s*(?:[{PLUS}]|00)\s*(?P<code>\d{{1,3}})\s*[)\]]?\s*")
_LABELS = re.compile(
    r"^(?:full )?(?:name|الاسم|اسم)\s*[:=]\s*"
    r"|[\s,;(]+(?:tel|telephone|phone|mobile|mob|gsm|cell|whatsapp|هاتف|جوال|نقال)\.?:?$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s.:#№/\-]*$")
_BETWEEN = re.compile(r"(?:or|and|und|oder|ou|et|o|e|أو|او|و)", re.IGNORECASE)
_GLUED = re.compile(rf"({_LETTER}+)([\-_/#.]{{0,2}})(\d[\d\-_/#.]*)")
_NAME_EDGE = re.compile(rf"[{INVISIBLE}\s:=<>{{}}\[\]\"'“”„«»*•·|/\\\-–—_~+,;،؛，；、¦]")
# Fewer digits than in any subscriber number: a flat, an age or a place in a list, if a number stands beside it.
_SMALL = 5
_LABEL_REACH = 32  # characters
_COUNTS = frozenset({"no", "nr", "number", "num", "رقم"})
_LONGEST_CODE = 3
_LONGEST_CODE_CELL = 40
_EDGES = " ,;|\t،؛，；、¦"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Token:
    """Something in a line that may be a number: where it stands, and the numbers in it with what they mean."""

    start: int
    end: int
    numbers: tuple[tuple[str, ReadNumber], ...]
    small: bool = False
    label: str = ""


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
        text = line.strip(_EDGES)
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
    return name_of(_LABELS.sub("", name)) or name if len(name) < _LABEL_REACH * 4 else name


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
    matches = list(_TOKEN.finditer(flat))
    edges = [match for match in matches if match.lastgroup == "edge"]
    bounds = [0, *(edge.start() for edge in edges), len(line)]
    tokens = [token for match in matches if (token := _token(match, line, flat, country))]
    tokens = _with_codes(flat, tokens, [edge.start() for edge in edges], country)
    for token in tokens:
        reads.update(token.numbers)
    kept = _kept(tokens)
    crowded = any(not token.small for token in tokens)
    columns = "\t" in line
    worded = kept is not None and _has_words(line, tokens)
    at = taken = 0
    for start, end in pairwise(bounds):
        inside: list[_Token] = []
        while at < len(tokens) and tokens[at].start < end:
            inside.append(tokens[at])
            at += 1
        start = max(start, taken)  # a number may reach over the edge, from its country code on
        taken = max(taken, inside[-1].end) if inside else taken
        if kept is not None:
            spared = columns or worded
            inside = [
                _doubted(token, kept) for token in inside if not spared or any(kept(read) for _, read in token.numbers)
            ]
        beside = columns or len(inside) > 1
        if crowded and any(token.small for token in inside) and (beside or _texts(line, start, end, inside)):
            inside = [token for token in inside if not token.small]
        cell = list(_pieces(line, start, end, inside))
        yield paired(cell)


def _token(match: re.Match[str], line: str, flat: str, country: str) -> _Token | None:
    """Make a token of what may be a number; None for edges and for what merely looks like one."""
    kind, start, end = match.lastgroup, match.start(), match.end()
    text = line[start:end]
    before = _word_before(flat[max(0, start - _LABEL_REACH) : start])
    if kind == "whole":
        return _Token(start, end, ((text, read_number(text, country)),))
    if kind == "code":
        return _glued(text, start, end, country)
    if kind != "number":
        return None
    if match.end("number") == end:
        text = text.rstrip(" ")
    if match.end("number") < end:
        return _Token(start, end, ((text, read_number(text, country)),))
    if _says_none(before) and flat[start] not in PLUS:
        return None
    label = _label_of(text, flat, start, before[1], country)
    run = text[len(label) :] if label else text
    if end < len(flat) and flat[end].isalpha() and sum(map(str.isdigit, flat[start:end])) >= _SMALL:
        return _Token(start, end, ((f"{text} {DOUBT}", read_number(f"{text} {DOUBT}", country)),))
    numbers = tuple((part, read_number(part, country)) for part in parted(run, country))
    small = len(numbers) == 1 and sum(map(str.isdecimal, run)) < _SMALL
    return _Token(start, end, numbers, small, label.strip())


def _glued(text: str, start: int, end: int, country: str) -> _Token | None:
    """Read "GSM92123456", and hold "Amal92123456" for doubtful; "INV-2024" and "4B" are no numbers."""
    glued = _GLUED.fullmatch(western(text))
    if not glued:
        return None
    digits = text[glued.start(3) :]
    read = read_number(digits, country)
    if read.number is None or not read.mobile:
        return None
    start += glued.start(3)
    if glued[1].casefold() in PHONE_WORDS and len(glued[1] + glued[2]) > 1:
        return _Token(start, end, ((digits, read),))
    if len(glued[1]) > 2 and glued[1].casefold() not in NO_NUMBER_BEHIND:
        doubted = f"{digits} {DOUBT}"
        return _Token(start, end, ((doubted, read_number(doubted, country)),))
    return None


def _label_of(text: str, flat: str, start: int, before: str, country: str) -> str:
    """Give the front of a run that only counts or places somebody: "1. ", or the 12 of "Flat 12 90000012"."""
    listed = _LISTED.match(text)
    if listed and not flat[:start].strip(" \t") and _sendable(text[listed.end() :], country):
        return listed[0]
    placed = _PLACED.match(text)
    if placed and text[placed.end()] in PLUS:
        return placed[0]
    if placed and before in LABELS_NUMBER and _sendable(text[placed.end() :], country):
        return placed[0]
    return ""


def _sendable(text: str, country: str) -> bool:
    reads = [read_number(part, country) for part in parted(western(text), country)]
    return all(read.number and not read.repair for read in reads)


def _with_codes(flat: str, tokens: list[_Token], edges: list[int], country: str) -> list[_Token]:
    """Put a country code that stands in a cell of its own before the number of the next cell."""
    if not edges or len(tokens) < 2:
        return tokens
    bounds = [0, *edges, len(flat)]
    taken: list[_Token] = []
    cell, last_cell = 0, -9
    for token in tokens:
        while bounds[cell + 1] <= token.start:
            cell += 1
        both = ""
        if taken and cell == last_cell + 1 and len(token.numbers) == 1:
            before = flat[bounds[last_cell] : bounds[cell]].strip(_EDGES)
            both = _with_code(before, token.numbers[0], country) if len(before) < _LONGEST_CODE_CELL else ""
        if both:
            taken[-1] = _Token(taken[-1].start, token.end, ((both, read_number(both, country)),))
        else:
            taken.append(token)
        last_cell = cell
    return taken


def _with_code(before: str, number: tuple[str, ReadNumber], country: str) -> str:
    """Give a number with the country code that stands alone in the cell before it; "" where none does."""
    typed, read = number
    if (code := _CODE_ALONE.fullmatch(before)) and not (read.abroad or typed.lstrip().startswith(("00", *PLUS))):
        return f"+{code['code']} {typed}"
    digits = "".join(filter(str.isdigit, before))
    if not (digits in before and 0 < len(digits) <= _LONGEST_CODE and read.certain and not read.abroad):
        return ""
    # "965" may be the code of another country, or anything else: both are shown together, to be looked at.
    both = f"{digits} {typed}"
    likely = read_number(both, country).suggestion
    return both if likely and likely.startswith(f"+{digits}") else ""


def _kept(tokens: list[_Token]) -> Callable[[ReadNumber], bool] | None:
    """Give which numbers of a line are sent to because others that nobody knows stand beside them; None for all."""
    reads = [read for token in tokens for _, read in token.numbers]
    if any(read.mobile and read.number for read in reads):
        return lambda read: read.certain
    return (lambda read: read.known) if any(read.known for read in reads) else None


def _doubted(token: _Token, kept: Callable[[ReadNumber], bool]) -> _Token:
    """Beside a known number, digits that nobody knows are kept in a row of their own, and not sent to."""
    numbers = []
    for typed, read in token.numbers:
        if read.number and not kept(read):
            doubted = f"{typed} {DOUBT}"
            numbers.append((doubted, ReadNumber(None, read_number(doubted, "").problem, suggestion=read.number)))
        else:
            numbers.append((typed, read))
    return _Token(token.start, token.end, tuple(numbers), token.small, token.label)


def _has_words(line: str, tokens: list[_Token]) -> bool:
    return _texts(line, 0, len(line), tokens)


def _texts(line: str, start: int, end: int, tokens: list[_Token]) -> bool:
    return any(name and not _BETWEEN.fullmatch(name) for name, _ in _between(line, start, end, tokens))


def _between(line: str, start: int, end: int, tokens: list[_Token]) -> Iterator[tuple[str, _Token | None]]:
    """Give the names before, between and after the numbers, each with the number that follows it."""
    for token in tokens:
        yield name_of(line[start : token.start]), token
        start = max(start, token.end)
    yield name_of(line[start:end]) if start < end else "", None


def _pieces(line: str, start: int, end: int, tokens: list[_Token]) -> Iterator[Piece]:
    before = False
    for name, token in _between(line, start, end, tokens):
        if not (before and token and _BETWEEN.fullmatch(name)):
            label = f"{name} {token.label}".strip() if token and token.label else name
            if label:
                yield Piece(label)
        if token:
            yield Piece("", tuple(typed for typed, _ in token.numbers))
        before = token is not None


def _word_before(text: str) -> tuple[str, str]:
    """Give the last two words, the nearer one last."""
    last = _LAST_WORD.search(text)
    other = _LAST_WORD.search(text[: last.start()]) if last else None
    return (other[1].casefold() if other else "", last[1].casefold() if last else "")


def _says_none(before: tuple[str, str]) -> bool:
    """Whether the words before digits say that they are no phone number: "ID", "invoice no."."""
    return before[1] in NO_NUMBER_BEHIND or (before[1] in _COUNTS and before[0] in NO_NUMBER_BEHIND)


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
