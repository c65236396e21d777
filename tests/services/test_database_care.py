from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.database_care import DatabaseCare
from smsdesk.store.database import Database
from smsdesk.store.sqlite.backups import Backups
from smsdesk.store.sqlite.connection import Moved, moved
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 11, 19, 12, 2).astimezone()
PAGE = 4096


class Watch:
    """Hears what care tells, and sets the time for it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backups = Backups(path.parent / "backups", path)
        self.heard: list[object] = []
        self.threads: set[str] = set()
        self.now = NOON
        self.database: Database | None = None
        self.care = DatabaseCare(
            path, self.backups, lambda: self._hear("sound"), self._hear, self._hear, self.still_ours,
            lambda: self.now.astimezone(UTC),
        )  # fmt: skip

    def still_ours(self) -> None:
        """Raise where another file stands in the data file's place."""
        if self.database is not None:
            self.database.refuse_if_moved()

    def tick(self) -> list[object]:
        """Let care do what is due; gives what it has told so far."""
        self.care.tick()
        self.care._worker.do(lambda: None).result(PATIENCE_S)
        return self.heard

    def _hear(self, news: object) -> None:
        self.heard.append(news)
        self.threads.add(threading.current_thread().name)

    @property
    def days(self) -> list[int]:
        return [each.day.day for each in self.backups.all()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "smsdesk.db"
    Database(path).close()
    return path


@pytest.fixture
def watch(path: Path) -> Iterator[Watch]:
    watch = Watch(path)
    yield watch
    watch.care.close(20)


def put_another_in_its_place(path: Path) -> None:
    """As a synchronisation program does that found a newer one somewhere."""
    other = path.with_name("other.db")
    Database(other).close()
    other.replace(path)


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(2 * PAGE)
        file.write(b"\xa5" * (path.stat().st_size - 4 * PAGE))


def test_a_sound_file_is_said_to_be_sound_once_and_backed_up(watch: Watch) -> None:
    assert watch.tick() == ["sound"]
    assert watch.days == [19]
    assert watch.tick() == ["sound"]
    assert watch.threads == {"smsdesk-care"}


def test_it_says_sound_before_it_takes_the_time_for_the_backup(path: Path) -> None:
    seen: list[object] = []
    backups = Backups(path.parent / "backups", path)
    care = DatabaseCare(path, backups, lambda: seen.append(backups.all()), seen.append, seen.append)
    care.tick()
    assert care._worker.close(20)
    assert seen == [[]]
    assert len(backups.all()) == 1


def test_a_program_that_runs_for_days_makes_each_days_backup(watch: Watch) -> None:
    for _ in range(60):
        watch.tick()
        watch.now += timedelta(hours=1)
    assert watch.heard == ["sound"]
    assert watch.days == [21, 20, 19]


def test_what_was_done_meanwhile_is_in_the_backup_an_hour_later(watch: Watch) -> None:
    watch.tick()
    with closing(sqlite3.connect(watch.path)) as connection, connection:
        connection.execute("CREATE TABLE new (id INTEGER)")
    watch.now += timedelta(hours=1)
    assert watch.tick() == ["sound"]
    (backup,) = watch.backups.all()
    assert backup.made == NOON + timedelta(hours=1)
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("SELECT * FROM new").fetchall() == []


def test_a_damaged_file_is_never_called_sound_and_not_backed_up(watch: Watch) -> None:
    damage(watch.path)
    before = watch.path.read_bytes()
    (told,) = watch.tick()
    assert type(told).__name__ == "Damaged"
    assert watch.days == []
    assert watch.path.read_bytes() == before


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=1)])
def test_damage_that_comes_later_is_found_by_the_next_backup(watch: Watch, later: timedelta) -> None:
    watch.tick()
    damage(watch.path)
    watch.now += later
    assert [type(each).__name__ for each in watch.tick()] == ["str", "Damaged"]
    assert watch.days == [19]


def test_a_backup_that_cant_be_made_is_told_once_and_tried_again(watch: Watch) -> None:
    in_the_way = watch.path.with_name("backups")
    in_the_way.write_text("a file where the folder would be")
    watch.tick()
    watch.now += timedelta(hours=1)
    sound, told = watch.tick()
    assert sound == "sound"
    assert isinstance(told, UserFacingError)
    assert str(told.what).startswith("The daily backup of your data could not be made. A file or folder of your")
    assert "tries again every hour" in str(told.todo)
    in_the_way.unlink()
    assert len(watch.tick()) == 2
    assert watch.days == [19]
    watch.now += timedelta(days=1)
    in_the_way.rename(watch.path.with_name("moved"))
    in_the_way.write_text("in the way again")
    assert len(watch.tick()) == 3


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=9)])
def test_a_file_that_was_put_in_its_place_takes_no_backups_place(watch: Watch, later: timedelta) -> None:
    watch.database = Database(watch.path)
    try:
        watch.tick()
        (good,) = watch.backups.all()
        before = good.path.read_bytes()
        put_another_in_its_place(watch.path)
        watch.now += later
        sound, told = watch.tick()
        assert sound == "sound"
        assert isinstance(told, Moved)
        assert "put the data file back" in str(told.todo)
        assert watch.backups.all() == [good]
        assert good.path.read_bytes() == before
        watch.now += timedelta(hours=1)
        assert len(watch.tick()) == 2
    finally:
        watch.database.close()


def test_a_file_that_was_put_in_its_place_while_the_backup_was_made_takes_no_backups_place(watch: Watch) -> None:
    calls: list[int] = []

    def still_ours() -> None:
        calls.append(len(calls))
        if len(calls) == 2:  # the copy is made
            raise moved()

    watch.tick()
    (good,) = watch.backups.all()
    with pytest.raises(Moved):
        watch.backups.make_daily(NOON + timedelta(days=1), still_ours)
    assert watch.backups.all() == [good]
    assert [each.name for each in good.path.parent.iterdir()] == [good.path.name]


def test_a_file_that_cant_be_read_is_not_called_sound_and_checked_again_later(watch: Watch) -> None:
    away = watch.path.with_name("away.db")
    watch.path.rename(away)
    (told,) = watch.tick()
    assert isinstance(told, UserFacingError)
    away.rename(watch.path)
    assert watch.tick()[1:] == ["sound"]


def test_a_mistake_of_ours_is_told_too(path: Path) -> None:
    told: list[BaseException] = []

    def stumble() -> None:
        raise ZeroDivisionError

    care = DatabaseCare(path, Backups(path.parent / "backups", path), stumble, told.append, told.append)
    care.tick()
    assert care._worker.close(20)
    assert [type(each) for each in told] == [ZeroDivisionError]


def test_after_closing_nothing_is_done_and_nothing_told(watch: Watch) -> None:
    watch.care.close(20)
    watch.care.tick()
    assert watch.heard == []


def test_the_check_does_not_hold_up_whoever_writes(watch: Watch) -> None:
    database = Database(watch.path)
    with closing(sqlite3.connect(watch.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE unfinished (id INTEGER)")
        assert watch.tick() == ["sound"]
        other.execute("ROLLBACK")
    database.close()
