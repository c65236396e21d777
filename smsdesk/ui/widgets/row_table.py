"""A small table that a person fills in, with buttons to add and to remove a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smsdesk.ui.widgets.delegates import OwnDirectionDelegate
from smsdesk.ui.widgets.listing.choice_delegate import VALUE_ROLE, ChoiceDelegate
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN_ROWS = 5


class RowTable(QWidget):
    """Lines of text; one column may be a choice.

    Args:
        name: the object name; table and buttons are called `…Table`, `add…` and `remove…` after it.
        label: what the table is called, for a screen reader.
        titles: the columns' titles.
        stretched: the column that takes what room is left.
        choices: what can be chosen, as a text by its value; None where every column is text.
        choice_column: the column in which it is chosen.
        second: another table stands in the same place, whose buttons have their letters already.

    Signals:
        edited: a line was added, changed or removed.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        titles: Sequence[str],
        stretched: int,
        choices: Mapping[str, str] | None = None,
        choice_column: int = -1,
        *,
        second: bool = False,
    ) -> None:
        super().__init__()
        self._choices = choices or {}
        self._choice_column = choice_column if choices else -1
        self.setObjectName(name)
        self.table = named(f"{name}Table", QTableWidget(0, len(titles)))
        self.table.setAccessibleName(label)
        self.table.setHorizontalHeaderLabels(list(titles))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(titles)):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column != stretched:
                header.resizeSection(column, 24 * self.fontMetrics().averageCharWidth())
        self.table.setItemDelegate(OwnDirectionDelegate(self.table))  # a star behind Latin words stays behind them
        if choices:
            delegate = ChoiceDelegate(self.table, choices, titles[choice_column])
            self.table.setItemDelegateForColumn(choice_column, delegate)
        row_height = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(header.sizeHint().height() + _SHOWN_ROWS * row_height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons(name, second=second))
        self.setFocusProxy(self.table)
        self.table.itemChanged.connect(lambda _item: self.edited.emit())

    def _buttons(self, name: str, *, second: bool) -> QHBoxLayout:
        add = QPushButton(self.tr("A&dd a line") if second else self.tr("&Add a line"), autoDefault=False)
        remove = QPushButton(self.tr("Re&move") if second else self.tr("&Remove"), autoDefault=False)
        add.clicked.connect(self._add)
        remove.clicked.connect(self._remove)
        capital = name[0].upper() + name[1:]
        row = QHBoxLayout()
        row.addWidget(named(f"add{capital}", add))
        row.addWidget(named(f"remove{capital}", remove))
        row.addStretch(1)
        return row

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these lines; a choice by its value."""
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)

    def rows(self) -> list[tuple[str, ...]]:
        """The lines, a choice by its value; one in which nothing was written is left out."""
        # What is still being typed counts: leaving the cell is what hands it over.
        self.table.setCurrentIndex(QModelIndex())
        held = []
        for row in range(self.table.rowCount()):
            cells = tuple(self._cell(row, column) for column in range(self.table.columnCount()))
            if any(cell for column, cell in enumerate(cells) if column != self._choice_column):
                held.append(cells)
        return held

    def _cell(self, row: int, column: int) -> str:
        if column == self._choice_column:
            chosen = self.table.model().index(row, column).data(VALUE_ROLE)
            return str(chosen) if chosen else ""
        item = self.table.item(row, column)
        return item.text().strip() if item else ""

    def _append(self, cells: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            if column == self._choice_column:
                self.table.setItem(row, column, self._choice(text))
            else:
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _choice(self, value: str) -> QTableWidgetItem:
        chosen = value if value in self._choices else next(iter(self._choices))
        item = QTableWidgetItem(self._choices[chosen])
        item.setData(VALUE_ROLE, chosen)
        return item

    def _add(self) -> None:
        self._append([""] * self.table.columnCount())
        first = self.table.model().index(self.table.rowCount() - 1, 0)
        self.table.setCurrentIndex(first)
        self.table.edit(first)
        self.edited.emit()

    def _remove(self) -> None:
        for row in sorted({index.row() for index in self.table.selectionModel().selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self.edited.emit()
