"""What an earlier run left: the young goes on by itself, the old and the stopped is asked about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.office import PASSWORD
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.left_over import age

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice

ACCEPTED, QUEUED = ["accepted"], ["queued"]


@pytest.mark.parametrize(("minutes", "goes"), [(29, True), (31, False)])
def test_what_was_left_goes_on_by_itself_when_it_is_young_and_is_asked_about_when_old(
    office: RunningOffice, profile: Profile, minutes: int, goes: bool
) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2)
    office.waits(account)
    age(office, timedelta(minutes=minutes))
    again = profile.open_again(office)
    again.sandbox.start()
    again.start()
    now = again.at_rest(account)
    assert again.states() == (ACCEPTED if goes else QUEUED) * 2
    assert (now.state is QueueState.IDLE) == goes
    if not goes:
        assert "Not sent before the program was closed: 2 messages." in str(now.reason)
        again.sender.resume(account)
        again.at_rest(account)
        assert again.states() == ACCEPTED * 2


def test_the_young_ones_go_and_the_old_ones_are_asked_about(office: RunningOffice, profile: Profile) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2, "old")
    office.waits(account)
    age(office, timedelta(minutes=40))
    office.send(account, 1, "young")
    again = profile.open_again(office)
    again.sandbox.start()
    again.start()
    assert again.at_rest(account).state is QueueState.STOPPED
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young"}
    assert again.states() == QUEUED * 2 + ACCEPTED
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ACCEPTED * 3


def test_what_a_refusal_stopped_waits_for_continue_at_the_next_start_however_young(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account("ismart-rest", password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    again = profile.open_again(office)
    before = again.requests()
    again.start()
    stopped = again.at_rest(account)
    assert "Sending had stopped. Wrong user name or password at iSmart" in str(stopped.reason)
    assert again.requests() == before
    assert [refused for refused, _ in again.accounts.refused()] == [account]


def test_a_login_that_was_refused_to_the_balance_is_why_sending_had_stopped_at_the_next_start(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    assert office.requests("balance") == office.requests() == 1
    again = profile.open_again(office)
    again.start()
    stopped = again.at_rest(account)
    assert "2 messages. Sending had stopped. Wrong user name or password" in str(stopped.reason)
    assert again.requests() == 1


def test_a_refused_login_is_not_tried_by_any_machine_after_a_restart_until_the_password_is_changed(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account(password="wrong password")
    office.send(account, 1)
    office.at_rest(account)
    again = profile.open_again(office)
    again.start()
    assert again.poller.ask(account, by_hand=False) is None
    assert "Wrong user name or password" in str(again.poller.state(account.id).error)
    again.save(account, PASSWORD)
    again.sender.account_changed(account)
    assert again.states() == QUEUED  # it was left over, so it is asked about all the same
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ACCEPTED
    assert again.accounts.refused() == []


def test_what_is_stopped_because_the_program_is_closed_waits_for_continue(
    office: RunningOffice, profile: Profile, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Error: Not enough credits")
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    office.sender.stop_here().result(PATIENCE_S)
    assert office.sender.unsent() == 0
    gateway.answer_now()
    office.until(lambda: not office.sender.sending())
    assert office.states() == QUEUED * 3
    assert len(gateway.targets) == 1
    again = profile.open_again(office)
    again.start()
    assert again.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1
