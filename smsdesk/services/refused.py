"""Logins that a gateway refused: some block the account after a few wrong passwords, so no machine tries again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smsdesk.accounts.account import Account, LoginKey


class RefusedLogins:
    """The logins that were refused and that nobody has changed since; used from any thread.

    A gateway counts wrong passwords by login, so all accounts that share a login are held back together.

    Args:
        known: the logins that an earlier run saw refused, with the gateway's code.
        remember: keeps the code for the next start, or forgets it (None); called on any thread, waits for nothing.
    """

    def __init__(
        self,
        known: Mapping[LoginKey, str] | None = None,
        remember: Callable[[LoginKey, str | None], object] = lambda _login, _code: None,
    ) -> None:
        self._codes = dict(known or {})
        self._remember = remember
        self._lock = threading.Lock()

    def add(self, account: Account, code: str) -> None:
        """The gateway refused this account's login, with this code."""
        with self._lock:
            self._codes[account.login] = code
            self._remember(account.login, code)

    def discard(self, account: Account) -> None:
        """The account was changed, or its login was accepted."""
        with self._lock:
            if self._codes.pop(account.login, None) is not None:
                self._remember(account.login, None)

    def code(self, account: Account) -> str | None:
        """The gateway's code, None where the login was not refused."""
        with self._lock:
            return self._codes.get(account.login)

    def __contains__(self, account: Account) -> bool:
        return self.code(account) is not None
