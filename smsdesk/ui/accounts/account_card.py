"""The top of the window: which account, and what is left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smsdesk.ui.accounts.account_choice import AccountChoice
from smsdesk.ui.accounts.account_line import AccountLine
from smsdesk.ui.accounts.price_offer import PriceOffer
from smsdesk.ui.balance.balance_panel import BalancePanel
from smsdesk.ui.widgets.card import Card
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.providers.base import Provider


def account_title(account: Account, provider: Provider) -> str:
    """How an account reads everywhere: SMS Office — Front desk."""
    return f"{provider.title} — {account.name}"


class AccountCard(Card):
    """Chooses the account and shows its balance.

    Signals:
        chosen: the id of the account that the user chose.
        add_requested, edit_requested: the buttons.
        price_accepted, price_declined: what the user decided about the price of a part that was offered (an `Amount`).

    Attributes:
        balance: what is left in the account.
        line: how the account stands.
    """

    chosen = Signal(str)
    add_requested = Signal()
    edit_requested = Signal()
    price_accepted = Signal(object)
    price_declined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = AccountChoice()
        self.balance = BalancePanel()
        self._price_offer = named("priceOffer", PriceOffer(may_decline=True))
        self.line = AccountLine()
        self._build()
        self._choice.combo.activated.connect(lambda _index: self.chosen.emit(self._choice.combo.currentData()))
        self._choice.combo.currentIndexChanged.connect(self._announce_key_choice)
        self._choice.add.clicked.connect(self.add_requested)
        self._choice.edit.clicked.connect(self.edit_requested)
        self._price_offer.accepted.connect(self.price_accepted)
        self._price_offer.declined.connect(self.price_declined)

    def current_id(self) -> str:
        """The id of the account that is chosen, "" when there is none."""
        return self._choice.combo.currentData() or ""

    def set_accounts(self, accounts: Sequence[tuple[Account, Provider]], chosen_id: str) -> None:
        """List the accounts, with one of them chosen."""
        self._choice.combo.blockSignals(True)
        self._choice.combo.clear()
        for account, provider in accounts:
            self._choice.combo.addItem(account_title(account, provider), account.id)
        self._choice.combo.setCurrentIndex(max(0, self._choice.combo.findData(chosen_id)) if accounts else -1)
        self._choice.combo.blockSignals(False)
        self._choice.combo.setEnabled(bool(accounts))
        self._choice.edit.setEnabled(bool(accounts))
        self._choice.share_room()

    def show_price_offer(self, price: Amount | None) -> None:
        """Offer the price of a part that was learnt from what announcements cost; None for none."""
        self._price_offer.show_offer(price)

    def _announce_key_choice(self, _index: int) -> None:
        """Arrow keys in the closed combo box choose as well; screen readers work it that way."""
        if not self._choice.combo.view().isVisible() and self._choice.combo.currentData():
            self.chosen.emit(self._choice.combo.currentData())

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        layout = QHBoxLayout()
        rows.addLayout(layout)
        rows.addWidget(self._price_offer)
        account = QVBoxLayout()
        account.addWidget(self._choice)
        account.addWidget(self.line)
        account.addStretch(1)
        layout.addLayout(account, 3)
        layout.addSpacing(12)
        layout.addWidget(self.balance, 2)
