"""The accounts that share a login share its balance, its lane and its message ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from smsdesk.store.rows import sharing_login
from smsdesk.store.schema import account

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOGINS = select(account.c.id, account.c.provider, account.c.address, account.c.user_name)


def same_login(connection: Connection, account_id: str) -> list[str]:
    """The ids of all accounts, deleted ones too, that have this account's login."""
    # Not compared by the database: each folds letters in a way of its own, and lanes fold them in this program's.
    return sharing_login(connection.execute(_LOGINS).mappings().all(), account_id)
