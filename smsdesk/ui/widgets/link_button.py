"""A button that looks like a link: for what is done now and then, beside what is done often."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton

from smsdesk.ui.widgets.colours import link, set_own


class LinkButton(QPushButton):
    """Without a frame, in the system's colour for links."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFlat(True)
        self.setAutoDefault(False)
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        set_own(self, {QPalette.ColorRole.ButtonText: link(QGuiApplication.palette())})
