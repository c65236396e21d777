"""The one place that knows SQLite: opening, pragmas, transactions, errors, backup."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

_FULL = QT_TRANSLATE_NOOP("store", "The disk that holds your smsdesk data is full.")
_MAKE_ROOM = QT_TRANSLATE_NOOP("store", "Nothing was lost. Make some room on it, then try again.")
_READ_ONLY = QT_TRANSLATE_NOOP("store", "smsdesk may not write in its data folder.")
_ALLOW = QT_TRANSLATE_NOOP(
    "store", "Ask whoever looks after this computer for the right to write in it, then start smsdesk again."
)
_LOCKED = QT_TRANSLATE_NOOP("store", "Another program is holding the smsdesk data file.")
_CLOSE_IT = QT_TRANSLATE_NOOP("store", "Close backup or synchronisation programs that use it, then try again.")
_DAMAGED = QT_TRANSLATE_NOOP("store", "The smsdesk data file is damaged, or is not an smsdesk file.")
_RESTORE = QT_TRANSLATE_NOOP(
    "store", "It was left untouched. Put back a backup of it, or start with another data folder."
)
_DISK = QT_TRANSLATE_NOOP("store", "The disk that holds your smsdesk data reported an error.")
_CHECK_DISK = QT_TRANSLATE_NOOP("store", "Nothing more is written until the disk is well. Check it, then try again.")

ERRORS = (DBAPIError, sqlite3.Error, OSError)
"""What reading and writing a database file may raise; `user_facing` tells disks and files from bugs of ours."""

_SENTENCES = (
    (("SQLITE_FULL",), _FULL, _MAKE_ROOM),
    (("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH"), _READ_ONLY, _ALLOW),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), _LOCKED, _CLOSE_IT),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB"), _DAMAGED, _RESTORE),
    (("SQLITE_IOERR",), _DISK, _CHECK_DISK),
)


def open_writer(path: Path) -> Engine:
    """Open the file for the one writer: WAL, every commit on disk before it returns.

    The connection is made once and kept, for use by one thread at a time.
    """
    engine = _engine(path)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: Any) -> None:
        _pragmas(connection, "journal_mode=WAL", "synchronous=FULL", "fullfsync=ON", "foreign_keys=ON")

    # The driver's own transactions start late and leave DDL outside; ours begin at once, for writing. Not an event
    # of the engine: a single one of those makes every statement dearer.
    engine.dialect.do_begin = _begin_writing  # type: ignore[method-assign, assignment]
    return engine


def open_reader(path: Path) -> Engine:
    """Open the file for reading only, on a connection of its own that no writer can hold up."""
    engine = _engine(path)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: Any) -> None:
        _pragmas(connection, "query_only=ON")

    return engine


def backup(source: Path, target: Path) -> None:
    """Copy a database that may be in use, as one consistent file."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def not_ours() -> UserFacingError:
    """Say that this is a database, but none that smsdesk wrote."""
    return UserFacingError(_DAMAGED, _RESTORE)


def user_facing(error: BaseException) -> UserFacingError | None:
    """What a person can do about a database or file error; None when it is a bug of ours."""
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return UserFacingError(_FULL, _MAKE_ROOM, error.strerror or "")
        return UserFacingError(_READ_ONLY, _ALLOW, error.strerror or "")
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorname", "") or ""
    for starts, what, todo in _SENTENCES:
        if code.startswith(starts):
            return UserFacingError(what, todo, f"{code}: {original}")
    return None


def _begin_writing(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")


def _engine(path: Path) -> Engine:
    return create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        hide_parameters=True,  # an error's text must not carry numbers and messages into a report
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": 5},
    )


def _pragmas(connection: sqlite3.Connection, *settings: str) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")
