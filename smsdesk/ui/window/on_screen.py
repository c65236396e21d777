"""No window is larger than its screen, or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fitted(wanted: QRect, screen: QRect, title_bar: int) -> QRect:
    """The place nearest to the wanted one that is on the screen whole, with its title bar; smaller if it must be."""
    room = screen.adjusted(0, title_bar, 0, 0)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def scrolled(content: QWidget) -> QScrollArea:
    """Let something scroll, from above to below, where it has less room than it needs."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
    area.setWidget(content)
    area.setMinimumWidth(content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
    for surface in (content, area.viewport()):
        surface.setAutoFillBackground(False)
    return area


def keep_on_screen(window: QWidget, title_bar: int = 0) -> None:
    """Make a window fit its screen before it is shown, whatever size was kept of another screen.

    Args:
        window: it.
        title_bar: pixels kept free for its frame, if the style says less.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    title_bar = max(title_bar, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window))
    now = window.geometry()
    place = fitted(now, window.screen().availableGeometry(), title_bar)
    if place.size() != now.size():
        window.resize(place.size())
    if place.topLeft() != now.topLeft() and window.testAttribute(Qt.WidgetAttribute.WA_Moved):
        window.move(place.topLeft())
