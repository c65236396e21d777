"""A status that is asked for, and a submission that is tried out: what is told of them never holds the password."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import Login, Outgoing
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport.exchange import ask_status, try_submission
from smsdesk.providers.transport.failures import NotSent

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

INVIO, OFFICE = PROVIDERS["inviosmart"], PROVIDERS["smsoffice"]
HELLO = Outgoing("Hello", "Office", ("+27830000012",), datetime(2026, 3, 1, 9, 30, tzinfo=UTC), 1)
CLOSED = "http://127.0.0.1:9"


def login_at(address: str) -> Login:
    return Login(address, "desk", Secret("opensesame"))


def test_a_status_is_asked_for_and_read(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"1111:20101212152514:393330000012:20101212152519:2048:1:0.057"))
    told = ask_status(session, INVIO, login_at(gateway.address), "1111")
    delivered = DeliveryState.DELIVERED
    assert told == DeliveryReport("1111", "+393330000012", delivered, "2048", parts=1, cost=Decimal("0.057"))


def test_a_refusal_of_a_status_that_echoes_the_password_is_told_without_it(
    gateway: Wiretap, session: HttpSession
) -> None:
    gateway.plays(gateway.answer(b"Status: 1012 - wrong opensesame"))
    told = ask_status(session, INVIO, login_at(gateway.address), "1111")
    assert isinstance(told, Verdict)
    assert "opensesame" not in told.words


def test_a_status_that_can_not_be_asked_for_says_so(session: HttpSession) -> None:
    with pytest.raises(NotSent):
        ask_status(session, INVIO, login_at(CLOSED), "1111")


def test_a_trial_shows_the_answer_as_it_came_but_for_the_password(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"Success:opensesame\r\nand more"))
    trial = try_submission(session, OFFICE, login_at(gateway.address), HELLO)
    assert trial.answer == "Success:***\r\nand more"
    assert "opensesame" not in trial.verdict.message_id


def test_a_long_answer_is_scrubbed_before_it_is_shortened(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"x" * 3995 + b"opensesame" + b"y" * 9000))
    trial = try_submission(session, OFFICE, login_at(gateway.address), HELLO)
    assert trial.answer == "x" * 3995 + "***yy"


def test_a_trial_that_meets_no_gateway_was_not_sent(session: HttpSession) -> None:
    trial = try_submission(session, OFFICE, login_at(CLOSED), HELLO)
    assert (trial.answer, trial.verdict.outcome, trial.verdict.code) == ("", Outcome.NOT_SENT, "connect")


def test_a_trial_without_a_clear_answer_is_unknown(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"<html>", status=b"500 Error"))
    trial = try_submission(session, OFFICE, login_at(gateway.address), HELLO)
    assert (trial.answer, trial.verdict.outcome, trial.verdict.code) == ("", Outcome.UNKNOWN, "http")
