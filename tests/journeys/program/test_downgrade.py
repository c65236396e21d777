"""An older smsdesk on the data of a newer one: it says so, and leaves every byte as it is."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smsdesk.store.sqlite.backups import DATABASE, backups_of
from tests.helpers.profile.varied_profile import varied_profile

ROOT = Path(__file__).resolve().parents[3]
NO_DATA = ("smsdesk.lock", f"{DATABASE}-shm")
"""Made anew at every start, and by every look at a log."""


def of_a_newer_version(folder: Path, *, cut_short: bool) -> None:
    """A profile that was used for long, with backups and settings, as a version of the future leaves it."""
    varied_profile(folder / DATABASE, orderly=True)
    backups_of(folder).make_daily(datetime.now(UTC))
    (folder / "settings.json").write_text(json.dumps({"balance_minutes": 17, "of_the_future": {"a": 1}}))
    (folder / "smsdesk.log").write_text("2027-01-01T00:00:00Z INFO smsdesk.app: ended\n")
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("CREATE TABLE of_the_future (a TEXT)")
        connection.commit()
        if cut_short:  # its log is still there
            connection.execute("INSERT INTO of_the_future VALUES ('a')")
            connection.commit()
            kept = {name: (folder / name).read_bytes() for name in (DATABASE, f"{DATABASE}-wal")}
    if cut_short:
        for name, raw in kept.items():
            (folder / name).write_bytes(raw)


def looks(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in NO_DATA)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("cut_short", [False, True])
def test_the_whole_profile_of_a_newer_version_is_left_as_it_is(tmp_path: Path, *, cut_short: bool) -> None:
    of_a_newer_version(tmp_path, cut_short=cut_short)
    before = looks(tmp_path)
    assert (f"{DATABASE}-wal" in before) is cut_short
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "smsdesk", "--startup-report", "--profile", str(tmp_path)],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip
        assert done.returncode == 1
        assert "This data was last used with a newer smsdesk than this one. It was left untouched." in done.stderr
    assert looks(tmp_path) == before
