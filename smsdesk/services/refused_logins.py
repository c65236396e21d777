"""Logins that a gateway refused: some block the account after a few wrong passwords, so no machine tries again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.accounts.account import Account


class RefusedLogins:
    """The logins that were refused and that nobody has changed since; used from any thread.

    A gateway counts wrong passwords by login, so all accounts that share a login are held back together. Where one of
    them gets in all the same, the one that was refused stays so: it has another, wrong password.

    Args:
        known: the accounts that an earlier run saw refused, with the gateway's code.
        remember: keeps an account's code (by its id) for the next start, or forgets it (None); called on any thread,
            waits for nothing.
    """

    def __init__(
        self,
        known: Sequence[tuple[Account, str]] = (),
        remember: Callable[[str, str | None], object] = lambda _account_id, _code: None,
    ) -> None:
        self._own = {(account.id, account.login): code for account, code in known}
        self._logins = {account.login: code for account, code in known}
        self._remember = remember
        self._lock = threading.Lock()

    def add(self, account: Account, code: str) -> None:
        """The gateway refused this account's login, with this code."""
        with self._lock:
            self._own[account.id, account.login] = self._logins[account.login] = code
            self._remember(account.id, code)

    def discard(self, account: Account) -> None:
        """The account was changed, or its login was accepted."""
        with self._lock:
            self._logins.pop(account.login, None)
            own = [key for key in self._own if key[0] == account.id]  # under an earlier login, too
            for key in own:
                del self._own[key]
            if own:
                self._remember(account.id, None)

    def code(self, account: Account) -> str | None:
        """The gateway's code, None where the login was not refused."""
        with self._lock:
            return self._own.get((account.id, account.login)) or self._logins.get(account.login)

    def __contains__(self, account: Account) -> bool:
        return self.code(account) is not None
