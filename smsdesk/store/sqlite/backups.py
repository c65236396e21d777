"""Copies of the database, one for each day, and the way back to one of them when the file is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome
from smsdesk.store.files import put_in_place
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.connection import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT_FOR: Final = timedelta(days=7)

RESTORED: Final = "restored"
"""The code of a delivery that was waiting when a backup was restored: it may have been sent since."""

_MADE_ANEW_AFTER: Final = timedelta(minutes=50)
"""How old the day's backup gets while things change: what asks every hour must not be a moment too early."""

_PATTERN: Final = "smsdesk-%Y-%m-%d.db"
_LOGS: Final = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the database.

    Attributes:
        path: the copy.
        day: the day it was made for, where this computer is.
        made: when it was made last, to the minute. The copy itself says so; an old one that does not, by its file.
    """

    path: Path
    day: date
    made: datetime


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring a backup did.

    Attributes:
        backup: the one that was restored; an older one than was asked for, where that was damaged itself.
        unknown: how many deliveries were waiting, in it or in the damaged file, and are unknown now.
        salvaged: how many later announcements were brought over from the damaged file.
        missing: how many later announcements left a trace there, and could not be brought over.
        kept: the damaged file under its new name, None where there was no file any more.
    """

    backup: Backup
    unknown: int
    salvaged: int
    missing: int
    kept: Path | None


class Backups:
    """The backups of one database. To go back, nothing else may have the database open.

    Args:
        folder: where they are kept; it is made with the first one.
        database: the file that they are copies of.
    """

    def __init__(self, folder: Path, database: Path) -> None:
        self._folder = folder
        self._database = database
        self._copied: object = None  # what the database looked like when it was last copied

    def all(self) -> list[Backup]:
        """Every backup there is, the newest first, sound or not."""
        found = []
        for path in self._folder.glob("smsdesk-*.db"):
            with suppress(ValueError, OSError):  # another file of a similar name, or one that was just taken away
                day = datetime.strptime(path.name, _PATTERN).date()  # noqa: DTZ007 - a day of the user's calendar
                made = sqlite.stamped(path) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
                found.append(Backup(path, day, made))
        return sorted(found, key=lambda backup: backup.day, reverse=True)

    def newest_sound(self) -> Backup | None:
        """The newest backup that can be read from end to end."""
        return next((backup for backup in self.all() if _sound(backup.path)), None)

    def make_daily(self, now: datetime) -> Backup | None:
        """Make the backup of this day, or make it anew, and take away those that are too old.

        It is made where there is no sound one, and anew when it is about an hour old and the database may have changed
        since. Nothing is replaced or taken away before the new one is there and was found sound.

        Args:
            now: aware; its day on this computer's calendar counts.

        Raises:
            Damaged: the database is damaged; nothing was kept of the copy, and nothing was taken away.
            UserFacingError: the disk is full or may not be written.
        """
        day = now.astimezone().date()
        new = None
        with _plain_words():
            looks = _looks(self._database)
            there = next((backup for backup in self.all() if backup.day == day), None)
            if there is None or self._overtaken(there, now, looks) or not _sound(there.path):
                new = self._make(day, now)
                self._copied = looks
            self._prune(day)
        return new

    def refuse_loss(self) -> None:
        """See to it that a lost file does not pass for a first start.

        Raises:
            Damaged: the database is gone or empty, though there is a sound backup of it.
        """
        with suppress(FileNotFoundError):
            if self._database.stat().st_size > 0:
                return
        if self.newest_sound() is not None:
            raise sqlite.lost()

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the database's place; where it is damaged itself, the next older one that is sound.

        What can still be read of the damaged file is added to it. What was waiting may have been sent since: it becomes
        unknown, so that nothing leaves by itself. The damaged file is kept under another name.

        Raises:
            Damaged: none of them is sound; everything is as it was.
            UserFacingError: the disk is full or may not be written.
        """
        from smsdesk.store.sqlite.salvage import salvage

        now = datetime.now(UTC)
        candidates = [backup, *(each for each in self.all() if each.day < backup.day)]
        with _plain_words(), _part(self._database.with_name(f"{self._database.name}.part")) as part:
            used = _copy_first_sound(candidates, part)
            sqlite.stamp(part, None)
            salvaged = salvage(self._database, part)
            unknown = _mark_unknown(part, now)
            kept = self._set_aside(now)
            put_in_place(part, self._database)
        return Restored(used, unknown, salvaged.announcements, salvaged.missing, kept)

    def start_empty(self) -> Path | None:
        """Set the damaged file aside, for when there is no backup; gives its new name, None where there was none.

        Raises:
            UserFacingError: the folder may not be written.
        """
        with _plain_words():
            return self._set_aside(datetime.now(UTC))

    def _overtaken(self, backup: Backup, now: datetime, looks: object) -> bool:
        """A time to come is no recent time: the clock was put back."""
        recent = abs(now - backup.made) < _MADE_ANEW_AFTER
        return not recent and looks != self._copied

    def _make(self, day: date, now: datetime) -> Backup:
        path = self._folder / day.strftime(_PATTERN)
        self._folder.mkdir(exist_ok=True)
        with _part(self._folder / "smsdesk.part") as part:
            sqlite.backup(self._database, part)
            sqlite.stamp(part, now)
            sqlite.quick_check(part)
            put_in_place(part, path)
        return Backup(path, day, sqlite.stamped(path) or now)

    def _set_aside(self, now: datetime) -> Path | None:
        """Rename the database and its logs, which belong together. The file goes first: without its logs it lies."""
        aside = self._database.with_name(f"smsdesk-damaged-{now:%Y%m%dT%H%M%S%f}.db")
        kept = None
        with suppress(FileNotFoundError):
            self._database.rename(aside)
            kept = aside
        for log in _LOGS:
            with suppress(FileNotFoundError):
                self._database.with_name(self._database.name + log).rename(aside.with_name(aside.name + log))
        return kept

    def _prune(self, today: date) -> None:
        """Called only once today's is sound: so the newest sound one is never among those that go."""
        for backup in self.all():
            if backup.day < today - KEPT_FOR:
                backup.path.unlink(missing_ok=True)


def _looks(database: Path) -> object:
    """Differs after every change. No clock is read from it, so it means nothing from one run to the next."""
    seen = []
    for path in (database, database.with_name(f"{database.name}-wal")):
        with suppress(FileNotFoundError):
            found = path.stat()
            seen.append((path.name, found.st_size, found.st_mtime_ns))
    return seen


def _copy(source: Path, target: Path) -> None:
    sqlite.backup(source, target)
    sqlite.quick_check(target)


def _copy_first_sound(candidates: list[Backup], target: Path) -> Backup:
    for backup in candidates[:-1]:
        with suppress(Damaged):
            with _plain_words():
                _copy(backup.path, target)
            return backup
        _remove(target)
    _copy(candidates[-1].path, target)
    return candidates[-1]


def _mark_unknown(path: Path, now: datetime) -> int:
    """Give how many deliveries became unknown. The file may be of any revision."""
    at = now.isoformat(timespec="microseconds")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE submission SET finished_at = ?, outcome = ?, error_code = ? WHERE finished_at IS NULL",
            (at, Outcome.UNKNOWN, RESTORED),
        )
        return connection.execute(
            "UPDATE delivery SET state = ?, error_code = ?, error_text = NULL, changed_at = ? WHERE state IN (?, ?)",
            (DeliveryState.UNKNOWN, RESTORED, at, DeliveryState.QUEUED, DeliveryState.SUBMITTING),
        ).rowcount


def _sound(path: Path) -> bool:
    try:
        sqlite.quick_check(path)
    except UserFacingError:
        return False
    return True


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """A name for a copy that is not whole yet. What stays there under it, now or from an earlier run, goes."""
    _remove(path)
    try:
        yield path
    finally:
        _remove(path)


def _remove(path: Path) -> None:
    for name in (path.name, *(path.name + log for log in _LOGS)):
        path.with_name(name).unlink(missing_ok=True)


@contextmanager
def _plain_words() -> Iterator[None]:
    try:
        yield
    except sqlite.ERRORS as error:
        raise sqlite.user_facing(error) or error from error
