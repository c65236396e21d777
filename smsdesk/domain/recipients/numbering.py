"""The orders of the seats: numbers with room in between, so that a seat which comes leaves the others alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.recipients.rows import Seat

GAP: Final = 2**64
"""Between neighbours that were numbered together."""


def fits_in(order: int, seats: Sequence[Seat], place: int) -> bool:
    """Whether a seat of this order can stand in front of a place."""
    above = place == 0 or seats[place - 1].order < order
    return above and (place == len(seats) or order < seats[place].order)


def number_seats(new: Sequence[Seat], seats: Sequence[Seat], place: int) -> bool:
    """Give new seats their orders in front of a place; False where there is no room between the neighbours."""
    if place == len(seats):
        start, step = seats[-1].order if seats else 0, GAP
    elif place == 0:
        start, step = seats[0].order - GAP * (len(new) + 1), GAP
    else:
        start = seats[place - 1].order
        step = (seats[place].order - start) // (len(new) + 1)
    for count, seat in enumerate(new, 1):
        seat.order = start + count * step
    return step > 0


def renumber(seats: Sequence[Seat]) -> None:
    """Make room between all of them."""
    for place, seat in enumerate(seats):
        seat.order = place * GAP
