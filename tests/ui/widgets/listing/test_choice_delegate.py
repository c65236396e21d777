from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from smsdesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def rows(qtbot: QtBot) -> RowTable:
    rows = RowTable("answers", "Answers", ("Code", "Means"), 0, {"good": "Delivered", "bad": "Failed"}, 1)
    rows.set_rows([("1", "good"), ("2", "bad")])
    qtbot.addWidget(rows)
    rows.resize(500, 300)
    rows.show()
    return rows


def test_a_screen_reader_finds_what_is_chosen_among_the_cells(rows: RowTable) -> None:
    table = QAccessible.queryAccessibleInterface(rows.table)
    said = [table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())]
    assert [each for each in said if each in ("Delivered", "Failed")] == ["Delivered", "Failed"]


def test_a_click_opens_the_choice_and_the_keyboard_takes_one(rows: RowTable) -> None:
    edits: list[bool] = []
    rows.edited.connect(lambda: edits.append(True))
    cell = rows.table.model().index(0, 1)
    at = rows.table.visualRect(cell).center()
    QTest.mouseClick(rows.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    box = rows.table.indexWidget(cell)
    assert isinstance(box, QComboBox)
    assert box.accessibleName() == "Means"
    assert box.currentText() == "Delivered"
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert rows.rows() == [("1", "bad"), ("2", "bad")]
    assert edits
    assert rows.table.indexWidget(cell) is None


def test_a_new_line_begins_with_the_first_choice(rows: RowTable) -> None:
    rows._add()
    editor = rows.table.indexWidget(rows.table.currentIndex())
    assert editor is not None
    QTest.keyClicks(editor, "3")
    assert rows.rows()[-1] == ("3", "good")
