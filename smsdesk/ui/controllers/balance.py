"""The chosen account's balance on the window, and what it is good for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.domain.money import Amount, messages_left

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Balance
    from smsdesk.providers.base import Provider
    from smsdesk.services.office import Office
    from smsdesk.services.sending.review import Review
    from smsdesk.ui.window.main_window import MainWindow

_WEEKS = timedelta(weeks=4)


class ShownBalance:
    """Shows what is known of one account's balance.

    Args:
        window: shows it.
        office: knows it.
    """

    def __init__(self, window: MainWindow, office: Office) -> None:
        self._window = window
        self._office = office
        self._account: Account | None = None
        self._month_parts = 0

    def choose(self, account: Account | None) -> None:
        """Tell of this account from now on."""
        self._account = account
        self.count_month()

    @property
    def reading(self) -> Balance | None:
        """What was read of it last."""
        return self._office.poller.state(self._account.id).reading if self._account else None

    def ask(self) -> None:
        """Ask for it, because the user wants to know."""
        if self._account is not None:
            self._office.poller.ask(self._account, by_hand=True)

    def show(self, review: Review | None) -> None:
        """Show it, and how many messages like this one it is good for."""
        provider = self._provider()
        if self._account is None or provider is None or not provider.capabilities.has_balance:
            self._window.account.show_no_balance(provider, self._month_parts)
            return
        state = self._office.poller.state(self._account.id)
        parts = max(review.info.segments, 1) if review else 1
        price = self._account.price_per_part
        messages = None
        if state.reading is not None and price is not None:
            messages = messages_left(state.reading.amount, Amount(price, provider.capabilities.unit), parts)
        self._window.account.show_balance(state, messages, parts, self._account.low_mark)

    def show_weeks(self) -> None:
        """Draw the line of the last weeks."""
        if self._account is not None:
            readings = self._office.balances.since(self._account.id, datetime.now(UTC) - _WEEKS)
            self._window.account.show_weeks(readings, self._account.low_mark)

    def count_month(self) -> None:
        """Count what went through a gateway that tells no balance; not at every keystroke, as it reads the history."""
        provider = self._provider()
        if self._account is None or provider is None or provider.capabilities.has_balance:
            return
        first = datetime.now().astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        self._month_parts = self._office.history.parts_since(self._account.id, first)

    def _provider(self) -> Provider | None:
        return self._office.providers.of(self._account) if self._account else None
