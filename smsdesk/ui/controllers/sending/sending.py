"""Confirming, sending, stopping, going on: the buttons that cost money, and what the queue says meanwhile."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.services.sending.queue.retry_policy import LoginNeeded
from smsdesk.ui.compose.sending_moments import Queue, told_of_done
from smsdesk.ui.controllers.draft import is_free, show_draft
from smsdesk.ui.controllers.sending.account_state import AccountState
from smsdesk.ui.controllers.sending.sending_memory import SendingMemory
from smsdesk.ui.qt.tasks import done_in_any_case, elsewhere
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.translate import translate
from smsdesk.workers.futures import result_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.domain.draft import Draft
    from smsdesk.services.confirming.confirmation import Confirmation
    from smsdesk.services.office import Office
    from smsdesk.services.sending.queue.progress import Countdown
    from smsdesk.services.sending.review import AlreadySent
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.store.settings import Settings
    from smsdesk.ui.controllers.sending.held_draft import HeldDraft
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_TICK_MS = 250
_COUNTDOWN_MS = 100  # so that the bar drains, and does not jump
_AT_ONCE = 2000  # people and rows that are gone through before anybody notices


class Sending(QObject):
    """Puts announcements into the outbox, and shows the queue of the account that is chosen.

    Signals:
        account_wanted: the user wants to see this account (its id).
        account_put_back: the draft that comes back was for this account (its id).
        password_wanted: the chosen account's login is refused, or has no password: the user wants to enter it.
        use_again_wanted: the user wants text and people of this announcement (its id) in the composer.
    """

    account_wanted = Signal(str)
    account_put_back = Signal(str)
    password_wanted = Signal()
    use_again_wanted = Signal(int)

    def __init__(
        self,
        window: MainWindow,
        office: Office,
        settings: Settings,
        held: HeldDraft,
        bridge: EventBridge,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._held = held
        self._office = office
        self._sender = office.sender
        self._settings = settings
        self._tasks = tasks
        self._busy = False
        self._stops = 0  # that are being written down
        self._account: Account | None = None
        self._memory = SendingMemory()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_queue)
        self._line = AccountState(window.account.line, office)
        line, place = window.account.line, window.compose.place
        line.resume.clicked.connect(self._resume)
        line.change_password.clicked.connect(self.password_wanted)
        line.give_up.clicked.connect(self._stop)
        line.other.clicked.connect(lambda: self.account_wanted.emit(self._line.other_id))
        place.cancel_requested.connect(self._stop)
        place.undo_requested.connect(self._undo)
        place.use_again_requested.connect(self._use_again)
        bridge.queue_changed.connect(self._show_queue)
        bridge.balance_changed.connect(self._show_queue)

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way into the outbox, or back out of it."""
        return self._busy or self._stops > 0

    @property
    def memory(self) -> SendingMemory:
        """What is told of what was sent, for a window that takes this one's place."""
        return self._memory

    def take_over(self, memory: SendingMemory) -> None:
        """Tell what another window told."""
        self._memory = memory
        self._show_queue()

    def show(self, account: Account | None) -> None:
        """Show this account's queue from now on."""
        self._account = account
        self._line.choose(account)
        self._show_queue()

    def confirm(self, request: SendRequest, already: AlreadySent | None = None) -> None:
        """Ask before money is spent; `already` is who has the text already, and can be left out."""
        from smsdesk.services.confirming.confirmation import confirmation  # with the dialog: no start needs it

        review, undo_s = request.review, self._settings.undo_seconds
        if self._busy or review is None:
            return
        if len(request.announcement.recipients) + len(request.rows) <= _AT_ONCE:
            self._ask(confirmation(request, review, already, undo_s))
            return
        self._set_busy(True)
        self._tasks.spawn(self._work_out(partial(confirmation, request, review, already, undo_s)), self)

    async def _work_out(self, asked_for: Callable[[], Confirmation]) -> None:
        """Tell who is meant elsewhere than on the window's thread: a long list would hold it."""
        try:
            asked = await elsewhere(asked_for)
            gc.freeze()  # no collection needs to look at so many people
        finally:
            self._set_busy(False)
        self._ask(asked)

    def _ask(self, asked: Confirmation) -> None:
        from smsdesk.ui.confirmation.confirm_dialog import ConfirmDialog

        def accepted() -> None:
            self._accepted(asked.request, dialog.people_left_out())

        provider = self._office.providers.of(asked.request.account)
        dialog = ConfirmDialog(asked, provider, self._window)
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accepted(self, request: SendRequest, left_out: frozenset[str]) -> None:
        """Busy from this moment on: the same people must not be confirmed a second time."""
        self._set_busy(True)
        self._held.hold(request)
        self._memory.told.pop(request.account.id, None)
        self._tasks.spawn(self._send(request, left_out), self)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._window.compose.set_busy(busy)

    async def _send(self, request: SendRequest, left_out: frozenset[str]) -> None:
        stored: Future[int] | None = None
        try:
            to_send = request.without(left_out)
            stored = self._sender.send(to_send, self._settings.undo_seconds)
            sent_id = await result_of(stored)
        except BaseException:
            self._held.not_sent(stored)
            raise
        finally:
            self._set_busy(False)
        self._memory.newest[request.account.id] = sent_id
        self._held.sent(request, sent_id)
        self._tell_of_left_out(to_send, sent_id)
        self._window.history.select_newest()
        self._show_queue()  # a queue that has stopped doesn't move, but has more waiting now

    def _tell_of_left_out(self, request: SendRequest, announcement_id: int) -> None:
        """Of what is sent again, those need no second copy about whom something has become known meanwhile."""
        people = request.announcement.recipients
        if all(each.resend_of is None for each in people):
            return
        left_out = len(people) - len(self._office.history.people(announcement_id))
        if left_out:
            told = translate(
                "Sending", "%n person(s) left out: meanwhile it has become known what became of the message.", None, 1
            )
            self._window.notice.add(told.count(left_out))

    def _resume(self) -> None:
        if self._account is None:
            return
        if self._login_is_needed(self._sender.progress(self._account.id)):
            self.password_wanted.emit()  # the same one again would only be refused again
            return
        self._memory.told.pop(self._account.id, None)
        self._sender.resume(self._account)

    def _login_is_needed(self, progress: Progress) -> bool:
        """Whether the queue of the chosen account has stopped, and can't go on with the login that it has."""
        if self._account is None or progress.state is not QueueState.STOPPED:
            return False
        return isinstance(progress.reason, LoginNeeded) or self._office.book.gate.refusal(self._account) is not None

    def _stop(self) -> None:
        if self._account is not None:
            self._stops += 1  # from this moment on
            self._tasks.spawn(self._stopped(self._account), self)

    async def _stopped(self, account: Account) -> None:
        try:
            stopped = await done_in_any_case(self._sender.stop(account))
        finally:
            self._stops -= 1
        cancelled = sum(stopped.cancelled.values())
        self._memory.told[account.id] = partial(_told_of_stop, cancelled)
        self._show_queue()

    def _undo(self) -> None:
        newest = self._sender.countdown()
        if newest is None:  # it has just ended
            self._show_queue()
        else:
            self._tasks.spawn(self._undone(*newest), self)

    async def _undone(self, account: Account, countdown: Countdown) -> None:
        self._held.coming_back(countdown.announcement_id)
        self._set_busy(True)
        try:
            taken_back = await done_in_any_case(self._sender.undo(account, countdown.announcement_id))
        finally:
            self._set_busy(False)
            held = self._held.is_held(countdown.announcement_id)
            self._held.over(countdown.announcement_id)
        left = countdown.people - taken_back
        restored = not left and (self._held.came_back() if held else self._put_back(countdown.before))
        shown = self._account.id if self._account else account.id
        by_now = partial(self._sender.taken_back, account.id, countdown.announcement_id)
        self._memory.told[shown] = partial(_told_of_undo, countdown.people, by_now, restored)
        self._show_queue()

    def _put_back(self, before: Draft | None) -> bool:
        """Everything stands where it stood before Send, unless something new stands there by now."""
        if before is None or not is_free(self._window):
            return False
        if before.account_id is not None:
            self.account_put_back.emit(before.account_id)
        show_draft(self._window, before)
        return True

    def _use_again(self) -> None:
        if self._account is not None and self._account.id in self._memory.newest:
            self.use_again_wanted.emit(self._memory.newest[self._account.id])

    def _show_queue(self) -> None:
        self._held.look()
        account = self._account
        progress = Progress() if account is None else self._sender.progress(account.id)
        newest = self._sender.countdown()
        told = self._memory.told.get(account.id) if account else None
        queue = Queue(
            progress,
            self._office.providers.of(account).title if account else "",
            newest[1] if newest else None,
            self._settings.undo_seconds,
            newest is not None and self._held.is_held(newest[1].announcement_id),
            told(progress) if told is not None else None,
            account is not None and account.id in self._memory.newest,
        )
        self._window.compose.place.show_queue(queue)
        self._line.show(progress, login=self._login_is_needed(progress))
        if newest is not None:
            self._tick.start(_COUNTDOWN_MS)
        elif progress.state is QueueState.WAITING:
            self._tick.start(_TICK_MS)
        else:
            self._tick.stop()


def _told_of_stop(cancelled: int, progress: Progress) -> tuple[str, str]:
    title = translate("Sending", "%n message(s) cancelled", None, 1).count(cancelled)
    told = told_of_done(progress)
    if progress.waiting:
        told.append(translate("Sending", "%n on the way", None, 1).count(progress.waiting))
    return title, joined(told) or translate("Sending", "Nothing had left before")


def _told_of_undo(people: int, by_now: Callable[[], int], restored: bool, progress: Progress) -> tuple[str, str] | None:
    if progress.state is QueueState.SENDING:
        return None  # how far that is matters more
    taken_back = by_now()
    left = people - taken_back
    if not taken_back:
        return translate("Sending", "It was too late: everything had left already"), joined(told_of_done(progress))
    title = translate("Sending", "Taken back: %n message(s)", None, 1).count(taken_back)
    if left:
        told = translate("Sending", "%n had left already", None, 1).count(left)
    else:
        told = translate("Sending", "Nothing of it was sent or paid")
    if restored:
        return title, told
    return title, joined([told, translate("Sending", "“Use again” in the history brings it back")])
