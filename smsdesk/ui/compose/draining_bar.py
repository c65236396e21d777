"""A thin bar that drains while something can be taken back, and fills while it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.widgets.colours import accent

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class DrainingBar(QWidget):
    """Says nothing that does not stand beside it in words; it keeps its room when there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share: float | None = None

    @property
    def share(self) -> float | None:
        """How full it is, 0 to 1; None where nothing is drawn."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Fill it so far, 0 to 1; None for nothing at all."""
        if share != self._share:
            self._share = None if share is None else min(max(share, 0.0), 1.0)
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a third of a line of text."""
        height = max(4, round(0.35 * self.fontMetrics().height()))
        return QSize(20 * height, height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never flat."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it from the leading side."""
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        pale = self.palette().color(QPalette.ColorRole.Text)
        pale.setAlphaF(0.15)
        radius = self.height() / 2
        painter.setBrush(pale)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._share > 0:
            painter.setBrush(accent(self.palette()))
            full = QRectF(0, 0, max(self.height(), self._share * self.width()), self.height())
            painter.drawRoundedRect(full, radius, radius)
