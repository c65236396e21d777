"""A dialog on a real account book: database on disk, passwords in memory, gateways played on loopback.

Test bodies that wait for something are coroutines: they run on Qt's own event loop, as the dialogs do in the program.
"""

from __future__ import annotations

import asyncio
import inspect
import os
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import qasync
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox
from smsdesk.services.accounts.account_book import AccountBook
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.ui.accounts.account_dialog import AccountDialog
from smsdesk.ui.qt.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.accounts.account import Account

_Widget = TypeVar("_Widget", bound=QWidget)

_PATIENCE_S = 20


class Desk:
    """Opens the account dialog, and works it by the names of its widgets.

    Attributes:
        vault: where passwords go; a test may put another one in its place before the first is needed.
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
        self.book = AccountBook(self.store, Credentials(lambda: self.vault, Redactor()), PROVIDERS)
        self.dialog: AccountDialog

    def open(self, account: Account | None = None) -> AccountDialog:
        self.dialog = AccountDialog(self.book, PROVIDERS, self.tasks, account, self.parent)
        self.dialog.saved.connect(self.saved.append)
        self.dialog.open()
        return self.dialog

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
        """Wait until this holds; what a person would see, so it is looked at often."""
        try:
            async with asyncio.timeout(_PATIENCE_S):
                while not holds():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            pytest.fail(f"did not happen: {inspect.getsource(holds).strip()}")

    async def outcome(self) -> str:
        """What Save or Test connection said in the end."""
        await self.until(lambda: self.shown("accountOutcome") and self.find(QAbstractButton, "saveAccountButton"))
        await self.until(lambda: not self.shown("accountOutcome").endswith("…"))
        return self.shown("accountOutcome")

    async def closed(self) -> None:
        await self.until(lambda: not self.dialog.isVisible())


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        add_demo_logins(running.ledger)
        yield running


@pytest.fixture
def desk(tmp_path: Path, sandbox: Sandbox, window: QWidget) -> Iterator[Desk]:
    database = Database(tmp_path / "smsdesk.db")
    desk = Desk(database, sandbox, window)
    yield desk
    desk.book.close()
    database.close()
    assert desk.bugs == []


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on Qt's event loop, as the program runs there."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    application = pyfuncitem.funcargs["qapp"]
    desk: Desk = pyfuncitem.funcargs["desk"]
    body = pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters})

    async def run() -> None:
        desk.tasks.begin()
        try:
            await body
        finally:
            await desk.tasks.cancel_all()

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(run())
    return True
