"""The HTTP layer: what left this machine, what came back, and that neither shows the password."""

from __future__ import annotations

import gzip
import html
import json
import logging
import socket
import sys
import threading
import traceback
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import WIRE_REASONS, HttpRequest
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent, WireFailure
from smsdesk.providers.transport.http_session import HttpSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.helpers.wiretap import Act, Wiretap

SOON_S = 0.5


def url(address: str, secret: str = "geheim") -> str:
    return f"{address}/sms/api/sendsms.asp?username=desk&password={quote(secret, safe='')}"


def get(address: str, secret: str = "geheim") -> HttpRequest:
    return HttpRequest("GET", url(address, secret))


def failure_of(session: HttpSession, request: HttpRequest, *secrets: Secret) -> WireFailure:
    with pytest.raises(WireFailure) as caught:
        session.exchange(request, secrets)
    return caught.value


# What goes out


def test_a_request_goes_out_as_it_is_and_with_our_headers_only(gateway: Wiretap, session: HttpSession) -> None:
    session.exchange(HttpRequest("GET", f"{gateway.address}/a%20b?x=%26~&y=%D9%85"), ())
    assert gateway.requests == [
        b"GET /a%20b?x=%26~&y=%D9%85 HTTP/1.1\r\n"
        b"Host: " + gateway.host.encode() + b"\r\n"
        b"User-Agent: smsdesk/0.1.0\r\n"
        b"Accept: */*\r\n"
        b"Accept-Encoding: identity\r\n"
        b"\r\n"
    ]


def test_a_body_goes_out_untouched_with_its_length(gateway: Wiretap, session: HttpSession) -> None:
    request = HttpRequest("POST", gateway.address + "/x", {"Content-Type": "application/json"}, b"\xd9\x85\r\n{}")
    session.exchange(request, ())
    head, _, body = gateway.requests[0].partition(b"\r\n\r\n")
    assert body == b"\xd9\x85\r\n{}"
    assert b"\r\nContent-Type: application/json" in head
    assert b"\r\nContent-Length: 6" in head


def test_one_connection_serves_one_exchange_after_the_other(gateway: Wiretap, session: HttpSession) -> None:
    for _ in range(5):
        session.exchange(get(gateway.address), ())
    assert (len(gateway.requests), gateway.connections) == (5, 1)


def test_a_connection_that_was_idle_is_not_used_again(gateway: Wiretap) -> None:
    with closing(HttpSession(idle_s=0)) as session:
        session.exchange(get(gateway.address), ())
        session.exchange(get(gateway.address), ())
    assert gateway.connections == 2


def test_a_connection_that_the_gateway_closed_is_replaced(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
    session.exchange(get(gateway.address), ())
    gateway.wait_until_closed()
    assert session.exchange(get(gateway.address), ()).text == "ok"


def test_a_failed_exchange_spoils_nothing_for_the_next(gateway: Wiretap) -> None:
    acts = (gateway.hang, gateway.reset, gateway.answer(b"", b"500 Oops"), gateway.trickle(b"HTTP/1.1 200 OK\r\n"))
    with closing(HttpSession(total_s=2 * SOON_S)) as session:
        for act in acts:
            gateway.plays(act, gateway.answer(b"fine"))
            failure_of(session, get(gateway.address))
            assert session.exchange(get(gateway.address), ()).text == "fine"


def test_cookies_of_a_gateway_are_not_sent_back(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b"ok", extra=b"Set-Cookie: session=1\r\n"))
    session.exchange(get(gateway.address), ())
    session.exchange(get(gateway.address), ())
    assert b"cookie" not in gateway.requests[1].lower()


def test_a_netrc_file_is_left_alone(
    gateway: Wiretap, session: HttpSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    session.exchange(get(gateway.address), ())
    assert b"authorization" not in gateway.requests[0].lower()


# Proxies


def test_the_system_proxy_is_used(gateway: Wiretap, session: HttpSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", gateway.address)
    session.exchange(HttpRequest("GET", "http://gateway.invalid/a?b=%26"), ())
    assert gateway.requests[0].startswith(b"GET http://gateway.invalid/a?b=%26 HTTP/1.1\r\nHost: gateway.invalid\r\n")


def test_this_machine_is_asked_without_a_proxy(
    gateway: Wiretap, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert session.exchange(get(gateway.address), ()).text == "Success:1"
    assert session.exchange(get(gateway.address.replace("127.0.0.1", "localhost")), ()).text == "Success:1"


def test_a_proxy_that_refuses_the_tunnel_means_not_sent(
    gateway: Wiretap, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", gateway.address)
    gateway.plays(gateway.answer(b"", b"407 Proxy Authentication Required"))
    failure = failure_of(session, get("https://gateway.invalid"))
    assert isinstance(failure, NotSent)
    assert failure.code == "proxy"
    assert gateway.requests[0].startswith(b"CONNECT gateway.invalid:443 ")
    assert b"password" not in gateway.requests[0]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_is_away_means_not_sent(
    scheme: str, session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{scheme}_proxy", f"http://127.0.0.1:{_closed_port()}")
    failure = failure_of(session, get(f"{scheme}://gateway.invalid"))
    assert isinstance(failure, NotSent)
    assert failure.code == "proxy"


def test_a_proxy_that_hangs_on_the_tunnel_is_cut_off(
    gateway: Wiretap, hasty_session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", gateway.address)
    gateway.plays(gateway.trickle(b"HTTP/1.1 200 OK\r\nX: "))
    assert isinstance(failure_of(hasty_session, get("https://gateway.invalid")), NotSent)


# Nothing left this machine


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def test_a_refused_connection_means_not_sent(session: HttpSession) -> None:
    failure = failure_of(session, get(f"http://127.0.0.1:{_closed_port()}"))
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


def test_after_a_name_look_up_beyond_the_deadline_nothing_is_written(
    gateway: Wiretap, hasty_session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo

    def slowly(*args: object, **kwargs: object) -> object:
        threading.Event().wait(2 * SOON_S)
        return look_up(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
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


def test_a_handshake_that_never_ends_means_not_sent(gateway: Wiretap, hasty_session: HttpSession) -> None:
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
    hasty_session: HttpSession,
    key_pair: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(key_pair))
    tls_gateway.plays(tls_gateway.trickle(head))
    failure = failure_of(hasty_session, get(tls_gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert failure.code == "timeout"


# Written, and no clear answer

ANSWERLESS: dict[str, tuple[Callable[[Wiretap], Act], str, bool]] = {
    "it hangs": (lambda w: w.hang, "timeout", False),
    "its status line trickles": (lambda w: w.trickle(b"HTT"), "timeout", False),
    "its headers trickle": (lambda w: w.trickle(b"HTTP/1.1 200 OK\r\nX-Slow: "), "timeout", False),
    "its body trickles": (
        lambda w: w.trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nSuccess:"),
        "timeout",
        False,
    ),
    "a body without length trickles": (lambda w: w.trickle(b"HTTP/1.1 200 OK\r\n\r\nSuccess:"), "timeout", False),
    "a chunked body trickles": (
        lambda w: w.trickle(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nSuccess:"),
        "timeout",
        False,
    ),
    "it resets after reading": (lambda w: w.reset, "reset", False),
    "it closes without a word": (lambda w: w.raw(b""), "reset", False),
    "it closes within the body": (
        lambda w: w.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\nSuccess:1"),
        "reset",
        False,
    ),
    "it closes within a chunk": (
        lambda w: w.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nSuccess:1"),
        "reset",
        False,
    ),
    "it speaks no HTTP": (lambda w: w.raw(b"220 mail.example ESMTP\r\n"), "unreadable", False),
    "its headers never end": (lambda w: w.raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500), "unreadable", False),
    "its length is no number": (
        lambda w: w.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nok"),
        "unreadable",
        False,
    ),
    "it is no gzip": (lambda w: w.answer(b"Success:1", extra=b"Content-Encoding: gzip\r\n"), "unreadable", False),
    "another success": (lambda w: w.answer(b"Success:1", b"202 Accepted"), "http", False),
    "nothing but headers": (lambda w: w.answer(b"", b"204 No Content"), "http", False),
    "a redirect": (lambda w: w.answer(b"", b"302 Found", extra=b"Location: /portal\r\n"), "moved", True),
    "a redirect to nonsense": (
        lambda w: w.answer(b"", b"301 Moved", extra=b"Location: http://[/\r\n"),
        "moved",
        True,
    ),
    "status 401": (lambda w: w.answer(b"", b"401 Unauthorized"), "http", True),
    "status 404": (lambda w: w.answer(b"<html>", b"404 Not Found"), "http", True),
    "status 500": (lambda w: w.answer(b"<html>", b"500 Oops"), "http", False),
    "status 503": (lambda w: w.answer(b"Success:1", b"503 Busy"), "http", False),
    "an HTML page": (lambda w: w.answer(b"\r\n <!DOCTYPE html><html>Success:1"), "moved", True),
    "an XHTML page": (
        lambda w: w.answer(b'\xef\xbb\xbf<?xml version="1.0"?><html>', kind=b"text/plain"),
        "moved",
        True,
    ),
    "a page with text before it": (lambda w: w.answer(b"Success:1 <Script>"), "moved", True),
    "too long an answer": (lambda w: w.answer(b"Success:" + b"1" * 2_000_000), "too-big", False),
    "too long an answer of no length": (
        lambda w: w.raw(b"HTTP/1.1 200 OK\r\n\r\n" + b"1" * 2_000_000),
        "too-big",
        False,
    ),
    "a compressed bomb": (
        lambda w: w.answer(gzip.compress(bytes(50_000_000)), extra=b"Content-Encoding: gzip\r\n"),
        "too-big",
        False,
    ),
}


@pytest.mark.parametrize("fault", ANSWERLESS)
def test_a_written_request_without_clear_answer_is_said_to_be_so(fault: str, gateway: Wiretap) -> None:
    act, code, wrong_place = ANSWERLESS[fault]
    gateway.plays(act(gateway))
    total_s = SOON_S if code == "timeout" else 20
    with closing(HttpSession(total_s=total_s)) as session:
        failure = failure_of(session, get(gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert (failure.code, failure.wrong_place) == (code, wrong_place)
    assert failure.code in WIRE_REASONS
    assert "127.0.0.1" in failure.words
    assert len(gateway.requests) == 1


def test_a_gateway_that_resets_before_reading_may_have_got_it(gateway: Wiretap, session: HttpSession) -> None:
    gateway.reads = False
    gateway.plays(gateway.reset)
    # Loopback tells of the reset now before and now after the request is written; it is written in both cases.
    failure = failure_of(session, get(gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert failure.code == "reset"


# Clear answers


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"Success:1", "Success:1"),
        (b"\xef\xbb\xbfSuccess:1\r\n", "Success:1\r\n"),
        ("نعم".encode(), "نعم"),
        (b"caf\xe9", "café"),
        (b"Error: Invalid [to] parameter<br>Use 27...", "Error: Invalid [to] parameter<br>Use 27..."),
        (b"", ""),
    ],
)
def test_an_answer_is_read_whatever_its_label(body: bytes, text: str, gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(body, kind=b"text/html; charset=windows-1256"))
    assert session.exchange(get(gateway.address), ()).text == text


def test_chunked_and_compressed_answers_are_read(gateway: Wiretap, session: HttpSession) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nSucc\r\n5\r\ness:1\r\n0\r\n\r\n"
    gateway.plays(
        lambda connection: connection.sendall(chunked),
        gateway.answer(gzip.compress(b"Success:2"), extra=b"Content-Encoding: gzip\r\n"),
    )
    assert session.exchange(get(gateway.address), ()).text == "Success:1"
    assert session.exchange(get(gateway.address), ()).text == "Success:2"


def test_json_that_speaks_of_html_is_no_page(gateway: Wiretap, session: HttpSession) -> None:
    gateway.plays(gateway.answer(b'{"Code": 15, "Message": "<html> seen"}', kind=b"application/json"))
    assert "15" in session.exchange(get(gateway.address), ()).text


def test_an_end_within_the_headers_reads_as_an_empty_answer(gateway: Wiretap, session: HttpSession) -> None:
    # Python's http.client takes it so; an empty answer is no success to any provider.
    gateway.plays(gateway.raw(b"HTTP/1.1 200 OK\r\nContent-Le"))
    assert session.exchange(get(gateway.address), ()).text == ""


# The password


def _forms(secret: str) -> set[str]:
    """The ways in which a secret may turn up."""
    encoded = {quote(secret, safe=""), quote(secret), quote_plus(secret)}
    escaped = {
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        repr(secret),
    }
    return {secret} | encoded | {form.lower() for form in encoded} | escaped


def _no_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("fault", ["no name", "refused", "tls", *ANSWERLESS])
def test_no_failure_shows_the_password(
    fault: str,
    gateway: Wiretap,
    hasty_session: HttpSession,
    password: Secret,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    address = gateway.address
    if fault == "no name":
        monkeypatch.setattr(socket, "getaddrinfo", _no_name)
        address = "http://gateway.invalid"
    elif fault == "refused":
        address = f"http://127.0.0.1:{_closed_port()}"
    elif fault == "tls":
        address = address.replace("http:", "https:")
    else:
        gateway.plays(ANSWERLESS[fault][0](gateway))
    with caplog.at_level(logging.DEBUG):
        failure = failure_of(hasty_session, get(address, password.reveal()), password)
    assert failure.__cause__ is None
    assert failure.__context__ is None
    shown = "".join([*traceback.format_exception(failure), str(failure), repr(failure), failure.words, caplog.text])
    assert [form for form in _forms(password.reveal()) if form in shown] == []
    assert "sendsms.asp" not in shown


def test_headers_that_can_not_be_parsed_bring_no_address_into_the_log(
    gateway: Wiretap, session: HttpSession, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.plays(gateway.raw(b"HTTP/1.1 200 OK\r\nbroken\r\nContent-Length: 2\r\n\r\nok"))
    with caplog.at_level(logging.DEBUG):
        session.exchange(get(gateway.address), ())
    assert "sendsms.asp" not in caplog.text


def test_a_failure_at_a_host_named_like_the_password_hides_it(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _no_name)
    failure = failure_of(session, get("http://opensesame.invalid"), Secret("opensesame"))
    assert "opensesame" not in str(failure)
