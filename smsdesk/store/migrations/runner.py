"""Bringing a database up to date with Alembic, without its folder of scripts.

The steps are ordinary modules that are imported by name: a frozen program carries them like any other code. Alembic
itself takes long to import, so it is loaded only when there is something to migrate.
"""

from __future__ import annotations

import importlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.copying import copy

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every revision, oldest first; revision 0001 lives in `migrations/m0001.py`."""

_NEWER = QT_TRANSLATE_NOOP("runner", "This data was last used with a newer smsdesk than this one.")
_UPDATE = QT_TRANSLATE_NOOP("runner", "It was left untouched. Install the newest smsdesk, then start again.")


def bring_up_to_date(path: Path) -> None:
    """Make an empty file's tables, or migrate an older file after backing it up beside it.

    Raises:
        UserFacingError: the file was written by a newer smsdesk, or by another program; it is left as it is.
        sqlite3.Error, OSError: it could not be read or written.
    """
    at = _revision(path)
    if at == REVISIONS[-1]:
        return
    if at is not None and at not in REVISIONS:
        raise UserFacingError(_NEWER, _UPDATE, at)
    if at is not None:
        sqlite.quick_check(path)
        now = datetime.now(UTC)
        before = path.with_name(f"{path.stem}-before-{REVISIONS[-1]}-{now:%Y%m%dT%H%M%S}.db")
        copy(path, before)
        sqlite.stamp(before, now)  # put back by hand, it is a restored backup
    engine = sqlite.open_writer(path)
    try:
        with engine.begin() as connection:
            if at is None:
                _create(connection)
            else:
                migrate(connection, at)
    finally:
        engine.dispose()


def migrate(connection: Connection, at: str | None) -> None:
    """Run the steps that come after revision `at` (None: all of them), in this transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    done = 0 if at is None else REVISIONS.index(at) + 1
    with Operations.context(MigrationContext.configure(connection)):
        for revision in REVISIONS[done:]:
            importlib.import_module(f"smsdesk.store.migrations.m{revision}").upgrade()
    _mark(connection)


def _create(connection: Connection) -> None:
    """Make the newest tables at once; a test holds them against what the steps make."""
    from smsdesk.store.schema import metadata

    metadata.create_all(connection)
    _mark(connection)


def _mark(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
    )
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{REVISIONS[-1]}')")  # noqa: S608


def _revision(path: Path) -> str | None:
    if not path.exists() or path.stat().st_size == 0:
        return None
    # A writer would bring a log that a crash left behind into the file: of a newer version that is not ours to do.
    has_log = path.with_name(f"{path.name}-wal").exists()
    with closing(sqlite.open_unchanged(path) if has_log else sqlite3.connect(path, timeout=5)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None  # a first start that was cut short
        row = "alembic_version" in tables and connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if not row:
        raise sqlite.not_ours()
    return str(row[0])
