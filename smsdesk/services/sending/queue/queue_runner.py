"""Moving one account's queue: claim, submit, write down, and then go on, wait or stop."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import TOO_LATE, UNDONE, Outcome
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.delivery_reports.schedule import first_check
from smsdesk.services.events import DeliveriesChanged, Failed, QueueChanged
from smsdesk.services.lanes import Urgency, login_of
from smsdesk.services.login_gate import Bar, Barred
from smsdesk.services.sending.queue.retry_policy import GoOn, Halt, LoginNeeded, TryAgain, next_move, no_way_in
from smsdesk.services.sending.submission import submit_claim
from smsdesk.workers.futures import failure_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider
    from smsdesk.providers.catalog import Providers
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.services.login_gate import LoginGate
    from smsdesk.services.sending.queue.account_queue import AccountQueue
    from smsdesk.services.sending.queue.moves import Standing, Step
    from smsdesk.services.sending.queue.retry_policy import NextMove
    from smsdesk.services.sending.submission import Answer
    from smsdesk.store.sending.claims import Claim
    from smsdesk.store.sending.outbox import Outbox

STALE_AFTER = timedelta(minutes=30)
"""What was held up longer than this is not sent without asking: "closed tomorrow" must not leave the day after."""

_log = logging.getLogger(__name__)

_TOO_LATE = QT_TRANSLATE_NOOP("queue_runner", "The time chosen for some messages has passed, so they were cancelled.")
_CHOOSE_ANEW = QT_TRANSLATE_NOOP(
    "queue_runner", "“Use again” in the history brings them back. Continue goes on with the others."
)
_USE_AGAIN = QT_TRANSLATE_NOOP("queue_runner", "“Use again” in the history brings them back.")
_BUG = QT_TRANSLATE_NOOP("queue_runner", "Sending has stopped because of a mistake in smsdesk.")
_REPORT = QT_TRANSLATE_NOOP(
    "queue_runner", "The report says more. Press Continue to go on with the messages not sent yet."
)
_STALE = QT_TRANSLATE_NOOP(
    "queue_runner", "For half an hour nothing could be sent, so the messages may not be wanted any more."
)
ASK = QT_TRANSLATE_NOOP("queue_runner", "Press Continue to send them now, or cancel them.")


class QueueRunner:
    """Runs queues on their lanes. What is in the outbox decides; this only keeps going.

    Args:
        outbox: the deliveries.
        lanes: where requests are made.
        providers: the gateways.
        gate: who may use a login.
        publish: told of every change, after it is on disk.
        ask_balance: called after the last submission of an announcement, when the queue stops, and before it goes on.
    """

    def __init__(
        self,
        outbox: Outbox,
        lanes: Lanes,
        providers: Providers,
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
        begins = queue.begin()
        self._publish(QueueChanged(queue.account.id))
        if begins:
            self._next_step(queue)

    def go_on(self, queue: AccountQueue, *, by_hand: bool) -> None:
        """Move from the place where it stopped, or waits; a login that was refused is not tried again for that.

        Without `by_hand` nobody said so: the user has mended what it stopped for.
        """
        account = queue.account
        resumed = queue.resume(partial(self._outbox.release, account.id), by_hand=by_hand)
        if resumed is None:
            return
        self._publish(QueueChanged(account.id))

        def released(done: Future[None]) -> None:
            error = failure_of(done)
            if not resumed.begins and isinstance(error, UserFacingError):
                self.stop_soon(queue, error)  # the step under way ends the run
            elif error is not None:
                self._failed(queue, done)
            elif done.cancelled():
                return
            elif resumed.begins:
                self._ask_balance(queue.account)
                self._next_step(queue)
            else:  # the step under way may have looked before it was released
                self.go(queue)

        _log.info("account %s: %s", account.id, "Continue" if by_hand else "goes on with the changed login")
        resumed.released.add_done_callback(released)

    def stop_soon(self, queue: AccountQueue, reason: UserFacingError) -> None:
        """Let nothing more leave until the user says Continue, whatever is under way; from any thread."""
        queue.stop_soon(reason)
        self._tell_stopped(queue, reason)

    def _halt(self, queue: AccountQueue, reason: UserFacingError) -> None:
        queue.halt(reason)
        self._tell_stopped(queue, reason)

    def _tell_stopped(self, queue: AccountQueue, reason: UserFacingError) -> None:
        # The gateway's own words stay out of the log: they may quote a message.
        _log.info("account %s: stopped: %s", queue.account.id, reason.what)
        self._publish(QueueChanged(queue.account.id))

    def _next_step(self, queue: AccountQueue) -> None:
        lane = self._lanes.of(queue.account.login)
        lane.do(lambda http: self._step(queue, http), Urgency.SEND).add_done_callback(
            lambda done: self._failed(queue, done)
        )

    def _failed(self, queue: AccountQueue, done: Future[None]) -> None:
        """A step that raised: the disk would not take it, or a bug. What it had claimed is written on Continue."""
        error = failure_of(done)
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
        for announcement_id in queue.snapshot().undone:  # the disk would not take that: before anything else leaves
            self._cancel_rest(queue, announcement_id, UNDONE)
        step, account = queue.step(), queue.account
        provider = self._providers.of(account)
        if step.kept is not None:
            self._write_down(queue, provider, step.kept, kept=True)
            return
        now = self._gate.account(account.id)
        if step.goes_on and now not in (None, account):  # changed meanwhile: from here on it is the one that it is now
            queue.account = now
            self._next_step(queue)  # on the lane of its login
            return
        password = self._may_leave(queue, step, account, provider)
        if password is None or self._ending.is_set():  # the keyring's prompt may have waited for long
            return
        claim = self._claim(queue, step, provider)
        if claim is not None:
            login, wanted = login_of(account, password), queue.still_wants(claim)
            answer = submit_claim(http, account, provider, login, claim, queue.keep, wanted=wanted)
            self._write_down(queue, provider, answer, kept=not wanted)

    def _may_leave(self, queue: AccountQueue, step: Step, account: Account, provider: Provider) -> Secret | None:
        """The password, with which the next submission may leave; None when it may not, and the queue has stopped."""
        if not step.goes_on:
            self._publish(QueueChanged(account.id))
            return None
        if step.stuck_for > STALE_AFTER:
            reason = UserFacingError(_STALE, ASK)
        else:
            password = self._gate.password(account)
            if not isinstance(password, Barred):
                return password
            if password.why is Bar.CHANGED and self._gate.account(account.id) is not None:
                self._next_step(queue)
                return None
            reason = no_way_in(account, provider, password)
        with suppress(UserFacingError):  # it stays stopped all the same, as long as the program runs
            self._outbox.hold(account.id).result()
        self._halt(queue, reason)
        return None

    def _claim(self, queue: AccountQueue, step: Step, provider: Provider) -> Claim | None:
        """Take from the announcement under way, or begin the next; None when one is over, or all are."""
        account, can = queue.account, provider.capabilities
        limit = (account.batch_size if can.batch_editable else None) or can.batch_size
        announcement_id = step.announcement_id
        if announcement_id is None:
            announcement_id = self._outbox.next_announcement(account.id, queue.not_yet())
            if announcement_id is None or not queue.begin_announcement(announcement_id):
                self._run_empty(queue, coming=announcement_id is not None)
                return None
            _log.info("account %s: announcement %d begins", account.id, announcement_id)
        claim = self._outbox.claim(announcement_id, limit)
        if claim is None:
            _log.info("account %s: announcement %d is over", account.id, announcement_id)
            queue.announcement_over()
            self._ask_balance(account)
            self._next_step(queue)
        return claim

    def _run_empty(self, queue: AccountQueue, *, coming: bool) -> None:
        if queue.found_nothing(coming=coming):
            self._next_step(queue)
        else:
            self._publish(QueueChanged(queue.account.id))

    def _write_down(self, queue: AccountQueue, provider: Provider, answer: Answer, *, kept: bool) -> None:
        """Put the answer on disk, tell of it, and go on, wait or stop."""
        verdicts, claim = answer.verdicts, answer.claim
        back = sum(verdict.refuses_all or verdict.outcome is Outcome.NOT_SENT for verdict in verdicts)
        standing = queue.standing(answer, back)
        move = self._decide(provider, answer, standing, kept=kept)
        check_at = first_check(provider, datetime.now(UTC))
        self._note_login(answer, provider)  # known at once, though the disk may not take the answer
        late = verdicts[0].code == TOO_LATE and not standing.stopped
        rest = self._outbox.record(
            claim, verdicts, check_at, hold=isinstance(move, Halt), cancel_unsent=standing.stopped,
            cancelled_because=standing.because, cancel_rest=TOO_LATE if late else None,
        )  # fmt: skip
        because = queue.standing(answer, back).because
        stopped_meanwhile = queue.took(answer, back, standing.settled) and not standing.stopped
        if kept:
            self._note_login(answer, provider)  # on disk, too
        if late:
            queue.taken_back(claim.announcement_id, rest, TOO_LATE)
        elif stopped_meanwhile and back:  # Stop or Undo saw it on its way just before it came back
            self._cancel_rest(queue, claim.announcement_id, because)
            move = GoOn()
        if late and not queue.progress().waiting:  # nothing is left that Continue could go on with
            self._publish(Failed(UserFacingError(_TOO_LATE, _USE_AGAIN)))
            move = GoOn()
        self._publish(DeliveriesChanged(claim.announcement_id, claim.delivery_ids))
        self._follow(queue, move)

    def _decide(self, provider: Provider, answer: Answer, standing: Standing, *, kept: bool) -> NextMove:
        verdicts = answer.verdicts
        if standing.last:
            return GoOn()  # after the last message there is nothing to continue: its fate stands in the history
        if verdicts[0].code == TOO_LATE:  # the queue was held up past the chosen time: sending now would be a surprise
            return Halt(UserFacingError(_TOO_LATE, _CHOOSE_ANEW))
        if kept:  # after Continue the next submission leaves, whatever this one said before
            return GoOn()
        move = next_move(provider, verdicts, standing, wrong_place=answer.wrong_place)
        needs_login = isinstance(move, Halt) and isinstance(move.reason, LoginNeeded)
        if needs_login and not self._gate.still(answer.account, answer.password):
            return GoOn()  # the user has mended it while this was on its way
        return move

    def _note_login(self, answer: Answer, provider: Provider) -> None:
        code = next((verdict.code for verdict in answer.verdicts if verdict.refuses_all), "")
        accepted = any(verdict.outcome is Outcome.ACCEPTED for verdict in answer.verdicts)
        self._gate.note(answer.account, provider, code, answer.password, accepted=accepted)

    def _follow(self, queue: AccountQueue, move: NextMove) -> None:
        if isinstance(move, GoOn):
            self._begun(queue)
        elif isinstance(move, TryAgain):
            why = UserFacingError(move.reason, None, move.detail)
            queue.try_again(why, move.after_s, partial(self._begun, queue))
            _log.info("account %s: tries again in %g s: %s", queue.account.id, move.after_s, move.reason)
            self._publish(QueueChanged(queue.account.id))
        else:
            self._ask_balance(queue.account)  # before a top-up, or anybody else's sending, changes it
            self._halt(queue, move.reason)

    def _begun(self, queue: AccountQueue) -> None:
        self._publish(QueueChanged(queue.account.id))
        self._next_step(queue)

    def _cancel_rest(self, queue: AccountQueue, announcement_id: int, code: str | None) -> None:
        cancelled = self._outbox.cancel_announcement(announcement_id, code).result()
        queue.taken_back(announcement_id, cancelled, code)
        self._publish(DeliveriesChanged(announcement_id))
