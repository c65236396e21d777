"""Qt's boxes for choices, numbers and times, in which a wheel that only passes over them changes nothing.

Without the focus they leave the wheel to what scrolls around them. Qt would give them the focus for the wheel, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QSpinBox

from smsdesk.ui.text.digits import in_digits_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent


class ComboBox(QComboBox):
    """A choice."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, **properties)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class SpinBox(QSpinBox):
    """A whole number, typed in the digits of any script and shown in those of the window."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, **properties)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """What was typed, in the window's digits."""
        return super().validate(in_digits_of(self.locale(), text), at)


class DateTimeEdit(QDateTimeEdit):
    """A day and a time, typed as they are shown, and in the digits of any script.

    Qt goes on to the next figures by itself when some are complete, and went one too far for what is typed between
    them: the blank behind the minutes was taken for AM or PM. What was typed over all of it lost its first figures.
    """

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, **properties)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._went_on = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """What was typed, in the window's digits."""
        return super().validate(in_digits_of(self.locale(), text), at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over what stands between figures where Qt has done so already."""
        typed, went_on, self._went_on = event.text(), self._went_on, False
        if went_on and typed and typed.isprintable() and not typed.isalnum():
            return
        if typed.isalnum() and self.lineEdit().selectedText() == self.text():
            self.setSelectedSection(self.sectionAt(0))
        before = self.currentSection()
        super().keyPressEvent(event)
        self._went_on = typed.isalnum() and self.currentSection() != before
