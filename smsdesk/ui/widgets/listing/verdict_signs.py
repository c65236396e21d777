"""Signs, drawn: what a verdict or an outcome is told by beside its word, so that nothing is told by colour alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPen

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.ui.widgets.colours import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable


class Shape(Enum):
    """What can be drawn."""

    TICK = "tick"
    TURNING_ARROW = "turning arrow"
    EXCLAMATION_MARK = "exclamation mark"
    TWO_SHEETS = "two sheets"
    CROSS = "cross"
    QUESTION_MARK = "question mark"
    ARROW = "arrow"
    DASH = "dash"
    DOTS = "dots"
    CLOCK = "clock"
    LENS = "lens"


_TURNING = frozenset({Shape.ARROW, Shape.QUESTION_MARK})
"""An arrow goes on to where the text goes on; the Arabic question mark is open to the other side."""

MEANING_OF = {
    Verdict.READY: Meaning.GOOD,
    Verdict.REPAIRED: Meaning.UNDER_WAY,
    Verdict.ATTENTION: Meaning.BAD,
    Verdict.REPEATED: Meaning.IDLE,
}


def draw_sign(painter: QPainter, verdict: Verdict, square: QRectF, shade: QColor) -> None:
    """Draw a verdict's sign into a square."""
    draw_shape(painter, _OF_VERDICT[verdict], square, shade)


def draw_shape(painter: QPainter, shape: Shape, square: QRectF, shade: QColor) -> None:
    """Draw a sign into a square. A tick is a tick from either side; what points or asks turns with the reading."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width(), square.height())  # the signs are drawn in a square of one by one
    if shape in _TURNING and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.translate(1, 0)
        painter.scale(-1, 1)
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(shade, 0.11, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_PATHS[shape]())
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


def _cross() -> QPainterPath:
    path = _line((0.18, 0.18), (0.82, 0.82))
    path.addPath(_line((0.82, 0.18), (0.18, 0.82)))
    return path


def _question_mark() -> QPainterPath:
    path = QPainterPath()
    bow = QRectF(0.25, 0.08, 0.5, 0.48)
    path.arcMoveTo(bow, 170)
    path.arcTo(bow, 170, -230)
    path.lineTo(0.5, 0.68)
    path.addPath(_line((0.5, 0.9), (0.5, 0.91)))
    return path


def _arrow() -> QPainterPath:
    path = _line((0.1, 0.5), (0.88, 0.5))
    path.addPath(_line((0.58, 0.2), (0.88, 0.5), (0.58, 0.8)))
    return path


def _dots() -> QPainterPath:
    path = QPainterPath()
    for at in (0.15, 0.5, 0.85):
        path.addPath(_line((at, 0.7), (at, 0.71)))
    return path


def _clock() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.07, 0.07, 0.86, 0.86))
    path.addPath(_line((0.5, 0.25), (0.5, 0.52), (0.68, 0.64)))
    return path


def _lens() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.1, 0.1, 0.56, 0.56))
    path.addPath(_line((0.6, 0.6), (0.9, 0.9)))
    return path


def _line(start: tuple[float, float], *on: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    for point in on:
        path.lineTo(QPointF(*point))
    return path


_OF_VERDICT = {
    Verdict.READY: Shape.TICK,
    Verdict.REPAIRED: Shape.TURNING_ARROW,
    Verdict.ATTENTION: Shape.EXCLAMATION_MARK,
    Verdict.REPEATED: Shape.TWO_SHEETS,
}

_PATHS: dict[Shape, Callable[[], QPainterPath]] = {
    Shape.TICK: _tick,
    Shape.TURNING_ARROW: _turning_arrow,
    Shape.EXCLAMATION_MARK: _exclamation_mark,
    Shape.TWO_SHEETS: _two_sheets,
    Shape.CROSS: _cross,
    Shape.QUESTION_MARK: _question_mark,
    Shape.ARROW: _arrow,
    Shape.DASH: lambda: _line((0.15, 0.5), (0.85, 0.5)),
    Shape.DOTS: _dots,
    Shape.CLOCK: _clock,
    Shape.LENS: _lens,
}
