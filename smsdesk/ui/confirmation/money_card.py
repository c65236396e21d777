"""What an announcement costs, and what the balance is before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from smsdesk.ui.compose.cost import cost_sentence
from smsdesk.ui.confirmation.balance_bar import BalanceBar
from smsdesk.ui.text.formatting import amount, decimal
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, Card, heading, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.providers.base import Provider
    from smsdesk.services.sending.review import Review


class MoneyCard(Card):
    """Figures where they are known; where not, what is missing, in words.

    Args:
        provider: the gateway that is paid.
        low_mark: the balance below which the account's owner is warned, in the gateway's unit; None for never.
    """

    def __init__(self, provider: Provider, low_mark: Decimal | None) -> None:
        super().__init__()
        self._provider = provider
        self._low_mark = low_mark
        self._total = named("costTotal", heading("", scale=1.4))
        self._summary = named("costSummary", QLabel(wordWrap=True))
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = named("balanceBar", BalanceBar())
        self._now = named("balanceNow", Caption())
        self._after = named("balanceAfter", Caption(meaning=None))
        set_bold(self._after)
        self._words = named("balanceWords", Caption(wrap=True))
        figures = QHBoxLayout()
        figures.addWidget(self._now)
        figures.addStretch()
        figures.addWidget(self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self._total)
        layout.addWidget(self._summary)
        layout.addWidget(self._bar)
        layout.addLayout(figures)
        layout.addWidget(self._words)

    def show_review(self, review: Review) -> None:
        """Show what sending means."""
        cost = review.cost
        said = cost_sentence(cost)
        self._summary.setText(said or self.tr("Nobody is left to send to."))
        if cost.price is None:
            self._total.setText(translate("MoneyCard", "%n part(s)", None, 1).count(cost.total_parts))
        else:
            self._total.setText(amount(cost.price))
        self._total.setVisible(bool(said))
        before, after = review.balance, cost.left
        known = bool(said) and before is not None and after is not None
        for widget in (self._bar, self._now, self._after):
            widget.setVisible(known)
        if known and before is not None and after is not None:
            self._bar.show_balance(before.value, after.value, self._low_mark)
            self._now.setText(self.tr("{amount} now").format(amount=decimal(before.value)))
            self._after.setText(self.tr("{amount} after").format(amount=decimal(after.value)))
        words, meaning = self._said_of_balance(review) if said else ("", Meaning.IDLE)
        self._words.setText(words)
        self._words.set_meaning(meaning)
        self._words.setVisible(bool(words))

    def _said_of_balance(self, review: Review) -> tuple[str, Meaning]:
        """What the figures don't say, or why there are none."""
        left, balance, low = review.cost.left, review.balance, self._low_mark
        if left is not None:
            if low is None or left.value >= low:
                return "", Meaning.IDLE
            told = self.tr("! What is left is below the low mark of {amount}.")
            return told.format(amount=decimal(low)), Meaning.BAD
        if balance is None:
            if not self._provider.capabilities.has_balance:
                told = self.tr("{gateway} can't be asked what is left.").format(gateway=self._provider.title)
            else:
                told = self.tr("The balance is not known yet, so smsdesk can't say what will be left.")
        elif review.cost.price is None:
            told = self.tr("{amount} now. The price of a part is not known, so smsdesk can't say what will be left.")
            told = told.format(amount=amount(balance))
        else:
            told = self.tr("{amount} now: another unit than the price, so smsdesk can't say what will be left.")
            told = told.format(amount=amount(balance))
        return told, Meaning.IDLE
