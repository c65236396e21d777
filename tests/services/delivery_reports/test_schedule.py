from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.services.delivery_reports.schedule import first_check, next_check
from tests.helpers.asked_gateway import Asked

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_only_a_gateway_that_can_be_asked_gets_a_first_question_after_15_seconds() -> None:
    assert first_check(Asked(), NOW) == NOW + timedelta(seconds=15)
    assert first_check(SmsOffice(), NOW) is None


@pytest.mark.parametrize(
    ("age", "pause"),
    [
        (timedelta(0), timedelta(seconds=15)),
        (timedelta(seconds=15), timedelta(seconds=15)),
        (timedelta(minutes=1), timedelta(seconds=30)),
        (timedelta(hours=1), timedelta(minutes=30)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(hours=40), timedelta(hours=1)),
        (timedelta(hours=47, minutes=30), timedelta(minutes=30)),
    ],
)
def test_questions_come_ever_more_seldom(age: timedelta, pause: timedelta) -> None:
    assert next_check(NOW - age, NOW) == NOW + pause


@pytest.mark.parametrize("age", [timedelta(hours=48), timedelta(days=300)])
def test_after_two_days_there_is_no_next_question(age: timedelta) -> None:
    assert next_check(NOW - age, NOW) is None


@pytest.mark.parametrize("ahead", [timedelta(hours=3), timedelta(days=300)])
def test_what_was_accepted_in_a_time_to_come_is_asked_about_in_an_hour(ahead: timedelta) -> None:
    assert next_check(NOW + ahead, NOW) == NOW + timedelta(hours=1)
