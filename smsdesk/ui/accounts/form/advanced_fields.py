"""The last group, folded: what is right as it is at nearly every gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.gateway_address import check_address
from smsdesk.ui.accounts.form.address_notice import AddressNotice
from smsdesk.ui.accounts.form.option_fields import OptionFields
from smsdesk.ui.qt.boxes import SpinBox
from smsdesk.ui.text.translate import error_text
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QFormLayout

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.providers.capabilities import Capabilities

_MOST_IN_ONE_REQUEST = 1000


class AdvancedFields(QObject):
    """Gateway address, numbers in one request, and what only this gateway has.

    Attributes:
        fields: by their names in `account_problems`.

    Signals:
        edited: the field of this name was changed.
    """

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._form: QFormLayout | None = None
        self._can: Capabilities | None = None
        self._button = named("advancedButton", QToolButton())
        self._button.setCheckable(True)
        self._button.setAutoRaise(True)
        self._button.setText(self.tr("&Advanced"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self._button.font()
        font.setBold(True)
        self._button.setFont(font)
        self._summary = named("advancedSummary", Caption(wrap=True))
        self._address = named("gatewayAddressEdit", QLineEdit())
        self._notice = AddressNotice(self._address)
        self._batch = named("batchSizeSpin", SpinBox(minimum=1, maximum=_MOST_IN_ONE_REQUEST))
        self._options = OptionFields()
        self.fields = {
            "address": FormField(self.tr("Gateway address"), self._address, below=self._notice),
            "batch_size": FormField(self.tr("In one request"), self._batch, beside=QLabel(self.tr("numbers"))),
        }
        self._button.toggled.connect(self._fold)
        self._address.textChanged.connect(lambda: self.edited.emit("address"))
        self._address.textChanged.connect(self._sum_up)
        self._batch.valueChanged.connect(lambda: self.edited.emit("batch_size"))
        self._options.edited.connect(lambda: self.edited.emit("options"))

    def address(self, problems: dict[str, str]) -> str:
        """The gateway's address; what can't be one is added to the problems."""
        try:
            return check_address(self._address.text())
        except UserFacingError as error:
            problems["address"] = error_text(error)
            return self._address.text()

    def set_address(self, address: str) -> None:
        """Show where the gateway is."""
        self._address.setText(address)

    def batch_size(self, can: Capabilities) -> int | None:
        """How many numbers go into one request; None for what is usual."""
        return self._batch.value() if can.batch_editable and self._batch.value() != can.batch_size else None

    def options(self) -> dict[str, str]:
        """What only this gateway has, as the account keeps it."""
        return self._options.values()

    def unfold(self) -> None:
        """Show what is folded: something in it needs a look."""
        self._button.setChecked(True)

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next rows."""
        self._form = form
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(self._summary, 1)
        row.addStretch()
        form.addRow(line)
        for field in self.fields.values():
            field.add_to(form)
        form.addRow(self._options)

    def show_provider(self, provider: Provider, could: Capabilities | None, kept: Mapping[str, str] | None) -> None:
        """Offer what this gateway leaves open, with its own address where the last one's still stands."""
        can = self._can = provider.capabilities
        if self._address.text().strip() == (could.default_address if could else ""):
            self._address.setText(can.default_address)
        self._notice.set_gateway(provider.title, documents_https=can.documents_https)
        if can.batch_editable:
            self._batch.setValue(can.batch_size)
        self._options.show_options(can.options, kept)
        self._fold()

    def fill(self, account: Account) -> None:
        """Show what the account has."""
        self._address.setText(account.address)
        if account.batch_size is not None:
            self._batch.setValue(account.batch_size)

    def written(self) -> tuple[object, ...]:
        """What stands in the fields, to see whether somebody wrote something."""
        return self._address.text(), self._batch.value(), tuple(sorted(self._options.values().items()))

    def _fold(self) -> None:
        opened = self._button.isChecked()
        self._button.setArrowType(Qt.ArrowType.DownArrow if opened else self._onwards())
        if self._form is None or self._can is None:
            return
        self._form.setRowVisible(self.fields["address"], opened)
        self._form.setRowVisible(self.fields["batch_size"], opened and self._can.batch_editable)
        self._form.setRowVisible(self._options, opened and bool(self._can.options))
        self._sum_up()

    def _onwards(self) -> Qt.ArrowType:
        mirrored = self._button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.ArrowType.LeftArrow if mirrored else Qt.ArrowType.RightArrow

    def _sum_up(self) -> None:
        """Say what is folded; a password that travels readable is said in any case."""
        if self._can is None:
            return
        told = self.tr("gateway address")
        if self._can.batch_editable:
            told = self.tr("gateway address, numbers in one request")
        if self._can.options:
            told = self.tr("gateway address, and what only this gateway has")
        warning = self._notice.text
        folded = not self._button.isChecked()
        self._summary.setText(warning or told)
        self._summary.set_meaning(Meaning.DOUBTFUL if warning else Meaning.IDLE)
        self._summary.setVisible(folded)
        self._button.setAccessibleDescription(self._summary.text() if folded else "")
