"""One chip: a pill with a sign, a number and a word, that can be pressed in; without room the word is its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from smsdesk.ui.widgets.colours import accent

if TYPE_CHECKING:
    from collections.abc import Callable

    DrawSign = Callable[[QPainter, QRectF, QPalette], None]


class Chip(QAbstractButton):
    """A chip.

    Args:
        words: what it says of a count.
        draw_sign: draws its sign into a square; None for a chip without one.
    """

    def __init__(self, words: Callable[[int], str], draw_sign: DrawSign | None) -> None:
        super().__init__()
        self._words = words
        self._draw_sign = draw_sign
        self._count = 0
        self._short = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int) -> None:
        """Say this number."""
        self._count = count
        self.setText(self._words(count))
        self.setAccessibleName(self.text())
        self._say_shortly()

    def set_short(self, short: bool) -> None:
        """Leave the word to tooltip and screen reader, or show it."""
        if short is not self._short:
            self._short = short
            self._say_shortly()

    def width_of(self, short: bool) -> int:
        """How wide it is with or without its word."""
        return self._start() + self.fontMetrics().horizontalAdvance(self._said(short)) + self._pad()

    def height_of(self) -> int:
        """How high it is, whatever it says."""
        return round(1.55 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """Its sign and its text."""
        return QSize(self.width_of(self._short), self.height_of())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill, the sign and the text from the palette."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        mark = accent(palette)
        edge = palette.color(QPalette.ColorRole.Text)
        edge.setAlpha(110)
        fill = palette.color(QPalette.ColorRole.Base)
        if self.isChecked() or self.isDown() or self.underMouse():
            fill = QColor(mark)
            fill.setAlpha(50 if self.isChecked() or self.isDown() else 20)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(mark if marked else edge, 2 if self.hasFocus() else 1))
        painter.setBrush(fill)
        outline = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        inner = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._draw_sign is not None:
            side = self._sign()
            left = inner.right() + 1 - side if right_to_left else inner.left()
            self._draw_sign(painter, QRectF(left, (self.height() - side) / 2, side, side), palette)
            room = self._start() - self._pad()
            inner = inner.adjusted(0, 0, -room, 0) if right_to_left else inner.adjusted(room, 0, 0, 0)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        align = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        align |= Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, align, self._said(self._short))

    def _said(self, short: bool) -> str:
        return QLocale().toString(self._count) if short else self.text()

    def _say_shortly(self) -> None:
        self.setToolTip(self.text() if self._short else "")
        self.updateGeometry()
        self.update()

    def _pad(self) -> int:
        return round(0.7 * self.fontMetrics().height())

    def _sign(self) -> int:
        return round(0.72 * self.fontMetrics().height())

    def _start(self) -> int:
        """Where the text begins."""
        return self._pad() if self._draw_sign is None else self._pad() + round(1.4 * self._sign())
