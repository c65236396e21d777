"""Adding an account, or changing one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.accounts.validation import account_problems
from smsdesk.ui.accounts.account_form import AccountForm
from smsdesk.ui.text.formatting import amount
from smsdesk.ui.text.translate import error_text, translated
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from PySide6.QtCore import QObject

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.providers.base import Provider
    from smsdesk.services.accounts.account_book import AccountBook, Tested
    from smsdesk.ui.accounts.account_form import TypedAccount
    from smsdesk.ui.qt.tasks import Tasks

_NEEDED_TO_TEST = ("definition", "user_name", "password", "address")


class AccountDialog(QDialog):
    """The account's form, with Test connection and Save. Open it with `open()`.

    Args:
        book: where accounts are kept and tried out.
        providers: the gateways that can be chosen, by id.
        tasks: runs what takes time.
        account: the account to change; None for a new one.
        learnt_price: what a part of this account has really cost lately, where that is another price than it has.
        parent: the window it belongs to.

    Signals:
        saved: the `Account`, once it is on disk and its password is kept.
    """

    saved = Signal(object)

    def __init__(
        self,
        book: AccountBook,
        providers: Mapping[str, Provider],
        tasks: Tasks,
        account: Account | None,
        parent: QWidget | None = None,
        *,
        learnt_price: Amount | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit account") if account else self.tr("Add an account"))
        self._book = book
        self._tasks = tasks
        self._saving = False
        self._has_password: Future[bool] | None = book.has_password(account.id) if account else None
        self._form = AccountForm(providers, account, learnt_price)
        self._test = named("testConnectionButton", QPushButton(self.tr("Test connection"), autoDefault=False))
        self._save = named("saveAccountButton", QPushButton(self.tr("Save account")))
        self._cancel = named("cancelAccountButton", QPushButton(self.tr("Cancel"), autoDefault=False))
        self._outcome = Caption(wrap=True)
        self._outcome.setObjectName("accountOutcome")
        self._detail = Caption(wrap=True)
        self._detail.setObjectName("accountOutcomeDetail")
        self._lay_out()
        self._form.edited.connect(self._forget_outcome)
        self._form.set_up_requested.connect(self._set_up_gateway)
        self._test.clicked.connect(lambda: tasks.spawn(self._test_connection(), self))
        self._save.clicked.connect(lambda: tasks.spawn(self._save_account(), self))
        self._cancel.clicked.connect(self.reject)
        if self._has_password is not None:
            tasks.spawn(self._show_password_kept(self._has_password), self)

    def reject(self) -> None:
        """Close without saving; not while it is being saved, for then it can't be taken back."""
        if not self._saving:
            super().reject()

    def event(self, event: QEvent) -> bool:
        """Make room for sentences that appeared, as far as the screen has it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            most = self.screen().availableSize().height() - _TITLE_BAR
            self.resize(self.width(), max(self.height(), min(self.sizeHint().height(), most)))
        return done

    def _lay_out(self) -> None:
        small = self._detail.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        self._detail.setFont(small)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox()
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._save.setDefault(True)
        self._scroll = _FormArea(self._form)
        foot = QHBoxLayout()
        foot.addWidget(self._test)
        foot.addWidget(buttons, 1)
        rows = QVBoxLayout(self)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._outcome)
        rows.addWidget(self._detail)
        rows.addLayout(foot)
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

    async def _test_connection(self) -> None:
        typed, provider = self._form.typed(), self._form.provider
        self._forget_outcome()
        problems = await self._problems(typed) if provider.capabilities.has_balance else {}
        if self._show_problems({field: problems[field] for field in _NEEDED_TO_TEST if field in problems}):
            return
        self._test.setEnabled(False)
        self._tell(self.tr("Asking {gateway}…").format(gateway=provider.title))
        try:
            tested = await asyncio.wrap_future(self._book.test(typed.account, typed.password))
        except Exception as error:
            self._test_ended()
            if not isinstance(error, UserFacingError):
                raise
            if self._still(typed):
                self._tell(error_text(error), Meaning.BAD, error.detail)
            return
        self._test_ended()
        if self._still(typed):
            self._tell(self._told(tested), Meaning.GOOD if tested.proved else Meaning.DOUBTFUL)

    def _set_up_gateway(self) -> None:
        from smsdesk.ui.accounts.custom_gateway_dialog import CustomGatewayDialog

        typed = self._form.typed()
        dialog = CustomGatewayDialog(self._book.setup, self._tasks, typed.account, typed.password, self)
        dialog.chosen.connect(self._form.set_definition)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _save_account(self) -> None:
        if self._saving:
            return
        self._set_saving(True)
        typed = self._form.typed()
        problems = await self._problems(typed)
        if problems:
            self._set_saving(False)
            self._forget_outcome()
            self._show_problems(problems)
            return
        self._tell(self.tr("Saving…"))
        try:
            saved = await asyncio.wrap_future(
                self._book.save(typed.account, typed.password, session_only=typed.session_only)
            )
        except Exception as error:
            self._set_saving(False)
            self._forget_outcome()
            if not isinstance(error, UserFacingError):
                raise
            self._tell(error_text(error), Meaning.BAD, error.detail)
            return
        self.saved.emit(saved)
        self.accept()

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        for widget in (self._form, self._save, self._cancel):
            widget.setEnabled(not saving)
        self._test.setEnabled(not saving)

    def _show_problems(self, problems: Mapping[str, str]) -> bool:
        wrong = self._form.show_problems(problems)
        if wrong is not None:
            self._scroll.ensureWidgetVisible(wrong)
        return wrong is not None

    def _forget_outcome(self) -> None:
        self._tell("")

    def _test_ended(self) -> None:
        self._forget_outcome()
        self._test.setEnabled(not self._saving)

    def _still(self, tested: TypedAccount) -> bool:
        """Whether what was tested still stands there: an answer about anything else would mislead."""
        now = self._form.typed()
        return not self._saving and (now.account, now.password) == (tested.account, tested.password)

    def _told(self, tested: Tested) -> str:
        if tested.balance is None:
            return translated(tested.told)
        shown = self.tr("{it_works} The balance is {balance}.")
        return shown.format(it_works=translated(tested.told), balance=amount(tested.balance))

    def _tell(self, text: str, meaning: Meaning = Meaning.IDLE, detail: str = "") -> None:
        self._outcome.set_meaning(meaning)
        self._outcome.setText(text)
        self._outcome.setVisible(bool(text))
        self._detail.setText(self.tr("Details: {words}").format(words=detail) if detail else "")
        self._detail.setVisible(bool(detail))


_TITLE_BAR = 60
"""Pixels kept free on the screen for the window's frame."""


class _FormArea(QScrollArea):
    """Shows the form whole where the screen is high enough, else scrolls it."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first field has it when the dialog opens
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        self._form = form

    def sizeHint(self) -> QSize:
        """As wide as 80 characters, and as high as the form is beside a scroll bar, which then isn't needed."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(self._form.minimumSizeHint().width(), 80 * self.fontMetrics().averageCharWidth()) + bar
        now = self.width() if self.isVisible() else width
        return QSize(width, self._form.heightForWidth(now - bar))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on that the form needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
