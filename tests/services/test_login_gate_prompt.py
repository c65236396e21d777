"""What changes while a question is on its way: while the keyring prompts, or before the gateway has answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account
from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.login_gate import Bar, Barred, LoginGate
from smsdesk.services.refused_logins import RefusedLogins

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:9", "ZA")
OTHER_LOGIN = replace(ACCOUNT, user_name="other")
OLD, NEW = Secret("correct horse"), Secret("battery staple")
REFUSED = "login-failed"


class PromptedVault(MemoryVault):
    """A keyring at whose prompt something happens."""

    def __init__(self, happens: Callable[[], object]) -> None:
        super().__init__()
        self.put(ACCOUNT.id, OLD)
        self._happens = happens

    def get(self, account_id: str) -> Secret | None:
        self._happens()
        return super().get(account_id)


def test_a_password_that_the_keyring_gave_is_not_for_the_login_that_the_account_has_by_then() -> None:
    accounts = [ACCOUNT]
    vault = PromptedVault(lambda: accounts.__setitem__(0, OTHER_LOGIN))
    gate = LoginGate(lambda: accounts, Credentials(lambda: vault, Redactor()), RefusedLogins())
    assert gate.password(ACCOUNT) == Barred(Bar.CHANGED)


def test_an_account_that_is_gone_is_not_prompted_for() -> None:
    prompts: list[object] = []
    vault = PromptedVault(lambda: prompts.append(None))
    gate = LoginGate(list, Credentials(lambda: vault, Redactor()), RefusedLogins())
    assert gate.password(ACCOUNT) == Barred(Bar.CHANGED)
    assert prompts == []


def test_what_a_gateway_says_of_the_old_password_does_not_hold_the_new_one_back() -> None:
    credentials = Credentials(MemoryVault, Redactor())
    gate = LoginGate(lambda: [ACCOUNT], credentials, RefusedLogins())
    credentials.keep(ACCOUNT.id, NEW)
    assert not gate.note(ACCOUNT, PROVIDERS.of(ACCOUNT), REFUSED, OLD, accepted=False)
    assert gate.refusal(ACCOUNT) is None
    assert gate.note(ACCOUNT, PROVIDERS.of(ACCOUNT), REFUSED, NEW, accepted=False)
    assert gate.refusal(ACCOUNT) is not None
