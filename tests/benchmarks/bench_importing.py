"""A file of 100,000 people through the window: how long, how often held, how much memory. Prints; judges nothing.

Each kind of file is read by a program of its own, so that memory is told apart; and side by side with a bare loop of
the same reader and `phonenumbers`, in a process of its own too.
"""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench_reading import ROWS, _bare_csv, _bare_xlsx, _csv, _xlsx

if TYPE_CHECKING:
    from smsdesk.app import Program

LIMIT_S = 240
KINDS = {"XLSX": (_xlsx, _bare_xlsx), "CSV": (_csv, _bare_csv)}


def main() -> None:
    """Print the figures of this machine."""
    if len(sys.argv) > 1:
        (bare if sys.argv[1] == "bare" else through_the_window)(sys.argv[2])
        return
    for kind in KINDS:
        for part in ("bare", "window"):
            run = [sys.executable, "-m", "tests.benchmarks.bench_importing", part, kind]
            subprocess.run(run, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def numbers() -> list[str]:
    return [f"9{1 + row % 8}{row % 10**6:06d}" for row in range(ROWS)]


def bare(kind: str) -> None:
    """The reader and `phonenumbers`, and nothing else."""
    make, loop = KINDS[kind]
    data = make(numbers())
    began, cpu = time.perf_counter(), time.process_time()
    loop(data)
    print(
        f"{ROWS:,} rows of {kind}: bare loop {time.perf_counter() - began:.2f} s, CPU {time.process_time() - cpu:.2f} s"
    )


def through_the_window(kind: str) -> None:
    """Open it as somebody at the desk does."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from smsdesk.accounts.credentials import MemoryVault
    from smsdesk.app import Program
    from smsdesk.ui.text.languages import Languages
    from tests.benchmarks.bench_event_loop import make_account

    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name:
        folder = Path(name)
        (folder / f"people.{kind.lower()}").write_bytes(KINDS[kind][0](numbers()))
        vault = MemoryVault()
        make_account(folder, {"user": "u", "password": "p", "address": "http://127.0.0.1:9"}, vault)
        program = Program(application, folder, lambda: vault, Languages(application, QLocale()))
        gc.freeze()  # as the program's start does
        program.tasks.spawn(work(program, folder / f"people.{kind.lower()}"), program.window)
        program.run()


async def work(program: Program, path: Path) -> None:
    """Look at it, choose otherwise, and take its people."""
    from PySide6.QtWidgets import QComboBox, QPushButton

    from smsdesk.ui.importing.import_dialog import ImportDialog

    def dialog() -> ImportDialog | None:
        return next((each for each in program.window.findChildren(ImportDialog) if each.isVisible()), None)

    def shown() -> bool:
        found = dialog()
        return found is not None and found.findChild(QPushButton, "takePeopleButton").isEnabled()

    try:
        async with asyncio.timeout(LIMIT_S):
            await asyncio.sleep(1.5)
            empty = rss_mb()
            await measured("  to its checked rows", partial(program.desks.open_files, [path]), shown)
            print(
                f"  memory {rss_mb() - empty:.0f} MB above the empty window, at most {rss_mb('VmHWM') - empty:.0f} MB"
            )
            opened = dialog()
            assert opened is not None
            role = opened.findChild(QComboBox, "roleCombo3")
            role.setCurrentIndex(role.findText("Leave out"))
            await measured("  another role", lambda: role.activated.emit(role.currentIndex()), shown)
            country = opened.findChild(QComboBox, "importCountryCombo")
            await measured("  another country", lambda: country.set_country("KW"), shown)
            await measured("  and back", lambda: country.set_country("OM"), shown)
            chip = opened.findChild(object, "chipReady")
            await measured("  one chip", chip.click, shown)
            take = opened.findChild(QPushButton, "takePeopleButton")
            listed = program.window.recipients
            await measured("  taken", take.click, lambda: dialog() is None and listed.ready > ROWS // 2)
            print(
                f"  memory {rss_mb() - empty:.0f} MB above the empty window, at most {rss_mb('VmHWM') - empty:.0f} MB"
            )
    finally:
        program.window.close()


async def measured(name: str, begin, done) -> None:  # noqa: ANN001 - two functions
    """Do it, and print how long it took and how long the window was held meanwhile."""
    from tests.benchmarks.bench_event_loop import Pulse

    pulse = Pulse()
    began, cpu = time.perf_counter(), time.process_time()
    begin()
    await asyncio.sleep(0)
    while not done():
        await asyncio.sleep(0.01)
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    await asyncio.sleep(0.3)
    pulse.stop()
    over = sum(gap > 50 for gap in pulse.gaps_ms)
    print(f"{name:24}{seconds:6.2f} s, CPU {spent:5.2f} s, held {max(pulse.gaps_ms):6.1f} ms, {over} times over 50")


def rss_mb(field: str = "VmRSS") -> float:
    """What this process has in memory, or had at most; 0 where the system does not say it like Linux."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(field + ":")), 0.0)


if __name__ == "__main__":
    main()
