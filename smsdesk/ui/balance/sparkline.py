"""The balance of the last weeks as a small line, with the low mark and how it goes on from here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from smsdesk.ui.balance.picture.pointed_picture import PointedPicture, Spot
from smsdesk.ui.text.formatting import as_plain_tooltip, decimal, moment
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning, accent, colour
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from smsdesk.domain.balance.forecast import Forecast
    from smsdesk.domain.money import Balance

_DOT = 3.5  # radius of the dot at the newest reading
_AHEAD = 0.25  # of what is past; no more of what is to come is drawn
_WIDEST = 44  # characters
_NARROW = 8  # characters; less is no picture


class Sparkline(PointedPicture):
    """Readings over time, running the way the user reads."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._limit()
        self.setAccessibleName(self.tr("Balance of the last weeks"))
        self._readings: Sequence[Balance] = ()
        self._changes: Sequence[Balance] = ()
        self._low_mark: Decimal | None = None
        self._used_up: datetime | None = None
        self._ends = 0.0, 0.0
        self.pointed.connect(self._tell)

    def show_readings(
        self, readings: Sequence[Balance], low_mark: Decimal | None = None, ahead: Forecast | None = None
    ) -> None:
        """Show readings.

        Args:
            readings: oldest first; none draws nothing.
            low_mark: where the dashed line is; None for no line.
            ahead: how it goes on; None for nothing.
        """
        self._readings = tuple(readings)
        changed = [new for old, new in pairwise(readings) if new.amount != old.amount]
        self._changes = (*readings[:1], *changed)
        self._low_mark = low_mark
        self._used_up = ahead.used_up_at if ahead else None
        values = [float(each.amount.value) for each in self._changes]
        values += [] if low_mark is None else [float(low_mark)]
        values += [] if self._used_up is None else [0.0]
        self._ends = min(values, default=0.0), max(values, default=0.0)
        words = self._words()
        self.setToolTip(as_plain_tooltip(words))
        self.summarise(words)
        self.update()

    def make_spots(self) -> Sequence[Spot]:
        """Where the balance changed."""
        return [
            Spot(
                QPointF(self._x(each.asked_at), self._y(each.amount.value)),
                (decimal(each.amount.value), moment(each.asked_at)),
            )
            for each in self._changes
        ]

    def sizeHint(self) -> QSize:
        """Some weeks beside the amount."""
        metrics = self.fontMetrics()
        return QSize(_WIDEST * metrics.averageCharWidth(), 3 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It gives way before anything else does."""
        return QSize(0, 2 * self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the window's text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._limit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line with its soft ground, the low mark, what is to come, and the newest reading."""
        if not self._readings or self.width() < _NARROW * self.fontMetrics().averageCharWidth():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = accent(self.palette())
        line, bottom = self._line(), self._bottom()
        soft = QColor(shade)
        soft.setAlphaF(0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF([QPointF(line[0].x(), bottom), *line, QPointF(line[-1].x(), bottom)]))
        self._draw_low_mark(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._used_up is not None:
            painter.setPen(QPen(shade, 1.5, Qt.PenStyle.DotLine))
            painter.setClipRect(QRectF(0, 0, self.width(), bottom + 1))
            painter.drawLine(line[-1], QPointF(self._x(self._used_up), self._y_of(0.0)))
            painter.setClipping(False)
        painter.setPen(QPen(shade, 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawPolyline(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawEllipse(line[-1], _DOT, _DOT)
        self._draw_captions(painter)
        self.draw_current(painter, _DOT + 1)
        self.draw_focus(painter)

    def _limit(self) -> None:
        self.setMaximumWidth(_WIDEST * self.fontMetrics().averageCharWidth())

    def _draw_low_mark(self, painter: QPainter) -> None:
        if self._low_mark is not None:
            height = self._y(self._low_mark)
            painter.setPen(QPen(colour(Meaning.BAD, self.palette()), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(0, height), QPointF(self.width(), height))

    def _draw_captions(self, painter: QPainter) -> None:
        """How far back it goes, and what the dashed line is, where there is room for both."""
        metrics = self.fontMetrics()
        room = QRectF(0, self.height() - metrics.height(), self.width(), metrics.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        weeks, mark = self._weeks(), self._mark()
        sample = 2 * metrics.averageCharWidth()
        both = metrics.horizontalAdvance(weeks) + metrics.horizontalAdvance(mark) + 4 * sample
        lead, trail = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.mirrored():
            lead, trail = trail, lead
        if mark:
            shade = colour(Meaning.BAD, self.palette())
            painter.setPen(shade)
            painter.drawText(room, align | trail, elided(metrics, mark, self.width() - 2 * sample))
            wide = min(metrics.horizontalAdvance(mark), self.width() - 2 * sample)
            x = wide + 0.5 * sample if self.mirrored() else self.width() - wide - 1.5 * sample
            painter.setPen(QPen(shade, 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, room.center().y()), QPointF(x + sample, room.center().y()))
        if not mark or both < self.width():
            painter.setPen(colour(Meaning.IDLE, self.palette()))
            painter.drawText(room, align | lead, weeks)

    def _line(self) -> list[QPointF]:
        """The readings as steps: a balance stays what it is until the next one."""
        points = [QPointF(self._x(each.asked_at), self._y(each.amount.value)) for each in self._readings]
        if len(points) == 1:
            return [QPointF(self.width() - points[0].x(), points[0].y()), points[0]]
        line = points[:1]
        for point in points[1:]:
            line += [QPointF(point.x(), line[-1].y()), point]
        return line

    def _x(self, when: datetime) -> float:
        first, last = self._readings[0].asked_at, self._readings[-1].asked_at
        past = (last - first).total_seconds()
        ahead = 0.0
        if self._used_up is not None:
            ahead = min((self._used_up - last).total_seconds(), _AHEAD * past)
        whole = past + ahead
        share = (when - first).total_seconds() / whole if whole > 0 else 1.0
        x = _DOT + (self.width() - 2 * _DOT) * share
        return round(self.width() - x if self.mirrored() else x)

    def _y(self, value: Decimal) -> float:
        return self._y_of(float(value))

    def _y_of(self, value: float) -> float:
        low, high = self._ends
        top, bottom = _DOT + 1, self._bottom() - 2
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(bottom - (bottom - top) * share)

    def _bottom(self) -> float:
        """Where the drawing ends and the captions begin."""
        return self.height() - self.fontMetrics().height() - 1.0

    def _tell(self, place: int) -> None:
        if place < 0:
            QToolTip.hideText()
            return
        spot = self.spots()[place]
        QToolTip.showText(self.mapToGlobal(spot.at.toPoint()), as_plain_tooltip(spot.told), self)

    def _weeks(self) -> str:
        span = self._readings[-1].asked_at - self._readings[0].asked_at
        return translate("Sparkline", "%n week(s)", None, 1).count(max(1, round(span.days / 7)))

    def _mark(self) -> str:
        return "" if self._low_mark is None else self.tr("low mark {amount}").format(amount=decimal(self._low_mark))

    def _words(self) -> str:
        if not self._readings:
            return ""
        values = [each.amount.value for each in self._readings]
        told = self.tr("{when}: {first} · now: {newest} · lowest: {lowest}").format(
            when=moment(self._readings[0].asked_at),
            first=decimal(values[0]),
            newest=decimal(values[-1]),
            lowest=decimal(min(values)),
        )
        if self._low_mark is None:
            return told
        return self.tr("{readings} · low mark: {mark}").format(readings=told, mark=decimal(self._low_mark))
