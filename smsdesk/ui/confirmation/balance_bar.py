"""The balance before and after an announcement, as one bar with the low mark in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.text.formatting import decimal
from smsdesk.ui.widgets.colours import Meaning, accent, colour, quiet

if TYPE_CHECKING:
    from decimal import Decimal


class BalanceBar(QWidget):
    """All of it is what there is now, the full part what will be left. The figures stand beside it in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left = 0.0
        self._mark: float | None = None
        self._caption = ""

    def show_balance(self, before: Decimal, after: Decimal, low_mark: Decimal | None) -> None:
        """Show these amounts of one unit; a low mark above what there is now has no place in the bar."""
        self._left = min(1.0, max(0.0, float(after / before))) if before > 0 else 0.0
        inside = low_mark is not None and 0 < low_mark <= before
        self._mark = float(low_mark / before) if inside and low_mark is not None else None
        self._caption = self.tr("low mark {amount}").format(amount=decimal(low_mark)) if inside and low_mark else ""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the bar, with a line for the low mark where it has one."""
        line = self.fontMetrics().height()
        return QSize(12 * line, self._thickness() + 2 * self._overhang() + (line if self._caption else 0))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never flat."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it from the leading side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, width, thickness = self.palette(), self.width(), self._thickness()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        radius, top = thickness / 2, self._overhang()
        painter.save()
        if mirrored:
            painter.translate(width, 0)
            painter.scale(-1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = accent(palette)
        pale = accent(palette)
        pale.setAlphaF(0.3)
        painter.setBrush(pale)
        painter.drawRoundedRect(QRectF(0, top, width, thickness), radius, radius)
        if self._left > 0:
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(0, top, max(2 * radius, self._left * width), thickness), radius, radius)
        if self._mark is not None:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 4))
            painter.drawLine(round(self._mark * width), 0, round(self._mark * width), thickness + 2 * top)
            painter.setPen(QPen(colour(Meaning.BAD, palette), 2))
            painter.drawLine(round(self._mark * width), 0, round(self._mark * width), thickness + 2 * top)
        painter.restore()
        if self._mark is not None:
            self._write_mark(painter, (1 - self._mark if mirrored else self._mark) * width, thickness + 2 * top)

    def _write_mark(self, painter: QPainter, x: float, y: float) -> None:
        """Write the low mark below its place, without leaving the bar's width."""
        room = self.fontMetrics().horizontalAdvance(self._caption)
        start = max(0.0, min(x - room / 2, self.width() - room))
        painter.setPen(quiet(self.palette()))
        area = QRectF(start, y, room + 1, self.fontMetrics().height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._caption)

    def _thickness(self) -> int:
        return max(8, round(0.7 * self.fontMetrics().height()))

    def _overhang(self) -> int:
        return max(2, self._thickness() // 5)
