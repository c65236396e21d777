from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.login_gate import Bar, Barred, LoginGate
from smsdesk.services.refused_logins import RefusedLogins

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:9", "ZA")
PROVIDER = PROVIDERS.of(ACCOUNT)
REFUSED = "login-failed"
PASSWORD = Secret("correct horse")


class Doorway:
    """A gate and what stands behind it."""

    def __init__(self) -> None:
        self.accounts = [ACCOUNT]
        self.credentials = Credentials(MemoryVault, Redactor())
        self.credentials.keep(ACCOUNT.id, PASSWORD, session_only=True)
        self.gate = LoginGate(lambda: self.accounts, self.credentials, RefusedLogins())

    def refused(self) -> None:
        assert self.gate.note(ACCOUNT, PROVIDER, REFUSED, PASSWORD, accepted=False)

    def changed(self) -> None:
        self.accounts = [replace(ACCOUNT, user_name="other")]

    def forgotten(self) -> None:
        self.credentials.forget(ACCOUNT.id)


def _as_it_was(_door: Doorway) -> None:
    pass


@pytest.mark.parametrize(
    ("before", "by_hand", "gives"),
    [
        (_as_it_was, False, PASSWORD),
        (Doorway.refused, False, Barred(Bar.REFUSED, REFUSED)),
        (Doorway.refused, True, PASSWORD),
        (Doorway.changed, False, Barred(Bar.CHANGED)),
        (Doorway.changed, True, Barred(Bar.CHANGED)),
        (Doorway.forgotten, False, Barred(Bar.NO_PASSWORD)),
        (Doorway.forgotten, True, Barred(Bar.NO_PASSWORD)),
    ],
)
def test_who_gets_the_password(before: Callable[[Doorway], None], by_hand: bool, gives: Secret | Barred) -> None:
    door = Doorway()
    before(door)
    assert door.gate.password(ACCOUNT, by_hand=by_hand) == gives


@pytest.mark.parametrize(
    ("code", "accepted", "still_refused"),
    [("", True, False), ("", False, True), ("bad-to", False, True), (REFUSED, False, True)],
)
def test_only_who_gets_in_ends_a_refusal(code: str, accepted: bool, still_refused: bool) -> None:
    door = Doorway()
    door.refused()
    door.gate.note(ACCOUNT, PROVIDER, code, PASSWORD, accepted=accepted)
    assert (door.gate.refusal(ACCOUNT) is not None) == still_refused


def test_a_changed_account_may_be_tried_again() -> None:
    door = Doorway()
    door.refused()
    door.gate.mended(ACCOUNT)
    assert door.gate.refusal(ACCOUNT) is None


def test_what_is_typed_is_tried_in_place_of_what_is_kept_and_shown_in_no_log() -> None:
    redactor = Redactor()
    credentials = Credentials(MemoryVault, redactor)
    gate = LoginGate(lambda: [ACCOUNT], credentials, RefusedLogins())
    assert gate.typed_or_kept(ACCOUNT.id, None) is None
    credentials.keep(ACCOUNT.id, PASSWORD, session_only=True)
    assert gate.typed_or_kept(ACCOUNT.id, None) == PASSWORD
    typed = Secret("battery staple")
    assert gate.typed_or_kept(ACCOUNT.id, typed) == typed
    assert "battery" not in redactor.scrub("tried battery staple")
