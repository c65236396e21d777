"""What a queue counts: how much it has done, how fast, and how long it has not got on."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from smsdesk.domain.outcome import Outcome
from smsdesk.services.sending.queue.moves import Standing
from smsdesk.services.sending.queue.progress import Progress, QueueState, time_left
from smsdesk.workers.clock import elapsed_s

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from smsdesk.domain.errors import UserFacingError
    from smsdesk.domain.outcome import Verdict

_LATELY = 9
"""Submissions before the one that is judged."""


@dataclass(slots=True)
class Tally:
    """One queue's figures; used under the lock of the queue.

    Attributes:
        done: deliveries that the gateway was asked to take since the queue was empty.
        rejected: how many of these it refused.
        unknown: of how many of these it is not known.
        waiting: deliveries not handed over yet.
        tries: how often in a row nothing was taken.
        unknown_in_a_row: submissions in a row that ended unknown.
        unknown_lately: of each of the last submissions, whether it ended unknown; anew when the user says Continue.
        refused_with: the code with which a message was last refused, whoever was to get it, and nothing was accepted
            since; "" else, and anew when the user says Continue.
        fresh_at: when it last got on, or the user last said so (`elapsed_s`: a night asleep counts, a clock that is
            set does not).
        began: when it last began to move (monotonic seconds).
        done_before: what was done by then.
    """

    done: int = 0
    rejected: int = 0
    unknown: int = 0
    waiting: int = 0
    tries: int = 0
    unknown_in_a_row: int = 0
    unknown_lately: deque[bool] = field(default_factory=lambda: deque(maxlen=_LATELY))
    refused_with: str = ""
    fresh_at: float = field(default_factory=elapsed_s)
    began: float = 0.0
    done_before: int = 0

    def add(self, people: int) -> None:
        """So many more are to be handed over."""
        if self.waiting == 0:
            self.done = self.rejected = self.unknown = 0
        self.waiting += people

    def begin(self) -> None:
        """The queue begins to move."""
        self.unknown_in_a_row = 0
        self.began, self.done_before = time.monotonic(), self.done

    def freshen(self) -> None:
        """It got on, or the user wants it now."""
        self.tries, self.fresh_at = 0, elapsed_s()

    def by_hand(self) -> None:
        """The user wants it now, having seen what happened before."""
        self.freshen()
        self.unknown_lately.clear()
        self.refused_with = ""

    def took(self, verdicts: Sequence[Verdict], back: int, settled: int) -> None:
        """A submission has ended: so many deliveries of it are not sent, and so many wait no more."""
        outcomes = [verdict.outcome for verdict in verdicts if not verdict.refuses_all]
        self.done += len(verdicts) - back
        self.rejected += outcomes.count(Outcome.REJECTED)
        self.unknown += outcomes.count(Outcome.UNKNOWN)
        self.waiting -= settled
        unknown = Outcome.UNKNOWN in outcomes
        self.unknown_in_a_row = self.unknown_in_a_row + 1 if unknown else 0
        if back < len(verdicts):
            self.unknown_lately.append(unknown)
            self.freshen()
        if Outcome.ACCEPTED in outcomes:
            self.refused_with = ""
        else:
            self.refused_with = next((v.code for v in verdicts if v.refuses_message), self.refused_with)

    def standing(self, settled: int, *, stopped: bool, because: str | None) -> Standing:
        """How it stands when so many will wait no more."""
        return Standing(
            stopped, because, settled, self.waiting == settled, self.tries, self.unknown_in_a_row,
            sum(self.unknown_lately), self.refused_with,
        )  # fmt: skip

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
        return Progress(
            state, self.done, self.done + self.waiting, left_s if moving else None, reason, tries_at,
            rejected=self.rejected, unknown=self.unknown,
        )  # fmt: skip
