"""An amount in large figures, its unit smaller beside it: one of the two largest things of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption

from smsdesk.ui.widgets.elided.elided_label import ElidedLabel
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.ui.widgets.colours import Meaning

from smsdesk.ui.text.formatting import decimal

_SCALES: Final = (2.15, 1.8, 1.5, 1.25, 1.0)
"""The figures' size, as a share of the window's text: the largest that fits."""

_WORDS: Final = 1.5
_UNIT: Final = 0.53
"""The unit's size, as a share of the figures', and no smaller than the window's text."""


class AmountLabel(ElidedLabel):
    """`text` is the whole, like 1,234.56 credits. It shrinks before it is elided, and its height never changes."""

    def __init__(self) -> None:
        super().__init__(meaning=None)
        self._figures = ""

    def show_amount(self, told: str, value: Decimal) -> None:
        """Show an amount with its unit, whose figures are this value."""
        self._figures = decimal(value)
        self.setText(told)

    def show_words(self, told: str, meaning: Meaning | None = None) -> None:
        """Show what stands in an amount's place."""
        self._figures = ""
        self.setText(told)
        self.set_meaning(meaning)

    def sizeHint(self) -> QSize:
        """As wide as it is in the largest size."""
        width = self._laid_out(self.text(), self._scales()[0]).boundingRect().width()
        return QSize(round(width) + 2, round(QFontMetricsF(self._font(_SCALES[0])).height()))

    def elided(self) -> str:
        """The amount as it is seen."""
        whole, width = self.text(), self.contentsRect().width()
        if not whole or self._widest_that_fits() is not None:
            return whole
        metrics = QFontMetricsF(self._font(self._scales()[-1]))
        return elided(metrics, whole, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, on the side from which the window is read."""
        layout = self._laid_out(self.elided(), self._widest_that_fits() or self._scales()[-1])
        room, size = self.contentsRect(), layout.boundingRect()
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = room.right() + 1 - size.width() if right else room.left()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(left, room.top() + (room.height() - size.height()) / 2))

    def _widest_that_fits(self) -> float | None:
        room = self.contentsRect().width()
        fitting = (each for each in self._scales() if self._laid_out(self.text(), each).boundingRect().width() <= room)
        return next(fitting, None)

    def _scales(self) -> tuple[float, ...]:
        return _SCALES if self._figures else tuple(each for each in _SCALES if each <= _WORDS)

    def _font(self, scale: float) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * scale)
        return font

    def _laid_out(self, told: str, scale: float) -> QTextLayout:
        layout = QTextLayout(told, self._font(scale))
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        at = told.find(self._figures) if self._figures else -1
        if at >= 0:
            layout.setFormats([*self._small(0, at, scale), *self._small(at + len(self._figures), len(told), scale)])
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(QFontMetricsF(self._font(scale)).horizontalAdvance(told) + 1)
            line.setLineWidth(line.naturalTextWidth() + 1)
        layout.endLayout()
        return layout

    def _small(self, start: int, end: int, scale: float) -> list[QTextLayout.FormatRange]:
        if end <= start:
            return []
        small = QTextLayout.FormatRange()
        small.start, small.length = start, end - start
        small.format = QTextCharFormat()
        small.format.setFont(self._font(max(1.0, scale * _UNIT)))
        return [small]
