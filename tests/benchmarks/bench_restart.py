"""Starting with 100,000 queued deliveries side by side with an empty profile. Prints; judges nothing."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.benchmarks.bench_startup import measured, report_of, show, start, variables_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.bench_startup import Start

QUEUED = 100_000
ANNOUNCEMENTS = 10
LONG_AGO = timedelta(hours=2)
KILLED_WITH = 100


def main() -> None:
    """Print the figures of this machine."""
    with tempfile.TemporaryDirectory(prefix="smsdesk-bench-") as name:
        folder = Path(name)
        variables = variables_of(folder)
        starts = measured(
            {
                "empty": _starter(variables, make_profile(folder / "empty", 0)),
                "queued just now": _starter(variables, make_profile(folder / "young", QUEUED), leave_now),
                "queued 2 hours ago": _starter(variables, make_profile(folder / "old", QUEUED), leave_long_ago),
                f"killed with {KILLED_WITH} on the way": _starter(
                    variables, make_profile(folder / "killed", QUEUED), kill
                ),
            }
        )
    show(f"restart with {QUEUED:,} queued deliveries", starts)


def _starter(
    variables: dict[str, str], profile: Path, prepare: Callable[[sqlite3.Connection], object] | None = None
) -> Callable[[], Start]:
    """Starts the program on a profile, after it was brought to where each start shall find it."""

    def once() -> Start:
        if prepare is not None:
            with closing(sqlite3.connect(profile / "smsdesk.db")) as connection, connection:
                prepare(connection)
        return start(variables, *report_of(profile))

    return once


def leave_now(connection: sqlite3.Connection) -> None:
    """They were confirmed at this moment."""
    _leave(connection, timedelta(0))


def leave_long_ago(connection: sqlite3.Connection) -> None:
    """They wait for longer than they may without being asked about."""
    _leave(connection, LONG_AGO)


def kill(connection: sqlite3.Connection) -> None:
    """The program was killed while its first submission was on the way."""
    _leave(connection, timedelta(0))
    connection.execute("UPDATE delivery SET state = 'queued', submission_id = NULL WHERE state != 'queued'")
    connection.execute("DELETE FROM submission")
    connection.execute(
        "INSERT INTO submission (id, account_id, announcement_id, started_at) "
        "SELECT 1, account_id, id, created_at FROM announcement WHERE id = 1"
    )
    connection.execute(f"UPDATE delivery SET state = 'submitting', submission_id = 1 WHERE id <= {KILLED_WITH}")


def _leave(connection: sqlite3.Connection, ago: timedelta) -> None:
    at = (datetime.now(UTC) - ago).isoformat(timespec="microseconds")
    connection.execute("UPDATE announcement SET leaves_at = ?, created_at = ?", (at, at))


def make_profile(profile: Path, queued: int) -> Path:
    """A profile with one account, and so many deliveries in its outbox."""
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
    each = queued // ANNOUNCEMENTS
    # More people than there are fictional numbers: each has a number several times, which counts alike.
    people = tuple(Recipient(f"+968900000{number % 100:02}") for number in range(each))
    for number in range(ANNOUNCEMENTS if queued else 0):
        text = f"The office stays closed on Sunday ({number})."
        Outbox(database).add(Announcement(account.id, text, "SMSDESK", 1, people)).result()
    database.close()
    return profile


if __name__ == "__main__":
    main()
