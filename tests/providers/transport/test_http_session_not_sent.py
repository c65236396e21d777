"""Nothing left this machine, and the session says so."""

from __future__ import annotations

import errno
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from tests.helpers.waiting import until
from tests.helpers.wire.requests import failure_of, get

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.hasty_session import HastySession
    from tests.helpers.wire.wiretap import Wiretap


def test_a_refused_connection_means_not_sent(session: HttpSession, closed_port: int) -> None:
    failure = failure_of(session, get(f"http://127.0.0.1:{closed_port}"))
    assert isinstance(failure, NotSent)
    assert failure.code == "connect"
    assert "127.0.0.1" in failure.words


def test_an_unknown_name_means_not_sent(session: HttpSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    failure = failure_of(session, get("http://gateway.invalid"))
    assert isinstance(failure, NotSent)
    assert (failure.code, failure.words) == (
        "dns",
        "ConnectionError at gateway.invalid: Name or service not known",
    )


def test_a_connection_that_takes_too_long_means_not_sent(session: HttpSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def stall(*_: object) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket.socket, "connect", stall)
    failure = failure_of(session, get("http://127.0.0.1:9"))
    assert isinstance(failure, NotSent)
    assert failure.code == "connect"


def test_a_connection_that_is_reset_before_anything_is_written_means_not_sent(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reset(*_: object) -> None:
        raise ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")

    monkeypatch.setattr(socket.socket, "connect", reset)
    failure = failure_of(session, get("http://127.0.0.1:9"))
    assert isinstance(failure, NotSent)
    assert failure.code == "connect"


def test_after_a_name_look_up_beyond_the_deadline_nothing_is_written(
    gateway: Wiretap, hasty_session: HastySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo

    def beyond_it(*args: object, **kwargs: object) -> object:
        hasty_session.deadline_passes()
        until(hasty_session.was_cut)
        return look_up(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", beyond_it)
    failure = failure_of(hasty_session, get(gateway.address))
    assert isinstance(failure, NotSent)
    gateway.wait_until_closed()
    assert gateway.requests == []


def test_a_certificate_that_nobody_vouches_for_means_not_sent(tls_gateway: Wiretap, session: HttpSession) -> None:
    failure = failure_of(session, get(tls_gateway.address))
    assert isinstance(failure, NotSent)
    assert failure.code == "tls"
    assert tls_gateway.requests == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store decides")
def test_a_certificate_for_another_name_means_not_sent(
    tls_gateway: Wiretap, session: HttpSession, key_pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(key_pair))
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _host, *rest: look_up("127.0.0.1", *rest))
    failure = failure_of(session, get(tls_gateway.address.replace("127.0.0.1", "gateway.invalid")))
    assert isinstance(failure, NotSent)
    assert failure.code == "tls"
    assert tls_gateway.requests == []


def test_plain_http_where_tls_was_expected_means_not_sent(gateway: Wiretap, session: HttpSession) -> None:
    gateway.reads = False
    gateway.plays(gateway.raw(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    failure = failure_of(session, get(gateway.address.replace("http:", "https:")))
    assert isinstance(failure, NotSent)
    assert failure.code in ("tls", "connect")  # a reset may overtake the bytes that are no TLS


def test_a_handshake_that_never_ends_means_not_sent(gateway: Wiretap, hasty_session: HastySession) -> None:
    gateway.reads = False
    gateway.plays(gateway.hang)
    failure = failure_of(hasty_session, get(gateway.address.replace("http:", "https:")))
    assert isinstance(failure, NotSent)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store decides")
def test_with_a_trusted_certificate_https_works_and_keeps_its_connection(
    tls_gateway: Wiretap, session: HttpSession, key_pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(key_pair))
    for _ in range(3):
        assert session.exchange(get(tls_gateway.address), ()).text == "Success:1"
    assert (len(tls_gateway.requests), tls_gateway.connections) == (3, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own store decides")
@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\nSuccess:"])
def test_the_deadline_holds_inside_tls(
    head: bytes,
    tls_gateway: Wiretap,
    hasty_session: HastySession,
    key_pair: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(key_pair))
    tls_gateway.plays(tls_gateway.trickle(head))
    failure = failure_of(hasty_session, get(tls_gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert failure.code == "timeout"
