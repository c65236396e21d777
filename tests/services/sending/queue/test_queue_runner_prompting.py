"""What is pressed, or ends, while a keyring's prompt is open: what the prompt gives lets nothing out then."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.services.lanes import Urgency
from tests.helpers.gateways import GATEWAYS
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import refusing_disk

if TYPE_CHECKING:
    from collections.abc import Callable

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


def _undo_on_a_refusing_disk(office: RunningOffice, account: Account, announcement_id: int) -> None:
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.undo(account, announcement_id).result(PATIENCE_S)


def _stop_on_a_refusing_disk(office: RunningOffice, account: Account, _announcement_id: int) -> None:
    with refusing_disk(office.database), pytest.raises(UserFacingError):
        office.sender.stop(account).result(PATIENCE_S)


def _close(office: RunningOffice, _account: Account, _announcement_id: int) -> None:
    office.sender.stop_here().result(PATIENCE_S)


@pytest.mark.parametrize(
    ("press", "becomes"),
    [
        (_undo_on_a_refusing_disk, "cancelled"),
        (_stop_on_a_refusing_disk, "queued"),
        (_close, "queued"),
    ],
    ids=["undo, refused by the disk", "stop, refused by the disk", "close"],
)
def test_nothing_leaves_that_was_called_back_while_the_prompt_was_open(
    profile: Profile,
    vault: PromptingVault,
    account: Account,
    press: Callable[[RunningOffice, Account, int], None],
    becomes: str,
) -> None:
    office = profile.open_office()
    announcement_id = office.send(account, 2)
    assert vault.prompts.wait(PATIENCE_S)
    press(office, account, announcement_id)  # the disk is well again before the prompt is answered
    vault.answered.set()
    office.until(lambda: not office.sender.sending())
    office.lanes.of(account.login).do(lambda _http: None, Urgency.BALANCE).result(PATIENCE_S)  # the step is over
    assert office.states() == [becomes] * 2
    assert office.requests("send") == 0
    assert office.peek("SELECT count(*) FROM delivery WHERE error_code IS NOT NULL AND state = 'queued'") == [0]


@pytest.mark.parametrize("press", [_stop_on_a_refusing_disk, _close], ids=["stop, refused by the disk", "close"])
def test_what_was_kept_back_leaves_with_continue(
    profile: Profile,
    vault: PromptingVault,
    account: Account,
    press: Callable[[RunningOffice, Account, int], None],
) -> None:
    office = _in_the_prompt(profile, vault, account)
    press(office, account, 0)
    vault.answered.set()
    office.until(lambda: not office.sender.sending())
    office.sender.resume(account)
    office.until(lambda: office.states() == ["accepted"] * 2)
    assert sorted(office.accepted(account)) == office.numbers()
