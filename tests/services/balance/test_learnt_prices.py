from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from smsdesk.domain.money import Amount
from smsdesk.services.events import BalanceChanged, DeliveriesChanged

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.services.events import Event
    from tests.helpers.office import Profile, RunningOffice

ONE_CREDIT = Amount(Decimal(1), "credits")


def _send(office: RunningOffice, account: Account, people: int) -> None:
    one = office.send(account, people)
    office.until(lambda: DeliveriesChanged(one) in office.events)


def _send_thrice(office: RunningOffice, account: Account) -> None:
    for people in (4, 3, 3):
        _send(office, account, people)
    office.balance_state(account)


def test_what_a_part_has_cost_is_offered_once_three_announcements_agree(office: RunningOffice) -> None:
    account = office.account()
    offers = []
    for people in (4, 3, 3):
        _send(office, account, people)
        offers.append(office.prices.offer(account))
    assert offers == [None, None, ONE_CREDIT]


def test_it_is_known_before_the_reading_is_told(office: RunningOffice) -> None:
    account = office.account()
    seen: list[Amount | None] = []

    def look(event: Event) -> None:
        if event == BalanceChanged(account.id) and not office.poller.state(account.id).asking:
            seen.append(office.prices.offer(account))

    office.hear = look
    _send_thrice(office, account)
    assert seen[-1] == ONE_CREDIT


def test_euros_of_a_gateway_that_tells_no_price_are_learnt_from_its_balance(office: RunningOffice) -> None:
    account = office.account("inviosmart")
    _send_thrice(office, account)
    assert office.prices.offer(account) == Amount(Decimal("0.05"), "EUR")


def test_the_price_that_the_account_has_is_not_offered_to_it(office: RunningOffice) -> None:
    account = office.account(price="1.0")
    _send_thrice(office, account)
    assert office.prices.offer(account) is None
    dearer = office.save(replace(account, price_per_part=Decimal(2)))
    assert office.prices.offer(dearer) == ONE_CREDIT
    (price,) = office.peek("SELECT price_per_part FROM account")
    assert price == "2"  # nothing sets it but the user


def test_what_was_declined_is_not_offered_again_not_after_a_restart_either(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account()
    _send_thrice(office, account)
    office.prices.decline(account.id, Decimal(1)).result()
    assert office.prices.offer(account) is None
    assert office.prices.learnt(account) == ONE_CREDIT
    again = profile.open_again(office, starts=True)
    again.ask_balance(account)
    assert again.prices.learnt(account) == ONE_CREDIT
    assert again.prices.offer(account) is None


def test_another_price_than_the_declined_one_is_offered(office: RunningOffice) -> None:
    account = office.account()
    office.prices.decline(account.id, Decimal(2)).result()
    _send_thrice(office, account)
    assert office.prices.offer(account) == ONE_CREDIT
