"""A table of people: rows of typed cells, with or without a header, read by what their columns hold."""

from __future__ import annotations

import enum
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.columns import AS_RECOGNISED, columns_of, find_header, with_roles
from smsdesk.domain.people.entries import Column, Entry, People, with_repeats
from smsdesk.domain.people.header_words import TOTALS, Role, heads_mobiles, plain_header
from smsdesk.domain.people.lines import name_of, people_of
from smsdesk.domain.people.written import DOUBT, NO_NUMBER
from smsdesk.domain.phone_numbers import ReadNumber, read_number
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smsdesk.domain.people.columns import TableChoice
    from smsdesk.domain.people.entries import Progress

_OPTED_OUT = QT_TRANSLATE_NOOP("table", "Wants no messages, says the column “{header}”")
_SEVERAL = QT_TRANSLATE_NOOP("table", "several numbers stood in one cell")
_SAMPLE = 500  # rows
_TOLD_EVERY = 1_000  # rows
_SHORTEST = 7  # digits
_TOTALS = tuple(TOTALS)
_NO = frozenset({"", "0", "no", "n", "false", "f", "none", "-", "لا", "كلا"})


class CellKind(enum.Enum):
    """What a spreadsheet says that a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    OTHER = "other"  # dates, times, booleans, errors: never a phone number


class Cell(NamedTuple):
    """A cell: what it shows, and of what kind it is."""

    text: str
    kind: CellKind = CellKind.TEXT


@frozen
class Row:
    """A row of a table with the number that a spreadsheet shows for it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.text.strip() for cell in self.cells)


def read_table(
    rows: Iterable[Row], country: str, choice: TableChoice = AS_RECOGNISED, progress: Progress = lambda _share: None
) -> People:
    """Read a table.

    Args:
        rows: in order, blank ones included.
        country: ISO region whose local form is understood.
        choice: what the user wants read otherwise than it is recognised.
        progress: see `Progress`.
    """
    every = list(rows)
    filled = [row for row in every if not row.blank]
    nobody = [row.number for row in every if row.blank]
    texts = [[cell.text for cell in row.cells] for row in islice(filled, _SAMPLE)]
    head = find_header(texts, country) if choice.header_row is None else _place_of(filled, choice.header_row)
    columns = with_roles(columns_of(texts, head, country), choice.roles)
    reader = _Reader(columns, country, headed=head is not None, by_columns=choice.roles is not None)
    entries: list[Entry] = []
    for place, row in enumerate(filled):
        if place % _TOLD_EVERY == 0:
            progress(place / len(filled))
        before = head is not None and place < head
        found = [] if place == head or reader.is_total(row) or reader.is_header(row) else list(reader.read(row, before))
        entries += found
        nobody += [] if found else [row.number]
    header_row = 0 if head is None else filled[head].number
    return People(with_repeats(entries), columns, tuple(sorted(nobody)), header_row)


def _place_of(filled: list[Row], number: int) -> int | None:
    """Give the place of the row of this number among those that are not blank; None where it is none of them."""
    return next((place for place, row in enumerate(filled[:_SAMPLE]) if row.number == number), None)


class _Reader:
    """Reads rows by what their columns hold.

    Args:
        columns: of the table.
        country: ISO region.
        headed: whether a row heads them.
        by_columns: whether they are what the user said, so that a row is read by nothing else.
    """

    def __init__(self, columns: tuple[Column, ...], country: str, *, headed: bool, by_columns: bool) -> None:
        self._country = country
        self._headed = headed
        self._by_columns = headed or by_columns
        numbers = [column for column in columns if column.role is Role.NUMBER]
        numbers.sort(key=lambda column: not heads_mobiles(column.header))
        self._numbers = [column.column - 1 for column in numbers]
        spare = [column for column in columns if column.role is Role.IF_EMPTY]
        self._spare = [(column.column - 1, column.header) for column in spare]
        self._names = [column.column - 1 for column in columns if column.role is Role.NAME]
        self._code = next((column.column - 1 for column in columns if column.role is Role.CODE), None)
        self._opt_out = next((column for column in columns if column.role is Role.OPT_OUT), None)
        kept = (Role.LANGUAGE, Role.GROUP, Role.OPT_OUT, Role.OTHER)
        self._extras = [(column.column - 1, column.header) for column in columns if column.role in kept]
        self._header = [column.header for column in columns]

    def is_total(self, row: Row) -> bool:
        """Whether it adds up what stands above it."""
        first = next((cell.text for cell in row.cells if cell.text.strip()), "")
        if not first.strip(" *-=").casefold().startswith(_TOTALS) or plain_header(first) not in TOTALS:
            return False
        return not any(read_number(cell.text, self._country).certain for cell in row.cells)

    def is_header(self, row: Row) -> bool:
        """Whether the header stands here again."""
        if not self._headed or row.cells[0].text.strip() != self._header[0]:
            return False
        return [cell.text.strip() for cell in row.cells] == self._header[: len(row.cells)]

    def read(self, row: Row, title: bool) -> Iterator[Entry]:
        """Give the people of a row; of what stands above the header, only who has a number."""
        cells = row.cells
        width = len(cells)
        filled = [cells[at] for at in self._numbers if at < width and cells[at].text.strip()]
        if title or (not self._by_columns and not (self._numbers and self._only_here(row))):
            yield from self._loose(row, title)
            return
        name = " ".join(filter(None, [name_of(" ".join(cells[at].text.split())) for at in self._names if at < width]))
        extras = tuple(
            [(header, text) for at, header in self._extras if at < width and (text := cells[at].text.strip())]
        )
        if self._spare:
            filled, unused = self._with_spare(cells, filled)
            extras += unused
        if not filled:
            yield Entry(row.number, name, *self._elsewhere(row), extras)
        code = self._code_of(row) if self._code is not None else ""
        for cell in filled:
            for found, typed, read in self._numbers_in(cell, code):
                kept = (typed, read) if self._opt_out is None else self._wanted(row, typed, read)
                yield Entry(row.number, name or found, *kept, extras)

    def _with_spare(
        self, cells: tuple[Cell, ...], filled: list[Cell]
    ) -> tuple[list[Cell], tuple[tuple[str, str], ...]]:
        """Give the cells to read, a spare one where no other has a digit, and the spare ones not read as extras."""
        spare = [(header, cells[at]) for at, header in self._spare if at < len(cells) and cells[at].text.strip()]
        if any(any(map(str.isdigit, cell.text)) for cell in filled) or not spare:
            return filled, tuple((header, cell.text.strip()) for header, cell in spare)
        first = next((each for each in spare if any(map(str.isdigit, each[1].text))), spare[0])
        return [first[1]], tuple((header, cell.text.strip()) for header, cell in spare if cell is not first[1])

    def _only_here(self, row: Row) -> bool:
        """Whether no number stands outside of the columns of numbers."""
        for at, cell in enumerate(row.cells):
            if at in self._numbers or cell.kind is not CellKind.TEXT or sum(map(str.isdecimal, cell.text)) < _SHORTEST:
                continue
            if any(one.read.certain for one in people_of(" ".join(cell.text.split()), self._country)):
                return False
        return True

    def _numbers_in(self, cell: Cell, code: str) -> list[tuple[str, str, ReadNumber]]:
        text = cell.text.strip()
        read = _typed(cell, text, self._country)
        if read.mobile and not code:
            return [("", text, read)]
        if code and not read.abroad and cell.kind is not CellKind.OTHER:
            typed = f"+{code} {text}"
            with_code = read_number(typed, self._country)
            if with_code.number or not read.number:
                return [("", typed, with_code)]
        if read.number or cell.kind is not CellKind.TEXT:
            return [("", text, read)]
        if text[0] in "-\u2212" and read.suggestion:
            return [("", text, read)]  # below zero
        people = [one for one in people_of(" ".join(text.split()), self._country) if one.typed]
        sent = [one for one in people if one.read.number]
        if not sent:
            return [("", text, read)]
        several = len(people) > 1
        return [
            (one.name, one.typed, _several(one.read) if several and one.read.number else one.read) for one in people
        ]

    def _loose(self, row: Row, title: bool) -> Iterator[Entry]:
        """Read a row as a line: its cells say nothing by their places."""
        line = "\t".join(" ".join(cell.text.split()) for cell in row.cells if cell.kind is not CellKind.OTHER).strip()
        for one in people_of(line, self._country):
            if one.read.number or not title:
                yield Entry(row.number, one.name, one.typed, one.read if one.typed else ReadNumber(None, NO_NUMBER))

    def _elsewhere(self, row: Row) -> tuple[str, ReadNumber]:
        """Look for a number where none should be; it is shown, and not sent to."""
        for cell in row.cells:
            if cell.kind is CellKind.TEXT:
                for one in people_of(" ".join(cell.text.split()), self._country):
                    if one.read.certain:
                        typed = f"{one.typed} {DOUBT}"
                        return typed, read_number(typed, self._country)
        return "", ReadNumber(None, NO_NUMBER)

    def _code_of(self, row: Row) -> str:
        text = row.cells[self._code].text.strip() if self._code is not None and self._code < len(row.cells) else ""
        digits = text.lstrip("+").removeprefix("00").removesuffix(".0")
        return digits if digits.isdigit() and digits.isascii() and len(digits) <= 3 else ""

    def _wanted(self, row: Row, typed: str, read: ReadNumber) -> tuple[str, ReadNumber]:
        """Keep back whoever asked for no messages."""
        column = self._opt_out
        said = row.cells[column.column - 1].text if column and column.column <= len(row.cells) else ""
        if column is None or plain_header(said) in _NO or read.number is None:
            return typed, read
        problem = _OPTED_OUT.fill(header=column.header)
        return f"{typed} {DOUBT}", ReadNumber(None, problem, suggestion=read.number)


def _typed(cell: Cell, text: str, country: str) -> ReadNumber:
    read = read_number(text, country)
    if cell.kind is CellKind.OTHER and read.number:
        return ReadNumber(None, NO_NUMBER)
    return read


def _several(read: ReadNumber) -> ReadNumber:
    return replace(read, repair=read.repair or _SEVERAL)


def rows_of(records: Iterable[Sequence[str]], first: int = 1) -> Iterator[Row]:
    """Give the rows of records of plain texts."""
    for number, record in enumerate(records, first):
        yield Row(number, tuple(map(Cell, record)))
