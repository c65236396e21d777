"""What happens at the desk: the panes' wishes become calls of the office, and their news becomes what is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.services.clock_check import clock_told
from smsdesk.services.events import Failed
from smsdesk.services.sending.review import Review, review
from smsdesk.services.sending.send_request import request_of
from smsdesk.ui.controllers.account.account_change import AccountChange
from smsdesk.ui.controllers.account.price_offers import PriceOffers
from smsdesk.ui.controllers.balance.low_balance import LowBalance
from smsdesk.ui.controllers.balance.over_months import BalanceOverMonths
from smsdesk.ui.controllers.balance.shown import BalanceShown
from smsdesk.ui.controllers.draft import read_draft, show_draft
from smsdesk.ui.controllers.draft_keeping import DraftKeeping
from smsdesk.ui.controllers.duplicate_check import DuplicateCheck
from smsdesk.ui.controllers.handing_over import HandedOver
from smsdesk.ui.controllers.notification import Notifications
from smsdesk.ui.controllers.resending import Resending
from smsdesk.ui.controllers.sending.held_draft import HeldDraft
from smsdesk.ui.controllers.sending.sending import Sending
from smsdesk.ui.controllers.using_again import UsingAgain
from smsdesk.ui.qt.tasks import elsewhere
from smsdesk.ui.recipients.problem_rows import ProblemRows
from smsdesk.ui.text.translate import translated
from smsdesk.workers.futures import failure_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.domain.draft import Draft
    from smsdesk.providers.base import Provider
    from smsdesk.services.office import Office
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.store.settings import Settings
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_SAVE_AFTER_MS = 800
_MANY = 1_000  # people, who take long to be fetched, or put together


class MainController(QObject):
    """The controller of the main window.

    Signals:
        account_changed: another account was chosen, or the chosen one was changed; None when there is none.
        password_wanted: the user wants to enter the password of the account that is chosen.
        settings_changed: something is remembered that wants to be kept.
        reviewed: what stands on the desk was looked at anew; a `Review`.
        not_sent: why what was to be sent can't be; a tuple of `UserFacingError`.
    """

    account_changed = Signal(object)
    password_wanted = Signal()
    settings_changed = Signal()
    reviewed = Signal(object)
    not_sent = Signal(object)

    def __init__(
        self, window: MainWindow, office: Office, settings: Settings, bridge: EventBridge, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._settings = settings
        self._bridge = bridge
        self._tasks = tasks
        self._held = HeldDraft(window, office.sender, self._save)
        self._sending = Sending(window, office, settings, self._held, bridge, tasks)
        self._duplicate_check = DuplicateCheck(office.duplicates, settings, tasks, window.compose.set_busy, self)
        self._resending = Resending(window, office, self._sending, self._duplicate_check, bridge, tasks)
        show_accounts = partial(self.show_accounts, ask=False)
        self._keeping = DraftKeeping(window, office, show_accounts, self._held.release, bridge, tasks)
        self._using_again = UsingAgain(window, office, show_accounts, self._keeping)
        self._price_offers = PriceOffers(window, self, office, bridge, tasks)
        self._balance = BalanceShown(window, office, bridge)
        self._over_months = BalanceOverMonths(window, office, bridge, tasks)
        self._low_balance = LowBalance(office, settings, bridge, Notifications(window).warn, self)
        self._account_change = AccountChange(window, office, tasks, self._show_account_in_use)
        self._problem_rows = ProblemRows(window.recipients, window.notice, tasks)
        self._account: Account | None = None
        self._review: Review | None = None
        self._review_of: Callable[[int], Review]
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save_draft)
        self._restoring = False
        self._connect()

    @property
    def account(self) -> Account | None:
        """The account that is chosen."""
        return self._account

    def open(self, before: HandedOver | None = None) -> None:
        """Show what another window has handed over, or else the accounts and the draft that an earlier run left."""
        draft = before.draft if before else self._office.drafts.load()
        self._restoring = True
        self.show_accounts(draft.account_id or self._settings.account_id)
        show_draft(self._window, draft)
        self._restoring = False
        self._edited_review()
        self._window.compose.focus_text()
        if before is not None:
            self._held.take_over(before.held)
            self._sending.take_over(before.memory)

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way into the outbox or the list, or back out of it: it is not to be disturbed."""
        return self._sending.is_busy or not self._held.is_settled or self._window.recipients.reading.busy

    def hand_over(self) -> HandedOver:
        """Give what another window needs that takes this one's place."""
        self.flush()
        return HandedOver(read_draft(self._window), self._held.held, self._sending.memory)

    def show_accounts(self, chosen_id: str, *, ask: bool = True) -> None:
        """List the accounts anew and choose one, after one was added, changed or deleted.

        Where that changes how the list is read, the user is asked first; not where another list comes with it.
        """
        self._list_accounts(chosen_id)
        chosen_id = self._window.account.current_id()
        if ask:
            self._wish(chosen_id)
        else:
            self._choose(chosen_id)
        no_account = not self._office.book.all()
        self._window.greet(welcome=no_account and not self._window.history.has_rows())

    def flush(self) -> None:
        """Save the draft now, because the program ends."""
        if self._saving.isActive():
            self._saving.stop()
            self._save_draft()
        self._window.recipients.stop_reading()

    def _connect(self) -> None:
        window, bridge = self._window, self._bridge
        window.account.chosen.connect(self._wish)
        window.account.balance.picture_requested.connect(self.show_balance)
        self._low_balance.remembered.connect(self.settings_changed)
        window.compose.edited.connect(self._edited)
        window.compose.place.send_requested.connect(self._send_requested)
        window.recipients.edited.connect(self._edited)
        for wish in (window.history.about_chosen.use_again, self._sending.use_again_wanted):
            wish.connect(lambda _id: self._held.release())
            wish.connect(self._using_again.use)
        self._sending.account_wanted.connect(self.show_accounts)
        self._sending.account_put_back.connect(partial(self.show_accounts, ask=False))
        self._sending.password_wanted.connect(self.password_wanted)
        window.history.about_chosen.one_by_one.connect(self._resending.one_by_one)
        window.history.about_chosen.resend_failed.connect(self._resending.resend_failed)
        window.history.about_chosen.send_rest.connect(self._resending.send_rest)
        window.history.about_chosen.cancel.connect(self._resending.cancel)
        window.history.send_again.connect(self._resending.send_again)
        window.history.arrived.connect(self._resending.arrived)
        bridge.announcements_added.connect(window.history.announcements_added)
        bridge.deliveries_changed.connect(window.history.deliveries_changed)
        bridge.balance_changed.connect(self._balance_changed)
        bridge.balance_changed.connect(window.history.balance_changed)
        bridge.clock_differs.connect(lambda ahead: window.notice.add(translated(clock_told(ahead))))

    # --- account and balance

    def _list_accounts(self, chosen_id: str) -> None:
        pairs = [(account, self._office.providers.of(account)) for account in self._office.book.all()]
        self._window.account.set_accounts(pairs, chosen_id)

    def _show_account_in_use(self) -> None:
        """Until it is decided which account the list is read for, the one that it was read for is shown."""
        if self._account is not None:
            self._list_accounts(self._account.id)

    def _wish(self, account_id: str) -> None:
        """Choose an account, after a question where the list would be read otherwise."""
        account = self._office.book.get(account_id)
        if account != self._account or account is None:
            self._held.release()  # its numbers must not be read anew
            self._account_change.look(self._account, account, partial(self._settle, account_id))

    def _settle(self, account_id: str) -> None:
        if self._window.account.current_id() != account_id:
            self._list_accounts(account_id)
        self._choose(account_id)

    def _choose(self, account_id: str) -> None:
        account = self._office.book.get(account_id)
        if account == self._account and account is not None:
            return
        self._held.release()
        self._account = account
        self._settings.account_id = account_id
        provider = self._provider()
        self._balance.follow(account, provider)
        self._window.compose.set_account(account, provider)
        self._window.recipients.set_account(account, provider)
        self._edited()
        self._sending.show(account)
        self.account_changed.emit(account)

    def _provider(self) -> Provider | None:
        return self._office.providers.of(self._account) if self._account else None

    def refresh_balance(self) -> None:
        """Ask for the chosen account's balance, because the user wants to know."""
        self._balance.refresh()

    def show_balance(self) -> None:
        """Show the chosen account's balance over months."""
        self._over_months.open(self._account)

    def show_kept_drafts(self) -> None:
        """Show what was being written when something else took its place."""
        self._keeping.open()

    def _balance_changed(self, account_id: str) -> None:
        if self._account is not None and account_id == self._account.id:
            self._balance.changed()
            self._edited_review()

    # --- writing

    def _edited(self) -> None:
        if self._restoring:
            return
        self._window.compose.show_problems(())
        self._edited_review()
        self._saving.start()

    def _edited_review(self) -> None:
        balance = self._balance.reading()
        self._review_of = partial(
            review,
            self._window.compose.text(),
            self._window.compose.sender_id(),
            bad_rows=self._window.recipients.problems,
            account=self._account,
            provider=self._provider(),
            balance=balance.amount if balance else None,
            picked=self._window.compose.picked_time(),
            month_parts=self._balance.month_parts,
        )
        self._review = self._review_of(self._window.recipients.ready)
        self._window.compose.show_review(self._review, self._account.low_mark if self._account else None)
        self._balance.show_parts(self._review.info.segments)
        self.reviewed.emit(self._review)

    def _save_draft(self) -> None:
        if not self._held:  # what has been sent is no draft any more, though it can be seen
            self._save(None)

    def _save(self, draft: Draft | None) -> None:
        self._office.drafts.save(draft or read_draft(self._window)).add_done_callback(self._draft_saved)

    def _draft_saved(self, done: Future[None]) -> None:
        """On the writer's thread."""
        error = failure_of(done)
        if error is not None and not isinstance(error, WorkerClosed):
            self._bridge.publish(Failed(error))

    # --- sending

    def _send_requested(self) -> None:
        self._window.recipients.add_pending()
        self._window.recipients.when_read(self._send)

    def _send(self) -> None:
        self._edited_review()  # a time that was picked may have passed since
        account, ready = self._account, self._review
        if ready is None or account is None or ready.problems:
            self._window.compose.show_problems(ready.problems if ready else ())
            self.not_sent.emit(ready.problems if ready else ())
            return
        recipients = self._window.recipients.model.recipients
        written = partial(request_of, account, ready, read_draft(self._window), recipients.rows, recipients.people)
        if len(recipients) <= _MANY:
            self._duplicate_check.look(written(), self._review_of, self._sending.confirm)
        else:
            self._window.compose.set_busy(True)
            self._tasks.spawn(self._check_elsewhere(written, self._review_of), self)

    async def _check_elsewhere(self, written: Callable[[], SendRequest], review_of: Callable[[int], Review]) -> None:
        try:
            request = await elsewhere(written)
        finally:
            self._window.compose.set_busy(False)
        self._duplicate_check.look(request, review_of, self._sending.confirm)
