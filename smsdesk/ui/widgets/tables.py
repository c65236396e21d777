"""Tables as this window has them: whole rows, no grid, text in its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QTableView, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.delegates import OwnDirectionDelegate
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.widgets.listing.tinted_table import TintedTable

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from smsdesk.ui.widgets.columns import Columns


Table = TypeVar("Table", bound=QTableView)


def plain_table(model: QAbstractItemModel, object_name: str, accessible_name: str) -> TintedTable:
    """A table to read in: whole rows, one at a time, nothing to edit."""
    return made_plain(TintedTable(), model, object_name, accessible_name)


def made_plain(table: Table, model: QAbstractItemModel, object_name: str, accessible_name: str) -> Table:
    """Give a table of any kind the looks of all the others."""
    table.setObjectName(object_name)
    table.setAccessibleName(accessible_name)
    table.setModel(model)
    table.setItemDelegate(OwnDirectionDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(1.9 * table.fontMetrics().height()))
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    table.setMinimumHeight(header.sizeHint().height() + 2 * table.verticalHeader().defaultSectionSize())
    return table


def set_columns(table: QTableView, columns: Columns[Any]) -> None:
    """Give each column its width, and one of them what is left; and each its delegate."""
    for place, column in enumerate(columns):
        if column.delegate is not None:
            table.setItemDelegateForColumn(place, column.delegate(table))
    ColumnLayout(table, columns)


def let_titles_sort(table: QTableView) -> None:
    """A click on a title sorts, another turns that round, and the third one gives the usual order back."""
    header = table.horizontalHeader()
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)


def hint_over(text: str) -> Caption:
    """What an empty table says."""
    hint = Caption(text, wrap=True)
    hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    hint.setContentsMargins(24, 24, 24, 0)
    return hint


def overlaid(table: QTableView, hint: Caption) -> QWidget:
    """The table with a hint over it. As its neighbour, not its child, a screen reader finds the hint."""
    both = QWidget()
    layout = QGridLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(table, 0, 0)
    layout.addWidget(hint, 0, 0)
    return both
