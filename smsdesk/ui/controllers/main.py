"""What happens at the desk: the panes' wishes become calls of the office, and their news becomes what is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.domain.draft import DraftPerson
from smsdesk.services.clock_check import clock_told
from smsdesk.services.events import Failed
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.review import Review, review
from smsdesk.services.sending.send_request import request_of
from smsdesk.ui.controllers.account_change import AccountChange
from smsdesk.ui.controllers.balance import ShownBalance
from smsdesk.ui.controllers.draft import read_draft, show_draft
from smsdesk.ui.controllers.duplicate_check import DuplicateCheck
from smsdesk.ui.controllers.price_offers import PriceOffers
from smsdesk.ui.controllers.resending import Resending
from smsdesk.ui.controllers.sending import Sending
from smsdesk.ui.qt.tasks import elsewhere
from smsdesk.ui.recipients.problem_rows import ProblemRows
from smsdesk.ui.text.translate import translated
from smsdesk.workers.futures import failure_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.services.office import Office
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.store.settings import Settings
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_SAVE_AFTER_MS = 800
_CLOCK_MS = 30_000
_MANY = 1_000  # people, who take long to be fetched, or put together


class MainController(QObject):
    """The controller of the main window.

    Signals:
        account_changed: another account was chosen, or the chosen one was changed; None when there is none.
        password_wanted: the user wants to enter the password of the account that is chosen.
        reviewed: what stands on the desk was looked at anew; a `Review`.
        not_sent: why what was to be sent can't be; a tuple of `UserFacingError`.
    """

    account_changed = Signal(object)
    password_wanted = Signal()
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
        self._sending = Sending(window, office, settings, bridge, tasks)
        self._resending = Resending(window, office, self._sending, bridge, tasks)
        self._price_offers = PriceOffers(window, self, office, bridge, tasks)
        self._balance = ShownBalance(window, office)
        self._account_change = AccountChange(window, office, tasks, self._show_account_in_use)
        self._duplicate_check = DuplicateCheck(office.duplicates, settings, tasks, window.compose.set_busy, self)
        self._problem_rows = ProblemRows(window.recipients, window.notice, tasks)
        self._account: Account | None = None
        self._review: Review | None = None
        self._review_of: Callable[[int], Review]
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save_draft)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._show_balance)
        self._restoring = False
        self._connect()

    @property
    def account(self) -> Account | None:
        """The account that is chosen."""
        return self._account

    def open(self) -> None:
        """Show the accounts and the draft that an earlier run left."""
        draft = self._office.drafts.load()
        self._restoring = True
        self.show_accounts(draft.account_id or self._settings.account_id)
        show_draft(self._window, draft)
        self._restoring = False
        self._edited_review()
        self._clock.start()

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
        window.account.refresh_requested.connect(self.refresh_balance)
        window.compose.edited.connect(self._edited)
        window.compose.send_requested.connect(self._send_requested)
        window.recipients.edited.connect(self._edited)
        window.history.use_again.connect(self._use_again)
        self._sending.account_wanted.connect(self.show_accounts)
        self._sending.account_put_back.connect(partial(self.show_accounts, ask=False))
        self._sending.password_wanted.connect(self.password_wanted)
        self._sending.sent.connect(self._sent)
        window.history.one_by_one.connect(self._resending.one_by_one)
        window.history.send_again.connect(self._resending.send_again)
        window.history.arrived.connect(self._resending.arrived)
        bridge.announcements_added.connect(window.history.announcements_added)
        bridge.deliveries_changed.connect(window.history.deliveries_changed)
        bridge.queue_changed.connect(self._queue_changed)
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
            self._account_change.look(self._account, account, partial(self._settle, account_id))

    def _settle(self, account_id: str) -> None:
        if self._window.account.current_id() != account_id:
            self._list_accounts(account_id)
        self._choose(account_id)

    def _choose(self, account_id: str) -> None:
        account = self._office.book.get(account_id)
        if account == self._account and account is not None:
            return
        self._account = account
        self._settings.account_id = account_id
        self._balance.choose(account)
        provider = self._provider()
        self._window.compose.set_account(account, provider)
        self._window.recipients.set_account(account, provider)
        self._edited()
        self._balance.show_weeks()
        self._sending.show(account)
        self.account_changed.emit(account)

    def _provider(self) -> Provider | None:
        return self._office.providers.of(self._account) if self._account else None

    def refresh_balance(self) -> None:
        """Ask for the chosen account's balance, because the user wants to know."""
        self._balance.ask()

    def _queue_changed(self, account_id: str) -> None:
        """A run is over: where no balance can be asked, what was sent this month is counted anew."""
        resting = self._office.sender.progress(account_id).state is not QueueState.SENDING
        if resting and self._account is not None and account_id == self._account.id:
            self._balance.count_month()
            self._show_balance()

    def _balance_changed(self, account_id: str) -> None:
        if self._account is not None and account_id == self._account.id:
            self._edited_review()
            self._balance.show_weeks()

    def _show_balance(self) -> None:
        self._balance.show(self._review)

    # --- writing

    def _edited(self) -> None:
        if self._restoring:
            return
        self._window.compose.show_problems(())
        self._edited_review()
        self._saving.start()

    def _edited_review(self) -> None:
        balance = self._balance.reading
        self._review_of = partial(
            review,
            self._window.compose.text(),
            self._window.compose.sender_id(),
            bad_rows=self._window.recipients.problems,
            account=self._account,
            provider=self._provider(),
            balance=balance.amount if balance else None,
            picked=self._window.compose.picked_time(),
        )
        self._review = self._review_of(self._window.recipients.ready)
        self._window.compose.show_review(self._review)
        self.reviewed.emit(self._review)
        self._show_balance()

    def _save_draft(self) -> None:
        self._office.drafts.save(read_draft(self._window)).add_done_callback(self._draft_saved)

    def _draft_saved(self, done: Future[None]) -> None:
        """On the writer's thread."""
        error = failure_of(done)
        if error is not None and not isinstance(error, WorkerClosed):
            self._bridge.publish(Failed(error))

    def _use_again(self, announcement_id: int) -> None:
        past = self._office.history.announcements([announcement_id])
        if not past:
            return
        if self._office.book.get(past[0].account_id) is not None:
            self.show_accounts(past[0].account_id, ask=False)
        self._window.compose.set_text(past[0].text)
        self._window.compose.set_sender(past[0].sender)
        people = partial(_people_again, self._office, announcement_id)
        if past[0].people > _MANY:
            self._window.recipients.fetch_people(people)
        else:
            self._window.recipients.set_people(people())
        self._window.compose.focus_text()

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

    def _sent(self, request: SendRequest) -> None:
        """It is safely in the outbox: only now is the composer emptied, also of those who had the text already."""
        new = request.announcement
        if request.before is None:  # it was not written here: what is being written is left as it is
            return
        if self._window.compose.text() == new.text:
            self._window.compose.empty()
        self._window.recipients.forget_sent(new.recipients)
        self._save_draft()


def _people_again(office: Office, announcement_id: int) -> list[DraftPerson]:
    return [DraftPerson(person.number, person.name) for person in office.history.people(announcement_id)]
