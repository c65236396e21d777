"""A rounded bar, filled from the leading side as far as its share: the track, and what fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from smsdesk.ui.widgets.colours import edge, wants_contrast

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

_FAINT = 0.15
"""Of the text's colour, in the track."""


def bar_painter(widget: QWidget) -> QPainter:
    """A painter for smooth bars, for which the leading side is always on the left."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
    return painter


def draw_bar(painter: QPainter, room: QRectF, share: float, shade: QColor, palette: QPalette) -> None:
    """Draw the track, with an edge for whoever has asked for more contrast, and fill it.

    Args:
        painter: draws with the leading side on the left.
        room: where the track is.
        share: how full it is, 0 to 1. What is not empty is never narrower than its round ends, so that it is seen.
        shade: what it is filled with.
        palette: whose colours the track follows.
    """
    track = palette.color(QPalette.ColorRole.Text)
    track.setAlphaF(_FAINT)
    radius = min(room.height(), room.width()) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(room, radius, radius)
    if share > 0:
        painter.setBrush(shade)
        full = QRectF(room)
        full.setWidth(max(2 * radius, share * room.width()))
        painter.drawRoundedRect(full, radius, radius)
    if wants_contrast():
        painter.setPen(QPen(edge(palette), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
