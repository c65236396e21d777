from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.build_check.check import Missing
from smsdesk.build_check.oldest_profile import make_oldest, oldest_profile
from smsdesk.domain.errors import UserFacingError
from smsdesk.store.migrations import m0002, runner

if TYPE_CHECKING:
    from pathlib import Path


def test_a_profile_of_the_first_version_is_brought_up_to_date() -> None:
    assert oldest_profile() == f"from 0001 to {runner.REVISIONS[-1]}, with a backup"


def test_it_is_of_the_first_version(tmp_path: Path) -> None:
    path = tmp_path / "smsdesk.db"
    make_oldest(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        columns = {row[1] for row in connection.execute("PRAGMA table_info(delivery)")}
    assert "number" in columns
    assert "resend_of" in columns or "text" not in columns  # later revisions added to it


def test_a_step_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smsdesk.store.migrations.m0004", None)
    with pytest.raises(ModuleNotFoundError, match="m0004"):
        oldest_profile()


def test_a_part_of_alembic_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "alembic.runtime.migration", None)
    with pytest.raises(ModuleNotFoundError, match=r"alembic\.runtime\.migration"):
        oldest_profile()


def test_a_step_that_harms_what_is_there_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def harm() -> None:
        from alembic import op

        upgrade()
        op.execute("UPDATE delivery SET number = '+96890000013'")

    upgrade = m0002.upgrade
    monkeypatch.setattr(m0002, "upgrade", harm)
    with pytest.raises(Missing, match="goes to"):
        oldest_profile()


def test_a_missing_backup_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "copy", lambda _path, before: before.with_suffix(".lost").touch())
    monkeypatch.setattr(runner.sqlite, "stamp", lambda *_: None)
    with pytest.raises(Missing, match="no backup"):
        oldest_profile()


def test_a_program_that_does_not_know_the_oldest_revision_fails_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "REVISIONS", runner.REVISIONS[1:])
    with pytest.raises(UserFacingError):
        oldest_profile()
