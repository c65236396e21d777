"""A real start on a profile that is in use: what it has loaded when the window is ready, and what the window shows."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.varied_profile import MUSCAT, NO_BALANCE, varied_profile

ROOT = Path(__file__).resolve().parents[3]

_LATER = (
    "sqlalchemy", "alembic", "requests", "urllib3", "keyring", "qasync", "asyncio", "ssl", "_hashlib", "email",
    "socket", "pickle",
    "smsdesk.importing.preview",
    "smsdesk.privacy.anonymise",
    "smsdesk.privacy.secret_forms",
    "smsdesk.services.balance.overview",
    "smsdesk.services.confirming.confirmation",
    "smsdesk.services.confirming.rereading",
    "smsdesk.services.delivery_reports.form_fields",
    "smsdesk.services.updates",
    "smsdesk.support.output_file",
    "smsdesk.ui.accounts.account_dialog",
    "smsdesk.ui.balance.balance_dialog",
    "smsdesk.ui.confirmation.confirm_dialog",
    "smsdesk.ui.importing.import_dialog",
    "smsdesk.ui.settings.settings_dialog",
    "smsdesk.ui.window.help_window",
)  # fmt: skip
"""Neither the start nor the end of a program that did nothing needs any of these; values are made by `@frozen`."""

_START = """
import sys
import smsdesk.ui
from smsdesk.launch import main
code = main(["--startup-report", "--profile", sys.argv[1]])
ours = [module for name, module in sys.modules.items() if name.startswith("smsdesk.")]
classes = {each for module in ours for each in vars(module).values() if isinstance(each, type)}
made_dearly = [each.__name__ for each in classes if getattr(getattr(each, "__dataclass_params__", 0), "frozen", False)]
print(*sorted(set(sys.modules) & set(sys.argv[2:])), *made_dearly)
sys.exit(code)
"""


def loaded_by_a_start(folder: Path) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder), *_LATER],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report, loaded = done.stdout.splitlines()
    figures = json.loads(report)
    assert 0 < figures["painted_s"] < PATIENCE_S
    assert 0 < figures["ready_s"] < PATIENCE_S
    return loaded


def values(folder: Path, query: str) -> list[object]:
    with closing(sqlite3.connect(folder / "smsdesk.db")) as connection:
        return [value for (value,) in connection.execute(query)]


@pytest.mark.parametrize("chosen", [MUSCAT.id, NO_BALANCE.id])
def test_a_window_with_accounts_history_and_draft_comes_up_without_sqlalchemy(tmp_path: Path, chosen: str) -> None:
    varied_profile(tmp_path / "smsdesk.db", orderly=True)
    with closing(sqlite3.connect(tmp_path / "smsdesk.db")) as connection, connection:
        connection.execute("UPDATE draft SET account_id = ?", (chosen,))
    assert loaded_by_a_start(tmp_path) == ""


def test_what_was_on_its_way_is_written_down_before_the_window_comes_up(tmp_path: Path) -> None:
    varied_profile(tmp_path / "smsdesk.db", orderly=False)
    assert values(tmp_path, "SELECT count(*) FROM delivery WHERE state = 'submitting'") != [0]
    assert "sqlalchemy" in loaded_by_a_start(tmp_path)
    assert values(tmp_path, "SELECT count(*) FROM delivery WHERE state = 'submitting'") == [0]
