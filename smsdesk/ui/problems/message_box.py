"""A message or a question in few words, with buttons that say what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

Icon = QMessageBox.Icon
Role = QMessageBox.ButtonRole


class MessageBox(QMessageBox):
    """Plain text, whatever stands in it. Open it with `open()`; then it deletes itself once it is closed.

    Args:
        name: its object name.
        icon: what kind of message it is.
        text: what happened, or what is asked.
        more: what follows from that.
        title: of its window; the program's name where it has none.
        parent: what it belongs to.
    """

    def __init__(
        self, name: str, icon: Icon, text: str, more: str = "", *, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setIcon(icon)
        self.setWindowTitle(title or QGuiApplication.applicationDisplayName())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setInformativeText(more)
        self.finished.connect(self.deleteLater)

    def offer(self, name: str, text: str, role: Role, work: Callable[[], object] | None = None) -> QPushButton:
        """Add a button that does something."""
        button = named(name, self.addButton(text, role))
        if work is not None:
            button.clicked.connect(lambda _checked=False: work())
        return button

    def offer_way_back(self, name: str, text: str) -> QPushButton:
        """Add the button that changes nothing: Enter and Escape press it."""
        button = named(name, self.addButton(text, Role.RejectRole))
        self.setDefaultButton(button)
        self.setEscapeButton(button)
        return button
