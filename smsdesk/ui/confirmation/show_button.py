"""A quiet button that reads like a link: it shows whom a line means, and changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from smsdesk.ui.widgets.colours import Meaning, colour, set_own


class ShowButton(QPushButton):
    """Enter on it opens the list; what Enter does elsewhere in the dialog stays."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, flat=True, autoDefault=True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._recolour()

    def sizeHint(self) -> QSize:
        """As high as the line that it stands in."""
        line = self.fontMetrics()
        words = line.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(words + 2 * line.averageCharWidth(), line.height())

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame round it while it has the focus: styles draw none on a flat button."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        set_own(self, {QPalette.ColorRole.ButtonText: colour(Meaning.UNDER_WAY, QGuiApplication.palette())})
