"""How much of a month's budget has gone: a bar whose words stand below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.widgets.colours import Meaning, accent, colour


class BudgetBar(QWidget):
    """Full when the budget has gone; what goes over it is hatched, so that it shows without colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def show_share(self, sent: int, budget: int, told: str) -> None:
        """Show so many parts of so many; told in words too."""
        self._share = sent / budget if budget > 0 else 0.0
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Half a line of text high."""
        metrics = self.fontMetrics()
        return QSize(30 * metrics.averageCharWidth(), round(0.6 * metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """It gives way before anything else does."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the direction of reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = colour(Meaning.IDLE, self.palette())
        ground = QColor(edge)
        ground.setAlphaF(0.2)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRect(whole)
        over = self._share > 1
        full = QRectF(whole)
        full.setWidth(whole.width() * (1 / self._share if over else self._share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent(self.palette()))
        painter.drawRect(full)
        if over:
            rest = whole.adjusted(full.width(), 0, 0, 0)
            painter.fillRect(rest, self.palette().color(QPalette.ColorRole.Base))
            painter.setPen(QPen(colour(Meaning.BAD, self.palette()), 1.2))
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.fillRect(rest, painter.brush())
            painter.drawRect(rest)
