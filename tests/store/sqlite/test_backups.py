"""Making backups."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.store.sqlite.backups import Backups
from smsdesk.store.sqlite.connection import Damaged, quick_check
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.damage import DAMAGES, cut_off, garbage_in_the_middle
from tests.helpers.profile.peek import Peek

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce

NOON = datetime(2026, 11, 19, 12, 2).astimezone()


def test_a_backup_is_one_sound_file_with_everything_in_it(in_use: Database, backups: Backups) -> None:
    made = backups.make_daily(NOON)
    assert made is not None
    assert backups.all() == [made]
    assert [each.name for each in made.path.parent.iterdir()] == ["smsdesk-2026-11-19.db"]
    assert Peek(made.path)("SELECT count(*) FROM delivery") == [4]
    assert [each.name for each in made.path.parent.iterdir()] == ["smsdesk-2026-11-19.db"]
    assert made.made == NOON


def test_there_is_one_backup_a_day_by_the_calendar_on_the_wall(in_use: Database, backups: Backups) -> None:
    late = NOON.replace(hour=23, minute=59)
    first = backups.make_daily(NOON)
    assert backups.make_daily(late.astimezone(UTC)) is None
    second = backups.make_daily((late + timedelta(minutes=2)).astimezone(UTC))
    assert backups.all() == [second, first]


def test_the_days_backup_is_made_anew_within_the_hour_when_something_changed(
    in_use: Database, backups: Backups, announce: Announce
) -> None:
    first = backups.make_daily(NOON)
    announce(3)
    assert backups.make_daily(NOON + timedelta(minutes=40)) is None
    second = backups.make_daily(NOON + timedelta(minutes=59, seconds=59))
    assert first is not None
    assert second is not None
    assert backups.all() == [second]
    assert (second.path, second.made) == (first.path, NOON + timedelta(minutes=59))
    assert Peek(second.path)("SELECT count(*) FROM delivery") == [7]
    assert backups.make_daily(NOON + timedelta(hours=3)) is None
    in_use.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'x'"))
    assert backups.make_daily(NOON + timedelta(hours=3)) is not None


def test_the_next_run_makes_an_old_backup_of_the_day_anew(
    in_use: Database, backups: Backups, path: Path, announce: Announce
) -> None:
    backups.make_daily(NOON)
    announce(3)
    in_use.close()
    later = Backups(path.parent / "backups", path)
    assert later.make_daily(NOON + timedelta(minutes=10)) is None
    made = later.make_daily(NOON + timedelta(hours=2))
    assert made is not None
    assert Peek(made.path)("SELECT count(*) FROM delivery") == [7]


def test_a_clock_that_was_put_back_does_not_hold_up_the_backup(
    in_use: Database, backups: Backups, announce: Announce
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
    assert begun.wait(PATIENCE_S)
    made = [backups.make_daily(NOON + timedelta(days=day)) for day in range(5)]
    stop.set()
    writer.join()
    sums = [Peek(each.path)("SELECT sum(parts) FROM announcement") for each in made if each is not None]
    assert sums == [[1000]] * 5
