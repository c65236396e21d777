"""What is known of one account's queue while the program runs, and its moves; the deliveries are in the outbox."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.domain.outcome import UNDONE
from smsdesk.services.sending.queue.countdowns import Countdowns
from smsdesk.services.sending.queue.moves import Added, Adding, Resumed, Snapshot, Step
from smsdesk.services.sending.queue.progress import Countdown
from smsdesk.services.sending.queue.recalls import Recalls
from smsdesk.services.sending.queue.retry import Retry
from smsdesk.services.sending.queue.tally import Tally
from smsdesk.workers.clock import elapsed_s

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.domain.draft import Draft
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.services.sending.queue.moves import Standing
    from smsdesk.services.sending.queue.progress import Progress
    from smsdesk.services.sending.submission import Answer
    from smsdesk.store.sending.claims import Claim
    from smsdesk.store.sending.outbox import Stopped
    from smsdesk.store.sending.recovery import LeftOver


class AccountQueue:
    """One account's queue: every method is a move that is made whole, or not at all; from any thread.

    The lock is held for moments: nothing is waited for, and nobody told, while it is. What a move writes to the disk
    (`store`, `release`, `cancel`) is given to the writer while it is held, so that disk and memory see the moves in
    one order. Only the lane calls what stands below "the run".

    Attributes:
        account: the account as it is now.
    """

    def __init__(self, account: Account) -> None:
        self.account = account
        self._lock = threading.Lock()
        self._moving = False  # a step is on the lane
        self._reason: UserFacingError | None = None  # why it stopped until the user says Continue
        self._retry = Retry()  # it goes on by itself later
        self._hindrance: UserFacingError | None = None  # why nothing was taken, until something is or Continue is said
        self._countdowns = Countdowns()
        self._left_over: UserFacingError | None = None  # why something of an earlier run waits, while younger goes out
        self._held: dict[int, int] = {}  # the announcements that wait for that, with the number of their people
        self._recalls = Recalls()
        self._stopping = 0  # presses of Stop that are not on disk yet
        self._newest = 0  # the newest announcement that this queue was told of
        self._announcement_id: int | None = None  # under way
        self._unwritten: Answer | None = None  # not on disk yet
        self._more = False  # something was added while the lane may already have found the queue empty
        self._tally = Tally()

    # --- what is added

    def take_up(
        self,
        left: LeftOver,
        why_held: UserFacingError | None,
        counting: Collection[tuple[Countdown, float]],
        over: Callable[[], object],
    ) -> None:
        """An earlier run left this: what of it waits for the user, and what counts down for how many seconds more."""
        with self._lock:
            self._tally.waiting += left.people
            held = dict(left.held)
            self._newest = max([self._newest, *held, *(announcement_id for announcement_id, _, _ in left.young)])
            if held:
                self._held, self._left_over = held, why_held
                self._reason = None if left.young else why_held
            for countdown, after_s in counting:
                self._count_down(countdown, after_s, over)

    def add(self, people: int, store: Callable[[bool], Future[int]]) -> Adding:
        """An announcement for so many: `store` puts it in the outbox, and is told whether it waits for Continue."""
        with self._lock:
            self._tally.add(people)
            wakes = not self._moving and not self._retry
            if wakes:
                self._tally.fresh_at = elapsed_s()
            waits = self._is_stopped()
            return Adding(store(waits), people, waits, wakes)

    def added(
        self, adding: Adding, announcement_id: int, after_s: float, over: Callable[[], object], before: Draft | None
    ) -> Added:
        """It is on disk. What counts down may leave after so many seconds; `over` is called then."""
        with self._lock:
            self._newest = max(self._newest, announcement_id)
            if self._is_stopped():
                return Added.WAITS
            if after_s <= 0 or adding.waits:
                return Added.MAY_LEAVE
            ends_at = datetime.now(UTC) + timedelta(seconds=after_s)
            self._count_down(Countdown(announcement_id, adding.people, ends_at, before), after_s, over)
            return Added.COUNTS_DOWN

    def not_added(self, people: int) -> None:
        """The disk would not take it, or so many of it were left out."""
        with self._lock:
            self._tally.waiting -= people

    # --- what the user takes back

    def undo(self, announcement_id: int, cancel: Callable[[], Future[Stopped]]) -> Future[Stopped]:
        """End an announcement's countdown after `cancel`: whoever claims from now on finds it cancelled."""
        with self._lock:
            self._recalls.begin_undo(announcement_id)
            cancelled = cancel()
            self._countdowns.forget([announcement_id])
            return cancelled

    def undo_failed(self, announcement_id: int, *, refused: bool) -> None:
        """It was not taken back after all; it must not leave, though, where it was the disk that `refused`."""
        with self._lock:
            (self._recalls.undone.add if refused else self._recalls.forget_undo)(announcement_id)

    def taken_back(self, announcement_id: int, stopped: Stopped, code: str | None = UNDONE) -> None:
        """What had not left of an announcement is cancelled, on disk too; what is on its way, if it comes back."""
        with self._lock:
            self._recalls.found(stopped, code, announcement_id)
            self._tally.waiting -= stopped.people

    def how_many_taken_back(self, announcement_id: int) -> int:
        """How many of the announcement that was taken back last are cancelled by now."""
        with self._lock:
            return self._recalls.how_many(announcement_id)

    def stop(self, cancel: Callable[[], Future[Stopped]]) -> Future[Stopped]:
        """Stop was pressed: what is added from now on comes after it, though `cancel` may not be on disk for long."""
        with self._lock:
            self._stopping += 1
            return cancel()

    def stopped_by_user(self, stopped: Stopped) -> bool:
        """Everything that had not left is cancelled, on disk too; True when there is something to move for."""
        with self._lock:
            self._stopping -= 1
            self._retry.forget()
            self._countdowns.forget(stopped.cancelled)
            self._reason = self._left_over = self._hindrance = None
            self._held = {}
            self._recalls.found(stopped, None)
            self._tally.waiting -= sum(stopped.cancelled.values())
            # An answer that the disk would not take is written before anything else; the rest came after the Stop.
            return not self._moving and (self._unwritten is not None or self._tally.waiting > 0)

    def stop_refused(self) -> None:
        """The disk would not take the Stop."""
        with self._lock:
            self._stopping -= 1

    # --- moving and standing still

    def begin(self) -> bool:
        """Begin to move; False where it moves already, waits to try again, or has stopped."""
        with self._lock:
            self._more = self._moving
            if self._moving or self._reason is not None or self._retry:
                return False
            self._begin()
            return True

    def resume(self, release: Callable[[list[int]], Future[None]], *, by_hand: bool) -> Resumed | None:
        """The user said Continue, which `release` writes, but for the announcements that it is given.

        What of an earlier run waits for the user goes as well only when that was asked about. Without `by_hand` the
        user has only mended what it stopped for: when that took long, it is asked about before anything leaves. None
        where the queue moves, and was not told to stop.
        """
        with self._lock:
            begins = not self._moving
            if not begins and self._reason is None:
                return None
            asked_about_old = self._reason is self._left_over
            if begins:
                self._begin()
            self._reason = self._hindrance = None
            if by_hand:
                self._tally.by_hand()
            if asked_about_old:
                self._left_over, self._held = None, {}
            return Resumed(begins, release(list(self._held)))

    def stop_soon(self, reason: UserFacingError) -> None:
        """Nothing more may leave until Continue; the step under way ends the run."""
        with self._lock:
            self._stop(reason)

    def halt(self, reason: UserFacingError) -> None:
        """The step under way has ended the run: nothing more leaves until Continue."""
        with self._lock:
            self._stop(reason)
            self._moving = False

    def end(self, reason: UserFacingError | None = None) -> None:
        """Nothing begins by itself any more; with a reason what has not left stays, and waits for Continue."""
        with self._lock:
            self._retry.forget()
            self._countdowns.forget_all()
            self._reason = self._reason or reason

    # --- how it stands

    def progress(self) -> Progress:
        """Where the queue stands."""
        with self._lock:
            return self._tally.progress(
                moving=self._moving, reason=self._reason, hindrance=self._hindrance, tries_at=self._retry.at
            )

    def snapshot(self) -> Snapshot:
        """What concerns all queues together."""
        with self._lock:
            unsent = 0 if self._reason is not None else self._tally.waiting - sum(self._held.values())
            return Snapshot(self._moving, unsent, self._countdowns.newest(), tuple(self._recalls.undone))

    def to_write(self) -> tuple[Answer, bool] | None:
        """When nothing moves: an answer that is not on disk, and whether what comes back of it is cancelled."""
        with self._lock:
            kept = None if self._moving else self._unwritten
            return None if kept is None else (kept, self._recalls.concern(kept.claim))

    # --- the run, step by step

    def step(self) -> Step:
        """Begin the next step; where it was stopped from outside, and nothing is kept, the run has ended with this."""
        with self._lock:
            if self._unwritten is None:
                self._moving = self._moving and self._reason is None
            return Step(self._moving, self._unwritten, self._announcement_id, self._tally.stuck_for())

    def not_yet(self) -> list[int]:
        """Announcements that count down."""
        with self._lock:
            return self._countdowns.ids()

    def begin_announcement(self, announcement_id: int) -> bool:
        """Send this one next; False where it counts down, or may: one newer than all that the queue was told of."""
        with self._lock:
            if announcement_id in self._countdowns or announcement_id > self._newest:
                return False
            self._announcement_id = announcement_id
            return True

    def announcement_over(self) -> None:
        """Nothing of it is left."""
        with self._lock:
            self._announcement_id = None

    def found_nothing(self, *, coming: bool) -> bool:
        """The run is over: True to look again, as something was added; `coming` is what it is told of in a moment."""
        with self._lock:
            self._moving, self._more, self._hindrance = self._more, False, None
            if self._reason is None and not (self._moving or coming or self._countdowns):
                self._reason = self._left_over
            return self._moving

    def still_wants(self, claim: Claim) -> bool:
        """Whether a claim may leave: Stop, Undo or a halt may have come since its step began, which can be long ago."""
        with self._lock:
            return self._reason is None and not self._stopping and not self._recalls.concern(claim)

    def keep(self, answer: Answer) -> None:
        """What is known of a submission so far: nothing else leaves before it is written down."""
        with self._lock:
            self._unwritten = answer

    def standing(self, answer: Answer, back: int) -> Standing:
        """How it stands when an answer has come with which so many are not sent."""
        with self._lock:
            stopped = self._stopping > 0 or self._recalls.concern(answer.claim)
            settled = len(answer.verdicts) - (0 if stopped else back)
            return self._tally.standing(settled, stopped=stopped, because=self._recalls.code(answer))

    def took(self, answer: Answer, back: int, settled: int) -> bool:
        """The answer is on disk; True when Stop or Undo was pressed for this submission."""
        with self._lock:
            self._unwritten = None
            self._tally.took(answer.verdicts, back, settled)
            if back < len(answer.verdicts):
                self._hindrance = None
            return self._recalls.over(answer, cancelled=back if settled == len(answer.verdicts) else 0)

    def try_again(self, why: UserFacingError, after_s: float, over: Callable[[], object]) -> None:
        """Nothing was taken: wait, and then begin anew, which `over` is told; unless it was stopped meanwhile."""
        with self._lock:
            self._moving = False
            self._tally.tries += 1
            if self._reason is None:
                self._hindrance = why
                self._retry.begin(after_s, lambda this: self._retry_now(this, over))

    def _retry_now(self, this: object, over: Callable[[], object]) -> None:
        with self._lock:
            if not self._retry.is_still(this):  # stopped, or tried at once, just before
                return
            self._begin()
        over()

    # --- under the lock

    def _begin(self) -> None:
        self._retry.forget()
        self._moving, self._reason = True, None
        self._tally.begin()

    def _stop(self, reason: UserFacingError) -> None:
        self._retry.forget()
        self._reason, self._hindrance = reason, None

    def _is_stopped(self) -> bool:
        return self._reason is not None and not self._stopping

    def _count_down(self, countdown: Countdown, after_s: float, over: Callable[[], object]) -> None:
        announcement_id = countdown.announcement_id  # what its alarm holds on to, and not the draft
        self._countdowns.begin(countdown, after_s, lambda: self._count_over(announcement_id, over))

    def _count_over(self, announcement_id: int, over: Callable[[], object]) -> None:
        with self._lock:
            self._countdowns.forget([announcement_id])
        over()
