"""A column is one entry: what it shows, how wide it is, who draws it, and by what it will be sorted and remembered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.list import RecipientList
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.recipients.recipients_model import RecipientsModel
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate
from smsdesk.ui.widgets.tables import plain_table, set_columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROWS = [(NOON, "Amal"), (NOON - timedelta(days=1), "Badr")]


class Model(QAbstractTableModel):
    """Two rows, and the columns that it is given."""

    def __init__(self, *columns: Column[tuple[datetime, str]]) -> None:
        super().__init__()
        self.columns = Columns(*columns)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns.header(section, orientation, role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns[index.column()].data(ROWS[index.row()], role)


def when(row: tuple[datetime, str]) -> str:
    return f"{row[0]:%d %b}"


WHEN = Column("when", "When", when, width=10, sort_key=lambda row: row[0], fixed=True)
WHO = Column("who", "Who", lambda row: row[1], tooltip=lambda row: f"<{row[1]}>")


def test_a_table_has_the_columns_that_are_declared_and_no_other(qtbot: QtBot) -> None:
    fax = Column("fax", "Fax", lambda _: "none", roles={Qt.ItemDataRole.UserRole: lambda row: len(row[1])})
    for columns in ((WHEN, WHO), (WHEN, fax, WHO)):
        table = plain_table(Model(*columns), "table", "Table")
        qtbot.addWidget(table)
        model = table.model()
        assert model.columnCount() == len(columns)
        titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(columns))]
        assert titles == [column.title for column in columns]
        assert [model.index(0, place).data() for place in range(len(columns))] == [
            each.text(ROWS[0]) for each in columns
        ]
    assert model.index(0, model.columns.place("fax")).data(Qt.ItemDataRole.UserRole) == 4
    assert model.index(0, model.columns.place("who")).data(Qt.ItemDataRole.UserRole) is None


def test_a_cell_says_at_length_what_the_column_says_or_its_text_and_never_as_markup() -> None:
    assert "&lt;Amal&gt;" in WHO.data(ROWS[0], Qt.ItemDataRole.ToolTipRole)
    assert "01 Mar" in WHEN.data(ROWS[0], Qt.ItemDataRole.ToolTipRole)


def test_widths_and_delegates_come_with_the_column(qtbot: QtBot) -> None:
    number = Column("number", "Number", lambda _: "+968 9000 0000", width=20, delegate=LeftToRightDelegate)
    table = plain_table(Model(WHEN, number, WHO), "table", "Table")
    qtbot.addWidget(table)
    set_columns(table, table.model().columns)
    unit, header = table.fontMetrics().averageCharWidth(), table.horizontalHeader()
    assert (header.sectionSize(0), header.sectionSize(1)) == (10 * unit, 20 * unit)
    assert header.sectionResizeMode(2) is QHeaderView.ResizeMode.Stretch
    assert isinstance(table.itemDelegateForColumn(1), LeftToRightDelegate)
    assert table.itemDelegateForColumn(0) is None


def test_rows_are_ordered_by_the_sort_key_and_without_one_by_the_text() -> None:
    assert sorted(ROWS, key=WHEN.order) == ROWS[::-1]
    assert sorted(ROWS, key=WHO.order) == ROWS


def test_what_may_change_on_the_way_begins_behind_the_fixed_columns() -> None:
    assert (Columns(WHEN, WHO).first_moving, Columns(WHEN, WHO).last) == (1, 1)


@pytest.mark.parametrize("table", ["announcements", "deliveries", "recipients"])
def test_the_programs_tables_can_be_ordered_by_each_of_their_columns(office: StoredOffice, table: str) -> None:
    for text in ("Open", "Closed"):
        office.announce(text, people=2)
    past = office.history.page()
    recipients = RecipientList("OM")
    recipients.add(split_pasted("Amal 90000012\nBadr 9000", "OM"))
    deliveries = DeliveriesModel(office.history, PROVIDERS)
    deliveries.show(past[0])
    columns, rows = {
        "announcements": (AnnouncementsModel(office.history, PROVIDERS, lambda _: None).columns, past),
        "deliveries": (deliveries.columns, office.history.deliveries(past[0].id)),
        "recipients": (RecipientsModel(recipients).columns, list(recipients.seats)),
    }[table]
    assert len({column.key for column in columns}) == len(columns)
    assert len([column for column in columns if column.width is None]) == 1
    for column in columns:
        one, other = (column.order(row) for row in rows[:2])
        assert one <= other or other <= one
