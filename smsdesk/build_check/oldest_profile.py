"""Does a profile of the first version open: the steps, and Alembic's parts, are imported then and never else."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from smsdesk.build_check.check import expect

_FILE = "smsdesk.db"
_NUMBER = "+96890000012"

_FILLED = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO account (id, name, provider, user_name, sender, more_senders, address, country, options, created_at)
    VALUES ('one', 'Demo', 'custom', 'user', 'SMSDESK', '[]', 'https://gateway.example', 'OM', '{}', '2024');
INSERT INTO announcement (id, account_id, text, sender, parts, one_by_one, created_at)
    VALUES (1, 'one', 'We open at nine', 'SMSDESK', 1, 0, '2024-05-01T08:00:00.000000+00:00');
INSERT INTO delivery (id, announcement_id, number, name, state, changed_at)
    VALUES (1, 1, '+96890000012', 'Amal', 'accepted', '2024-05-01T08:00:01.000000+00:00');
"""


def oldest_profile() -> str:
    """Bring a data file of revision 0001 up to date as a start does, and read what was in it."""
    from smsdesk.store.database import Database
    from smsdesk.store.migrations.runner import REVISIONS

    with tempfile.TemporaryDirectory(prefix="smsdesk-build-check-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / _FILE
        make_oldest(path)
        with closing(Database(path)) as database, database.reading() as connection:
            (revision,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
            (number,) = connection.exec_driver_sql("SELECT number FROM delivery").one()
        backups = list(Path(folder).glob("smsdesk-before-*.db"))
    expect(revision == REVISIONS[-1], f"it stayed at revision {revision}")
    expect(number == _NUMBER, f"its delivery now goes to {number}")
    expect(len(backups) == 1, "no backup of it was made")
    return f"from {REVISIONS[0]} to {revision}, with a backup"


def make_oldest(path: Path) -> None:
    """Make a data file as the first version left it: one account, one announcement, one delivery."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    from smsdesk.store.migrations import m0001
    from smsdesk.store.sqlite.connection import open_writer

    engine = open_writer(path)
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        m0001.upgrade()
    engine.dispose()
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(_FILLED)
