from __future__ import annotations

import errno
import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.database import Database
from smsdesk.store.outbox import Outbox
from smsdesk.store.sqlite.backups import Backups
from smsdesk.store.sqlite.connection import Damaged, not_ours, open_writer, quick_check, user_facing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account

NOON = datetime(2026, 11, 19, 12, 2).astimezone()
PAGE = 4096


def cover(path: Path, first: int, count: int = 1, filling: bytes = b"\xa5") -> None:
    """Overwrite whole pages of a file; page 0 holds its header."""
    with path.open("r+b") as file:
        file.seek(first * PAGE)
        file.write(filling * (count * PAGE))


def garbage_in_the_middle(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    cover(path, pages // 4, pages // 2)


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // PAGE // 2 * PAGE)


def zeros_for_a_header(path: Path) -> None:
    cover(path, 0, filling=b"\0")


DAMAGES = [garbage_in_the_middle, cut_off, zeros_for_a_header]


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path.parent / "backups", path)


@pytest.fixture
def in_use(database: Database, announce: Callable[..., int], account: Account) -> Database:
    """A database with something accepted, something on its way and something waiting."""
    announcement = announce(4)
    outbox = Outbox(database)
    first = outbox.claim(announcement, 1)
    assert first is not None
    outbox.record(first, [Verdict(Outcome.ACCEPTED, message_id="m1")])
    assert outbox.claim(announcement, 1) is not None
    return database


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


# --- finding damage


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_found_out_and_left_as_it_is(
    in_use: Database, path: Path, damage: Callable[[Path], None]
) -> None:
    in_use.close()
    quick_check(path)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(Damaged, match="data file is damaged"):
        quick_check(path)
    assert path.read_bytes() == before


def test_a_file_in_use_is_checked_while_it_is_being_written(in_use: Database, path: Path) -> None:
    def meanwhile(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE delivery SET name = 'x'")
        quick_check(path)

    in_use.write(meanwhile)


def test_another_programs_file_is_not_called_damaged() -> None:
    assert not isinstance(not_ours(), Damaged)


def test_a_full_disk_is_not_called_damage(in_use: Database) -> None:
    in_use.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1"))
    with pytest.raises(UserFacingError) as refused:
        in_use.write(lambda c: c.exec_driver_sql("UPDATE announcement SET text = hex(zeroblob(100000))"))
    assert not isinstance(refused.value, Damaged)


@pytest.mark.parametrize("work", ["SELECT * FROM delivery", "UPDATE delivery SET name = 'x'"])
def test_damage_that_is_met_while_the_file_is_in_use_is_told_and_raised(
    in_use: Database, path: Path, work: str
) -> None:
    in_use.close()
    for page in range(1, path.stat().st_size // PAGE):
        cover(path, page)
    engine = open_writer(path)
    with pytest.raises(Exception, match="malformed") as met, engine.begin() as connection:
        connection.exec_driver_sql(work)
    engine.dispose()
    assert isinstance(user_facing(met.value), Damaged)


def test_the_database_tells_of_damage_besides_raising_it(in_use: Database, path: Path) -> None:
    in_use.close()
    told: list[Damaged] = []
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'delivery'").fetchone()
    database = Database(path, told.append)
    cover(path, root - 1)
    with pytest.raises(Damaged), database.reading() as reading:
        reading.exec_driver_sql("SELECT * FROM delivery").all()
    with pytest.raises(Damaged):
        database.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'x'"))
    database.close()
    assert len(told) == 2


# --- making backups


def test_a_backup_is_one_sound_file_with_everything_in_it(in_use: Database, backups: Backups) -> None:
    made = backups.make_daily(NOON)
    assert made is not None
    assert backups.all() == [made]
    assert [each.name for each in made.path.parent.iterdir()] == ["smsdesk-2026-11-19.db"]
    assert rows(made.path, "SELECT count(*) FROM delivery") == [(4,)]
    assert [each.name for each in made.path.parent.iterdir()] == ["smsdesk-2026-11-19.db"]
    assert made.made == NOON


def test_there_is_one_backup_a_day_by_the_calendar_on_the_wall(in_use: Database, backups: Backups) -> None:
    late = NOON.replace(hour=23, minute=59)
    first = backups.make_daily(NOON)
    assert backups.make_daily(late.astimezone(UTC)) is None
    second = backups.make_daily((late + timedelta(minutes=2)).astimezone(UTC))
    assert backups.all() == [second, first]


def test_the_days_backup_is_made_anew_within_the_hour_when_something_changed(
    in_use: Database, backups: Backups, announce: Callable[..., int]
) -> None:
    first = backups.make_daily(NOON)
    announce(3)
    assert backups.make_daily(NOON + timedelta(minutes=40)) is None
    second = backups.make_daily(NOON + timedelta(minutes=59, seconds=59))
    assert first is not None
    assert second is not None
    assert backups.all() == [second]
    assert (second.path, second.made) == (first.path, NOON + timedelta(minutes=59))
    assert rows(second.path, "SELECT count(*) FROM delivery") == [(7,)]
    assert backups.make_daily(NOON + timedelta(hours=3)) is None
    in_use.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'x'"))
    assert backups.make_daily(NOON + timedelta(hours=3)) is not None


def test_the_next_run_makes_an_old_backup_of_the_day_anew(
    in_use: Database, backups: Backups, path: Path, announce: Callable[..., int]
) -> None:
    backups.make_daily(NOON)
    announce(3)
    in_use.close()
    later = Backups(path.parent / "backups", path)
    assert later.make_daily(NOON + timedelta(minutes=10)) is None
    made = later.make_daily(NOON + timedelta(hours=2))
    assert made is not None
    assert rows(made.path, "SELECT count(*) FROM delivery") == [(7,)]


def test_a_clock_that_was_put_back_does_not_hold_up_the_backup(
    in_use: Database, backups: Backups, announce: Callable[..., int]
) -> None:
    backups.make_daily(NOON)
    announce(3)
    assert backups.make_daily(NOON - timedelta(hours=3)) is not None


def test_a_backup_that_cant_be_made_anew_stays_as_it_was(in_use: Database, backups: Backups, path: Path) -> None:
    made = backups.make_daily(NOON)
    in_use.close()
    garbage_in_the_middle(path)
    assert made is not None
    before = made.path.read_bytes()
    with pytest.raises(Damaged):
        backups.make_daily(NOON + timedelta(hours=1))
    assert made.path.read_bytes() == before
    assert list(made.path.parent.iterdir()) == [made.path]


def test_when_a_backup_was_made_is_known_of_a_copied_folder_too(in_use: Database, backups: Backups, path: Path) -> None:
    made = backups.make_daily(NOON)
    assert made is not None
    copied = path.parent / "copied"
    copied.mkdir()
    (copied / made.path.name).write_bytes(made.path.read_bytes())
    (backup,) = Backups(copied, path).all()
    assert backup.made == NOON
    with closing(sqlite3.connect(backup.path)) as connection:  # as backups were before they said it
        connection.execute("PRAGMA user_version = 0")
    os.utime(backup.path, (1_800_000_000, 1_800_000_000))
    (backup,) = Backups(copied, path).all()
    assert backup.made == datetime.fromtimestamp(1_800_000_000, UTC)


def test_backups_older_than_seven_days_go(in_use: Database, backups: Backups) -> None:
    for day in range(10):
        backups.make_daily(NOON + timedelta(days=day))
    assert [each.day.day for each in backups.all()] == [28, 27, 26, 25, 24, 23, 22, 21]


def test_an_old_backup_stays_until_there_is_a_new_one(in_use: Database, backups: Backups) -> None:
    old = backups.make_daily(NOON)
    assert backups.all() == [old]
    new = backups.make_daily(NOON + timedelta(days=30))
    assert backups.all() == [new]


def test_other_files_in_the_folder_are_nobodys_backup(in_use: Database, backups: Backups) -> None:
    made = backups.make_daily(NOON)
    assert made is not None
    for name in ("smsdesk-old.db", "smsdesk-2020-13-41.db", "notes.txt"):
        (made.path.parent / name).write_text("mine")
    backups.make_daily(NOON + timedelta(days=1))
    assert len(backups.all()) == 2
    assert (made.path.parent / "smsdesk-2020-13-41.db").read_text() == "mine"


def test_a_backup_of_today_that_has_gone_bad_is_made_anew(in_use: Database, backups: Backups) -> None:
    made = backups.make_daily(NOON)
    assert made is not None
    cut_off(made.path)
    assert backups.make_daily(NOON) is not None
    quick_check(made.path)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_never_kept_as_a_backup_nor_pushes_out_an_old_one(
    in_use: Database, path: Path, backups: Backups, damage: Callable[[Path], None]
) -> None:
    good = backups.make_daily(NOON)
    in_use.close()
    damage(path)
    with pytest.raises(Damaged):
        backups.make_daily(NOON + timedelta(days=20))
    assert good is not None
    assert list(good.path.parent.iterdir()) == [good.path]


def test_a_full_disk_leaves_no_half_backup(in_use: Database, backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(UserFacingError, match="full") as told:
            backups.make_daily(NOON)
    assert not isinstance(told.value, Damaged)
    assert backups.all() == []
    made = backups.make_daily(NOON)
    assert made is not None
    assert list(made.path.parent.iterdir()) == [made.path]


def test_what_an_interrupted_backup_left_is_no_hindrance(in_use: Database, backups: Backups, path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for name in ("smsdesk.part", "smsdesk.part-journal"):
        (folder / name).write_bytes(b"half a page")
    made = backups.make_daily(NOON)
    assert made is not None
    assert list(folder.iterdir()) == [made.path]


def test_a_backup_that_is_made_while_another_thread_writes_is_of_one_moment(
    in_use: Database, backups: Backups, account: Account
) -> None:
    """Each write moves something between two rows; a copy of two moments would not add up."""
    in_use.write(lambda c: c.exec_driver_sql("UPDATE announcement SET parts = 1000"))
    in_use.write(
        lambda c: c.exec_driver_sql(
            "INSERT INTO announcement (account_id, text, sender, parts, one_by_one, created_at) "
            "SELECT account_id, text, sender, 0, 0, created_at FROM announcement"
        )
    )
    stop, begun = threading.Event(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            in_use.write(
                lambda c: (
                    c.exec_driver_sql("UPDATE announcement SET parts = parts - 1 WHERE id = 1"),
                    c.exec_driver_sql("UPDATE announcement SET parts = parts + 1 WHERE id = 2"),
                )
            )
            begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert begun.wait(20)
    made = [backups.make_daily(NOON + timedelta(days=day)) for day in range(5)]
    stop.set()
    writer.join()
    sums = [rows(each.path, "SELECT sum(parts) FROM announcement") for each in made if each is not None]
    assert sums == [[(1000,)]] * 5


# --- going back


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_restored_backup_has_everything_of_its_time_and_what_was_waiting_is_unknown(
    in_use: Database, path: Path, backups: Backups, damage: Callable[[Path], None], peek: Any
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
    assert rows(backup.path, "SELECT count(*) FROM delivery WHERE state = 'queued'") == [(2,)]


def test_the_damaged_file_is_set_aside_with_the_log_that_belongs_to_it(
    in_use: Database, path: Path, backups: Backups, peek: Any
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

    monkeypatch.setattr("smsdesk.store.sqlite.connection.backup", full)
    assert backup is not None
    with pytest.raises(UserFacingError, match="full"):
        backups.restore(backup)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", "smsdesk.db"]


def test_a_backup_of_an_older_revision_is_marked_and_then_brought_up_to_date(
    path: Path, backups: Backups, peek: Any
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
