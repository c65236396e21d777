"""A table of figures to read: what both tables of the balance have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Index = QModelIndex | QPersistentModelIndex

Row = TypeVar("Row")

_ROOT = QModelIndex()
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def figures(
    key: str, title: str, text: Callable[[Row], str], width: int, tooltip: Callable[[Row], str] | None = None
) -> Column[Row]:
    """A column of figures: they stand at its end, and so does its title."""
    return Column(key, title, text, width=width, tooltip=tooltip, roles={_ALIGN: lambda _row: _AT_THE_END})


class FiguresModel(QAbstractTableModel, Generic[Row]):
    """Rows that are shown all at once, and replaced all at once.

    Args:
        columns: what is shown of each.
    """

    def __init__(self, columns: Columns[Row]) -> None:
        super().__init__()
        self.columns = columns
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row], columns: Columns[Row] | None = None) -> None:
        """Show these instead, in other columns where such are given."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.columns = columns or self.columns
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles, each over its figures."""
        if role == _ALIGN and _ALIGN in self.columns[section].roles:
            return _AT_THE_END
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        return self.columns[index.column()].data(self._rows[index.row()], role)
