"""The whole program on a real profile, worked through its widgets.

Test bodies here are coroutines: they run on the program's own event loop, so that what they wait for goes on.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import os
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPlainTextEdit, QTableView, QWidget

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.demo import DATABASE, demo_profile
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from tests.ui.conftest import _garbage_is_collected_here, dark, english, mirrored  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Vault
    from smsdesk.demo import Demo

_Widget = TypeVar("_Widget", bound=QWidget)

_PATIENCE_S = 20
_OFFSCREEN_CANNOT = "This plugin does not support"


class Operator:
    """Somebody at the window: reads what it shows, types, clicks, and waits for what comes of it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self._serving: asyncio.Task[None] | None = None

    def begin(self) -> None:
        self.window.show()
        self._serving = asyncio.get_running_loop().create_task(self.program._serve())

    async def ready(self) -> None:
        """Wait until the keyboard is the window's, and the data file was found sound."""
        await self.until(lambda: self.window.isActiveWindow() and self.program.checked)

    # --- reading

    def find(self, kind: type[_Widget], name: str) -> _Widget:
        """The widget of this name that the user sees."""
        seen = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert len(seen) == 1, f"{len(seen)} visible {name}"
        return seen[0]

    def sees(self, name: str) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def label(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def rows(self, table: str) -> list[tuple[str, ...]]:
        model = self.find(QTableView, table).model()
        columns = range(model.columnCount())
        return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]

    def shown_texts(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]

    @property
    def message(self) -> QPlainTextEdit:
        return self.find(QPlainTextEdit, "messageEdit")

    @property
    def paste_box(self) -> QPlainTextEdit:
        return self.find(QPlainTextEdit, "recipientsInput")

    # --- working

    def press(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def paste(self, text: str, into: QWidget) -> None:
        into.setFocus()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(into, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Put this text in place of the message."""
        self.message.selectAll()
        self.paste(text, self.message)

    def add(self, people: str) -> None:
        self.paste(people, self.paste_box)
        self.press("addRecipientsButton")

    def choose(self, account: str) -> None:
        combo = self.find(QComboBox, "accountCombo")
        combo.setCurrentIndex(combo.findText(account))
        assert combo.currentText() == account

    def click_cell(self, table: str, row: int, column: int, *, twice: bool = False) -> None:
        view = self.find(QTableView, table)
        at: QPoint = view.visualRect(view.model().index(row, column)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        if twice:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def send(self) -> None:
        """Press Send, and Send in the confirmation."""
        self.press("sendButton")
        self.press("confirmSendButton")

    # --- waiting

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until this holds; what a person would see, so it is looked at often."""
        try:
            async with asyncio.timeout(_PATIENCE_S):
                while not holds():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            shown = "\n".join(filter(None, self.shown_texts()))
            pytest.fail(f"did not happen: {inspect.getsource(holds).strip()}\nThe window shows:\n{shown}")

    async def at_rest(self) -> None:
        """Wait until nothing is being sent or asked for."""

        def idle() -> bool:
            asking = (self.program.office.poller.state(account.id).asking for account in self.program.office.book.all())
            return not self.program.office.sender.sending() and not any(asking)

        await self.until(idle)
        await self.until(lambda: not self.program.bridge._events)

    async def leave(self) -> None:
        """Close the window as a person does who wants nothing more to leave, and wait for the end."""
        assert self._serving is not None
        if self._serving.done():
            return
        self.window.close()
        if self.sees("stopHereButton"):  # something has not left yet
            self.press("stopHereButton")
        async with asyncio.timeout(_PATIENCE_S):
            await self._serving

    # --- looking behind

    def account(self, provider: str = "smsoffice") -> Account:
        return next(account for account in self.program.office.book.all() if account.provider == provider)

    def states(self) -> list[str]:
        """Where each delivery stands on disk, in the order of the lists."""
        with closing(sqlite3.connect(self.program.database.path)) as connection:
            return [state for (state,) in connection.execute("SELECT state FROM delivery ORDER BY id")]


class House:
    """Every program that a test has opened. They run only while the test's body does, on one event loop."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.clerks: list[Operator] = []
        self._running = False

    def open(self, folder: Path, vault: Vault | None = None) -> Operator:
        """Open the program on a folder, at once or when the test's body begins; where nothing is set, without Undo."""
        program = Program(self._application, folder, lambda: vault or MemoryVault())
        if not (folder / "settings.json").exists():
            program.settings.undo_seconds = 0
        clerk = Operator(program)
        self.clerks.append(clerk)
        if self._running:
            clerk.begin()
        return clerk

    async def run(self, body: Coroutine[Any, Any, None]) -> None:
        """Run a test's body, and leave every program in order whatever comes of it."""
        self._running = True
        for clerk in self.clerks:
            clerk.begin()
            await clerk.ready()
        try:
            await body
        finally:
            for clerk in self.clerks:
                await clerk.leave()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on Qt's event loop, as the program runs there."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    application = pyfuncitem.funcargs["qapp"]
    body = pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters})
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(pyfuncitem.funcargs["house"].run(body))
    return True


@pytest.fixture(autouse=True)
def house(qapp: QApplication, qtlog: Any) -> Iterator[House]:
    """Where programs are opened; at the end no window is left, and Qt has complained of nothing."""
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    house = House(qapp)
    yield house
    qapp.setQuitOnLastWindowClosed(before)
    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for clerk in house.clerks:
        for thing in (clerk.window, clerk.program.bridge, clerk.program.loader):
            thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left == []
    assert [each.message for each in qtlog.records if not each.message.startswith(_OFFSCREEN_CANNOT)] == []


@pytest.fixture
def demo() -> Iterator[Demo]:
    """A profile with an account at SMS Office and one at iSmart, and the gateways that they talk to."""
    with demo_profile() as made:
        database = Database(made.folder / DATABASE)
        accounts = AccountStore(database)
        for account in accounts.all():
            if account.provider not in ("smsoffice", "ismart-rest"):
                accounts.delete(account.id).result()
        database.close()
        yield made


@pytest.fixture
def open_demo(demo: Demo, house: House) -> Callable[[], Operator]:
    """Opens the program on the demo's profile, again and again if need be."""
    return partial(house.open, demo.folder, demo.vault)


@pytest.fixture
def clerk(open_demo: Callable[[], Operator]) -> Operator:
    """Somebody at the window of the demo's profile; SMS Office is chosen."""
    return open_demo()


@pytest.fixture
def new_password(demo: Demo) -> Callable[[], str]:
    """Changes the password at SMS Office behind the program's back; gives the new one."""

    def change() -> str:
        demo.sandbox.ledger.set_password("smsoffice", "demo", "new-demo-password")
        return "new-demo-password"

    return change
