"""A picture whose points can be read: by pointing at them, and with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionFocusRect

from smsdesk.domain.frozen import frozen
from smsdesk.ui.text.directions import joined
from smsdesk.ui.voice.announcer import announce
from smsdesk.ui.widgets.colours import accent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

_NEAR = 1.5
"""How far from a point the mouse may be, in heights of a line of text."""

_SAME_PX = 4
"""Points that stand as near as this over each other are told apart by their height."""


@frozen
class Spot:
    """A point that can be read.

    Attributes:
        at: where it is, in the widget's coordinates.
        words: what it says, line by line; the first is its title.
    """

    at: QPointF
    words: tuple[str, ...]

    @property
    def told(self) -> str:
        """The same in one line."""
        return joined(self.words)


class PointedPicture(QLabel):
    """Left and Right go from point to point as they are seen, Home and End to the oldest and the newest.

    A screen reader hears the picture's summary, and after each key the point.

    Signals:
        pointed: the place of the point that is read now, -1 for none.
    """

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        self.setPixmap(nothing)  # a label with a picture is one to a screen reader, which passes plain widgets by
        self._current = -1
        self._summary = ""
        self._made: Sequence[Spot] = ()
        self._made_for: tuple[int, int, bool] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def spots(self) -> Sequence[Spot]:
        """The points, oldest first."""
        key = self.width(), self.height(), self.mirrored()
        if self._made_for != key:
            self._made, self._made_for = self.make_spots(), key
        return self._made

    def make_spots(self) -> Sequence[Spot]:
        """The points where they are now; each picture knows its own."""
        raise NotImplementedError

    @property
    def current(self) -> int:
        """The place of the point that is read, -1 for none."""
        return self._current

    def summarise(self, told: str) -> None:
        """Say the whole picture in words; what is read of it begins anew."""
        self._summary = told
        self._made_for = None
        self.point_at(-1)
        self.setAccessibleDescription(told)

    def point_at(self, place: int) -> None:
        """Read one point; -1 for none."""
        spots = self.spots()
        place = place if 0 <= place < len(spots) else -1
        if place == self._current:
            return
        self._current = place
        self.setAccessibleDescription(spots[place].told if place >= 0 else self._summary)
        self.pointed.emit(place)
        self.update()

    def mirrored(self) -> bool:
        """Whether time runs from right to left, as the window is read.

        Arabic readers see months, like words, follow each other to the left: so they stand in a printed calendar, in
        the table below and in the bars beside it. A line that ran the other way would show a balance growing where it
        is spent. The figures at the axis stay as they are.
        """
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the nearest point."""
        spots, mouse = self.spots(), event.position()
        near = _NEAR * self.fontMetrics().height()

        def far(place: int) -> tuple[int, float]:
            off = spots[place].at - mouse
            return round(abs(off.x()) / _SAME_PX), abs(off.y())

        found = min(range(len(spots)), key=far, default=-1)
        self.point_at(found if found >= 0 and abs(spots[found].at.x() - mouse.x()) <= near else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """Read none."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read none."""
        super().focusOutEvent(event)
        self.point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another point; Escape reads none, and only then does it close anything."""
        last = len(self.spots()) - 1
        step = -1 if self.mirrored() else 1
        here = self._current
        newer = last if here < 0 else min(last, here + 1)
        older = last if here < 0 else max(0, here - 1)
        moves = {
            Qt.Key.Key_Right: newer if step > 0 else older,
            Qt.Key.Key_Left: older if step > 0 else newer,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves:
            self.point_at(moves[Qt.Key(event.key())])
            if self._current >= 0:
                announce(self, self.spots()[self._current].told)
        elif event.key() == Qt.Key.Key_Escape and here >= 0:
            self.point_at(-1)
        else:
            event.ignore()

    def draw_focus(self, painter: QPainter) -> None:
        """Draw the style's mark of where the keys are."""
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.state |= QStyle.StateFlag.State_KeyboardFocusChange  # else some styles draw none after a click
            option.backgroundColor = self.palette().color(QPalette.ColorRole.Base)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)

    def draw_current(self, painter: QPainter, radius: float) -> None:
        """Draw a ring around the point that is read."""
        spots = self.spots()
        if 0 <= self._current < len(spots):
            at = spots[self._current].at
            painter.setPen(QPen(accent(self.palette()), radius / 2.5))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
            painter.drawEllipse(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
