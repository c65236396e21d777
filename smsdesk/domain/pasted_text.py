"""Pasted text taken apart into people: a name, and a number as it was typed.

Nothing is judged here and nothing is lost: every digit and every word ends up in some row, where it can be mended.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.phone_numbers import CLOSING, FILLING, INVISIBLE, OPENING, PLUS, SHORTENED, SPACES, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAD = rf"(?:[{OPENING}{PLUS}][{OPENING}{PLUS}{INVISIBLE}{SPACES}]{{0,8}})?"
_TRAIL = rf"[{CLOSING}{INVISIBLE}]*(?:[{PLUS}](?!\d))?"
# Up to two letters right between digits are a slip within a number ("9000O012"), not a name.
_RUN = rf"(?:tel:\s?)?{_LEAD}\d(?:[{FILLING}{PLUS}]*\d|[^\W\d_]{{1,2}}\d)*{_TRAIL}"
_TOKEN = re.compile(
    rf"(?P<number>{SHORTENED}|[{PLUS}]?\d{{7,}}[.,٫]00?(?![{FILLING}]*\d)|{_RUN})|(?P<edge>[,;|\t،؛，；、¦]+)",
    re.IGNORECASE,
)
_ATOM = re.compile(rf"{_LEAD}\d+{_TRAIL}")
# "1. 90000012", or what is left of "Flat 12 90000012" behind its first word.
_LABEL = re.compile(rf"(\d{{1,4}})([.)\-]?)[{SPACES}{INVISIBLE}]+(?=\S)")
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:19|20)\d\d|(?:19|20)\d\d[/.\-]\d\d[/.\-]\d\d"
)
_NAME_EDGE = re.compile(rf"[{INVISIBLE}\s:=<>{{}}\[\]\"'“”„«»*•·|/\\\-–—_~+,;،؛，；、¦]")
# Fewer digits than in any subscriber number: a flat, an age or a place in a list, if a number stands beside it.
_SMALL = 5
# No number is longer, however it is grouped: 15 digits, "00", a trunk zero.
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Pasted:
    """One person of a paste.

    Args:
        name: "" when there was none.
        typed: the number as it was written; "" for a line without one.
    """

    name: str
    typed: str


class _Parting(NamedTuple):
    """The best way to part the atoms up to some place; the lower, the better."""

    left_over: int = 0  # digits
    doubtful: int = 0
    numbers: int = 0
    begin: int = 0  # the atom where its last step begins
    fits: bool = True  # whether that step is a number, not a left-over


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name with the numbers that stood with it; either may be empty."""

    name: str
    numbers: tuple[str, ...] = ()


def split_pasted(text: str, country: str = "") -> list[Pasted]:
    """Take pasted text apart; never raises.

    A line may hold one person ("Amal Said +968 9000 0012", a row of a spreadsheet, "90000012, Amal") or many
    ("90000012 90000031; 90000045"). A name without any number becomes a row of its own.

    Args:
        text: whatever was pasted.
        country: ISO region whose local numbers help to tell "9000 0012" from "90000012 90000031".
    """
    people = []
    for line in text.splitlines():
        for piece in _paired([piece for cell in _cells(line, country) for piece in cell]):
            people += [Pasted(piece.name, typed) for typed in piece.numbers or ("",)]
    return people


def _cells(line: str, country: str) -> Iterator[list[_Piece]]:
    """Give what stands in each cell of a line, cells being parted by commas, semicolons, tabs and bars."""
    tokens = list(_TOKEN.finditer(line))
    crowded = any(token["number"] and not _is_small(token["number"]) for token in tokens)
    edges = [token for token in tokens if token["edge"]]
    bounds = [0, *(edge.start() for edge in edges), len(line)]
    numbers = iter([token for token in tokens if token["number"]])
    number = next(numbers, None)
    for start, end in pairwise(bounds):
        inside = []
        while number and number.start() < end:
            inside.append(number)
            number = next(numbers, None)
        small = [token for token in inside if _is_small(token[0])]
        if crowded and small and ("\t" in line or _has_words(line, start, end, inside)):
            inside = [token for token in inside if token not in small]
        yield _paired(list(_pieces(line, start, end, inside, country)))


def _is_small(number: str) -> bool:
    return sum(map(str.isdecimal, number)) < _SMALL or _DATE.fullmatch(number) is not None


def _has_words(line: str, start: int, end: int, numbers: Sequence[re.Match[str]]) -> bool:
    return any(_name(text) for text, _ in _between(line, start, end, numbers))


def _between(line: str, start: int, end: int, numbers: Sequence[re.Match[str]]) -> Iterator[tuple[str, str | None]]:
    """Give the texts before, between and after the numbers, each with the number that follows it."""
    for number in numbers:
        yield line[start : number.start()], number[0]
        start = number.end()
    yield line[start:end], None


def _pieces(line: str, start: int, end: int, numbers: Sequence[re.Match[str]], country: str) -> Iterator[_Piece]:
    for text, number in _between(line, start, end, numbers):
        name = _name(text)
        label = _LABEL.match(number) if number else None
        if number and label and _is_labelled(number, number[label.end() :], bool(name or label[2]), country):
            name = f"{name} {label[1]}{label[2]}".strip()
            number = number[label.end() :]
        if name:
            yield _Piece(name)
        if number:
            yield _Piece("", tuple(_parted(number, country)))


def _is_labelled(whole: str, rest: str, marked: bool, country: str) -> bool:
    """Tell "1. 90000012" and "Flat 12 90000012" from a number whose first digits stand apart."""
    if rest[0] in PLUS:
        return True
    if read_number(whole, country).known:
        return False
    reads = [read_number(part, country) for part in _parted(rest, country)]
    return all(read.sound and (marked or read.known) for read in reads)


def _name(text: str) -> str:
    """Give a name without the punctuation around it, "" when nothing else is there."""
    start, end = 0, len(text)
    while start < end and _NAME_EDGE.match(text[start]):
        start += 1
    while start < end and _NAME_EDGE.match(text[end - 1]):
        end -= 1
    name = text[start:end]
    return name if any(unicodedata.category(char)[0] not in "PZC" for char in name) else ""


def _paired(pieces: list[_Piece]) -> list[_Piece]:
    """Give each name to its number: names go before their numbers if the first does, else after."""
    numbered = [piece for piece in pieces if piece.numbers]
    if len(numbered) <= 1:
        name = " ".join(piece.name for piece in pieces if piece.name)
        return [_Piece(name, numbered[0].numbers if numbered else ())] if name or numbered else []
    names_first = next((not piece.numbers for piece in pieces if not (piece.name and piece.numbers)), False)
    paired: list[_Piece] = []
    open_to_name = False  # the last piece took a name from beside it, or may still take one
    for piece in pieces:
        last = paired[-1] if paired and open_to_name else None
        if last and not piece.numbers:
            paired[-1] = _Piece(f"{last.name} {piece.name}".strip(), last.numbers)
        elif last and names_first and not piece.name:
            paired[-1] = _Piece(last.name, piece.numbers)
            open_to_name = False
        else:
            paired.append(piece)
            open_to_name = not piece.numbers if names_first else not piece.name
    return paired


def _parted(run: str, country: str) -> list[str]:
    """Part a run of digits and filling into numbers, where it can't be a single one."""
    atoms = list(_ATOM.finditer(run))
    if len(atoms) < 2 or any(char.isalpha() for char in run):
        return [run]
    starts = [0]
    for index in range(1, len(atoms)):
        plus = re.search(f"[{PLUS}]", atoms[index][0].rstrip(PLUS))
        if plus or atoms[index - 1][0][-1] in PLUS:
            starts.append(index)
    parts: list[str] = []
    for first, behind in zip(starts, [*starts[1:], len(atoms)], strict=True):
        parts += _part_group(run, atoms[first:behind], country)
    return parts


def _part_group(run: str, atoms: list[re.Match[str]], country: str) -> list[str]:
    """Part atoms, of which only the first has a plus, so that the fewest digits are left over.

    Among such partings the one with the fewest doubtful numbers is taken, then that with the fewest numbers. With one
    number only, what is left over may belong to it ("9000 0012 3"): then the run stays whole, to be looked at.
    """

    def written(first: int, behind: int) -> str:
        return run[atoms[first].start() : atoms[behind - 1].end()]

    whole = written(0, len(atoms))
    read = read_number(whole, country)
    if read.known:
        return [whole]
    lengths = [sum(map(str.isdecimal, atom[0])) for atom in atoms]
    best = [_Parting()]
    for behind in range(1, len(atoms) + 1):
        last = best[-1]
        found = last._replace(left_over=last.left_over + lengths[behind - 1], begin=behind - 1, fits=False)
        digits = 0
        for first in range(behind - 1, -1, -1):
            digits += lengths[first]
            if digits > _LONGEST:
                break
            if digits < _SMALL or best[first].left_over > found.left_over:
                continue
            read = read_number(written(first, behind), country)
            # "345 90000031" could be a Spanish number; between other numbers it is a slip.
            if read.number and not (read.guessed and 1 < behind - first < len(atoms)):
                before = best[first]
                doubtful = before.doubtful + (read.note is not None)
                found = min(found, _Parting(before.left_over, doubtful, before.numbers + 1, first, fits=True))
        best.append(found)
    if best[-1].left_over and best[-1].numbers < 2:
        return [whole]
    parts: list[str] = []
    behind = end = len(atoms)
    while behind:
        step = best[behind]
        if step.fits:
            parts += [written(behind, end)] if behind < end else []
            parts.append(written(step.begin, behind))
            end = step.begin
        behind = step.begin
    parts += [written(0, end)] if end else []
    return parts[::-1]
