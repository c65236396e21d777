"""The manners of a spreadsheet: which key goes where, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.helpers.window.people_table import CHECK, NAME, NUMBER, people_table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from smsdesk.ui.recipients.people_table import PeopleTable

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
AMAL, YOUSEF, OMAR = range(3)


def here(table: PeopleTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def editor(table: PeopleTable) -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert table.isAncestorOf(line)
    return line


def names(table: PeopleTable) -> list[str]:
    return [table.model().index(row, NAME).data() for row in range(table.model().rowCount())]


def test_tab_walks_the_cells_in_which_something_can_be_done(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(AMAL, NAME)
    walked = []
    for _ in range(4):
        QTest.keyClick(table, Key.Key_Tab)
        walked.append(here(table))
    assert walked == [(AMAL, NUMBER), (YOUSEF, NAME), (YOUSEF, NUMBER), (YOUSEF, CHECK)]
    QTest.keyClick(table, Key.Key_Backtab, SHIFT)
    assert here(table) == (YOUSEF, NUMBER)


def test_tab_leaves_the_table_at_its_end_and_control_tab_everywhere(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    both, other = QWidget(), QLineEdit()
    qtbot.addWidget(both)
    layout = QVBoxLayout(both)
    layout.addWidget(table)
    layout.addWidget(other)
    both.show()
    both.activateWindow()
    for row, column, modifier in ((OMAR, NUMBER, Qt.KeyboardModifier.NoModifier), (AMAL, NAME, CONTROL)):
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        table.go_to(row, column)
        QTest.keyClick(table, Key.Key_Tab, modifier)
        qtbot.waitUntil(other.hasFocus)
    table.setParent(None)


def test_tab_while_editing_goes_on_editing_in_the_next_cell(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(AMAL, NUMBER)
    table.edit(table.currentIndex())
    QTest.keyClicks(editor(table), "9000 0013")
    QTest.keyClick(editor(table), Key.Key_Tab)
    assert here(table) == (YOUSEF, NAME)
    QTest.keyClicks(editor(table), "Yousef Karim")
    QTest.keyClick(editor(table), Key.Key_Backtab, SHIFT)
    assert here(table) == (AMAL, NUMBER)
    QTest.keyClick(editor(table), Key.Key_Escape)
    assert names(table) == ["Amal", "Yousef Karim", "Omar"]
    assert table.model().index(AMAL, NUMBER).data() == "9000 0013"


def test_enter_takes_the_edit_and_goes_to_the_row_below_with_the_keyboard(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(AMAL, NAME)
    QTest.keyClick(table, "H")
    QTest.keyClicks(editor(table), "ind")
    QTest.keyClick(editor(table), Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    assert (names(table)[AMAL], here(table)) == ("Hind", (YOUSEF, NAME))
    QTest.keyClick(table, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert here(table) == (OMAR, NAME)
    QTest.keyClick(table, Key.Key_Return)
    assert here(table) == (OMAR, NAME)
    QTest.keyClick(table, Key.Key_Return, SHIFT)
    assert here(table) == (YOUSEF, NAME)


def test_space_and_enter_erase_nothing(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(YOUSEF, NAME)
    QTest.keyClick(table, Key.Key_Space)
    QTest.keyClick(editor(table), Key.Key_Return)
    assert names(table) == ["Amal", "Yousef", "Omar"]


def test_space_presses_the_suggestion_of_the_check_cell_alone(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    pressed = QSignalSpy(table.suggestion_pressed)
    for row in (AMAL, OMAR, YOUSEF):
        table.go_to(row, CHECK)
        QTest.keyClick(table, Key.Key_Space)
    assert [pressed.at(at)[0].row() for at in range(pressed.count())] == [YOUSEF]


def test_the_suggestion_can_be_pressed_from_any_cell_of_its_row(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    pressed = QSignalSpy(table.suggestion_pressed)
    table.go_to(AMAL, NAME)
    table.press_suggestion()
    table.go_to(YOUSEF, NAME)
    table.press_suggestion()
    assert [pressed.at(at)[0].row() for at in range(pressed.count())] == [YOUSEF]


def test_the_menu_key_asks_at_the_current_cell(qtbot: QtBot) -> None:
    table, _ = people_table(qtbot)
    table.go_to(OMAR, NUMBER)
    wanted = QSignalSpy(table.menu_wanted)
    middle = table.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, table.mapToGlobal(middle))
    QApplication.sendEvent(table.viewport(), event)
    cell = table.visualRect(table.currentIndex()).center()
    assert [wanted.at(at)[0] for at in range(wanted.count())] == [table.viewport().mapToGlobal(cell)]
