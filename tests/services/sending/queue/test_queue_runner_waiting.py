"""Nothing left this machine, or the gateway said "not now": the messages wait, and go on by themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.sandbox.faults import Fault
from smsdesk.sandbox.server import Sandbox
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.queue.retry_policy import NOT_NOW_PAUSES_S, NOT_SENT_PAUSES_S
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice
    from tests.helpers.timers import HeldTimers

GATEWAYS = ["smsoffice", "ismart-rest", "ismart-http", "inviosmart", "intellisms"]
ACCEPTED, UNKNOWN, QUEUED = ["accepted"], ["unknown"], ["queued"]


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_when_the_gateway_is_back_everybody_gets_it_once_and_nobody_pressed_anything(
    office: RunningOffice, timers: HeldTimers, gateway: str
) -> None:
    account = office.account(gateway)
    office.sandbox.pause()
    office.send(account, 3)
    office.waits(account)
    assert office.states() == QUEUED * 3
    office.sandbox.start()
    timers.go_off()
    office.until(lambda: office.states() == ACCEPTED * 3)
    assert sorted(office.accepted(account)) == office.numbers()


def test_it_says_why_it_waits_and_until_when(office: RunningOffice) -> None:
    account = office.account()
    office.sandbox.pause()
    before = datetime.now(UTC)
    office.send(account, 2)
    now = office.waits(account)
    after = datetime.now(UTC)
    assert now.reason is not None
    assert str(now.reason.what) == "The gateway could not be reached"
    assert now.waiting == 2
    assert now.tries_at is not None
    assert before <= now.tries_at - timedelta(seconds=NOT_SENT_PAUSES_S[0]) <= after
    assert office.sender.unsent() == 2


def test_while_the_gateway_is_away_the_pauses_grow(office: RunningOffice, timers: HeldTimers) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2)
    pauses = [timers.go_off() for _ in range(len(NOT_SENT_PAUSES_S) + 1)]
    assert pauses == [*NOT_SENT_PAUSES_S, NOT_SENT_PAUSES_S[-1]]
    office.until(timers.waiting_s)
    office.sandbox.start()
    timers.go_off()
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == office.numbers()


def test_the_person_can_try_at_once_and_the_pauses_begin_anew(office: RunningOffice, timers: HeldTimers) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2)
    office.waits(account)
    office.sender.resume(account)
    office.waits(account)
    assert timers.waiting_s() == [NOT_SENT_PAUSES_S[0]]
    office.sandbox.start()
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == office.numbers()


def test_stop_while_it_waits_cancels_and_nothing_leaves_later(office: RunningOffice, timers: HeldTimers) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2)
    office.waits(account)
    office.sender.stop(account).result(PATIENCE_S)
    office.until(lambda: office.sender.progress(account.id).state is QueueState.IDLE)
    assert timers.waiting_s() == []
    assert office.states() == ["cancelled"] * 2
    office.sandbox.start()
    office.send(account, 1, first=5)
    office.at_rest(account)
    assert office.accepted(account) == ["+27830000005"]


def test_what_comes_back_unsent_after_stop_was_pressed_is_cancelled_too(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Error: Not enough credits")
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    assert office.sender.stop(account).result(PATIENCE_S).cancelled == {1: 1}
    assert office.states() == ["submitting", "cancelled"]
    gateway.answer_now()
    office.until(lambda: office.states() == ["cancelled"] * 2)
    office.until(lambda: not office.sender.sending())
    assert office.sender.progress(account.id).waiting == 0


def test_a_gateway_that_says_not_now_is_asked_four_times_and_then_the_person(
    office: RunningOffice, held_gateways: HeldGateways, timers: HeldTimers
) -> None:
    gateway = held_gateways.start("ERR:GATEWAY_ERROR")
    account = office.account("intellisms", address=gateway.address)
    gateway.answer_now(100)
    office.send(account, 3)
    assert [timers.go_off() for _ in NOT_NOW_PAUSES_S] == [*NOT_NOW_PAUSES_S]
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert len(gateway.targets) == 4
    assert office.states() == QUEUED * 3
    gateway.answer = "\n".join(f"{number.lstrip('+')},ID:7" for number in office.numbers())
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ACCEPTED * 3


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING, Fault.ERROR_500])
def test_what_may_have_been_taken_is_never_tried_again(office: RunningOffice, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault)
    office.send(account, 2)
    office.at_rest(account)
    assert office.states() == UNKNOWN + ACCEPTED
    assert office.requests("send") == 2


def test_while_one_account_waits_another_sends(office: RunningOffice) -> None:
    with Sandbox() as gone:
        away = office.account(address=gone.address, user="other")
    account = office.account()
    office.send(away, 2)
    office.waits(away)
    office.send(account, 2)
    office.at_rest(account)
    assert office.states() == QUEUED * 2 + ACCEPTED * 2


def test_after_half_an_hour_without_getting_on_it_asks_before_it_sends(
    office: RunningOffice, timers: HeldTimers, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 2)
    office.waits(account)
    with monkeypatch.context() as half_an_hour_later:
        half_an_hour_later.setattr("smsdesk.services.sending.queue.queue_runner.STALE_AFTER", timedelta(0))
        timers.go_off()
        stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert "For half an hour nothing could be sent" in str(stopped.reason)
    office.sandbox.start()
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ACCEPTED * 2


def test_a_password_that_the_balance_has_found_wrong_is_not_tried_for_sending(office: RunningOffice) -> None:
    account = office.account(password="wrong password")
    office.send(account, 3)
    stopped = office.at_rest(account)
    assert "Wrong user name or password at SMS Office" in str(stopped.reason)
    assert office.requests() == 1
    assert office.states() == QUEUED * 3


def test_no_credit_is_not_asked_about_with_every_message(office: RunningOffice) -> None:
    account = office.account(credits=1)
    office.send(account, 30)
    office.at_rest(account)
    assert office.requests("send") == 2
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(100))
    office.sender.resume(account)
    office.at_rest(account)
    assert office.accepted(account) == office.numbers()
