from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.money import Amount
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.poller import BalanceState
from smsdesk.services.events import BalanceChanged
from smsdesk.services.lanes import Urgency
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.providers.base import BalanceReply, HttpReply
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice


def _credits(text: str) -> Amount:
    return Amount(Decimal(text), "credits")


def test_every_account_is_asked_for_at_start(office: RunningOffice) -> None:
    rich, poor = office.account(user="rich", credits=900), office.account(user="poor", credits=5)
    asyncio.run(office.poller.run(0))
    for account, text in ((rich, "900.00"), (poor, "5.00")):
        office.balance_state(account)
        assert office.balance(account) == _credits(text)
    assert office.requests("balance") == 2


def test_balances_are_asked_for_again_after_each_interval(office: RunningOffice) -> None:
    office.account()

    async def three_rounds() -> None:
        polling = asyncio.create_task(office.poller.run(0.01))
        await asyncio.to_thread(office.until, lambda: office.requests("balance") >= 3)
        polling.cancel()

    asyncio.run(three_rounds())


def test_after_an_announcement_the_balance_is_what_is_left(office: RunningOffice) -> None:
    account = office.account(credits=10)
    office.send(account, 3)
    office.at_rest(account)
    office.until(lambda: office.balance(account) == _credits("7.00"))
    assert [reading.amount for reading in office.balances.since(account.id, datetime.now(UTC) - timedelta(days=1))] == [
        _credits("10.00"),
        _credits("7.00"),
    ]


def test_a_gateway_without_a_balance_is_not_asked(office: RunningOffice) -> None:
    account = office.account("ismart-rest")
    assert office.poller.ask(account, by_hand=True) is None
    assert office.poller.state(account.id) == BalanceState()
    assert office.requests() == 0


def test_a_reading_is_kept_exactly_and_is_there_at_the_next_start(office: RunningOffice, profile: Profile) -> None:
    account = office.account()
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal("1234.56"))
    state = office.ask_balance(account, by_hand=False)
    assert office.peek("SELECT account_id, amount, unit FROM balance") == [(account.id, "1234.56", "credits")]
    office.close()
    assert profile.open_office().poller.state(account.id) == BalanceState(state.reading)


def test_a_reading_is_on_disk_before_it_is_told(office: RunningOffice) -> None:
    account = office.account(credits=8)
    on_disk: list[int] = []
    office.hear = lambda event: on_disk.append(office.peek("SELECT count(*) FROM balance")[0])
    office.poller.ask(account, by_hand=False)
    office.until(lambda: len(on_disk) == len(office.events) == 2)
    assert office.events == [BalanceChanged(account.id)] * 2
    assert on_disk == [0, 1]


def test_it_is_not_asked_twice_at_once(office: RunningOffice, held_gateways: HeldGateways) -> None:
    gateway = held_gateways.start("Success:12.00", holds="balance")
    account = office.account(address=gateway.address)
    answer = office.poller.ask(account, by_hand=False)
    assert answer is not None
    gateway.next_request()
    assert office.poller.state(account.id).asking
    assert office.poller.ask(account, by_hand=True) is None
    gateway.answer_now()
    answer.result(PATIENCE_S)
    assert office.balance(account) == _credits("12.00")


def test_a_wrong_password_is_asked_with_once_and_not_again_by_machine(office: RunningOffice) -> None:
    account = office.account(password="wrong password")
    state = office.ask_balance(account, by_hand=False)
    assert "Wrong user name or password at SMS Office" in str(state.error and state.error.what)
    assert "not asked for again until you have changed the account" in str(state.error and state.error.todo)
    asyncio.run(office.poller.run(0))
    assert office.poller.ask(account, by_hand=False) is None
    assert office.requests() == 1


def test_a_person_may_try_a_refused_password_again(office: RunningOffice) -> None:
    account = office.account(password="wrong password")
    office.ask_balance(account, by_hand=False)
    assert office.ask_balance(account).error is not None
    office.sandbox.ledger.add_login("smsoffice", "office", "wrong password", Decimal(3))  # set right at the gateway
    office.ask_balance(account)
    assert office.balance(account) == _credits("3.00")
    assert office.ask_balance(account, by_hand=False).error is None


def test_when_the_account_is_changed_it_is_asked_again(office: RunningOffice) -> None:
    account = office.account(password="wrong password", credits=6)
    office.ask_balance(account, by_hand=False)
    office.save(account, "correct horse")
    office.poller.account_changed(account)
    office.balance_state(account)
    assert office.poller.state(account.id).error is None
    office.ask_balance(account, by_hand=False)
    assert office.balance(account) == _credits("6.00")


def test_a_changed_account_is_polled_again_though_its_gateway_was_away_when_it_was_changed(
    office: RunningOffice,
) -> None:
    account = office.account(password="wrong password")
    office.ask_balance(account, by_hand=False)
    office.sandbox.pause()
    office.save(account, "correct horse")
    office.poller.account_changed(account)
    office.until(lambda: "could not be reached" in str(office.poller.state(account.id).error))
    office.sandbox.start()
    assert office.ask_balance(account, by_hand=False).error is None


def test_a_wrong_password_is_tried_once_though_two_accounts_share_the_login(office: RunningOffice) -> None:
    first, second = office.account(password="wrong password"), office.account(password="wrong password")
    office.ask_balance(first, by_hand=False)
    assert office.poller.ask(second, by_hand=False) is None
    asyncio.run(office.poller.run(0))
    assert office.requests() == 1
    office.save(first, "correct horse")
    office.poller.account_changed(first)
    office.balance_state(first)
    office.save(second, "correct horse")
    assert office.ask_balance(second, by_hand=False).error is None


def test_a_login_that_was_refused_while_sending_is_not_tried_again_with_whatever_account(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Error: Login Failed")
    first, second = office.account(address=gateway.address), office.account(address=gateway.address)
    gateway.answer_now(100)
    office.send(first, 2)
    assert office.at_rest(first).state is QueueState.STOPPED
    for account in (first, second):
        assert office.poller.ask(account, by_hand=False) is None
    assert (len(gateway.aside), len(gateway.targets)) == (1, 1)  # the balance before the announcement, and a message


@pytest.mark.parametrize("late", ["Error: Login Failed", "Success:12.00"])
def test_a_late_answer_about_the_old_login_does_not_hide_what_the_new_one_was_told(
    office: RunningOffice, held_gateways: HeldGateways, late: str
) -> None:
    old_gateway = held_gateways.start(late, holds="balance")
    old = office.account(address=old_gateway.address, credits=7)
    answer = office.poller.ask(old, by_hand=False)
    assert answer is not None
    old_gateway.next_request()
    new = replace(old, address=office.sandbox.address)
    office.save(new)
    office.poller.account_changed(new)
    office.balance_state(new)
    old_gateway.answer_now()
    answer.result(PATIENCE_S)
    office.lanes.of(old.login).do(lambda _http: None, Urgency.BALANCE).result(
        PATIENCE_S
    )  # the answer has been told by then
    state = office.poller.state(new.id)
    assert (office.balance(new), state.asking, state.error) == (_credits("7.00"), False, None)
    assert office.peek("SELECT amount FROM balance") == ["7.00"]
    assert office.ask_balance(new, by_hand=False).error is None


def test_a_balance_that_waited_while_the_login_was_changed_is_not_asked_of_the_old_gateway(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Success:12.00", holds="balance")
    busy, old = office.account(address=gateway.address), office.account(address=gateway.address)
    office.poller.ask(busy, by_hand=False)
    gateway.next_request()
    waiting = office.poller.ask(old, by_hand=True)
    assert waiting is not None
    new = replace(old, address=office.sandbox.address)
    office.save(new)
    office.poller.account_changed(new)
    gateway.answer_now(2)
    waiting.result(PATIENCE_S)
    assert len(gateway.targets) == 1


def test_a_balance_that_waited_behind_a_refused_message_is_not_asked_for(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start("Error: Login Failed")
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    before = office.poller.state(account.id)
    waiting = office.poller.ask(account, by_hand=False)
    assert waiting is not None
    gateway.answer_now(2)
    assert waiting.result(PATIENCE_S).reading == before.reading
    assert (len(gateway.aside), len(gateway.targets)) == (1, 1)
    office.balance_state(account)


def test_a_gateway_that_is_away_is_told_and_the_last_amount_stays(office: RunningOffice) -> None:
    account = office.account(credits=20)
    before = office.ask_balance(account, by_hand=False).reading
    office.sandbox.pause()
    state = office.ask_balance(account, by_hand=False)
    assert str(state.error and state.error.what) == "The balance could not be read. The gateway could not be reached."
    assert state.reading == before
    office.sandbox.start()
    assert office.ask_balance(account, by_hand=False).error is None


@pytest.mark.parametrize("fault", [Fault.HTML_PAGE, Fault.GARBAGE, Fault.EMPTY, Fault.ERROR_500, Fault.REDIRECT])
def test_what_is_no_balance_is_never_shown_as_one(office: RunningOffice, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault, only="balance")
    state = office.ask_balance(account, by_hand=False)
    assert state.reading is None
    assert "The balance could not be read" in str(state.error and state.error.what)
    assert office.peek("SELECT count(*) FROM balance") == [0]


def test_without_a_password_nobody_is_asked(office: RunningOffice) -> None:
    account = office.account(password=None)
    assert "no password for this account" in str(office.ask_balance(account, by_hand=False).error)
    assert office.requests() == 0


def test_a_reading_that_the_disk_did_not_take_is_told_and_the_one_before_stays(office: RunningOffice) -> None:
    account = office.account(credits=20)
    before = office.ask_balance(account, by_hand=False).reading
    office.sql("PRAGMA query_only=ON")
    answer = office.poller.ask(account, by_hand=True)
    assert answer is not None
    assert "may not write" in str(answer.exception(PATIENCE_S))
    office.balance_state(account)
    state = office.poller.state(account.id)
    assert (state.reading, "may not write" in str(state.error)) == (before, True)
    assert office.failures() == []


class _Mistaken(SmsOffice):
    """A provider with a bug."""

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        raise ZeroDivisionError


def test_a_bug_is_reported_and_does_not_leave_it_asking_for_ever(profile: Profile) -> None:
    office = profile.open_office(providers=Providers({**PROVIDERS, "smsoffice": _Mistaken()}))
    account = office.account()
    answer = office.poller.ask(account, by_hand=False)
    assert answer is not None
    assert isinstance(answer.exception(PATIENCE_S), ZeroDivisionError)
    office.until(office.failures)
    assert not office.poller.state(account.id).asking
