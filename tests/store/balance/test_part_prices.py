from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from smsdesk.domain.charge import PaidParts
from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.part_prices import PartPrices
from smsdesk.store.schema import announcement

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.morning import Morning

S = DeliveryState
D = Decimal


@pytest.fixture
def prices(database: Database) -> PartPrices:
    return PartPrices(database)


def _cost(morning: Morning, announcement_id: int, **columns: object) -> None:
    change = update(announcement).where(announcement.c.id == announcement_id).values(columns)
    morning.database.write(lambda connection: connection.execute(change))


def _sent(morning: Morning, *states: DeliveryState, parts: int = 2, **columns: object) -> int:
    one = morning.announce(parts=parts)
    morning.submit(1, one, *states)
    _cost(morning, one, **{"charged": D("0.228"), "charged_others": 0, **columns})
    return one


def test_what_announcements_cost_for_themselves_is_told_newest_first(
    morning: Morning, prices: PartPrices, account: Account
) -> None:
    _sent(morning, S.ACCEPTED, S.ACCEPTED)
    _sent(morning, S.DELIVERED, S.UNDELIVERED, S.EXPIRED, S.REJECTED, S.CANCELLED, parts=1, charged=D("0.171"))
    assert list(prices.paid(account.id)) == [PaidParts(D("0.171"), 3), PaidParts(D("0.228"), 4)]


@pytest.mark.parametrize("state", [S.UNKNOWN, S.QUEUED, S.SUBMITTING])
def test_where_it_is_not_known_what_was_taken_nothing_is_told(
    morning: Morning, prices: PartPrices, account: Account, state: DeliveryState
) -> None:
    _sent(morning, S.ACCEPTED, state)
    assert list(prices.paid(account.id)) == []


@pytest.mark.parametrize(
    "columns", [{"charged_others": 1}, {"charged_others": None}, {"charged": None, "charged_others": None}]
)
def test_what_the_balance_paid_for_together_with_others_tells_no_price(
    morning: Morning, prices: PartPrices, account: Account, columns: dict[str, int | None]
) -> None:
    _sent(morning, S.ACCEPTED, **columns)
    assert list(prices.paid(account.id)) == []


def test_another_account_of_the_same_login_spoils_what_it_went_out_together_with(
    morning: Morning, prices: PartPrices, account: Account, database: Database
) -> None:
    second = replace(account, id="second", name="Same login")
    AccountStore(database).save(second).result()
    own, other = morning.announce(), morning.announce(account_id=second.id)
    morning.read(0, "100")
    morning.submit(1, own, S.ACCEPTED)
    morning.submit(1.5, other, S.ACCEPTED)
    morning.read(3, "98")
    morning.settle(3)
    assert morning.charged(own) == (D(2), 1)
    assert list(prices.paid(account.id)) == list(prices.paid(second.id)) == []


def test_what_the_gateway_itself_billed_goes_before_what_the_balance_tells(
    morning: Morning, prices: PartPrices, account: Account
) -> None:
    _sent(morning, S.DELIVERED, S.DELIVERED, billed=D("0.2"), billed_copies=1)
    _sent(morning, S.DELIVERED, billed=D("0.114"), billed_copies=1, charged=D(9), charged_others=4)
    _sent(morning, S.DELIVERED, S.DELIVERED, billed=D("0.2"), billed_copies=1, charged=D(9), charged_others=4)
    assert list(prices.paid(account.id)) == [PaidParts(D("0.114"), 2), PaidParts(D("0.228"), 4)]


def test_other_accounts_pay_for_themselves(morning: Morning, prices: PartPrices) -> None:
    _sent(morning, S.ACCEPTED)
    assert list(prices.paid("another")) == []


def test_a_price_that_was_declined_stays_so(prices: PartPrices, account: Account, database: Database) -> None:
    assert prices.declined(account.id) is None
    prices.decline(account.id, D("0.0570")).result()
    assert prices.declined(account.id) == D("0.057")
    AccountStore(database).save(replace(account, name="Renamed")).result()
    assert PartPrices(database).declined(account.id) == D("0.057")
