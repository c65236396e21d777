"""Copies of the database, one for each day, and the way back to one of them when the file is damaged."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.files.replacing import once_let_go, put_in_place
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.connection import Damaged
from smsdesk.store.sqlite.copying import copy
from smsdesk.store.sqlite.data_file import CopyFound, DataFile, fresh, mark_unknown, remove
from smsdesk.workers.stepping_back import stepping_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DATABASE: Final = "smsdesk.db"
"""The name of the data file in a profile."""

KEPT_FOR: Final = timedelta(days=7)

_MADE_ANEW_AFTER: Final = timedelta(minutes=50)
"""How old the day's backup gets while things change: what asks every hour must not be a moment too early."""

_PATTERN: Final = "smsdesk-%Y-%m-%d.db"


@frozen
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


@frozen
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


@frozen
class FoundAtStart:
    """What an earlier run, or somebody's hand, had left in the data file's place.

    Attributes:
        finished: a backup was being restored when the earlier run was cut short; it stands in its place now.
        copy: the file is a backup that was put there by hand, and was taken as a restored one.
    """

    finished: bool = False
    copy: CopyFound | None = None


class Backups:
    """The backups of one database. To go back, nothing else may have the database open.

    Args:
        folder: where they are kept; it is made with the first one.
        database: the file that they are copies of.
    """

    def __init__(self, folder: Path, database: Path) -> None:
        self._folder = folder
        self._database = database
        self._place = DataFile(database)
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

    def make_daily(self, now: datetime, still_ours: Callable[[], None] = lambda: None) -> Backup | None:
        """Make the backup of this day, or make it anew, and take away those that are too old.

        It is made where there is no sound one, and anew when it is about an hour old and the database may have changed
        since. Nothing is replaced or taken away before the new one is there and was found sound.

        Args:
            now: aware; its day on this computer's calendar counts.
            still_ours: called before anything is copied, and before the copy is kept; it raises what speaks against
                that. Another file may have been put in the database's place.

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
                still_ours()
                new = self._make(day, now, still_ours)
                self._copied = looks
            self._prune(day)
        return new

    def refuse_loss(self) -> None:
        """See to it that a lost file does not pass for a first start.

        Raises:
            Damaged: the database is gone or empty, though there is a sound backup of it.
        """
        if self._place.lost() and self.newest_sound() is not None:
            raise sqlite.lost()

    def take_up(self) -> FoundAtStart:
        """Before the database is opened: finish a restore that was cut short; take a copy put there as a restored one.

        Raises:
            Damaged: the database is damaged, or it is gone or empty, though there is a sound backup of it.
            UserFacingError: the disk is full or may not be written.
        """
        with _plain_words():
            finished = self._place.finish_replacing()
            self.refuse_loss()
            return FoundAtStart(finished, self._place.take_as_restored(datetime.now(UTC)))

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
        with _plain_words(), self._place.making() as made:
            used = _copy_first_sound(candidates, made)
            salvaged = salvage(self._place.remains(used.made), made)
            unknown = mark_unknown(made, now)
            kept = self._place.replace(made, now)
        return Restored(used, unknown, salvaged.announcements, salvaged.missing, kept)

    def start_empty(self) -> Path | None:
        """Set the damaged file aside, for when there is no backup; gives its new name, None where there was none.

        Raises:
            UserFacingError: the folder may not be written.
        """
        with _plain_words():
            return self._place.set_aside(datetime.now(UTC))

    def _overtaken(self, backup: Backup, now: datetime, looks: object) -> bool:
        """A time to come is no recent time: the clock was put back."""
        recent = abs(now - backup.made) < _MADE_ANEW_AFTER
        return not recent and looks != self._copied

    def _make(self, day: date, now: datetime, still_ours: Callable[[], None]) -> Backup:
        path = self._folder / day.strftime(_PATTERN)
        self._folder.mkdir(exist_ok=True)
        with fresh(self._folder / "smsdesk.part") as part:
            copy(self._database, part, gently=True)
            sqlite.stamp(part, now)
            stepping_back(lambda: sqlite.quick_check(part))
            still_ours()
            put_in_place(part, path)
        return Backup(path, day, sqlite.stamped(path) or now)

    def _prune(self, today: date) -> None:
        """Called only once today's is sound: so the newest sound one is never among those that go."""
        for backup in self.all():
            if backup.day < today - KEPT_FOR:
                once_let_go(partial(backup.path.unlink, missing_ok=True))


def backups_of(folder: Path) -> Backups:
    """The backups of a profile."""
    return Backups(folder / "backups", folder / DATABASE)


def _looks(database: Path) -> object:
    """Differs after every change. No clock is read from it, so it means nothing from one run to the next."""
    seen = []
    for path in (database, database.with_name(f"{database.name}-wal")):
        with suppress(FileNotFoundError):
            found = path.stat()
            seen.append((path.name, found.st_size, found.st_mtime_ns))
    return seen


def _copy(source: Path, target: Path) -> None:
    copy(source, target)
    sqlite.quick_check(target)


def _copy_first_sound(candidates: list[Backup], target: Path) -> Backup:
    for backup in candidates[:-1]:
        with suppress(Damaged):
            with _plain_words():
                _copy(backup.path, target)
            return backup
        remove(target)
    _copy(candidates[-1].path, target)
    return candidates[-1]


def _sound(path: Path) -> bool:
    try:
        sqlite.quick_check(path)
    except UserFacingError:
        return False
    return True


@contextmanager
def _plain_words() -> Iterator[None]:
    try:
        yield
    except sqlite.ERRORS as error:
        raise sqlite.user_facing(error) or error from error
