"""What each month cost, over the same months as the balance; the month that is not over is drawn open."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy

from smsdesk.domain.money import Amount
from smsdesk.ui.balance.forecast_text import rounded
from smsdesk.ui.balance.picture.balance_picture import axis_over
from smsdesk.ui.balance.picture.pointed_picture import PointedPicture, Spot
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import amount, decimal, unit_name
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.colours import Meaning, accent, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.services.balance.overview import Overview
    from smsdesk.ui.balance.picture.time_axis import Month

_SHARE = 0.45
"""Of a month's width."""


class MonthBars(PointedPicture):
    """In money where all of it is known, else in parts; `title` says which."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._told: Overview | None = None
        self._values: Sequence[Decimal] = ()
        self._in_money = True
        self.setAccessibleName(self.tr("Spent each month"))  # until the months are read

    def show_overview(self, told: Overview) -> None:
        """Show this account's months."""
        self._told = told
        costs = [month.cost for month in told.months]
        self._in_money = None not in costs
        self._values = [
            (month.cost or Decimal(0)) if self._in_money else Decimal(month.parts) for month in told.months
        ]  # fmt: skip
        self.setAccessibleName(self.title())
        self.summarise(joined(spot.told for spot in self.make_spots()))
        self.update()

    def title(self) -> str:
        """What the bars say."""
        if self._told is None:
            return ""
        if self._in_money:
            return self.tr("Spent each month, in {unit}").format(unit=unit_name(self._told.unit))
        return self.tr("Sent each month, in parts")

    def make_spots(self) -> Sequence[Spot]:
        """A point on each bar."""
        if self._told is None:
            return ()
        told, axis = self._told, axis_over(self, self._told)
        return [
            Spot(QPointF(axis.x(month.middle), self._y(value)), self._words(told, place, month))
            for place, (month, value) in enumerate(zip(axis.months, self._values, strict=False))
        ]

    def sizeHint(self) -> QSize:
        """Lower than the balance."""
        metrics = self.fontMetrics()
        return QSize(110 * metrics.averageCharWidth(), 6 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """What can still be told apart."""
        metrics = self.fontMetrics()
        return QSize(50 * metrics.averageCharWidth(), 4 * metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, their figures and the months' names."""
        if self._told is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis, metrics = axis_over(self, self._told), self.fontMetrics()
        shade, quiet = accent(self.palette()), colour(Meaning.IDLE, self.palette())
        soft, faint, ground = QColor(shade), QColor(quiet), self._y(Decimal(0))
        soft.setAlphaF(0.12)
        faint.setAlphaF(0.35)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(QPointF(axis.left, ground), QPointF(axis.right, ground))
        month_wide = (axis.right - axis.left) / len(axis.months)
        for place, (spot, value) in enumerate(zip(self.spots(), self._values, strict=True)):
            bar = QRectF(spot.at.x() - _SHARE * month_wide / 2, spot.at.y(), _SHARE * month_wide, ground - spot.at.y())
            so_far = place == len(self._values) - 1
            painter.setPen(QPen(shade, 1.5, Qt.PenStyle.DashLine) if so_far else Qt.PenStyle.NoPen)
            painter.setBrush(soft if so_far else shade)
            if value > 0:
                painter.drawRect(bar)
            room = QRectF(
                spot.at.x() - month_wide / 2, spot.at.y() - metrics.height() - 1, month_wide, metrics.height()
            )
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            figure = decimal(rounded(Amount(value, "")).value)
            shown = metrics.elidedText(figure, Qt.TextElideMode.ElideRight, round(month_wide))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
            room.moveTop(ground + 2)
            painter.setPen(quiet)
            name = axis.months[place].short
            name = self.tr("{month} so far").format(month=name) if so_far else name
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(month_wide))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        self.draw_current(painter, 5)
        self.draw_focus(painter)

    def _y(self, value: Decimal) -> float:
        height = self.fontMetrics().height()
        top, bottom = 1.2 * height, self.height() - 1.3 * height
        return round(bottom - (bottom - top) * float(value / (max(self._values, default=Decimal(0)) or Decimal(1))))

    def _words(self, told: Overview, place: int, month: Month) -> tuple[str, ...]:
        spent = told.months[place]
        so_far = place == len(told.months) - 1
        name = self.tr("{month} so far").format(month=month.name) if so_far else month.name
        parts = translate("MonthBars", "%n part(s)", None, 1).count(spent.parts)
        cost = "" if spent.cost is None else amount(Amount(spent.cost, told.unit))
        return tuple(filter(None, [name, cost, parts]))
