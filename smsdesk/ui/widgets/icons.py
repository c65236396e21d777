"""Icons of our own, drawn in the text's colour whenever they are painted: sharp at every size, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPainterPath, QPalette, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable


def undo_icon() -> QIcon:
    """An arrow that turns back: to the side where what was comes from, as time runs in the window's pictures."""
    return QIcon(_Drawn(_turning_back, follows_reading=True))


def table_icon() -> QIcon:
    """A sheet with rows and columns."""
    return QIcon(_Drawn(_table))


def eye_icon(*, crossed: bool = False) -> QIcon:
    """An open eye; crossed out for what is to be hidden."""
    return QIcon(_Drawn(_crossed_eye if crossed else _eye))


class _Drawn(QIconEngine):
    """Draws a path that stands in a square of one by one; one that follows the reading is mirrored in Arabic."""

    _copies: ClassVar[list[QIconEngine]] = []  # an icon may outlive the one that it was copied from

    def __init__(self, path: Callable[[], QPainterPath], *, follows_reading: bool = False) -> None:
        super().__init__()
        self._path = path
        self._follows_reading = follows_reading

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it into the middle of `rect`."""
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        shade = QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2)
        painter.scale(side, side)
        if self._follows_reading and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(1, 0)
            painter.scale(-1, 1)
        ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(shade, 0.1, *ends))
        painter.drawPath(self._path())
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same, for who asks for pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Another one of the same path, for a copy of the icon that is changed."""
        copy = _Drawn(self._path, follows_reading=self._follows_reading)
        self._copies.append(copy)  # PySide lets it go at once, though the icon has it from now on
        return copy


def _turning_back() -> QPainterPath:
    path = QPainterPath(QPointF(0.36, 0.12))
    path.lineTo(0.12, 0.36)
    path.lineTo(0.36, 0.6)
    path.moveTo(0.12, 0.36)
    path.lineTo(0.62, 0.36)
    path.arcTo(QRectF(0.37, 0.36, 0.51, 0.51), 90, -180)
    path.lineTo(0.45, 0.87)
    return path


def _table() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.1, 0.1, 0.8, 0.8), 0.08, 0.08)
    for at in (0.37, 0.63):
        path.moveTo(0.1, at)
        path.lineTo(0.9, at)
    path.moveTo(0.42, 0.1)
    path.lineTo(0.42, 0.9)
    return path


def _eye() -> QPainterPath:
    path = QPainterPath(QPointF(0.04, 0.5))
    path.quadTo(0.5, 0.02, 0.96, 0.5)
    path.quadTo(0.5, 0.98, 0.04, 0.5)
    path.addEllipse(QPointF(0.5, 0.5), 0.14, 0.14)
    return path


def _crossed_eye() -> QPainterPath:
    path = _eye()
    path.moveTo(0.18, 0.88)
    path.lineTo(0.82, 0.12)
    return path
