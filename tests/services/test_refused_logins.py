"""A login that was refused is refused at the next start too: every machine asks at this one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.login_gate import Bar, Barred
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.gateways import GATEWAYS
from tests.helpers.office import PASSWORD
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import Profile, RunningOffice

WRONG = "wrong password"


def _refused(office: RunningOffice, gateway: str) -> Account:
    """An account whose login its gateway has just refused; what it had queued is cancelled."""
    account = office.account(gateway, password=WRONG)
    office.send(account, 1)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.sender.stop(account).result(PATIENCE_S)
    if office.providers.of(account).capabilities.has_balance:
        office.balance_state(account)
    return account


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_after_a_start_no_machine_tries_a_login_that_was_refused_before(
    office: RunningOffice, profile: Profile, gateway: str
) -> None:
    account = _refused(office, gateway)
    again = profile.open_again(office, starts=True)
    asked = again.requests()
    assert again.book.gate.refusal(account) is not None
    assert again.poller.ask(account, by_hand=False) is None
    again.send(account, 2, "after the start")  # nothing is held from before: the login alone holds it
    stopped = again.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert stopped.waiting == 2
    assert again.requests() == asked


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_after_a_start_the_gate_knows_the_refusal_before_anything_else_was_read(
    office: RunningOffice, profile: Profile, gateway: str
) -> None:
    account = _refused(office, gateway)
    code = office.book.gate.refusal(account)
    again = profile.open_again(office)
    assert not again.stores.loaded
    barred = again.book.gate.password(account)
    assert barred == Barred(Bar.REFUSED, code or "")


def test_after_a_start_an_account_that_shares_the_refused_login_is_held_back_too(
    office: RunningOffice, profile: Profile
) -> None:
    account = _refused(office, "smsoffice")
    other = office.save(replace(account, id="other", name="The same login"), WRONG)
    again = profile.open_again(office, starts=True)
    asked = again.requests()
    assert again.poller.ask(other, by_hand=False) is None
    assert again.requests() == asked


def test_a_refusal_that_was_mended_is_not_remembered_at_the_start(office: RunningOffice, profile: Profile) -> None:
    account = _refused(office, "smsoffice")
    office.save(account, PASSWORD)
    office.book.gate.mended(account)
    again = profile.open_again(office, starts=True)
    again.send(account, 2)
    assert again.at_rest(account).state is QueueState.IDLE
    assert again.accepted(account) == again.numbers()[1:]
