"""What goes out, by which way, and the answers that are read."""

from __future__ import annotations

import gzip
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.providers.base import HttpRequest
from smsdesk.providers.transport.failures import NotSent
from smsdesk.providers.transport.http_session import HttpSession
from tests.helpers.wire.requests import failure_of, get

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.wire.hasty_session import HastySession
    from tests.helpers.wire.wiretap import Wiretap

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


def test_a_failed_exchange_spoils_nothing_for_the_next(gateway: Wiretap, hasty_session: HastySession) -> None:
    acts = (gateway.hang, gateway.reset, gateway.answer(b"", b"500 Oops"), gateway.trickle(b"HTTP/1.1 200 OK\r\n"))
    for act in acts:
        gateway.plays(act, gateway.answer(b"fine"))
        failure_of(hasty_session, get(gateway.address))
        assert hasty_session.exchange(get(gateway.address), ()).text == "fine"


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
    scheme: str, session: HttpSession, closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{scheme}_proxy", f"http://127.0.0.1:{closed_port}")
    failure = failure_of(session, get(f"{scheme}://gateway.invalid"))
    assert isinstance(failure, NotSent)
    assert failure.code == "proxy"


def test_a_proxy_that_hangs_on_the_tunnel_is_cut_off(
    gateway: Wiretap, hasty_session: HastySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", gateway.address)
    gateway.plays(gateway.trickle(b"HTTP/1.1 200 OK\r\nX: "))
    assert isinstance(failure_of(hasty_session, get("https://gateway.invalid")), NotSent)


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
