"""What is left in the account: the amount, what it is good for, how long it lasts, and the line of the last weeks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smsdesk.domain.frozen import frozen
from smsdesk.ui.balance.amount_label import AmountLabel
from smsdesk.ui.balance.budget_bar import BudgetBar
from smsdesk.ui.balance.forecast_text import forecast_sentence
from smsdesk.ui.balance.sign_button import SignButton, round_arrow, steps
from smsdesk.ui.balance.sparkline import Sparkline
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import ago, amount, decimal, short_time
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.balance.forecast import Forecast
    from smsdesk.domain.money import Amount, Balance
    from smsdesk.providers.base import Provider
    from smsdesk.services.balance.poller import BalanceState


@frozen
class Worth:
    """What a balance is good for.

    Attributes:
        messages: how many messages it pays for; None where that is not known.
        parts: the parts of each.
        low_mark: the balance at which the account runs low; None for never.
        spent_since: what was sent since it was read, at the account's price; None for nothing, or not known.
    """

    messages: int | None
    parts: int
    low_mark: Decimal | None
    spent_since: Amount | None = None


class BalancePanel(QWidget):
    """Keeps its colour whatever the network does: an old amount says of when it is.

    Signals:
        refresh_requested: the user wants it asked now.
        picture_requested: the user wants to see it over months.
    """

    refresh_requested = Signal()
    picture_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._value = named("balanceValue", AmountLabel())
        self._caption = named("balanceCaption", ElidedLabel())
        self._ahead = named("balanceForecast", ElidedLabel())
        self._spark = named("balanceLine", Sparkline())
        self._budget = named("budgetBar", BudgetBar())
        self._refresh = named(
            "refreshBalanceButton",
            SignButton(self.tr("Refresh balance"), self.tr("Ask for the balance now"), round_arrow),
        )
        self._picture = named(
            "balancePictureButton",
            SignButton(self.tr("Show the balance"), self.tr("Show the balance over months"), steps),
        )
        self._build()
        self._refresh.clicked.connect(self.refresh_requested)
        self._picture.clicked.connect(self.picture_requested)

    def show_nothing(self) -> None:
        """Say that there is no account."""
        self._value.show_words(self.tr("No account yet"), Meaning.IDLE)
        self._value.set_more("")
        self._say("", "", None)
        self._budget.hide()
        self._spark.hide()
        self._refresh.setEnabled(False)
        self._picture.setEnabled(False)

    def show_month(self, provider: Provider, parts: int, cost: Amount | None, budget: int | None) -> None:
        """Show how much went through a gateway that tells no balance, of what the office allows itself.

        Args:
            provider: the gateway.
            parts: what was sent this month.
            cost: the same in money; None where the price is not known.
            budget: how many parts a month there shall be at most; None for no limit.
        """
        self._value.show_words(self.tr("Balance not offered"), Meaning.IDLE)
        self._value.set_more(self.tr("{gateway} has no way to ask for it").format(gateway=provider.title))
        told, meaning = _of_budget(parts, budget)
        spent = self.tr("{amount} this month").format(amount=amount(cost)) if cost is not None and parts else ""
        self._say(told, spent, meaning)
        self._budget.show_share(parts, budget or 0, told)
        self._budget.setVisible(budget is not None)
        self._spark.hide()
        self._refresh.setEnabled(False)
        self._picture.setEnabled(True)

    def show_balance(self, state: BalanceState, worth: Worth, ahead: Forecast | None) -> None:
        """Show the amount and what it is good for; where it could not be read anew, of when it is."""
        self._refresh.setEnabled(not state.asking)
        self._picture.setEnabled(True)
        self._budget.hide()
        reading = state.reading
        if reading is None:
            asking = self.tr("Asking for the balance…")
            self._value.show_words(asking if state.asking else self.tr("Balance unknown"), Meaning.IDLE)
            self._value.set_more("")
            self._say("", "", None)
            return
        low = worth.low_mark is not None and reading.amount.value <= worth.low_mark
        self._value.show_amount(amount(reading.amount), reading.amount.value)
        self._value.set_meaning(Meaning.BAD if low else None)
        self._value.set_more(self.tr("checked {ago}").format(ago=ago(reading.asked_at)))
        said = [self.tr("! running low")] if low else []
        said += self._as_of(reading, worth) if state.error is not None else _worth(reading, worth)
        self._say(joined(said), forecast_sentence(ahead), Meaning.BAD if low else Meaning.IDLE)

    def show_weeks(self, readings: Sequence[Balance], low_mark: Decimal | None, ahead: Forecast | None) -> None:
        """Draw the line of the last weeks."""
        self._spark.show_readings(readings, low_mark, ahead)
        self._spark.setVisible(len(readings) > 1)

    def _say(self, caption: str, ahead: str, meaning: Meaning | None) -> None:
        self._caption.setText(caption)
        self._caption.set_meaning(meaning)
        self._ahead.setText(ahead)

    def _as_of(self, reading: Balance, worth: Worth) -> list[str]:
        said = [self.tr("as of {time}").format(time=short_time(reading.asked_at))]
        if worth.spent_since is not None:
            said.append(self.tr("{amount} spent since").format(amount=decimal(worth.spent_since.value)))
        return said

    def _build(self) -> None:
        amounts = QVBoxLayout()
        amounts.setSpacing(2)
        for widget in (self._value, self._budget, self._caption, self._ahead):
            amounts.addWidget(widget)
        buttons = QVBoxLayout()
        buttons.addWidget(self._refresh)
        buttons.addWidget(self._picture)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(amounts)
        layout.addWidget(self._spark, 1)  # what the words leave, up to its own limit
        layout.addLayout(buttons)
        self._budget.hide()
        self._spark.hide()


def _worth(reading: Balance, worth: Worth) -> list[str]:
    if reading.messages is not None:
        return [translate("BalancePanel", "%n message(s) left by its own count", None, 1).count(reading.messages)]
    if worth.messages is None:
        return []
    of_parts = translate("BalancePanel", "%n part(s)", None, 1).count(max(worth.parts, 1))
    about = translate("BalancePanel", "about %n message(s) of {parts}", None, 1).count(worth.messages)
    return [about.format(parts=of_parts)]


def _of_budget(parts: int, budget: int | None) -> tuple[str, Meaning]:
    if budget is None:
        told = translate("BalancePanel", "%n part(s) sent through it this month", None, 1).count(parts)
        return told, Meaning.IDLE
    of = translate("BalancePanel", "{sent} of %n part(s) this month", None, 1).count(budget)
    over = translate("BalancePanel", "! {sent} of %n part(s) this month: over the budget", None, 1).count(budget)
    sent = decimal(Decimal(parts))
    return (over.format(sent=sent), Meaning.BAD) if parts > budget else (of.format(sent=sent), Meaning.IDLE)
