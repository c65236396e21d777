"""The fields of an account, drawn from what its gateway needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.domain.frozen import frozen
from smsdesk.ui.accounts.form.advanced_fields import AdvancedFields
from smsdesk.ui.accounts.form.login_fields import LoginFields
from smsdesk.ui.accounts.form.money_fields import MoneyFields
from smsdesk.ui.accounts.form.sender_fields import SenderFields
from smsdesk.ui.widgets.card import heading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from smsdesk.domain.money import Amount
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider
    from smsdesk.ui.widgets.form_field import FormField

_NEEDED_TO_LOG_IN = frozenset({"provider", "definition", "user_name", "password", "address", "options"})


@frozen
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
    """The fields in four groups; it judges only how something is typed, not what.

    Args:
        providers: the gateways that can be chosen, by id.
        account: the account to change; None for a new one.
        below_login: stands at the end of the first group.
        learnt_price: what a part has really cost lately.

    Signals:
        edited: the user changed something.
        login_edited: what the gateway is asked with was changed.
        set_up_requested: the user wants to describe the gateway.
    """

    edited = Signal()
    login_edited = Signal()
    set_up_requested = Signal()

    def __init__(
        self,
        providers: Mapping[str, Provider],
        account: Account | None,
        below_login: QWidget,
        learnt_price: Amount | None = None,
    ) -> None:
        super().__init__()
        self._account = account
        self._account_id = account.id if account else new_account_id()
        self._login = LoginFields(providers, account)
        self._sender = SenderFields()
        self._money = MoneyFields(learnt_price)
        self._advanced = AdvancedFields()
        self._groups = (self._login, self._sender, self._money, self._advanced)
        self._fields: dict[str, FormField] = {}
        for group in self._groups:
            self._fields |= group.fields
        self._lay_out(below_login)
        self._shown: Provider | None = None
        self._untouched: tuple[object, ...] = self._written()
        self._show_provider()
        if account is not None:
            for filled in (self._sender, self._money, self._advanced):
                filled.fill(account)
        self._connect()
        self.forget_changes()

    @property
    def provider(self) -> Provider:
        """The gateway that is chosen, as it is set up now."""
        return self._login.provider.for_account(self._login.set_up_as())

    @property
    def changed(self) -> bool:
        """Somebody wrote something here that is not kept yet."""
        return self._written() != self._untouched

    def forget_changes(self) -> None:
        """What stands here now is kept, or is what the gateway suggests."""
        self._untouched = self._written()

    def set_definition(self, definition: str, address: str) -> None:
        """Take over how the gateway was described."""
        self._login.set_definition(definition)
        self._advanced.set_address(address)
        self._show_provider()
        self._edited("definition")

    def typed(self) -> TypedAccount:
        """What the form holds now."""
        can = self.provider.capabilities
        problems = self._login.problems()
        account = Account(
            id=self._account_id,
            name=self._login.name,
            provider=self.provider.id,
            user_name=self._login.user_name,
            senders=self._sender.senders() if can.max_sender is not None else (),
            address=self._advanced.address(problems),
            country=self._sender.country(problems),
            price_per_part=self._money.price(problems),
            low_mark=self._money.low_mark(problems) if can.has_balance else None,
            batch_size=self._advanced.batch_size(can),
            budget_parts=None if can.has_balance else self._money.budget(),
            options={**self._advanced.options(), **(self._login.set_up_as() if can.by_definition else {})},
        )
        return TypedAccount(account, self._login.password, self._login.session_only, problems)

    def show_problems(self, problems: Mapping[str, str]) -> FormField | None:
        """Say at each field what is wrong with it, and go to the first wrong one, which is given back."""
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        if any(name in problems for name in self._advanced.fields):
            self._advanced.unfold()
        wrong = next((field for name, field in self._fields.items() if name in problems), None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong

    def show_kept_password(self, *, kept: bool, trouble: str = "") -> None:
        """Say whether this account has a password already, or why that can't be told."""
        self._login.show_kept_password(kept=kept, trouble=trouble)

    def account_is_kept(self, account: Account) -> None:
        """The account is on disk as it stands here, though the form stays open."""
        self._account = account
        self._login.fix_gateway()
        self.forget_changes()

    def minimumSizeHint(self) -> QSize:
        """As high as the sentences are at this width: by themselves they would be narrower, and higher."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.heightForWidth(max(self.width(), least.width()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt keeps a row as high as it was at another width, when a scroll bar came up: its sentences would be cut."""
        super().resizeEvent(event)
        self._form.invalidate()
        self._form.activate()

    def _lay_out(self, below_login: QWidget) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(2, 2, 2, 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(heading(self.tr("Login")))
        self._login.add_to(form)
        form.addRow(below_login)
        form.addRow(_line())
        form.addRow(heading(self.tr("Sender and country")))
        self._sender.add_to(form)
        form.addRow(_line())
        form.addRow(heading(self.tr("Money")))
        self._money.add_to(form)
        form.addRow(_line())
        self._advanced.add_to(form)

    def _connect(self) -> None:
        for group in self._groups:
            group.edited.connect(self._edited)
        self._login.set_up_requested.connect(self.set_up_requested)

    def _edited(self, name: str) -> None:
        if name == "provider":
            self._show_provider()
        if name in self._fields and name != "password":  # the line for it judges as it is typed
            self._fields[name].show_problem("")
        self.edited.emit()
        if name in _NEEDED_TO_LOG_IN:
            self.login_edited.emit()

    def _show_provider(self) -> None:
        """Draw the form for the gateway; suggestions are replaced where they still stand as suggested."""
        provider, before, changed = self.provider, self._shown, self.changed
        can, could = provider.capabilities, before.capabilities if before else None
        kept = self._account.options if self._account and self._account.provider == provider.id else None
        self._shown = provider
        self._login.show_provider(self._form, provider)
        self._sender.show_provider(provider, could)
        self._money.show_provider(can, could)
        self._advanced.show_provider(provider, could, kept)
        if not changed:
            self.forget_changes()

    def _written(self) -> tuple[object, ...]:
        return tuple(group.written() for group in self._groups)


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
