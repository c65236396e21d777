"""The rows that nobody is sent to, as a file to mend in a spreadsheet program and to drop on the list again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.exporting.table_file import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@frozen
class ProblemRow:
    """A row that needs attention.

    Attributes:
        name: "" when there is none.
        typed: the number as it came.
        why: what is wrong with it and how to mend it, in the user's language.
        fields: (header, text) of the row's other cells.
    """

    name: str
    typed: str
    why: str
    fields: tuple[tuple[str, str], ...] = ()


@frozen
class Titles:
    """What heads the columns. The reader of files has to know `name` and `number`, to find them again."""

    name: str = "Name"
    number: str = "Number"
    why: str = "What to mend"


class _Field(NamedTuple):
    """A column of the file that the rows came from: its header, and how many of this header stand before it."""

    header: str
    place: int


def save_problem_rows(path: Path, rows: Sequence[ProblemRow], titles: Titles) -> None:
    """Write the rows as XLSX or CSV, by the name's ending: name, number as text, the other columns, and why.

    Raises:
        UserFacingError: the file can't be written.
    """
    columns = _columns(rows, titles)
    header = [titles.name, titles.number, *(column.header for column in columns), titles.why]
    write_table(path, header, _lines(rows, columns), numbers=(1,))


def _columns(rows: Sequence[ProblemRow], titles: Titles) -> list[_Field]:
    """Give the other columns in the order they came; what an earlier file said of a row is said anew."""
    seen = dict.fromkeys(field for row in rows for field in _fields(row))
    return [field for field in seen if field.header != titles.why]


def _fields(row: ProblemRow) -> dict[_Field, str]:
    """Give the row's other cells; several columns may have one header, or none."""
    met: Counter[str] = Counter()
    found = {}
    for header, text in row.fields:
        found[_Field(header, met[header])] = text
        met[header] += 1
    return found


def _lines(rows: Sequence[ProblemRow], columns: list[_Field]) -> Iterator[list[str]]:
    for row in rows:
        fields = _fields(row)
        yield [row.name, row.typed, *(fields.get(column, "") for column in columns), row.why]
