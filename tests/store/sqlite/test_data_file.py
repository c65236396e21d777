"""A backup that was put in the data file's place by hand, and a restore that was cut short."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.store.database import Database
from smsdesk.store.sqlite import backups as backups_module
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite import data_file, salvage
from smsdesk.store.sqlite.backups import Backups, FoundAtStart
from smsdesk.store.sqlite.connection import Damaged, quick_check, stamped
from tests.helpers.profile.busy_day import BEFORE, SINCE, World, busy_day, pages_of, spoil, table
from tests.helpers.profile.damage import zeros_for_a_header

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from tests.helpers.profile.peek import Peek

NOON = datetime(2026, 11, 19, 12, 2).astimezone()


# --- a copy put there by hand


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@pytest.fixture
def copied(in_use: Database, path: Path, backups: Backups) -> bytes:
    """The backup of a data file stands in its place, beside the log of a program that was killed; gives that log."""
    backup = backups.make_daily(NOON)
    assert backup is not None
    in_use.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'newest'"))
    log = log_of(path).read_bytes()
    in_use.close()
    shutil.copy(backup.path, path)
    log_of(path).write_bytes(log)
    return log


def test_a_copy_put_there_by_hand_is_a_restored_backup(copied: bytes, path: Path, backups: Backups, peek: Peek) -> None:
    assert copied
    found = backups.take_up()
    assert found.copy is not None
    assert found.copy.made == NOON
    assert found.copy.unknown == 3
    Database(path).close()
    assert peek("SELECT state, error_code FROM delivery ORDER BY id") == [
        ("accepted", None), ("unknown", "restored"), ("unknown", "restored"), ("unknown", "restored")
    ]  # fmt: skip
    assert peek("SELECT count(*) FROM submission WHERE finished_at IS NULL") == [0]
    assert stamped(path) is None
    assert backups.take_up() == FoundAtStart()


def test_the_log_of_the_file_that_was_there_is_not_laid_over_the_copy_but_kept(
    copied: bytes, path: Path, backups: Backups, peek: Peek
) -> None:
    backups.take_up()
    assert "newest" not in peek("SELECT name FROM delivery")
    quick_check(path)
    (kept,) = path.parent.glob("smsdesk-damaged-*.db-wal")
    assert kept.read_bytes() == copied


def test_a_copy_that_was_half_taken_up_is_taken_up_again(
    copied: bytes, path: Path, backups: Backups, peek: Peek
) -> None:
    assert copied
    log_of(path).unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:  # killed just before it was committed
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version=0")
        connection.execute("UPDATE delivery SET state = 'unknown', name = ?", ("x" * 100_000,))
        changed, journal = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
        connection.execute("ROLLBACK")
    path.write_bytes(changed)
    path.with_name(f"{path.name}-journal").write_bytes(journal)
    assert backups.take_up().copy is not None
    assert peek("SELECT count(*) FROM delivery WHERE state IN ('queued', 'submitting')") == [0]
    assert peek("SELECT count(*) FROM delivery WHERE error_code = 'restored'") == [3]


def test_a_damaged_copy_is_found_out_before_anything_is_written(copied: bytes, path: Path, backups: Backups) -> None:
    assert copied
    log_of(path).unlink()
    spoil(path, *pages_of(path, "ix_delivery_state"))
    before = path.read_bytes()
    with pytest.raises(Damaged):
        backups.take_up()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change", ["DROP TABLE alembic_version", "UPDATE alembic_version SET version_num = '9999'"], ids=["other", "newer"]
)
def test_another_programs_or_versions_file_is_left_to_who_opens_it(
    copied: bytes, path: Path, backups: Backups, change: str
) -> None:
    assert copied
    log_of(path).unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    before = path.read_bytes()
    assert backups.take_up() == FoundAtStart()
    assert path.read_bytes() == before


def test_a_file_in_use_is_no_copy(in_use: Database, path: Path, backups: Backups, peek: Peek) -> None:
    backups.make_daily(NOON)
    in_use.close()
    before = path.read_bytes()
    assert backups.take_up() == FoundAtStart()
    assert path.read_bytes() == before
    assert peek("SELECT count(*) FROM delivery WHERE state = 'queued'") == [2]


# --- a restore that was cut short


class Cut(BaseException):
    """The power went."""


class Scissors:
    """Counts what going back does to the disk, and cuts it short before or after one of these steps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: int, *, refuses: bool = False) -> None:
        self.left = step
        self.refuses = refuses
        monkeypatch.setattr(Path, "rename", self._counted(Path.rename))
        monkeypatch.setattr(Path, "replace", self._counted(Path.replace))
        for module, name in ((backups_module, "copy"), (salvage, "salvage"), (backups_module, "mark_unknown")):
            self._count(monkeypatch, module, name)

    @property
    def has_cut(self) -> bool:
        return self.left < 0

    def _count(self, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> None:
        monkeypatch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, step: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object) -> object:
            self._cut()
            done = step(*arguments)
            if not self.refuses:
                self._cut()
            return done

        return counted

    def _cut(self) -> None:
        if self.has_cut:
            return
        self.left -= 1
        if self.has_cut:
            raise OSError(errno.EACCES, "held") if self.refuses else Cut


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return busy_day(tmp_path_factory.mktemp("day") / "smsdesk.db")


def damaged_profile(world: World, folder: Path) -> Path:
    """The damaged file of a program that was killed: its log lies beside it."""
    folder.mkdir()
    path = world.copied_to(folder)
    database = Database(path)
    database.write(lambda c: c.exec_driver_sql("UPDATE draft SET pending = 'the very last'"))
    log = log_of(path).read_bytes()
    database.close()
    spoil(path, *pages_of(path, "ix_report_delivery_id"))
    log_of(path).write_bytes(log)
    return path


def go_back(path: Path) -> None:
    """What the start does, and what the user chooses where it asks."""
    backups = Backups(path.parent / "backups", path)
    try:
        backups.take_up()
        quick_check(path)
    except Damaged:
        newest = backups.newest_sound()
        assert newest is not None
        backups.restore(newest)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file but those that SQLite makes where it looks at a log."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file() and each.suffix != ".db-shm"}


def announced(path: Path) -> set[str]:
    return {row["text"] for row in table(path, "announcement").values()}


def test_a_restore_that_is_cut_short_anywhere_loses_nothing(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = set[str]()
    for step in count():
        path = damaged_profile(world, tmp_path / str(step))
        with monkeypatch.context() as patch:
            scissors = Scissors(patch, step)
            try:
                go_back(path)
            except Cut:
                assert scissors.has_cut
        go_back(path)
        quick_check(path)
        rows = table(path, "announcement")
        assert len(rows) == BEFORE + SINCE, step
        assert announced(path) == (expected or announced(path)), step
        assert not {row["state"] for row in table(path, "delivery").values()} & {"queued", "submitting"}, step
        assert table(path, "draft")[1]["pending"] == "the very last", step
        assert not list(path.parent.glob("smsdesk.db.*")), step
        (kept,) = path.parent.glob("smsdesk-damaged-*.db")
        assert log_of(kept).exists(), step
        expected = announced(path)
        if not scissors.has_cut:
            assert step > 10
            break


def test_a_disk_that_refuses_one_of_the_renames_leaves_everything_as_it_was(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in count():
        path = damaged_profile(world, tmp_path / str(step))
        before = files_of(path.parent)
        backups = Backups(path.parent / "backups", path)
        newest = backups.newest_sound()
        assert newest is not None
        with monkeypatch.context() as patch:
            scissors = Scissors(patch, step, refuses=True)
            patch.setattr("smsdesk.files.replacing._PAUSES_S", ())
            with suppress(UserFacingError):
                backups.restore(newest)
        if not scissors.has_cut:
            assert step > 5
            break
        assert files_of(path.parent) == before, step


def test_what_was_set_aside_before_the_backup_was_made_tells_nothing_of_the_time_since(
    in_use: Database, path: Path, backups: Backups
) -> None:
    in_use.close()
    kept = backups.start_empty()
    assert kept is not None
    place = data_file.DataFile(path)
    now = datetime.now(UTC)
    assert place.remains(now - timedelta(hours=1)) == kept
    assert place.remains(now + timedelta(hours=1)) == path


@pytest.mark.parametrize("spoiled", [zeros_for_a_header, lambda path: sqlite.stamp(path, NOON)])
def test_only_a_whole_file_is_put_in_the_place_of_a_lost_one(
    in_use: Database, path: Path, backups: Backups, spoiled: Callable[[Path], None]
) -> None:
    backup = backups.make_daily(NOON)
    assert backup is not None
    in_use.close()
    part = path.with_name("smsdesk.db.part")
    path.rename(part)
    spoiled(part)
    with pytest.raises(Damaged, match="gone or empty"):
        backups.take_up()
    assert not path.exists()


def test_a_whole_file_that_was_left_behind_is_put_in_its_place(
    in_use: Database, path: Path, backups: Backups, peek: Peek
) -> None:
    backups.make_daily(NOON)
    in_use.close()
    data_file.mark_unknown(path, NOON)
    path.rename(path.with_name("smsdesk.db.part"))
    assert backups.take_up() == FoundAtStart(finished=True)
    assert peek("SELECT count(*) FROM delivery WHERE error_code = 'restored'") == [3]
    assert backups.take_up() == FoundAtStart()
