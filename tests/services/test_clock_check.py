"""A clock that is wrong is told of once, with what the gateways' answers say of the time."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.clock_check import ClockCheck, clock_told
from smsdesk.services.events import ClockDiffers
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.services.events import Event
    from tests.helpers.office import RunningOffice

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def told_of(*ahead: timedelta) -> list[timedelta]:
    events: list[Event] = []
    check = ClockCheck(events.append)
    for each in ahead:
        check.heard("https://sms.example.com", each)
    return [event.ahead for event in events if isinstance(event, ClockDiffers)]


def test_what_every_clock_is_off_by_is_not_told() -> None:
    assert told_of(timedelta(), 2 * MINUTE, -2 * MINUTE) == []


def test_a_wrong_clock_is_told_of_once_and_again_when_it_was_changed() -> None:
    assert told_of(4 * HOUR, 4 * HOUR + MINUTE, 4 * HOUR - MINUTE) == [4 * HOUR]
    assert told_of(4 * HOUR, timedelta(), 4 * HOUR) == [4 * HOUR, 4 * HOUR]
    assert told_of(4 * HOUR, -3 * MINUTE) == [4 * HOUR, -3 * MINUTE]


def test_one_gateway_with_a_wrong_clock_of_its_own_is_not_told_of_again_and_again() -> None:
    events: list[Event] = []
    check = ClockCheck(events.append)
    for _ in range(3):
        check.heard("https://wrong.example.com", 4 * HOUR)
        check.heard("https://right.example.com", timedelta())
    assert events == [ClockDiffers(4 * HOUR)]


def test_the_sentence_says_how_much_and_which_way() -> None:
    assert str(clock_told(4 * HOUR + 3 * MINUTE)).startswith("The clock of this computer is 4 h 3 min ahead of")
    assert str(clock_told(-3 * MINUTE)).startswith("The clock of this computer is 0 h 3 min behind the gateway's")


# By the answers of a gateway


@pytest.fixture
def gateway() -> Iterator[Wiretap]:
    with closing(Wiretap()) as running:
        yield running


def dated(gateway: Wiretap, ago: timedelta, extra: bytes = b"") -> None:
    date = format_datetime(datetime.now(UTC) - ago, usegmt=True).encode()
    gateway.plays(gateway.answer(b"Success:1", extra=b"Date: " + date + b"\r\n" + extra))


def differences(office: RunningOffice) -> list[int]:
    """The hours that were told of."""
    return [round(event.ahead / HOUR) for event in office.events if isinstance(event, ClockDiffers)]


def test_a_balance_and_a_message_tell_of_a_clock_that_is_hours_ahead(office: RunningOffice, gateway: Wiretap) -> None:
    account = office.account(address=gateway.address)
    dated(gateway, timedelta())
    office.ask_balance(account)
    assert differences(office) == []
    dated(gateway, 4 * HOUR)
    office.send(account, 2)
    office.at_rest(account)
    office.until(lambda: differences(office))
    office.ask_balance(account)
    assert differences(office) == [4]


@pytest.mark.parametrize("date", [b"Date: yesterday", b"Date: Thu, 01 Jan 1970 00:00:00", b"X: y", b"Date: "])
def test_a_date_that_is_none_tells_nothing(date: bytes, office: RunningOffice, gateway: Wiretap) -> None:
    gateway.plays(gateway.answer(b"Success:1", extra=date + b"\r\n"))
    assert office.ask_balance(office.account(address=gateway.address)).error is None
    assert differences(office) == []


def test_what_a_cache_kept_tells_nothing(office: RunningOffice, gateway: Wiretap) -> None:
    dated(gateway, 4 * HOUR, b"Age: 14400\r\n")
    office.ask_balance(office.account(address=gateway.address))
    assert differences(office) == []
