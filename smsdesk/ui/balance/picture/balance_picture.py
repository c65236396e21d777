"""The balance over months: each announcement a step, top-ups as arrows, the low mark, and how it goes on."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from smsdesk.domain.balance.movements import Kind
from smsdesk.ui.balance.forecast_text import forecast_sentence
from smsdesk.ui.balance.movement_text import signed, words
from smsdesk.ui.balance.picture.bubble import draw_bubble
from smsdesk.ui.balance.picture.pointed_picture import PointedPicture, Spot
from smsdesk.ui.balance.picture.time_axis import TimeAxis, months_of
from smsdesk.ui.text.directions import joined, left_to_right
from smsdesk.ui.text.formatting import day_name, decimal
from smsdesk.ui.widgets.colours import Meaning, accent, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.balance.movements import Movement
    from smsdesk.services.balance.overview import Overview

_DOT = 3.0
_TICKS = 4
GUTTER = 9
"""Characters beside the drawing, where the amounts stand."""


class BalancePicture(PointedPicture):
    """Drawn from the palette; its words are the dialog's table as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Balance over months"))
        self._told: Overview | None = None
        self._steps: Sequence[Movement] = ()
        self._top = 1.0
        self._taken: list[QRectF] = []

    def show_overview(self, told: Overview) -> None:
        """Show this account's balance; nothing where no reading tells of it."""
        self._told = told if told.first is not None else None
        self._steps = [each for each in told.movements if each.after is not None]
        values = [float(each.after or 0) for each in self._steps]
        values += [float(each.amount.value) for each in (told.first, told.newest) if each is not None]
        values += [] if told.account.low_mark is None else [float(told.account.low_mark)]
        self._tick = _round_tick(max(values, default=1.0))
        self._top = self._tick * max(1, math.ceil(max(values, default=1.0) / self._tick))
        self.summarise(self._summary_of(told))
        self.update()

    def make_spots(self) -> Sequence[Spot]:
        """What moved the balance."""
        if self._told is None:
            return ()
        axis, unit = axis_over(self, self._told), self._told.unit
        return [Spot(QPointF(axis.x(each.at), self._y(each.after)), words(each, unit)) for each in self._steps]

    def sizeHint(self) -> QSize:
        """Wide, and half as high."""
        metrics = self.fontMetrics()
        return QSize(110 * metrics.averageCharWidth(), 13 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """What can still be told apart."""
        metrics = self.fontMetrics()
        return QSize(50 * metrics.averageCharWidth(), 7 * metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._told is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis, told = axis_over(self, self._told), self._told
        self._taken = []
        self._draw_scale(painter, axis)
        line = self._line(axis, told)
        shade = accent(self.palette())
        soft = QColor(shade)
        soft.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        ground = self._y_of(0.0)
        painter.drawPolygon(QPolygonF([QPointF(line[0].x(), ground), *line, QPointF(line[-1].x(), ground)]))
        self._draw_low_mark(painter, axis, told)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shade, 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawPolyline(line)
        self._draw_today(painter, told, line[-1])
        self._draw_forecast(painter, axis, told, line[-1])
        self._draw_points(painter)
        self.draw_current(painter, 2 * _DOT)
        if self.current >= 0:
            draw_bubble(painter, self, self.spots()[self.current])
        self.draw_focus(painter)

    def _draw_scale(self, painter: QPainter, axis: TimeAxis) -> None:
        metrics, quiet = self.fontMetrics(), colour(Meaning.IDLE, self.palette())
        faint = QColor(quiet)
        faint.setAlphaF(0.35)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        align |= Qt.AlignmentFlag.AlignLeft if axis.mirrored else Qt.AlignmentFlag.AlignRight
        gutter = GUTTER * metrics.averageCharWidth() - 8
        beside = axis.right + 8 if axis.mirrored else axis.left - 8 - gutter
        for step in range(round(self._top / self._tick) + 1):
            y = self._y_of(step * self._tick)
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(axis.left, y), QPointF(axis.right, y))
            painter.setPen(quiet)
            room = QRectF(beside, y - metrics.height() / 2, gutter, metrics.height())
            painter.drawText(room, align, _tick_name(step * self._tick))
            self._taken.append(room)
        for month in axis.months:
            ends = sorted((axis.x(month.start), axis.x(month.end)))
            painter.setPen(quiet)
            room = QRectF(ends[0], self._y_of(0.0) + 2, ends[1] - ends[0], metrics.height() * 1.2)
            fits = metrics.horizontalAdvance(month.name) < room.width()
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, month.name if fits else month.short)
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(axis.x(month.start), room.top()), QPointF(axis.x(month.start), room.top() + 4))

    def _draw_low_mark(self, painter: QPainter, axis: TimeAxis, told: Overview) -> None:
        mark = told.account.low_mark
        if mark is None:
            return
        shade, y = colour(Meaning.BAD, self.palette()), self._y(mark)
        painter.setPen(QPen(shade, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(axis.left, y), QPointF(axis.right, y))
        name = self.tr("low mark {amount}").format(amount=decimal(mark))
        metrics = self.fontMetrics()
        room = QRectF(axis.left + 6, 0, metrics.horizontalAdvance(name) + 2, metrics.height())
        if axis.mirrored:
            room.moveRight(axis.right - 6)
        room.moveBottom(y - 1 if y - room.height() > self._y_of(self._top) else y + room.height() + 1)
        self._write(painter, room, name, shade)

    def _draw_points(self, painter: QPainter) -> None:
        """A dot for each announcement, an arrow for each top-up, with its amount where that hides nothing."""
        shade, good = accent(self.palette()), colour(Meaning.GOOD, self.palette())
        metrics = self.fontMetrics()
        for movement, spot in zip(self._steps, self.spots(), strict=True):
            at = spot.at
            if movement.kind is not Kind.TOP_UP:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(shade)
                painter.drawEllipse(at, _DOT, _DOT)
                continue
            side = 2 * _DOT
            arrow = (QPointF(0, -side), QPointF(side, side), QPointF(-side, side))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(good)
            painter.drawPolygon(QPolygonF([at + corner for corner in arrow]))
            name = signed(movement.change)
            room = QRectF(0, 0, metrics.horizontalAdvance(name) + 6, metrics.height())
            room.moveCenter(QPointF(at.x(), at.y() - side - room.height() / 2 - 2))
            self._write(painter, room, left_to_right(name), good)

    def _draw_forecast(self, painter: QPainter, axis: TimeAxis, told: Overview, here: QPointF) -> None:
        used_up = told.forecast.used_up_at if told.forecast else None
        if used_up is None:
            return
        shade, metrics = accent(self.palette()), self.fontMetrics()
        painter.setPen(QPen(shade, 1.6, Qt.PenStyle.DotLine))
        whole = used_up <= axis.months[-1].end
        there = QPointF(axis.x(used_up), self._y_of(0.0))
        if not whole and told.newest is not None:
            share = (axis.months[-1].end - told.newest.asked_at) / (used_up - told.newest.asked_at)
            there.setY(here.y() + share * (there.y() - here.y()))
        painter.drawLine(here, there)
        if not whole:
            return
        painter.setPen(QPen(shade, 1.6))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(there, _DOT + 1, _DOT + 1)
        name = self.tr("used up\n{day}").format(day=day_name(used_up))
        wide = max(metrics.horizontalAdvance(line) for line in name.splitlines()) + 2
        room = QRectF(there.x() + 3 * _DOT, there.y() - 2.2 * metrics.height(), wide, 2 * metrics.height())
        if axis.mirrored:
            room.moveRight(there.x() - 3 * _DOT)
        mark = told.account.low_mark
        if mark is not None and room.top() < self._y(mark) < room.bottom():
            room.moveBottom(self._y(mark) - 2)
        self._write(painter, room, name, self.palette().color(QPalette.ColorRole.Text))

    def _draw_today(self, painter: QPainter, told: Overview, here: QPointF) -> None:
        shade, metrics = accent(self.palette()), self.fontMetrics()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawEllipse(here, 2 * _DOT, 2 * _DOT)
        if told.newest is None:
            return
        name = self.tr("now {amount}").format(amount=decimal(told.newest.amount.value))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(name) + 4
        room = QRectF(here.x() + 4 * _DOT, here.y() - 1.2 * metrics.height(), wide, metrics.height())
        if self.mirrored():
            room.moveRight(here.x() - 4 * _DOT)
        self._write(painter, room, name, self.palette().color(QPalette.ColorRole.Text))
        painter.setFont(self.font())

    def _write(self, painter: QPainter, room: QRectF, text: str, shade: QColor) -> None:
        """Write this where nothing is written yet; what it says is told in other places too."""
        room.moveLeft(min(max(room.left(), 0.0), self.width() - room.width()))
        if any(room.intersects(other) for other in self._taken):
            return
        self._taken.append(room)
        painter.setPen(shade)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _line(self, axis: TimeAxis, told: Overview) -> list[QPointF]:
        """A balance stays what it is until something moves it."""
        if told.first is None or told.newest is None:
            return []
        line = [QPointF(axis.x(told.first.asked_at), self._y(told.first.amount.value))]
        for spot in self.spots():
            line += [QPointF(spot.at.x(), line[-1].y()), spot.at]
        return [*line, QPointF(axis.x(told.newest.asked_at), line[-1].y())]

    def _y(self, value: Decimal | None) -> float:
        return self._y_of(float(value or 0))

    def _y_of(self, value: float) -> float:
        height = self.fontMetrics().height()
        top, bottom = 2.2 * height, self.height() - 1.5 * height
        return round(bottom - (bottom - top) * max(0.0, value) / self._top)

    def _summary_of(self, told: Overview) -> str:
        if told.newest is None or told.first is None:
            return ""
        said = self.tr("{first} at first, {newest} now; the arrow keys read what moved it").format(
            first=decimal(told.first.amount.value), newest=decimal(told.newest.amount.value)
        )
        return joined(filter(None, [said, forecast_sentence(told.forecast)]))


def axis_over(picture: PointedPicture, told: Overview) -> TimeAxis:
    """The months over a picture's width, beside the amounts."""
    gutter = GUTTER * picture.fontMetrics().averageCharWidth()
    left, right = (8.0, picture.width() - gutter) if picture.mirrored() else (gutter, picture.width() - 8.0)
    return TimeAxis(months_of(told), left, right, picture.mirrored())


def _round_tick(highest: float) -> float:
    """One, two or five, so that a few lines reach to the top."""
    rough = max(highest, 1e-6) / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= rough)


def _tick_name(value: float) -> str:
    plain = Decimal(format(value, ".6g")).normalize()
    return decimal(Decimal(format(plain, "f")))
