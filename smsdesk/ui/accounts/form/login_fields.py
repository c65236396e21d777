"""The first group: which gateway, and who logs in there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from smsdesk.privacy.secret import Secret
from smsdesk.providers.custom.definition import OPTION
from smsdesk.services.accounts.validation import password_problem
from smsdesk.ui.accounts.form.field_row import FieldRow
from smsdesk.ui.accounts.form.password_edit import PasswordEdit, PasswordNotes, ShowPasswordButton
from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.translate import translated
from smsdesk.ui.widgets.form_field import FormField
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QFormLayout

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider

_SHORTEST = 12  # characters of a gateway's or an account's name that are always seen


class LoginFields(QObject):
    """Gateway, account name, user name and password.

    Attributes:
        fields: by their names in `account_problems`.

    Signals:
        edited: the field of this name was changed.
        set_up_requested: the user wants to describe the gateway.
    """

    edited = Signal(str)
    set_up_requested = Signal()

    def __init__(self, providers: Mapping[str, Provider], account: Account | None) -> None:
        super().__init__()
        self._providers = providers
        self._new = account is None
        self._definition = account.options.get(OPTION, "") if account else ""
        self._provider = named("providerCombo", ComboBox())
        self._provider.setMinimumContentsLength(_SHORTEST)
        self._provider.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for provider in providers.values():
            self._provider.addItem(provider.title, provider.id)
        self._set_up = named("setUpGatewayButton", QPushButton(self.tr("Set up the &gateway…"), autoDefault=False))
        self._name = named("accountNameEdit", QLineEdit(placeholderText=self.tr("Front desk")))
        self._name.setAccessibleName(self.tr("Account name"))
        self._user_name = named("userNameEdit", QLineEdit())
        self._password = named("passwordEdit", PasswordEdit())
        self._notes = PasswordNotes(self._password)
        self._show = ShowPasswordButton(self._password)
        self.fields = {
            "provider": FormField(self.tr("Gateway"), self._provider),
            "name": FormField(self.tr("Called"), self._name),
            "definition": FormField(self.tr("Set-up"), self._set_up),
            "user_name": FormField(self.tr("User name"), self._user_name),
            "password": FormField(self.tr("Password"), self._password, beside=self._show, below=self._notes, wide=True),
        }
        self._connect()
        if account is not None:
            self._fill(account)

    @property
    def provider(self) -> Provider:
        """The gateway that is chosen, before it is set up."""
        return self._providers[self._provider.currentData()]

    @property
    def name(self) -> str:
        """What the account is called."""
        return self._name.text().strip()

    @property
    def user_name(self) -> str:
        """Who logs in."""
        return self._user_name.text().strip()

    @property
    def password(self) -> Secret | None:
        """The new password; None when nothing was typed."""
        return Secret(self._password.text()) if self._password.text() else None

    @property
    def session_only(self) -> bool:
        """The password shall not be kept beyond this session."""
        return self._notes.session_only.isChecked()

    def set_up_as(self) -> dict[str, str]:
        """How the gateway was described, as the account keeps it."""
        return {OPTION: self._definition} if self._definition else {}

    def set_definition(self, definition: str) -> None:
        """Take over how the gateway was described."""
        self._definition = definition
        self.fields["definition"].show_problem("")

    def add_to(self, form: QFormLayout) -> None:
        """Become the form's next rows."""
        FieldRow(self.fields["provider"], self.fields["name"], filling=True).add_to(form)
        for name in ("definition", "user_name", "password"):
            self.fields[name].add_to(form)

    def show_provider(self, form: QFormLayout, provider: Provider) -> None:
        """Ask only what this gateway needs."""
        form.setRowVisible(self.fields["definition"], provider.capabilities.by_definition)
        missing = self.tr("Say how your gateway wants to be spoken to; its document tells you.")
        self.fields["definition"].set_hint("" if self._definition else missing)

    def show_kept_password(self, *, kept: bool, trouble: str = "") -> None:
        """Say whether this account has a password already, or why that can't be told."""
        self._password.setPlaceholderText(self.tr("kept in this computer's password store") if kept else "")
        self.fields["password"].set_hint(trouble)

    def fix_gateway(self) -> None:
        """The account is kept: with another gateway its password would go there."""
        self._new = False
        self._provider.setEnabled(False)
        self.fields["provider"].set_hint(self.tr("To use another gateway, add another account."))
        self._offer_session_only()

    def problems(self) -> dict[str, str]:
        """What is wrong with how it was typed."""
        problem = password_problem(self.password)
        return {"password": translated(problem)} if problem else {}

    def written(self) -> tuple[object, ...]:
        """What stands in the fields, to see whether somebody wrote something; the choice of a gateway is no work."""
        texts = (self._name.text(), self._user_name.text(), Secret(self._password.text()), self._definition)
        return (*texts, self._notes.session_only.isChecked())

    def _fill(self, account: Account) -> None:
        self._provider.setCurrentIndex(self._provider.findData(account.provider))
        self._name.setText(account.name)
        self._name.setCursorPosition(0)  # of a long name the beginning is seen
        self._user_name.setText(account.user_name)
        self.fix_gateway()

    def _connect(self) -> None:
        changes = {
            "provider": self._provider.currentIndexChanged,
            "name": self._name.textChanged,
            "user_name": self._user_name.textChanged,
            "password": self._password.textChanged,
        }
        for name, changed in changes.items():
            changed.connect(lambda _new, name=name: self.edited.emit(name))
        self._set_up.clicked.connect(self.set_up_requested)
        self._password.textChanged.connect(self._password_typed)
        self._offer_session_only()

    def _password_typed(self) -> None:
        self._offer_session_only()
        self.fields["password"].show_problem(self.problems().get("password", ""))

    def _offer_session_only(self) -> None:
        self._notes.session_only.setEnabled(self._new or bool(self._password.text()))
