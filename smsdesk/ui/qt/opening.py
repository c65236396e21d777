"""Showing the window for the first time, and when that was done."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from smsdesk.ui.qt.garbage import GarbageCollection

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from smsdesk.ui.qt.loader import Loader

_PAINTED_BY_MS = 2_000
"""A screen that does not ask for the picture, as of a minimised window, is waited for no longer."""


class Opening(QObject):
    """Runs the first event loop: until the rest of the program is loaded, or only until the first picture is there.

    Attributes:
        painted_at: `time.monotonic()` when the window had been painted; None as long as no screen asked for that.
        ready_at: the same when it accepted input.
    """

    def __init__(self, application: QApplication, window: QWidget, loader: Loader) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._loader = loader
        self._then: Callable[[], None] | None = None
        self.painted_at: float | None = None
        self.ready_at: float | None = None
        loader.loaded.connect(self._leave, Qt.ConnectionType.QueuedConnection)

    def until_loaded(self) -> None:
        """Show the window, and load what the first picture does not need while it is in use."""
        self._show(self._loader.start)

    def until_painted(self) -> None:
        """Show the window and load nothing more."""
        self._show(self._leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first painting."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)  # what is in the window is painted right after it
        return super().eventFilter(watched, event)

    def _show(self, then: Callable[[], None]) -> None:
        """`then` is done once there is a picture: the first thread that loads anything would hold it up."""
        self._then = then
        self._window.installEventFilter(self)
        self._window.show()
        QTimer.singleShot(0, self, self._ready)
        QTimer.singleShot(_PAINTED_BY_MS, self, self._go_on)
        self._application.exec()

    def _ready(self) -> None:
        self.ready_at = time.monotonic()
        GarbageCollection(self._window)
        if self.painted_at is not None:
            self._go_on()

    def _painted(self) -> None:
        self.painted_at = time.monotonic()
        if self.ready_at is not None:
            self._go_on()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _leave(self) -> None:
        self._application.exit(0)
