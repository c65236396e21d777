from __future__ import annotations

import importlib
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

import smsdesk
from smsdesk.domain.errors import UserFacingError
from smsdesk.store.database import Database
from smsdesk.store.history.history import History
from smsdesk.store.migrations import runner as migration
from smsdesk.store.schema import metadata
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.connection import stamped
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek


@pytest.fixture
def next_revision(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Makes the program one revision newer than the files it has written so far."""

    def next_revision(upgrade: Callable[[], None]) -> None:
        step: Any = ModuleType("smsdesk.store.migrations.m0999")
        step.upgrade = upgrade
        monkeypatch.setitem(sys.modules, step.__name__, step)
        monkeypatch.setattr(migration, "REVISIONS", (*migration.REVISIONS, "0999"))

    return next_revision


def _add_a_column() -> None:
    op.add_column("account", sa.Column("colour", sa.Text))


def _add_a_column_and_break_down() -> None:
    _add_a_column()
    op.create_table("half_done", sa.Column("id", sa.Integer))
    raise ZeroDivisionError


def _migrated(path: Path) -> sa.Engine:
    engine = sqlite.open_writer(path)
    with engine.begin() as connection:
        migration.migrate(connection, None)
    return engine


def _objects(path: Path) -> set[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {(kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows if table != "alembic_version"}


def test_the_steps_make_what_the_schema_describes(tmp_path: Path) -> None:
    engine = _migrated(tmp_path / "stepped.db")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()
    assert differences == []


def test_the_steps_make_the_same_tables_indexes_and_named_constraints_as_a_new_file_gets(tmp_path: Path) -> None:
    _migrated(tmp_path / "stepped.db").dispose()
    Database(tmp_path / "made.db").close()
    assert _objects(tmp_path / "stepped.db") == _objects(tmp_path / "made.db")


def test_steps_and_new_file_are_of_the_same_revision(tmp_path: Path) -> None:
    _migrated(tmp_path / "stepped.db").dispose()
    Database(tmp_path / "made.db").close()
    for name in ("stepped.db", "made.db"):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
                (migration.REVISIONS[-1],)
            ]


def test_opening_an_up_to_date_file_changes_no_byte_of_it_and_makes_no_backup(path: Path) -> None:
    Database(path).close()
    before = path.read_bytes()
    Database(path).close()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_file_is_refused_in_words_and_left_byte_for_byte(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as refused:
        Database(path)
    assert str(refused.value.what) == "This data was last used with a newer smsdesk than this one."
    assert "Install the newest smsdesk" in str(refused.value.todo)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_no_database_is_refused_in_words_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(UserFacingError, match="damaged, or is not an smsdesk file"):
        Database(path)
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_a_damaged_database_is_refused_in_words_and_left_as_it_is(path: Path) -> None:
    Database(path).close()
    contents = bytearray(path.read_bytes())
    contents[4096:] = b"\xa5" * (len(contents) - 4096)
    path.write_bytes(contents)
    with pytest.raises(UserFacingError, match="damaged"):
        Database(path)
    assert path.read_bytes() == contents


def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE account (money REAL)")
    before = path.read_bytes()
    with pytest.raises(UserFacingError, match="not an smsdesk file"):
        Database(path)
    assert path.read_bytes() == before


def test_a_first_start_that_was_cut_short_is_started_anew(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert path.stat().st_size > 0
    Database(path).close()
    assert {name for kind, name, *_ in _objects(path) if kind == "table"} == set(metadata.tables)


def test_an_older_file_is_backed_up_and_then_migrated_with_everything_in_it(
    path: Path, next_revision: Callable[..., None], announce: Announce, database: Database, peek: Peek
) -> None:
    announce(3)
    database.close()
    next_revision(_add_a_column)
    Database(path).close()

    assert peek("SELECT version_num FROM alembic_version") == ["0999"]
    assert peek("SELECT name, colour FROM account") == [("Front desk", None)]
    assert peek("SELECT count(*) FROM delivery") == [3]
    (kept,) = path.parent.glob("smsdesk-before-0999-*.db")
    assert stamped(kept) is not None  # put back by hand, it is a restored backup
    with closing(sqlite3.connect(kept)) as backup:
        assert backup.execute("SELECT version_num FROM alembic_version").fetchall() == [(migration.REVISIONS[-2],)]
        assert backup.execute("SELECT count(*) FROM delivery").fetchall() == [(3,)]
        assert "colour" not in {row[1] for row in backup.execute("PRAGMA table_info(account)")}


def test_what_the_first_version_left_queued_waits_for_the_person_in_this_one(path: Path) -> None:
    engine = sqlite.open_writer(path)
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        importlib.import_module("smsdesk.store.migrations.m0001").upgrade()
        for statement in _FIRST_VERSION:
            connection.exec_driver_sql(statement)
    engine.dispose()

    database = Database(path)
    try:
        (left,) = Outbox(database).left_over(datetime(2020, 1, 1, tzinfo=UTC)).values()
        assert (left.held, left.young) == (((1, 1),), ())
        assert [past.text for past in History(database).page()] == ["We close at noon."]
    finally:
        database.close()
    assert [kept.name[:19] for kept in path.parent.glob("*-before-*.db")] == [
        f"smsdesk-before-{migration.REVISIONS[-1]}"
    ]


_NOW = "2026-11-20T08:00:00.000000+00:00"
_FIRST_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
    "INSERT INTO alembic_version VALUES ('0001')",
    "INSERT INTO account (id, name, provider, user_name, sender, more_senders, address, country, options, created_at) "
    f"VALUES ('a1', 'Front desk', 'smsoffice', 'a', 'Office', '[]', 'http://127.0.0.1:1', 'ZA', '{{}}', '{_NOW}')",
    "INSERT INTO announcement (id, account_id, text, sender, parts, one_by_one, created_at) "
    f"VALUES (1, 'a1', 'We close at noon.', 'Office', 1, 0, '{_NOW}')",
    "INSERT INTO delivery (announcement_id, number, name, state, changed_at) "
    f"VALUES (1, '+27830000001', '', 'queued', '{_NOW}')",
)


def test_a_migration_that_fails_leaves_nothing_of_itself_behind(path: Path, next_revision: Callable[..., None]) -> None:
    Database(path).close()
    before = _objects(path)
    next_revision(_add_a_column_and_break_down)
    with pytest.raises(ZeroDivisionError):
        Database(path)
    assert _objects(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(migration.REVISIONS[-2],)]


def test_an_older_file_is_not_migrated_when_it_cant_be_backed_up(
    path: Path, next_revision: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(path).close()
    before = path.read_bytes()
    next_revision(_add_a_column)
    monkeypatch.setattr(Path, "with_name", lambda self, name: self / name)  # a file stands where a folder would be
    with pytest.raises(UserFacingError, match="may not write"):
        Database(path)
    assert path.read_bytes() == before


_FROM_A_ZIP = """
import sys
from pathlib import Path
import smsdesk.store.migrations.runner as migration
from smsdesk.store.sqlite import connection as sqlite
assert ".zip" in migration.__file__, migration.__file__
engine = sqlite.open_writer(Path(sys.argv[1]))
with engine.begin() as connection:
    migration.migrate(connection, None)
engine.dispose()
"""


def test_migrations_run_from_modules_alone_as_a_frozen_program_carries_them(tmp_path: Path) -> None:
    package = Path(smsdesk.__file__).parent
    with zipfile.ZipFile(tmp_path / "frozen.zip", "w") as archive:
        for source in package.rglob("*.py"):
            archive.write(source, source.relative_to(package.parent))
    done = subprocess.run(
        [sys.executable, "-c", _FROM_A_ZIP, str(tmp_path / "frozen.db")],
        env={"PYTHONPATH": str(tmp_path / "frozen.zip")}, cwd=tmp_path, capture_output=True, text=True, check=False,
        timeout=PATIENCE_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    Database(tmp_path / "made.db").close()
    assert _objects(tmp_path / "frozen.db") == _objects(tmp_path / "made.db")
