"""A button that looks like a link: for what is done now and then, beside what is done often."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton

# Some systems have the same blue for links in the dark, where nobody can read it.
_READABLE: Final = 100


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
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        palette = QPalette(QGuiApplication.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            link, base = palette.color(group, QPalette.ColorRole.Link), palette.color(group, QPalette.ColorRole.Base)
            if abs(link.lightness() - base.lightness()) > _READABLE:
                palette.setColor(group, QPalette.ColorRole.ButtonText, link)
        self.setPalette(palette)
