"""What the window reads from a file of a million deliveries, and how sending fares beside its care.

Prints; judges nothing. The file is filled with plain SQL, which takes most of the time.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.domain.history import AnnouncementOrder, DeliveryOrder
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.balance.charges import Charges
from smsdesk.store.balance.spending import Spending
from smsdesk.store.database import Database
from smsdesk.store.history.delivery_reports import DeliveryReportStore
from smsdesk.store.history.duplicates import Duplicates
from smsdesk.store.history.history import History
from smsdesk.store.history.ordering import HistoryOrdering
from smsdesk.store.history.search import HistorySearch, Wanted
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.backups import Backups
from smsdesk.store.sqlite.first_reading import BalancesAtFirst, HistoryAtFirst
from smsdesk.workers.stepping_back import stepping_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

ACCOUNT: Final = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:1", "ZA")
BIG: Final = 100_000
PAGE_OF: Final = 5_000
"""People of each announcement on the first page; the rest of the million goes to the older ones."""

DELIVERIES: Final = 1_000_000
ANNOUNCEMENTS: Final = 20_000
READINGS: Final = 12_000
SENT_AGAIN: Final = 5_000
TIMES: Final = 7
ROUNDS: Final = 3
ALONE_S: Final = 3
NOW: Final = datetime.now(UTC)


def main() -> None:
    """Print the figures of this machine."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name) / "smsdesk.db"
        if not path.exists():
            began = time.monotonic()
            fill(path)
            print(f"filled in {time.monotonic() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        database = Database(path)
        for what, read in {**reads(database), **orderings(database)}.items():
            took = [timed(read) for _ in range(TIMES)]
            print(f"{what:55} {statistics.median(took) * 1000:9.2f} ms, at worst {max(took) * 1000:9.2f}")
        beside(database, path, Path(name))
        database.close(60)


def timed(read: Callable[[], object]) -> float:
    """How long it took, in seconds."""
    began = time.perf_counter()
    read()
    return time.perf_counter() - began


def last_of(steps: Iterator[list[int] | None]) -> list[int] | None:
    """What they end with."""
    return list(steps)[-1]


def text_of(when: datetime) -> str:
    """As the schema writes it."""
    return when.isoformat(timespec="microseconds")


def fill(path: Path) -> None:
    """Make the file: old small announcements, fifty of 5,000, one of 100,000, one of those it was sent again to."""
    database = Database(path)
    AccountStore(database).save(ACCOUNT).result()
    database.write(_fill)
    database.close(600)


def _sizes() -> Iterator[int]:
    """People of each announcement, oldest first."""
    small = ANNOUNCEMENTS - 52
    left = DELIVERIES - 50 * PAGE_OF - BIG - SENT_AGAIN
    for number in range(small):
        yield left // small + (1 if number < left % small else 0)
    yield from [PAGE_OF] * 49
    yield BIG
    yield PAGE_OF
    yield SENT_AGAIN


def _fill(connection: Connection) -> None:
    began = NOW - timedelta(days=25)
    step = timedelta(days=25) / ANNOUNCEMENTS
    first = 1
    sizes = list(_sizes())
    big = len(sizes) - 3
    starts = []
    for number, people in enumerate(sizes):
        at = text_of(began + number * step)
        connection.exec_driver_sql(
            "INSERT INTO announcement (id, account_id, text, sender, parts, one_by_one, created_at) "
            "VALUES (?, 'a1', ?, 'Office', 1, 0, ?)",
            (number + 1, f"The office stays closed ({number}).", at),
        )
        connection.exec_driver_sql(
            "INSERT INTO submission (id, account_id, announcement_id, started_at, finished_at, outcome) "
            "VALUES (?, 'a1', ?, ?, ?, 'mixed')",
            (number + 1, number + 1, at, at),
        )
        starts.append(first)
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO delivery (id, announcement_id, number, name, state, message_id, error_code, submission_id, "
            "resend_of, changed_at) SELECT i, ?, '+278300000' || printf('%02d', i % 100), 'Name ' || i, "
            "CASE WHEN i % 10 = 0 THEN 'rejected' WHEN i % 50 = 1 THEN 'unknown' ELSE 'delivered' END, "
            "'m' || i, NULL, ?, ?, ? FROM n",
            (first, first + people - 1, number + 1, number + 1, None, at),
        )
        first += people
    connection.exec_driver_sql(
        "UPDATE delivery SET resend_of = ? + (id - ?) * 7 WHERE announcement_id = ?",
        (starts[big], starts[-1], len(sizes)),
    )
    for number in range(READINGS):
        connection.exec_driver_sql(
            "INSERT INTO balance (account_id, amount, unit, asked_at) VALUES ('a1', ?, 'credits', ?)",
            (str(50_000 - number), text_of(NOW - timedelta(days=25) * (READINGS - number) / READINGS)),
        )


def reads(database: Database) -> dict[str, Callable[[], object]]:
    """Everything that the window's thread reads, at its worst."""
    search = HistorySearch(database)
    history, unknowns, balances = History(database), Unknowns(database), BalanceStore(database)
    first, first_balances = HistoryAtFirst(database), BalancesAtFirst(database)
    charges, repeats, reports = Charges(database), Duplicates(database), DeliveryReportStore(database)
    spending = Spending(database)
    years_months = [NOW - timedelta(days=30 * back) for back in range(12, -1, -1)]
    again, big = ANNOUNCEMENTS, ANNOUNCEMENTS - 2
    month, weeks = NOW - timedelta(days=30), NOW - timedelta(weeks=4)
    some = [delivery.id for delivery in history.deliveries(big)]
    return {
        "spending.sent, 500 of half a year": lambda: spending.sent(ACCOUNT.id, NOW - timedelta(days=180), 500),
        "spending.months, twelve, off the window's thread": lambda: spending.months(ACCOUNT.id, years_months),
        "history.page, first, without SQLAlchemy": first.page,
        "history.page, first": history.page,
        "history.page, an older one": lambda: history.page(before_id=ANNOUNCEMENTS // 2),
        "history.announcements, that of 100,000": lambda: history.announcements([big]),
        "history.announcements, fifty": lambda: history.announcements(range(ANNOUNCEMENTS - 49, ANNOUNCEMENTS + 1)),
        "history.deliveries of 100,000": lambda: history.deliveries(big),
        "history.deliveries of 100,000, last page": lambda: history.deliveries(big, after_id=some[0] + BIG - 200),
        "history.deliveries, the unknown of 100,000": lambda: history.deliveries(big, states=[DeliveryState.UNKNOWN]),
        "history.deliveries, the failed of 100,000": lambda: history.deliveries(big, states=FAILED),
        "history.how_many of 100,000": lambda: history.how_many(big),
        "search.texts": lambda: search.texts(Wanted.of("nobody said this")),
        "search.people, one step": lambda: search.people(Wanted.of("83 000 0031")),
        "history.deliveries_by_id, 200": lambda: history.deliveries_by_id(some),
        "history.refused_in_batch of 100,000": lambda: history.refused_in_batch(big),
        "history.parts_since a month, without SQLAlchemy": lambda: first.parts_since(ACCOUNT.id, month),
        "history.parts_since a month": lambda: history.parts_since(ACCOUNT.id, month),
        "balances.since four weeks, without SQLAlchemy": lambda: first_balances.since(ACCOUNT.id, weeks),
        "balances.since four weeks": lambda: balances.since(ACCOUNT.id, weeks),
        "balances.latest": lambda: balances.latest(ACCOUNT.id),
        "unknowns.open_of 100,000": lambda: unknowns.open_of(big),
        "unknowns.behind 5,000 sent again": lambda: unknowns.behind({again: ()}),
        "unknowns.behind 100,000": lambda: unknowns.behind({big: ()}),
        "unknowns.behind 200 of 100,000": lambda: unknowns.behind({big: some}),
        "charges.unit": lambda: charges.unit(ACCOUNT.id, month),
        "charges.doubtful": lambda: charges.doubtful(ACCOUNT.id, NOW),
        "charges.settle": lambda: charges.settle(ACCOUNT.id, NOW),
        "duplicates.announced": lambda: repeats.announced("Never said before", NOW - timedelta(days=30)),
        "reports.last_received": lambda: reports.last_received(ACCOUNT.id),
        "reports.next_check": lambda: reports.next_check(
            [ACCOUNT.id],
        ),
        "outbox.anything_interrupted": Outbox(database).anything_interrupted,
    }


def orderings(database: Database) -> dict[str, Callable[[], object]]:
    """What the titles of the history sort by; long lists are read on a thread of their own, piece by piece."""
    ordering, big = HistoryOrdering(database), ANNOUNCEMENTS - 2
    return {
        "ordering.deliveries of 5,000 by name": lambda: last_of(
            ordering.deliveries(ANNOUNCEMENTS - 1, DeliveryOrder.NAME, falling=False)
        ),
        "ordering.deliveries of 100,000, off the window's thread": lambda: last_of(
            ordering.deliveries(big, DeliveryOrder.NAME, falling=False)
        ),
        "ordering.deliveries of 100,000, one piece of it": lambda: next(
            ordering.deliveries(big, DeliveryOrder.TIME, falling=True)
        ),
        "ordering.announcements, off the window's thread": lambda: last_of(
            ordering.announcements(AnnouncementOrder.MESSAGE, falling=False, now=NOW)
        ),
        "ordering.announcements, one piece of it": lambda: next(
            ordering.announcements(AnnouncementOrder.OUTCOME, falling=True, now=NOW)
        ),
        "ordering.counts, off the window's thread": lambda: ordering.counts(NOW),
    }


def beside(database: Database, path: Path, folder: Path) -> None:
    """How long single sends take on their own, beside the check of the file, and beside the making of its backup."""
    import threading

    outbox = Outbox(database)
    people = tuple(Recipient(f"+278300000{number % 100:02}") for number in range(60_000))
    announcement_id = outbox.add(Announcement(ACCOUNT.id, "One by one", "Office", 1, people)).result()

    def send() -> None:
        claim = outbox.claim(announcement_id, 1)
        assert claim is not None
        outbox.record(claim, [Verdict(Outcome.ACCEPTED, message_id="m")])

    def sends(until: Callable[[], bool]) -> list[float]:
        took = [timed(send)]
        while not until():
            took.append(timed(send))
        return took

    def rate(took: list[float]) -> float:
        return len(took) / sum(took)

    for number in range(ROUNDS):
        backups = Backups(folder / f"backups-{number}", path)
        for what, work in (
            ("beside quick_check", lambda: stepping_back(lambda: sqlite.quick_check(path))),
            ("beside the backup", lambda backups=backups: backups.make_daily(NOW)),
        ):
            ends = time.monotonic() + ALONE_S
            alone = sends(lambda ends=ends: time.monotonic() > ends)
            thread = threading.Thread(target=work)
            thread.start()
            took = sends(lambda thread=thread: not thread.is_alive())
            told = f"a send {what} ({sum(took):.1f} s), at worst {max(took) * 1000:.1f} ms:"
            before = f"alone, at worst {max(alone) * 1000:.1f} ms: {rate(alone):.0f}/s"
            print(f"{told:55} {rate(took):5.0f}/s, {rate(took) / rate(alone):.2f}x of what it was before ({before})")
    with closing(sqlite3.connect(path)) as connection:
        print("log:", path.with_name(f"{path.name}-wal").stat().st_size // 1_000_000, "MB", connection.total_changes)


if __name__ == "__main__":
    main()
