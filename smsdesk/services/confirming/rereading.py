"""What an account of another country makes of a list, for the user to look at before it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smsdesk.domain.frozen import frozen
from smsdesk.domain.recipients.reading import reading_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smsdesk.domain.phone_numbers import ReadNumber
    from smsdesk.domain.recipients.list import RecipientList
    from smsdesk.domain.recipients.rows import Reader, RecipientRow


class Reread(NamedTuple):
    """A row that would mean something else.

    Attributes:
        typed: the number as it was written.
        name: "" when there is none.
        before: what it means now.
        after: what it would mean.
    """

    typed: str
    name: str
    before: ReadNumber
    after: ReadNumber


@frozen
class Rereading:
    """What reading a list for another country would change.

    Attributes:
        country: that country's ISO region, "" for none.
        rows: the rows that would mean something else, in the order of the list.
        changed: how many of them would be sent to another number.
        lost: how many would not be sent to any more.
        gained: how many more would be sent to.
    """

    country: str
    rows: tuple[Reread, ...]
    changed: int
    lost: int
    gained: int

    @property
    def keepable(self) -> bool:
        """Whether there are numbers that would not be sent to any more."""
        return bool(self.changed or self.lost)


def rereading(recipients: RecipientList, country: str) -> Rereading:
    """Tell what another country would change; what a gateway refuses is no matter of how numbers are read.

    It changes nothing. For a long list it takes a moment, and is not for the window's thread.
    """
    seats = list(recipients.seats)
    found = reading_change(seats, country, recipients.reader.check)
    before = [seats[place].row for place in found.places]
    reread = tuple(
        Reread(row.typed, row.name, row.read, after.read) for row, after in zip(before, found.after, strict=True)
    )
    return Rereading(country, reread, found.changed, found.lost, found.gained)


def written_out(rows: Iterable[RecipientRow], reader: Reader) -> Iterator[RecipientRow]:
    """Give the rows so that another country changes no number: where it would, the number gets its country code.

    Args:
        rows: as they were read.
        reader: reads for the other country, and refuses as the account in use does.
    """
    for row in rows:
        if row.number is None or reader.again(row).number == row.number:
            yield row
            continue
        written = reader.row(row.number, row.name, row.fields)
        yield written if written.number == row.number else reader.accepted(written)
