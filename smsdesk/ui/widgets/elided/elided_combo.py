"""A choice whose text ends in an ellipsis where it does not fit, and is the tooltip then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from smsdesk.ui.qt.boxes import ComboBox
from smsdesk.ui.text.formatting import as_plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_MARGINS_PX = 4
"""What styles keep free beside the text."""


class ElidedCombo(ComboBox):
    """Drawn by the style like any other."""

    def elided(self) -> str:
        """The choice as it is seen."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), mode, room.width() - _MARGINS_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it with as much of its text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.elided()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """Say the whole text where not all of it is seen."""
        if (
            isinstance(event, QHelpEvent)
            and event.type() is QEvent.Type.ToolTip
            and self.elided() != self.currentText()
        ):
            QToolTip.showText(event.globalPos(), as_plain_tooltip(self.currentText()), self)
            return True
        return super().event(event)
