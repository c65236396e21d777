"""The one place that knows SQLite: opening, pragmas, transactions, errors.

SQLAlchemy takes long to import, so it is loaded when an engine is first needed: the start reads without one.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

_FULL = QT_TRANSLATE_NOOP("connection", "The disk that holds your smsdesk data is full.")
_MAKE_ROOM = QT_TRANSLATE_NOOP("connection", "Nothing was lost. Make some room on it, then try again.")
_READ_ONLY = QT_TRANSLATE_NOOP("connection", "smsdesk may not write in its data folder.")
_ALLOW = QT_TRANSLATE_NOOP(
    "connection", "Ask whoever looks after this computer for the right to write in it, then start smsdesk again."
)
_LOCKED = QT_TRANSLATE_NOOP("connection", "Another program is holding the smsdesk data file.")
_CLOSE_IT = QT_TRANSLATE_NOOP("connection", "Close backup or synchronisation programs that use it, then try again.")
_DAMAGED = QT_TRANSLATE_NOOP("connection", "The smsdesk data file is damaged, or is not an smsdesk file.")
_RESTORE = QT_TRANSLATE_NOOP(
    "connection", "It was left untouched. Put back a backup of it, or start with another data folder."
)
_LOST = QT_TRANSLATE_NOOP("connection", "The smsdesk data file is gone or empty, though there is a backup of it.")
_RESTORE_IT = QT_TRANSLATE_NOOP(
    "connection", "Nothing was written. Restore the backup, or start with another data folder."
)
_DISK = QT_TRANSLATE_NOOP("connection", "The disk that holds your smsdesk data reported an error.")
_CHECK_DISK = QT_TRANSLATE_NOOP(
    "connection", "Nothing more is written until the disk is well. Check it, then try again."
)

_TOO_LONG = QT_TRANSLATE_NOOP("connection", "The path of your smsdesk data folder is too long.")
_SHORTEN = QT_TRANSLATE_NOOP("connection", "Move the folder to a shorter path, then start smsdesk with that.")
_NOT_THERE = QT_TRANSLATE_NOOP(
    "connection", "A file or folder of your smsdesk data is gone, or something else stands in its place."
)
_FIND_IT = QT_TRANSLATE_NOOP(
    "connection", "Look whether it was moved, renamed or deleted, and whether its disk is connected; then try again."
)
_MOVED = QT_TRANSLATE_NOOP(
    "connection", "The smsdesk data file was moved, deleted or replaced while smsdesk was using it."
)
_PUT_BACK = QT_TRANSLATE_NOOP(
    "connection", "Nothing more is sent. Close smsdesk, put the data file back where it was, then start smsdesk again."
)

ERRORS = (sqlite3.Error, OSError)
"""What reading and writing a database file may raise; `user_facing` tells disks and files from bugs of ours."""

_SENTENCES = (
    (("SQLITE_FULL",), _FULL, _MAKE_ROOM),
    (("SQLITE_CANTOPEN_FULLPATH",), _TOO_LONG, _SHORTEN),
    (("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH"), _READ_ONLY, _ALLOW),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), _LOCKED, _CLOSE_IT),
    (("SQLITE_IOERR",), _DISK, _CHECK_DISK),
)
_OF_FILES = (
    ((errno.ENOSPC, errno.EDQUOT), _FULL, _MAKE_ROOM),
    ((errno.EACCES, errno.EPERM, errno.EROFS), _READ_ONLY, _ALLOW),
    ((errno.ENAMETOOLONG,), _TOO_LONG, _SHORTEN),
    ((errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST), _NOT_THERE, _FIND_IT),
)
"""What a file's error means; any other is the disk's: it is ill, asleep, or no longer there."""

_OF_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_MOST_FOUND = 5

_LONGEST = 250 if os.name == "nt" else 500
"""SQLite opens no longer path (on Unix in bytes, its log's ending included), and does not say why."""


class Damaged(UserFacingError):
    """The database file is damaged: what it still holds can't be relied on, and nothing may be written to it."""


class Moved(UserFacingError):
    """The path is no longer the file that is open: nothing may leave, and no backup be made of what stands there."""


class Opened:
    """A file's connection, and SQLAlchemy's engine, which takes it over; each is made when it is first used.

    Args:
        connect: opens the file.
        begin: begins a transaction in the engine's connection; None for the driver's own way.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], begin: Callable[[Any], None] | None = None) -> None:
        self._connect = connect
        self._begin = begin
        self._plain: sqlite3.Connection | None = None
        self._engine: Engine | None = None
        self._closed = False

    @property
    def plain(self) -> sqlite3.Connection:
        """The connection, until the engine has it; for one thread at a time.

        Raises:
            WorkerClosed: it has been closed.
        """
        if self._closed:
            raise WorkerClosed("closed")
        if self._plain is None:
            self._plain = self._connect()
        return self._plain

    @property
    def engine(self) -> Engine:
        """The engine; for one thread at a time."""
        if self._engine is None:
            from sqlalchemy import create_engine
            from sqlalchemy.pool import StaticPool

            self._engine = create_engine(
                "sqlite://",
                creator=self._handed_over,
                poolclass=StaticPool,
                hide_parameters=True,  # an error's text must not carry numbers and messages into a report
            )
            if self._begin is not None:
                # Not an event of the engine: a single one of those makes every statement dearer.
                self._engine.dialect.do_begin = self._begin  # type: ignore[method-assign, assignment]
        return self._engine

    def close(self) -> None:
        """Close the file, for good."""
        if self._engine is not None:
            self._engine.dispose()
        if self._plain is not None:
            self._handed_over().close()
        self._closed = True

    def _handed_over(self) -> sqlite3.Connection:
        connection, self._plain = self.plain, None
        return connection


def open_for_writing(path: Path) -> Opened:
    """Open the file for the one writer: WAL, every commit on disk before it returns.

    The connection is made once and kept, for use by one thread at a time.
    """
    durable = ("journal_mode=WAL", "synchronous=FULL", "fullfsync=ON", "foreign_keys=ON")
    # The driver's own transactions start late and leave DDL outside; ours begin at once, for writing.
    return Opened(lambda: _open(path, *durable), _begin_writing)


def open_for_reading(path: Path) -> Opened:
    """Open the file for reading only, on a connection of its own that no writer can hold up."""
    return Opened(lambda: _open(path, "query_only=ON"))


def open_writer(path: Path) -> Engine:
    """The engine of a file for the one writer; dispose of it to close the file."""
    return open_for_writing(path).engine


def stamp(path: Path, made: datetime | None) -> None:
    """Write into a copy when it was made, so that it stays true when the file is copied; None takes it out."""
    # SQLite keeps a signed 32-bit number for its users: as seconds it would end in 2038, so these are minutes.
    minutes = 0 if made is None else int(made.timestamp()) // 60
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {minutes}")


def stamped(path: Path) -> datetime | None:
    """When a copy was made (UTC, to the minute); None where it does not say so."""
    try:
        with closing(open_unchanged(path)) as connection:
            (minutes,) = connection.execute("PRAGMA user_version").fetchone()
    except ERRORS:
        return None
    return stamped_at(minutes) if minutes > 0 else None


def stamped_at(minutes: int) -> datetime:
    """The time that a stamp means."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)


def open_unchanged(path: Path, *, with_logs: bool = True) -> sqlite3.Connection:
    """Open a file that must stay as it is: to copy it, to check it, to look at one that is damaged.

    Without its logs it is read as it stands there, which holds only while nobody writes to it.

    Raises:
        sqlite3.Error: there is none, or it is no database.
        OSError: its path is too long.
    """
    place = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    # An address with an empty host: drive letters and network shares of Windows are understood behind it.
    uri = f"file://{'' if place.startswith('/') else '/'}{place}?mode=ro{'' if with_logs else '&immutable=1'}"
    return _connect(path, lambda: sqlite3.connect(uri, uri=True))


def quick_check(path: Path) -> None:
    """Look through the whole file for damage, on a connection of its own that writes nothing.

    Raises:
        Damaged: it is damaged; the detail names places in the file, and nothing that is written there.
        UserFacingError: it could not be read.
    """
    try:
        with closing(open_unchanged(path)) as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST_FOUND})")]
    except ERRORS as error:
        raise user_facing(error) or Damaged(_DAMAGED, _RESTORE, str(error)) from error
    if found != ["ok"]:
        raise Damaged(_DAMAGED, _RESTORE, "\n".join(found))


def lost() -> Damaged:
    """Say that the file is gone or empty, though there was one."""
    return Damaged(_LOST, _RESTORE_IT)


def not_ours() -> UserFacingError:
    """Say that this is a database, but none that smsdesk wrote."""
    return UserFacingError(_DAMAGED, _RESTORE)


def moved() -> Moved:
    """Say that the path is no longer the file that is open."""
    return Moved(_MOVED, _PUT_BACK)


def identity(path: Path) -> tuple[int, int]:
    """What tells this file from every other, whatever it is called.

    Raises:
        OSError: there is none.
    """
    found = path.stat()
    return found.st_dev, found.st_ino


def user_facing(error: BaseException) -> UserFacingError | None:
    """What a person can do about a database or file error, `Damaged` for a damaged one; None when it is our bug."""
    if isinstance(error, OSError):
        for numbers, what, todo in _OF_FILES:
            if error.errno in numbers:
                return UserFacingError(what, todo, error.strerror or "")
        return UserFacingError(_DISK, _CHECK_DISK, error.strerror or "")
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorname", "") or ""
    if code.startswith(_OF_DAMAGE):
        return Damaged(_DAMAGED, _RESTORE, f"{code}: {original}")
    for starts, what, todo in _SENTENCES:
        if code.startswith(starts):
            return UserFacingError(what, todo, f"{code}: {original}")
    return None


def _begin_writing(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")


def _open(path: Path, *settings: str) -> sqlite3.Connection:
    connection = _connect(path, lambda: sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False))
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()  # a file that is held open can't be set aside everywhere
        raise
    return connection


def _connect(path: Path, connect: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    try:
        return connect()
    except sqlite3.OperationalError as error:
        if len(os.fsencode(path.absolute())) > _LONGEST:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG)) from error
        raise
