from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from smsdesk.domain.balance.forecast import Forecast
from smsdesk.domain.money import Amount
from smsdesk.ui.balance.forecast_text import forecast_sentence, pace_of, pace_seen_over


def ahead(per_day: str, until: datetime | None = None, days: int = 30) -> Forecast:
    return Forecast(Amount(Decimal(per_day), "credits"), days, until)


def test_it_says_the_day_and_the_year_where_that_is_another() -> None:
    far = datetime(2099, 12, 12, 12, tzinfo=UTC)
    assert forecast_sentence(ahead("72", far)) == "At this pace until 12 December 2099"
    assert forecast_sentence(ahead("72")) == "At this pace for more than a year"
    assert forecast_sentence(None) == ""


@pytest.mark.parametrize(
    ("per_day", "told"),
    [("72.1379", "72 credits a day"), ("7.1379", "7.14 credits a day"), ("0.004", "0.00 credits a day")],
)
def test_a_pace_is_as_exact_as_an_estimate(per_day: str, told: str) -> None:
    assert pace_of(ahead(per_day)) == told


def test_it_says_over_how_long_it_was_seen() -> None:
    assert pace_seen_over(ahead("1", days=30)) == "over the last 30 days"
