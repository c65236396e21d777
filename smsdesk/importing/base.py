"""What an importer is: it knows its files by their content, and opens them into a book of sheets of typed cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.columns import AS_RECOGNISED
from smsdesk.domain.people.table import read_table
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence, translate

if TYPE_CHECKING:
    from smsdesk.domain.people.columns import TableChoice
    from smsdesk.domain.people.entries import People, Progress
    from smsdesk.domain.people.table import Row

HEAD = 4096  # bytes that `recognises` gets to see
# More is no list of people of an office, and would take minutes and gigabytes.
MOST_ROWS = 200_000

_SPLIT = QT_TRANSLATE_NOOP("base", "Split it into several files.")
_NOT_READABLE = QT_TRANSLATE_NOOP("base", "“{name}” can't be read as a list of people: {why}.")


class Stopped(Exception):
    """Raised by a `Progress`: the user does not wait for the file any more."""


def nobody_waits(_share: float) -> None:
    """Nobody wants to know how far it is; see `Progress`."""


@frozen
class Sheet:
    """One sheet of a book.

    Attributes:
        name: "" where the kind of file has no names for sheets.
        rows: with the numbers that a spreadsheet shows, blank ones included.
        hidden: whether the book hides it.
        hidden_rows: how many of its rows are hidden or filtered away; they are among `rows`.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(row.blank for row in self.rows)


class Book(Protocol):
    """An opened file.

    Attributes:
        encoding: of a text; "" for what has none.
        encodings: those that it may be in as well, so that the user may know better; empty where there is no doubt.
        sheets: all of them, in order.
        chosen: the place of the sheet that is read when nobody chooses.
        notices: what the user should know about the file.
    """

    @property
    def encoding(self) -> str: ...  # noqa: D102 - see above
    @property
    def encodings(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def sheets(self) -> tuple[Sheet, ...]: ...  # noqa: D102
    @property
    def chosen(self) -> int: ...  # noqa: D102
    @property
    def notices(self) -> tuple[Sentence, ...]: ...  # noqa: D102

    def people(
        self,
        country: str,
        sheet: int | None = None,
        choice: TableChoice = AS_RECOGNISED,
        progress: Progress = nobody_waits,
    ) -> People:
        """Read the people of a sheet, of the chosen one by default; `choice` says what is read of a table."""


@frozen
class Tables:
    """A book of tables; see `Book`."""

    sheets: tuple[Sheet, ...]
    chosen: int = 0
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    notices: tuple[Sentence, ...] = ()

    def people(
        self,
        country: str,
        sheet: int | None = None,
        choice: TableChoice = AS_RECOGNISED,
        progress: Progress = nobody_waits,
    ) -> People:
        """Read the people of a sheet."""
        return read_table(self.sheets[self.chosen if sheet is None else sheet].rows, country, choice, progress)


class Importer(Protocol):
    """One kind of file. Adding one is a file like its neighbours, and a line in `registry`."""

    def recognises(self, head: bytes) -> bool:
        """Tell by the first `HEAD` bytes whether a file is of this kind."""

    def open(self, name: str, data: bytes, progress: Progress = nobody_waits) -> Book:
        """Open a file.

        Args:
            name: for sentences.
            data: all of it.
            progress: told how far it is.

        Raises:
            UserFacingError: it can't be read.
        """


def limited(name: str, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Give the sheets.

    Raises:
        UserFacingError: one has too many rows.
    """
    for sheet in sheets:
        if len(sheet.rows) > MOST_ROWS and sum(not row.blank for row in sheet.rows) > MOST_ROWS:
            raise refuse(name, translate("base", "it has more than %n row(s)", None, 1).count(MOST_ROWS), _SPLIT)
    return sheets


def refuse(name: str, why: Sentence, todo: Sentence | None = None) -> UserFacingError:
    """Make the refusal of a file."""
    return UserFacingError(_NOT_READABLE.fill(name=name, why=why), todo)
