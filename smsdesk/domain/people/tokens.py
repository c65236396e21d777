"""What may be a number in a line: runs of digits, addresses made for calling, numbers that a spreadsheet wrote."""

from __future__ import annotations

import re

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people import lookalikes as like
from smsdesk.domain.people.characters import CLOSING, FILLING, INVISIBLE, OPENING, PLUS, SPACES, western
from smsdesk.domain.people.header_words import LABELS_NUMBER, NO_NUMBER_BEHIND, PHONE_WORDS
from smsdesk.domain.people.runs import LEAD, TRAIL, parted
from smsdesk.domain.people.written import DOUBT, SHORTENED
from smsdesk.domain.phone_numbers import ReadNumber, read_number

EDGES = " ,;|\t،؛，；、¦"

_LETTER = r"[^\W\d_]"
# Up to two letters right between digits are a slip within a number ("9000O012"), not a name.
_RUN = rf"{LEAD}\d(?:[{FILLING}{PLUS}]*\d|{_LETTER}{{1,2}}\d)*{TRAIL}"
_URI = r"(?:tel|sms|smsto|callto):\s*(?://)?[+\d(][\d\s().\-]*(?:;[\w-]+=[^\s;,]*)*(?:,+\d+#?)*"
LINK = r"(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?\d{6,15}\S*"
_EXTENSION = r"(?:\s*[,;]?\s*(?:ext(?:ension)?|تحويلة)\b[.:]?\s*\d{1,6}(?!\d))"
_TOKEN = re.compile(
    rf"(?P<whole>{LINK}|{_URI}|{SHORTENED}|=\s*\"\+?\d[\d\s\-]*\"|[{PLUS}]?\d{{7,}}[.,٫]0{{1,3}}(?![{FILLING}]*\d)"
    rf"|(?<![\d,.'])\d{{1,3}}(?:[,'’٬]\d{{3}}){{2,}}(?![.,']?\d))"
    rf"|(?P<code>{like.CODE})|(?P<number>{_RUN}){_EXTENSION}?|(?P<edge>[,;|\t،؛，；、¦]+)",
    re.IGNORECASE,
)
# "1. 90000012", "(1) 90000012", "1)90000012".
_LISTED = re.compile(rf"[{OPENING}]?(\d{{1,4}})(?:[{CLOSING}][.:]?[{SPACES}]*|[.:/\-][{SPACES}{INVISIBLE}]+)(?=\S)")
_PLACED = re.compile(rf"(\d{{1,4}})[{SPACES}{INVISIBLE}]+(?=\S)")
_CODE_ALONE = re.compile(rf"[^\d{PLUS}]*(?P<code>(?:[{PLUS}]|00)\s*[1-9]\d{{0,2}})[\s)\]{re.escape(EDGES)}]*")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s.:#№/\-]*$")
_GLUED = re.compile(rf"({_LETTER}+)([\-_/#.]{{0,2}})(\d[\d\-_/#.]*)")
# Fewer digits than in any subscriber number: a flat, an age or a place in a list, if a number stands beside it.
_SMALL = 5
_LABEL_REACH = 32  # characters
_COUNTS = frozenset({"no", "nr", "number", "num", "رقم"})
_LONGEST_CODE = 3
_LONGEST_CODE_CELL = 40


@frozen
class Token:
    """Something in a line that may be a number: where it stands, and the numbers in it with what they mean."""

    start: int
    end: int
    numbers: tuple[tuple[str, ReadNumber], ...]
    small: bool = False
    label: str = ""


def tokens_of(line: str, flat: str, country: str) -> tuple[list[Token], list[int]]:
    """Give what may be numbers in a line, and where its cells end.

    Args:
        line: as it was written.
        flat: the same with western digits, and with nothing left of what is no number; every character in its place.
        country: ISO region whose local form is understood.
    """
    matches = list(_TOKEN.finditer(flat))
    edges = [match.start() for match in matches if match.lastgroup == "edge"]
    tokens = [token for match in matches if (token := _token(match, line, flat, country))]
    return _with_codes(line, flat, tokens, edges, country), edges


def _token(match: re.Match[str], line: str, flat: str, country: str) -> Token | None:
    """Make a token of what may be a number; None for edges and for what merely looks like one."""
    kind, start, end = match.lastgroup, match.start(), match.end()
    text = line[start:end]
    before = _word_before(flat[max(0, start - _LABEL_REACH) : start])
    if kind == "whole":
        return Token(start, end, ((text, read_number(text, country)),))
    if kind == "code":
        return _glued(text, start, end, country)
    if kind != "number":
        return None
    if match.end("number") == end:
        text = text.rstrip(" ")
    if match.end("number") < end:
        return Token(start, end, ((text, read_number(text, country)),))
    if _says_none(before) and flat[start] not in PLUS:
        return None
    label = _label_of(text, flat, start, before[1], country)
    run = text[len(label) :] if label else text
    if end < len(flat) and flat[end].isalpha() and sum(map(str.isdigit, flat[start:end])) >= _SMALL:
        return Token(start, end, ((f"{text} {DOUBT}", read_number(f"{text} {DOUBT}", country)),))
    numbers = tuple((part, read_number(part, country)) for part in parted(run, country))
    small = len(numbers) == 1 and sum(map(str.isdecimal, run)) < _SMALL
    return Token(start, end, numbers, small, label.strip())


def _glued(text: str, start: int, end: int, country: str) -> Token | None:
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
        return Token(start, end, ((digits, read),))
    if len(glued[1]) > 2 and glued[1].casefold() not in NO_NUMBER_BEHIND:
        doubted = f"{digits} {DOUBT}"
        return Token(start, end, ((doubted, read_number(doubted, country)),))
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


def _with_codes(line: str, flat: str, tokens: list[Token], edges: list[int], country: str) -> list[Token]:
    """Put a country code that stands in a cell of its own before the number of the next cell.

    What stands between the two is the label: a name, most likely.
    """
    if not edges or len(tokens) < 2:
        return tokens
    bounds = [0, *edges, len(flat)]
    taken: list[Token] = []
    cell, last_cell = 0, -9
    for token in tokens:
        while bounds[cell + 1] <= token.start:
            cell += 1
        both = ""
        if taken and cell == last_cell + 1 and len(token.numbers) == 1:
            start, end = bounds[last_cell], bounds[cell]
            if end - start < _LONGEST_CODE_CELL:
                both = _with_code(flat[start:end], line[start:end], token.numbers[0], country)
        if both:
            between = "".join(filter(str.isprintable, line[taken[-1].end : token.start])).strip(EDGES)
            label = f"{between} {token.label}".strip()
            taken[-1] = Token(taken[-1].start, token.end, ((both, read_number(both, country)),), label=label)
        else:
            taken.append(token)
        last_cell = cell
    return taken


def _with_code(before: str, written: str, number: tuple[str, ReadNumber], country: str) -> str:
    """Give a number with the country code that stands alone in the cell before it; "" where none does.

    `before` is that cell with western digits, `written` the same as it was written.
    """
    typed, read = number
    if (code := _CODE_ALONE.fullmatch(before)) and not (read.abroad or typed.lstrip().startswith(("00", *PLUS))):
        return f"{written[code.start('code') : code.end('code')]} {typed}"
    digits = "".join(filter(str.isdigit, before))
    at = before.find(digits)
    if at < 0 or not (0 < len(digits) <= _LONGEST_CODE and read.certain and not read.abroad):
        return ""
    # "965" may be the code of another country, or anything else: both are shown together, to be looked at.
    both = f"{written[at : at + len(digits)]} {typed}"
    likely = read_number(both, country).suggestion
    return both if likely and likely.startswith(f"+{digits}") else ""


def _word_before(text: str) -> tuple[str, str]:
    """Give the last two words, the nearer one last."""
    last = _LAST_WORD.search(text)
    other = _LAST_WORD.search(text[: last.start()]) if last else None
    return (other[1].casefold() if other else "", last[1].casefold() if last else "")


def _says_none(before: tuple[str, str]) -> bool:
    """Whether the words before digits say that they are no phone number: "ID", "invoice no."."""
    return before[1] in NO_NUMBER_BEHIND or (before[1] in _COUNTS and before[0] in NO_NUMBER_BEHIND)
