"""From the outbox to the gateway: one submission at a time per login, each on disk before it leaves."""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import TOO_LATE, Outcome, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.providers.base import Outgoing
from smsdesk.providers.catalog import provider_of
from smsdesk.services.account_queue import AccountQueue, Answer
from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged, Failed, QueueChanged
from smsdesk.services.lanes import Urgency, login_of
from smsdesk.services.progress import Progress, QueueState, time_left
from smsdesk.services.tracker import first_check
from smsdesk.store.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Credentials
    from smsdesk.providers.base import Login, Provider
    from smsdesk.providers.http import HttpSession
    from smsdesk.services.events import Publish
    from smsdesk.services.lanes import Lanes
    from smsdesk.store.outbox import Claim, NewAnnouncement, Outbox

_REFERENCES = range(100, 1_000_000)

_NO_PASSWORD = QT_TRANSLATE_NOOP("sender", "There is no password for “{account}” on this computer.")
_GIVE_PASSWORD = QT_TRANSLATE_NOOP("sender", "Enter it in the account, then press Continue. Nothing was sent.")
_STOPPED = QT_TRANSLATE_NOOP("sender", "Sending has stopped. {reason}.")
_PUT_RIGHT = QT_TRANSLATE_NOOP("sender", "Put that right, then press Continue: the messages not sent yet are waiting.")
_TRY_LATER = QT_TRANSLATE_NOOP("sender", "Nothing was lost. Press Continue when the connection is back.")
_LOOK = QT_TRANSLATE_NOOP(
    "sender", "Look at the messages marked unknown in the history, then press Continue to send the others."
)
_TOO_LATE = QT_TRANSLATE_NOOP("sender", "The time chosen for some messages has passed, so they were cancelled.")
_CHOOSE_ANEW = QT_TRANSLATE_NOOP(
    "sender", "“Use again” in the history brings them back. Continue goes on with the others."
)
_BUG = QT_TRANSLATE_NOOP("sender", "Sending has stopped because of a mistake in smsdesk.")
_REPORT = QT_TRANSLATE_NOOP("sender", "The report says more. Press Continue to go on with the messages not sent yet.")
_LEFT_ASK = QT_TRANSLATE_NOOP("sender", "Press Continue to send them now, or Stop to cancel them.")


class Sender:
    """Sends what the outbox holds, and says how far it is.

    Args:
        outbox: the deliveries.
        lanes: where requests are made.
        providers: the provider by its id.
        credentials: asked for the password on the lane's thread, because a keyring may prompt.
        publish: told of every change, after it is on disk.
        on_finished: called when an account's queue has run empty.
        on_login_refused: called when the gateway refused the login, so that nothing else tries it again.
    """

    def __init__(
        self,
        outbox: Outbox,
        lanes: Lanes,
        providers: Mapping[str, Provider],
        credentials: Credentials,
        publish: Publish,
        on_finished: Callable[[str], None] = lambda _account_id: None,
        on_login_refused: Callable[[Account], None] = lambda _account: None,
    ) -> None:
        self._outbox = outbox
        self._lanes = lanes
        self._providers = providers
        self._credentials = credentials
        self._publish = publish
        self._on_finished = on_finished
        self._on_login_refused = on_login_refused
        self._queues: dict[str, AccountQueue] = {}
        self._lock = threading.Lock()

    def start(self, accounts: list[Account]) -> None:
        """Take up what an earlier run left queued: it waits for Continue, because its hour may have passed."""
        waiting = self._outbox.waiting()
        for account in accounts:
            count = waiting.get(account.id, 0)
            if count:
                left = translate("sender", "Not sent before the program was closed: %n message(s).", None, 1).count(
                    count
                )
                with self._lock:
                    queue = self._queue(account)
                    queue.waiting, queue.reason = count, UserFacingError(left, _LEFT_ASK)
                self._publish(QueueChanged(account.id))

    def send(self, account: Account, new: NewAnnouncement) -> Future[int]:
        """Put an announcement in the outbox and set its queue moving; the future gives its id once it is on disk."""
        people = len(new.people)
        with self._lock:
            queue = self._queue(account)
            if queue.waiting == 0:
                queue.done = 0
            queue.waiting += people
        stored = self._outbox.add(new)

        def moved(done: Future[int]) -> None:
            if done.cancelled() or done.exception() is not None:
                with self._lock:
                    queue.waiting -= people
                return
            self._publish(AnnouncementAdded(done.result()))
            self._move(queue, even_if_stopped=False)

        stored.add_done_callback(moved)
        return stored

    def resume(self, account: Account) -> None:
        """Go on from the place where the queue stopped."""
        with self._lock:
            queue = self._queue(account)
        self._move(queue, even_if_stopped=True)

    def stop(self, account: Account) -> Future[dict[int, int]]:
        """Cancel what has not left yet; the future gives how many deliveries of which announcement that were."""
        cancelled = self._outbox.cancel(account.id)

        def stopped(done: Future[dict[int, int]]) -> None:
            if done.cancelled() or done.exception() is not None:
                return
            with self._lock:
                queue = self._queue(account)
                queue.waiting -= sum(done.result().values())
                queue.reason = None
                unwritten = queue.unwritten is not None and not queue.moving
            if unwritten:  # an answer that the disk would not take: it is written before anything else
                self._move(queue, even_if_stopped=True)
            for announcement_id in done.result():
                self._publish(DeliveriesChanged(announcement_id))
            self._publish(QueueChanged(account.id))

        cancelled.add_done_callback(stopped)
        return cancelled

    def account_changed(self, account: Account) -> None:
        """Use the account as it is now from the next submission on."""
        with self._lock:
            if account.id in self._queues:
                self._queue(account)

    def progress(self, account_id: str) -> Progress:
        """Where the account's queue stands."""
        with self._lock:
            queue = self._queues.get(account_id)
            if queue is None:
                return Progress()
            state = QueueState.STOPPED if queue.reason else QueueState.SENDING if queue.moving else QueueState.IDLE
            pace = (time.monotonic() - queue.began, queue.done - queue.done_before)
            left = time_left(*pace, queue.waiting) if queue.moving else None
            return Progress(state, queue.done, queue.done + queue.waiting, left, queue.reason)

    def sending(self) -> bool:
        """Whether any account's queue is moving."""
        with self._lock:
            return any(queue.moving for queue in self._queues.values())

    def write_down(self) -> None:
        """Before the program ends: try once more to write what the disk would not take; else it will be unknown."""
        with self._lock:
            kept = [queue.unwritten for queue in self._queues.values() if queue.unwritten and not queue.moving]
        for answer in kept:
            with contextlib.suppress(UserFacingError):
                self._outbox.record(answer.claim, answer.verdicts)

    def _queue(self, account: Account) -> AccountQueue:
        queue = self._queues.setdefault(account.id, AccountQueue(account))
        queue.account = account
        return queue

    def _move(self, queue: AccountQueue, *, even_if_stopped: bool) -> None:
        with self._lock:
            if queue.moving:
                queue.more = True
                return
            if queue.reason is not None and not even_if_stopped:
                return
            queue.moving, queue.reason, queue.unknown_in_a_row = True, None, 0
            queue.began, queue.done_before = time.monotonic(), queue.done
        self._publish(QueueChanged(queue.account.id))
        self._next_step(queue)

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

    def _step(self, queue: AccountQueue, http: HttpSession) -> None:
        """One submission, on the lane's thread."""
        account = queue.account
        provider = provider_of(self._providers, account)
        if queue.unwritten is None:
            password = self._credentials.get(account.id)
            if password is None:
                self._halt(queue, UserFacingError(_NO_PASSWORD.fill(account=account.name), _GIVE_PASSWORD))
                return
            login = login_of(account, password)
            can = provider.capabilities
            claim = self._claim(queue, (account.batch_size if can.batch_editable else None) or can.batch_size)
            if claim is None:
                self._run_empty(queue)
                return
            now = datetime.now(UTC)
            late = claim.send_at is not None and claim.send_at <= now
            nothing_left = Verdict(Outcome.NOT_SENT, code=TOO_LATE if late else "bug")
            queue.unwritten = Answer(account, claim, (nothing_left,) * len(claim.numbers), wrong_place=False)
            references = tuple(_reference(delivery_id) for delivery_id in claim.delivery_ids)
            outgoing = Outgoing(
                claim.text, claim.sender, claim.numbers, claim.send_at or now, claim.parts,
                scheduled=claim.send_at is not None, references=references,
            )  # fmt: skip
            if not late:
                # Until there is an answer: a bug in reading it leaves these unknown, not forgotten.
                unclear = Verdict(Outcome.UNKNOWN, code="bug")
                queue.unwritten = Answer(account, claim, (unclear,) * len(claim.numbers), wrong_place=False)
                queue.unwritten = Answer(account, claim, *_submit(http, provider, login, outgoing))
        # An answer that a full disk does not take is kept, and written first thing after Continue.
        answer = queue.unwritten
        self._outbox.record(answer.claim, answer.verdicts, first_check(provider, datetime.now(UTC)))
        queue.unwritten = None
        if answer.verdicts[0].code == TOO_LATE:
            self._too_late(queue, answer.claim.announcement_id)
        else:
            self._settle(queue, provider, answer)

    def _too_late(self, queue: AccountQueue, announcement_id: int) -> None:
        """The queue was held up past the time that the person chose: sending now would be a surprise."""
        cancelled = self._outbox.cancel_late(announcement_id)
        with self._lock:
            queue.waiting -= cancelled
        self._publish(DeliveriesChanged(announcement_id))
        self._halt(queue, UserFacingError(_TOO_LATE, _CHOOSE_ANEW))

    def _run_empty(self, queue: AccountQueue) -> None:
        with self._lock:
            again, queue.more = queue.more, False
            queue.moving = again
        if again:
            self._next_step(queue)
            return
        self._publish(QueueChanged(queue.account.id))
        self._on_finished(queue.account.id)

    def _claim(self, queue: AccountQueue, limit: int) -> Claim | None:
        """Take from the announcement under way, or from the next one that has something queued."""
        if queue.announcement_id is not None:
            claim = self._outbox.claim(queue.announcement_id, limit)
            if claim is not None:
                return claim
        queue.announcement_id = self._outbox.next_announcement(queue.account.id)
        return None if queue.announcement_id is None else self._outbox.claim(queue.announcement_id, limit)

    def _settle(self, queue: AccountQueue, provider: Provider, answer: Answer) -> None:
        """What is on disk now is told, and the queue goes on or stops."""
        verdicts = answer.verdicts
        back = sum(verdict.refuses_all or verdict.outcome is Outcome.NOT_SENT for verdict in verdicts)
        unknown = any(verdict.outcome is Outcome.UNKNOWN for verdict in verdicts)
        with self._lock:
            queue.done += len(verdicts) - back
            queue.waiting -= len(verdicts) - back
            queue.unknown_in_a_row = queue.unknown_in_a_row + 1 if unknown else 0
            too_unclear = answer.wrong_place or queue.unknown_in_a_row >= 2
        self._publish(DeliveriesChanged(answer.claim.announcement_id, answer.claim.delivery_ids))
        if any(verdict.code in provider.login_refusals for verdict in verdicts if verdict.refuses_all):
            self._on_login_refused(answer.account)
        reason = _why_stopped(provider, verdicts, too_unclear=too_unclear)
        # After the last message of a run there is nothing to continue: its fate stands in the history.
        if reason is not None and queue.waiting > 0:
            self._halt(queue, reason)
            return
        self._publish(QueueChanged(queue.account.id))
        self._next_step(queue)

    def _halt(self, queue: AccountQueue, reason: UserFacingError) -> None:
        with self._lock:
            queue.moving = False
            queue.reason = reason
        self._publish(QueueChanged(queue.account.id))


def _reference(delivery_id: int) -> str:
    """Our own reference of a delivery: 3 to 6 digits, unique as long as the space lasts."""
    return str(_REFERENCES.start + delivery_id % len(_REFERENCES))


def _submit(
    http: HttpSession, provider: Provider, login: Login, outgoing: Outgoing
) -> tuple[tuple[Verdict, ...], bool]:
    """One verdict per number, whatever happens on the wire; True when something else than the gateway answered."""
    from smsdesk.providers.exchange import submit
    from smsdesk.providers.failures import NoClearAnswer, NotSent

    try:
        return submit(http, provider, login, outgoing), False
    except NotSent as error:
        verdict, wrong_place = Verdict(Outcome.NOT_SENT, code=error.code, words=error.words), False
    except NoClearAnswer as error:
        verdict, wrong_place = Verdict(Outcome.UNKNOWN, code=error.code, words=error.words), error.wrong_place
        if provider.capabilities.own_references:  # the gateway may have taken it, and will call it by this
            return tuple(replace(verdict, message_id=own) for own in outgoing.references), wrong_place
    return (verdict,) * len(outgoing.numbers), wrong_place


def _why_stopped(provider: Provider, verdicts: tuple[Verdict, ...], *, too_unclear: bool) -> UserFacingError | None:
    refusal = next((verdict for verdict in verdicts if verdict.refuses_all), None)
    if refusal is not None:
        verdict, todo = refusal, _PUT_RIGHT
    elif verdicts[0].outcome is Outcome.NOT_SENT:
        verdict = verdicts[0]
        todo = _TRY_LATER if verdict.code in ("dns", "connect") else _PUT_RIGHT
    elif too_unclear:
        verdict = next(verdict for verdict in verdicts if verdict.outcome is Outcome.UNKNOWN)
        todo = _LOOK
    else:
        return None
    return UserFacingError(_STOPPED.fill(reason=provider.explain(verdict.code)), todo, verdict.words)
