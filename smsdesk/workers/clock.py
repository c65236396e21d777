"""How much time has passed: no change of the computer's clock shows in it, and the time that it slept does."""

from __future__ import annotations

import sys
import time

# What `time.monotonic` reads stands still in sleep, except on Windows. On Linux only the first of these does not; on
# macOS, which has not got it, the second one goes on.
_GOES_ON_IN_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def elapsed_s() -> float:
    """Seconds since some moment of the past, for telling how long something took or has waited."""
    now_s = time.monotonic()
    if sys.platform != "win32" and _GOES_ON_IN_SLEEP is not None:
        now_s = time.clock_gettime(_GOES_ON_IN_SLEEP)
    return now_s
