from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from smsdesk.domain.money import Amount, Balance
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.rows import MOST_POINTS
from smsdesk.store.schema import balance
from smsdesk.store.sqlite.first_reading import BalancesAtFirst

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.peek import Peek

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def balances(database: Database, account: Account) -> BalanceStore:
    return BalanceStore(database)


def _reading(text: str, at: datetime = NOON) -> Balance:
    return Balance(Amount(Decimal(text), "credits"), at)


@pytest.mark.parametrize("text", ["1234.56", "0.10", "-0.01", "0.1000000000000000055511151231257827", "1E+6", "0"])
def test_an_amount_comes_back_exactly(balances: BalanceStore, text: str) -> None:
    balances.add("a1", _reading(text))
    latest = balances.latest("a1")
    assert latest == _reading(text)


def test_an_amount_is_kept_as_the_text_it_was(balances: BalanceStore, peek: Peek) -> None:
    balances.add("a1", _reading("1234.50"))
    assert peek("SELECT account_id, amount, unit, asked_at FROM balance") == [
        ("a1", "1234.50", "credits", "2026-01-05T12:00:00.000000+00:00")
    ]


def test_no_reading_is_none_rather_than_nought(balances: BalanceStore) -> None:
    assert balances.latest("a1") is None
    assert balances.since("a1", NOON) == []


def test_readings_come_oldest_first_from_a_time_on(balances: BalanceStore) -> None:
    made = [_reading(str(n), NOON + timedelta(minutes=n)) for n in range(4)]
    for reading in (made[2], made[0], made[1], made[3]):
        balances.add("a1", reading)
    assert balances.since("a1", made[1].asked_at) == made[1:]
    assert balances.latest("a1") == made[3]


def test_a_reading_dated_a_year_ahead_is_the_latest_only_until_the_next_one(
    balances: BalanceStore, database: Database
) -> None:
    balances.add("a1", _reading("900", NOON + timedelta(days=365)))  # this computer's clock was wrong
    for latest in (balances.latest, BalancesAtFirst(database).latest):
        assert latest("a1") == _reading("900", NOON + timedelta(days=365))
    balances.add("a1", _reading("12"))
    for latest in (balances.latest, BalancesAtFirst(database).latest):
        assert latest("a1") == _reading("12")


def test_times_are_ordered_as_times_whatever_zone_and_fraction_they_came_with(balances: BalanceStore) -> None:
    muscat = timezone(timedelta(hours=4))
    balances.add("a1", _reading("2", NOON))
    balances.add("a1", _reading("3", datetime(2026, 1, 5, 15, 59, tzinfo=muscat)))
    balances.add("a1", _reading("1", NOON + timedelta(microseconds=1)))
    assert [reading.amount.value for reading in balances.since("a1", NOON - timedelta(hours=1))] == [3, 2, 1]


def test_a_reading_of_a_day_when_the_clock_was_ahead_is_no_part_of_the_line(
    balances: BalanceStore, database: Database
) -> None:
    balances.add("a1", _reading("900", NOON + timedelta(days=365)))
    balances.add("a1", _reading("12"))
    for since in (balances.since, BalancesAtFirst(database).since):
        assert since("a1", NOON - timedelta(days=1)) == [_reading("12")]


def test_of_many_readings_the_ends_the_lowest_and_one_an_hour_are_read(
    balances: BalanceStore, database: Database
) -> None:
    many = 10 * MOST_POINTS
    amounts = [str(1000 - number % 700) for number in range(many)]
    amounts[1234] = "-7.5"
    rows = [
        {"account_id": "a1", "amount": Decimal(amount), "unit": "credits", "asked_at": NOON + timedelta(minutes=number)}
        for number, amount in enumerate(amounts)
    ]
    database.write(lambda c: c.execute(insert(balance), rows))
    everything = [Balance(Amount(row["amount"], "credits"), row["asked_at"]) for row in rows]
    for since in (balances.since, BalancesAtFirst(database).since):
        line = since("a1", NOON)
        assert many / 60 <= len(line) <= many / 60 + 3
        assert (line[0], line[-1]) == (everything[0], everything[-1])
        assert min(each.amount.value for each in line) == Decimal("-7.5")
        assert line == sorted(line, key=lambda each: each.asked_at)
        assert set(line) <= set(everything)
