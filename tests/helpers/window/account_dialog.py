"""A dialog on a real account book: database on disk, passwords in memory, gateways played on loopback.

Test bodies that wait for something are coroutines: they run on Qt's own event loop, as the dialogs do in the program.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.accounts.trial_message import TrialMessage
from smsdesk.services.office import Office
from smsdesk.store.accounts import AccountStore
from smsdesk.ui.accounts.account_dialog import AccountDialog
from smsdesk.ui.qt.tasks import Tasks
from tests.helpers.waiting import until_seen
from tests.helpers.window.qt_loop import OnQtLoop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from smsdesk.accounts.account import Account
    from smsdesk.domain.money import Amount
    from smsdesk.sandbox.server import Sandbox
    from smsdesk.store.database import Database

_Widget = TypeVar("_Widget", bound=QWidget)


class AccountDialogOperator(OnQtLoop):
    """Opens the account dialog, and works it by the names of its widgets.

    Attributes:
        vault: where passwords go; a test may put another one in its place before the first is needed.
        own_numbers: where test messages were to go, as it was typed.
        bugs: what the dialog's coroutines let out.
    """

    def __init__(self, database: Database, sandbox: Sandbox, parent: QWidget) -> None:
        self.sandbox = sandbox
        self.parent = parent
        self.vault = MemoryVault()
        self.bugs: list[BaseException] = []
        self.saved: list[Account] = []
        self.tasks = Tasks(self.bugs.append)
        self.store = AccountStore(database)
        self.office = Office(database, lambda: self.vault, Redactor(), lambda _event: None, PROVIDERS)
        self.book = self.office.book
        self.trial = TrialMessage(self.office.sender, self.office.history, PROVIDERS)
        self.own_numbers: list[str] = []
        self.dialog: AccountDialog

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.tasks.begin()
        try:
            yield
        finally:
            await self.tasks.cancel_all()

    def open(self, account: Account | None = None, learnt_price: Amount | None = None) -> AccountDialog:
        self.dialog = AccountDialog(
            self.book, PROVIDERS, self.tasks, account, self.parent,
            trial=self.trial, own_number=self.own_numbers[-1] if self.own_numbers else "", learnt_price=learnt_price,
        )  # fmt: skip
        self.dialog.saved.connect(self._saved)
        self.dialog.own_number_entered.connect(self.own_numbers.append)
        self.dialog.open()
        return self.dialog

    def _saved(self, account: Account) -> None:
        self.saved.append(account)
        self.office.sender.account_changed(account)

    def keep(self, account: Account, password: str) -> None:
        self.book.save(account, Secret(password)).result()

    def find(self, kind: type[_Widget], name: str) -> _Widget:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def edit(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)

    def combo(self, name: str) -> QComboBox:
        return self.find(QComboBox, name)

    def press(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), name
        button.click()

    def leave(self) -> None:
        """Close the dialog without saving, as the question confirms where there is one."""
        self.dialog.reject()
        if self.dialog.isVisible():
            self.press("discardButton")

    def choose_gateway(self, title: str) -> None:
        combo = self.combo("providerCombo")
        combo.setCurrentIndex(combo.findText(title))
        assert combo.currentText() == title

    def fill_in(self, **texts: str) -> None:
        for name, text in texts.items():
            self.edit(name).setText(text)

    def fill_in_demo(self, password: str = "demo-password") -> None:
        """Everything that SMS Office's demo login needs."""
        self.choose_gateway("SMS Office")
        self.fill_in(
            accountNameEdit="Front desk",
            userNameEdit="demo",
            passwordEdit=password,
            accountSenderEdit="ALNOORSCH",
            gatewayAddressEdit=self.sandbox.address,
        )

    def shown(self, name: str) -> str:
        """What a label says; "" while it is hidden."""
        label = self.find(QLabel, name)
        return label.text() if label.isVisible() else ""

    def problem(self, name: str) -> str:
        return self.shown(f"{name}Problem")

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until this holds."""
        await until_seen(holds)

    async def outcome(self) -> str:
        """What Save said in the end."""
        await self.until(lambda: self.shown("accountOutcome") and self.find(QAbstractButton, "saveAccountButton"))
        await self.until(lambda: not self.shown("accountOutcome").endswith("…"))
        return self.shown("accountOutcome")

    async def tested(self) -> str:
        """What Test connection or a test message showed in the end."""
        await self.until(lambda: self.find(QAbstractButton, "testConnectionButton").isEnabled())
        await self.until(lambda: self.shown("loginOutcome") != "Not tested yet.")
        await self.until(lambda: not self.shown("loginOutcome").endswith("…"))
        return self.shown("loginOutcome")

    async def closed(self) -> None:
        await self.until(lambda: not self.dialog.isVisible())
