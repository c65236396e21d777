"""The sign of each verdict, drawn: a tick, a turning arrow, an exclamation mark, two sheets. A word stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.ui.widgets.colours import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable

MEANING_OF = {
    Verdict.READY: Meaning.GOOD,
    Verdict.REPAIRED: Meaning.UNDER_WAY,
    Verdict.ATTENTION: Meaning.BAD,
    Verdict.REPEATED: Meaning.IDLE,
}


def draw_sign(painter: QPainter, verdict: Verdict, square: QRectF, shade: QColor) -> None:
    """Draw a verdict's sign into a square. It is not mirrored: a tick is a tick from either side."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width(), square.height())  # the signs are drawn in a square of one by one
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(shade, 0.11, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_PATHS[verdict]())
    painter.restore()


def _tick() -> QPainterPath:
    return _line((0.14, 0.54), (0.39, 0.8), (0.88, 0.22))


def _turning_arrow() -> QPainterPath:
    path = QPainterPath()
    circle = QRectF(0.12, 0.12, 0.76, 0.76)
    path.arcMoveTo(circle, 35)
    path.arcTo(circle, 35, 295)
    path.addPath(_line((0.86, 0.1), (0.84, 0.31), (0.62, 0.31)))
    return path


def _exclamation_mark() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.07, 0.07, 0.86, 0.86))
    path.addPath(_line((0.5, 0.28), (0.5, 0.53)))
    path.addPath(_line((0.5, 0.715), (0.5, 0.725)))
    return path


def _two_sheets() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.08, 0.32, 0.6, 0.6), 0.12, 0.12)
    path.addPath(_line((0.34, 0.2), (0.34, 0.1), (0.9, 0.1), (0.9, 0.68), (0.8, 0.68)))
    return path


def _line(start: tuple[float, float], *on: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    for point in on:
        path.lineTo(QPointF(*point))
    return path


_PATHS: dict[Verdict, Callable[[], QPainterPath]] = {
    Verdict.READY: _tick,
    Verdict.REPAIRED: _turning_arrow,
    Verdict.ATTENTION: _exclamation_mark,
    Verdict.REPEATED: _two_sheets,
}
