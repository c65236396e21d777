"""Picked times: what is meant, what has passed, what does not exist."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.schedule import moment_of, next_full_hour, wall_clock

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_local_time_becomes_the_moment_that_is_meant() -> None:
    assert moment_of(datetime(2026, 7, 1, 8), NOW, LONDON) == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert moment_of(datetime(2026, 3, 2, 8), NOW, LONDON) == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_a_time_that_has_passed_is_refused_in_words() -> None:
    with pytest.raises(UserFacingError, match="has passed"):
        moment_of(datetime(2026, 3, 1, 12), NOW, LONDON)


def test_a_time_that_daylight_saving_skips_is_refused_in_words() -> None:
    with pytest.raises(UserFacingError, match="no such time"):
        moment_of(datetime(2026, 3, 29, 1, 30), NOW, LONDON)


def test_of_a_time_that_comes_twice_the_first_is_meant() -> None:
    assert moment_of(datetime(2026, 10, 25, 1, 30), NOW, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_gateways_clock_is_told_only_where_it_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this computer can't be changed here")
    moment = datetime(2026, 11, 22, 5, 30, tzinfo=UTC)
    try:
        monkeypatch.setenv("TZ", "Asia/Dubai")
        time.tzset()
        assert wall_clock(moment, "Asia/Muscat") is None
        monkeypatch.setenv("TZ", "Europe/Rome")
        time.tzset()
        assert wall_clock(moment, "Asia/Muscat") == datetime(2026, 11, 22, 9, 30)
        assert next_full_hour(moment) == datetime(2026, 11, 22, 7)
    finally:
        monkeypatch.undo()
        time.tzset()
