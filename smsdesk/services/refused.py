"""Logins that a gateway refused: some block the account after a few wrong passwords, so no machine tries again."""

from __future__ import annotations

import threading


class RefusedLogins:
    """The accounts whose login was refused and that have not been changed since; used from any thread."""

    def __init__(self) -> None:
        self._account_ids: set[str] = set()
        self._lock = threading.Lock()

    def add(self, account_id: str) -> None:
        """The gateway refused this account's login."""
        with self._lock:
            self._account_ids.add(account_id)

    def discard(self, account_id: str) -> None:
        """The account was changed, or its login was accepted."""
        with self._lock:
            self._account_ids.discard(account_id)

    def __contains__(self, account_id: str) -> bool:
        with self._lock:
            return account_id in self._account_ids
