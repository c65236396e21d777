"""The window worked by keys alone: menus, panes, Undo and Copy wherever the focus is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMenu, QTableView, QWidget

from tests.helpers.keys import CONTROL, focus, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.window.operator import Operator


def menus(operator: Operator) -> dict[str, QMenu]:
    found = {}
    for action in operator.window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found[action.text()] = menu
    return found


def entry(operator: Operator, name: str) -> QAction:
    """The entry of the Edit menu of this name, as it is when the menu opens."""
    menu = menus(operator)["&Edit"]
    menu.aboutToShow.emit()
    return next(each for each in menu.actions() if each.objectName() == f"{name}MenuAction")


def mnemonics(texts: Iterator[str]) -> Counter[str]:
    return Counter(found[1].lower() for text in texts if (found := re.search(r"&(\w)", text.replace("&&", ""))))


async def test_the_menus_are_the_platforms(operator: Operator) -> None:
    assert list(menus(operator)) == ["&File", "&Edit", "&View", "&Account", "&Window", "&Help"]
    roles = {action.menuRole() for menu in menus(operator).values() for action in menu.actions()}
    assert roles >= {QAction.MenuRole.PreferencesRole, QAction.MenuRole.QuitRole, QAction.MenuRole.AboutRole}


async def test_each_entry_has_a_letter_of_its_own(operator: Operator) -> None:
    for menu in menus(operator).values():
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = mnemonics(iter(texts))
        assert sum(letters.values()) == len(texts), texts
        assert max(letters.values()) == 1, texts


async def test_no_letter_stands_twice_in_the_window(operator: Operator) -> None:
    buttons = (each.text() for each in operator.window.findChildren(QAbstractButton) if each.isVisible())
    titles = iter(menus(operator))
    assert max((mnemonics(titles) + mnemonics(buttons)).values()) == 1


async def test_no_key_stands_twice_in_the_window(operator: Operator) -> None:
    everywhere = [
        each for each in operator.window.findChildren(QAction)
        if each.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    ]  # fmt: skip
    keys = Counter(key.toString() for action in everywhere for key in action.shortcuts())
    assert len(keys) > 10
    assert [key for key, times in keys.items() if times > 1] == []


async def test_undo_takes_back_what_was_typed_where_the_focus_is(operator: Operator) -> None:
    operator.message.setFocus()
    QTest.keyClicks(operator.message, "Closed")
    assert entry(operator, "undo").isEnabled()
    entry(operator, "undo").trigger()
    assert operator.message.toPlainText() == ""
    entry(operator, "redo").trigger()
    assert operator.message.toPlainText() == "Closed"
    press(Qt.Key.Key_Z, CONTROL)
    assert operator.message.toPlainText() == ""


async def test_the_text_commands_do_to_the_message_what_their_keys_do(operator: Operator) -> None:
    operator.write("Closed")
    for name in ("select_all", "cut", "paste", "select_all", "copy"):
        assert entry(operator, name).isEnabled(), name
        entry(operator, name).trigger()
    assert operator.message.toPlainText() == "Closed"
    assert QGuiApplication.clipboard().text() == "Closed"
    entry(operator, "delete").trigger()
    assert operator.message.toPlainText() == ""
    assert not entry(operator, "copy").isEnabled()


async def test_they_work_in_a_field_of_one_line(operator: Operator) -> None:
    sender = operator.find(QLineEdit, "senderEdit")
    sender.setFocus()
    sender.selectAll()
    entry(operator, "cut").trigger()
    assert sender.text() == ""
    entry(operator, "undo").trigger()
    assert sender.text() == "SMSDESK"


async def test_with_the_focus_in_the_list_they_act_on_its_rows(operator: Operator) -> None:
    operator.add("Amal 90000012\nSaid 90000013")
    table = operator.find(QTableView, "recipientsTable")
    table.setFocus()
    assert not entry(operator, "delete").isEnabled()
    entry(operator, "select_all").trigger()
    entry(operator, "copy").trigger()
    assert "Amal" in QGuiApplication.clipboard().text()
    entry(operator, "delete").trigger()
    assert operator.rows("recipientsTable") == []
    entry(operator, "undo").trigger()
    assert len(operator.rows("recipientsTable")) == 2


@pytest.mark.parametrize("by_key", [True, False])
async def test_what_a_button_of_the_people_did_is_taken_back_with_the_focus_on_it(
    operator: Operator, by_key: bool
) -> None:
    operator.add("Amal 90000012\nSaid 90000013")
    operator.click_cell("recipientsTable", 0, 0)
    operator.find(QAbstractButton, "removeRecipientsButton").setFocus()
    operator.press("removeRecipientsButton")
    assert len(operator.rows("recipientsTable")) == 1
    if by_key:
        press(Qt.Key.Key_Z, CONTROL)
    else:
        entry(operator, "undo").trigger()
    assert len(operator.rows("recipientsTable")) == 2


async def test_nothing_can_be_edited_with_the_focus_on_a_button(operator: Operator) -> None:
    operator.find(QAbstractButton, "sendButton").setFocus()
    assert not any(entry(operator, name).isEnabled() for name in ("undo", "cut", "paste", "delete", "select_all"))


@pytest.mark.parametrize("where", ["recipientsInput", "recipientsTable", "accountCombo", "historyTable"])
async def test_control_and_enter_send_from_anywhere(operator: Operator, where: str) -> None:
    operator.add("90000012")
    operator.write("Closed on Sunday")
    operator.find(QWidget, where).setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    operator.press("cancelSendButton")


async def test_a_cell_that_is_being_edited_counts_before_it_is_sent(operator: Operator) -> None:
    operator.add("90000012")
    operator.write("Closed on Sunday")
    table = operator.find(QTableView, "recipientsTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    number = next(
        at for at in range(table.model().columnCount()) if "9000 0012" in str(table.model().index(0, at).data())
    )
    table.setCurrentIndex(table.model().index(0, number))
    table.edit(table.currentIndex())
    editor = focus()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "90000013")
    press(Qt.Key.Key_Return, CONTROL)
    assert "+968 9000 0013" in operator.rows("recipientsTable")[0]
    operator.press("cancelSendButton")


async def test_escape_discards_nothing_in_the_window(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.paste("Amal 90000012", operator.paste_box)
    for widget in (operator.message, operator.paste_box):
        widget.setFocus()
        press(Qt.Key.Key_Escape)
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert operator.paste_box.toPlainText() == "Amal 90000012"
    assert operator.window.isVisible()


async def test_the_history_becomes_tall_and_low_again(operator: Operator) -> None:
    await operator.ready()
    before = operator.window.history.height()
    view = menus(operator)["&View"]
    tall = next(each for each in view.actions() if each.objectName() == "tallHistoryAction")
    tall.trigger()
    assert operator.window.history.height() > before
    assert tall.isChecked()
    tall.trigger()
    assert abs(operator.window.history.height() - before) < 3
    assert not tall.isChecked()


async def test_a_key_of_the_edit_menu_is_only_shown_there(operator: Operator) -> None:
    assert entry(operator, "copy").shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
    assert entry(operator, "copy").shortcutContext() == Qt.ShortcutContext.WidgetShortcut


async def test_enter_presses_the_button_that_has_the_focus(operator: Operator) -> None:
    operator.paste("Amal 90000012\nSaid 90000013", operator.paste_box)
    for name, people in (("addRecipientsButton", 2), ("undoButton", 0)):
        button = operator.find(QAbstractButton, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert len(operator.rows("recipientsTable")) == people, name


async def test_enter_presses_a_button_that_has_only_a_sign(operator: Operator) -> None:
    picture = operator.find(QAbstractButton, "balancePictureButton")
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    dialog.close()


async def test_control_and_enter_on_such_a_button_still_send(operator: Operator) -> None:
    operator.add("90000012")
    operator.write("Closed on Sunday")
    refresh = operator.find(QAbstractButton, "refreshBalanceButton")
    refresh.setFocus()
    QTest.keyClick(refresh, Qt.Key.Key_Return, CONTROL)
    operator.press("cancelSendButton")


@pytest.mark.parametrize("height", [800, 500])
async def test_control_and_f_go_to_the_search_in_the_drawer_too(operator: Operator, height: int) -> None:
    operator.window.resize(900, height)
    operator.message.setFocus()
    press(Qt.Key.Key_F, CONTROL)
    assert focus().objectName() == "historySearch"
    assert operator.sees("historyTable")
