"""A price that was learnt from what announcements cost, to take over with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from smsdesk.ui.text.formatting import amount
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.domain.money import Amount
    from smsdesk.ui.widgets.decimal_edit import DecimalEdit


class PriceOffer(QWidget):
    """Asks whether to use it; not there while nothing is offered.

    Signals:
        accepted, declined: what the user decided about the `Amount` that is offered.
    """

    accepted = Signal(object)
    declined = Signal(object)

    def __init__(self, *, may_decline: bool) -> None:
        super().__init__()
        self._offered: Amount | None = None
        self._text = named("priceOfferText", Caption(wrap=True))
        use = self._use = named("usePriceButton", QPushButton(self.tr("&Use it"), autoDefault=False))
        keep = self._keep = named("keepPriceButton", QPushButton(self.tr("N&o"), autoDefault=False))
        keep.setToolTip(self.tr("This price is not offered again"))
        keep.setVisible(may_decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(use)
        row.addWidget(keep)
        use.clicked.connect(lambda: self.accepted.emit(self._offered))
        keep.clicked.connect(lambda: self.declined.emit(self._offered))
        self.show_offer(None)

    def show_offer(self, price: Amount | None) -> None:
        """Offer this price of a part; None for none."""
        self._offered = price
        if price is not None:
            text = self.tr("It has cost {price} a part lately: use that?").format(price=amount(price))
            self._text.setText(text)
            for button in (self._use, self._keep):
                button.setAccessibleDescription(text)
        self.setVisible(price is not None)


class PriceOfferBelow(PriceOffer):
    """Stands below the line for the price, and offers it as long as the line says another one."""

    def __init__(self, line: DecimalEdit, learnt: Amount | None) -> None:
        super().__init__(may_decline=False)
        self._line = line
        self._learnt = learnt
        self.accepted.connect(lambda price: line.set_value(price.value))
        line.textChanged.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        learnt = self._learnt
        try:
            stands = learnt is not None and self._line.value() == learnt.value
        except ValueError:
            stands = False
        self.show_offer(None if stands else learnt)
