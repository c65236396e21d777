"""The list of people that an announcement goes to: every row that came in, in order, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smsdesk.domain.phone_numbers import Verdict, display
from smsdesk.domain.recipients.arrangement import Arrangement, turn, work_out
from smsdesk.domain.recipients.change import Change, Delta, Plan, Swap
from smsdesk.domain.recipients.counts import Counts
from smsdesk.domain.recipients.numbering import GAP, fits_in, number_seats, renumber
from smsdesk.domain.recipients.rows import Reader, Seat
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.recipients.rows import Check, RecipientRow
    from smsdesk.domain.sentence import Sentence

FEW: Final = 300
"""So many rows are changed one by one; more are better worked out together."""
_SENT_TO: Final = (Verdict.READY, Verdict.REPAIRED)  # looked up once: an enumeration's members are slow to name
_SAME_NUMBER = QT_TRANSLATE_NOOP("list", "the same number as {whom}")
_SAME_ROW = QT_TRANSLATE_NOOP("list", "the same as another row")


class RecipientList:
    """Rows in the order they came; who repeats a row before keeps a row, and is not sent to.

    Rows with the same number repeat the first of them, which takes a name of theirs if it has none; when it goes, or
    is edited, the next one is the first. Rows with a problem repeat what was typed, and named, the same.

    A change of many rows can be planned elsewhere and made here: `plan_...` changes nothing and may run on a worker
    while the list is in use, and `commit` takes no plan that a change in the meantime has overtaken.

    Args:
        country: ISO region whose local form is understood, "" for none.
        check: the provider's refusal of an E.164 number, if any; it becomes the row's problem.
    """

    def __init__(self, country: str = "", check: Check | None = None) -> None:
        self._reader = Reader(country, check)
        self._reading = 0
        self._version = 0
        self._numbering = 0
        self._now = Arrangement()
        self._stale = False
        self._all_touched = False

    def __len__(self) -> int:
        return len(self._now.seats)

    def __iter__(self) -> Iterator[RecipientRow]:
        return (seat.shown for seat in self._now.seats)

    def __getitem__(self, place: int) -> RecipientRow:
        return self._now.seats[place].shown

    @property
    def seats(self) -> Sequence[Seat]:
        """All seats in order; to read, and only until the next change."""
        return self._now.seats

    @property
    def rows(self) -> tuple[RecipientRow, ...]:
        """All rows as they came: a row that borrows a name has none here."""
        return tuple([seat.row for seat in self._now.seats])

    @property
    def people(self) -> list[RecipientRow]:
        """Who gets a message, in order, each number once."""
        return [seat.shown for seat in self._now.seats if seat.verdict in _SENT_TO]

    @property
    def reader(self) -> Reader:
        """What reads for the account in use."""
        return self._reader

    @property
    def stale(self) -> bool:
        """Whether there are rows that were read for another account than the one in use."""
        return self._stale

    @property
    def counts(self) -> Counts:
        """How many rows there are of each verdict."""
        return Counts.of(self._now.tally)

    def verdict(self, place: int) -> Verdict:
        """Ready, repaired, attention, or repeated."""
        return self._now.seats[place].verdict

    def sentence(self, place: int) -> Sentence | None:
        """What is said of a row; None for what is plainly ready."""
        return self.sentence_of(self._now.seats[place])

    def sentence_of(self, seat: Seat) -> Sentence | None:
        """What is said of a seat's row; None for what is plainly ready."""
        if seat.verdict is not Verdict.REPEATED:
            return seat.row.problem or seat.row.note
        first = self._now.first_of(seat).shown
        return _SAME_NUMBER.fill(whom=first.name or display(first.number)) if first.number else _SAME_ROW

    def place_of(self, seat: Seat) -> int:
        """Where a seat of the list stands."""
        return self._now.place_of(seat)

    def first_of(self, place: int) -> int:
        """Where the row stands that this one repeats; its own place if it repeats none."""
        return self.place_of(self._now.first_of(self._now.seats[place]))

    def holds(self, seat: Seat) -> bool:
        """Whether a seat is in the list."""
        place = self.place_of(seat)
        return place < len(self) and self._now.seats[place] is seat

    def with_repeats(self, places: Iterable[int]) -> set[int]:
        """Give these places and those of all rows that are the same as theirs."""
        return self._now.with_equals(places)

    def fits(self, plan: Plan) -> bool:
        """Whether the list is still the one that a plan was made for."""
        return plan.version == self._version

    def take_touched(self) -> set[Seat] | None:
        """Give the seats that came, went or look different since this was asked last; None for any of them."""
        touched, self._now.touched = self._now.touched, set()
        everything, self._all_touched = self._all_touched, False
        return None if everything else touched

    def add(self, entries: Sequence[Entry], at: int | None = None) -> Change:
        """Add people who were read for the list's country; behind all others, or from a place on."""
        rows = [self._reader.entry_row(entry) for entry in entries]
        if len(rows) > FEW:
            return self._committed(self.plan_add(rows, at))
        place = len(self) if at is None else at
        new = [Seat(row) for row in rows]
        self._number_or_renumber(new, place)
        return self._made(Delta(self._reading, put=tuple(enumerate(new, place))))

    def edit(self, place: int, typed: str | None = None, name: str | None = None) -> Change:
        """Change a row; what is None stays. A new number is read anew, for which no suggestion was taken."""
        seat = self._now.seats[place]
        new = self._reader.edited(seat.shown, typed, name)
        return self._made(Delta(self._reading, edited=((seat, seat.row, new),) if new is not seat.shown else ()))

    def take_suggestions(self, places: Iterable[int]) -> Change:
        """Send to the suggested numbers of these rows; those without a suggestion stay as they are."""
        seats = self._now.seats
        taken = [seats[place] for place in dict.fromkeys(places) if seats[place].row.suggestion]
        if len(taken) > FEW:
            new = {seat: self._reader.accepted(seat.row) for seat in taken}
            return self._committed(self._plan(list(seats), [new.get(seat, seat.row) for seat in seats]))
        edited = tuple((seat, seat.row, self._reader.accepted(seat.row)) for seat in taken)
        return self._made(Delta(self._reading, edited=edited))

    def delete(self, places: Iterable[int]) -> Change:
        """Take these rows out; places without a row are ignored."""
        seats = self._now.seats
        gone = {place for place in places if 0 <= place < len(seats)}
        if len(gone) > FEW:
            return self._committed(self.plan_without({seats[place] for place in gone}))
        return self._made(Delta(self._reading, taken=tuple((place, seats[place]) for place in sorted(gone))))

    def replace(self, rows: Iterable[RecipientRow]) -> Change:
        """Hold these instead: a draft, or the people of an earlier announcement."""
        return self._committed(self.plan_replace(rows))

    def forget(self, numbers: Collection[str]) -> None:
        """Take these out for good: after Send, nothing must bring the same people back."""
        self._committed(self.plan_without({seat for seat in self._now.seats if seat.row.number in numbers}))

    def reread(self, country: str, check: Check | None) -> None:
        """Read all rows for another account at once."""
        self.read_for(country, check)
        self.commit(self.plan_reading())

    def read_for(self, country: str, check: Check | None) -> None:
        """Read for another account from now on; the rows there are stale until a `plan_reading` is committed."""
        self._reader = Reader(country, check)
        self._reading += 1
        self._version += 1
        self._stale = bool(self._now.seats)

    def apply(self, change: Change) -> None:
        """Make a change again that was taken back."""
        self._version += 1
        if isinstance(change, Delta):
            self._apply(change)
        else:
            self._swap(change)

    def revert(self, change: Change) -> None:
        """Take a change back; what was changed after it must have been taken back before."""
        self.apply(change.reversed())

    def plan_add(self, rows: Iterable[RecipientRow], at: int | None = None) -> Plan:
        """Plan to add these, which the list's own `reader` read."""
        version, number, seats = self._version, self._reading, list(self._now.seats)
        place = len(seats) if at is None else at
        new = [Seat(row) for row in rows]
        crowded = not number_seats(new, seats, place)
        seats[place:place] = new
        return Plan(version, number, work_out(seats, [seat.row for seat in seats]), crowded=crowded)

    def plan_replace(self, rows: Iterable[RecipientRow]) -> Plan:
        """Plan to hold these rows instead."""
        version, number = self._version, self._reading
        seats = [Seat(row, place * GAP) for place, row in enumerate(rows)]
        return Plan(version, number, work_out(seats, [seat.row for seat in seats]))

    def plan_without(self, gone: set[Seat]) -> Plan:
        """Plan to take these out."""
        kept = [seat for seat in list(self._now.seats) if seat not in gone]
        return self._plan(kept, [seat.row for seat in kept])

    def plan_reading(self) -> Plan:
        """Plan what the rows are for the account in use."""
        version, number, again, seats = self._version, self._reading, self._reader.again, list(self._now.seats)
        return Plan(version, number, work_out(seats, [again(seat.row) for seat in seats]), rereading=True)

    def commit(self, plan: Plan) -> Swap | None:
        """Make what was planned; None where the list was changed in the meantime, or nothing is there to undo."""
        nothing = not (plan.rereading or plan.found.turned) and plan.found.seats == self._now.seats
        if nothing or not self.fits(plan):
            return None
        self._version += 1
        self._all_touched = True
        before, found = self._now, plan.found
        before.touched.clear()
        turn(found.turned)
        if plan.rereading:
            before.refill(found)
            self._stale = False
            return None
        self._now = Arrangement(found)
        if plan.crowded:
            self._renumber(found.seats)
        self._stale = self._stale and bool(found.seats)
        return Swap(plan.reading, self._numbering, before, self._now, found.turned)

    def _plan(self, seats: list[Seat], rows: Sequence[RecipientRow]) -> Plan:
        return Plan(self._version, self._reading, work_out(seats, rows))

    def _committed(self, plan: Plan) -> Change:
        return self.commit(plan) or Delta(self._reading)

    def _made(self, delta: Delta) -> Delta:
        if delta:
            self._version += 1
            self._apply(delta)
        return delta

    def _apply(self, delta: Delta) -> None:
        now, again = self._now, None if delta.reading == self._reading else self._reader.again
        for place, seat in reversed(delta.taken):
            del now.seats[place]
            now.leave(seat)
        for seat, _, new in delta.edited:
            now.leave(seat)
            seat.row = again(new) if again else new
            now.enter(seat)
        for place, seat in delta.put:
            if not fits_in(seat.order, now.seats, place):
                self._number_or_renumber([seat], place)
            seat.row = again(seat.row) if again else seat.row
            now.seats.insert(place, seat)
            now.enter(seat)

    def _swap(self, swap: Swap) -> None:
        """Put one arrangement in the place of another; what was read for another account is stale then."""
        self._all_touched = True
        if swap.numbering != self._numbering:
            self._renumber(swap.after.seats)
        if swap.reading == self._reading:
            turn(swap.turned)
        else:
            rows = {seat: row for seat, _, (row, _, _) in swap.turned}
            found = work_out(swap.after.seats, [rows.get(seat, seat.row) for seat in swap.after.seats])
            turn(found.turned)
            swap.after.refill(found)
            self._stale = bool(found.seats)
        self._now = swap.after
        self._now.touched.clear()

    def _number_or_renumber(self, new: Sequence[Seat], place: int) -> None:
        if not number_seats(new, self._now.seats, place):
            self._renumber(self._now.seats)
            number_seats(new, self._now.seats, place)

    def _renumber(self, seats: Sequence[Seat]) -> None:
        self._numbering += 1
        renumber(seats)
