"""The card of people with a list, and whoever works it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit, QSplitter, QWidget

from smsdesk.accounts.account import Account
from smsdesk.ui.recipients.people_table import PeopleTable
from smsdesk.ui.recipients.recipients_pane import RecipientsPane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.helpers.patient_bot import PatientBot

NAME, NUMBER, CHECK = range(3)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SHORTEST = "Amal 90000012\nOmar 9000 001\nBadr 90000031\nHuda 447700900123\nSami 447700900124\n90000012"


class PeopleCard:
    """Works the card by mouse and keyboard, and reads what it shows."""

    def __init__(self, qtbot: PatientBot, text: str = SHORTEST, *, width: int = 700) -> None:
        self.qtbot = qtbot
        self.window = QSplitter()
        qtbot.addWidget(self.window)
        self.pane = RecipientsPane()
        self.window.addWidget(self.pane)
        self.window.addWidget(QWidget())
        self.pane.set_account(Account("1", "Front desk", "smsoffice", "office", (), "https://gw.example", "OM"), None)
        self.window.resize(1200, 400)
        qtbot.bring_up(self.window)
        self.make_wide(width)
        self.window.activateWindow()
        self.table = self.pane.findChild(PeopleTable)
        self.input = self.pane.findChild(QPlainTextEdit, "recipientsInput")
        if text:
            self.add(text)
        self.table.setFocus()
        qtbot.waitUntil(self.table.hasFocus)

    # --- reading

    def column(self, place: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, place).data() for row in range(model.rowCount())]

    @property
    def names(self) -> list[str]:
        return self.column(NAME)

    @property
    def chips(self) -> list[str]:
        buttons = self.pane.findChildren(QAbstractButton)
        return [each.text() for each in buttons if each.objectName().startswith("chip") and each.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return self.pane.findChild(QAbstractButton, name)

    def menu(self, name: str) -> dict[str, bool]:
        """The entries of an open menu that can be seen, and whether they can be chosen."""
        menu = self._menu(name)
        return {each.text(): each.isEnabled() for each in menu.actions() if each.isVisible() and not each.isSeparator()}

    # --- working

    def make_wide(self, width: int) -> None:
        """Drag the splitter beside the card: so wide, or as narrow as it gets."""
        self.window.setSizes([width, 1200 - width])

    def add(self, text: str) -> None:
        self.input.setPlainText(text)
        self.press("addRecipientsButton")

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
        QTest.keyClick(on or self.table, key, modifiers)

    def go_to(self, row: int, column: int = NAME) -> None:
        self.table.go_to(row, column)

    def choose_rows(self, rows: Iterable[int]) -> None:
        for count, row in enumerate(rows):
            at = self.table.visualRect(self.table.model().index(row, NAME)).center()
            QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, CONTROL if count else NONE, at)

    def type_into(self, row: int, column: int, text: str) -> None:
        """Edit a cell by F2 and leave it with Enter."""
        self.go_to(row, column)
        self.key(Qt.Key.Key_F2)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(self.table.hasFocus)

    def press_suggestion(self, row: int) -> None:
        index = self.table.model().index(row, CHECK)
        delegate = self.table.itemDelegateForIndex(index)
        at = delegate.button_rect(self.table, index).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def open_menu(self) -> None:
        self.table.menu_wanted.emit(self.table.mapToGlobal(QPoint(5, 5)))

    def pick(self, name: str, text: str) -> None:
        """Choose an entry of an open menu."""
        menu = self._menu(name)
        next(each for each in menu.actions() if text in each.text()).trigger()
        menu.close()

    def drop(self, data: QMimeData) -> bool:
        """Drop something in the middle of the list; whether it was taken."""
        middle, copy = self.pane.rect().center(), Qt.DropAction.CopyAction
        entering = QDragEnterEvent(middle, copy, data, Qt.MouseButton.LeftButton, NONE)
        QApplication.sendEvent(self.pane, entering)
        if entering.isAccepted():
            QApplication.sendEvent(self.pane, QDropEvent(QPointF(middle), copy, data, Qt.MouseButton.LeftButton, NONE))
        return entering.isAccepted()

    def _menu(self, name: str) -> QMenu:
        found = [each for each in self.table.findChildren(QMenu, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} open {name}"
        return found[0]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data
