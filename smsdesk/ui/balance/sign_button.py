"""A small button with a sign that is drawn here, so that it follows the system's colours and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class SignButton(QToolButton):
    """Reached with Tab like any other button.

    Args:
        name: what it does, for a screen reader.
        told: the same at more length, as its tooltip.
        sign: draws it in a square of one by one.
    """

    def __init__(self, name: str, told: str, sign: Callable[[], QPainterPath]) -> None:
        super().__init__()
        self._sign = sign()
        self.setAccessibleName(name)
        self.setToolTip(told)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As high as a button, and as wide."""
        side = round(1.9 * self.fontMetrics().height())
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as it does any other button of the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign on the style's button."""
        super().paintEvent(event)
        side = 0.95 * self.fontMetrics().height()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        pen = QPen(self.palette().color(group, QPalette.ColorRole.ButtonText), 0.11)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        painter.scale(side, side)
        painter.setPen(pen)
        painter.drawPath(self._sign)


def round_arrow() -> QPainterPath:
    """Ask anew."""
    path = QPainterPath()
    circle = QRectF(0.12, 0.12, 0.76, 0.76)
    path.arcMoveTo(circle, 35)
    path.arcTo(circle, 35, 295)
    _line(path, (0.86, 0.1), (0.84, 0.31), (0.62, 0.31))
    return path


def steps() -> QPainterPath:
    """A curve between two axes."""
    path = QPainterPath()
    _line(path, (0.08, 0.08), (0.08, 0.92), (0.94, 0.92))
    _line(path, (0.28, 0.68), (0.46, 0.42), (0.62, 0.56), (0.9, 0.2))
    return path


def _line(path: QPainterPath, start: tuple[float, float], *on: tuple[float, float]) -> None:
    path.moveTo(QPointF(*start))
    for point in on:
        path.lineTo(QPointF(*point))
