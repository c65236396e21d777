"""The top of the window: which account, and what is left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smsdesk.ui.accounts.price_offer import PriceOffer
from smsdesk.ui.accounts.sparkline import Sparkline
from smsdesk.ui.text.formatting import ago, amount, as_plain_tooltip
from smsdesk.ui.text.translate import error_text, translate
from smsdesk.ui.widgets.card import Caption, Card, heading
from smsdesk.ui.widgets.colours import Meaning, set_text_colour
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount, Balance
    from smsdesk.providers.base import Provider
    from smsdesk.services.balance.poller import BalanceState


def account_title(account: Account, provider: Provider) -> str:
    """How an account reads everywhere: SMS Office — Front desk."""
    return f"{provider.title} — {account.name}"


class AccountCard(Card):
    """Chooses the account and shows its balance.

    Signals:
        chosen: the id of the account that the user chose.
        add_requested, edit_requested, refresh_requested: the buttons.
        price_accepted, price_declined: what the user decided about the price of a part that was offered (an `Amount`).
    """

    chosen = Signal(str)
    add_requested = Signal()
    edit_requested = Signal()
    refresh_requested = Signal()
    price_accepted = Signal(object)
    price_declined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = named("accountCombo", QComboBox())
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label = Caption(self.tr("Account"))
        label.setBuddy(self._combo)
        self._add = named("addAccountButton", QPushButton(self.tr("Add account…")))
        self._edit = named("editAccountButton", QPushButton(self.tr("Edit…")))
        self._value = heading("", 1.5)
        self._value.setObjectName("balanceValue")
        self._caption = Caption()
        self._caption.setObjectName("balanceCaption")
        self._spark = Sparkline()
        self._refresh = named("refreshBalanceButton", QToolButton())
        self._refresh.setText("⟳")
        self._refresh.setAccessibleName(self.tr("Refresh balance"))
        self._refresh.setToolTip(self.tr("Ask for the balance now"))
        self._price_offer = named("priceOffer", PriceOffer(may_decline=True))
        self._build(label)
        self._combo.activated.connect(lambda _index: self.chosen.emit(self._combo.currentData()))
        self._combo.currentIndexChanged.connect(self._announce_key_choice)
        self._add.clicked.connect(self.add_requested)
        self._edit.clicked.connect(self.edit_requested)
        self._refresh.clicked.connect(self.refresh_requested)
        self._price_offer.accepted.connect(self.price_accepted)
        self._price_offer.declined.connect(self.price_declined)

    def current_id(self) -> str:
        """The id of the account that is chosen, "" when there is none."""
        return self._combo.currentData() or ""

    def set_accounts(self, accounts: Sequence[tuple[Account, Provider]], chosen_id: str) -> None:
        """List the accounts, with one of them chosen."""
        self._combo.blockSignals(True)
        self._combo.clear()
        for account, provider in accounts:
            self._combo.addItem(account_title(account, provider), account.id)
        self._combo.setCurrentIndex(max(0, self._combo.findData(chosen_id)) if accounts else -1)
        self._combo.blockSignals(False)
        self._combo.setEnabled(bool(accounts))
        self._edit.setEnabled(bool(accounts))

    def show_no_balance(self, provider: Provider | None, parts_this_month: int) -> None:
        """Say that this gateway tells no balance, and how much went through it; or that there is no account."""
        self._value.setText(self.tr("No account yet") if provider is None else self.tr("Balance not offered"))
        set_text_colour(self._value, Meaning.IDLE)
        self._caption.setWordWrap(False)
        self._caption.set_meaning(Meaning.IDLE)
        sent = translate("AccountCard", "%n part(s) sent through it this month", None, 1).count(parts_this_month)
        self._caption.setText("" if provider is None else sent)
        why = self.tr("{gateway} has no way to ask for it")
        self._value.setToolTip("" if provider is None else why.format(gateway=provider.title))
        self._spark.hide()
        self._refresh.setEnabled(False)

    def show_balance(self, state: BalanceState, messages: int | None, parts: int, low_mark: Decimal | None) -> None:
        """Show the amount, what it is good for, and when it was asked; or why it could not be read."""
        self._refresh.setEnabled(not state.asking)
        self._value.setToolTip("")
        reading = state.reading
        low = reading is not None and low_mark is not None and reading.amount.value <= low_mark
        set_text_colour(self._value, Meaning.BAD if low or state.error else None)
        if reading is None:
            asking = self.tr("Asking for the balance…")
            self._value.setText(asking if state.asking else self.tr("Balance unknown"))
        else:
            self._value.setText(amount(reading.amount))
        self._caption.setWordWrap(
            state.error is not None
        )  # a reason may be long; ordinary news must not move the panes
        if state.error is not None:
            self._caption.set_meaning(Meaning.BAD)
            self._caption.setText(error_text(state.error))
            self._caption.setToolTip(as_plain_tooltip(f"{error_text(state.error)} {state.error.detail}"))
            return
        self._caption.set_meaning(Meaning.BAD if low else Meaning.IDLE)
        self._caption.setToolTip("")
        self._caption.setText(" · ".join(self._worth(reading, messages, parts, low=low)))

    def show_weeks(self, readings: Sequence[Balance], low_mark: Decimal | None) -> None:
        """Draw the line of the last weeks."""
        points = [(each.asked_at.timestamp(), float(each.amount.value)) for each in readings]
        self._spark.show_readings(points, None if low_mark is None else float(low_mark))
        self._spark.setVisible(len(points) > 1)

    def show_price_offer(self, price: Amount | None) -> None:
        """Offer the price of a part that was learnt from what announcements cost; None for none."""
        self._price_offer.show_offer(price)

    def _worth(self, reading: Balance | None, messages: int | None, parts: int, *, low: bool) -> list[str]:
        said = []
        if low:
            said.append(self.tr("running low"))
        if reading is not None and reading.messages is not None:
            said.append(
                translate("AccountCard", "%n message(s) left by its own count", None, 1).count(reading.messages)
            )
        elif messages is not None:
            of_parts = translate("AccountCard", "%n part(s)", None, 1).count(max(parts, 1))
            about = translate("AccountCard", "about %n message(s) of {parts}", None, 1).count(messages)
            said.append(about.format(parts=of_parts))
        if reading is not None:
            said.append(self.tr("checked {ago}").format(ago=ago(reading.asked_at)))
        return said

    def _announce_key_choice(self, _index: int) -> None:
        """Arrow keys in the closed combo box choose as well; screen readers work it that way."""
        if not self._combo.view().isVisible() and self._combo.currentData():
            self.chosen.emit(self._combo.currentData())

    def _build(self, label: QLabel) -> None:
        amounts = QVBoxLayout()
        amounts.setSpacing(2)
        amounts.addWidget(self._value)
        amounts.addWidget(self._caption)
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._caption.setMinimumWidth(40 * self.fontMetrics().averageCharWidth())
        layout = QHBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.addLayout(layout)
        rows.addWidget(self._price_offer)
        for widget in (label, self._combo, self._add, self._edit):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(amounts, 2)
        layout.addWidget(self._spark)
        layout.addWidget(self._refresh)
