from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox
from smsdesk.store.database import Database
from tests.helpers.window.account_dialog import AccountDialogOperator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        add_demo_logins(running.ledger)
        yield running


@pytest.fixture
def dialogs(tmp_path: Path, sandbox: Sandbox, window: QWidget) -> Iterator[AccountDialogOperator]:
    """Somebody who opens account dialogs; no mistake may come of it."""
    database = Database(tmp_path / "smsdesk.db")
    dialogs = AccountDialogOperator(database, sandbox, window)
    dialogs.office.sender.start([])
    yield dialogs
    dialogs.office.sender.end()
    dialogs.office.lanes.close()
    dialogs.book.close()
    database.close()
    assert dialogs.bugs == []
