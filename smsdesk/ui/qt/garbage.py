"""Garbage is collected on the window's thread alone.

Python collects on whichever thread happens to allocate. A dialog that is part of a reference cycle would then be
destroyed on a lane's thread, its timers would stay behind, and the program would crash.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_EVERY_MS = 10_000


def collect_on_this_thread(owner: QObject) -> QTimer:
    """From now on, collect every few seconds on this thread and never on another, as long as `owner` lives."""
    gc.disable()
    timer = QTimer(owner, interval=_EVERY_MS)
    timer.timeout.connect(gc.collect)
    timer.start()
    return timer
