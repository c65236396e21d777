"""A connection that is kept: when it is used again, and what is learnt where a gateway lets go of it unannounced."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.providers.transport import http_session
from smsdesk.providers.transport.failures import NoClearAnswer
from smsdesk.providers.transport.http_session import HttpSession
from tests.helpers.patience import PATIENCE_S
from tests.helpers.wire.requests import failure_of, get

if TYPE_CHECKING:
    import socket

    from tests.helpers.wire.wiretap import Wiretap

_ASLEEP_S = 3600.0


class Clocks:
    """What the session reads instead of this machine's clocks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.elapsed_s, self.wall_s = 1000.0, 1_800_000_000.0
        monkeypatch.setattr(http_session, "elapsed_s", lambda: self.elapsed_s)
        monkeypatch.setattr(time, "time", lambda: self.wall_s)


def lets_go(connection: socket.socket) -> None:
    """The gateway has the request, and ends the connection without a byte."""
    connection.close()


@pytest.mark.parametrize("clock", ["elapsed_s", "wall_s"])
def test_a_connection_that_outlived_a_sleep_is_not_used_again(
    gateway: Wiretap, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    clocks = Clocks(monkeypatch)
    with closing(HttpSession()) as session:
        session.exchange(get(gateway.address), ())
        session.exchange(get(gateway.address), ())
        assert gateway.connections == 1
        setattr(clocks, clock, getattr(clocks, clock) + _ASLEEP_S)
        session.exchange(get(gateway.address), ())
        assert gateway.connections == 2


def test_a_clock_that_was_set_back_costs_a_new_connection_at_most(
    gateway: Wiretap, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = Clocks(monkeypatch)
    with closing(HttpSession()) as session:
        for _ in range(3):
            session.exchange(get(gateway.address), ())
            clocks.wall_s -= _ASLEEP_S
    assert len(gateway.requests) == 3


def test_a_gateway_that_lets_go_unannounced_gets_a_connection_for_each_request_from_then_on(
    gateway: Wiretap, session: HttpSession
) -> None:
    fine = gateway.answer(b"fine")
    gateway.plays(fine, lets_go, fine)
    session.exchange(get(gateway.address), ())
    assert isinstance(failure_of(session, get(gateway.address)), NoClearAnswer)
    for _ in range(3):
        session.exchange(get(gateway.address), ())
    assert (len(gateway.requests), gateway.connections) == (5, 4)


def test_a_reset_of_a_new_connection_says_nothing_of_those_that_are_kept(
    gateway: Wiretap, session: HttpSession
) -> None:
    gateway.plays(lets_go, gateway.answer(b"fine"))
    failure_of(session, get(gateway.address))
    for _ in range(3):
        session.exchange(get(gateway.address), ())
    assert gateway.connections == 2


def test_an_answer_that_breaks_off_says_nothing_of_the_connection(gateway: Wiretap, session: HttpSession) -> None:
    fine = gateway.answer(b"fine")
    gateway.plays(fine, gateway.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf"), fine)
    session.exchange(get(gateway.address), ())
    failure_of(session, get(gateway.address))
    for _ in range(3):
        session.exchange(get(gateway.address), ())
    assert gateway.connections == 2


def test_our_own_deadline_is_not_taken_for_a_gateway_that_lets_go(gateway: Wiretap) -> None:
    fine, hung = gateway.answer(b"fine"), threading.Event()
    with closing(HttpSession(total_s=PATIENCE_S, idle_s=PATIENCE_S)) as session:

        def time_is_up() -> None:
            wire = session._wire
            with wire._alarm:
                wire._deadline = time.monotonic()
                wire._alarm.notify()
            hung.set()

        gateway.stalls = time_is_up
        gateway.plays(fine, gateway.hang, fine)
        session.exchange(get(gateway.address), ())
        assert isinstance(failure_of(session, get(gateway.address)), NoClearAnswer)
        assert hung.is_set()
        for _ in range(2):
            session.exchange(get(gateway.address), ())
    assert gateway.connections == 2
