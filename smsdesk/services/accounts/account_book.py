"""The office's accounts: kept, changed, deleted and tried out, with their passwords in the OS keyring."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from smsdesk.accounts.credentials import Switch
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.services.lanes import login_of, on_own_lane
from smsdesk.services.login_gate import LoginGate
from smsdesk.services.refused_logins import RefusedLogins
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

    from smsdesk.accounts.account import Account
    from smsdesk.accounts.credentials import Credentials
    from smsdesk.domain.money import Amount
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.catalog import Providers
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.services.accounts.custom_gateway_setup import GatewaySetup
    from smsdesk.store.accounts import AccountStore

_NO_PASSWORD = QT_TRANSLATE_NOOP("account_book", "There is no password to try.")
_ENTER_IT = QT_TRANSLATE_NOOP("account_book", "Enter the password, then test again.")
_NO_TEST = QT_TRANSLATE_NOOP(
    "account_book",
    "{gateway} has no way to check a password: only sending a message will prove it. Send one to yourself first.",
)
_WORKS = QT_TRANSLATE_NOOP("account_book", "It works: {gateway} accepted the user name and password.")


@frozen
class Tested:
    """What testing an account showed: `proved` only where the gateway itself accepted the password."""

    proved: bool
    told: Sentence
    balance: Amount | None = None


class AccountBook:
    """All accounts of the profile. Reading is immediate; what asks keyring, disk or gateway gives a future.

    Args:
        store: the accounts on disk; they are read once, here.
        credentials: their passwords; its calls may prompt, so they are made on a thread of their own.
        providers: the gateways.

    Attributes:
        gate: who may use these accounts' logins.
    """

    def __init__(self, store: AccountStore, credentials: Credentials, providers: Providers) -> None:
        self._store = store
        self._credentials = credentials
        self._providers = providers
        self._worker = Worker("smsdesk-accounts")
        self._lock = threading.Lock()
        self._accounts = {account.id: account for account in store.all()}
        refused = RefusedLogins(store.refused(), lambda *told: store.set_refused(*told))  # not loaded at the start yet
        self.gate = LoginGate(self.all, credentials, refused)

    @property
    def setup(self) -> GatewaySetup:
        """What setting up a gateway of the office's own needs."""
        from smsdesk.services.accounts.custom_gateway_setup import GatewaySetup

        return GatewaySetup(self.gate, self._worker)

    def all(self) -> list[Account]:
        """Every account, in the order they were added."""
        with self._lock:
            return list(self._accounts.values())

    def get(self, account_id: str) -> Account | None:
        """One account, None when it is not there any more."""
        with self._lock:
            return self._accounts.get(account_id)

    def save(self, account: Account, password: Secret | None, *, session_only: bool = False) -> Future[Account]:
        """Add or change an account; without a password the one that is kept stays.

        Login and password change as one, for whoever sends at that moment, too. A refused login stays refused unless
        something of it was changed: gateway, address, user name or password, or how they are sent.

        Raises (in the future):
            UserFacingError: the password could not be kept, or stands in the account's set-up, or the disk would
                not take the account; nothing is changed, in the keyring neither.
        """

        def job() -> Account:
            if self._providers.of(account).capabilities.by_definition:
                self.setup.check(account, password)
            before = self.get(account.id)
            other_login = before is not None and not before.logs_in_like(account)
            change = Switch(
                password, lambda: self._store.save(account).result(),
                lambda: before and self._store.save(before).result(), lambda: self._put(account), other_login,
            )  # fmt: skip
            self._credentials.switch(account.id, change, session_only=session_only)
            if other_login or password is not None:
                self.gate.mended(account)
            return account

        return self._worker.do(job)

    def _put(self, account: Account) -> None:
        with self._lock:
            self._accounts[account.id] = account

    def delete(self, account_id: str) -> Future[None]:
        """Remove the account and its password; its history stays.

        Raises (in the future):
            UserFacingError: messages of it are still waiting to be sent; nothing was removed.
        """

        def job() -> None:
            self._store.delete(account_id).result()
            with self._lock:
                self._accounts.pop(account_id, None)
            self._credentials.forget(account_id)

        return self._worker.do(job)

    def has_password(self, account_id: str) -> Future[bool]:
        """Whether a password for this account is at hand on this computer."""
        return self._worker.do(lambda: self._credentials.get(account_id) is not None)

    def test(self, account: Account, password: Secret | None) -> Future[Tested]:
        """Try a login that may not be saved yet: ask for its balance, where the gateway has one.

        Args:
            account: the account as the dialog has it.
            password: what was typed; None for the one that is kept.

        Raises (in the future):
            UserFacingError: why it does not work.
        """
        return on_own_lane("test", lambda http: self._test(account, password, http))

    def close(self, wait_s: float = 1.0) -> None:
        """Finish what is being saved; waits at most so many seconds, as a keyring may prompt."""
        self._worker.close(wait_s)

    def _test(self, account: Account, password: Secret | None, http: HttpSession) -> Tested:
        from smsdesk.providers.transport.exchange import ask_balance
        from smsdesk.providers.transport.failures import NoClearAnswer, NotSent

        provider = self._providers.of(account)
        if not provider.capabilities.has_balance:
            return Tested(proved=False, told=_NO_TEST.fill(gateway=provider.title))
        secret = self.gate.typed_or_kept(account.id, password)
        if secret is None:
            raise UserFacingError(_NO_PASSWORD, _ENTER_IT)
        try:
            reply = ask_balance(http, provider, login_of(account, secret))
        except (NotSent, NoClearAnswer) as error:
            raise UserFacingError(provider.explain(error.code), None, error.words) from None
        if reply.amount is None:
            code, words = (reply.verdict.code, reply.verdict.words) if reply.verdict else ("unreadable", "")
            raise UserFacingError(provider.explain(code), None, words)
        return Tested(proved=True, told=_WORKS.fill(gateway=provider.title), balance=reply.amount)
