"""Text in a place that does not grow: what does not fit ends in an ellipsis, and is the tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.at_length import say_at_length
from smsdesk.ui.widgets.elided.elision import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST = 12
"""Characters that are always there."""


class FewLines(Caption):
    """So many lines and no more; `text` gives all of it, and so does a screen reader.

    Args:
        lines: how many have room, whether there is text for them or not.
        meaning: what the colour says.
    """

    def __init__(self, lines: int = 1, meaning: Meaning | None = Meaning.IDLE) -> None:
        super().__init__("", meaning)
        self._lines = lines
        self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show this."""
        if text != self.text():
            super().setText(text)
            self._tell()

    def set_more(self, more: str) -> None:
        """Say this when pointed at, below what did not fit; text from outside is plain text there too."""
        if more != self._more:
            self._more = more
            self._tell()

    def shown(self) -> list[str]:
        """The lines as they are seen."""
        width, metrics = self.contentsRect().width(), self.fontMetrics()
        text = self.text()
        if metrics.horizontalAdvance(text) <= width:
            return [text] if text else []
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while len(lines) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            start = line.textStart()
            last = len(lines) + 1 == self._lines
            lines.append(text[start:] if last else text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return [elided(metrics, each, width) for each in lines]

    def sizeHint(self) -> QSize:
        """As wide as the text, as high as its lines."""
        metrics = self.fontMetrics()
        whole = metrics.horizontalAdvance(self.text()) + 1
        wide = whole if self._lines == 1 else min(whole, round(1.2 * whole / self._lines))
        return QSize(wide, self._lines * metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST * self.fontMetrics().averageCharWidth()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say at once what does no more fit."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines as far as they fit, from the side from which the window is read."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics, lines = self.fontMetrics(), self.shown()
        step, right = metrics.lineSpacing(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        top = (self.height() - step * max(len(lines), 1)) / 2 + metrics.ascent()
        for place, line in enumerate(lines):
            left = self.width() - metrics.horizontalAdvance(line) if right else 0
            painter.drawText(QPointF(left, top + place * step), line)

    def _tell(self) -> None:
        shown = "".join("".join(self.shown()).split())
        cut = shown != "".join(self.text().split())
        say_at_length(self, "\n".join(filter(None, [self.text() if cut else "", self._more])))
