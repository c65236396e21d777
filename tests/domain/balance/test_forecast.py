from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from smsdesk.domain.balance.forecast import Forecast, forecast
from smsdesk.domain.money import Amount, Balance

NOW = datetime(2026, 11, 25, 10, 44, tzinfo=UTC)
DAY = timedelta(days=1)


def readings(*days_ago_and_left: tuple[float, float], unit: str = "credits") -> list[Balance]:
    return [Balance(Amount(Decimal(str(left)), unit), NOW - ago * DAY) for ago, left in days_ago_and_left]


def test_a_steady_pace_says_when_nothing_is_left() -> None:
    told = forecast(readings((10, 1000), (6, 900), (5, 700), (0, 500)), NOW)
    assert told == Forecast(Amount(Decimal(50), "credits"), 10, NOW + 10 * DAY, None)


def test_the_low_mark_comes_before_the_end() -> None:
    told = forecast(readings((10, 1000), (5, 700), (0, 500)), NOW, Decimal(400))
    assert told is not None
    assert told.low_at == NOW + 2 * DAY
    assert told.used_up_at == NOW + 10 * DAY


@pytest.mark.parametrize("mark", [500, 600, 0])
def test_a_mark_that_is_reached_already_is_not_foretold(mark: int) -> None:
    told = forecast(readings((10, 1000), (5, 700), (0, 500)), NOW, Decimal(mark))
    assert told is not None
    assert told.low_at is None


def test_a_top_up_is_no_saving() -> None:
    told = forecast(readings((10, 300), (7, 200), (6, 2200), (0, 2100)), NOW)
    assert told is not None
    assert told.per_day.value == 20


def test_only_the_last_thirty_days_set_the_pace() -> None:
    told = forecast(readings((50, 9000), (40, 1000), (29, 900), (10, 800), (0, 700)), NOW)
    assert told is not None
    assert told.per_day.value == 10
    assert told.days == 30


def test_more_than_a_year_is_no_date() -> None:
    told = forecast(readings((10, 100_002), (5, 100_001), (0, 100_000)), NOW)
    assert told is not None
    assert told.used_up_at is None


@pytest.mark.parametrize(
    "seen",
    [
        [],
        readings((0, 500)),
        readings((6, 900), (3, 700), (0, 500)),  # less than a week
        readings((30, 500), (0, 500)),  # nothing spent
        readings((20, 900), (10, 500), (0, 500)),  # on one day
        readings((30, 900), (20, 700), (8, 500)),  # nobody has asked for more than a week
        readings((10, 900), (5, 700), (0, 0)),  # nothing is left
        readings((10, 900), (5, 700), (0, -3)),
        [*readings((10, 900), (5, 700), unit="EUR"), *readings((0, 500))],  # in another unit
        readings((-9, 500)),  # of a day when this computer's clock was wrong
    ],
)
def test_too_little_to_say_is_none(seen: list[Balance]) -> None:
    assert forecast(seen, NOW) is None
