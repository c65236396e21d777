"""What the user does to queues: send, take back, stop, continue; and where each queue stands."""

from __future__ import annotations

import contextlib
import logging
import threading
from concurrent.futures import wait
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import UNDONE
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.providers.catalog import provider_of
from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged, QueueChanged
from smsdesk.services.sending.account_queue import AccountQueue
from smsdesk.services.sending.login_gate import LoginGate
from smsdesk.services.sending.progress import Progress
from smsdesk.services.sending.queue_runner import ASK, STALE_AFTER, QueueRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Credentials
    from smsdesk.domain.announcement import Announcement
    from smsdesk.providers.base import Provider
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.refused_logins import RefusedLogins
    from smsdesk.services.sending.progress import Countdown
    from smsdesk.store.outbox import Outbox, Stopped
    from smsdesk.store.recovery import LeftOver

_log = logging.getLogger(__name__)

_HAD_STOPPED = QT_TRANSLATE_NOOP("sender", "{left} Sending had stopped. {reason}.")
_CLOSING = QT_TRANSLATE_NOOP("sender", "Sending was stopped because the program is being closed.")


class Sender:
    """Sends what the outbox holds, and says how far it is.

    Args:
        outbox: the deliveries.
        lanes: where requests are made.
        providers: the provider by its id.
        credentials: asked for the password on the lane's thread, because a keyring may prompt.
        publish: told of every change, after it is on disk.
        refused: logins that no machine may try.
        ask_balance: called just before the first and after the last submission of an announcement, and around each
            stop: what the balance did in between is evidence of what was sent.
    """

    def __init__(
        self,
        outbox: Outbox,
        lanes: Lanes,
        providers: Mapping[str, Provider],
        credentials: Credentials,
        publish: Publish,
        refused: RefusedLogins,
        ask_balance: Callable[[Account], object] = lambda _account: None,
    ) -> None:
        self._outbox = outbox
        self._providers = providers
        self._publish = publish
        self._ask_balance = ask_balance
        self._run = QueueRunner(outbox, lanes, providers, LoginGate(credentials, refused), publish, ask_balance)
        self._queues: dict[str, AccountQueue] = {}
        self._lock = threading.Lock()
        self._started = False
        self._early: dict[Future[int], tuple[int, float]] = {}  # people and countdown by what stores it

    def start(self, accounts: list[Account]) -> None:
        """Begin: what an earlier run left queued goes on by itself, unless its hour may have passed.

        Before this nothing leaves; what was confirmed meanwhile is taken up as well.

        Raises:
            UserFacingError: the disk would not take which of it waits for the user.
        """
        while True:
            with self._lock:
                early = dict(self._early)
            wait(early)
            left = self._outbox.left_over(datetime.now(UTC) - STALE_AFTER)
            with self._lock:
                if len(self._early) == len(early):
                    self._early, self._started = {}, True
                    break
        begin_anew = {
            stored.result(): countdown_s
            for stored, (_, countdown_s) in early.items()
            if not stored.cancelled() and stored.exception() is None
        }
        for account in accounts:
            if account.id in left:
                self._take_up(account, left[account.id], begin_anew)

    def send(self, account: Account, new: Announcement, countdown_s: float = 0) -> Future[int]:
        """Put an announcement in the outbox and set its queue moving; the future gives its id once it is on disk.

        For `countdown_s` seconds nothing of it leaves, and `undo` takes all of it back.
        """
        people = len(new.recipients)
        with self._lock:
            if not self._started:  # `start` finds it in the outbox, with the rest
                stored = self._outbox.add(new)
                self._early[stored] = (people, countdown_s)
                return stored
        queue = self._queue(account)
        with queue.lock:
            if queue.waiting == 0:
                queue.done = 0
            queue.waiting += people
            idle = not queue.moving and queue.retry is None
            if idle:
                queue.fresh_at = datetime.now(UTC)
        noted: list[int] = []

        def may_leave(announcement_id: int) -> timedelta | None:
            """In the transaction: nobody claims from it before its time, and a Stop was either before or after."""
            noted.append(announcement_id)
            with queue.lock:
                if queue.reason is not None:
                    return None
            if countdown_s:
                queue.count_down(announcement_id, people, countdown_s, partial(self._run.go, queue))
            return timedelta(seconds=countdown_s)

        stored = self._outbox.add(new, may_leave)

        def moved(done: Future[int]) -> None:
            if done.cancelled() or done.exception() is not None:
                with queue.lock:
                    queue.waiting -= people
                    for announcement_id in noted:  # its id goes to the next one
                        queue.forget_countdown(announcement_id)
                return
            self._publish(AnnouncementAdded(done.result()))
            with queue.lock:
                counting, stopped = done.result() in queue.countdowns, queue.reason is not None
            if idle and not stopped:
                self._ask_balance(account)
            if counting:
                self._publish(QueueChanged(account.id))
            else:
                self._run.go(queue)

        stored.add_done_callback(moved)
        return stored

    def undo(self, account: Account, announcement_id: int) -> Future[int]:
        """Take an announcement back; the future gives how many deliveries had not left yet and are cancelled."""
        queue = self._queue(account)
        cancelled = self._outbox.cancel_announcement(announcement_id, UNDONE)
        with queue.lock:  # after that: whoever claims from now on finds it cancelled
            queue.forget_countdown(announcement_id)

        def undone(done: Future[int]) -> None:
            error = None if done.cancelled() else done.exception()
            if isinstance(error, UserFacingError):  # it must not leave, though the disk would not take that it does not
                queue.undone.add(announcement_id)
                self._run.stop_soon(queue, error)
            elif error is None and not done.cancelled():
                self._taken_back(queue, {announcement_id: done.result()})

        cancelled.add_done_callback(undone)
        return cancelled

    def stop(self, account: Account) -> Future[Stopped]:
        """Cancel what has not left yet; the future gives how many deliveries of which announcement that were."""
        queue = self._queue(account)
        cancelled = self._outbox.cancel(account.id)

        def stopped(done: Future[Stopped]) -> None:
            error = None if done.cancelled() else done.exception()
            if isinstance(error, UserFacingError):  # it could not be cancelled, but need not leave
                self._run.stop_soon(queue, error)
            if error is not None or done.cancelled():
                return
            with queue.lock:
                queue.forget_retry()
                queue.forget_countdowns()
                queue.reason = queue.left_over = queue.hindrance = None
                queue.held = {}
                queue.stopped = done.result().on_the_way
                unwritten = queue.unwritten is not None and not queue.moving
            self._taken_back(queue, done.result().cancelled)
            if unwritten:  # an answer that the disk would not take: it is written before anything else
                self._run.go(queue)

        cancelled.add_done_callback(stopped)
        return cancelled

    def resume(self, account: Account) -> None:
        """Go on from the place where the queue stopped, or try again at once where it waits."""
        self._run.go_by_hand(self._queue(account))

    def stop_here(self) -> Future[None]:
        """The program is being closed: what has not left stays, and waits for Continue at the next start."""
        for queue in self._all():
            with queue.lock:
                queue.forget_retry()
                queue.forget_countdowns()
                if queue.reason is None:
                    queue.reason = UserFacingError(_CLOSING, ASK)
        return self._outbox.hold()

    def account_changed(self, account: Account) -> None:
        """Use the account as it is now from the next submission on."""
        if account.id in self._queues:
            self._queue(account)

    def progress(self, account_id: str) -> Progress:
        """Where the account's queue stands."""
        queue = self._queues.get(account_id)
        return Progress() if queue is None else queue.progress()

    def countdown(self) -> tuple[Account, Countdown] | None:
        """The newest announcement, of whichever account, that Undo takes back."""
        newest = None
        for queue in self._all():
            with queue.lock:
                for countdown, _ in queue.countdowns.values():
                    if newest is None or countdown.announcement_id > newest[1].announcement_id:
                        newest = (queue.account, countdown)
        return newest

    def sending(self) -> bool:
        """Whether any account's queue is moving."""
        return any(queue.moving for queue in self._all())

    def unsent(self) -> int:
        """Deliveries that have not left, and will without anybody doing something."""
        with self._lock:
            early = sum(people for people, _ in self._early.values())
        queues = [queue for queue in self._all() if queue.reason is None]
        return early + sum(queue.waiting - sum(queue.held.values()) for queue in queues)

    def end(self) -> None:
        """The program ends: nothing more is submitted, and nothing begins by itself."""
        self._run.end()
        for queue in self._all():
            with queue.lock:
                queue.forget_retry()
                queue.forget_countdowns()

    def write_down(self) -> None:
        """After `end`: try once more to write what the disk would not take; else it will be unknown."""
        for queue in self._all():
            with queue.lock:
                answer = None if queue.moving else queue.unwritten
            if answer is not None:
                refused = any(verdict.refuses_all for verdict in answer.verdicts)
                stopped = answer.claim.submission_id in queue.stopped
                with contextlib.suppress(UserFacingError):
                    self._outbox.record(answer.claim, answer.verdicts, hold=refused, cancel_unsent=stopped)
            for announcement_id in queue.undone:
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

    def _take_up(self, account: Account, left: LeftOver, begin_anew: Mapping[int, float]) -> None:
        """`begin_anew` are the countdowns of what was confirmed a moment ago, before anything could leave."""
        provider = provider_of(self._providers, account)
        queue = self._queue(account)
        with queue.lock:
            queue.waiting += left.people
            if left.held:
                queue.held = dict(left.held)
                what = translate("sender", "Not sent before the program was closed: %n message(s).", None, 1).count(
                    left.held_people
                )
                if left.code:
                    what = _HAD_STOPPED.fill(left=what, reason=provider.explain(left.code))
                queue.left_over = UserFacingError(what, ASK)
                queue.reason = None if left.young else queue.left_over
        _log.info("account %s: left over %d, waiting for Continue %d", account.id, left.people, left.held_people)
        for announcement_id, people, leaves_at in left.young:
            after_s = begin_anew.get(announcement_id, (leaves_at - datetime.now(UTC)).total_seconds())
            if after_s > 0:
                queue.count_down(announcement_id, people, after_s, partial(self._run.go, queue))
        self._run.go(queue)

    def _taken_back(self, queue: AccountQueue, cancelled: Mapping[int, int]) -> None:
        with queue.lock:
            queue.waiting -= sum(cancelled.values())
        for announcement_id in cancelled:
            self._publish(DeliveriesChanged(announcement_id))
        self._publish(QueueChanged(queue.account.id))
