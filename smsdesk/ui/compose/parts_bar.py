"""The bar under the composer: one segment for each part of the message, filled as far as the part is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.widgets.colours import Meaning, accent, colour

if TYPE_CHECKING:
    from collections.abc import Sequence


class PartsBar(QWidget):
    """Shows how many parts a text takes, and how many the gateway allows. The summary beside it says so in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filled: tuple[float, ...] = ()
        self._most = 0

    def show_parts(self, filled: Sequence[float], most: int) -> None:
        """Show the parts of a text.

        Args:
            filled: for each part how full it is, 0 to 1.
            most: how many parts the gateway takes; those beyond it are drawn as a problem.
        """
        if (tuple(filled), most) != (self._filled, self._most):
            self._filled, self._most = tuple(filled), most
            self.update()

    def sizeHint(self) -> QSize:
        """As high as half a line of text."""
        height = max(6, round(0.45 * self.fontMetrics().height()))
        return QSize(20 * height, height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never flat."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments from the leading side."""
        count = max(self._most, len(self._filled))
        if count == 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        palette = self.palette()
        pale = palette.color(QPalette.ColorRole.Text)
        pale.setAlphaF(0.15)
        step = self.width() / count
        gap = min(8.0, step / 4)
        width = (self.width() - gap * (count - 1)) / count
        radius = min(self.height(), width) / 2
        for part in range(count):
            segment = QRectF(part * (width + gap), 0, width, self.height())
            painter.setBrush(pale)
            painter.drawRoundedRect(segment, radius, radius)
            share = min(self._filled[part], 1.0) if part < len(self._filled) else 0.0
            if share > 0:
                allowed = part < self._most
                strong = accent(palette)
                painter.setBrush(strong if allowed else colour(Meaning.BAD, palette))
                # Never narrower than its round ends, so that a part with one character in it is seen.
                segment.setWidth(max(2 * radius, share * width))
                painter.drawRoundedRect(segment, radius, radius)
