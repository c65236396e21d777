"""A real database in a temporary folder, an account in it, and a second pair of eyes on the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
def announce(outbox: Outbox, account: Account) -> Callable[..., int]:
    """Queues a text for so many people; gives the announcement's id."""

    def announce(people: int = 3, text: str = "We close at noon.", account_id: str = account.id) -> int:
        listed = tuple(Recipient(f"+278300000{number:02}", f"Name {number}") for number in range(people))
        return outbox.add(Announcement(account_id, text, "Office", 1, listed)).result()

    return announce


@pytest.fixture
def peek(path: Path) -> Callable[..., list[Any]]:
    """Reads the file on a connection of its own, past all of our code: one column as values, several as tuples."""

    def peek(query: str, *values: object) -> list[Any]:
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute(query, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    return peek
