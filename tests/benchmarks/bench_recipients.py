"""The recipient list with many people: how long the window is held, and the memory it takes. Prints; judges nothing.

The longest hold is the longest time from one beat of a timer in the event loop to the next, painting included, until
all is read; "own" is the processor time that the window's thread itself had between two beats, which a busy machine
doesn't stretch; "in all" is how long it takes until everything is read.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QItemSelectionModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView

from smsdesk.domain.draft import DraftPerson
from smsdesk.domain.phone_numbers import Verdict
from smsdesk.store.rows import draft_of, people_kept
from smsdesk.ui.qt.garbage import GarbageCollection
from smsdesk.ui.recipients.list_reading import ListReading
from smsdesk.ui.recipients.recipients_model import RecipientsModel
from smsdesk.ui.recipients.recipients_pane import RecipientsPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MANY = 100_000
LIMIT_S = 120
NAMES = ("Amal", "Said", "Huda", "Nasser", "Maryam", "Khalid", "Fatma", "Ahmed", "أمل", "سعيد")


class Bench:
    """A recipients pane in a window of its own."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.pane = RecipientsPane()
        self.pane.resize(700, 600)
        self.pane.show()
        self.reading = self.pane.findChild(ListReading)
        self.model = self.pane.findChild(RecipientsModel)
        self.table = self.pane.findChild(QTableView, "recipientsTable")
        self.box = self.pane.findChild(QPlainTextEdit, "recipientsInput")
        self.model.reread("OM", None)
        self._collecting = GarbageCollection(self.pane)
        gc.collect()
        gc.freeze()  # as the program's start does
        self._gaps: list[tuple[float, float]] = []
        self._timer = QTimer(interval=0, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = self._last_own = 0.0

    def hold(self, name: str, work: Callable[[], object]) -> None:
        """Do something, and print how long it held the window."""
        self._settle(0.2)
        self._gaps.clear()
        self._last = began = time.perf_counter()
        self._last_own = time.thread_time()
        self._timer.start()
        QTimer.singleShot(0, work)
        self._settle(0.05)
        while self.reading.busy and time.perf_counter() < began + LIMIT_S:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        in_all = time.perf_counter() - began
        self._settle(0.2)
        self._timer.stop()
        held, own = (max(gaps) * 1000 for gaps in zip(*self._gaps, strict=True))
        counts = self.model.recipients.counts
        print(f"  {name:44}{held:8.1f}{own:8.1f}{in_all * 1000:10.0f}{counts.people:10,}{rss_mb():8.0f}")

    def paste(self, text: str) -> None:
        """Paste a text into the box, and press Enter if it is there still."""
        QApplication.clipboard().setText(text)
        self.box.paste()
        QTest.keyClick(self.box, Qt.Key.Key_Return)

    def edit(self, row: int, column: int, text: str) -> None:
        """Type into a cell."""
        self.model.setData(self.model.index(row, column), text)

    def delete(self, rows: Sequence[int]) -> None:
        """Delete the rows with these places."""
        self.model.delete(rows)

    def scroll(self) -> None:
        """Page down fifty times, painting each page."""
        bar = self.table.verticalScrollBar()
        for page in range(50):
            bar.setValue(page * bar.maximum() // 50)
            self.table.viewport().repaint()

    def _settle(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self._application.processEvents()

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self._gaps.append((now - self._last, own - self._last_own))
        self._last, self._last_own = now, own


def main() -> None:
    """Print the figures of this machine."""
    application = QApplication(sys.argv[:1])
    bench, lots = Bench(application), random.Random(5)
    numbers = [f"9{lots.choice('1235678')}{lots.randrange(10**6):06d}" for _ in range(MANY)]
    names = [f"{lots.choice(NAMES)} {lots.choice(NAMES)}" for _ in range(MANY)]
    empty = rss_mb()
    print(f"  the empty window has {empty:.0f} MB")
    print(f"  {'':44}{'hold ms':>8}{'own':>8}{'in all':>10}{'people':>10}{'MB':>8}")
    undo, model = bench.model.undo_stack, bench.model
    pairs = [f"{name}\t{number}" for name, number in zip(names, numbers, strict=True)]
    bench.hold("paste 2,000 lines", partial(bench.paste, "\n".join(pairs[:2_000])))
    bench.hold("undo", undo.undo)
    bench.hold("paste 2,000 numbers in one line", partial(bench.paste, ", ".join(numbers[:2_000])))
    bench.hold("undo", undo.undo)
    bench.hold("paste 100,000 numbers in one line", partial(bench.paste, " ".join(numbers)))
    bench.hold("undo", undo.undo)
    bench.hold("paste 100,000 lines", partial(bench.paste, "\n".join(pairs)))
    bench.hold("scroll, 50 pages", bench.scroll)
    for column, title in enumerate(("name", "number", "check")):
        bench.hold(f"sort by {title}", partial(model.sort, column))
        bench.hold("  the other way round", partial(model.sort, column, Qt.SortOrder.DescendingOrder))
    bench.hold("edit a name, sorted", partial(bench.edit, 50_000, 0, "Zainab"))
    bench.hold("undo, sorted", undo.undo)
    bench.hold("sort as they came", partial(model.sort, -1))
    for verdict in (Verdict.REPEATED, Verdict.ATTENTION, Verdict.READY, None):
        bench.hold(f"show {verdict.value if verdict else 'all but repeats'}", partial(model.show_only, verdict))
    bench.hold("edit a name", partial(bench.edit, 50_000, 0, "Zainab"))
    bench.hold("edit a number", partial(bench.edit, 50_000, 1, "9000"))
    bench.hold("undo", undo.undo)
    bench.hold("delete a row", partial(bench.delete, [50_000]))
    bench.hold("undo", undo.undo)
    bench.hold("delete every other row", partial(bench.delete, range(0, MANY, 2)))
    bench.hold("undo", undo.undo)
    bench.table.selectionModel().select(model.index(0, 0), QItemSelectionModel.SelectionFlag.Select)
    bench.hold("delete all", partial(bench.delete, range(MANY)))
    bench.hold("undo", undo.undo)
    bench.hold("change of account, Oman to the UK", partial(bench.reading.read_for, "GB", None))
    bench.hold("  and back", partial(bench.reading.read_for, "OM", None))
    people = [DraftPerson(number, name) for number, name in zip(numbers, names, strict=True)]
    bench.hold("Use again, 100,000 people", partial(bench.pane.fetch_people, lambda: people))
    bench.hold("draft of 50,000", partial(bench.pane.set_people, people[:50_000]))
    kept = people_kept(people[:50_000])
    row = {"account_id": None, "sender": "", "text": "", "people": kept, "pending": "", "send_at": ""}
    bench.hold("  read from the database's JSON", partial(draft_of, row))
    bench.hold("  all rows, for the draft to be saved", bench.pane.rows)


def rss_mb() -> float:
    """Give the resident memory in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 / 2**20 if status.exists() else 0.0


if __name__ == "__main__":
    main()
