"""How far an account's queue has come, in numbers that the window can show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import datetime

    from smsdesk.domain.draft import Draft
    from smsdesk.domain.errors import UserFacingError


class QueueState(StrEnum):
    """What an account's queue is doing."""

    IDLE = "idle"
    SENDING = "sending"
    WAITING = "waiting"  # it goes on by itself
    STOPPED = "stopped"  # it goes on when the user says so


@frozen
class Countdown:
    """An announcement that can still be taken back whole.

    Attributes:
        announcement_id: which.
        people: how many get it.
        ends_at: when (UTC) the first of them may leave.
        before: the draft that it was, for the composer; None where it did not come from there.
    """

    announcement_id: int
    people: int
    ends_at: datetime
    before: Draft | None = None


@frozen
class Progress:
    """A snapshot of one account's queue.

    Attributes:
        state: idle, sending, waiting to try again, or stopped.
        done: deliveries that the gateway was asked to take since the queue began to move.
        total: deliveries in this run: done and still queued.
        left_s: seconds still needed at the pace so far; None when it is too early to tell.
        reason: why the queue stopped, or waits.
        tries_at: when it tries again by itself (UTC), where it waits; None while it is trying.
        rejected: how many of `done` the gateway refused.
        unknown: of how many of `done` it is not known whether it took them.
    """

    state: QueueState = QueueState.IDLE
    done: int = 0
    total: int = 0
    left_s: float | None = None
    reason: UserFacingError | None = None
    tries_at: datetime | None = None
    rejected: int = 0
    unknown: int = 0

    @property
    def taken(self) -> int:
        """Deliveries that the gateway has taken."""
        return self.done - self.rejected - self.unknown

    @property
    def waiting(self) -> int:
        """Deliveries that have not left yet."""
        return self.total - self.done


def time_left(elapsed_s: float, done: int, waiting: int) -> float | None:
    """Seconds left at the pace so far; None before there is a pace to speak of."""
    if done < 3 or elapsed_s < 2:
        return None
    return elapsed_s / done * waiting
