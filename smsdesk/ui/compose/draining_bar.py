"""A thin bar that drains while something can be taken back, and fills while it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from smsdesk.ui.compose.filled_bar import bar_painter, draw_bar
from smsdesk.ui.widgets.colours import accent

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class DrainingBar(QWidget):
    """Says nothing that does not stand beside it in words; it keeps its room when there is nothing to draw."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share: float | None = None

    @property
    def share(self) -> float | None:
        """How full it is, 0 to 1; None where nothing is drawn."""
        return self._share

    def show_share(self, share: float | None) -> None:
        """Fill it so far, 0 to 1; None for nothing at all."""
        if share != self._share:
            self._share = None if share is None else min(max(share, 0.0), 1.0)
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a third of a line of text."""
        height = max(4, round(0.35 * self.fontMetrics().height()))
        return QSize(20 * height, height)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never flat."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it from the leading side."""
        if self._share is None:
            return
        painter = bar_painter(self)
        draw_bar(painter, QRectF(self.rect()), self._share, accent(self.palette()), self.palette())
