"""Who may use a login: its password for the next question, and what the gateway said of it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Credentials
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider
    from smsdesk.services.refused_logins import RefusedLogins


class Bar(Enum):
    """Why a login may not be used."""

    REFUSED = auto()  # by the gateway, and nobody has changed it since
    CHANGED = auto()  # the account is gone, or has another login by now
    NO_PASSWORD = auto()


@frozen
class Barred:
    """Nothing may be asked with this login: why, and the gateway's code where it was refused."""

    why: Bar
    code: str = ""


class LoginGate:
    """Gives passwords out for every question, and no machine a second try with a refused one.

    Args:
        accounts: gives the accounts as they are now.
        credentials: asked for the password on the lane's thread, because a keyring may prompt.
        refused: logins that no machine may try.
    """

    def __init__(self, accounts: Callable[[], list[Account]], credentials: Credentials, refused: RefusedLogins) -> None:
        self._accounts = accounts
        self._credentials = credentials
        self._refused = refused

    def refusal(self, account: Account) -> str | None:
        """The code with which the gateway refused this login; None where a machine may try it."""
        return self._refused.code(account)

    def account(self, account_id: str) -> Account | None:
        """The account as it is now; None when it is gone."""
        return next((now for now in self._accounts() if now.id == account_id), None)

    def is_current(self, account: Account) -> bool:
        """Whether the account still is there and has the login that this is about."""
        now = self.account(account.id)
        return now is not None and now.logs_in_like(account)

    def password(self, account: Account, *, by_hand: bool = False) -> Secret | Barred:
        """The password for the next question, or why there is none to be asked.

        It belongs to the login of just this `account`: where that was changed while the question waited on its lane, or
        while the keyring prompted, there is none.

        Args:
            account: who asks.
            by_hand: the user wants it, so that a login that was refused may be tried.

        Raises:
            UserFacingError: the keyring can't be asked.
        """
        if not self.is_current(account):
            return Barred(Bar.CHANGED)
        code = None if by_hand else self._refused.code(account)
        if code is not None:
            return Barred(Bar.REFUSED, code)
        password = self._credentials.get(account.id)
        if password is None:
            return Barred(Bar.NO_PASSWORD)
        return password if self.still(account, password) else Barred(Bar.CHANGED)

    def still(self, account: Account, password: Secret) -> bool:
        """Whether the account has this login and this password now."""
        return self._credentials.holds(account.id, password, lambda: self.is_current(account))

    def typed_or_kept(self, account_id: str, typed: Secret | None) -> Secret | None:
        """The password that a dialog tries out, which no log shows; what comes of it holds nobody back.

        Raises:
            UserFacingError: the keyring can't be asked.
        """
        secret = typed or self._credentials.get(account_id)
        if secret is not None:
            self._credentials.hide(secret)
        return secret

    def note(self, account: Account, provider: Provider, code: str, password: Secret, *, accepted: bool) -> bool:
        """Keep in mind what an answer says of the login; True when it was refused.

        Args:
            account: who asked.
            provider: its provider.
            code: the gateway's code, "" where it gave none.
            password: with which it was asked; what is said of one that has been changed since holds nobody back.
            accepted: the gateway did what it was asked.
        """
        if provider.refuses_login(code):
            if not self.still(account, password):
                return False
            self._refused.add(account, code)
            return True
        if accepted:
            self._refused.discard(account)
        return False

    def mended(self, account: Account) -> None:
        """The user changed the account: machines may try its login again."""
        self._refused.discard(account)
