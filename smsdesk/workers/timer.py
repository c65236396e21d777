"""Something that shall be done later, unless it is cancelled; no end of the program waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def start_timer(after_s: float, call: Callable[[], object]) -> threading.Timer:
    """Call this after so many seconds, on a daemon thread of its own."""
    alarm = threading.Timer(after_s, call)
    alarm.daemon = True
    alarm.start()
    return alarm
