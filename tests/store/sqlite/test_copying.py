"""A copy in small bites is of one moment, however much is written meanwhile, and ends."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

from smsdesk.store.sqlite import copying
from smsdesk.store.sqlite.connection import quick_check
from smsdesk.store.sqlite.copying import copy

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce


def test_a_copy_in_bites_is_of_the_moment_when_it_began_though_others_write_after_each(
    database: Database, path: Path, announce: Announce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(2000)
    monkeypatch.setattr(copying, "_BITE", 20)
    written: list[float] = []

    def others_write(seconds: float) -> None:
        written.append(seconds)
        assert len(written) < 1000, "it begins anew each time"
        thread = threading.Thread(
            target=lambda: database.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = name || 'x'"))
        )
        thread.start()
        thread.join()

    monkeypatch.setattr(copying.time, "sleep", others_write)
    target = tmp_path / "copy.db"
    copy(path, target, gently=True)
    assert 3 < len(written) < path.stat().st_size // 4096
    quick_check(target)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT count(*), sum(name LIKE '%x') FROM delivery").fetchone() == (2000, 0)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_each_bite_is_on_the_disk_before_the_next_and_others_have_the_disk_for_longer(
    database: Database, path: Path, announce: Announce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(500)
    monkeypatch.setattr(copying, "_BITE", 10)
    told: list[str] = []
    clock = iter(range(10_000))
    monkeypatch.setattr(copying.os, "fsync", lambda _file: told.append("on disk"))
    monkeypatch.setattr(copying.time, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(copying.time, "sleep", lambda seconds: told.append(f"pause of {seconds:g}"))
    copy(path, tmp_path / "copy.db", gently=True)
    assert len(told) > 4
    assert told == ["on disk", "pause of 3"] * (len(told) // 2)
