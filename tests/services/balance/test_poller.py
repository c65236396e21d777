from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.poller import BalanceState
from smsdesk.services.events import BalanceChanged, Failed
from smsdesk.services.lanes import Urgency
from smsdesk.services.sending.progress import QueueState

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.providers.base import BalanceReply, HttpReply


def _ask(office: Any, account: Any, *, by_hand: bool = False) -> BalanceState:
    answer = office.poller.ask(account, by_hand=by_hand)
    assert answer is not None
    answer.result(20)
    office.until(lambda: not office.poller.state(account.id).asking)
    state: BalanceState = office.poller.state(account.id)
    return state


def _credits(text: str) -> Amount:
    return Amount(Decimal(text), "credits")


def test_every_account_is_asked_for_at_start(office: Any) -> None:
    rich, poor = office.account(user="rich", credits=900), office.account(user="poor", credits=5)
    asyncio.run(office.poller.run(0))
    for account, text in ((rich, "900.00"), (poor, "5.00")):
        office.until(lambda account=account: office.poller.state(account.id).reading)
        assert office.poller.state(account.id).reading.amount == _credits(text)
    assert office.requests("balance.asp") == 2


def test_balances_are_asked_for_again_after_each_interval(office: Any) -> None:
    office.account()

    async def three_rounds() -> None:
        polling = asyncio.create_task(office.poller.run(0.01))
        await asyncio.to_thread(office.until, lambda: office.requests("balance.asp") >= 3)
        polling.cancel()

    asyncio.run(three_rounds())


def test_after_an_announcement_the_balance_is_what_is_left(open_office: Callable[..., Any]) -> None:
    office = open_office(asks_balances=True)
    account = office.account(credits=10)
    office.send(account, 3)
    office.at_rest(account)
    office.until(lambda: office.poller.state(account.id).reading.amount == _credits("7.00"))
    assert [reading.amount for reading in office.balances.since(account.id, datetime.now(UTC) - timedelta(days=1))] == [
        _credits("10.00"),
        _credits("7.00"),
    ]


def test_a_gateway_without_a_balance_is_not_asked(office: Any) -> None:
    account = office.account("ismart-rest")
    assert office.poller.ask(account, by_hand=True) is None
    assert office.poller.state(account.id) == BalanceState()
    assert office.requests() == 0


def test_a_reading_is_kept_exactly_and_is_there_at_the_next_start(office: Any, open_office: Callable[..., Any]) -> None:
    account = office.account()
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal("1234.56"))
    state = _ask(office, account)
    assert office.peek("SELECT account_id, amount, unit FROM balance") == [(account.id, "1234.56", "credits")]
    office.close()
    assert open_office().poller.state(account.id) == BalanceState(state.reading)


def test_a_reading_is_on_disk_before_it_is_told(office: Any) -> None:
    account = office.account(credits=8)
    on_disk: list[int] = []
    office.hear = lambda event: on_disk.append(office.peek("SELECT count(*) FROM balance")[0])
    office.poller.ask(account, by_hand=False)
    office.until(lambda: len(on_disk) == len(office.events) == 2)
    assert office.events == [BalanceChanged(account.id)] * 2
    assert on_disk == [0, 1]


def test_it_is_not_asked_twice_at_once(office: Any, held_gateway: Callable[..., Any]) -> None:
    gateway = held_gateway("Success:12.00")
    account = office.account(address=gateway.address)
    answer = office.poller.ask(account, by_hand=False)
    gateway.next_request()
    assert office.poller.state(account.id).asking
    assert office.poller.ask(account, by_hand=True) is None
    gateway.answer_now()
    assert answer.result(20).reading.amount == _credits("12.00")


def test_a_wrong_password_is_asked_with_once_and_not_again_by_machine(office: Any) -> None:
    account = office.account(password="wrong password")
    state = _ask(office, account)
    assert "Wrong user name or password at SMS Office" in str(state.error.what)
    assert "not asked for again until you have changed the account" in str(state.error.todo)
    asyncio.run(office.poller.run(0))
    assert office.poller.ask(account, by_hand=False) is None
    assert office.requests() == 1


def test_a_person_may_try_a_refused_password_again(office: Any) -> None:
    account = office.account(password="wrong password")
    _ask(office, account)
    assert _ask(office, account, by_hand=True).error is not None
    office.sandbox.ledger.add_login("smsoffice", "office", "wrong password", Decimal(3))  # set right at the gateway
    assert _ask(office, account, by_hand=True).reading.amount == _credits("3.00")
    assert _ask(office, account, by_hand=False).error is None


def test_when_the_account_is_changed_it_is_asked_again(office: Any) -> None:
    account = office.account(password="wrong password", credits=6)
    _ask(office, account)
    office.credentials.keep(account.id, Secret("correct horse"))
    office.poller.account_changed(account)
    office.until(lambda: office.poller.state(account.id).reading)
    assert office.poller.state(account.id).error is None
    assert _ask(office, account, by_hand=False).reading.amount == _credits("6.00")


def test_a_changed_account_is_polled_again_though_its_gateway_was_away_when_it_was_changed(office: Any) -> None:
    account = office.account(password="wrong password")
    _ask(office, account)
    office.sandbox.close()
    office.credentials.keep(account.id, Secret("correct horse"))
    office.poller.account_changed(account)
    office.until(lambda: "could not be reached" in str(office.poller.state(account.id).error))
    office.sandbox.start()
    assert _ask(office, account, by_hand=False).error is None


def test_a_wrong_password_is_tried_once_though_two_accounts_share_the_login(office: Any) -> None:
    first, second = office.account(password="wrong password"), office.account(password="wrong password")
    _ask(office, first)
    assert office.poller.ask(second, by_hand=False) is None
    asyncio.run(office.poller.run(0))
    assert office.requests() == 1
    office.credentials.keep(first.id, Secret("correct horse"))
    office.poller.account_changed(first)
    office.until(lambda: office.poller.state(first.id).reading)
    office.credentials.keep(second.id, Secret("correct horse"))
    assert _ask(office, second).error is None


def test_a_login_that_was_refused_while_sending_is_not_tried_with_another_account(office: Any) -> None:
    first, second = office.account(password="wrong password"), office.account(password="wrong password")
    office.send(first, 2)
    assert office.at_rest(first).state is QueueState.STOPPED
    assert office.poller.ask(second, by_hand=False) is None
    assert office.requests() == 1


@pytest.mark.parametrize("late", ["Error: Login Failed", "Success:12.00"])
def test_a_late_answer_about_the_old_login_does_not_hide_what_the_new_one_was_told(
    office: Any, held_gateway: Callable[..., Any], late: str
) -> None:
    old_gateway = held_gateway(late)
    old = office.account(address=old_gateway.address, credits=7)
    answer = office.poller.ask(old, by_hand=False)
    old_gateway.next_request()
    new = replace(old, address=office.sandbox.address)
    office.store.save(new).result()
    office.poller.account_changed(new)
    office.until(lambda: office.poller.state(new.id).reading)
    old_gateway.answer_now()
    answer.result(20)
    office.lanes.of(old.login).do(lambda _http: None, Urgency.BALANCE).result(20)  # the answer has been told by then
    state = office.poller.state(new.id)
    assert (state.reading.amount, state.asking, state.error) == (_credits("7.00"), False, None)
    assert office.peek("SELECT amount FROM balance") == ["7.00"]
    assert _ask(office, new).error is None


def test_a_balance_that_waited_while_the_login_was_changed_is_not_asked_of_the_old_gateway(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway("Success:12.00")
    busy, old = office.account(address=gateway.address), office.account(address=gateway.address)
    office.poller.ask(busy, by_hand=False)
    gateway.next_request()
    waiting = office.poller.ask(old, by_hand=True)
    new = replace(old, address=office.sandbox.address)
    office.store.save(new).result()
    office.poller.account_changed(new)
    gateway.answer_now(2)
    waiting.result(20)
    assert len(gateway.targets) == 1


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
def keyring_office(office: Any, open_office: Callable[..., Any]) -> Any:
    """An office that was started anew, with an account whose password is in a locked keyring."""
    account = office.account(credits=9)
    office.close()
    again = open_office(asks_balances=True)
    again.vault = _Keyring()
    again.vault.put(account.id, Secret("correct horse"))
    return again


def _round(office: Any, account: Any) -> None:
    asyncio.run(office.poller.run(0))
    office.until(lambda: not office.poller.state(account.id).asking)


def test_a_keyring_whose_prompt_was_dismissed_prompts_again_only_for_a_person(keyring_office: Any) -> None:
    office = keyring_office
    (account,) = office.store.all()
    for _ in range(3):
        _round(office, account)
    assert office.vault.prompts == 1
    assert "locked" in str(office.poller.state(account.id).error)
    assert "locked" in str(_ask(office, account, by_hand=True).error)
    _round(office, account)
    assert office.vault.prompts == 2
    office.vault.unlocked = True
    assert _ask(office, account, by_hand=True).reading.amount == _credits("9.00")
    _round(office, account)
    assert office.requests("balance.asp") == 2


def test_a_changed_account_is_asked_again_after_its_keyring_was_locked(keyring_office: Any) -> None:
    office = keyring_office
    (account,) = office.store.all()
    _round(office, account)
    office.vault.unlocked = True
    office.poller.account_changed(account)
    office.until(lambda: office.poller.state(account.id).reading)
    _round(office, account)
    assert office.requests("balance.asp") == 2


def test_a_keyring_that_was_unlocked_for_sending_gives_the_balance_too(keyring_office: Any) -> None:
    office = keyring_office
    (account,) = office.store.all()
    _round(office, account)
    office.vault.unlocked = True
    office.send(account, 2)
    office.until(lambda: office.poller.state(account.id).reading)
    _round(office, account)
    assert office.requests("balance.asp") == 2


def test_a_login_that_is_refused_while_sending_is_not_tried_by_the_poller(office: Any) -> None:
    account = office.account(password="wrong password")
    office.send(account, 2)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert office.poller.ask(account, by_hand=False) is None
    assert office.requests() == 1


def test_a_balance_that_waited_behind_a_refused_message_is_not_asked_for(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway("Error: Login Failed")
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    waiting = office.poller.ask(account, by_hand=False)
    gateway.answer_now(2)
    assert waiting.result(20) == BalanceState()
    assert len(gateway.targets) == 1
    office.until(lambda: not office.poller.state(account.id).asking)


def test_a_gateway_that_is_away_is_told_and_the_last_amount_stays(office: Any) -> None:
    account = office.account(credits=20)
    before = _ask(office, account).reading
    office.sandbox.close()
    state = _ask(office, account)
    assert str(state.error.what) == "The balance could not be read. The gateway could not be reached."
    assert state.reading == before
    office.sandbox.start()
    assert _ask(office, account).error is None


@pytest.mark.parametrize("fault", [Fault.HTML_PAGE, Fault.GARBAGE, Fault.EMPTY, Fault.ERROR_500, Fault.REDIRECT])
def test_what_is_no_balance_is_never_shown_as_one(office: Any, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault, only="balance")
    state = _ask(office, account)
    assert state.reading is None
    assert "The balance could not be read" in str(state.error.what)
    assert office.peek("SELECT count(*) FROM balance") == [0]


def test_without_a_password_nobody_is_asked(office: Any) -> None:
    account = office.account()
    office.credentials.forget(account.id)
    assert "no password for this account" in str(_ask(office, account).error)
    assert office.requests() == 0


def test_a_reading_that_the_disk_did_not_take_is_told_and_the_one_before_stays(office: Any) -> None:
    account = office.account(credits=20)
    before = _ask(office, account).reading
    office.database.write(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    answer = office.poller.ask(account, by_hand=True)
    assert "may not write" in str(answer.exception(20))
    office.until(lambda: not office.poller.state(account.id).asking)
    state = office.poller.state(account.id)
    assert (state.reading, "may not write" in str(state.error)) == (before, True)
    assert not any(isinstance(event, Failed) for event in office.events)


class _Mistaken(SmsOffice):
    """A provider with a bug."""

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        raise ZeroDivisionError


def test_a_bug_is_reported_and_does_not_leave_it_asking_for_ever(open_office: Callable[..., Any]) -> None:
    office = open_office(providers=Providers({**PROVIDERS, "smsoffice": _Mistaken()}))
    account = office.account()
    answer = office.poller.ask(account, by_hand=False)
    assert isinstance(answer.exception(20), ZeroDivisionError)
    office.until(lambda: any(isinstance(event, Failed) for event in office.events))
    assert not office.poller.state(account.id).asking
