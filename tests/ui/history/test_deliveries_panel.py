"""The deliveries of the chosen announcement: chips that filter, rows that stay while somebody reads, whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from smsdesk.ui.history.deliveries_panel import DeliveriesPanel
from tests.helpers.window.history_view import ACCEPTED, REJECTED, UNKNOWN, HistoryView, cell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice


@pytest.fixture
def mixed(office: StoredOffice) -> int:
    """Ten people: four accepted, three failed, two unknown, one who waits."""
    sent = office.announce(people=10, name="Somebody with a very long name indeed")
    for verdict, count in ((ACCEPTED, 4), (REJECTED, 3), (UNKNOWN, 2)):
        office.submit(sent, verdict, count)
    return sent


def chips(opened: HistoryView) -> list[str]:
    every = opened.pane.findChildren(DeliveriesPanel)[0].findChildren(QAbstractButton)
    return [each.text() for each in every if each.objectName().startswith("chip") and each.isVisible()]


def press(qtbot: QtBot, opened: HistoryView, name: str) -> None:
    qtbot.mouseClick(opened.pane.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def first_states(opened: HistoryView) -> list[str]:
    model = opened.deliveries.model()
    return [str(cell(model, row, "state")) for row in range(model.rowCount())]


def test_chips_add_up_to_the_people_and_filter(qtbot: QtBot, office: StoredOffice, mixed: int) -> None:
    opened = HistoryView(qtbot, office)
    assert chips(opened) == []
    opened.pane.select_newest()
    assert chips(opened) == ["All 10", "2 unknown", "3 failed", "4 accepted", "1 waiting"]
    press(qtbot, opened, "chipFailed")
    assert first_states(opened) == ["✗ rejected"] * 3
    press(qtbot, opened, "chipWaiting")
    assert first_states(opened) == ["… waiting"]
    press(qtbot, opened, "chipEverybody")
    assert len(first_states(opened)) == 10


def test_a_filter_ends_with_the_announcement(qtbot: QtBot, office: StoredOffice, mixed: int) -> None:
    office.announce("Newer", people=2)
    opened = HistoryView(qtbot, office)
    opened.click(qtbot, 1)
    press(qtbot, opened, "chipFailed")
    opened.click(qtbot, 0)
    assert chips(opened) == ["All 2", "2 waiting"]
    assert opened.deliveries.model().rowCount() == 2


def test_while_nobody_reads_what_fails_comes_to_the_top(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce(people=4)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    opened.pane.deliveries_changed({sent: office.submit(sent, ACCEPTED)})
    opened.pane.deliveries_changed({sent: office.submit(sent, REJECTED)})
    assert first_states(opened) == ["✗ rejected", "→ accepted", "… waiting", "… waiting"]
    assert chips(opened) == ["All 4", "1 failed", "1 accepted", "2 waiting"]


def test_while_a_row_is_chosen_all_rows_stay(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce(people=3)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    opened.choose_deliveries(0)
    opened.pane.deliveries_changed({sent: office.submit(sent, ACCEPTED)})
    opened.pane.deliveries_changed({sent: office.submit(sent, REJECTED)})
    assert first_states(opened) == ["→ accepted", "✗ rejected", "… waiting"]
    assert [index.row() for index in opened.deliveries.selectionModel().selectedRows()] == [0]


@pytest.mark.parametrize("width", [900, 1008, 1350, 1900])
def test_the_number_is_never_cut_whatever_the_width(qtbot: QtBot, office: StoredOffice, mixed: int, width: int) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.resize(width, 300)
    opened.pane.select_newest()
    model, table = opened.deliveries.model(), opened.deliveries
    number = table.fontMetrics().horizontalAdvance("+968 9000 0000")
    place = model.columns.place("number")
    assert not table.isColumnHidden(place)
    assert table.columnWidth(place) >= number + 8
    right = table.columnViewportPosition(place) + table.columnWidth(place)
    assert right <= table.viewport().width()


def test_rows_are_copied_with_name_number_and_state(qtbot: QtBot, office: StoredOffice, mixed: int) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.resize(1900, 300)
    opened.pane.select_newest()
    opened.choose_deliveries(0, 2)
    menu = opened.menu(opened.deliveries, "deliveriesMenu")
    next(action for action in menu.actions() if action.text() == "Copy").trigger()
    menu.close()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[1:3] for line in lines] == [["+968 9000 0007", "? unknown"], ["+968 9000 0004", "✗ rejected"]]
