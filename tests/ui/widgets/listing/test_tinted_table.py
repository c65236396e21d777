"""Whole rows are copied as text, the menu key asks for the menu, and what is chosen is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from smsdesk.ui.widgets.tables import plain_table
from tests.helpers.window.pixels import picture, same

if TYPE_CHECKING:
    from smsdesk.ui.widgets.listing.tinted_table import TintedTable
    from tests.helpers.patient_bot import PatientBot

CELLS = [("Amal Said", "+968 9000 0012", "ready"), ("بدر علي", "+968 9000 0031", "two\nlines"), ("", "+39 333", "x")]


@pytest.fixture
def table(qtbot: PatientBot) -> TintedTable:
    model = QStandardItemModel()
    for row in CELLS:
        model.appendRow([QStandardItem(text) for text in row])
    table = plain_table(model, "table", "Table")
    model.setParent(table)
    table.setSelectionMode(table.SelectionMode.ExtendedSelection)
    qtbot.addWidget(table)
    table.resize(500, 200)
    qtbot.bring_up(table)
    return table


def choose(table: TintedTable, *rows: int) -> None:
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags)


def test_copy_puts_whole_rows_into_the_clipboard_a_line_each(qtbot: PatientBot, table: TintedTable) -> None:
    choose(table, 1, 0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Amal Said\t+968 9000 0012\tready",
        "بدر علي\t+968 9000 0031\ttwo lines",
    ]


def test_what_is_hidden_is_not_copied_and_nothing_chosen_copies_nothing(qtbot: PatientBot, table: TintedTable) -> None:
    table.hideColumn(0)
    choose(table, 2)
    table.copy_rows()
    assert QGuiApplication.clipboard().text() == "+39 333\tx"
    choose(table)
    table.copy_rows()
    assert QGuiApplication.clipboard().text() == "+39 333\tx"


def test_the_menu_key_asks_for_the_menu_at_the_current_cell(qtbot: PatientBot, table: TintedTable) -> None:
    table.setCurrentIndex(table.model().index(1, 1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(table.menu_wanted) as asked:
        QApplication.sendEvent(table.viewport(), event)
    at = table.viewport().mapFromGlobal(asked.args[0])
    assert table.indexAt(at) == table.model().index(1, 1)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_chosen_row_has_a_bar_at_its_leading_edge(table: TintedTable, direction: Qt.LayoutDirection) -> None:
    table.setLayoutDirection(direction)
    choose(table, 1)
    image = picture(table.viewport())
    middle = table.rowViewportPosition(1) + table.rowHeight(1) // 2
    edge = image.width() - 1 if direction == Qt.LayoutDirection.RightToLeft else 0
    accent = table.palette().color(QPalette.ColorRole.Accent)
    assert same(image.pixelColor(edge, middle), accent)
    assert not same(image.pixelColor(image.width() - 1 - edge, middle), accent)
