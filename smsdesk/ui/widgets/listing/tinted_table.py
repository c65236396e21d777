"""A table whose chosen rows are a tint with a bar at their leading edge, so that words in it keep their colours."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from smsdesk.ui.text.directions import without_directions
from smsdesk.ui.widgets.colours import accent

_TINT = 0.14


class TintedTable(QTableView):
    """Copies whole rows as text, and asks for its menu at the mouse or at the current cell.

    Signals:
        menu_wanted: at this point of the screen.
    """

    menu_wanted = Signal(object)

    def copy_rows(self) -> None:
        """Put the chosen rows into the clipboard: a line each, with tabs between the cells that are shown."""
        text = rows_as_text(self)
        if text:
            QGuiApplication.clipboard().setText(without_directions(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows; Qt would copy one cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: where the mouse is, or at the current cell."""
        at: QPoint = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            if not self.selectionModel().hasSelection():
                self.setCurrentIndex(self.currentIndex())  # the menu is about this row: let it be chosen
        self.menu_wanted.emit(at)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Let chosen rows be a tint, on which words keep their colours."""
        super().initViewItemOption(option)
        palette = QPalette(option.palette)
        tint = _mixed(palette.color(QPalette.ColorRole.Base), accent(palette), _TINT)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Highlight, tint)
            palette.setColor(group, QPalette.ColorRole.HighlightedText, palette.color(group, QPalette.ColorRole.Text))
        option.palette = palette

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add a bar at the leading edge of the chosen rows, and a frame round the current cell."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        mark = accent(self.palette())
        width = max(2, self.fontMetrics().height() // 6)
        left = self.viewport().width() - width if self.isRightToLeft() else 0
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in range(max(0, first), (last if last >= 0 else self.model().rowCount() - 1) + 1):
            if self.selectionModel().isRowSelected(row, QModelIndex()):
                painter.fillRect(QRect(left, self.rowViewportPosition(row), width, self.rowHeight(row)), mark)
        if self.hasFocus() and self.currentIndex().isValid():
            painter.setPen(QPen(mark, 1))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(0, 0, -1, -1))


def rows_as_text(table: QTableView) -> str:
    """The chosen rows from above, their cells from the leading edge on, without those that are hidden."""
    header, model = table.horizontalHeader(), table.model()
    columns = [header.logicalIndex(place) for place in range(header.count())]
    shown = [column for column in columns if not header.isSectionHidden(column)]
    rows = sorted(index.row() for index in table.selectionModel().selectedRows(shown[0] if shown else 0))
    cells = ([" ".join(str(model.index(row, column).data() or "").split()) for column in shown] for row in rows)
    return "\n".join("\t".join(line) for line in cells)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """So much of the other colour in the one."""
    parts = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a * (1 - share) + b * share for a, b in parts))
