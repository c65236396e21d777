"""The field that searches the history as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SearchField(QLineEdit):
    """Where one types what to look for. Escape empties it, Enter and the down arrow go on to what was found.

    Signals:
        left: the user wants to go on to what was found.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__(clearButtonEnabled=True)
        named("historySearch", self)
        self.setPlaceholderText(self.tr("Search message, name or number"))
        self.setAccessibleName(self.tr("Search the history"))
        self.setMinimumWidth(16 * self.fontMetrics().averageCharWidth())
        self.setMaximumWidth(44 * self.fontMetrics().averageCharWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Enter and Down go on."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
