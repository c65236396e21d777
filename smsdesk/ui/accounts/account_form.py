"""The fields of an account, drawn from what its gateway needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.providers.custom.definition import OPTION
from smsdesk.providers.gateway_address import check_address
from smsdesk.ui.accounts.address_notice import AddressNotice
from smsdesk.ui.accounts.budget_spin import BudgetSpin
from smsdesk.ui.accounts.country_combo import CountryCombo
from smsdesk.ui.accounts.option_fields import OptionFields
from smsdesk.ui.accounts.price_offer import PriceOfferBelow
from smsdesk.ui.accounts.typed_decimal import typed_decimal
from smsdesk.ui.qt.boxes import ComboBox, SpinBox
from smsdesk.ui.text.formatting import decimal, unit_name
from smsdesk.ui.text.translate import error_text, translated
from smsdesk.ui.widgets.decimal_edit import DecimalEdit
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from smsdesk.domain.money import Amount
    from smsdesk.providers.base import Provider
    from smsdesk.providers.capabilities import Capabilities

_MOST_IN_ONE_REQUEST = 1000
_BETWEEN_SENDERS = re.compile("[,،;؛\n]")


@dataclass(frozen=True, slots=True)
class TypedAccount:
    """What the form holds.

    Attributes:
        account: the account as typed, right or wrong.
        password: the new password; None when nothing was typed.
        session_only: the password shall not be kept beyond this session.
        problems: what is wrong already with how it was typed, by field.
    """

    account: Account
    password: Secret | None
    session_only: bool
    problems: Mapping[str, str]


class AccountForm(QWidget):
    """The fields; it judges only how something is typed, not what.

    Signals:
        edited: the user changed something.
        set_up_requested: the user wants to describe the gateway.
    """

    edited = Signal()
    set_up_requested = Signal()

    def __init__(
        self, providers: Mapping[str, Provider], account: Account | None, learnt_price: Amount | None = None
    ) -> None:
        super().__init__()
        self._learnt_price = learnt_price
        self._providers = providers
        self._account = account
        self._account_id = account.id if account else new_account_id()
        self._kept_senders = ""
        self._definition = account.options.get(OPTION, "") if account else ""
        self._make_controls()
        self._fields = self._make_fields()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(2, 2, 2, 2)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self._fields.values():
            field.add_to(self._form)
        self._form.addRow(self._options)
        self._shown: Provider | None = None
        self._show_provider()
        if account is not None:
            self._fill(account)
        self._connect()

    @property
    def provider(self) -> Provider:
        """The gateway that is chosen, as it is set up now."""
        return self._providers[self._provider.currentData()].for_account(self._set_up_as())

    def set_definition(self, definition: str, address: str) -> None:
        """Take over how the gateway was described."""
        self._definition = definition
        self._address.setText(address)
        self._fields["definition"].show_problem("")
        self._show_provider()
        self.edited.emit()

    def typed(self) -> TypedAccount:
        """What the form holds now."""
        can = self.provider.capabilities
        problems: dict[str, str] = {}
        try:
            address = check_address(self._address.text())
        except UserFacingError as error:
            address, problems["address"] = self._address.text(), error_text(error)
        country = self._country.country()
        if country is None:
            problems["country"] = self.tr("Choose a country from the list.")
        batch = self._batch.value() if can.batch_editable and self._batch.value() != can.batch_size else None
        account = Account(
            id=self._account_id,
            name=self._name.text().strip(),
            provider=self.provider.id,
            user_name=self._user_name.text().strip(),
            senders=self._senders() if can.max_sender is not None else (),
            address=address,
            country=country or "",
            price_per_part=typed_decimal(self._price, "price_per_part", problems),
            low_mark=typed_decimal(self._low_mark, "low_mark", problems) if can.has_balance else None,
            batch_size=batch,
            budget_parts=None if can.has_balance else self._budget.budget(),
            options={**self._options.values(), **(self._set_up_as() if can.by_definition else {})},
        )
        password = Secret(self._password.text()) if self._password.text() else None
        return TypedAccount(account, password, self._session_only.isChecked(), problems)

    def show_problems(self, problems: Mapping[str, str]) -> FormField | None:
        """Say at each field what is wrong with it, and go to the first wrong one, which is given back."""
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        wrong = next((field for name, field in self._fields.items() if name in problems), None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong

    def show_kept_password(self, *, kept: bool, trouble: str = "") -> None:
        """Say whether this account has a password already, or why that can't be told."""
        self._password.setPlaceholderText(self.tr("kept in this computer's password store") if kept else "")
        self._fields["password"].set_hint(trouble)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the form: it must not change a choice that it happens to pass."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _make_controls(self) -> None:
        self._provider = named("providerCombo", ComboBox())
        for provider in self._providers.values():
            self._provider.addItem(provider.title, provider.id)
        self._set_up = named("setUpGatewayButton", QPushButton(self.tr("Set up the gateway…"), autoDefault=False))
        self._name = named("accountNameEdit", QLineEdit(placeholderText=self.tr("Front desk")))
        self._user_name = named("userNameEdit", QLineEdit())
        self._password = named("passwordEdit", QLineEdit(echoMode=QLineEdit.EchoMode.Password))
        self._session_only = named("sessionOnlyBox", QCheckBox(self.tr("Keep it for this session only")))
        self._sender = named("accountSenderEdit", QLineEdit())
        self._country = named("defaultCountryCombo", CountryCombo(self.tr("Default country")))
        self._address = named("gatewayAddressEdit", QLineEdit())
        self._address_notice = AddressNotice(self._address)
        self._price = named("pricePerPartEdit", DecimalEdit(placeholderText=self.tr("not known")))
        self._price_offer = PriceOfferBelow(self._price, self._learnt_price)
        self._low_mark = named("lowMarkEdit", DecimalEdit(placeholderText=self.tr("never")))
        self._budget = named("budgetSpin", BudgetSpin())
        self._batch = named("batchSizeSpin", SpinBox(minimum=1, maximum=_MOST_IN_ONE_REQUEST))
        self._options = OptionFields()
        self._price_unit, self._mark_unit = QLabel(), QLabel()
        for number in (self._price, self._low_mark, self._budget, self._batch):
            number.setFixedWidth(16 * self.fontMetrics().averageCharWidth())
        for chosen in (self._provider, self._country, self._budget, self._batch):
            chosen.installEventFilter(self)

    def _make_fields(self) -> dict[str, FormField]:
        """Every field by its name in `account_problems`, in the order of the form."""
        numbers = self.tr("Numbers without a country code are read as numbers of this country.")
        one_gateway = self.tr("To use another gateway, add another account.")
        return {
            "provider": FormField(self.tr("Gateway"), self._provider, hint=one_gateway if self._account else ""),
            "definition": FormField(self.tr("Set-up"), self._set_up),
            "name": FormField(self.tr("Account name"), self._name),
            "user_name": FormField(self.tr("User name"), self._user_name),
            "password": FormField(self.tr("Password"), self._password, below=self._session_only),
            "senders": FormField(self.tr("Sender"), self._sender),
            "country": FormField(self.tr("Default country"), self._country, hint=numbers),
            "address": FormField(self.tr("Gateway address"), self._address, below=self._address_notice),
            "price_per_part": FormField(
                self.tr("Price per part"), self._price, beside=self._price_unit, below=self._price_offer
            ),
            "low_mark": FormField(self.tr("Warn below"), self._low_mark, beside=self._mark_unit),
            "budget_parts": FormField(self.tr("Budget a month"), self._budget, beside=QLabel(self.tr("parts"))),
            "batch_size": FormField(self.tr("In one request"), self._batch, beside=QLabel(self.tr("numbers"))),
        }

    def _connect(self) -> None:
        self._provider.currentIndexChanged.connect(self._show_provider)
        changes = {
            "provider": self._provider.currentIndexChanged,
            "name": self._name.textChanged,
            "user_name": self._user_name.textChanged,
            "password": self._password.textChanged,
            "senders": self._sender.textChanged,
            "country": self._country.currentTextChanged,
            "address": self._address.textChanged,
            "price_per_part": self._price.textChanged,
            "low_mark": self._low_mark.textChanged,
            "budget_parts": self._budget.valueChanged,
            "batch_size": self._batch.valueChanged,
        }
        for name, changed in changes.items():
            changed.connect(lambda _new, field=self._fields[name]: field.show_problem(""))
            changed.connect(self.edited)
        self._options.edited.connect(self.edited)
        self._set_up.clicked.connect(self.set_up_requested)
        self._password.textChanged.connect(self._offer_session_only)
        self._offer_session_only()

    def _offer_session_only(self) -> None:
        self._session_only.setEnabled(self._account is None or bool(self._password.text()))

    def _show_provider(self) -> None:
        """Draw the form for the gateway; suggestions are replaced where they still stand as suggested."""
        provider, before = self.provider, self._shown
        can, could = provider.capabilities, before.capabilities if before else None
        self._show_sender(provider, could)
        if self._address.text().strip() == (could.default_address if could else ""):
            self._address.setText(can.default_address)
        if could is None or self._country.country() == could.country:
            self._country.set_country(can.country)
        if self._price.text().strip() == _price_text(could):
            self._price.setText(_price_text(can))
        self._address_notice.set_gateway(provider.title, documents_https=can.documents_https)
        for label in (self._price_unit, self._mark_unit):
            label.setText(unit_name(can.unit))
        self._form.setRowVisible(self._fields["definition"], can.by_definition)
        missing = self.tr("Say how your gateway wants to be spoken to; its document tells you.")
        self._fields["definition"].set_hint("" if self._definition else missing)
        self._form.setRowVisible(self._fields["low_mark"], can.has_balance)
        self._form.setRowVisible(self._fields["budget_parts"], not can.has_balance)
        self._form.setRowVisible(self._fields["batch_size"], can.batch_editable)
        if can.batch_editable:
            self._batch.setValue(can.batch_size)
        kept = self._account.options if self._account and self._account.provider == provider.id else None
        self._options.show_options(can.options, kept)
        self._shown = provider

    def _show_sender(self, provider: Provider, could: Capabilities | None) -> None:
        can = provider.capabilities
        takes_sender = can.max_sender is not None
        if not takes_sender and (could is None or could.max_sender is not None):
            self._kept_senders = self._sender.text()
            self._sender.clear()
        elif takes_sender and could is not None and could.max_sender is None:
            self._sender.setText(self._kept_senders)
        self._sender.setEnabled(takes_sender)
        if takes_sender:
            hint = self.tr("What people see. Write several with commas; the first is the usual one.")
        else:
            hint = translated(can.no_sender) if can.no_sender else ""
        self._fields["senders"].set_hint(hint)

    def _fill(self, account: Account) -> None:
        self._provider.setCurrentIndex(self._provider.findData(account.provider))
        self._provider.setEnabled(False)  # else the kept password would go to another gateway
        self._show_provider()
        self._name.setText(account.name)
        self._user_name.setText(account.user_name)
        self._sender.setText(", ".join(account.senders))
        self._country.set_country(account.country)
        self._address.setText(account.address)
        self._price.set_value(account.price_per_part)
        self._low_mark.set_value(account.low_mark)
        self._budget.set_budget(account.budget_parts)
        if account.batch_size is not None:
            self._batch.setValue(account.batch_size)

    def _set_up_as(self) -> dict[str, str]:
        return {OPTION: self._definition} if self._definition else {}

    def _senders(self) -> tuple[str, ...]:
        typed = (sender.strip() for sender in _BETWEEN_SENDERS.split(self._sender.text()))
        return tuple(dict.fromkeys(sender for sender in typed if sender))


def _price_text(can: Capabilities | None) -> str:
    return decimal(can.suggested_price) if can is not None and can.suggested_price is not None else ""
