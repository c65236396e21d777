"""How long the start took and how much memory it holds, as the operating system counts them."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Final

_IMPORTED_AT: Final = time.monotonic()


def startup_report(ready_at: float, painted_at: float | None = None) -> str:
    """One line of JSON.

    Args:
        ready_at: `time.monotonic()` of the moment when the window accepted input.
        painted_at: the same of the moment when the window had been painted; None if it never was.

    Returns:
        `painted_s` and `ready_s`, seconds from the start of this process, and `rss_mb`, its resident memory in MiB.
    """
    age_s, now = _age_s(), time.monotonic()

    def after_s(moment: float) -> float:
        return round(age_s - (now - moment), 3)

    painted_s = None if painted_at is None else after_s(painted_at)
    return json.dumps({"painted_s": painted_s, "ready_s": after_s(ready_at), "rss_mb": round(_rss_mb(), 1)})


def _age_s() -> float:
    """Seconds since this process began; where the system won't say, since this module was imported."""
    # Asked of `sys.platform` itself, so that the types are checked for the system that is meant.
    age_s = time.monotonic() - _IMPORTED_AT
    if sys.platform == "linux":
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        age_s = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    elif sys.platform == "win32":
        import ctypes

        created, *others = (ctypes.c_uint64() for _ in range(4))
        kernel = ctypes.windll.kernel32
        handle = ctypes.c_void_p(kernel.GetCurrentProcess())
        if kernel.GetProcessTimes(handle, ctypes.byref(created), *(ctypes.byref(each) for each in others)):
            since_1601_s = created.value / 1e7
            age_s = time.time() + 11_644_473_600 - since_1601_s
    return age_s


def _rss_mb() -> float:
    rss_mb = 0.0
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text()
        rss_mb = int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
    elif sys.platform == "win32":
        import ctypes

        counters = (ctypes.c_size_t * 10)()  # PROCESS_MEMORY_COUNTERS: two 32-bit fields, then sizes
        counters[0] = ctypes.sizeof(counters)
        handle = ctypes.c_void_p(ctypes.windll.kernel32.GetCurrentProcess())
        if ctypes.windll.psapi.GetProcessMemoryInfo(handle, ctypes.byref(counters), ctypes.sizeof(counters)):
            rss_mb = counters[2] / 2**20
    else:
        import resource

        rss_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # bytes on macOS; the peak
    return rss_mb
