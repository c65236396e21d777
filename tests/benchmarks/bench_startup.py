"""Starting side by side with a bare PySide6 window: processor time until ready, and the most memory it took.

The same machine gives other seconds from minute to minute, so each start is held against the bare window started just
before it, and what is printed are medians of those ratios. Prints; judges nothing. Needs a system with `wait4`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.sending.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CPU_BOUND = 3.0
"""How many times a bare window's processor time a start may take, until account, draft and history are shown."""

MEMORY_BOUND = 1.8
"""The same of the memory at that moment."""

ROUNDS = 15
ANNOUNCEMENTS = 1000
DELIVERIES = 10

# Ready means the same as in the program: shown, and the event loop has come round once.
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1180, 800)
window.show()
QTimer.singleShot(0, lambda: application.exit(0))
application.exec()
"""

# What comes after ready, while the window is in use: the rest of the program is loaded before it leaves.
ALL_LOADED = """
import gc, sys
gc.disable()
import smsdesk.ui
from smsdesk.launch import main
from smsdesk.ui.qt.opening import Opening
Opening.until_painted = Opening.until_loaded
sys.exit(main(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What one process took.

    Attributes:
        cpu_s: seconds of processor time, user and system.
        memory_mb: the most resident memory, in MiB.
        report: what the program said of itself; empty for the bare window.
    """

    cpu_s: float
    memory_mb: float
    report: dict[str, float | None]


def main() -> None:
    """Print the figures of this machine."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name:
        folder = Path(name)
        history = folder / "history"
        make_history(history)
        variables = variables_of(folder)
        fresh = (folder / f"fresh-{number}" for number in range(ROUNDS + 1))
        starts = measured(
            {
                "bare PySide6 window": lambda: start(variables, "-c", BARE),
                f"ready, {ANNOUNCEMENTS:,} x {DELIVERIES} in history": lambda: start(variables, *report_of(history)),
                "the same, and all loaded": lambda: start(variables, "-c", ALL_LOADED, *report_of(history)[2:]),
                "ready, new profile": lambda: start(variables, *report_of(next(fresh))),
            }
        )
    show("start-up", starts)
    print(f"wanted of the second line: at most {CPU_BOUND:g}x the processor time and {MEMORY_BOUND:g}x the memory")


def show(title: str, starts: dict[str, list[Start]]) -> None:
    """Print a line for each kind of start; ratios are to the first kind."""
    print(f"{title}: medians of {ROUNDS} rounds, in turns after a warm-up; ratios are those of the same round")
    print(f"{'':36}{'processor, ms':>14}{'':>8}{'memory, MiB':>14}{'':>8}{'painted, s':>12}{'ready, s':>10}")
    first, *_ = starts.values()
    for name, column in starts.items():
        print(f"  {name:34}{line(first, column)}")


def line(first: Sequence[Start], column: Sequence[Start]) -> str:
    """The medians of one kind of start, and of its ratios to the first kind."""
    pairs = list(zip(column, first, strict=True))
    cpu_ratio = statistics.median(each.cpu_s / other.cpu_s for each, other in pairs)
    memory_ratio = statistics.median(each.memory_mb / other.memory_mb for each, other in pairs)
    cpu_ms = statistics.median(each.cpu_s for each in column) * 1000
    memory_mb = statistics.median(each.memory_mb for each in column)
    figures = f"{cpu_ms:14.0f}{cpu_ratio:7.2f}x{memory_mb:14.1f}{memory_ratio:7.2f}x"
    for name, width in (("painted_s", 12), ("ready_s", 10)):
        known = [value for each in column if (value := each.report.get(name)) is not None]
        figures += f"{statistics.median(known):{width}.3f}" if known else ""
    return figures


def measured(variants: dict[str, Callable[[], Start]]) -> dict[str, list[Start]]:
    """All starts of each kind, taken in turns, so that a busy moment hits all."""
    for once in variants.values():
        once()
    rounds = [[once() for once in variants.values()] for _ in range(ROUNDS)]
    return {name: list(column) for name, column in zip(variants, zip(*rounds, strict=True), strict=True)}


def report_of(profile: Path) -> tuple[str, ...]:
    """The arguments with which the program comes up, reports and leaves."""
    return "-m", "smsdesk", "--profile", str(profile), "--startup-report"


def variables_of(folder: Path) -> dict[str, str]:
    """The environment: from the second start on Python reads the bytecode it has kept, and it keeps it in `folder`."""
    variables = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not (variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")):
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def start(variables: dict[str, str], *arguments: str) -> Start:
    """Run Python once, and ask the system what that took."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([sys.executable, *arguments], env=variables, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{arguments[0]} ended with {process.returncode}")
        out.seek(0)
        said = out.read()
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    return Start(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, json.loads(said) if said.strip() else {})


def make_history(profile: Path) -> None:
    """A profile as the program itself would have left it: every delivery handed over and accepted."""
    profile.mkdir()
    database = Database(profile / "smsdesk.db")
    account = Account(
        id=new_account_id(),
        name="Front desk",
        provider="smsoffice",
        user_name="bench",
        senders=("SMSDESK",),
        address="http://127.0.0.1:9",
        country="OM",
    )
    AccountStore(database).save(account).result()
    outbox = Outbox(database)
    people = tuple(Recipient(f"+9689000{number:04}") for number in range(DELIVERIES))
    verdicts = [Verdict(Outcome.ACCEPTED, message_id=f"m{number}") for number in range(DELIVERIES)]
    for number in range(ANNOUNCEMENTS):
        text = f"The office stays closed on Sunday ({number})."
        announcement = outbox.add(Announcement(account.id, text, "SMSDESK", 1, people)).result()
        claim = outbox.claim(announcement, DELIVERIES)
        if claim is None:
            raise SystemExit("the outbox lost an announcement")
        outbox.record(claim, verdicts)
    people_written = (DraftPerson("90000012", "Amal"), DraftPerson("+968 9000 0013"))
    DraftStore(database).save(Draft(account.id, "SMSDESK", "The office stays closed", people_written)).result()
    database.close()


if __name__ == "__main__":
    main()
