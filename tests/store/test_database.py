from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from smsdesk.domain.draft import Draft
from smsdesk.domain.errors import UserFacingError
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.migrations.runner import bring_up_to_date
from smsdesk.store.schema import announcement, submission
from smsdesk.store.sqlite.connection import user_facing
from smsdesk.workers.worker import WorkerClosed
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek

_NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def made_by_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a new file is no copy: how it comes about is what is tested."""
    monkeypatch.setattr("smsdesk.store.database.bring_up_to_date", bring_up_to_date)


def _pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_what_is_committed_is_on_disk_before_the_writer_says_so(database: Database) -> None:
    full = 2
    assert database.write(lambda c: _pragma(c, "journal_mode")) == "wal"
    assert database.write(lambda c: _pragma(c, "synchronous")) == full
    assert database.write(lambda c: _pragma(c, "fullfsync")) == 1
    assert database.write(lambda c: _pragma(c, "foreign_keys")) == 1


def test_the_reading_connection_cant_write(database: Database) -> None:
    with database.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM draft")


def test_reading_is_not_held_up_by_a_write_that_takes_long(database: Database, announce: Announce) -> None:
    announce(2)

    def in_the_middle(connection: Connection) -> int:
        connection.exec_driver_sql("DELETE FROM delivery")
        with database.reading() as reader:
            return reader.exec_driver_sql("SELECT count(*) FROM delivery").scalar_one()

    assert database.write(in_the_middle) == 2
    with database.reading() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM delivery").scalar() == 0


def test_a_job_that_fails_leaves_nothing_behind_not_even_a_table(database: Database, peek: Peek) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE left_over (id INTEGER)")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(fail)
    assert peek("SELECT name FROM sqlite_master WHERE name = 'left_over'") == []


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(database: Database) -> None:
    values = {"account_id": "nobody", "text": "", "sender": "", "parts": 1, "created_at": None}
    with pytest.raises(IntegrityError):
        database.write(lambda c: c.execute(insert(announcement), values))


def _fill_up(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite takes the pages in use for the least


def _make_room(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def test_a_full_disk_is_told_in_words_loses_nothing_and_is_over_when_there_is_room(database: Database) -> None:
    drafts = DraftStore(database)
    kept, longer = Draft(text="kept"), Draft(text="x" * 1_000_000)
    drafts.save(kept).result()
    database.write(_fill_up)
    with pytest.raises(UserFacingError) as refused:
        drafts.save(longer).result()
    assert str(refused.value.what) == "The disk that holds your smsdesk data is full."
    assert str(refused.value.todo) == "Nothing was lost. Make some room on it, then try again."
    assert "SQLITE_FULL" in refused.value.detail
    assert drafts.load() == kept
    database.write(_make_room)
    drafts.save(longer).result()
    assert drafts.load() == longer


def test_an_announcement_is_queued_whole_or_not_at_all_when_the_disk_is_full(
    database: Database, announce: Announce, peek: Peek
) -> None:
    database.write(_fill_up)
    with pytest.raises(UserFacingError, match="full"):
        announce(100, text="x" * 100_000)
    assert peek("SELECT (SELECT count(*) FROM announcement) + (SELECT count(*) FROM delivery)") == [0]


def test_a_read_only_disk_is_told_in_words(database: Database) -> None:
    drafts = DraftStore(database)
    drafts.save(Draft(text="kept")).result()
    database.write(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    with pytest.raises(UserFacingError, match="may not write in its data folder"):
        drafts.save(Draft(text="lost?")).result()
    assert drafts.load() == Draft(text="kept")


def test_a_folder_that_cant_be_written_is_found_out_at_start(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("a file")
    with pytest.raises(UserFacingError, match="may not write in its data folder"):
        Database(tmp_path / "no-folder" / "smsdesk.db")


def test_another_program_that_holds_the_file_is_told_in_words(database: Database, path: Path) -> None:
    database.write(lambda c: c.exec_driver_sql("PRAGMA busy_timeout=10"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserFacingError, match="Another program is holding"):
            DraftStore(database).save(Draft()).result()
    DraftStore(database).save(Draft(text="later")).result()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.EROFS, "may not write"),
        (errno.EIO, "reported an error"),
        (errno.ESTALE, "reported an error"),
        (errno.EMFILE, "reported an error"),
        (errno.ENOTCONN, "reported an error"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.ENOENT, "is gone, or something else stands in its place"),
        (errno.ENOTDIR, "is gone, or something else stands in its place"),
    ],
)
def test_a_files_error_is_told_in_words(number: int, words: str) -> None:
    told = user_facing(OSError(number, "the system's words"))
    assert told is not None
    assert words in str(told.what)
    assert told.detail == "the system's words"


@pytest.mark.skipif(os.name == "nt", reason="there the folder itself can't be made")
def test_a_path_that_is_too_long_for_sqlite_is_told_as_that(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["f" * 60] * 11)
    folder.mkdir(parents=True)
    with pytest.raises(UserFacingError, match="is too long"):
        Database(folder / "smsdesk.db")


def test_after_closing_nothing_is_read_and_the_file_stays_shut(path: Path) -> None:
    database = Database(path)
    with database.reading() as connection:
        connection.exec_driver_sql("SELECT 1")
    database.close()
    with pytest.raises(WorkerClosed), database.reading():
        pass
    with pytest.raises(WorkerClosed), database.reading_plainly():
        pass
    assert [each.name for each in path.parent.iterdir()] == ["smsdesk.db"]


def test_closing_finishes_what_is_queued(path: Path) -> None:
    database = Database(path)
    saved = [DraftStore(database).save(Draft(text=f"draft {n}")) for n in range(20)]
    database.close(wait_s=20)
    assert all(future.done() for future in saved)
    again = Database(path)
    assert DraftStore(again).load().text == "draft 19"
    again.close()


_DIES = """
import os, sys
from pathlib import Path
from smsdesk.store.database import Database
from smsdesk.domain.draft import Draft
from smsdesk.store.drafts import DraftStore
DraftStore(Database(Path(sys.argv[1]))).save(Draft(text="kept")).result()
os._exit(9)
"""


def test_what_is_committed_survives_a_program_that_dies(path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", _DIES, str(path)], check=False, timeout=PATIENCE_S)
    assert died.returncode == 9
    database = Database(path)
    assert DraftStore(database).load().text == "kept"
    database.close()


def test_what_a_refused_commit_leaves_open_is_ended_before_the_next_write(database: Database, account: Account) -> None:
    def refused_when_it_is_committed(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(insert(submission).values(account_id="nobody", announcement_id=1, started_at=_NOW))

    for _ in range(2):
        with pytest.raises(IntegrityError):
            database.write(refused_when_it_is_committed)
    assert database.write(lambda c: c.scalar(select(func.count()).select_from(submission))) == 0
    AccountStore(database).save(account).result()
