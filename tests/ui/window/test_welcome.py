from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.window.welcome import Welcome

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Desk:
    """The welcome page in a window like the program's, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.page = Welcome()
        pages = QStackedWidget()
        pages.addWidget(QWidget())
        pages.addWidget(self.page)
        pages.setCurrentWidget(self.page)
        self.window.setCentralWidget(pages)
        self.asked: list[str] = []
        self.page.add_requested.connect(lambda: self.asked.append("add"))
        self.page.demo_requested.connect(lambda: self.asked.append("demo"))
        self.window.show()
        qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key) -> None:
        focused = self.window.focusWidget()
        QTest.keyClick(focused, key)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_first_key_begins_the_account(desk: Desk, key: Qt.Key) -> None:
    desk.press(key)
    assert desk.asked == ["add"]


def test_enter_on_the_demo_opens_the_demo(desk: Desk) -> None:
    desk.page.findChild(QPushButton, "tryDemoButton").setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == ["demo"]


def test_enter_on_the_page_beside_its_buttons_begins_the_account(desk: Desk) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_Return)
    assert desk.asked == ["add"]


def test_the_page_that_comes_back_begins_at_the_account_again(desk: Desk) -> None:
    desk.page.findChild(QPushButton, "tryDemoButton").setFocus()
    desk.page.hide()
    desk.page.show()
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == ["add"]


@pytest.mark.parametrize("width", [640, 1160])
def test_all_of_its_text_is_seen(desk: Desk, width: int) -> None:
    desk.window.resize(width, 600)
    text = desk.page.findChild(Caption)
    assert text.height() >= text.heightForWidth(text.width())
