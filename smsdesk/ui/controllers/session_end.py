"""The system wants the program gone: the user logs out, or shuts the computer down."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.ui.controllers.closing import Closing


class Session(Protocol):
    """What is used of `QSessionManager`."""

    def cancel(self) -> None:
        """Ask the system to let the session go on."""


class SessionEnd(QObject):
    """Answers Qt's `commitDataRequest`.

    Args:
        parent: what this is gone with.
        closing: gives what asks, where asking is possible: that of the window which is there then.
        end_now: ends the program while the system waits; it takes a few seconds at most.
        platform: as in `sys.platform`.
    """

    def __init__(
        self,
        parent: QObject,
        closing: Callable[[], Closing],
        end_now: Callable[[], object],
        platform: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._closing = closing
        self._end_now = end_now
        self._platform = platform

    def commit(self, session: Session) -> None:
        """Be ready to be ended when this returns.

        Windows ends the program then, whatever it still has to do in its event loop. macOS asks this way for every
        Quit, from the Dock too: there the user is asked as ever, and what needs no question is told in Qt's next event.
        """
        if self._platform != "darwin":
            self._closing().session_ends()
            self._end_now()
        elif self._closing().asks_first():
            session.cancel()
