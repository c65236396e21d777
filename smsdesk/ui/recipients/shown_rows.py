"""Which rows of the list the table shows, and in which order: a list of seats, changed by as little as needed."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from smsdesk.domain.phone_numbers import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smsdesk.domain.recipients.list import RecipientList
    from smsdesk.domain.recipients.rows import Seat

_order = attrgetter("order")


class ShownRows:
    """The seats that are shown.

    Args:
        recipients: the list.

    Attributes:
        seats: as they are shown.
        only: the verdict that is looked for; None for all but repeats.
        key: what they are sorted by; None for the order of the list.
        descending: from the highest to the lowest, where there is a key.
    """

    def __init__(self, recipients: RecipientList) -> None:
        self._recipients = recipients
        self.seats: list[Seat] = []
        self.only: Verdict | None = None
        self.key: Callable[[Seat], Any] | None = None
        self.descending = False

    @property
    def sorting(self) -> Callable[[Seat], Any]:
        """What the rows are sorted by."""
        return self.key or _order

    def fits(self, seat: Seat) -> bool:
        """Whether a seat of the list is to be shown."""
        return seat.verdict is not Verdict.REPEATED if self.only is None else seat.verdict is self.only

    def wanted(self) -> list[Seat]:
        """Work out what is to be shown."""
        only, repeated = self.only, Verdict.REPEATED
        if only is None:
            found = [seat for seat in self._recipients.seats if seat.verdict is not repeated]
        else:
            found = [seat for seat in self._recipients.seats if seat.verdict is only]
        if self.key is not None:
            found.sort(key=self.key, reverse=self.descending)
        return found

    def row_of(self, seat: Seat) -> int:
        """Give the row that shows a seat; -1 where none does."""
        if self.key is not None:
            try:
                return self.seats.index(seat)
            except ValueError:
                return -1
        row = bisect_left(self.seats, seat.order, key=_order)
        return row if row < len(self.seats) and self.seats[row] is seat else -1

    def place_for(self, seat: Seat) -> int:
        """Give the row in front of which a new seat is to be shown."""
        if self.key is None:
            return bisect_left(self.seats, seat.order, key=_order)
        key, low, high = self.key(seat), 0, len(self.seats)
        while low < high:
            middle = (low + high) // 2
            there = self.key(self.seats[middle])
            if there < key if self.descending else key < there:
                high = middle
            else:
                low = middle + 1
        return low


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Give ascending rows as (first, last) of those that follow on each other."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def only_run(seats: Sequence[Seat], others: set[Seat], count: int) -> int:
    """Give where those of `seats` begin that are not among `others`, if all `count` of them stand together; else -1."""
    first = next(place for place, seat in enumerate(seats) if seat not in others)
    return first if all(seat not in others for seat in seats[first : first + count]) else -1
