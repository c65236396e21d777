"""What moved the balance, as a table, newest first: it says what the picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from smsdesk.ui.balance.movement_text import people_and_parts, people_and_parts_in_words, signed, what, when
from smsdesk.ui.text.formatting import decimal
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.domain.balance.movements import Movement

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_AT_THE_END: dict[int, Callable[[Movement], object]] = {
    Qt.ItemDataRole.TextAlignmentRole: lambda _row: Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
}


class MovementsModel(QAbstractTableModel):
    """Holds as many rows as the picture has points."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Movement] = ()
        self.columns: Columns[Movement] = Columns(
            Column("when", self.tr("When"), lambda row: when(row.at), width=20),
            Column("what", self.tr("What"), what, tooltip=_whole),
            Column(
                "people", self.tr("People × parts"), people_and_parts, width=16,
                tooltip=people_and_parts_in_words, roles=_AT_THE_END,
            ),
            Column("change", self.tr("Change"), lambda row: signed(row.change), width=14, roles=_AT_THE_END),
            Column(
                "after", self.tr("Balance after"), lambda row: "" if row.after is None else decimal(row.after),
                width=16, roles=_AT_THE_END,
            ),
        )  # fmt: skip

    def show_movements(self, movements: Sequence[Movement]) -> None:
        """Show these, given oldest first."""
        self.beginResetModel()
        self._rows = tuple(reversed(movements))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each step."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles, each over its figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section > self.columns.place("what"):
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        return self.columns[index.column()].data(self._rows[index.row()], role)


def _whole(movement: Movement) -> str:
    return what(movement) if movement.sent is None else movement.sent.text
