"""What a queue counts: how much it has done, how fast, and how long it has not got on."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from smsdesk.services.sending.queue.progress import Progress, QueueState, time_left
from smsdesk.workers.clock import elapsed_s

if TYPE_CHECKING:
    from datetime import datetime

    from smsdesk.domain.errors import UserFacingError


@dataclass(slots=True)
class Tally:
    """One queue's figures; used under the lock of the queue.

    Attributes:
        done: deliveries handed over since the queue was empty.
        waiting: deliveries not handed over yet.
        tries: how often in a row nothing was taken.
        unknown_in_a_row: submissions in a row that ended unknown.
        fresh_at: when it last got on, or the user last said so (`elapsed_s`: a night asleep counts, a clock that is
            set does not).
        began: when it last began to move (monotonic seconds).
        done_before: what was done by then.
    """

    done: int = 0
    waiting: int = 0
    tries: int = 0
    unknown_in_a_row: int = 0
    fresh_at: float = field(default_factory=elapsed_s)
    began: float = 0.0
    done_before: int = 0

    def add(self, people: int) -> None:
        """So many more are to be handed over."""
        if self.waiting == 0:
            self.done = 0
        self.waiting += people

    def begin(self) -> None:
        """The queue begins to move."""
        self.unknown_in_a_row = 0
        self.began, self.done_before = time.monotonic(), self.done

    def freshen(self) -> None:
        """It got on, or the user wants it now."""
        self.tries, self.fresh_at = 0, elapsed_s()

    def took(self, handed_over: int, settled: int, *, unknown: bool) -> None:
        """A submission has ended: so many are handed over, and so many wait no more."""
        self.done += handed_over
        self.waiting -= settled
        self.unknown_in_a_row = self.unknown_in_a_row + 1 if unknown else 0
        if handed_over:
            self.freshen()

    def stuck_for(self) -> timedelta:
        """How long it has not got on."""
        return timedelta(seconds=elapsed_s() - self.fresh_at)

    def progress(
        self,
        *,
        moving: bool,
        reason: UserFacingError | None,
        hindrance: UserFacingError | None,
        tries_at: datetime | None,
    ) -> Progress:
        """Where the queue stands: whether it moves, why it stopped, why nothing was taken, when it tries again."""
        state = QueueState.IDLE
        if reason is not None:
            state = QueueState.STOPPED
        elif hindrance is not None:  # while it tries again, too
            state, reason = QueueState.WAITING, hindrance
        elif moving:
            state = QueueState.SENDING
        left_s = time_left(time.monotonic() - self.began, self.done - self.done_before, self.waiting)
        return Progress(state, self.done, self.done + self.waiting, left_s if moving else None, reason, tries_at)
