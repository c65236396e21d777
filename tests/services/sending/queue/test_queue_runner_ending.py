"""The end of the program while a keyring's prompt is open: what the prompt gives is used for nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.credentials import MemoryVault
from tests.helpers.gateways import GATEWAYS
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.privacy.secret import Secret
    from tests.helpers.office import Profile, RunningOffice


class PromptingVault(MemoryVault):
    """A keyring that is locked from some time on: then it gives what it holds when the user has answered its prompt.

    Attributes:
        locked: whether it prompts.
        prompts: set while a prompt is open.
        answered: set by whoever plays the user.
    """

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self.prompts = threading.Event()
        self.answered = threading.Event()

    def get(self, account_id: str) -> Secret | None:
        if not self.locked:
            return super().get(account_id)
        self.prompts.set()
        assert self.answered.wait(PATIENCE_S)
        return super().get(account_id)


@pytest.fixture
def vault(profile: Profile) -> PromptingVault:
    profile.vault = PromptingVault()
    return profile.vault


@pytest.fixture(params=GATEWAYS)
def account(request: pytest.FixtureRequest, profile: Profile, vault: PromptingVault) -> Account:
    """An account whose password only the keyring still knows: the program has been started anew."""
    office = profile.open_office()
    account = office.account(request.param)
    office.close()
    vault.locked = True
    return account


def _in_the_prompt(profile: Profile, vault: PromptingVault, account: Account) -> RunningOffice:
    office = profile.open_office()
    office.send(account, 2)
    assert vault.prompts.wait(PATIENCE_S)
    return office


def test_nothing_leaves_when_the_program_has_ended_before_the_prompt_was_answered(
    profile: Profile, vault: PromptingVault, account: Account
) -> None:
    office = _in_the_prompt(profile, vault, account)
    office.sender.end()
    vault.answered.set()
    office.sender.write_down()
    office.lanes.close(PATIENCE_S)
    assert office.states() == ["queued"] * 2
    assert office.requests("send") == 0


def test_it_leaves_at_the_next_start_and_nobody_gets_it_twice(
    profile: Profile, vault: PromptingVault, account: Account
) -> None:
    office = _in_the_prompt(profile, vault, account)
    office.sender.end()
    vault.answered.set()
    again = profile.open_again(office, starts=True)
    again.until(lambda: again.states() == ["accepted"] * 2)
    assert sorted(again.accepted(account)) == again.numbers()


def test_a_prompt_that_is_answered_in_time_lets_it_out(
    profile: Profile, vault: PromptingVault, account: Account
) -> None:
    office = _in_the_prompt(profile, vault, account)
    vault.answered.set()
    office.until(lambda: office.states() == ["accepted"] * 2)
