"""1,000 single sends over loopback, side by side with a bare loop of `requests`. Prints; judges nothing."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.base import Login, Outgoing
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.lanes import Lanes
from smsdesk.services.login_gate import LoginGate
from smsdesk.services.refused_logins import RefusedLogins
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.services.sending.sender import Sender
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.history.history import History
from smsdesk.store.sending.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Iterator

SENDS = 1000
ROUNDS = 5
WARM_UP = 50
LIMIT_S = 120
PROVIDER = "smsoffice"
TEXT = "The office stays closed on Sunday; please collect your papers before 2 pm on Thursday."
# The played gateway refuses +447700900099, so one of another country makes up for it.
NUMBERS = (*(f"+447700900{number:03}" for number in range(SENDS) if number != 99), "+96890000000")


@dataclass(frozen=True, slots=True)
class Gateway:
    """Where the played gateway listens, and a login there with credits enough."""

    address: str
    user_name: str
    password: str


def main() -> None:
    """Print the figures of this machine."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name, played_gateway() as gateway:
        folder = Path(name)
        by_us(folder / "warm-up.db", gateway, WARM_UP)
        bare(folder / "warm-up-bare.db", gateway, WARM_UP)
        rounds = [
            (
                by_us(folder / f"smsdesk-{number}.db", gateway, SENDS),
                bare(folder / f"bare-{number}.db", gateway, SENDS),
            )
            for number in range(ROUNDS)
        ]
    ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{SENDS:,} single sends over loopback: medians of {ROUNDS} in turns")
    for name, seconds in {"requests.Session, 2 commits": theirs, "smsdesk, from Send to empty": ours}.items():
        print(f"  {name:34}{seconds:8.3f} s{seconds / SENDS * 1000:8.3f} ms each{seconds / theirs:8.2f}x")
    print(f"  the rounds, each with its own: {' '.join(f'{ours / theirs:.2f}x' for ours, theirs in rounds)}")


def by_us(path: Path, gateway: Gateway, sends: int) -> float:
    """Seconds from the press of Send until the last answer is on disk and the queue is found empty."""
    database = Database(path)
    account = Account(
        id=new_account_id(),
        name="Front desk",
        provider=PROVIDER,
        user_name=gateway.user_name,
        senders=("SMSDESK",),
        address=gateway.address,
        country="GB",
    )
    AccountStore(database).save(account).result()
    credentials = Credentials(MemoryVault, Redactor())
    credentials.keep(account.id, Secret(gateway.password), session_only=True)
    empty = threading.Event()
    lanes = Lanes()
    outbox = Outbox(database)

    def ask_balance(_account: Account) -> None:
        """Before the first submission, and after the last."""
        if not sender.unsent():
            empty.set()

    gate = LoginGate(lambda: [account], credentials, RefusedLogins())
    sender = Sender(outbox, lanes, PROVIDERS, gate, lambda _event: None, ask_balance)
    new = Announcement(account.id, TEXT, "SMSDESK", 1, tuple(Recipient(number) for number in NUMBERS[:sends]))

    began = time.perf_counter()
    sender.start([])
    announcement = sender.send(SendRequest(account, new))
    if not empty.wait(LIMIT_S):
        raise SystemExit(f"sending did not end within {LIMIT_S} s: {sender.progress(account.id)}")
    seconds = time.perf_counter() - began

    states = Counter(each.state for each in History(database).deliveries(announcement.result(), limit=sends + 1))
    if states != {DeliveryState.ACCEPTED: sends}:
        raise SystemExit(f"not everything was accepted: {states}")
    lanes.close()
    database.close()
    return seconds


def bare(path: Path, gateway: Gateway, sends: int) -> float:
    """Seconds for the same requests one after the other, with one commit before each and one after it."""
    provider = PROVIDERS[PROVIDER]
    login = Login(gateway.address, gateway.user_name, Secret(gateway.password))
    urls = [
        provider.submission(login, Outgoing(TEXT, "SMSDESK", (number,), datetime.now(UTC), 1)).url
        for number in NUMBERS[:sends]
    ]
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file, requests.Session() as session:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        file.execute("CREATE TABLE sent (id INTEGER PRIMARY KEY, number TEXT, at TEXT, answer TEXT)")
        began = time.perf_counter()
        for number, url in zip(NUMBERS, urls, strict=False):
            row = file.execute(
                "INSERT INTO sent (number, at) VALUES (?, ?)", (number, datetime.now(UTC).isoformat())
            ).lastrowid
            answer = session.get(url, timeout=30)
            answer.raise_for_status()
            file.execute("UPDATE sent SET answer = ? WHERE id = ?", (answer.text, row))
        seconds = time.perf_counter() - began
        ((accepted,),) = file.execute("SELECT count(*) FROM sent WHERE answer LIKE 'Success:%'")
    if accepted != sends:
        raise SystemExit(f"{accepted} of {sends} were accepted")
    return seconds


@contextlib.contextmanager
def played_gateway() -> Iterator[Gateway]:
    """The sandbox in a process of its own, so that its work does not slow down who is measured."""
    credits_left = str(2 * (ROUNDS * SENDS + WARM_UP))
    with subprocess.Popen(
        [sys.executable, "-m", "smsdesk.sandbox", "--credits", credits_left],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ,
    ) as process:
        try:
            told = json.loads(process.stdout.readline()) if process.stdout else {}
            login = next(each for each in told["logins"] if each["gateway"] == PROVIDER)
            yield Gateway(told["address"], login["user"], login["password"])
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
