"""The accounts that share a login share its balance, its lane and its message ids."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from smsdesk.store.schema import account

_own, _same = account.alias(), account.alias()

SAME_LOGIN = select(_same.c.id).where(
    _own.c.id == bindparam("account"),
    _same.c.provider == _own.c.provider,
    _same.c.address == _own.c.address,
    _same.c.user_name == _own.c.user_name,
)
"""The ids of all accounts, deleted ones too, that have the login of the account bound to `account`."""
