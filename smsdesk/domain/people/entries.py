"""What a paste or a file holds, row by row: who is sent to, who was mended, who repeats, what needs attention."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.phone_numbers import ReadNumber, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smsdesk.domain.people.header_words import Role

    Progress = Callable[[float], object]
    """Told now and then how much is read, from 0 to 1; ends the reading by raising."""

_REPEATED = QT_TRANSLATE_NOOP("entries", "the same number as in row {row}")


@frozen
class Column:
    """A column of a table.

    Attributes:
        column: its place, from 1.
        header: "" without one.
        role: what it holds.
    """

    column: int
    header: str
    role: Role


@frozen
class Entry:
    """One person of a paste or a file.

    Attributes:
        row: the row that a spreadsheet shows; in text the record, title and blank ones counted; in vCards the card.
        name: "" when there is none.
        typed: the number as it was written; "" without one.
        read: what it means.
        extras: (header, text) of the row's other cells.
        repeats: the row of the first entry with the same number; None for a first one.
    """

    row: int
    name: str
    typed: str
    read: ReadNumber
    extras: tuple[tuple[str, str], ...] = ()
    repeats: int | None = None

    @property
    def verdict(self) -> Verdict:
        """What is to be done with it."""
        return self.read.verdict if self.repeats is None else Verdict.REPEATED

    @property
    def sentence(self) -> Sentence | None:
        """What is said of it; None for what is plainly ready."""
        if self.repeats is not None:
            return _REPEATED.fill(row=self.repeats)
        return self.read.problem or self.read.note


@frozen
class People:
    """Everybody of a paste or a file.

    Attributes:
        entries: in the order of their rows.
        columns: of a table; empty for free text.
        nobody: rows that are no person: header, title, total, blank.
        header_row: the row that heads the columns, as a spreadsheet counts; 0 without one.
    """

    entries: tuple[Entry, ...]
    columns: tuple[Column, ...] = ()
    nobody: tuple[int, ...] = ()
    header_row: int = 0

    def counts(self) -> dict[str, int]:
        """Count the entries ("rows") and each verdict; the verdicts add up to the rows."""
        found = Counter(entry.verdict for entry in self.entries)
        return {"rows": len(self.entries)} | {verdict.value: found[verdict] for verdict in Verdict}


def with_repeats(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Mark what repeats the number of an entry before it."""
    first: dict[str, int] = {}
    marked = []
    for entry in entries:
        number = entry.read.number
        if number in first:
            marked.append(replace(entry, repeats=first[number]))
            continue
        if number is not None:
            first[number] = entry.row
        marked.append(entry)
    return tuple(marked)
