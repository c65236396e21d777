"""What the sender knows of one account's queue while the program runs; the deliveries themselves are in the outbox."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.services.sending.progress import Countdown, Progress, QueueState, time_left
from smsdesk.workers.timer import start_timer

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.services.sending.submission import Answer


@dataclass(frozen=True, slots=True)
class Retry:
    """The queue waits and tries again by itself: when (UTC), and what wakes it."""

    at: datetime
    alarm: threading.Timer


@dataclass
class AccountQueue:
    """One account's queue.

    Everything is touched under `lock`, but `announcement_id`, `unwritten` and `by_hand` while it moves: by its lane.

    Attributes:
        account: the account as it is now.
        lock: held for moments; nothing is waited for, and nobody told, while it is.
        moving: a step is on the lane.
        reason: why it stopped until the user says Continue.
        retry: it goes on by itself later.
        hindrance: why nothing was taken the last time; None since something was, or the user said Continue.
        countdowns: announcements that may not leave yet, by id, with what ends their countdown.
        left_over: why something of an earlier run waits for the user, while younger announcements go out.
        held: the announcements that wait for that, with the number of their people.
        undone: announcements that were taken back, which the disk would not take yet.
        stopped: submissions that were on their way when Stop was pressed: what comes back of them is cancelled.
        announcement_id: the announcement under way.
        unwritten: an answer that is not on disk yet.
        more: something was added while the lane may already have found the queue empty.
        by_hand: the user has just said Continue: one submission may try a login that was refused before that.
        fresh_at: when it last got on, or the user last said so (UTC).
        tries: how often in a row nothing was taken.
        unknown_in_a_row: submissions in a row that ended unknown.
        done, waiting: deliveries handed over since the queue was empty, and not yet.
        began, done_before: when it last began to move (monotonic seconds), and what was done by then.
    """

    account: Account
    lock: threading.Lock = field(default_factory=threading.Lock)
    moving: bool = False
    reason: UserFacingError | None = None
    retry: Retry | None = None
    hindrance: UserFacingError | None = None
    countdowns: dict[int, tuple[Countdown, threading.Timer]] = field(default_factory=dict)
    left_over: UserFacingError | None = None
    held: dict[int, int] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)
    stopped: frozenset[int] = frozenset()
    announcement_id: int | None = None
    unwritten: Answer | None = None
    more: bool = False
    by_hand: bool = False
    fresh_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    tries: int = 0
    unknown_in_a_row: int = 0
    done: int = 0
    waiting: int = 0
    began: float = 0.0
    done_before: int = 0

    def progress(self) -> Progress:
        """Where the queue stands; it is read as a whole, under its lock."""
        with self.lock:
            state, reason = QueueState.IDLE, self.reason
            if reason is not None:
                state = QueueState.STOPPED
            elif self.hindrance is not None:  # while it tries again, too
                state, reason = QueueState.WAITING, self.hindrance
            elif self.moving:
                state = QueueState.SENDING
            pace = (time.monotonic() - self.began, self.done - self.done_before)
            left = time_left(*pace, self.waiting) if self.moving else None
            tries_at = self.retry.at if self.retry else None
            return Progress(state, self.done, self.done + self.waiting, left, reason, tries_at)

    def count_down(self, announcement_id: int, people: int, after_s: float, then: Callable[[], object]) -> None:
        """For so many seconds nothing of this announcement may leave; `then` is called after that."""
        ends_at = datetime.now(UTC) + timedelta(seconds=after_s)

        def over() -> None:
            with self.lock:
                self.forget_countdown(announcement_id)
            then()

        with self.lock:
            alarm = start_timer(after_s, over)
            self.countdowns[announcement_id] = (Countdown(announcement_id, people, ends_at), alarm)

    def forget_retry(self) -> None:
        """Try again no more by itself; it moves now, or stops."""
        if self.retry is not None:
            self.retry.alarm.cancel()
            self.retry = None

    def forget_countdown(self, announcement_id: int) -> None:
        """It may leave from now on, or was taken back."""
        _, alarm = self.countdowns.pop(announcement_id, (None, None))
        if alarm is not None:
            alarm.cancel()

    def forget_countdowns(self) -> None:
        """What may not leave yet was cancelled, or is let go with the rest."""
        for announcement_id in list(self.countdowns):
            self.forget_countdown(announcement_id)
