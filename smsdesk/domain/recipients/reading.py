"""Reading a list for another account, and what that would change; a worker may do both."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.rows import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smsdesk.domain.recipients.rows import Check, RecipientRow, Seat


@frozen
class ReadingChange:
    """What reading the list for another account would change; rows that repeat another one don't count.

    Attributes:
        changed: how many people would get it at another number.
        lost: how many people would get none.
        gained: how many more people would get one.
        places: of all these rows, in order.
        after: what they would be.
    """

    changed: int = 0
    lost: int = 0
    gained: int = 0
    places: tuple[int, ...] = ()
    after: tuple[RecipientRow, ...] = field(default=(), compare=False, repr=False)

    def __bool__(self) -> bool:
        """Whether anything would change."""
        return bool(self.places)


def reading(rows: Iterable[RecipientRow], country: str, check: Check | None) -> Iterator[RecipientRow]:
    """Read rows for another account, in order."""
    return map(Reader(country, check).again, rows)


def reading_change(seats: Sequence[Seat], country: str, check: Check | None) -> ReadingChange:
    """Give what reading these for another account would change."""
    places: list[int] = []
    after: list[RecipientRow] = []
    changed = lost = gained = 0
    rows = reading([seat.row for seat in seats], country, check)
    for place, (seat, new) in enumerate(zip(seats, rows, strict=True)):
        before = seat.row.number
        if new.number == before or seat.verdict is Verdict.REPEATED:
            continue
        places.append(place)
        after.append(new)
        changed += bool(new.number and before)
        lost += new.number is None
        gained += before is None
    return ReadingChange(changed, lost, gained, tuple(places), tuple(after))
