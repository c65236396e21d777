"""What was sent and read on one morning: see `tests.helpers.profile.morning`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.profile.morning import Morning

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database


@pytest.fixture
def morning(database: Database, account: Account) -> Morning:
    return Morning(database, account)
