"""Logins that a gateway refused: some block the account after a few wrong passwords, so no machine tries again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account, LoginKey


class RefusedLogins:
    """The logins that were refused and that nobody has changed since; used from any thread.

    A gateway counts wrong passwords by login, so all accounts that share a login are held back together.
    """

    def __init__(self) -> None:
        self._logins: set[LoginKey] = set()
        self._lock = threading.Lock()

    def add(self, account: Account) -> None:
        """The gateway refused this account's login."""
        with self._lock:
            self._logins.add(account.login)

    def discard(self, account: Account) -> None:
        """The account was changed, or its login was accepted."""
        with self._lock:
            self._logins.discard(account.login)

    def __contains__(self, account: Account) -> bool:
        with self._lock:
            return account.login in self._logins
