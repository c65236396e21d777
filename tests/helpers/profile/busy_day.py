"""A data file with a backup and a busy afternoon since, the ways to damage it, and what must hold after going back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.history.history import History
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.store.kept_drafts import KeptDrafts
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.backups import Backups, Restored
from smsdesk.store.sqlite.connection import quick_check

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
PEOPLE = 40
BEFORE, SINCE, ELSEWHERE = 10, 24, 1
MARKED = {"queued": "unknown", "submitting": "unknown"}
LATEST_TEXT = "The last one. We close at noon."
FRONT = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:1", "ZA")
NEW = Account("a2", "Back office", "smsoffice", "back", ("Office",), "http://127.0.0.1:1", "ZA")

_VERDICTS = (
    Verdict(Outcome.ACCEPTED, message_id="m1"),
    Verdict(Outcome.REJECTED, code="7", words="No such number"),
    Verdict(Outcome.UNKNOWN, code="timeout"),
    Verdict(Outcome.ACCEPTED, message_id="m2"),
)


@dataclass(frozen=True, slots=True)
class World:
    """A data file as it was when it was damaged, and the folder of its backups."""

    file: Path
    backups: Path

    def copied_to(self, folder: Path) -> Path:
        shutil.copytree(self.backups, folder / "backups")
        return shutil.copyfile(self.file, folder / "smsdesk.db")


class Office:
    """Works on a data file as the program does."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.outbox = Outbox(self.database)

    def announce(self, text: str, people: int = PEOPLE, account: Account = FRONT) -> int:
        listed = tuple(Recipient(f"+278300000{number:02}", f"Name {number}") for number in range(people))
        return self.outbox.add(Announcement(account.id, text, "Office", 1, listed)).result()

    def submit(self, announcement: int, *counts: int) -> None:
        """Submit so many together; what is not submitted stays queued."""
        for count in counts:
            claim = self.outbox.claim(announcement, count)
            assert claim is not None
            verdicts = [_VERDICTS[number % len(_VERDICTS)] for number in range(len(claim.numbers))]
            self.outbox.record(claim, verdicts, datetime.now(UTC) + timedelta(hours=1))

    def read_balance(self, amount: int) -> None:
        reading = Balance(Amount(Decimal(amount), "credits"), datetime.now(UTC))
        BalanceStore(self.database).add(FRONT.id, reading)

    def close(self) -> None:
        self.database.close(20)


def long_text(number: int) -> str:
    return f"Announcement {number}. " + "Rooms change on Sunday. " * (5 * number)


def busy_day(path: Path) -> World:
    """Some announcements, a backup, and a busy afternoon: old ones go on, new ones are sent, some are under way."""
    office = Office(path)
    AccountStore(office.database).save(FRONT).result()
    old = [office.announce(long_text(number)) for number in range(BEFORE)]
    for announcement in old[:-2]:
        office.submit(announcement, 10, 10, 4)
    assert office.outbox.claim(old[1], 6) is not None  # under way when the backup is made
    going_on = office.outbox.claim(old[0], 6)
    assert going_on is not None
    office.read_balance(900)
    DraftStore(office.database).save(Draft(text="Begun")).result()
    kept = KeptDrafts(office.database)
    brought_back = kept.keep(Draft(text="Brought back since"))
    kept.keep(Draft(text="Kept in the backup")).result()
    backups = Backups(path.parent / "backups", path)
    assert backups.make_daily(datetime.now(UTC)) is not None

    office.outbox.record(going_on, [Verdict(Outcome.ACCEPTED, message_id="m3")] * 6)
    for announcement in old[2:6]:
        office.submit(announcement, 8, 8)
    office.outbox.cancel_announcement(old[6], "").result()
    arrived = Unknowns(office.database)
    arrived.arrived([each.delivery_id for each in arrived.open_of(old[2])]).result()
    office.database.write(
        lambda c: c.exec_driver_sql(
            "UPDATE delivery SET state = 'undelivered' WHERE id % 17 = 1 AND state = 'accepted'"
        )
    )
    AccountStore(office.database).save(NEW).result()
    office.announce("Of an account that the backup does not know", account=NEW)
    for number in range(SINCE - 1):
        office.submit(office.announce(long_text(number)), 10, 10, 10, 4)
    people = tuple(Recipient(f"+278300000{number:02}") for number in range(8))
    latest = office.outbox.add(Announcement(FRONT.id, LATEST_TEXT, "Office", 1, people)).result()
    office.database.write(  # past the outbox, which would ask whether each of them may be sent again
        lambda c: c.exec_driver_sql("UPDATE delivery SET resend_of = id % 8 + 1 WHERE announcement_id = ?", (latest,))
    )
    office.submit(latest, 3)
    assert office.outbox.claim(latest, 2) is not None
    office.read_balance(500)
    amal = DraftPerson("90000012", "Amal", fields=(("Class", "4B"),))
    kept.bring_back(brought_back, Draft()).result()
    kept.keep(Draft(text="Kept since", people=(amal,))).result()
    DraftStore(office.database).save(Draft(text="Begun and almost done", people=(amal,))).result()
    office.close()
    quick_check(path)
    return World(path, path.parent / "backups")


def pages_of(path: Path, name: str) -> list[int]:
    """The pages of a table or an index, counted from 0: its root, then level by level down to its leaves in order."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    content = path.read_bytes()
    level, found = [root - 1], []
    while level:
        found += level
        below = []
        for number in level:
            page = content[number * PAGE : (number + 1) * PAGE]
            if page[0] in (2, 5):
                cells = int.from_bytes(page[3:5], "big")
                starts = [int.from_bytes(page[12 + 2 * each : 14 + 2 * each], "big") for each in range(cells)]
                below += [int.from_bytes(page[start : start + 4], "big") - 1 for start in starts]
                below.append(int.from_bytes(page[8:12], "big") - 1)
        level = below
    return found


def put(path: Path, page: int, content: bytes, offset: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE + offset)
        file.write(content)


def spoil(path: Path, *pages: int) -> None:
    for page in pages:
        put(path, page, b"\xa5" * PAGE)


def restore(path: Path) -> Restored:
    backups = Backups(path.parent / "backups", path)
    newest = backups.newest_sound()
    assert newest is not None
    return backups.restore(newest)


def table(path: Path, name: str) -> dict[Any, dict[str, Any]]:
    """A table's rows, by id."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {name}")}


def check(path: Path, world: World, restored: Restored) -> None:
    """Hold what was restored against the backup and against the file as it was before it was damaged."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    (backup,) = world.backups.glob("*.db")
    for name in ("account", "announcement", "submission", "delivery", "balance", "report"):
        was, should, is_ = table(backup, name), table(world.file, name), table(path, name)
        assert was.keys() <= is_.keys() <= should.keys()
        for id_, row in is_.items():
            assert any(is_version(row, other) for other in (was.get(id_), should[id_]) if other is not None), row
    assert not {row["state"] for row in table(path, "delivery").values()} & MARKED.keys()
    assert all(row["finished_at"] for row in table(path, "submission").values())
    draft = table(path, "draft")
    assert draft in (table(backup, "draft"), table(world.file, "draft"))
    added = table(path, "announcement").keys() - table(backup, "announcement").keys()
    assert restored.salvaged == len(added)
    assert restored.salvaged + restored.missing <= SINCE + ELSEWHERE
    database = Database(path)
    assert len(History(database).page(limit=100)) == BEFORE + restored.salvaged
    database.close()


def is_version(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a restored row is this one, but for what restoring changes and for ties to what could not be read."""
    changed = set()
    if other.get("state") in MARKED:
        changed = {"state", "error_code", "error_text", "changed_at"}
        if row["state"] != "unknown" or row["error_code"] != "restored":
            return False
    if "finished_at" in other and other["finished_at"] is None:
        changed = {"finished_at", "outcome", "error_code"}
        if (row["outcome"], row["error_code"]) != ("unknown", "restored"):
            return False
    loose = {name for name in ("submission_id", "resend_of") if name in row and row[name] is None}
    return all(row[name] == other[name] for name in row if name not in changed | loose)
