"""Proxies that refuse, and those that can't be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.providers.base import NOTHING_LEFT, WIRE_REASONS, HttpRequest
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from tests.helpers.wire.requests import failure_of, get

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap


@pytest.mark.parametrize("own_statuses", [False, True])
def test_a_proxy_that_wants_a_login_over_plain_http_means_not_sent(
    own_statuses: bool, gateway: Wiretap, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", gateway.address)
    gateway.plays(gateway.answer(b"", b"407 Proxy Authentication Required"))
    request = HttpRequest("GET", "http://gateway.invalid/send", own_statuses=own_statuses)
    failure = failure_of(session, request)
    assert isinstance(failure, NotSent)
    assert failure.code == "proxy"


def test_the_same_status_from_a_gateway_itself_says_nothing(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"", b"407 Proxy Authentication Required"))
    assert isinstance(failure_of(session, get(gateway.address)), NoClearAnswer)


@pytest.mark.parametrize("scheme", ["socks", "socks4", "socks5", "socks5h", "SOCKS5"])
@pytest.mark.parametrize("variable", ["ALL_PROXY", "all_proxy", "http_proxy"])
def test_a_socks_proxy_is_named_and_stops_the_queue(
    scheme: str, variable: str, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, f"{scheme}://127.0.0.1:9050/")
    failure = failure_of(session, get("http://gateway.invalid"))
    assert isinstance(failure, NotSent)
    assert failure.code == "socks"
    assert failure.code not in NOTHING_LEFT  # else it would be tried again by itself, for ever
    assert "SOCKS proxy" in str(WIRE_REASONS[failure.code])


def test_this_machine_is_asked_without_a_socks_proxy(
    gateway: Wiretap, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:9050/")
    assert session.exchange(get(gateway.address), ()).text == "Success:1"
