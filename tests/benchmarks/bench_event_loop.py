"""How long the window's event loop is held while people type, paste and send. Prints; judges nothing."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.app import Program
from smsdesk.domain.draft import DraftPerson
from smsdesk.privacy.secret import Secret
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.ui.text.languages import Languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SENDS = 1000
PASTED = 2000
TICK_MS = 1
LIMIT_S = 120
TEXT = "The office stays closed on Sunday; please collect your papers before 2 pm on Thursday. "
# The played gateway refuses +447700900099, so one of another country makes up for it.
NUMBERS = (*(f"+447700900{number:03}" for number in range(SENDS) if number != 99), "+96890000000")
# There are not 2,000 fictional numbers; the rest repeats, as in the lists that offices keep.
MANY = (
    *NUMBERS,
    *(f"{start}{number:02}" for start in ("+968 9000 00", "+27 83 000 00", "+39 333 000 00") for number in range(100)),
)


@dataclass
class Pulse:
    """Two hearts in the event loop, a timer of Qt's and a call of asyncio's; what holds the loop makes them late."""

    gaps_ms: list[float] = field(default_factory=list)
    late_ms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._due = asyncio.get_running_loop().call_later(TICK_MS / 1000, self._called, self._last + TICK_MS / 1000)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self._due.cancel()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now

    def _called(self, due: float) -> None:
        now = time.perf_counter()
        self.late_ms.append((now - due) * 1000)
        self._due = asyncio.get_running_loop().call_later(TICK_MS / 1000, self._called, now + TICK_MS / 1000)


def main() -> None:
    """Print the figures of this machine."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name, played_gateway() as gateway:
        folder = Path(name)
        vault = MemoryVault()
        make_account(folder, gateway, vault)
        program = Program(application, folder, lambda: vault, Languages(application, QLocale()))
        program.settings.undo_seconds = 0
        gc.freeze()  # as the program's start does
        lines: list[str] = []
        program.tasks.spawn(work(program, lines), program.window)
        program.run()
    if not lines:
        raise SystemExit("the work was not done")
    print(f"event loop, in milliseconds (a timer every {TICK_MS} ms and a call of asyncio's; 0 would be unheld)")
    print(f"{'':44}{'worst':>8}{'99 %':>8}{'median':>8}{'n':>7}")
    print("\n".join(lines))


async def work(program: Program, lines: list[str]) -> None:
    """What a person does, with the window's own widgets; one line of figures for each piece."""
    try:
        async with asyncio.timeout(LIMIT_S):
            await paste(program, lines)
            await write(program, lines)
            await send(program, lines)
    except BaseException:
        lines.clear()
        raise
    finally:
        program.window.close()


async def paste(program: Program, lines: list[str]) -> None:
    """Paste many numbers and press Add."""
    window = program.window
    box = window.findChild(QPlainTextEdit, "recipientsInput")
    pulse = Pulse()
    await settled()
    QApplication.clipboard().setText("\n".join(MANY[number % len(MANY)] for number in range(PASTED)))
    began = time.perf_counter()
    box.paste()
    pasted_ms = (time.perf_counter() - began) * 1000
    await settled()
    began = time.perf_counter()
    window.findChild(QPushButton, "addRecipientsButton").click()
    added_ms = (time.perf_counter() - began) * 1000
    await settled()
    pulse.stop()
    lines.append(figures(f"paste {PASTED:,} numbers: into the box", [pasted_ms]))
    lines.append(figures("  Add", [added_ms]))
    lines.append(figures("  Qt timer, from one to the next", pulse.gaps_ms))
    lines.append(f"  ({window.recipients.ready:,} different people)")


async def write(program: Program, lines: list[str]) -> None:
    """Type the text, key by key, with everybody on the list."""
    box = program.window.findChild(QPlainTextEdit, "messageEdit")
    box.setFocus()
    keys: list[float] = []
    pulse = Pulse()
    for character in TEXT * 3 + "نرجو استلام أوراقكم قبل الساعة الثانية ظهر الخميس":
        began = time.perf_counter()
        QTest.keyClick(box, character) if character.isascii() else box.insertPlainText(character)
        keys.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.005)
    await settled()
    pulse.stop()
    lines.append(figures("type the text, one key", keys))
    lines.append(figures("  Qt timer, with painting and saving", pulse.gaps_ms))


async def send(program: Program, lines: list[str]) -> None:
    """Send to 1,000 and watch the announcement in the history, until every answer is in."""
    window = program.window
    window.compose.set_text(TEXT)
    window.recipients.set_people([DraftPerson(number) for number in NUMBERS])
    await settled()
    pulse = Pulse()
    window.findChild(QPushButton, "sendButton").click()
    await settled()
    began = time.perf_counter()
    window.findChild(QPushButton, "confirmSendButton").click()
    (account,) = program.office.book.all()
    while program.office.sender.progress(account.id).done < SENDS:
        await asyncio.sleep(0.05)
    seconds = time.perf_counter() - began
    await settled()
    pulse.stop()
    lines.append(figures(f"send {SENDS:,} ({seconds:.1f} s): Qt timer", pulse.gaps_ms))
    lines.append(figures("  asyncio, later than asked for", pulse.late_ms))


async def settled() -> None:
    """Let the window paint, save its draft and hear the last news."""
    await asyncio.sleep(1.2)


def figures(name: str, milliseconds: Sequence[float]) -> str:
    """One line of the table."""
    ordered = sorted(milliseconds)
    picked = (ordered[-1], ordered[int(len(ordered) * 0.99)], ordered[len(ordered) // 2])
    return f"  {name:42}" + "".join(f"{each:8.1f}" for each in picked) + f"{len(ordered):7}"


def make_account(folder: Path, gateway: dict[str, str], vault: MemoryVault) -> None:
    """The profile's one account, at the played gateway."""
    account = Account(
        id=new_account_id(),
        name="Front desk",
        provider="smsoffice",
        user_name=gateway["user"],
        senders=("SMSDESK",),
        address=gateway["address"],
        country="OM",
    )
    database = Database(folder / "smsdesk.db")
    AccountStore(database).save(account).result()
    database.close()
    vault.put(account.id, Secret(gateway["password"]))


@contextlib.contextmanager
def played_gateway(gateway: str = "smsoffice", credits_left: int = 10 * SENDS) -> Iterator[dict[str, str]]:
    """The sandbox in a process of its own: its work is not the window's."""
    with subprocess.Popen(
        [sys.executable, "-m", "smsdesk.sandbox", "--credits", str(credits_left)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            told = json.loads(process.stdout.readline()) if process.stdout else {}
            yield {
                "address": told["address"],
                **next(each for each in told["logins"] if each["gateway"] == gateway),
            }
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
