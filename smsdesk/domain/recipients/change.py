"""Changes of the recipient list that can be taken back and made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from smsdesk.domain.recipients.arrangement import Arrangement, Turn, WorkedOut
    from smsdesk.domain.recipients.rows import RecipientRow, Seat


@frozen
class Delta:
    """A change of few rows: only these are touched by it.

    Attributes:
        reading: which account the rows were read for; what is put back for another one is read again.
        taken: places and seats that leave, by their places before, in order.
        put: places and seats that come, by their places afterwards, in order.
        edited: a seat with its row before and afterwards.
    """

    reading: int
    taken: tuple[tuple[int, Seat], ...] = ()
    put: tuple[tuple[int, Seat], ...] = ()
    edited: tuple[tuple[Seat, RecipientRow, RecipientRow], ...] = ()

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.taken or self.put or self.edited)

    def reversed(self) -> Delta:
        """Give the change that takes it back."""
        return Delta(self.reading, self.put, self.taken, tuple((seat, new, old) for seat, old, new in self.edited))


@frozen
class Swap:
    """A change of many rows: one arrangement in the place of another, however many rows it holds.

    Attributes:
        reading: which account the rows were read for.
        numbering: which orders of the seats it relies on.
        before: what there was; nobody changes it while it is out of use.
        after: what came.
        turned: the seats that look different.
    """

    reading: int
    numbering: int
    before: Arrangement
    after: Arrangement
    turned: list[Turn]

    def reversed(self) -> Swap:
        """Give the change that takes it back."""
        turned = [(seat, new, old) for seat, old, new in self.turned]
        return Swap(self.reading, self.numbering, self.after, self.before, turned)


Change: TypeAlias = Delta | Swap


@frozen
class Plan:
    """A change of many rows that was worked out, by a worker perhaps, and waits to be made.

    Attributes:
        version: of the list that it was worked out for; it fits no other.
        reading: as of the list then.
        found: what there will be.
        rereading: whether the same seats were read for another account, which is no step to undo.
        crowded: whether the seats must be numbered anew.
    """

    version: int
    reading: int
    found: WorkedOut
    rereading: bool = False
    crowded: bool = False
