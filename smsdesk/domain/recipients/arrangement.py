"""Rows in order, with who is the same as whom: kept up to date row by row, or worked out at once for many."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.domain.recipients.rows import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smsdesk.domain.recipients.rows import Identity, RecipientRow, Seat

    Look: TypeAlias = tuple[RecipientRow, RecipientRow, Verdict]
    """What a seat's row, shown row and verdict are."""
    Turn: TypeAlias = tuple[Seat, Look, Look]
    """A seat's look before and after a change of many."""
    Groups: TypeAlias = dict[Identity, "Seat | list[Seat]"]

_MANY = 1_000
_order = attrgetter("order")


class WorkedOut(NamedTuple):
    """What `work_out` found; nothing has been changed by it yet.

    Attributes:
        seats: in order.
        groups: by identity the seat that has it, or the several that do, in order.
        tally: how many seats there are of each verdict.
        turned: what becomes different with the seats.
    """

    seats: list[Seat]
    groups: Groups
    tally: Counter[Verdict]
    turned: list[Turn]


def work_out(seats: list[Seat], rows: Sequence[RecipientRow]) -> WorkedOut:
    """Work out who is the same as whom when these rows sit in these seats; changes nothing, so a worker may do it."""
    firsts: dict[Identity, int] = {}
    repeats: dict[Identity, list[int]] = {}
    for place, row in enumerate(rows):
        same = row.read.number or (row.typed.strip(), row.name)
        first = firsts.setdefault(same, place)
        if first != place:
            repeats.setdefault(same, [first]).append(place)
    groups: Groups = {same: seats[place] for same, place in firsts.items()}
    verdicts = [row.read.verdict for row in rows]
    shown = list(rows)
    for same, places in repeats.items():
        groups[same] = [seats[place] for place in places]
        for place in places[1:]:
            verdicts[place] = Verdict.REPEATED
        first = places[0]
        if not rows[first].name:
            lent = named(rows[first], next((rows[place].name for place in places if rows[place].name), ""))
            shown[first] = seats[first].shown if seats[first].shown == lent else lent
    turned = [
        (seat, (seat.row, seat.shown, seat.verdict), (row, seen, verdict))
        for seat, row, seen, verdict in zip(seats, rows, shown, verdicts, strict=True)
        if seat.row is not row or seat.shown is not seen or seat.verdict is not verdict
    ]
    return WorkedOut(seats, groups, Counter(verdicts), turned)


def turn(turned: Iterable[Turn]) -> None:
    """Let seats look as it was worked out."""
    for seat, _, look in turned:
        seat.row, seat.shown, seat.verdict = look


class Arrangement:
    """The seats in order, with their groups of equals; a seat that moves in or out costs no look at the others.

    Attributes:
        seats: in order.
        tally: how many seats there are of each verdict.
        touched: the seats that look different since this was emptied.
    """

    def __init__(self, found: WorkedOut | None = None) -> None:
        self.seats: list[Seat] = found.seats if found else []
        self.tally: Counter[Verdict] = found.tally if found else Counter()
        self.touched: set[Seat] = set()
        self._groups: Groups = found.groups if found else {}

    def refill(self, found: WorkedOut) -> None:
        """Take over what was worked out for the same seats."""
        self.tally, self._groups = found.tally, found.groups

    def place_of(self, seat: Seat) -> int:
        """Give where a seat stands, or would stand."""
        return bisect_left(self.seats, seat.order, key=_order)

    def first_of(self, seat: Seat) -> Seat:
        """Give the first of those that are the same as this one."""
        group = self._groups[seat.row.identity]
        return group[0] if isinstance(group, list) else group

    def with_equals(self, places: Iterable[int]) -> set[int]:
        """Give these places and those of all that are the same as theirs."""
        found = set(places)
        every = self._groups.values() if len(found) > _MANY else map(self._group, set(found))
        for group in {id(group): group for group in every if isinstance(group, list)}.values():
            equals = [self.place_of(seat) for seat in group]
            if not found.isdisjoint(equals):
                found.update(equals)
        return found

    def enter(self, seat: Seat) -> None:
        """Group the row of a seat that stands at its place."""
        seat.shown, seat.verdict = seat.row, seat.row.verdict
        self.tally[seat.verdict] += 1
        self.touched.add(seat)
        same = seat.row.identity
        there = self._groups.get(same)
        if there is None:
            self._groups[same] = seat
            return
        group = there if isinstance(there, list) else [there]
        group.insert(bisect_left(group, seat.order, key=_order), seat)
        self._groups[same] = group
        self._settle(group, seat)

    def leave(self, seat: Seat) -> None:
        """Take the row of a seat out of its group, before it changes."""
        self.tally[seat.verdict] -= 1
        self.touched.add(seat)
        same = seat.row.identity
        group = self._groups[same]
        if not isinstance(group, list):
            del self._groups[same]
            return
        del group[bisect_left(group, seat.order, key=_order)]
        self._settle(group, group[0])
        if len(group) == 1:
            self._groups[same] = group[0]

    def _group(self, place: int) -> Seat | list[Seat]:
        return self._groups[self.seats[place].row.identity]

    def _settle(self, group: list[Seat], newest: Seat) -> None:
        """Let the first of a group be who it is, with a name, and the next and the newest one repeat it."""
        first = group[0]
        name = first.row.name or next((seat.row.name for seat in group if seat.row.name), "")
        self._look(first, first.row if first.row.name else named(first.row, name), first.row.verdict)
        for seat in {*group[1:2], newest} - {first}:
            self._look(seat, seat.row, Verdict.REPEATED)

    def _look(self, seat: Seat, shown: RecipientRow, verdict: Verdict) -> None:
        if seat.verdict is not verdict or seat.shown != shown:
            self.tally[seat.verdict] -= 1
            self.tally[verdict] += 1
            seat.shown, seat.verdict = shown, verdict
            self.touched.add(seat)
