"""The buttons beside the account fold where they have no room, and can be worked all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget

from smsdesk.ui.accounts.account_choice import AccountChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAME = "SMS Office — Front desk of the school"


class Opened:
    """The choice with one account, and what was pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self._host = QWidget()
        qtbot.addWidget(self._host)
        self.choice = AccountChoice()
        self.choice.setParent(self._host)
        self.choice.combo.addItem(NAME)
        self.pressed: list[str] = []
        self.choice.edit.clicked.connect(lambda: self.pressed.append("editAccountButton"))
        self.choice.add.clicked.connect(lambda: self.pressed.append("addAccountButton"))
        self._host.show()

    def width(self, width: int) -> None:
        self.choice.resize(width, self.choice.sizeHint().height())

    def seen(self) -> list[str]:
        names = ("editAccountButton", "addAccountButton", "moreAccountButton")
        shown = [each for name in names for each in self.choice.findChildren(QWidget, name)]
        return [each.objectName() for each in shown if each.isVisible()]

    def has_caption(self) -> bool:
        return any(each.isVisible() for each in self.choice.findChildren(QLabel))

    def more(self) -> QToolButton:
        return self.choice.findChildren(QToolButton, "moreAccountButton")[0]

    def menu(self) -> QMenu:
        return self.choice.findChildren(QMenu, "moreAccountMenu")[0]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_with_room_all_of_it_is_seen(opened: Opened) -> None:
    opened.width(opened.choice.sizeHint().width())
    assert opened.seen() == ["editAccountButton", "addAccountButton"]
    assert opened.has_caption()
    assert opened.choice.combo.elided() == NAME


def test_the_caption_goes_first_and_then_the_buttons_fold_before_the_name_is_cut(opened: Opened) -> None:
    opened.width(opened.choice.sizeHint().width() - 1)
    assert opened.seen() == ["editAccountButton", "addAccountButton"]
    assert not opened.has_caption()
    opened.width(opened.choice.combo.sizeHint().width() + opened.more().sizeHint().width() + 20)
    assert opened.seen() == ["moreAccountButton"]
    assert opened.choice.combo.elided() == NAME
    assert opened.choice.minimumSizeHint().width() < opened.choice.width()


def test_an_account_with_a_longer_name_folds_them_at_once(opened: Opened) -> None:
    opened.width(opened.choice.sizeHint().width())
    opened.choice.combo.addItem(2 * NAME)
    opened.choice.share_room()
    assert opened.seen() == ["moreAccountButton"]


@pytest.mark.parametrize("name", ["editAccountButton", "addAccountButton"])
def test_the_menu_does_what_the_buttons_do_by_keys_alone(opened: Opened, name: str, qtbot: QtBot) -> None:
    opened.width(opened.choice.minimumSizeHint().width())
    opened.more().setFocus()
    QTest.keyClick(opened.more(), Qt.Key.Key_Space)
    qtbot.waitUntil(opened.menu().isVisible)
    if name == "addAccountButton":
        QTest.keyClick(opened.menu(), Qt.Key.Key_Down)
    QTest.keyClick(opened.menu(), Qt.Key.Key_Return)
    assert opened.pressed == [name]


def test_without_an_account_there_is_none_to_edit(opened: Opened) -> None:
    opened.choice.edit.setEnabled(False)
    opened.width(opened.choice.minimumSizeHint().width())
    opened.more().click()
    edit, add = opened.menu().actions()
    assert (edit.isEnabled(), add.isEnabled()) == (False, True)
    assert opened.menu().activeAction() is add
    opened.menu().close()


def test_the_focus_stays_beside_the_account_when_they_fold(opened: Opened, qtbot: QtBot) -> None:
    opened.width(opened.choice.sizeHint().width())
    opened.choice.window().activateWindow()
    opened.choice.edit.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opened.choice.edit)
    opened.width(opened.choice.minimumSizeHint().width())
    assert QApplication.focusWidget() is opened.more()
    opened.width(opened.choice.sizeHint().width())
    assert QApplication.focusWidget() is opened.choice.edit
