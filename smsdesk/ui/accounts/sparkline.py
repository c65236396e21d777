"""The balance of the last weeks as a small line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.text.formatting import moment
from smsdesk.ui.widgets.colours import Meaning, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOT = 3.5  # radius of the dot at the newest reading


class Sparkline(QWidget):
    """Readings over time, running the way the user reads; the tooltip says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._points: tuple[tuple[float, float], ...] = ()
        self._low_mark: float | None = None

    def show_readings(self, points: Sequence[tuple[float, float]], low_mark: float | None) -> None:
        """Show readings.

        Args:
            points: (seconds since the epoch, value), oldest first; none draws nothing.
            low_mark: where the dashed line is; None for no line.
        """
        self._points, self._low_mark = tuple(points), low_mark
        words = self._words()
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of text high."""
        metrics = self.fontMetrics()
        return QSize(20 * metrics.averageCharWidth(), 2 * metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line with its soft ground, the low mark and the newest reading."""
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        line = self._line()
        area = QRectF(self.rect())
        ground = QPolygonF([QPointF(line[0].x(), area.bottom()), *line, QPointF(line[-1].x(), area.bottom())])
        soft = QColor(accent)
        soft.setAlphaF(0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawPolygon(ground)
        if self._low_mark is not None:
            height = self._height_of(self._low_mark)
            painter.setPen(QPen(colour(Meaning.BAD, self.palette()), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(line[0].x(), height), QPointF(line[-1].x(), height))
        painter.setPen(QPen(accent, 1.8, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(line[-1], _DOT, _DOT)

    def _line(self) -> list[QPointF]:
        """The readings in the widget's coordinates, a single one as a level line."""
        first, last = self._points[0], self._points[-1]
        width = self.width() - _DOT
        span = last[0] - first[0]
        if span <= 0:
            return [QPointF(0, self._height_of(last[1])), QPointF(width, self._height_of(last[1]))]
        return [QPointF(width * (at - first[0]) / span, self._height_of(value)) for at, value in self._points]

    def _height_of(self, value: float) -> float:
        values = [each for _, each in self._points] + ([] if self._low_mark is None else [self._low_mark])
        low, high = min(values), max(values)
        top, bottom = _DOT + 1, 0.85 * self.height()
        return (top + bottom) / 2 if high == low else bottom - (bottom - top) * (value - low) / (high - low)

    def _words(self) -> str:
        if not self._points:
            return ""
        told = self.tr("{when}: {first} · now: {newest} · lowest: {lowest}").format(
            when=moment(datetime.fromtimestamp(self._points[0][0], UTC)),
            first=_number(self._points[0][1]),
            newest=_number(self._points[-1][1]),
            lowest=_number(min(value for _, value in self._points)),
        )
        if self._low_mark is None:
            return told
        return self.tr("{readings} · low mark: {mark}").format(readings=told, mark=_number(self._low_mark))


def _number(value: float) -> str:
    whole = value == int(value)
    return QLocale().toString(float(value), "f", 0 if whole else 2)
