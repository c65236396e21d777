"""A heading that counts: "214 people", with the number larger than the word, wherever a language puts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from smsdesk.ui.widgets.card import set_bold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NUMBER = re.compile(r"\d[\d.,'’\u00a0\u202f\u066c]*(?<=\d)|\d")
_NUMBER_SCALE: Final = 1.7
_WORD_SCALE: Final = 1.15


class CountHeading(QLabel):
    """To everybody but the eye it is a label with plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_bold(self)
        self._drawn: tuple[str, QFont, Qt.LayoutDirection] | None = None
        self._layout = QTextLayout()

    def sizeHint(self) -> QSize:
        """As large as the text is drawn."""
        size = self._laid_out().boundingRect().size()
        return QSize(int(size.width()) + 2, int(size.height()) + 1)

    def minimumSizeHint(self) -> QSize:
        """The whole of it: a number is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text from the leading edge."""
        layout = self._laid_out()
        size = layout.boundingRect().size()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - size.width() if mirrored else 0.0
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(left, (self.height() - size.height()) / 2))

    def _laid_out(self) -> QTextLayout:
        """As it is drawn now; laid out once, though whatever holds it asks for its size again and again."""
        drawn = self.text(), self.font(), self.layoutDirection()
        if drawn != self._drawn:
            self._drawn, self._layout = drawn, self._lay_out(*drawn)
        return self._layout

    def _lay_out(self, text: str, font: QFont, direction: Qt.LayoutDirection) -> QTextLayout:
        word = QFont(font)
        word.setPointSizeF(word.pointSizeF() * _WORD_SCALE)
        layout = QTextLayout(text, word)
        option = QTextOption()
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        if found := _NUMBER.search(text):
            large, span = QTextCharFormat(), QTextLayout.FormatRange()
            number = QFont(word)
            number.setPointSizeF(font.pointSizeF() * _NUMBER_SCALE)
            large.setFont(number)
            span.start, span.length, span.format = found.start(), len(found[0]), large
            layout.setFormats([span])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout
