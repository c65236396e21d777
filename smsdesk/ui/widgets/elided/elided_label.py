"""A line of text that is never cut off without a sign: what does not fit ends in an ellipsis, and is the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.at_length import say_at_length
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST = 8
"""Characters that are always there."""


class ElidedLabel(Caption):
    """One line; `text` gives it whole, and so does a screen reader."""

    def __init__(self, text: str = "", meaning: Meaning | None = Meaning.IDLE) -> None:
        super().__init__(text, meaning)
        self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def setText(self, text: str) -> None:
        """Show this line."""
        super().setText(text)
        self._tell()

    def set_more(self, more: str) -> None:
        """Say this when pointed at, below what did not fit; text from outside is plain text there too."""
        self._more = more
        self._tell()

    def elided(self) -> str:
        """The line as it is seen."""
        return elided(self.fontMetrics(), self.text(), self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST * self.fontMetrics().averageCharWidth()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say at once what does no more fit."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line as far as it fits, from the side from which the window is read."""
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.contentsRect(), align, self.palette(), self.isEnabled(), self.elided(),
            QPalette.ColorRole.WindowText,
        )  # fmt: skip

    def _tell(self) -> None:
        cut = self.elided() != self.text()
        say_at_length(self, "\n".join(filter(None, [self.text() if cut else "", self._more])))
