"""Cells in which one of a few things is chosen: the choice is the cell's text, so that a screen reader finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyle, QStyledItemDelegate, QStyleOption, QWidget

from smsdesk.ui.qt.boxes import ComboBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

VALUE_ROLE = Qt.ItemDataRole.UserRole


class ChoiceDelegate(QStyledItemDelegate):
    """Lets the user choose from a combo box, which is there only while a cell is edited; a click opens it.

    Args:
        table: the table.
        choices: what can be chosen, as a text by its value; the value stands in the cell under `VALUE_ROLE`.
        label: what the column is called.
    """

    def __init__(self, table: QAbstractItemView, choices: Mapping[str, str], label: str) -> None:
        super().__init__(table)
        self._table = table
        self._choices = choices
        self._label = label

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The box, open at once."""
        box = ComboBox(parent)
        box.setAccessibleName(self._label)
        for value, title in self._choices.items():
            box.addItem(title, value)
        box.activated.connect(lambda _place: self.commitData.emit(box))
        box.activated.connect(lambda _place: self.closeEditor.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what was chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(VALUE_ROLE))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what is chosen now."""
        if isinstance(editor, QComboBox):
            model.setItemData(
                index, {Qt.ItemDataRole.DisplayRole: editor.currentText(), VALUE_ROLE: editor.currentData()}
            )

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Open with one click."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._table.edit(index)
            editor = self._table.indexWidget(index)
            if isinstance(editor, QComboBox):
                editor.showPopup()
            return True
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the text, and an arrow at the end that says that there is more to choose from."""
        super().paint(painter, option, index)
        side = option.fontMetrics.height() // 2
        arrow = QStyleOption()
        arrow.palette = option.palette
        arrow.state = QStyle.StateFlag.State_Enabled
        at = QRect(QPoint(option.rect.right() - 2 * side, option.rect.center().y() - side // 2), QPoint())
        at.setSize(option.decorationSize.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio))
        arrow.rect = QStyle.visualRect(option.direction, option.rect, at)
        self._table.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorArrowDown, arrow, painter, self._table)
