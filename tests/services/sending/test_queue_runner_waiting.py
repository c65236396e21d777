"""Nothing left this machine, or the gateway said "not now": the messages wait, and go on by themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.privacy.secret import Secret
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending import retry_policy as next_move
from smsdesk.services.sending.progress import QueueState
from tests.helpers.gateways import GATEWAYS

if TYPE_CHECKING:
    from collections.abc import Callable

ACCEPTED, UNKNOWN, QUEUED = ["accepted"], ["unknown"], ["queued"]


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time is what is played here: minutes are hundredths of a second."""
    monkeypatch.setattr(next_move, "NOT_SENT_PAUSES_S", (0.01, 0.02, 0.05))
    monkeypatch.setattr(next_move, "NOT_NOW_PAUSES_S", (0.01, 0.02, 0.03))


def _waits(office: Any, account: Any) -> Any:
    office.until(lambda: office.sender.progress(account.id).state is QueueState.WAITING)
    return office.sender.progress(account.id)


def _numbers(office: Any) -> list[str]:
    return office.peek("SELECT number FROM delivery ORDER BY id")


@pytest.mark.parametrize("gateway", GATEWAYS)
@pytest.mark.usefixtures("short_pauses")
def test_when_the_gateway_is_back_everybody_gets_it_once_and_nobody_pressed_anything(office: Any, gateway: str) -> None:
    account = office.account(gateway)
    office.sandbox.close()
    office.send(account, 3)
    _waits(office, account)
    assert office.states() == QUEUED * 3
    office.sandbox.start()
    office.until(lambda: office.states() == ACCEPTED * 3)
    assert sorted(office.accepted(account)) == _numbers(office)


def test_it_says_why_it_waits_and_until_when(office: Any) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    now = _waits(office, account)
    assert str(now.reason.what) == "The gateway could not be reached"
    assert now.waiting == 2
    assert timedelta(0) < now.tries_at - datetime.now(UTC) < timedelta(seconds=6)
    assert office.sender.unsent() == 2


def test_the_person_can_try_at_once_and_the_pauses_begin_anew(office: Any) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    _waits(office, account)
    office.sender.resume(account)
    now = _waits(office, account)
    assert now.tries_at - datetime.now(UTC) < timedelta(seconds=6)
    office.sandbox.start()
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == _numbers(office)


@pytest.mark.usefixtures("short_pauses")
def test_stop_while_it_waits_cancels_and_nothing_leaves_later(office: Any) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    _waits(office, account)
    office.sender.stop(account).result(20)
    office.sandbox.start()
    assert office.states() == ["cancelled"] * 2
    assert office.sender.progress(account.id).state is QueueState.IDLE
    office.send(account, 1, first=5)
    office.at_rest(account)
    assert office.accepted(account) == ["+27830000005"]


def test_what_comes_back_unsent_after_stop_was_pressed_is_cancelled_too(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway("Error: Not enough credits")
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    assert office.sender.stop(account).result(20).cancelled == {1: 1}
    assert office.states() == ["submitting", "cancelled"]
    gateway.answer_now()
    office.until(lambda: office.states() == ["cancelled"] * 2)
    office.until(lambda: not office.sender.sending())
    assert office.sender.progress(account.id).waiting == 0


@pytest.mark.usefixtures("short_pauses")
def test_a_gateway_that_says_not_now_is_asked_four_times_and_then_the_person(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway("ERR:GATEWAY_ERROR")
    account = office.account("intellisms", address=gateway.address)
    gateway.answer_now(100)
    office.send(account, 3)
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert len(gateway.targets) == 4
    assert office.states() == QUEUED * 3
    gateway.answer = "\n".join(f"{number.lstrip('+')},ID:7" for number in _numbers(office))
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ACCEPTED * 3


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING, Fault.ERROR_500])
@pytest.mark.usefixtures("short_pauses")
def test_what_may_have_been_taken_is_never_tried_again(office: Any, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault)
    office.send(account, 2)
    office.at_rest(account)
    assert office.states() == UNKNOWN + ACCEPTED
    assert office.requests("sendsms") == 2


def test_while_one_account_waits_another_sends(office: Any) -> None:
    away = office.account(address="http://127.0.0.1:9", user="other")
    account = office.account()
    office.send(away, 2)
    _waits(office, away)
    office.send(account, 2)
    office.at_rest(account)
    assert office.states() == QUEUED * 2 + ACCEPTED * 2


@pytest.mark.usefixtures("short_pauses")
def test_after_half_an_hour_without_getting_on_it_asks_before_it_sends(office: Any) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    _waits(office, account)
    queue = office.sender._queues[account.id]
    with queue._lock:
        queue._tally.fresh_at -= timedelta(minutes=31)
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert "For half an hour nothing could be sent" in str(stopped.reason)
    office.sandbox.start()
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ACCEPTED * 2


# --- the next start


def _start_again(office: Any, open_office: Callable[..., Any], *accounts: Any) -> Any:
    office.close()
    again = open_office()
    for account in accounts:
        again.credentials.keep(account.id, Secret("correct horse"))
    again.outbox.recover()
    return again


def _age(office: Any, minutes: int) -> None:
    then = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="microseconds")
    office.database.write(lambda c: c.exec_driver_sql("UPDATE announcement SET leaves_at = ?", (then,)))


@pytest.mark.parametrize(("minutes", "goes"), [(29, True), (31, False)])
def test_what_was_left_goes_on_by_itself_when_it_is_young_and_is_asked_about_when_old(
    office: Any, open_office: Callable[..., Any], minutes: int, goes: bool
) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2)
    _waits(office, account)
    _age(office, minutes)
    again = _start_again(office, open_office, account)
    again.sandbox.start()
    again.sender.start(again.store.all())
    now = again.at_rest(account)
    assert again.states() == (ACCEPTED if goes else QUEUED) * 2
    assert (now.state is QueueState.IDLE) == goes
    if not goes:
        assert "Not sent before the program was closed: 2 messages." in str(now.reason)
        again.sender.resume(account)
        again.at_rest(account)
        assert again.states() == ACCEPTED * 2


def test_the_young_ones_go_and_the_old_ones_are_asked_about(office: Any, open_office: Callable[..., Any]) -> None:
    account = office.account()
    office.sandbox.close()
    office.send(account, 2, "old")
    _waits(office, account)
    _age(office, 40)
    office.send(account, 1, "young")
    again = _start_again(office, open_office, account)
    again.sandbox.start()
    again.sender.start(again.store.all())
    assert again.at_rest(account).state is QueueState.STOPPED
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young"}
    assert again.states() == QUEUED * 2 + ACCEPTED
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ACCEPTED * 3


def test_what_a_refusal_stopped_waits_for_continue_at_the_next_start_however_young(
    office: Any, open_office: Callable[..., Any]
) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    office.at_rest(account)
    again = _start_again(office, open_office, account)
    before = again.requests()
    again.sender.start(again.store.all())
    stopped = again.at_rest(account)
    assert "Sending had stopped. Wrong user name or password at SMS Office" in str(stopped.reason)
    assert again.requests() == before
    assert [code for _, code in again.store.refused()] == ["login-failed"]


def test_a_refused_login_is_not_tried_by_any_machine_after_a_restart_until_the_person_continues(
    office: Any, open_office: Callable[..., Any]
) -> None:
    account = office.account(password="wrong password")
    office.send(account, 1)
    office.at_rest(account)
    again = _start_again(office, open_office, account)
    again.sender.start(again.store.all())
    assert again.poller.ask(account, by_hand=False) is None
    assert "Wrong user name or password" in str(again.poller.state(account.id).error)
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ACCEPTED
    assert again.store.refused() == []


def test_what_is_stopped_because_the_program_is_closed_waits_for_continue(
    office: Any, open_office: Callable[..., Any], held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway("Error: Not enough credits")
    account = office.account(address=gateway.address)
    office.send(account, 3)
    gateway.next_request()
    office.sender.stop_here().result(20)
    assert office.sender.unsent() == 0
    gateway.answer_now()
    office.until(lambda: not office.sender.sending())
    assert office.states() == QUEUED * 3
    assert len(gateway.targets) == 1
    again = _start_again(office, open_office, account)
    again.sender.start(again.store.all())
    assert again.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1


def test_a_password_that_the_balance_has_found_wrong_is_not_tried_for_sending(open_office: Callable[..., Any]) -> None:
    office = open_office(asks_balances=True)
    account = office.account(password="wrong password")
    office.send(account, 3)
    stopped = office.at_rest(account)
    assert "Wrong user name or password at SMS Office" in str(stopped.reason)
    assert office.requests() == 1
    assert office.states() == QUEUED * 3


def test_no_credit_is_not_asked_about_with_every_message(office: Any) -> None:
    account = office.account(credits=1)
    office.send(account, 30)
    office.at_rest(account)
    assert office.requests() == 2
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(100))
    office.sender.resume(account)
    office.at_rest(account)
    assert office.accepted(account) == _numbers(office)
