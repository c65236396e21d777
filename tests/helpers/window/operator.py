"""The whole program on a real profile, worked through its widgets.

Test bodies are coroutines: they run on the program's own event loop, so that what they wait for goes on.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import sqlite3
from collections.abc import Callable
from contextlib import asynccontextmanager, closing
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPlainTextEdit, QTableView, QWidget

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.services.lanes import Urgency
from smsdesk.ui.text.languages import Languages
from tests.helpers.waiting import until_seen
from tests.helpers.window.qt_loop import OnQtLoop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Vault
    from smsdesk.ui.window.main_window import MainWindow

_Widget = TypeVar("_Widget", bound=QWidget)


_USUAL_WIDTH, _USUAL_HEIGHT = 1180, 800  # the screen that is not there is smaller

OpenDemo = Callable[[], "Operator"]
"""Opens the program on the demo's profile, again and again if need be."""


class NotSeen(AssertionError):
    """What a test wants to read or press is not in sight: the test has failed, unless it waits for something."""


class Operator:
    """Somebody at the window: reads what it shows, types, clicks, and waits for what comes of it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._serving: asyncio.Task[None] | None = None

    @property
    def window(self) -> MainWindow:
        """The window that is there now: another language makes another one."""
        return self.program.window

    def begin(self) -> None:
        if not self.program.settings.geometry:
            self.window.resize(_USUAL_WIDTH, _USUAL_HEIGHT)
        self.window.show()
        self._serving = asyncio.get_running_loop().create_task(self.program._serve())

    async def ready(self) -> None:
        """Wait until the keyboard is the window's, the data file was found sound, and the balances are asked for."""
        await self.until(lambda: self.window.isActiveWindow() and self.program.checked and self._has_asked())

    def _has_asked(self) -> bool:
        polling = self.program._polling
        return polling is not None and inspect.getcoroutinestate(polling.get_coro()) != inspect.CORO_CREATED

    # --- reading

    def find(self, kind: type[_Widget], name: str) -> _Widget:
        """The widget of this name that the user sees."""
        seen = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        if len(seen) != 1:
            raise NotSeen(f"{len(seen)} visible {name}")
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

    def trigger(self, text: str) -> None:
        """Choose this entry of the menus, which is named here as it is in English, or as it is shown."""
        names = {text, QCoreApplication.translate("Menus", text)}
        next(action for action in self.window.findChildren(QAction) if action.text() in names).trigger()

    def send(self) -> None:
        """Press Send, and Send in the confirmation."""
        self.press("sendButton")
        self.press("confirmSendButton")

    # --- waiting

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until this holds; while what it reads is not in sight, it does not."""

        @wraps(holds)
        def held() -> object:
            try:
                return holds()
            except NotSeen:
                return False

        await until_seen(held, lambda: "The window shows:\n" + "\n".join(filter(None, self.shown_texts())))

    async def reads(self, name: str, text: str) -> None:
        """Wait until this label is in sight and says this: the window is told of what is on disk a moment later."""
        await self.until(lambda: self.label(name) == text)

    async def composer_is_free(self) -> None:
        """Wait until what was sent is on disk and can't be taken back, so that the next announcement can be written."""
        await self.until(lambda: not self.message.isReadOnly() and self.message.toPlainText() == "")

    async def counts_down(self) -> None:
        """Wait until what was sent can be taken back, and the window knows that the composer holds it.

        Its queue may tell of the countdown first: then there is an Undo, and no key for it yet.
        """
        await self.until(lambda: self.sees("undoSendButton") and self.label("sendAside"))

    async def halted(self) -> None:
        """Wait until what was sent is on disk, and its account's line offers what can be done about its queue.

        The line is told by the queue, and the composer by the outbox: either may come first.
        """
        await self.composer_is_free()
        await self.until(lambda: self.sees("cancelRestButton"))

    async def at_rest(self) -> None:
        """Wait until nothing is being sent or asked for, and the window has been told of all of it."""
        office, bridge = self.program.office, self.program.desks.bridge

        def idle() -> bool:
            asking = (office.poller.state(account.id).asking for account in office.book.all())
            return not office.sender.sending() and not any(asking)

        await self.until(idle)
        for account in office.book.all():  # a lane tells of its last work before it begins another
            lane = office.lanes.of(account.login)
            await asyncio.wrap_future(lane.do(lambda _http: None, Urgency.BALANCE))
        await self.until(lambda: idle() and not bridge._events)

    def has_left(self) -> bool:
        assert self._serving is not None
        return self._serving.done()

    async def left(self) -> None:
        """Wait until the program has ended by itself."""
        await self.until(self.has_left)
        assert self._serving is not None
        await self._serving

    async def leave(self) -> None:
        """Close the window as a person does who wants nothing more to leave, and wait for the end."""
        if self.has_left():
            return
        self.window.close()
        if self.sees("stopHereButton"):  # something has not left yet
            self.press("stopHereButton")
        await self.left()

    # --- looking behind

    def account(self, provider: str = "smsoffice") -> Account:
        return next(account for account in self.program.office.book.all() if account.provider == provider)

    def states(self) -> list[str]:
        """Where each delivery stands on disk, in the order of the lists."""
        with closing(sqlite3.connect(self.program.database.path)) as connection:
            return [state for (state,) in connection.execute("SELECT state FROM delivery ORDER BY id")]


class Programs(OnQtLoop):
    """Every program that a test has opened. They run only while the test's body does, on one event loop."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.languages = Languages(application, QLocale())
        self.operators: list[Operator] = []
        self._running = False

    def open(self, folder: Path, vault: Vault | None = None) -> Operator:
        """Open the program on a folder, at once or when the test's body begins; where nothing is set, without Undo."""
        program = Program(self._application, folder, lambda: vault or MemoryVault(), self.languages)
        if not (folder / "settings.json").exists():
            program.settings.undo_seconds = 0
        operator = Operator(program)
        self.operators.append(operator)
        if self._running:
            operator.begin()
        return operator

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Begin with every program, and leave each in order whatever comes of the test."""
        self._running = True
        for operator in self.operators:
            operator.begin()
            await operator.ready()
        try:
            yield
        finally:
            for operator in self.operators:
                await operator.leave()

    def clear_away(self) -> None:
        """Delete what Qt has of the programs, now and on this thread; the next test speaks English again."""
        self.languages.choose("en")
        for operator in self.operators:
            for thing in (operator.window, operator.program.desks.bridge, operator.program.loader):
                thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
