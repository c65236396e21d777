"""Garbage is collected on the window's thread alone, and never for long while somebody looks.

Python collects on whichever thread happens to allocate. A dialog that is part of a reference cycle would then be
destroyed on a lane's thread, its timers would stay behind, and the program would crash.

A collection looks at all that is not frozen: with 50,000 people on the list it would hold the window for 60 ms, every
few seconds. So a crowd of new objects is frozen unseen: that is a list, and goes without any collection. What became
garbage among it is collected when the window goes to the background.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS: Final = 10_000
_CROWD: Final = 15_000
"""Objects made since the last collection: looking at so many takes less than ten milliseconds."""


class GarbageCollection(QObject):
    """From now on, collect every few seconds on this thread and never on another, as long as `owner` lives."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self._frozen_unseen = False
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def collect(self) -> None:
        """Collect what is garbage, unless thousands of objects are new."""
        made, _, _ = gc.get_count()
        if made > _CROWD:
            self._frozen_unseen = True
            gc.freeze()
        else:
            gc.collect()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if self._frozen_unseen and state is not Qt.ApplicationState.ApplicationActive:
            self._frozen_unseen = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()  # what is left stays: the list that it was frozen for, too
