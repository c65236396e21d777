"""Alt with a letter that presses nothing now types nothing either: it was meant for a button that is not there."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_OF_THE_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class AltLetters(QObject):
    """Watches the fields that stand in a window now. Not on macOS, where Option types the signs of the third level."""

    def __init__(self, window: QWidget, platform: str = sys.platform) -> None:
        super().__init__(window)
        if platform == "darwin":
            return
        for kind in (QLineEdit, QPlainTextEdit):
            for field in window.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key that no button and no menu has taken."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            only_alt = event.modifiers() & ~_OF_THE_KEYPAD == Qt.KeyboardModifier.AltModifier
            return only_alt and event.text().isprintable() and bool(event.text())
        return super().eventFilter(watched, event)
