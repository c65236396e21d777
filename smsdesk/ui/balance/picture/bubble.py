"""What a point says, in a bubble beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPalette, QPen

from smsdesk.ui.text.directions import own_direction
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from smsdesk.ui.balance.picture.pointed_picture import Spot

_PADDING = 8
_AWAY = 16


def draw_bubble(painter: QPainter, widget: QWidget, spot: Spot) -> None:
    """Draw a point's words where they fit into the widget; each line in its own direction, cut where it must be."""
    bold = widget.font()
    bold.setBold(True)
    fonts = [bold, *[widget.font()] * (len(spot.words) - 1)]
    height = QFontMetricsF(bold).height()
    widest = max(QFontMetricsF(font).horizontalAdvance(line) for font, line in zip(fonts, spot.words, strict=True))
    wide = min(widest + 2, widget.width() / 2)
    box = QRectF(0, 0, wide + 2 * _PADDING, height * len(spot.words) + 2 * _PADDING)
    right = spot.at.x() > widget.width() / 2
    box.moveTopLeft(QPointF(spot.at.x() - _AWAY - box.width() if right else spot.at.x() + _AWAY, 0))
    box.moveTop(min(max(1.0, spot.at.y() - box.height() / 2), widget.height() - box.height() - 1))
    text = widget.palette().color(QPalette.ColorRole.ToolTipText)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Text), 1))
    side = box.right() if right else box.left()
    painter.drawLine(QPointF(side, spot.at.y()), spot.at + QPointF(-6 if right else 6, 0))
    painter.setPen(QPen(text, 1))
    painter.setBrush(widget.palette().color(QPalette.ColorRole.ToolTipBase))
    painter.drawRoundedRect(box, 4, 4)
    lead = Qt.AlignmentFlag.AlignLeft
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        lead = Qt.AlignmentFlag.AlignRight
    for place, (font, line) in enumerate(zip(fonts, spot.words, strict=True)):
        painter.setFont(font)
        room = QRectF(box.left() + _PADDING, box.top() + _PADDING + place * height, wide, height)
        shown = own_direction(elided(QFontMetricsF(font), line, wide))
        painter.drawText(room, lead | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
    painter.setFont(widget.font())
