"""What the user does to queues: send, take back, stop, continue; and where each queue stands."""

from __future__ import annotations

import contextlib
import logging
import threading
from concurrent.futures import Future, wait
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import UNDONE
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged, QueueChanged
from smsdesk.services.sending.queue.account_queue import AccountQueue
from smsdesk.services.sending.queue.moves import Added
from smsdesk.services.sending.queue.progress import Countdown, Progress
from smsdesk.services.sending.queue.queue_runner import ASK, STALE_AFTER, QueueRunner
from smsdesk.services.sending.queue.retry_policy import LoginNeeded
from smsdesk.workers.futures import failure_of, pass_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smsdesk.accounts.account import Account
    from smsdesk.domain.announcement import Announcement
    from smsdesk.providers.catalog import Providers
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.login_gate import LoginGate
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.store.sending.outbox import Outbox, Stopped
    from smsdesk.store.sending.recovery import LeftOver

_log = logging.getLogger(__name__)

_HAD_STOPPED = QT_TRANSLATE_NOOP("sender", "{left} Sending had stopped. {reason}.")
_MAYBE_OLDER = QT_TRANSLATE_NOOP(
    "sender",
    "{left} The data may be an older copy, made before smsdesk was used last: then they may have been sent since. Look "
    "at your gateway's own log first.",
)
_CLOSING = QT_TRANSLATE_NOOP("sender", "Sending was stopped because the program is being closed.")


class Sender:
    """Sends what the outbox holds, and says how far it is.

    Args:
        outbox: the deliveries.
        lanes: where requests are made.
        providers: the gateways.
        gate: who may use a login.
        publish: told of every change, after it is on disk.
        ask_balance: called just before the first and after the last submission of an announcement, and around each
            stop: what the balance did in between is evidence of what was sent.
    """

    def __init__(
        self,
        outbox: Outbox,
        lanes: Lanes,
        providers: Providers,
        gate: LoginGate,
        publish: Publish,
        ask_balance: Callable[[Account], object] = lambda _account: None,
    ) -> None:
        self._outbox = outbox
        self._providers = providers
        self._gate = gate
        self._publish = publish
        self._ask_balance = ask_balance
        self._run = QueueRunner(outbox, lanes, providers, gate, publish, ask_balance)
        self._queues: dict[str, AccountQueue] = {}
        self._lock = threading.Lock()
        self._started = False
        self._early: dict[Future[int], tuple[SendRequest, float]] = {}  # with its countdown, by what stores it

    def start(self, accounts: list[Account], doubted: int = 0) -> None:
        """Begin: what an earlier run left queued goes on by itself, unless its hour may have passed.

        Before this nothing leaves; what was confirmed meanwhile is taken up as well. The announcements up to the id
        `doubted` wait for the user: the data file may be an older copy.

        Raises:
            UserFacingError: the disk would not take which of it waits for the user.
        """
        while True:
            with self._lock:
                early = dict(self._early)
            wait(early)
            left = self._outbox.left_over(datetime.now(UTC) - STALE_AFTER, doubted)
            with self._lock:
                if len(self._early) == len(early):
                    self._early, self._started = {}, True
                    break
        begin_anew = {
            stored.result(): confirmed
            for stored, confirmed in early.items()
            if not stored.cancelled() and failure_of(stored) is None
        }
        for account in accounts:
            if account.id in left:
                self._take_up(account, left[account.id], begin_anew)

    def send(self, request: SendRequest, countdown_s: float = 0) -> Future[int]:
        """Put an announcement in the outbox and set its queue moving; the future gives its id once it is on disk.

        For `countdown_s` seconds nothing of it leaves, and `undo` takes all of it back.
        """
        account, new = request.account, request.announcement
        with self._lock:
            if not self._started:  # `start` finds it in the outbox, with the rest
                stored = self._outbox.add(new)
                self._early[stored] = (request, countdown_s)
                return stored
        queue, leaves_in = self._queue(account), timedelta(seconds=countdown_s)
        adding = queue.add(len(new.recipients), lambda waits: self._outbox.add(new, None if waits else leaves_in))

        def stored_or_not(done: Future[int]) -> None:
            if done.cancelled() or failure_of(done) is not None:
                queue.not_added(adding.people)
                return
            put = replace(adding, people=self._people_of(new, done.result()))
            queue.not_added(adding.people - put.people)
            added = queue.added(put, done.result(), countdown_s, partial(self._run.go, queue), request.before)
            self._publish(AnnouncementAdded(done.result()))
            if adding.wakes and added is not Added.WAITS:
                self._ask_balance(account)
            if added is Added.COUNTS_DOWN:
                self._publish(QueueChanged(account.id))
            else:
                self._run.go(queue)

        adding.stored.add_done_callback(stored_or_not)
        return adding.stored

    def _people_of(self, new: Announcement, announcement_id: int) -> int:
        """How many of an announcement were put in the outbox: what is sent again is looked at anew there."""
        if any(each.resend_of is not None for each in new.recipients):
            with contextlib.suppress(UserFacingError):
                return self._outbox.people_of(announcement_id)
        return len(new.recipients)

    def undo(self, account: Account, announcement_id: int) -> Future[int]:
        """Take an announcement back; the future gives how many deliveries had not left yet and are cancelled.

        What is on its way is cancelled if it comes back.
        """
        queue, taken_back = self._queue(account), Future[int]()
        cancelled = queue.undo(announcement_id, partial(self._outbox.cancel_announcement, announcement_id, UNDONE))

        def undone(done: Future[Stopped]) -> None:
            error = failure_of(done)
            if isinstance(error, UserFacingError):
                queue.undo_failed(announcement_id, refused=True)
                self._run.stop_soon(queue, error)
            elif error is not None or done.cancelled():
                queue.undo_failed(announcement_id, refused=False)
            else:
                queue.taken_back(announcement_id, done.result())
                self._tell(queue, (announcement_id,))
            pass_on(done, taken_back, lambda stopped: stopped.people)

        cancelled.add_done_callback(undone)
        return taken_back

    def taken_back(self, account_id: str, announcement_id: int) -> int:
        """How many of the announcement that was taken back last are cancelled by now: some may still come back."""
        queue = self._queues.get(account_id)
        return 0 if queue is None else queue.how_many_taken_back(announcement_id)

    def stop(self, account: Account) -> Future[Stopped]:
        """Cancel what has not left yet; the future gives how many deliveries of which announcement that were."""
        queue = self._queue(account)
        told: Future[Stopped] = Future()  # done once the queue knows of it, too
        cancelled = queue.stop(partial(self._outbox.cancel, account.id))

        def stopped(done: Future[Stopped]) -> None:
            error = failure_of(done)
            if error is not None or done.cancelled():
                queue.stop_refused()
                if isinstance(error, UserFacingError):  # it could not be cancelled, but need not leave
                    self._run.stop_soon(queue, error)
            else:
                moves = queue.stopped_by_user(done.result())
                self._tell(queue, done.result().cancelled)
                if moves:
                    self._run.go(queue)
            pass_on(done, told, lambda stopped: stopped)

        cancelled.add_done_callback(stopped)
        return told

    def resume(self, account: Account) -> None:
        """Go on from the place where the queue stopped, or try again at once where it waits.

        A login that was refused, and has not been changed since, is not tried again for that.
        """
        self._run.go_on(self._queue(account), by_hand=True)

    def stop_here(self) -> Future[None]:
        """The program is being closed: what has not left stays, and waits for Continue at the next start."""
        for queue in self._all():
            queue.end(UserFacingError(_CLOSING, ASK))
        return self._outbox.hold()

    def account_changed(self, account: Account) -> None:
        """Use the account as it is now from the next submission on; what had stopped because of its login goes on."""
        if account.id not in self._queues:
            return
        queue = self._queue(account)
        if isinstance(queue.progress().reason, LoginNeeded) and self._gate.refusal(account) is None:
            self._run.go_on(queue, by_hand=False)

    def progress(self, account_id: str) -> Progress:
        """Where the account's queue stands."""
        queue = self._queues.get(account_id)
        return Progress() if queue is None else queue.progress()

    def countdown(self) -> tuple[Account, Countdown] | None:
        """The newest announcement, of whichever account, that Undo takes back."""
        running = [(queue.account, now) for queue in self._all() if (now := queue.snapshot().countdown) is not None]
        return max(running, key=lambda each: each[1].announcement_id, default=None)

    def counts_down(self, account_id: str, announcement_id: int) -> bool:
        """Whether this announcement can still be taken back whole."""
        return any(each.account.id == account_id and announcement_id in each.not_yet() for each in self._all())

    def sending(self) -> bool:
        """Whether any account's queue is moving."""
        return any(queue.snapshot().moving for queue in self._all())

    def unsent(self) -> int:
        """Deliveries that have not left, and will without anybody doing something."""
        with self._lock:
            early = sum(len(request.announcement.recipients) for request, _ in self._early.values())
        return early + sum(queue.snapshot().unsent for queue in self._all())

    def end(self) -> None:
        """The program ends: nothing more is submitted, and nothing begins by itself."""
        self._run.end()
        for queue in self._all():
            queue.end()

    def write_down(self) -> None:
        """After `end`: try once more to write what the disk would not take; else it will be unknown."""
        for queue in self._all():
            kept = queue.to_write()
            if kept is not None:
                answer, stopped = kept
                refused = any(verdict.refuses_all for verdict in answer.verdicts)
                with contextlib.suppress(UserFacingError):
                    self._outbox.record(answer.claim, answer.verdicts, hold=refused, cancel_unsent=stopped)
            for announcement_id in queue.snapshot().undone:
                with contextlib.suppress(UserFacingError):
                    self._outbox.cancel_announcement(announcement_id, UNDONE).result()

    def _all(self) -> list[AccountQueue]:
        with self._lock:
            return list(self._queues.values())

    def _queue(self, account: Account) -> AccountQueue:
        with self._lock:
            queue = self._queues.setdefault(account.id, AccountQueue(account))
            queue.account = account
            return queue

    def _take_up(self, account: Account, left: LeftOver, begin_anew: dict[int, tuple[SendRequest, float]]) -> None:
        """`begin_anew` is what was confirmed a moment ago, before anything could leave, with its countdown."""
        now, counting = datetime.now(UTC), []
        for announcement_id, people, leaves_at in left.young:
            request, after_s = begin_anew.get(announcement_id, (None, (leaves_at - now).total_seconds()))
            if after_s > 0:
                ends_at, before = now + timedelta(seconds=after_s), request.before if request else None
                counting.append((Countdown(announcement_id, people, ends_at, before), after_s))
        queue = self._queue(account)
        queue.take_up(left, self._why_held(account, left), counting, partial(self._run.go, queue))
        _log.info("account %s: left over %d, waiting for Continue %d", account.id, left.people, left.held_people)
        self._run.go(queue)

    def _why_held(self, account: Account, left: LeftOver) -> UserFacingError:
        waits = translate("sender", "Not sent before the program was closed: %n message(s).", None, 1)
        what = waits.count(left.held_people)
        code = left.code or self._gate.refusal(account)  # which may have been told of another question than these
        if code:
            what = _HAD_STOPPED.fill(left=what, reason=self._providers.of(account).explain(code))
        return UserFacingError(_MAYBE_OLDER.fill(left=what) if left.doubted else what, ASK)

    def _tell(self, queue: AccountQueue, cancelled: Iterable[int]) -> None:
        for announcement_id in cancelled:
            self._publish(DeliveriesChanged(announcement_id))
        self._publish(QueueChanged(queue.account.id))
