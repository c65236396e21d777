"""A data file in use, and its backups."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.backups import Backups

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce

NOON = datetime(2026, 11, 19, 12, 2).astimezone()


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path.parent / "backups", path)


@pytest.fixture
def in_use(database: Database, announce: Announce, account: Account) -> Database:
    """A database with something accepted, something on its way and something waiting."""
    announcement = announce(4)
    outbox = Outbox(database)
    first = outbox.claim(announcement, 1)
    assert first is not None
    outbox.record(first, [Verdict(Outcome.ACCEPTED, message_id="m1")])
    assert outbox.claim(announcement, 1) is not None
    return database
