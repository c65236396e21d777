"""How long the window's event loop is held while 50,000 people are sent to in batches. Prints; judges nothing."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.ui.text.languages import Languages
from tests.benchmarks.bench_event_loop import Pulse, figures, played_gateway, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = 50_000
GATEWAY = "ismart-rest"
LIMIT_S = 400
PROMISED_MS = 50
TEXT = "The office stays closed on Sunday; please collect your papers before 2 pm on Thursday. "


def main() -> None:
    """Print the figures of this machine."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name, played_gateway(GATEWAY, 3 * PEOPLE) as gateway:
        folder, vault, lines = Path(name), MemoryVault(), []
        database = Database(folder / "smsdesk.db")
        account = Account(
            new_account_id(), "Front desk", GATEWAY, gateway["user"], ("SMSDESK",), gateway["address"], "OM"
        )
        AccountStore(database).save(account).result()
        database.close()
        vault.put(account.id, Secret(gateway["password"]))
        program = Program(application, folder, lambda: vault, Languages(application, QLocale()))
        gc.freeze()  # as the program's start does
        program.tasks.spawn(work(program, lines), program.window)
        program.run()
    if not lines:
        raise SystemExit("the work was not done")
    print("event loop, in milliseconds (a timer every ms and a call of asyncio's; 0 would be unheld)")
    print(f"{'':44}{'worst':>8}{'99 %':>8}{'median':>8}{'n':>7}")
    print("\n".join(lines))


async def work(program: Program, lines: list[str]) -> None:
    """Send, and watch the announcement in the history; then leave."""
    try:
        async with asyncio.timeout(LIMIT_S):
            while not program.checked:
                await asyncio.sleep(0.05)
            await settled()
            await send(program, lines)
    except BaseException:
        lines.clear()
        raise
    finally:
        program.window.close()


class Worked(Pulse):
    """A pulse that tells a program that holds its own loop from a machine that has no time for it."""

    def __post_init__(self) -> None:
        self.own_ms: list[tuple[float, float]] = []
        self._used = time.process_time()
        super().__post_init__()

    def _tick(self) -> None:
        super()._tick()
        used = time.process_time()
        self.own_ms.append((self.gaps_ms[-1], (used - self._used) * 1000))
        self._used = used


async def send(program: Program, lines: list[str]) -> None:
    """One announcement for everybody, until every answer is in."""
    (account,) = program.office.book.all()
    people = tuple(Recipient(f"+968900000{number % 90:02}", f"Name {number}") for number in range(PEOPLE))
    pulse = Worked()
    began = time.perf_counter()
    stored = program.office.sender.send(SendRequest(account, Announcement(account.id, TEXT, "SMSDESK", 1, people)))
    await asyncio.wrap_future(stored)
    added_s = time.perf_counter() - began
    lines.append(figures(f"put {PEOPLE:,} in the outbox ({added_s:.1f} s): Qt", pulse.gaps_ms))
    pulse.gaps_ms.clear()
    while program.office.sender.progress(account.id).done < PEOPLE:
        await asyncio.sleep(0.05)
    seconds = time.perf_counter() - began
    await settled()
    pulse.stop()
    lines.append(figures(f"send {PEOPLE:,} in batches ({seconds:.1f} s): Qt", pulse.gaps_ms))
    lines.append(figures("  asyncio, later than asked for", pulse.late_ms))
    lines.append(f"  longer than 50 ms, with the CPU time that all of the program used in it: {held(pulse.own_ms)}")
    lines.append(
        f"  most CPU time of the program from one beat to the next: {max(used for _, used in pulse.own_ms):.1f}"
    )


def held(gaps: Sequence[tuple[float, float]]) -> str:
    """What was longer than the promise, the longest first."""
    longest = sorted((each for each in gaps if each[0] > PROMISED_MS), reverse=True)
    return ", ".join(f"{gap:.0f} ({used:.0f})" for gap, used in longest) or "nothing"


if __name__ == "__main__":
    main()
