"""Going back to a backup, or starting empty."""

from __future__ import annotations

import errno
import os
import sqlite3
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.connection import Damaged, open_writer, quick_check
from tests.helpers.profile.damage import DAMAGES, cut_off, garbage_in_the_middle, zeros_for_a_header
from tests.helpers.profile.peek import Peek

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smsdesk.store.sqlite.backups import Backups


NOON = datetime(2026, 11, 19, 12, 2).astimezone()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_restored_backup_has_everything_of_its_time_and_what_was_waiting_is_unknown(
    in_use: Database, path: Path, backups: Backups, damage: Callable[[Path], None], peek: Peek
) -> None:
    backup = backups.make_daily(NOON)
    in_use.close()
    damage(path)
    broken = path.read_bytes()
    assert backup is not None
    restored = backups.restore(backup)
    assert (restored.backup, restored.unknown) == (backup, 3)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == broken
    again = Database(path)
    assert Outbox(again).recover() == 0
    again.close()
    assert peek("SELECT state, error_code FROM delivery ORDER BY id") == [
        ("accepted", None), ("unknown", "restored"), ("unknown", "restored"), ("unknown", "restored")
    ]  # fmt: skip
    assert peek("SELECT outcome, error_code FROM submission ORDER BY id") == [
        ("accepted", None), ("unknown", "restored")
    ]  # fmt: skip
    assert peek("SELECT count(*) FROM submission WHERE finished_at IS NULL") == [0]
    quick_check(backup.path)
    assert Peek(backup.path)("SELECT count(*) FROM delivery WHERE state = 'queued'") == [2]


def test_the_damaged_file_is_set_aside_with_the_log_that_belongs_to_it(
    in_use: Database, path: Path, backups: Backups, peek: Peek
) -> None:
    backup = backups.make_daily(NOON)
    in_use.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'newest'"))
    kept_open = sqlite3.connect(path)  # as after a crash: the log is still there, and must not be laid over the backup
    kept_open.execute("SELECT * FROM delivery").fetchall()
    in_use.close()
    log = path.with_name("smsdesk.db-wal").read_bytes()
    assert log
    assert backup is not None
    restored = backups.restore(backup)
    kept_open.close()
    assert restored.kept is not None
    assert restored.kept.with_name(f"{restored.kept.name}-wal").exists()
    assert not path.with_name("smsdesk.db-wal").exists()
    assert "newest" not in peek("SELECT name FROM delivery")


def test_a_backup_that_is_damaged_itself_gives_way_to_the_next_older_one(
    in_use: Database, path: Path, backups: Backups
) -> None:
    made = [backups.make_daily(NOON + timedelta(days=day)) for day in range(3)]
    in_use.close()
    zeros_for_a_header(path)
    oldest, middle, newest = made
    assert oldest is not None
    assert middle is not None
    assert newest is not None
    garbage_in_the_middle(newest.path)
    cut_off(middle.path)
    assert backups.newest_sound() == oldest
    assert backups.restore(newest).backup == oldest
    quick_check(path)


def test_without_a_sound_backup_everything_stays_as_it_was(in_use: Database, path: Path, backups: Backups) -> None:
    backup = backups.make_daily(NOON)
    in_use.close()
    assert backup is not None
    for each in (path, backup.path):
        garbage_in_the_middle(each)
    before = path.read_bytes()
    assert backups.newest_sound() is None
    with pytest.raises(Damaged):
        backups.restore(backup)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", "smsdesk.db"]


def test_a_full_disk_while_restoring_leaves_the_damaged_file_in_its_place(
    in_use: Database, path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backups.make_daily(NOON)
    in_use.close()
    garbage_in_the_middle(path)
    before = path.read_bytes()

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("smsdesk.store.sqlite.backups.copy", full)
    assert backup is not None
    with pytest.raises(UserFacingError, match="full"):
        backups.restore(backup)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", "smsdesk.db"]


def test_a_backup_of_an_older_revision_is_marked_and_then_brought_up_to_date(
    path: Path, backups: Backups, peek: Peek
) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from smsdesk.store.migrations import m0001

    engine = open_writer(path)
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        m0001.upgrade()
        for line in (
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
            "INSERT INTO alembic_version VALUES ('0001')",
            "INSERT INTO account VALUES ('a','n','smsoffice','u','s','[]','http://x','ZA',NULL,NULL,NULL,'{}','t',NULL)",
            "INSERT INTO announcement VALUES (1,'a','Hello','s',1,NULL,0,'2026-11-19T10:00:00.000000+00:00')",
            "INSERT INTO delivery VALUES (1,1,'+27830000001','','queued',NULL,NULL,NULL,NULL,NULL,"
            "'2026-11-19T10:00:00.000000+00:00',NULL)",
        ):
            connection.exec_driver_sql(line)
    engine.dispose()
    backup = backups.make_daily(NOON)
    zeros_for_a_header(path)
    assert backup is not None
    assert backups.restore(backup).unknown == 1
    Database(path).close()
    assert peek("SELECT state FROM delivery") == ["unknown"]


def test_starting_empty_keeps_the_damaged_file_too(in_use: Database, path: Path, backups: Backups) -> None:
    in_use.close()
    zeros_for_a_header(path)
    before = path.read_bytes()
    kept = backups.start_empty()
    assert kept is not None
    assert kept.read_bytes() == before
    backups.refuse_loss()
    Database(path).close()


@pytest.mark.parametrize("lose", [lambda path: path.unlink(), lambda path: os.truncate(path, 0)])
def test_a_lost_file_does_not_pass_for_a_first_start_when_there_is_a_backup(
    in_use: Database, path: Path, backups: Backups, lose: Callable[[Path], None]
) -> None:
    backup = backups.make_daily(NOON)
    in_use.close()
    backups.refuse_loss()
    lose(path)
    with pytest.raises(Damaged, match="gone or empty"):
        backups.refuse_loss()
    assert backup is not None
    backups.restore(backup)
    backups.refuse_loss()
    quick_check(path)


def test_a_first_start_is_no_loss(backups: Backups) -> None:
    backups.refuse_loss()
