"""Starting side by side with a bare PySide6 window: seconds until ready, and memory. Prints; judges nothing."""

from __future__ import annotations

import json
import mmap
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
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 7
LIMIT_S = 60
ANNOUNCEMENTS = 1000
DELIVERIES = 10

# Ready means the same as in the program: shown, and the event loop has come round once. What measures is imported
# afterwards, and where the system tells the memory as a file, the memory is read before that.
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def ready():
    global ready_at
    ready_at = time.monotonic()
    application.exit(0)

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1180, 800)
window.show()
QTimer.singleShot(0, ready)
application.exec()
pages = ""
if sys.platform == "linux":
    with open("/proc/self/statm") as file:
        pages = file.read().split()[1]
from smsdesk.support.startup_report import startup_report
print(startup_report(ready_at))
print(pages)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the beginning of the process until the window was ready, and its memory in MiB."""

    ready_s: float
    rss_mb: float


def main() -> None:
    """Print the figures of this machine."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name:
        folder = Path(name)
        history = folder / "history"
        make_history(history)
        variables = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        # From the second start on, Python reads the bytecode it has kept; here it shall keep it in our folder.
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        if sys.platform == "linux" and not (variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")):
            variables.setdefault("QT_QPA_PLATFORM", "offscreen")
        fresh = (folder / f"fresh-{number}" for number in range(ROUNDS + 1))
        starts = measured(
            {
                "bare PySide6 window": lambda: start(variables, "-c", BARE),
                "smsdesk, fresh profile": lambda: start(variables, *report_of(next(fresh))),
                f"smsdesk, {ANNOUNCEMENTS:,} x {DELIVERIES} in history": lambda: start(variables, *report_of(history)),
            }
        )
    print(f"start-up: medians of {ROUNDS} in turns after a warm-up")
    print(f"{'':36}{'ready, s':>10}{'':>8}{'memory, MiB':>14}")
    bare, *_ = starts.values()
    for name, median in starts.items():
        ratios = f"{median.ready_s / bare.ready_s:7.2f}x", f"{median.rss_mb / bare.rss_mb:7.2f}x"
        print(f"  {name:34}{median.ready_s:10.3f}{ratios[0]}{median.rss_mb:14.1f}{ratios[1]}")


def measured(variants: dict[str, Callable[[], Start]]) -> dict[str, Start]:
    """The medians of each, taken in turns, so that a busy moment hits all."""
    for once in variants.values():
        once()
    rounds = [[once() for once in variants.values()] for _ in range(ROUNDS)]
    return {name: median(column) for name, column in zip(variants, zip(*rounds, strict=True), strict=True)}


def median(starts: Sequence[Start]) -> Start:
    """Each figure's own median."""
    return Start(statistics.median(each.ready_s for each in starts), statistics.median(each.rss_mb for each in starts))


def report_of(profile: Path) -> tuple[str, ...]:
    """The arguments with which the program measures itself."""
    return "-m", "smsdesk", "--profile", str(profile), "--startup-report"


def start(variables: dict[str, str], *arguments: str) -> Start:
    """Run Python once and read what it reports."""
    done = subprocess.run(
        [sys.executable, *arguments], env=variables, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{arguments[:2]} ended with {done.returncode}: {done.stderr}")
    report, *more = done.stdout.splitlines()
    figures = json.loads(report)
    pages = int(more[0]) if more and more[0] else 0
    return Start(figures["ready_s"], pages * mmap.PAGESIZE / 2**20 or figures["rss_mb"])


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
    database.close()


if __name__ == "__main__":
    main()
