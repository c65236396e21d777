from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

if TYPE_CHECKING:
    from tests.helpers.window.account_dialog import AccountDialogOperator


def password(dialogs: AccountDialogOperator) -> QLineEdit:
    dialogs.open()
    line = dialogs.edit("passwordEdit")
    line.setFocus()
    return line


def test_it_is_hidden_until_somebody_wants_to_look(dialogs: AccountDialogOperator) -> None:
    line = password(dialogs)
    line.setText("harbour-27-lamp")
    assert "harbour" not in line.displayText()
    button = dialogs.find(QAbstractButton, "showPasswordButton")
    wide = button.minimumWidth()
    assert (button.text(), button.accessibleName()) == ("Sho&w", "Show the password")
    button.click()
    assert line.displayText() == "harbour-27-lamp"
    assert (button.text(), button.accessibleName()) == ("Hi&de", "Hide the password")
    assert button.sizeHint().width() <= wide
    button.click()
    assert "harbour" not in line.displayText()


def test_every_dialog_begins_with_a_hidden_password(dialogs: AccountDialogOperator) -> None:
    password(dialogs)
    dialogs.press("showPasswordButton")
    dialogs.leave()
    assert password(dialogs).echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("pasted", ["lamp ", " lamp", "lamp\n", "lamp\r\n", "lamp\u00a0"])
def test_what_came_along_with_a_copy_is_said_and_taken_away_only_on_a_press(
    dialogs: AccountDialogOperator, pasted: str
) -> None:
    line = password(dialogs)
    QGuiApplication.clipboard().setText(pasted)
    line.paste()
    assert dialogs.shown("passwordBlanksNote") == "It begins or ends with a blank or a new line."
    assert line.text() != "lamp"
    dialogs.press("trimPasswordButton")
    assert line.text() == "lamp"
    assert dialogs.shown("passwordBlanksNote") == ""


def test_a_blank_within_is_nobodys_business(dialogs: AccountDialogOperator) -> None:
    password(dialogs).setText("harbour lamp")
    assert dialogs.shown("passwordBlanksNote") == ""


def test_caps_lock_is_noticed_by_a_capital_without_shift_and_forgotten_with_its_key(
    dialogs: AccountDialogOperator,
) -> None:
    line = password(dialogs)
    QTest.keyClicks(line, "A", Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_7)
    assert dialogs.shown("capsLockNote") == ""
    QTest.keyClicks(line, "L", Qt.KeyboardModifier.NoModifier)
    assert dialogs.shown("capsLockNote") == "Caps Lock seems to be on."
    QTest.keyClick(line, Qt.Key.Key_CapsLock)
    assert dialogs.shown("capsLockNote") == ""


async def test_a_password_that_no_store_can_hold_is_refused_at_once_and_when_saving(
    dialogs: AccountDialogOperator,
) -> None:
    dialogs.open()
    dialogs.fill_in_demo(password="\U0001f511" * 640)
    assert dialogs.problem("passwordEdit") == ""
    dialogs.fill_in(passwordEdit="\U0001f511" * 641)
    told = dialogs.problem("passwordEdit")
    assert told.startswith("This is longer than a computer's password store can keep: 1280 characters at most.")
    dialogs.press("saveAccountButton")
    await dialogs.until(lambda: dialogs.edit("passwordEdit").hasFocus())
    assert dialogs.problem("passwordEdit") == told
    assert dialogs.book.all() == []
    dialogs.fill_in(passwordEdit="demo-password")
    assert dialogs.problem("passwordEdit") == ""
