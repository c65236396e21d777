"""Who may use a login: the password for the next submission, and what the gateway said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.sending.retry_policy import refused_login

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Credentials
    from smsdesk.domain.outcome import Verdict
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import Provider
    from smsdesk.services.refused_logins import RefusedLogins

_NO_PASSWORD = QT_TRANSLATE_NOOP("login_gate", "There is no password for “{account}” on this computer.")
_GIVE_PASSWORD = QT_TRANSLATE_NOOP("login_gate", "Enter it in the account, then press Continue. Nothing was sent.")


class LoginGate:
    """Gives passwords out for sending, and no machine a second try with a refused one.

    Args:
        credentials: asked for the password on the lane's thread, because a keyring may prompt.
        refused: logins that no machine may try.
    """

    def __init__(self, credentials: Credentials, refused: RefusedLogins) -> None:
        self._credentials = credentials
        self._refused = refused

    def is_refused(self, account: Account) -> bool:
        """Whether no machine may try this login."""
        return account in self._refused

    def password(self, account: Account, provider: Provider, *, by_hand: bool) -> Secret | UserFacingError:
        """The password, or why nothing may be submitted; `by_hand` allows to try a refused login.

        Raises:
            UserFacingError: the keyring can't be asked.
        """
        code = None if by_hand else self._refused.code(account)
        if code is not None:
            return refused_login(provider, code)
        password = self._credentials.get(account.id)
        if password is None:
            return UserFacingError(_NO_PASSWORD.fill(account=account.name), _GIVE_PASSWORD)
        return password

    def note(self, account: Account, provider: Provider, verdicts: Sequence[Verdict]) -> None:
        """Keep in mind whether the gateway refused the login, or accepted it."""
        refusal = next((verdict.code for verdict in verdicts if verdict.refuses_all), None)
        if refusal in provider.login_refusals:
            self._refused.add(account, refusal or "")
        elif any(verdict.outcome is Outcome.ACCEPTED for verdict in verdicts):
            self._refused.discard(account)
