"""A balance that runs low is told once, and again only after it was above its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.text.formatting import amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Balance
    from smsdesk.services.office import Office
    from smsdesk.store.settings import Settings
    from smsdesk.ui.qt.event_bridge import EventBridge


class LowBalance(QObject):
    """Remembers in the settings of which accounts it was told, so that no restart tells it again.

    Args:
        office: the accounts and their balances.
        settings: where it is remembered.
        bridge: tells that a balance was read.
        warn: says it to the user.

    Signals:
        remembered: what is in the settings has changed, and wants to be kept.
    """

    remembered = Signal()

    def __init__(
        self,
        office: Office,
        settings: Settings,
        bridge: EventBridge,
        warn: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._settings = settings
        self._warn = warn
        bridge.balance_changed.connect(self._look)

    def _look(self, account_id: str) -> None:
        account, state = self._office.book.get(account_id), self._office.poller.state(account_id)
        if account is None or state.asking or state.reading is None:
            return
        told = self._settings.low_told
        low = account.low_mark is not None and state.reading.amount.value <= account.low_mark
        if low == (account_id in told):
            return
        if low:
            told[account_id] = state.reading.asked_at.isoformat()
            self._warn(self._words(account, state.reading))
        else:
            del told[account_id]
        self.remembered.emit()

    def _words(self, account: Account, reading: Balance) -> str:
        told = self.tr("{account} is running low: {amount} left.")
        title = account_title(account, self._office.providers.of(account))
        return told.format(account=title, amount=amount(reading.amount))
