"""Columns: they give way where there is no room, can be hidden and shown, and stand again as they stood."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.widgets.tables import plain_table, set_columns

if TYPE_CHECKING:
    from smsdesk.ui.widgets.listing.tinted_table import TintedTable
    from tests.helpers.patient_bot import PatientBot

ROWS = [("Amal", "+968 9000 0012", "ready"), ("Badr", "+968 9000 0031", "odd")]


class Model(QAbstractTableModel):
    """Two rows: a name, a number that is never cut, what is said of it where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.columns = Columns[tuple[str, str, str]](
            Column("name", "Name", lambda row: row[0], width=14, least=9),
            Column("number", "Number", lambda row: row[1], width=20),
            Column("time", "Time", lambda _: "10:42", width=10, needs_room=90),
            Column("why", "Why", lambda row: row[2], needs_room=60),
        )

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns.header(section, orientation, role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns[index.column()].data(ROWS[index.row()], role)


class Opened:
    """A table as it stands at one start of the program, so many characters wide."""

    def __init__(self, qtbot: PatientBot, width: int, kept: dict[str, str] | None = None) -> None:
        self.model = Model()
        self.table: TintedTable = plain_table(self.model, "someTable", "Some")
        self.model.setParent(self.table)
        qtbot.addWidget(self.table)
        set_columns(self.table, self.model.columns)
        self.layout = self.table.findChild(ColumnLayout)
        self.header = self.table.horizontalHeader()
        self.unit = self.table.fontMetrics().averageCharWidth()
        if kept is not None:
            self.layout.remember_in(kept)
        qtbot.bring_up(self.table)
        self.widen(width)

    def widen(self, width: int) -> None:
        self.table.resize(width * self.unit, 200)

    def shown(self) -> list[str]:
        places = range(len(self.model.columns))
        return [self.model.columns[place].key for place in places if not self.header.isSectionHidden(place)]

    def width(self, key: str) -> float:
        return self.header.sectionSize(self.model.columns.place(key)) / self.unit

    def menu(self) -> QMenu:
        return self.layout.menu(self.table)

    def toggle(self, title: str) -> None:
        next(action for action in self.menu().actions() if action.text() == title).trigger()


def test_what_needs_more_room_than_there_is_gives_way_and_comes_back(qtbot: PatientBot) -> None:
    opened = Opened(qtbot, 100)
    assert opened.shown() == ["name", "number", "time", "why"]
    opened.widen(70)
    assert opened.shown() == ["name", "number", "why"]
    opened.widen(45)
    assert opened.shown() == ["name", "number"]
    opened.widen(100)
    assert opened.shown() == ["name", "number", "time", "why"]


def test_where_the_widest_gave_way_the_first_takes_what_is_left_and_the_number_is_whole(qtbot: PatientBot) -> None:
    opened = Opened(qtbot, 40)
    assert opened.width("number") == 20
    assert opened.header.sectionResizeMode(0) == QHeaderView.ResizeMode.Stretch
    assert 15 < opened.width("name") <= 20
    opened.widen(100)
    assert opened.width("name") == 14
    assert opened.header.sectionResizeMode(3) == QHeaderView.ResizeMode.Stretch


def test_a_column_that_can_be_narrower_gives_way_before_anything_is_out_of_sight(qtbot: PatientBot) -> None:
    opened = Opened(qtbot, 100)
    opened.header.resizeSection(1, 70 * opened.unit)
    opened.widen(96)
    assert opened.header.length() <= opened.table.viewport().width()
    assert 9 <= opened.width("name") < 14
    opened.toggle("As usual")
    assert opened.width("name") == 14


def test_the_menu_hides_and_shows_and_leaves_one(qtbot: PatientBot) -> None:
    opened = Opened(qtbot, 70)
    assert [action.text() for action in opened.menu().actions() if action.isCheckable()] == [
        "Name", "Number", "Time", "Why"
    ]  # fmt: skip
    opened.toggle("Time")  # shown, though there is little room
    opened.toggle("Name")
    assert opened.shown() == ["number", "time", "why"]
    opened.toggle("Number")
    opened.toggle("Time")
    assert opened.shown() == ["why"]
    last = next(action for action in opened.menu().actions() if action.text() == "Why")
    assert not last.isEnabled()
    opened.toggle("As usual")
    assert opened.shown() == ["name", "number", "why"]


def test_widths_and_hidden_columns_are_remembered_until_the_next_start(qtbot: PatientBot) -> None:
    kept: dict[str, str] = {}
    first = Opened(qtbot, 100, kept)
    first.header.resizeSection(1, 31 * first.unit)
    first.toggle("Time")
    second = Opened(qtbot, 100, dict(kept))
    assert second.shown() == ["name", "number", "why"]
    assert (second.width("number"), second.width("name")) == (31, 14)
    second.toggle("As usual")
    assert second.width("number") == 20


def test_a_narrow_window_in_between_makes_nothing_forgotten(qtbot: PatientBot) -> None:
    kept: dict[str, str] = {}
    first = Opened(qtbot, 100, kept)
    first.header.resizeSection(0, 25 * first.unit)
    first.widen(40)
    first.header.resizeSection(1, 22 * first.unit)
    second = Opened(qtbot, 100, kept)
    assert second.width("number") == 22
    assert second.width("name") == 25


def test_the_sorting_is_remembered_where_a_table_can_be_sorted(qtbot: PatientBot) -> None:
    kept: dict[str, str] = {}

    def opened() -> TintedTable:
        model, proxy = Model(), QSortFilterProxyModel()
        proxy.setSourceModel(model)
        table = plain_table(proxy, "sorted", "Sorted")
        model.setParent(table)
        proxy.setParent(table)
        qtbot.addWidget(table)
        table.setSortingEnabled(True)
        set_columns(table, model.columns)
        table.findChild(ColumnLayout).remember_in(kept)
        return table

    opened().sortByColumn(0, Qt.SortOrder.DescendingOrder)
    again = opened()
    assert again.model().index(0, 0).data() == "Badr"
    assert again.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "7",
        '{"widths": 3}',
        '{"widths": {"name": "wide"}}',
        '{"shown": {"name": false, "number": false, "time": false, "why": false}}',
        '{"sort": ["name"]}',
        '{"shown": {"gone": false}, "widths": {"gone": 4}, "sort": ["gone", true]}',
    ],
)
def test_what_can_not_be_read_or_hides_all_counts_for_nothing(qtbot: PatientBot, text: str) -> None:
    opened = Opened(qtbot, 100, {"someTable": text})
    assert opened.shown() == ["name", "number", "time", "why"]
    assert opened.width("number") == 20


def test_a_width_follows_the_font(qtbot: PatientBot) -> None:
    kept: dict[str, str] = {}
    first = Opened(qtbot, 100, kept)
    first.header.resizeSection(1, 30 * first.unit)
    assert json.loads(kept["someTable"])["widths"]["number"] == 3000
