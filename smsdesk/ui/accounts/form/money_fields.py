"""The third group: what a part costs, and when to warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from smsdesk.ui.accounts.form.budget_spin import BudgetSpin
from smsdesk.ui.accounts.form.field_row import FieldRow
from smsdesk.ui.accounts.form.typed_decimal import typed_decimal
from smsdesk.ui.accounts.price_offer import PriceOfferBelow
from smsdesk.ui.text.formatting import decimal, unit_name
from smsdesk.ui.widgets.decimal_edit import DecimalEdit
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtWidgets import QFormLayout

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.providers.capabilities import Capabilities

_CHARACTERS = 11
"""Of an amount; a sentence below it may be as wide as the row."""


class MoneyFields(QObject):
    """Price of a part, low mark, and a month's budget where there is no balance.

    Attributes:
        fields: by their names in `account_problems`.

    Signals:
        edited: the field of this name was changed.
    """

    edited = Signal(str)

    def __init__(self, learnt_price: Amount | None) -> None:
        super().__init__()
        self._price = named("pricePerPartEdit", DecimalEdit(placeholderText=self.tr("not known")))
        self._offer = PriceOfferBelow(self._price, learnt_price)
        self._low_mark = named("lowMarkEdit", DecimalEdit(placeholderText=self.tr("never")))
        self._budget = named("budgetSpin", BudgetSpin())
        self._price_unit, self._mark_unit = QLabel(), QLabel()
        for amount in (self._price, self._low_mark):
            amount.setFixedWidth(_CHARACTERS * amount.fontMetrics().averageCharWidth())
        self.fields = {
            "price_per_part": FormField(self.tr("Price of a part"), self._price, beside=self._price_unit),
            "low_mark": FormField(self.tr("Warn below"), self._low_mark, beside=self._mark_unit),
            "budget_parts": FormField(self.tr("Budget a month"), self._budget, beside=QLabel(self.tr("parts"))),
        }
        self._price.textChanged.connect(lambda: self.edited.emit("price_per_part"))
        self._low_mark.textChanged.connect(lambda: self.edited.emit("low_mark"))
        self._budget.valueChanged.connect(lambda: self.edited.emit("budget_parts"))

    def price(self, problems: dict[str, str]) -> Decimal | None:
        """What a part costs; what can't be read is added to the problems."""
        return typed_decimal(self._price, "price_per_part", problems)

    def low_mark(self, problems: dict[str, str]) -> Decimal | None:
        """Below what to warn; what can't be read is added to the problems."""
        return typed_decimal(self._low_mark, "low_mark", problems)

    def budget(self) -> int | None:
        """Parts a month; None for no limit."""
        return self._budget.budget()

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next rows."""
        FieldRow(*self.fields.values(), filling=False).add_to(form)
        form.addRow(self._offer)

    def show_provider(self, can: Capabilities, could: Capabilities | None) -> None:
        """Ask what makes sense at this gateway, and suggest its price where the last one's still stands."""
        if self._price.text().strip() == _price_text(could):
            self._price.setText(_price_text(can))
        for label in (self._price_unit, self._mark_unit):
            label.setText(unit_name(can.unit))
        self.fields["low_mark"].show_with_label(can.has_balance)
        self.fields["budget_parts"].show_with_label(not can.has_balance)

    def fill(self, account: Account) -> None:
        """Show what the account has."""
        self._price.set_value(account.price_per_part)
        self._low_mark.set_value(account.low_mark)
        self._budget.set_budget(account.budget_parts)

    def written(self) -> tuple[object, ...]:
        """What stands in the fields, to see whether somebody wrote something."""
        return self._price.text(), self._low_mark.text(), self._budget.value()


def _price_text(can: Capabilities | None) -> str:
    return decimal(can.suggested_price) if can is not None and can.suggested_price is not None else ""
