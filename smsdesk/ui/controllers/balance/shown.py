"""What is left in the chosen account, brought to the panel: the amount, what it is good for, and the last weeks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smsdesk.domain.balance.forecast import forecast
from smsdesk.domain.money import Amount, messages_left
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.ui.balance.balance_panel import Worth

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.balance.forecast import Forecast
    from smsdesk.domain.money import Balance
    from smsdesk.providers.base import Provider
    from smsdesk.services.office import Office
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.window.main_window import MainWindow

_WEEKS = timedelta(weeks=8)
_CLOCK_MS = 30_000


class BalanceShown(QObject):
    """Shows one account's balance, and follows it. What takes a read is read when it changes, not at every key.

    Args:
        window: the main window.
        office: what is kept and asked.
        bridge: tells that something has changed.
    """

    def __init__(self, window: MainWindow, office: Office, bridge: EventBridge) -> None:
        super().__init__(window)
        self._card = window.account
        self._office = office
        self._account: Account | None = None
        self._provider: Provider | None = None
        self._parts = 1
        self._month_parts = 0
        self._spent_since: Amount | None = None
        self._ahead: Forecast | None = None
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._show)
        self._clock.start()
        window.account.balance.refresh_requested.connect(self.refresh)
        bridge.queue_changed.connect(self._queue_changed)

    @property
    def month_parts(self) -> int | None:
        """What was sent this month, where there is a budget to hold it against; else None."""
        account = self._account
        return self._month_parts if account is not None and account.budget_parts is not None else None

    def follow(self, account: Account | None, provider: Provider | None) -> None:
        """Show this account from now on."""
        self._account, self._provider = account, provider
        self._look()
        self._show_weeks()

    def reading(self) -> Balance | None:
        """The newest reading of the account."""
        return self._office.poller.state(self._account.id).reading if self._account else None

    def changed(self) -> None:
        """The account was asked, or is being asked."""
        self._look()
        self._show_weeks()
        self._show()

    def show_parts(self, parts: int) -> None:
        """Show what the balance is good for, for a text of so many parts."""
        self._parts = max(parts, 1)
        self._show()

    def refresh(self) -> None:
        """Ask for the balance, because the user wants to know."""
        if self._account is not None:
            self._office.poller.ask(self._account, by_hand=True)

    def _queue_changed(self, account_id: str) -> None:
        """A run is over: what was sent is counted anew."""
        resting = self._office.sender.progress(account_id).state is not QueueState.SENDING
        if resting and self._account is not None and account_id == self._account.id:
            self._look()
            self._show()

    def _show(self) -> None:
        account, provider, panel = self._account, self._provider, self._card.balance
        if account is None or provider is None:
            panel.show_nothing()
        elif not provider.capabilities.has_balance:
            panel.show_month(provider, self._month_parts, self._price_of(self._month_parts), account.budget_parts)
        else:
            state = self._office.poller.state(account.id)
            price = self._price_of(1)
            messages = messages_left(state.reading.amount, price, self._parts) if state.reading else None
            panel.show_balance(
                state, Worth(messages, self._parts, account.low_mark, self._spent_since), self._ahead
            )  # fmt: skip

    def _look(self) -> None:
        """Count what went through a gateway that tells no balance, or since it told one the last time."""
        self._spent_since = None
        account, provider = self._account, self._provider
        if account is None or provider is None:
            return
        if not provider.capabilities.has_balance:
            first = datetime.now().astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
            self._month_parts = self._office.history.parts_since(account.id, first)
            return
        state = self._office.poller.state(account.id)
        if state.error is not None and state.reading is not None and account.price_per_part is not None:
            parts = self._office.history.parts_since(account.id, state.reading.asked_at)
            self._spent_since = self._price_of(parts) if parts else None

    def _price_of(self, parts: int) -> Amount | None:
        account, provider = self._account, self._provider
        if account is None or provider is None or account.price_per_part is None:
            return None
        return Amount((account.price_per_part * parts).normalize(), provider.capabilities.unit)

    def _show_weeks(self) -> None:
        account = self._account
        now = datetime.now(UTC)
        readings = [] if account is None else self._office.balances.since(account.id, now - _WEEKS)
        low_mark = None if account is None else account.low_mark
        self._ahead = forecast(readings, now, low_mark)
        self._card.balance.show_weeks(readings, low_mark, self._ahead)
