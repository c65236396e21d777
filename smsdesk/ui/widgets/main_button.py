"""The one button that everything on the window leads to, in the system's accent colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton

from smsdesk.ui.widgets.colours import main_face, set_own


class MainButton(QPushButton):
    """A push button that stands out, in light and dark; styles that draw buttons their own way may not follow."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setMinimumHeight(round(2.2 * self.fontMetrics().height()))
        self._ready = True
        self._recolour()

    def set_ready(self, ready: bool) -> None:
        """Stand out, because this is what is done next, or don't; it can be pressed all the same."""
        if ready != self._ready:
            self._ready = ready
            self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        if not self._ready:
            if self.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
                self.setPalette(QPalette())
            return
        palette = QGuiApplication.palette()
        text = palette.color(QPalette.ColorRole.HighlightedText)
        set_own(self, {QPalette.ColorRole.Button: main_face(palette), QPalette.ColorRole.ButtonText: text})
