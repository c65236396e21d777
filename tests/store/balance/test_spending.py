from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from smsdesk.accounts.account import Account
from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.spending import MonthSpent, Spending
from smsdesk.store.schema import announcement
from tests.helpers.profile.morning import NINE

if TYPE_CHECKING:
    from tests.helpers.profile.morning import Morning

S = DeliveryState
DAY = timedelta(days=1)


@pytest.fixture
def spending(morning: Morning) -> Spending:
    return Spending(morning.database)


def change(morning: Morning, announcement_id: int, **values: object) -> None:
    statement = update(announcement).where(announcement.c.id == announcement_id).values(values)
    morning.database.write(lambda c: c.execute(statement))


def costs(spending: Spending) -> list[Decimal | None]:
    return [each.cost for each in spending.sent("a1", NINE - DAY, 100)]


def test_an_announcement_costs_its_parts_until_more_is_known(morning: Morning, spending: Spending) -> None:
    one = morning.announce(parts=2, price="0.057")
    morning.submit(3, one, S.DELIVERED, S.ACCEPTED, S.REJECTED)
    (sent,) = spending.sent("a1", NINE - DAY, 100)
    assert (sent.id, sent.at, sent.text) == (one, morning.at(3), "We close at noon.")
    assert (sent.people, sent.parts, sent.cost) == (2, 2, Decimal("0.228"))


def test_what_the_balance_said_goes_before_the_price_and_the_bill_before_both(
    morning: Morning, spending: Spending
) -> None:
    one = morning.announce()
    morning.submit(1, one, S.DELIVERED, S.DELIVERED)
    change(morning, one, charged=Decimal("2.5"), charged_others=0)
    assert costs(spending) == [Decimal("2.5")]
    change(morning, one, charged=Decimal("2.5"), charged_others=1)  # it paid for another one as well
    assert costs(spending) == [Decimal(2)]
    change(morning, one, charged=Decimal(-900), charged_others=0)  # topped up meanwhile
    assert costs(spending) == [Decimal(2)]
    change(morning, one, billed=Decimal("1.10"), billed_copies=1)  # of one copy alone
    assert costs(spending) == [Decimal(2)]
    change(morning, one, billed=Decimal("1.10"), billed_copies=2)
    assert costs(spending) == [Decimal("1.1")]


def test_a_cost_that_nobody_knows_stays_unknown(morning: Morning, spending: Spending) -> None:
    morning.submit(1, morning.announce(price=None), S.DELIVERED)
    assert costs(spending) == [None]
    assert spending.months("a1", [NINE - DAY]) == [MonthSpent(NINE - DAY, 1, None)]


def test_what_the_gateway_took_nothing_of_cost_nothing(morning: Morning, spending: Spending) -> None:
    morning.submit(1, morning.announce(), S.REJECTED)
    assert costs(spending) == []


def test_of_many_the_newest_are_read(morning: Morning, spending: Spending) -> None:
    for minute in range(4):
        one = morning.announce()
        morning.submit(minute, one, S.DELIVERED)
        change(morning, one, created_at=morning.at(minute))
    assert [each.at for each in spending.sent("a1", NINE - DAY, 2)] == [morning.at(2), morning.at(3)]
    assert [each.at for each in spending.sent("a1", morning.at(3), 9)] == [morning.at(3)]


def test_accounts_that_share_a_login_pay_together(morning: Morning, spending: Spending) -> None:
    store = AccountStore(morning.database)
    store.save(Account("a2", "Library", "smsoffice", "office", (), "http://127.0.0.1:1", "ZA")).result()
    store.save(Account("b1", "Other", "smsoffice", "other", (), "http://127.0.0.1:1", "ZA")).result()
    for account_id in ("a1", "a2", "b1"):
        morning.submit(1, morning.announce(account_id=account_id), S.DELIVERED)
    assert len(spending.sent("a1", NINE - DAY, 9)) == 2
    assert spending.months("a2", [NINE - DAY]) == [MonthSpent(NINE - DAY, 2, Decimal(2))]


def test_each_month_has_its_own_sum(morning: Morning, spending: Spending) -> None:
    starts = [NINE - 60 * DAY, NINE - 30 * DAY, NINE]
    for created, price in (
        (NINE - 61 * DAY, "5"),  # before all of them
        (NINE - 60 * DAY, "0.1"),
        (NINE - timedelta(seconds=1) - 30 * DAY, "0.2"),
        (NINE, "3"),
        (NINE + 3 * DAY, "4"),
    ):
        one = morning.announce(price=price)
        morning.submit(1, one, S.DELIVERED)
        change(morning, one, created_at=created)
    assert spending.months("a1", starts) == [
        MonthSpent(starts[0], 2, Decimal("0.3")),
        MonthSpent(starts[1], 0, Decimal(0)),
        MonthSpent(starts[2], 2, Decimal(7)),
    ]
