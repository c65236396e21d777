"""A real database in a temporary folder, an account in it, and a second pair of eyes on the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.profile.outbox import Announce, Submit
from tests.helpers.profile.peek import Peek

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "smsdesk.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path)
    yield opened
    opened.close()


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


@pytest.fixture
def account(database: Database) -> Account:
    saved = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:1", "ZA")
    AccountStore(database).save(saved).result()
    return saved


@pytest.fixture
def announce(outbox: Outbox, account: Account) -> Announce:
    return Announce(outbox, account)


@pytest.fixture
def submit(outbox: Outbox) -> Submit:
    return Submit(outbox)


@pytest.fixture
def peek(path: Path) -> Peek:
    return Peek(path)
