"""A chosen file as the user looks at it before taking its people: read again whenever something is chosen otherwise."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.people.columns import AS_RECOGNISED, TableChoice
from smsdesk.domain.people.entries import with_repeats
from smsdesk.domain.phone_numbers import Verdict, read_number
from smsdesk.importing.base import nobody_waits
from smsdesk.importing.registry import open_bytes, read_bytes
from smsdesk.importing.remembered import remembered
from smsdesk.importing.vcard import CardFile
from smsdesk.workers.side_by_side import let_go

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from smsdesk.domain.people.entries import Entry, People, Progress
    from smsdesk.importing.base import Book, Sheet

_OPENED = 0.5  # of the time goes by until a file is open


@frozen
class Wish:
    """What shall be read of a file.

    Attributes:
        country: ISO region of the numbers without a country code; "" when there are none.
        sheet: the place of the sheet; None for the one that is read when nobody chooses.
        choice: what is read otherwise than it is recognised; None for what was chosen the last time.
        encoding: of a text; "" for what it is told by.
    """

    country: str
    sheet: int | None = None
    choice: TableChoice | None = None
    encoding: str = ""


@frozen
class Preview:
    """What was read.

    Attributes:
        book: the file.
        sizes: how many rows of each sheet are filled.
        wish: what was asked for, with sheet and choice as they were used.
        as_last_time: whether the choice is that of an earlier file.
        people: everybody in it.
        places: where the entries of each verdict stand.
    """

    book: Book
    sizes: tuple[int, ...]
    wish: Wish
    as_last_time: bool
    people: People
    places: Mapping[Verdict, Sequence[int]]

    @property
    def sheet(self) -> Sheet:
        """The sheet that was read."""
        return self.book.sheets[self.wish.sheet or 0]

    @property
    def is_table(self) -> bool:
        """Whether its columns can be read otherwise; cards and lines say themselves what they are."""
        return bool(self.people.columns) and not isinstance(self.book, CardFile)

    @property
    def choice(self) -> TableChoice:
        """What was read otherwise than it is recognised."""
        return self.wish.choice or AS_RECOGNISED

    @property
    def sent(self) -> int:
        """How many people can be sent to."""
        return len(self.places[Verdict.READY]) + len(self.places[Verdict.REPAIRED])

    def with_suggestion(self, place: int) -> Preview:
        """Give it with the suggested number of one entry in the place of what was typed."""
        entries = list(self.people.entries)
        suggestion = entries[place].read.suggestion
        if suggestion is None:
            return self
        entries[place] = replace(entries[place], typed=suggestion, read=read_number(suggestion, self.wish.country))
        entries = [entry if entry.repeats is None else replace(entry, repeats=None) for entry in entries]
        people = replace(self.people, entries=with_repeats(entries))
        return replace(self, people=people, places=_places(people))

    def taken(self, country: str, *, with_problems: bool) -> list[Entry]:
        """Give the entries for a list of this country; those that need attention only with the others.

        A number that was read for another country than the list's is written with its country code from now on, so that
        it means the same there.
        """
        taken = []
        for entry in self.people.entries:
            if entry.verdict is Verdict.ATTENTION and not with_problems:
                continue
            number = entry.read.number
            if (
                number is not None
                and self.wish.country != country
                and read_number(entry.typed, country).number != number
            ):
                taken.append(replace(entry, typed=number))
            else:
                taken.append(entry)
        return taken


class ChosenFile:
    """A file that the user chose. It is read from the disk once; what is shown afterwards needs it no more.

    Args:
        path: where it is.
        kept: what was chosen for earlier files; see `remembered`.
    """

    def __init__(self, path: Path, kept: Mapping[str, str]) -> None:
        self.path = path
        self._kept = kept
        self._data = b""
        self._book: Book | None = None
        self._sizes: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.path.name or str(self.path)

    def read(self, wish: Wish, progress: Progress = nobody_waits) -> Preview:
        """Read it as it is wished; takes long, and holds no other thread up for long.

        Raises:
            UserFacingError: it can't be read.
            Stopped: nobody waits any more.
        """
        book = self._opened(wish.encoding, progress)
        sheet = book.chosen if wish.sheet is None else wish.sheet
        rows = book.sheets[sheet].rows
        before = remembered(self._kept, rows) if wish.choice is None else None
        choice = wish.choice or before or AS_RECOGNISED
        people = book.people(wish.country, sheet, choice, lambda share: progress(_OPENED + (1 - _OPENED) * share))
        used = replace(wish, sheet=sheet, choice=choice, encoding=book.encoding)
        return Preview(book, self._sizes, used, before is not None, people, _places(people))

    def forget(self) -> None:
        """Hold nothing of it any more."""
        self._book, self._data = None, b""

    def _opened(self, encoding: str, progress: Progress) -> Book:
        if self._book is not None and encoding in ("", self._book.encoding):
            return self._book
        data = self._data or read_bytes(self.path)
        book = open_bytes(self.path.name, data, lambda share: progress(_OPENED * share), encoding)
        self._sizes = tuple(sum(not row.blank for row in sheet.rows) for sheet in book.sheets)
        self._book = book
        self._data = data if book.encodings else b""
        return book


def release(held: list[Preview], *, book: bool) -> None:
    """Free what was read, bit by bit: freed at one go, it would hold every other thread up meanwhile.

    Args:
        held: nobody else holds what is in it.
        book: whether nobody needs the file any more, either.
    """
    while held:
        preview = held.pop()
        entries = list(preview.people.entries)
        rows = [row for sheet in preview.book.sheets for row in sheet.rows] if book else []
        del preview
        let_go(entries)
        let_go(rows)


def _places(people: People) -> dict[Verdict, array[int]]:
    places = {verdict: array("L") for verdict in Verdict}
    for place, entry in enumerate(people.entries):
        places[entry.verdict].append(place)
    return places
