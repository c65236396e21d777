from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.balance.movements import Kind
from smsdesk.domain.delivery import DeliveryState
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.balance.overview import Overviews, month_starts
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.balance.spending import Spending
from smsdesk.store.database import Database
from tests.helpers.profile.morning import NINE, Morning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = 24 * 60
ACCOUNT = Account(
    "a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:1", "ZA", low_mark=Decimal(20)
)


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[Morning]:
    database = Database(tmp_path / "smsdesk.db")
    AccountStore(database).save(ACCOUNT).result()
    yield Morning(database, ACCOUNT)
    database.close()


@pytest.fixture
def overviews(morning: Morning) -> Overviews:
    return Overviews(BalanceStore(morning.database), Spending(morning.database), PROVIDERS)


def test_an_overview_tells_what_moved_the_balance_and_how_long_it_lasts(morning: Morning, overviews: Overviews) -> None:
    for day, left in ((0, "100"), (4, "90"), (8, "80"), (9, "180")):
        morning.read(day * DAY, left)
    morning.submit(9 * DAY + 5, morning.announce(), DeliveryState.DELIVERED)
    morning.read(9 * DAY + 6, "179")
    now = NINE + timedelta(days=10)
    told = overviews.of(ACCOUNT, 3, now)
    assert [(each.kind, each.change) for each in told.movements] == [
        (Kind.OTHER, -10),
        (Kind.OTHER, -10),
        (Kind.TOP_UP, 100),
        (Kind.SENT, -1),
    ]
    assert told.first is not None
    assert told.first.amount.value == 100
    assert told.newest is not None
    assert told.newest.amount.value == 179
    assert told.unit == "credits"
    assert [(month.start.month, month.cost) for month in told.months] == [(1, 0), (2, 0), (3, 1)]
    assert told.forecast is not None
    assert told.forecast.low_at is not None


def test_without_readings_there_is_still_what_was_spent(morning: Morning, overviews: Overviews) -> None:
    morning.submit(5, morning.announce(), DeliveryState.DELIVERED)
    told = overviews.of(ACCOUNT, 2, NINE + timedelta(days=1))
    assert (told.first, told.newest, told.forecast, told.unit) == (None, None, None, "credits")
    assert [each.after for each in told.movements] == [None]
    assert [month.parts for month in told.months] == [0, 1]


def test_readings_of_another_unit_are_of_another_time(morning: Morning, overviews: Overviews) -> None:
    morning.read(0, "100", "EUR")
    morning.read(5, "900")
    told = overviews.of(ACCOUNT, 1, NINE + timedelta(days=1))
    assert told.first == told.newest
    assert told.unit == "credits"


def test_months_begin_at_the_users_midnight() -> None:
    muscat = timezone(timedelta(hours=4))
    starts = month_starts(datetime(2026, 2, 10, 1, tzinfo=muscat), 3)
    assert starts == [
        datetime(2025, 12, 1, tzinfo=muscat),
        *(datetime(2026, month, 1, tzinfo=muscat) for month in (1, 2)),
    ]
    assert starts[0].astimezone(UTC).hour == 20
