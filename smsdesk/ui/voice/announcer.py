"""Says a sentence by the screen reader, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.ui.text.directions import without_directions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PAUSE_MS = 1500  # after the last key


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have the screen reader say this when it has finished its sentence, or at once.

    What sets directions apart is for the eye; some readers would name it.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # hundreds of names, and a start says nothing

    event = QAccessibleAnnouncementEvent(widget, without_directions(text))
    polite = QAccessible.AnnouncementPoliteness
    event.setPoliteness(polite.Assertive if at_once else polite.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """The one voice of a window.

    Args:
        window: whose voice it is.
        pause_ms: how long nothing must have happened before `say_after_pause` speaks.

    Signals:
        said: this sentence, and whether it interrupted what was being read.
    """

    said = Signal(str, bool)

    def __init__(self, window: QWidget, pause_ms: int = _PAUSE_MS) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = ""
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._say_waiting)

    def say(self, text: str, *, at_once: bool = False) -> None:
        """Say this when the screen reader has finished its sentence, or at once: it can't wait."""
        if not text:
            return
        announce(self._window, text, at_once=at_once)
        self.said.emit(text, at_once)

    def say_after_pause(self, text: str) -> None:
        """Say this once nothing more is asked for; the newest alone, and "" for nothing."""
        self._waiting = text
        self._pause.start()

    def _say_waiting(self) -> None:
        text, self._waiting = self._waiting, ""
        self.say(text)
