"""The data file's place: what stands there at the start, and putting another file there, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome
from smsdesk.files.replacing import once_let_go, put_in_place, rename
from smsdesk.store.migrations.runner import REVISIONS
from smsdesk.store.sqlite import connection as sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESTORED: Final = "restored"
"""The code of a delivery that was waiting when a backup was restored: it may have been sent since."""

LOGS: Final = ("-wal", "-shm", "-journal")

_SET_ASIDE: Final = "smsdesk-damaged-%Y%m%dT%H%M%S%f.db"
_WAITING: Final = (DeliveryState.QUEUED, DeliveryState.SUBMITTING)


@frozen
class CopyFound:
    """A backup that somebody put in the data file's place by hand.

    Attributes:
        made: when the copy was made (UTC, to the minute).
        unknown: how many deliveries were waiting in it, and are unknown now.
    """

    made: datetime
    unknown: int


class DataFile:
    """The place of one data file. Nothing else may have it open.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._part = path.with_name(f"{path.name}.part")

    def lost(self) -> bool:
        """Whether there is none, or an empty one."""
        return not (self.path.exists() and self.path.stat().st_size > 0)

    @contextmanager
    def making(self) -> Iterator[Path]:
        """A name for the file that shall stand here, for as long as it is not whole. What stays under it goes."""
        with fresh(self.path.with_name(f"{self.path.name}.making")) as path:
            yield path

    def replace(self, made: Path, now: datetime) -> Path | None:
        """Put what was made here, and set aside what was here; gives its new name, None where there was none.

        Where this is cut short, `finish_replacing` finds the whole file; where the disk refuses, all is as it was.

        Raises:
            OSError: it could not be renamed.
        """
        remove(self._part)
        aside = None
        try:
            put_in_place(made, self._part)
            aside = self.set_aside(now)
            put_in_place(self._part, self.path)
        except OSError:
            if aside is not None:
                _rename(aside, self.path)
            remove(self._part)  # only now that the other one is back
            raise
        return aside

    def finish_replacing(self) -> bool:
        """Where the file is missing, put the whole one here that an earlier run did not come to put here.

        It is whole when it is sound, no bare copy of a backup, and nothing in it waits: else it is left alone.

        Raises:
            OSError: it could not be renamed.
        """
        if not (self.lost() and self._part.exists() and _whole(self._part)):
            return False
        self._set_logs_aside()
        put_in_place(self._part, self.path)
        return True

    def set_aside(self, now: datetime) -> Path | None:
        """Rename the file and its logs, which belong together. The file goes first: without its logs it lies.

        Raises:
            OSError: it could not be renamed; it stands where it stood.
        """
        aside = self.path.with_name(now.strftime(_SET_ASIDE))
        try:
            rename(self.path, aside)
        except FileNotFoundError:
            self._set_logs_aside()
            return None
        try:
            _rename_logs(self.path, aside)
        except OSError:
            _rename(aside, self.path)
            raise
        return aside

    def remains(self, since: datetime) -> Path:
        """What may still tell of the time since then: the file; where it is missing, the newest that was set aside."""
        if not self.lost():
            return self.path
        newest = self._newest_set_aside()
        if newest is None or _time_of(newest) < since:
            return self.path
        self._set_logs_aside()
        return newest

    def take_as_restored(self, now: datetime) -> CopyFound | None:
        """Where a backup was put here by hand, do what restoring it does: what was waiting becomes unknown.

        Raises:
            Damaged: it is damaged.
            UserFacingError: it could not be read.
            OSError, sqlite3.Error: it could not be written; it is found again.
        """
        made = self._stamp()
        if made is None:
            return None
        for ending in ("-wal", "-shm"):  # of the file that stood here before: laid over the copy they would spoil it
            with suppress(FileNotFoundError):
                log = self.path.with_name(self.path.name + ending)
                rename(log, self.path.with_name(now.strftime(_SET_ASIDE) + ending))
        sqlite.quick_check(self.path)
        return CopyFound(made, mark_unknown(self.path, now))

    def _stamp(self) -> datetime | None:
        """When this copy was made; None where it is none, or not one that this program could take."""
        if self.lost():
            return None
        if self.path.with_name(f"{self.path.name}-journal").exists():
            with suppress(sqlite3.Error), closing(sqlite3.connect(self.path)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master")  # undoes what was cut short
        try:
            # Without its logs: another file's may lie there, and would be laid over the copy.
            with closing(sqlite.open_unchanged(self.path, with_logs=False)) as connection:
                (minutes,) = connection.execute("PRAGMA user_version").fetchone()
                if minutes <= 0:
                    return None
                (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error:
            return None  # damaged, or another program's: who opens it says so
        return sqlite.stamped_at(minutes) if revision in REVISIONS else None

    def _newest_set_aside(self) -> Path | None:
        found = []
        for path in self.path.parent.glob("smsdesk-damaged-*.db"):
            with suppress(ValueError):  # another file of a similar name
                found.append((_time_of(path), path))
        return max(found)[1] if found else None

    def _set_logs_aside(self) -> None:
        """What is left here without a file is the newest set-aside one's, if that was cut short; else nobody's."""
        log = self.path.with_name(f"{self.path.name}{LOGS[0]}")
        newest = self._newest_set_aside()
        if newest is not None and log.exists() and log.stat().st_mtime < _time_of(newest).timestamp():
            _rename_logs(self.path, newest)
        _rename_logs(self.path, self.path.with_name(datetime.now(UTC).strftime(_SET_ASIDE)))


def mark_unknown(path: Path, now: datetime) -> int:
    """Call what was waiting unknown, and take the stamp out of the copy, both or nothing; gives how many that were.

    The file may be of any revision.
    """
    at = now.isoformat(timespec="microseconds")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE submission SET finished_at = ?, outcome = ?, error_code = ? WHERE finished_at IS NULL",
            (at, Outcome.UNKNOWN, RESTORED),
        )
        unknown = connection.execute(
            "UPDATE delivery SET state = ?, error_code = ?, error_text = NULL, changed_at = ? WHERE state IN (?, ?)",
            (DeliveryState.UNKNOWN, RESTORED, at, *_WAITING),
        ).rowcount
        connection.execute("PRAGMA user_version = 0")
        connection.execute("COMMIT")
        return unknown


@contextmanager
def fresh(path: Path) -> Iterator[Path]:
    """A name for a file that is not whole yet. What stays there under it, now or from an earlier run, goes."""
    remove(path)
    try:
        yield path
    finally:
        remove(path)


def remove(path: Path) -> None:
    """Remove a data file with its logs."""
    for name in (path.name, *(path.name + log for log in LOGS)):
        once_let_go(partial(path.with_name(name).unlink, missing_ok=True))


def _time_of(aside: Path) -> datetime:
    """When this file was set aside.

    Raises:
        ValueError: it was not.
    """
    return datetime.strptime(aside.name, _SET_ASIDE).replace(tzinfo=UTC)


def _whole(path: Path) -> bool:
    try:
        sqlite.quick_check(path)
        with closing(sqlite.open_unchanged(path)) as connection:
            (stamp,) = connection.execute("PRAGMA user_version").fetchone()
            waits = connection.execute("SELECT 1 FROM delivery WHERE state IN (?, ?) LIMIT 1", _WAITING).fetchone()
    except (UserFacingError, *sqlite.ERRORS):
        return False
    return not stamp and waits is None


def _rename(path: Path, target: Path) -> None:
    rename(path, target)
    _rename_logs(path, target)


def _rename_logs(path: Path, target: Path) -> None:
    for log in LOGS:
        with suppress(FileNotFoundError):
            rename(path.with_name(path.name + log), target.with_name(target.name + log))
