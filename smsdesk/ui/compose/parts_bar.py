"""The bar under the composer: one segment for each part of the message, filled as far as the part is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.compose.filled_bar import bar_painter, draw_bar
from smsdesk.ui.widgets.colours import Meaning, accent, colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class PartsBar(QWidget):
    """Shows how many parts a text takes, and how many the gateway allows. The summary beside it says so in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._filled: tuple[float, ...] = ()
        self._most = 0

    def show_parts(self, filled: Sequence[float], most: int) -> None:
        """Show the parts of a text.

        Args:
            filled: for each part how full it is, 0 to 1.
            most: how many parts the gateway takes; those beyond it are drawn as a problem.
        """
        if (tuple(filled), most) != (self._filled, self._most):
            self._filled, self._most = tuple(filled), most
            self.update()

    def sizeHint(self) -> QSize:
        """As high as half a line of text."""
        height = max(6, round(0.45 * self.fontMetrics().height()))
        return QSize(20 * height, height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never flat."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments from the leading side."""
        count = max(self._most, len(self._filled))
        if count == 0:
            return
        painter, palette = bar_painter(self), self.palette()
        step = self.width() / count
        gap = min(8.0, step / 4)
        width = (self.width() - gap * (count - 1)) / count
        for part in range(count):
            share = min(self._filled[part], 1.0) if part < len(self._filled) else 0.0
            shade = accent(palette) if part < self._most else colour(Meaning.BAD, palette)
            draw_bar(painter, QRectF(part * (width + gap), 0, width, self.height()), share, shade, palette)
