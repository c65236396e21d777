"""A strip across the window that says one thing and offers what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from smsdesk.ui.widgets.card import Caption, Card
from smsdesk.ui.widgets.elided.at_length import say_at_length
from smsdesk.ui.widgets.named import named
from smsdesk.ui.window.on_screen import scrolled

if TYPE_CHECKING:
    from smsdesk.ui.widgets.colours import Meaning

_BETWEEN = "\n\n"
_MOST_LINES = 3


class NoticeBar(Card):
    """Hidden until it has something to say; its buttons are added once, at the end of the strip.

    Signals:
        said: this text was added to what is shown.
    """

    said = Signal(str)

    def __init__(self, name: str, meaning: Meaning, parent: QWidget | None = None) -> None:
        super().__init__(parent, meaning)
        self._text = Caption(meaning=None, wrap=True)
        self._text.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        policy.setHeightForWidth(True)  # and nothing else: its own wish, for some narrow shape, would be scrolled
        self._text.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 14, 8)
        self._words = scrolled(self._text)
        self._row.addWidget(self._words, 1)
        self._words.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width that the buttons leave."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def add_button(self, text: str, name: str) -> QPushButton:
        """Add a button at the end."""
        button = named(name, QPushButton(text))
        self._row.addWidget(button)
        return button

    def say(self, text: str, detail: str = "") -> None:
        """Show this text; "" hides the strip."""
        self._text.setText(text)
        say_at_length(self._text, detail)
        self.setVisible(bool(text))
        self._fit()

    def text(self) -> str:
        """What is shown; "" while the strip is hidden."""
        return self._text.text()

    def _fit(self) -> None:
        """Be as high as the text, up to a few lines: it takes no more from what is being done, and scrolls."""
        wanted = self._text.heightForWidth(max(self._words.viewport().width(), 1))
        # Without a text Qt has no height for it.
        self._words.setFixedHeight(max(0, min(wanted, _MOST_LINES * self.fontMetrics().lineSpacing() + 1)))

    def add(self, text: str) -> None:
        """Show this text below what is shown already; the same is not said twice."""
        said = [each for each in self._text.text().split(_BETWEEN) if each]
        if text not in said:
            self.say(_BETWEEN.join([*said, text]))
            self.said.emit(text)
