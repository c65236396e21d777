"""Gateway x fault -> outcome, one row each; and nobody whose outcome is unknown is ever sent to again by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

import pytest

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport import http_session
from smsdesk.providers.transport.http_session import HttpSession
from smsdesk.sandbox import faults, server
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.gateways import GATEWAYS

if TYPE_CHECKING:
    import socket
    import threading

    from tests.helpers.office import RunningOffice

GOES_ON, STOPS = False, True
HANGS = {Fault.HANG, Fault.TRICKLE, Fault.TRICKLE_BODY}

TABLE = {
    Fault.HANG: ("unknown", "timeout", GOES_ON),
    Fault.TRICKLE: ("unknown", "timeout", GOES_ON),
    Fault.TRICKLE_BODY: ("unknown", "timeout", GOES_ON),
    Fault.RESET_AFTER_READING: ("unknown", "reset", GOES_ON),
    Fault.RESET_AFTER_ACCEPTING: ("unknown", "reset", GOES_ON),
    Fault.TRUNCATED: ("unknown", "reset", GOES_ON),
    Fault.ERROR_500: ("unknown", "http", GOES_ON),
    Fault.ERROR_503: ("unknown", "http", GOES_ON),
    Fault.GARBAGE: ("unknown", "unreadable", GOES_ON),
    Fault.EMPTY: ("unknown", "unreadable", GOES_ON),
    Fault.HUGE: ("unknown", "too-big", GOES_ON),
    Fault.HTML_PAGE: ("unknown", "moved", STOPS),
    Fault.REDIRECT: ("unknown", "moved", STOPS),
    Fault.NOT_FOUND: ("unknown", "http", STOPS),
}


class DrivenSession(HttpSession):
    """A session whose time for an exchange is over when the test says so."""

    opened: ClassVar[list[DrivenSession]] = []

    def __init__(self) -> None:
        super().__init__()
        self.opened.append(self)

    def time_is_up(self) -> None:
        with self._wire._alarm:
            self._wire._deadline = time.monotonic()
            self._wire._alarm.notify()


@pytest.fixture(autouse=True)
def _time_is_up_once_a_gateway_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gateway that hangs is given up as soon as it has the whole request; any other one is waited for."""
    monkeypatch.setattr(DrivenSession, "opened", [])
    monkeypatch.setattr(http_session, "HttpSession", DrivenSession)

    def misbehave(fault: Fault, connection: socket.socket, closing: threading.Event) -> None:
        if fault in HANGS:
            (session,) = DrivenSession.opened
            session.time_is_up()
        faults.misbehave(fault, connection, closing)

    monkeypatch.setattr(server, "misbehave", misbehave)


def requests_for(office: RunningOffice, number: str) -> int:
    digits = number.lstrip("+")
    return sum(digits in f"{seen.target} {seen.body!r}" for seen in office.sandbox.ledger.requests)


def test_every_fault_has_its_row() -> None:
    assert set(TABLE) == set(Fault)


@pytest.mark.parametrize("gateway", GATEWAYS)
@pytest.mark.parametrize("fault", list(Fault))
def test_what_is_not_certain_is_unknown_and_never_repeated(office: RunningOffice, gateway: str, fault: Fault) -> None:
    state, code, stops = TABLE[fault]
    account = office.account(gateway)
    office.sandbox.faults.then(fault)
    office.send(account, people=3)
    progress = office.at_rest(account)

    hit = 1 if PROVIDERS[gateway].capabilities.batch_size == 1 else 3
    rest = 3 - hit
    after = ["queued" if stops else "accepted"] * rest
    assert office.states() == [state] * hit + after
    assert office.peek("SELECT DISTINCT error_code FROM delivery WHERE state = 'unknown'") == [code]
    assert (progress.state is QueueState.STOPPED) == (stops and rest > 0)

    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == [state] * hit + ["accepted"] * rest
    assert [requests_for(office, number) for number in office.numbers()] == [1, 1, 1]


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_a_gateway_that_refuses_the_connection_got_nothing_and_everybody_waits(
    office: RunningOffice, gateway: str
) -> None:
    account = office.account(gateway)
    office.sandbox.pause()
    office.send(account, people=3)
    office.waits(account)
    assert office.states() == ["queued"] * 3

    office.sandbox.start()
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["accepted"] * 3
    assert sorted(office.accepted(account)) == office.peek("SELECT number FROM delivery ORDER BY number")


@pytest.mark.parametrize("gateway", GATEWAYS)
@pytest.mark.parametrize("trouble", ["low credit", "bad login"])
def test_a_refused_account_stops_at_once_and_everybody_waits(office: RunningOffice, gateway: str, trouble: str) -> None:
    account = office.account(gateway, credits=0) if trouble == "low credit" else office.account(gateway, password="no")
    office.send(account, people=3)
    progress = office.at_rest(account)
    assert progress.state is QueueState.STOPPED
    assert progress.reason is not None
    assert office.states() == ["queued"] * 3
    assert office.accepted(account) == []
    if trouble == "low credit":
        assert office.requests("send") == 1
    else:  # where a balance is asked for first, that has found the password wrong, and it is not tried again
        assert office.requests() == 1
