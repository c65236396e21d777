"""The poller and a keyring that prompts: a prompt that was dismissed does not come back by itself."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.privacy.secret import Secret
from tests.helpers.office import PASSWORD

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import Profile, RunningOffice


class _Keyring(MemoryVault):
    """Prompts each time until it is unlocked, and the prompt is dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.prompts = 0
        self.unlocked = False

    def get(self, account_id: str) -> Secret | None:
        if not self.unlocked:
            self.prompts += 1
            raise UserFacingError(QT_TRANSLATE_NOOP("test", "The password store of this computer is locked."))
        return super().get(account_id)


@pytest.fixture
def keyring(profile: Profile) -> _Keyring:
    """The computer's keyring, locked; it holds the password of the office's one account."""
    office = profile.open_office()
    account = office.account(credits=9)
    office.close()
    profile.vault = keyring = _Keyring()
    keyring.put(account.id, Secret(PASSWORD))
    return keyring


@pytest.fixture
def office(profile: Profile, keyring: _Keyring) -> RunningOffice:
    """The office, started anew."""
    return profile.open_office()


@pytest.fixture
def account(office: RunningOffice) -> Account:
    (account,) = office.book.all()
    return account


def _round(office: RunningOffice, account: Account) -> None:
    asyncio.run(office.poller.run(0))
    office.balance_state(account)


def test_a_keyring_whose_prompt_was_dismissed_prompts_again_only_for_a_person(
    office: RunningOffice, account: Account, keyring: _Keyring
) -> None:
    for _ in range(3):
        _round(office, account)
    assert keyring.prompts == 1
    assert "locked" in str(office.poller.state(account.id).error)
    assert "locked" in str(office.ask_balance(account).error)
    _round(office, account)
    assert keyring.prompts == 2
    keyring.unlocked = True
    assert office.ask_balance(account).error is None
    assert office.balance(account) == Amount(Decimal("9.00"), "credits")
    _round(office, account)
    assert office.requests("balance") == 2


def test_a_changed_account_is_asked_again_after_its_keyring_was_locked(
    office: RunningOffice, account: Account, keyring: _Keyring
) -> None:
    _round(office, account)
    keyring.unlocked = True
    office.poller.account_changed(account)
    office.balance_state(account)
    _round(office, account)
    assert office.requests("balance") == 2


def test_a_keyring_that_was_unlocked_for_sending_gives_the_balance_too(
    office: RunningOffice, account: Account, keyring: _Keyring
) -> None:
    _round(office, account)
    assert office.requests("balance") == 0
    keyring.unlocked = True
    office.send(account, 2)
    office.at_rest(account)
    office.balance_state(account)
    assert office.requests("balance") == 2  # before the announcement, and after it
    _round(office, account)
    assert office.requests("balance") == 3
    assert office.balance(account) == Amount(Decimal("7.00"), "credits")
