"""Adding an account, or changing one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.accounts.validation import account_problems
from smsdesk.ui.accounts.form.account_form import AccountForm
from smsdesk.ui.accounts.form.form_area import FormArea
from smsdesk.ui.accounts.lent_focus import LentFocus
from smsdesk.ui.accounts.login_test import LoginTest
from smsdesk.ui.accounts.own_phone_test import OwnPhoneTest
from smsdesk.ui.problems.discard_question import ask_to_discard
from smsdesk.ui.text.formatting import amount
from smsdesk.ui.text.translate import error_text, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.providers.base import Provider
    from smsdesk.services.accounts.account_book import AccountBook, Tested
    from smsdesk.services.accounts.trial_message import TrialMessage
    from smsdesk.ui.accounts.form.account_form import TypedAccount
    from smsdesk.ui.qt.tasks import Tasks

_TITLE_BAR = 60
"""Pixels kept free on the screen for the window's frame."""

_NEEDED_TO_TEST = ("definition", "user_name", "password", "address")


class AccountDialog(Dialog):
    """The account's form, with its two tests and Save. Open it with `open()`.

    Args:
        book: where accounts are kept and tried out.
        providers: the gateways that can be chosen, by id.
        tasks: runs what takes time.
        account: the account to change; None for a new one.
        parent: the window it belongs to.
        trial: sends a test message.
        own_number: where the last one went, "" where there was none.
        learnt_price: what a part of this account has really cost lately, where that is another price than it has.

    Signals:
        saved: the `Account`, each time it is on disk and its password is kept; the dialog may stay open.
        own_number_entered: what the user typed for a test message.
    """

    saved = Signal(object)
    own_number_entered = Signal(str)

    def __init__(
        self,
        book: AccountBook,
        providers: Mapping[str, Provider],
        tasks: Tasks,
        account: Account | None,
        parent: QWidget | None = None,
        *,
        trial: TrialMessage,
        own_number: str = "",
        learnt_price: Amount | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit account") if account else self.tr("Add an account"))
        self._book = book
        self._tasks = tasks
        self._saving = self._sending = False
        self._focus = LentFocus(self)
        self._has_password: Future[bool] | None = book.has_password(account.id) if account else None
        self._login = LoginTest()
        self._own_phone = OwnPhoneTest(trial, tasks, self._login, self._keep, own_number, self)
        self._form = AccountForm(providers, account, self._login, learnt_price)
        self._save = named("saveAccountButton", MainButton(self.tr("&Save account")))
        self._cancel = named("cancelAccountButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        self._outcome = named("accountOutcome", Caption(wrap=True))
        self._detail = named("accountOutcomeDetail", Caption(wrap=True))
        self._lay_out()
        self._login_edited()
        self._form.edited.connect(self._forget_outcome)
        self._form.login_edited.connect(self._login_edited)
        self._form.set_up_requested.connect(self._set_up_gateway)
        self._own_phone.entered.connect(self.own_number_entered)
        self._own_phone.busy.connect(self._set_sending)
        self._login.test.clicked.connect(lambda: tasks.spawn(self._test_connection(), self))
        self._login.send.clicked.connect(lambda: tasks.spawn(self._ask_for_number(), self))
        self._save.clicked.connect(lambda: tasks.spawn(self._save_account(), self))
        self._cancel.clicked.connect(self.reject)
        if self._has_password is not None:
            tasks.spawn(self._show_password_kept(self._has_password), self)

    def _login_edited(self) -> None:
        self._login.set_gateway(has_balance=self._form.provider.capabilities.has_balance)

    def reject(self) -> None:
        """Close without saving, after a question where something was typed; not while it is saved, or a test sent."""
        if self._saving or self._sending:
            return
        if self._form.changed:
            ask_to_discard(self, super().reject)
        else:
            super().reject()

    def event(self, event: QEvent) -> bool:
        """Make room for sentences that appeared, as far as the screen has it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            most = self.screen().availableSize().height() - _TITLE_BAR
            self.resize(self.width(), max(self.height(), min(self.sizeHint().height(), most)))
        return done

    def _lay_out(self) -> None:
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox()
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._save.setDefault(True)
        self._scroll = FormArea(self._form)
        rows = QVBoxLayout(self)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._outcome)
        rows.addWidget(self._detail)
        rows.addWidget(buttons)
        self._tell("")

    async def _password_is_kept(self) -> bool:
        """Whether the account has a password; where the keyring won't say, what is there stays as it is."""
        if self._has_password is None:
            return False
        try:
            return await asyncio.wrap_future(self._has_password)
        except UserFacingError:
            return True

    async def _show_password_kept(self, asked: Future[bool]) -> None:
        try:
            self._form.show_kept_password(kept=await asyncio.wrap_future(asked))
        except UserFacingError as error:
            self._form.show_kept_password(kept=False, trouble=error_text(error))

    async def _problems(self, typed: TypedAccount) -> dict[str, str]:
        has_password = typed.password is not None or await self._password_is_kept()
        others = self._book.all()
        found = account_problems(typed.account, self._form.provider, others, has_password=has_password)
        return {**{field: translated(problem) for field, problem in found.items()}, **typed.problems}

    def _set_up_gateway(self) -> None:
        from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog

        typed = self._form.typed()
        dialog = CustomGatewayDialog(self._book.setup, self._tasks, typed.account, typed.password, self)
        dialog.chosen.connect(self._form.set_definition)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- tests

    async def _test_connection(self) -> None:
        typed, provider = self._form.typed(), self._form.provider
        self._login.forget()
        problems = await self._problems(typed) if provider.capabilities.has_balance else {}
        if self._show_problems({field: problems[field] for field in _NEEDED_TO_TEST if field in problems}):
            return
        self._set_testing(True)
        self._login.wait(self.tr("Asking {gateway}…").format(gateway=provider.title))
        try:
            tested = await asyncio.wrap_future(self._book.test(typed.account, typed.password))
        except Exception as error:
            self._test_ended()
            if not isinstance(error, UserFacingError):
                raise
            if self._still(typed):
                self._login.tell(error_text(error), Meaning.BAD, error.detail)
            return
        self._test_ended()
        if self._still(typed):
            self._login.tell(self._told(tested), Meaning.GOOD if tested.proved else Meaning.DOUBTFUL)

    async def _ask_for_number(self) -> None:
        """A test message goes out with the account as it will be kept, so all of it has to be right."""
        typed = self._form.typed()
        if self._show_problems(await self._problems(typed)):
            return
        self._own_phone.ask(typed.account, self._form.provider)

    # --- saving

    async def _save_account(self) -> None:
        if await self._keep() is not None:
            self.accept()

    async def _keep(self) -> Account | None:
        """Put the account on disk and its password where it is kept; None, and it is said why, where that can't be."""
        if self._saving:
            return None
        self._set_saving(True)
        typed = self._form.typed()
        problems = await self._problems(typed)
        if problems:
            self._set_saving(False)
            self._show_problems(problems)
            return None
        self._tell(self.tr("Saving…"))
        try:
            saving = self._book.save(typed.account, typed.password, session_only=typed.session_only)
            saved = await asyncio.wrap_future(saving)
        except Exception as error:
            self._set_saving(False)
            self._forget_outcome()
            if not isinstance(error, UserFacingError):
                raise
            self._tell(error_text(error), Meaning.BAD, error.detail)
            return None
        self._set_saving(False)
        self._forget_outcome()
        self._account_is_kept(saved)
        return saved

    def _account_is_kept(self, account: Account) -> None:
        self._has_password = self._book.has_password(account.id)
        self._form.account_is_kept(account)
        self.setWindowTitle(self.tr("Edit account"))
        self._cancel.setText(self.tr("Close"))
        self.saved.emit(account)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        with self._focus.held(self):
            for widget in (self._form, self._save, self._cancel):
                widget.setEnabled(not saving)

    def _set_testing(self, testing: bool) -> None:
        with self._focus.held(self._login):
            for button in (self._login.test, self._login.send, self._save):
                button.setEnabled(not testing)

    def _set_sending(self, sending: bool) -> None:
        """What can't leave is taken back: somebody has to be there for that, and to read what became of it."""
        self._sending = sending
        self._set_testing(sending)
        self._cancel.setEnabled(not sending)

    def _test_ended(self) -> None:
        self._set_testing(False)
        self._login.forget()

    def _show_problems(self, problems: Mapping[str, str]) -> bool:
        self._forget_outcome()
        wrong = self._form.show_problems(problems)
        if wrong is not None:
            self._scroll.ensureWidgetVisible(wrong)
        return wrong is not None

    def _forget_outcome(self) -> None:
        self._tell("")

    def _still(self, tested: TypedAccount) -> bool:
        """Whether what was tested still stands there: an answer about anything else would mislead."""
        now = self._form.typed()
        return not self._saving and (now.account, now.password) == (tested.account, tested.password)

    def _told(self, tested: Tested) -> str:
        if tested.balance is None:
            return translated(tested.told)
        return self.tr("Signed in. Balance: {balance}").format(balance=amount(tested.balance))

    def _tell(self, text: str, meaning: Meaning = Meaning.IDLE, detail: str = "") -> None:
        self._outcome.set_meaning(meaning)
        self._outcome.setText(text)
        self._outcome.setVisible(bool(text))
        self._detail.setText(self.tr("Details: {words}").format(words=detail) if detail else "")
        self._detail.setVisible(bool(detail))
