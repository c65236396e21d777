"""Bringing a database up to date with Alembic, without its folder of scripts.

The steps are ordinary modules that are imported by name: a frozen program carries them like any other code. Alembic
itself takes long to import, so it is loaded only when there is something to migrate.
"""

from __future__ import annotations

import importlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.store import sqlite

if TYPE_CHECKING:
    from pathlib import Path

    from alembic.runtime.migration import MigrationContext, MigrationStep
    from sqlalchemy import Connection

REVISIONS = ("0001",)
"""Every revision, oldest first; revision 0001 lives in `migrations/m0001.py`."""

_NEWER = QT_TRANSLATE_NOOP("store", "This data was last used with a newer smsdesk than this one.")
_UPDATE = QT_TRANSLATE_NOOP("store", "It was left untouched. Install the newest smsdesk, then start again.")


def bring_up_to_date(path: Path) -> None:
    """Make an empty file's tables, or migrate an older file after backing it up beside it.

    Raises:
        UserFacingError: the file was written by a newer smsdesk; it is left as it is.
        sqlite3.Error, OSError: it could not be read or written.
    """
    at = _revision(path)
    if at == REVISIONS[-1]:
        return
    if at is not None and at not in REVISIONS:
        raise UserFacingError(_NEWER, _UPDATE, at)
    if at is not None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        sqlite.backup(path, path.with_name(f"{path.stem}-before-{REVISIONS[-1]}-{stamp}.db"))
    engine = sqlite.open_writer(path)
    try:
        with engine.begin() as connection:
            if at is None:
                _create(connection)
            else:
                migrate(connection, REVISIONS[-1])
    finally:
        engine.dispose()


def migrate(connection: Connection, target: str) -> None:
    """Run the steps from the file's revision (none: an empty file) up to `target`, in this transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext, MigrationStep
    from alembic.script.base import Script
    from alembic.script.revision import RevisionMap

    modules = [importlib.import_module(f"smsdesk.store.migrations.m{revision}") for revision in REVISIONS]
    scripts = {module.revision: Script(module, module.revision, module.__name__) for module in modules}
    revisions = RevisionMap(lambda: scripts.values())

    def steps(heads: tuple[str, ...], _context: MigrationContext) -> list[MigrationStep]:
        first = REVISIONS.index(heads[0]) + 1 if heads else 0
        wanted = REVISIONS[first : REVISIONS.index(target) + 1]
        return [MigrationStep.upgrade_from_script(revisions, scripts[revision]) for revision in wanted]

    options: dict[str, Any] = {"fn": steps, "transactional_ddl": False}  # the caller's transaction covers all
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()


def _create(connection: Connection) -> None:
    """Make the newest tables at once; a test holds them against what the steps make."""
    from smsdesk.store.schema import metadata

    metadata.create_all(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{REVISIONS[-1]}')")  # noqa: S608


def _revision(path: Path) -> str | None:
    if not path.exists() or path.stat().st_size == 0:
        return None
    with closing(sqlite3.connect(path, timeout=5)) as connection:
        named = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = named and connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None
