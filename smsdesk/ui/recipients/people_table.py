"""The table of people, worked like a spreadsheet: Tab and Enter walk the cells, typing edits the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from smsdesk.ui.recipients.check_delegate import CheckDelegate
from smsdesk.ui.widgets.listing.tinted_table import TintedTable
from smsdesk.ui.widgets.tables import let_titles_sort, made_plain, set_columns

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent

    from smsdesk.ui.widgets.columns import Columns

_Hint = QAbstractItemDelegate.EndEditHint
_STEPS = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}
_SIGN = 6
"""Average characters of the sign of a check, of which only the words give way."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleTable(TintedTable):
    """Rows are chosen whole, cells are walked one by one. Ctrl+Tab leaves the table, as Tab does at its end.

    Signals:
        suggestion_pressed: the button of the row of this index was pressed, by mouse or keyboard; where it stands.
    """

    suggestion_pressed = Signal(QPersistentModelIndex, QRect)

    def __init__(self, model: QAbstractItemModel, object_name: str, accessible_name: str) -> None:
        super().__init__()
        made_plain(self, model, object_name, accessible_name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def show_columns(self, columns: Columns[Any], check: str, verdict_role: int, suggestion_role: int) -> None:
        """Give each column its width and its delegate, and let their headers sort.

        Args:
            columns: of the model.
            check: the key of the one with sign, words and button; see `CheckDelegate` for the roles.
            verdict_role: gives a row's `Verdict`.
            suggestion_role: gives the number that is suggested for it.
        """
        set_columns(self, columns)
        least = _SIGN + sum(each.least or 0 for each in columns if each.width is not None)
        beside = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(least * self.fontMetrics().averageCharWidth() + beside)  # no name is scrolled out of sight
        delegate = CheckDelegate(self, verdict_role=verdict_role, suggestion_role=suggestion_role)
        delegate.pressed.connect(self.suggestion_pressed)
        self.setItemDelegateForColumn(columns.place(check), delegate)
        let_titles_sort(self)

    def chosen_rows(self) -> list[int]:
        """The chosen rows, from above."""
        chosen = self.selectionModel().selection()  # by ranges: of 100,000 rows there may be one
        parts = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def press_suggestion(self) -> None:
        """Press the button of the current row, if it has one."""
        cell = self._check_cell()
        if cell is not None:
            delegate = self.itemDelegateForIndex(cell)
            if isinstance(delegate, CheckDelegate):
                self.scrollTo(cell)
                self.suggestion_pressed.emit(QPersistentModelIndex(cell), delegate.button_rect(self, cell))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, and its row the chosen one."""
        self.setCurrentIndex(self.model().index(row, column))
        self.scrollTo(self.currentIndex())

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks down, Space presses or edits without erasing, Ctrl+Tab leaves."""
        if self.state() == QAbstractItemView.State.EditingState:  # what the editor leaves over; it takes Enter later
            event.ignore()
            return
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER and not plain:
            self._walk_down(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.NoModifier:
            if self.currentIndex() == self._check_cell():
                self.press_suggestion()
            elif self._editable(self.currentIndex()):
                self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and modifiers & Qt.KeyboardModifier.ControlModifier:
            super().focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes to the next cell; behind the last one it goes on to the next widget."""
        cell = self._neighbour(1 if next else -1)
        if cell is None or self.state() == QAbstractItemView.State.EditingState:
            return super().focusNextPrevChild(next)
        self.setCurrentIndex(cell)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell with Tab, editing it; to the row below with Enter."""
        super().closeEditor(editor, _Hint.NoHint)
        if hint in _STEPS:
            cell = self._neighbour(_STEPS[hint], to_edit=True)
            self.setFocus()
            if cell is not None:
                self.setCurrentIndex(cell)
                self.edit(cell)
        elif hint == _Hint.SubmitModelCache:  # Enter
            self.setFocus()
            self._walk_down(1)

    # --- walking

    def _walk_down(self, step: int) -> None:
        here = self.currentIndex()
        below = here.siblingAtRow(here.row() + step) if here.isValid() else self.model().index(0, 0)
        if below.isValid():
            self.setCurrentIndex(below)

    def _neighbour(self, step: int, *, to_edit: bool = False) -> QModelIndex | None:
        """The next cell in which something can be done; None behind the last one."""
        model, here = self.model(), self.currentIndex()
        columns, rows = model.columnCount(), model.rowCount()
        place = here.row() * columns + here.column() + step if here.isValid() else 0
        while 0 <= place < rows * columns:
            cell = model.index(*divmod(place, columns))
            if self._editable(cell) or (not to_edit and cell == self._check_cell(cell.row())):
                return cell
            place += step
        return None

    def _editable(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _check_cell(self, row: int | None = None) -> QModelIndex | None:
        """The cell with the button of a row, of the current one by default; None where there is no button."""
        row = self.currentIndex().row() if row is None else row
        for column in range(self.model().columnCount() if row >= 0 else 0):
            cell = self.model().index(row, column)
            delegate = self.itemDelegateForIndex(cell)
            if isinstance(delegate, CheckDelegate):
                return cell if delegate.has_button(cell) else None
        return None
