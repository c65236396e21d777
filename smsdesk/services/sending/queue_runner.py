"""Moving one account's queue: claim, submit, write down, and then go on, wait or stop."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import TOO_LATE, UNDONE, Outcome
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.catalog import provider_of
from smsdesk.services.delivery_reports.tracker import first_check
from smsdesk.services.events import DeliveriesChanged, Failed, QueueChanged
from smsdesk.services.lanes import Urgency, login_of
from smsdesk.services.sending.account_queue import Retry
from smsdesk.services.sending.retry_policy import GoOn, Halt, TryAgain, next_move
from smsdesk.services.sending.submission import submit_claim
from smsdesk.workers.timer import start_timer
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.sending.account_queue import AccountQueue
    from smsdesk.services.sending.login_gate import LoginGate
    from smsdesk.services.sending.retry_policy import NextMove
    from smsdesk.services.sending.submission import Answer
    from smsdesk.store.claims import Claim
    from smsdesk.store.outbox import Outbox

STALE_AFTER = timedelta(minutes=30)
"""What was held up longer than this is not sent without asking: "closed tomorrow" must not leave the day after."""

_log = logging.getLogger(__name__)

_TOO_LATE = QT_TRANSLATE_NOOP("queue_runner", "The time chosen for some messages has passed, so they were cancelled.")
_CHOOSE_ANEW = QT_TRANSLATE_NOOP(
    "queue_runner", "“Use again” in the history brings them back. Continue goes on with the others."
)
_BUG = QT_TRANSLATE_NOOP("queue_runner", "Sending has stopped because of a mistake in smsdesk.")
_REPORT = QT_TRANSLATE_NOOP(
    "queue_runner", "The report says more. Press Continue to go on with the messages not sent yet."
)
_STALE = QT_TRANSLATE_NOOP(
    "queue_runner", "For half an hour nothing could be sent, so the messages may not be wanted any more."
)
ASK = QT_TRANSLATE_NOOP("queue_runner", "Press Continue to send them now, or Stop to cancel them.")


class QueueRunner:
    """Runs queues on their lanes. What is in the outbox decides; this only keeps going.

    Args:
        outbox: the deliveries.
        lanes: where requests are made.
        providers: the provider by its id.
        gate: who may use a login.
        publish: told of every change, after it is on disk.
        ask_balance: called after the last submission of an announcement, when the queue stops, and before it goes on.
    """

    def __init__(
        self,
        outbox: Outbox,
        lanes: Lanes,
        providers: Mapping[str, Provider],
        gate: LoginGate,
        publish: Publish,
        ask_balance: Callable[[Account], object],
    ) -> None:
        self._outbox = outbox
        self._lanes = lanes
        self._providers = providers
        self._gate = gate
        self._publish = publish
        self._ask_balance = ask_balance
        self._ending = threading.Event()

    def end(self) -> None:
        """The program ends: nothing more is submitted."""
        self._ending.set()

    def go(self, queue: AccountQueue) -> None:
        """Move, unless it moves already, waits to try again, or has stopped."""
        with queue.lock:
            queue.more = queue.moving
            may_move = not queue.moving and queue.reason is None and queue.retry is None
            if may_move:
                self._begin(queue)
        self._publish(QueueChanged(queue.account.id))
        if may_move:
            self._next_step(queue)

    def go_by_hand(self, queue: AccountQueue) -> None:
        """Move from the place where it stopped, or waits.

        What of an earlier run waits for the user goes as well only when that was asked about. One submission may try
        a login that had been refused before.
        """
        with queue.lock:
            moving = queue.moving
            if moving and queue.reason is None:
                return
            asked_about_old = queue.reason is queue.left_over
            if moving:
                queue.reason = None
            else:
                self._begin(queue)
            queue.by_hand = self._gate.is_refused(queue.account)
            queue.hindrance, queue.tries, queue.fresh_at = None, 0, datetime.now(UTC)
            if asked_about_old:
                queue.left_over, queue.held = None, {}
            still_held = list(queue.held)
        self._publish(QueueChanged(queue.account.id))

        def released(done: Future[None]) -> None:
            error = None if done.cancelled() else done.exception()
            if moving and isinstance(error, UserFacingError):
                self.stop_soon(queue, error)  # the step under way ends the run
            elif error is not None:
                self._failed(queue, done)
            elif not moving and not done.cancelled():
                self._ask_balance(queue.account)
                self._next_step(queue)

        _log.info("account %s: Continue", queue.account.id)
        self._outbox.release(queue.account.id, still_held).add_done_callback(released)

    def stop_soon(self, queue: AccountQueue, reason: UserFacingError, *, moving: bool | None = None) -> None:
        """Let nothing more leave until the user says Continue, whatever is under way; from any thread.

        `moving` is False for the step that ends the run with this; None leaves it to the step that is under way.
        """
        with queue.lock:
            queue.forget_retry()
            queue.reason, queue.hindrance = reason, None
            queue.moving = queue.moving if moving is None else moving
        # The gateway's own words stay out of the log: they may quote a message.
        _log.info("account %s: stopped: %s", queue.account.id, reason.what)
        self._publish(QueueChanged(queue.account.id))

    def _halt(self, queue: AccountQueue, reason: UserFacingError) -> None:
        self.stop_soon(queue, reason, moving=False)

    def _begin(self, queue: AccountQueue) -> None:
        queue.forget_retry()
        queue.moving, queue.reason, queue.unknown_in_a_row, queue.by_hand = True, None, 0, False
        queue.began, queue.done_before = time.monotonic(), queue.done

    def _next_step(self, queue: AccountQueue) -> None:
        lane = self._lanes.of(queue.account.login)
        lane.do(lambda http: self._step(queue, http), Urgency.SEND).add_done_callback(
            lambda done: self._failed(queue, done)
        )

    def _failed(self, queue: AccountQueue, done: Future[None]) -> None:
        """A step that raised: the disk would not take it, or a bug. What it had claimed is written on Continue."""
        error = None if done.cancelled() else done.exception()
        if error is None or isinstance(error, WorkerClosed):
            return
        if isinstance(error, UserFacingError):
            self._halt(queue, error)
            return
        self._halt(queue, UserFacingError(_BUG, _REPORT))
        self._publish(Failed(error))

    # --- on the lane's thread

    def _step(self, queue: AccountQueue, http: HttpSession) -> None:
        """One submission; first of all an answer that a full disk did not take."""
        account = queue.account
        provider = provider_of(self._providers, account)
        self._cancel_undone(queue)
        kept = queue.unwritten is not None
        if not kept:
            password = self._may_leave(queue, account, provider)
            if password is None or self._ending.is_set():  # the keyring's prompt may have waited for long
                return
            claim = self._claim(queue, provider)
            if claim is None:
                return

            def keep(answer: Answer) -> None:
                queue.unwritten = answer

            submit_claim(http, account, provider, login_of(account, password), claim, keep)
            queue.by_hand = False
        if queue.unwritten is not None:
            self._write_down(queue, provider, queue.unwritten, kept=kept)

    def _may_leave(self, queue: AccountQueue, account: Account, provider: Provider) -> Secret | None:
        """The password, with which the next submission may leave; None when it may not, and the queue has stopped."""
        with queue.lock:
            if queue.reason is not None:  # it was stopped from outside
                queue.moving = False
        if not queue.moving:
            self._publish(QueueChanged(account.id))
            return None
        if abs(datetime.now(UTC) - queue.fresh_at) > STALE_AFTER:  # also when the clock was set back
            password: Secret | UserFacingError = UserFacingError(_STALE, ASK)
        else:
            password = self._gate.password(account, provider, by_hand=queue.by_hand)
        if isinstance(password, UserFacingError):
            with suppress(UserFacingError):  # it stays stopped all the same, as long as the program runs
                self._outbox.hold(account.id).result()
            self._halt(queue, password)
            return None
        return password

    def _claim(self, queue: AccountQueue, provider: Provider) -> Claim | None:
        """Take from the announcement under way, or begin the next; None when one is over, or all are."""
        account, can = queue.account, provider.capabilities
        limit = (account.batch_size if can.batch_editable else None) or can.batch_size
        if queue.announcement_id is None:
            with queue.lock:
                not_yet = list(queue.countdowns)
            queue.announcement_id = self._outbox.next_announcement(account.id, not_yet)
            if queue.announcement_id is None:
                self._run_empty(queue)
                return None
            _log.info("account %s: announcement %d begins", account.id, queue.announcement_id)
        claim = self._outbox.claim(queue.announcement_id, limit)
        if claim is None:
            _log.info("account %s: announcement %d is over", account.id, queue.announcement_id)
            queue.announcement_id = None
            self._ask_balance(account)
            self._next_step(queue)
        return claim

    def _run_empty(self, queue: AccountQueue) -> None:
        with queue.lock:
            again, queue.more = queue.more, False
            queue.moving, queue.hindrance = again, None
            queue.reason = None if again or queue.countdowns else queue.left_over
        if again:
            self._next_step(queue)
        else:
            self._publish(QueueChanged(queue.account.id))

    def _write_down(self, queue: AccountQueue, provider: Provider, answer: Answer, *, kept: bool) -> None:
        """Put the answer on disk, tell of it, and go on, wait or stop."""
        verdicts, claim = answer.verdicts, answer.claim
        back = sum(verdict.refuses_all or verdict.outcome is Outcome.NOT_SENT for verdict in verdicts)
        with queue.lock:
            stopped = claim.submission_id in queue.stopped
        settled = len(verdicts) if stopped else len(verdicts) - back
        move = self._decide(queue, provider, answer, settled, kept=kept)
        check_at = first_check(provider, datetime.now(UTC))
        self._gate.note(answer.account, provider, verdicts)  # known at once, though the disk may not take the answer
        self._outbox.record(claim, verdicts, check_at, hold=isinstance(move, Halt), cancel_unsent=stopped)
        queue.unwritten = None
        with queue.lock:
            queue.done += len(verdicts) - back
            queue.waiting -= settled
            queue.stopped -= {claim.submission_id}
            unknown = any(verdict.outcome is Outcome.UNKNOWN for verdict in verdicts)
            queue.unknown_in_a_row = queue.unknown_in_a_row + 1 if unknown else 0
            if back < len(verdicts):
                queue.tries, queue.hindrance, queue.fresh_at = 0, None, datetime.now(UTC)
        if kept:
            self._gate.note(answer.account, provider, verdicts)  # on disk, too
        if verdicts[0].code == TOO_LATE and not stopped:
            self._cancel_rest(queue, claim.announcement_id, TOO_LATE)
        self._publish(DeliveriesChanged(claim.announcement_id, claim.delivery_ids))
        self._follow(queue, move)

    def _decide(self, queue: AccountQueue, provider: Provider, answer: Answer, settled: int, *, kept: bool) -> NextMove:
        verdicts = answer.verdicts
        if queue.waiting == settled:
            return GoOn()  # after the last message there is nothing to continue: its fate stands in the history
        if verdicts[0].code == TOO_LATE:  # the queue was held up past the chosen time: sending now would be a surprise
            return Halt(UserFacingError(_TOO_LATE, _CHOOSE_ANEW))
        if kept:  # after Continue the next submission leaves, whatever this one said before
            return GoOn()
        return next_move(
            provider, verdicts, tries=queue.tries, unknown_before=queue.unknown_in_a_row, wrong_place=answer.wrong_place
        )

    def _follow(self, queue: AccountQueue, move: NextMove) -> None:
        if isinstance(move, GoOn):
            self._publish(QueueChanged(queue.account.id))
            self._next_step(queue)
        elif isinstance(move, TryAgain):
            self._wait(queue, move)
        else:
            self._ask_balance(queue.account)  # before a top-up, or anybody else's sending, changes it
            self._halt(queue, move.reason)

    def _cancel_undone(self, queue: AccountQueue) -> None:
        """What was taken back while the disk would not take it: before anything else leaves."""
        for announcement_id in list(queue.undone):
            self._cancel_rest(queue, announcement_id, UNDONE)
            queue.undone.discard(announcement_id)

    def _cancel_rest(self, queue: AccountQueue, announcement_id: int, code: str) -> None:
        cancelled = self._outbox.cancel_announcement(announcement_id, code).result()
        with queue.lock:
            queue.waiting -= cancelled
        self._publish(DeliveriesChanged(announcement_id))

    def _wait(self, queue: AccountQueue, move: TryAgain) -> None:
        """Try again by itself, unless it is stopped in the meantime."""
        with queue.lock:
            queue.moving = False
            queue.tries += 1
            if queue.reason is None:
                at = datetime.now(UTC) + timedelta(seconds=move.after_s)
                queue.hindrance = UserFacingError(move.reason, None, move.detail)
                queue.retry = Retry(at, start_timer(move.after_s, partial(self._retry, queue)))
        _log.info("account %s: tries again in %g s: %s", queue.account.id, move.after_s, move.reason)
        self._publish(QueueChanged(queue.account.id))

    def _retry(self, queue: AccountQueue) -> None:
        with queue.lock:
            if queue.retry is None:
                return
            self._begin(queue)
        self._publish(QueueChanged(queue.account.id))
        self._next_step(queue)
