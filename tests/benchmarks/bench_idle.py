"""What a window takes that nobody touches: processor time and wake-ups a second, with and without a poller.

The loop that qasync takes on Windows has a thread that asks its completion port a hundred times a second whether there
is news. The same thread is played here (on an empty socket), beside the loop that smsdesk takes on every system, which
sleeps until Qt wakes it. Prints; judges nothing. Needs Linux, which counts both.

    python -m tests.benchmarks.bench_idle
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETTLED_S = 8  # everything is loaded by then, and the data file checked
WATCHED_S = 30

START = """
import sys
import smsdesk.ui
from smsdesk.launch import main
sys.exit(main(["--profile", sys.argv[1]]))
"""

POLLER = """
import select, socket
import smsdesk.ui
from PySide6.QtCore import QThread

class Poller(QThread):
    def run(self):
        ours, theirs = socket.socketpair()
        while True:
            select.select([ours], [], [], 0.01)

poller = Poller()
poller.start()
"""


def main() -> None:
    if sys.platform != "linux":
        print("only Linux counts wake-ups of a process")
        return
    for title, code in (("as it is", START), ("with a poller beside it", POLLER + START)):
        cpu_ms, wakes = idle(code)
        print(f"{title:<24} {cpu_ms:6.2f} ms of processor time a second   {wakes:6.1f} wake-ups a second")


def idle(code: str) -> tuple[float, float]:
    """Start the program, leave it alone, and give what a second of that took: ms of processor time, and wake-ups."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([sys.executable, "-c", code, folder])
        try:
            time.sleep(SETTLED_S)
            before = counted(process.pid)
            time.sleep(WATCHED_S)
            after = counted(process.pid)
        finally:
            process.kill()
            process.wait()
    spent_ns = sum(spent - before.get(thread, (0, 0))[0] for thread, (spent, _) in after.items())
    wakes = sum(woken - before.get(thread, (0, 0))[1] for thread, (_, woken) in after.items())
    return spent_ns / 1e6 / WATCHED_S, wakes / WATCHED_S


def counted(process: int) -> dict[str, tuple[int, int]]:
    """Nanoseconds of processor time so far, and how often it went to sleep, by thread."""
    found = {}
    for task in Path(f"/proc/{process}/task").iterdir():
        slept = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (task / "status").read_text(), re.MULTILINE)
        found[task.name] = int((task / "schedstat").read_text().split()[0]), int(slept[1]) if slept else 0
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
