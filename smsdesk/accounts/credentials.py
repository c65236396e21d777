"""Passwords of the accounts: in the keyring of the operating system, or in memory for this session."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.privacy.secret import Redactor, Secret


class Vault(Protocol):
    """Where passwords stay. Every call may block on a prompt: never call it on the UI thread."""

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where there is none."""

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password, in place of an earlier one."""

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""


class MemoryVault(Vault):
    """Passwords that end with the program: for the demo and the self-test."""

    def __init__(self) -> None:
        self._secrets: dict[str, Secret] = {}

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where there is none."""
        return self._secrets.get(account_id)

    def put(self, account_id: str, secret: Secret) -> None:
        """Keep the password until the program ends."""
        self._secrets[account_id] = secret

    def drop(self, account_id: str) -> None:
        """Remove the password; that there is none is no error."""
        self._secrets.pop(account_id, None)


@frozen
class Switch:
    """A change of an account that its password goes with.

    Attributes:
        secret: the new password; None to keep the one that there is.
        save: puts the account on disk; raises where that can't be done.
        unsave: puts it there as it was before.
        switched: everybody sees the account as it is now; waits for nothing.
        other_login: the account sends another user name, or to another place.
    """

    secret: Secret | None
    save: Callable[[], object]
    unsave: Callable[[], object]
    switched: Callable[[], object]
    other_login: bool = False


def _nothing() -> None:
    """The account stays as it is."""


def _save_with(vault: Vault, account_id: str, secret: Secret, change: Switch) -> None:
    """Put the password in the vault and the account on disk, or leave both as they were."""
    old = vault.get(account_id)
    if old is not None and change.other_login:
        vault.drop(account_id)
        saved = False
        try:
            change.save()
            saved = True
            vault.put(account_id, secret)
        except BaseException:
            if saved:  # where this fails as well there is no password: better than one that belongs elsewhere
                change.unsave()
            vault.put(account_id, old)
            raise
        return
    vault.put(account_id, secret)
    try:
        change.save()
    except BaseException:
        if old is None:
            vault.drop(account_id)
        else:
            vault.put(account_id, old)
        raise


class Credentials:
    """The passwords of this session: asked from the vault once, then remembered until `forget`.

    The vault is opened when first needed; where that fails, the next call tries again. Every secret that
    passes is made known to the redactor, and stays so after `forget`: a late log line may still hold it.
    Call from any thread but the UI's: methods block while the vault prompts, one prompt at a time. What is
    remembered already is given at once.

    Args:
        open_vault: opens the vault, or raises `UserFacingError`.
        redactor: strikes secrets out of logs.
    """

    def __init__(self, open_vault: Callable[[], Vault], redactor: Redactor) -> None:
        self._open_vault = open_vault
        self._redactor = redactor
        self._vault: Vault | None = None
        self._vault_turn = threading.Lock()
        self._known: dict[str, Secret] = {}
        self._session_only: set[str] = set()
        self._lock = threading.Lock()

    def keep(self, account_id: str, secret: Secret, session_only: bool = False) -> None:
        """Keep the account's password, for this session or, else, in the vault.

        One kept for this session wins over the vault's, which is left as it is.

        Raises:
            UserFacingError: the vault can't be used; then this session goes on with what it knew.
        """
        self.switch(account_id, Switch(secret, _nothing, _nothing, _nothing), session_only=session_only)

    def switch(self, account_id: str, change: Switch, *, session_only: bool = False) -> None:
        """Change an account and its password as one, or nothing of either: no `holds` sees one without the other.

        An account that shall log in otherwise has no password in the vault while it is being changed: a program that
        ends just then leaves neither the old password with the new login nor the new one with the old.

        Raises:
            UserFacingError: the vault can't be used, or what `change.save` raised; everything is as it was.
        """
        if change.secret is not None:
            self._redactor.add(change.secret)
        if change.secret is None or session_only:
            change.save()
            self._switched(account_id, change, session_only=session_only)
            if session_only and change.other_login:  # an older one that is left in the vault does not belong to it
                with self._vault_turn, suppress(UserFacingError):
                    self._opened().drop(account_id)
            return
        with self._vault_turn:
            _save_with(self._opened(), account_id, change.secret, change)
            self._switched(account_id, change, session_only=False)

    def holds(self, account_id: str, secret: Secret, account_is: Callable[[], bool]) -> bool:
        """Whether this is the account's password now, while `account_is` holds; both at one moment."""
        with self._lock:
            return self._known.get(account_id) == secret and account_is()

    def _switched(self, account_id: str, change: Switch, *, session_only: bool) -> None:
        with self._lock:
            change.switched()
            if change.secret is not None:
                self._known[account_id] = change.secret
                (self._session_only.add if session_only else self._session_only.discard)(account_id)

    def get(self, account_id: str) -> Secret | None:
        """Give the account's password, or None where none was kept.

        Raises:
            UserFacingError: the password isn't known yet and the vault can't be used.
        """
        known = self._remembered(account_id)
        if known is not None:
            return known
        with self._vault_turn:
            # Another thread may have asked for the same one while this one waited for its turn.
            known = self._remembered(account_id)
            if known is not None:
                return known
            secret = self._opened().get(account_id)
            if secret is None:
                return self._remembered(account_id)
            self._redactor.add(secret)
            with self._lock:
                return self._known.setdefault(account_id, secret)

    def forget(self, account_id: str) -> None:
        """Remove the account's password everywhere; that there is none is no error.

        Raises:
            UserFacingError: the vault can't be used, so an entry may be left there; memory is cleared anyhow.
                Not raised for a password that was kept for this session only.
        """
        with self._vault_turn:
            with self._lock:
                self._known.pop(account_id, None)
                was_session_only = account_id in self._session_only
                self._session_only.discard(account_id)
            try:
                self._opened().drop(account_id)
            except UserFacingError:
                # Mostly there is no vault then, and the account must be deletable all the same.
                if not was_session_only:
                    raise

    def hide(self, secret: Secret) -> None:
        """Keep a password that is only being tried out of logs and reports, as those that are kept are."""
        self._redactor.add(secret)

    def _remembered(self, account_id: str) -> Secret | None:
        with self._lock:
            return self._known.get(account_id)

    def _opened(self) -> Vault:
        if self._vault is None:
            self._vault = self._open_vault()
        return self._vault
