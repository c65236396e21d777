"""The one request, on a real wire."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.updates.asking import ask, is_due
from smsdesk.services.updates.release import Release
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LATEST = b'{"version": "9.1.0", "page": "https://updates.example/smsdesk"}'


@pytest.fixture
def host() -> Iterator[Wiretap]:
    """The web server that has the file."""
    host = Wiretap()
    yield host
    host.close()


def address(host: Wiretap) -> str:
    return f"{host.address}/smsdesk/latest.json"


def test_it_is_one_get_that_tells_nothing_of_who_asks(host: Wiretap) -> None:
    host.plays(host.answer(LATEST, kind=b"application/json", extra=b"Set-Cookie: id=4711\r\n"))
    for _ in range(2):
        assert ask(address(host)) == Release("9.1.0", "https://updates.example/smsdesk")
    wanted = (
        b"GET /smsdesk/latest.json HTTP/1.1\r\n"
        b"Host: " + host.host.encode() + b"\r\n"
        b"User-Agent: smsdesk\r\n"
        b"Accept: application/json\r\n"
        b"Accept-Encoding: identity\r\n"
        b"\r\n"
    )
    assert host.requests == [wanted, wanted], "and no cookie comes back"


def test_of_a_file_of_50_mb_only_the_beginning_is_read(host: Wiretap) -> None:
    host.plays(host.answer(LATEST + b" " * 50_000_000))
    assert ask(address(host)) is None


@pytest.mark.parametrize("body", [b"", b"\x1f\x8b\x08garbage", b"<html>sign in here</html>", b"{}", b"[" * 10_000])
def test_garbage_is_no_word(host: Wiretap, body: bytes) -> None:
    host.plays(host.answer(body))
    assert ask(address(host)) is None


def test_a_redirect_is_not_followed(host: Wiretap) -> None:
    elsewhere = Wiretap()
    try:
        host.plays(
            host.raw(f"HTTP/1.1 302 Found\r\nLocation: {address(elsewhere)}\r\nContent-Length: 0\r\n\r\n".encode())
        )
        assert ask(address(host)) is None
        assert elsewhere.requests == []
    finally:
        elsewhere.close()


def test_who_does_not_answer_or_is_not_there_is_no_word(host: Wiretap) -> None:
    gone = address(host)
    host.plays(host.hang)
    assert ask(gone, total_s=0.2) is None
    host.close()
    assert ask(gone) is None


@pytest.mark.parametrize("kept", ["http://updates.example/latest.json", "nonsense", "file:page.html"])
def test_an_address_without_tls_is_never_asked(kept: str) -> None:
    assert ask(kept) is None


@pytest.mark.parametrize(
    ("asked_at", "due"),
    [
        ("", True), ("garbage", True), ("2026-11-26T08:00:00", True), (NOW.isoformat(), False),
        ((NOW - timedelta(hours=23)).isoformat(), False), ((NOW - timedelta(hours=24)).isoformat(), True),
        ((NOW + timedelta(hours=1)).isoformat(), False), ((NOW + timedelta(days=3)).isoformat(), True),
    ],
)  # fmt: skip
def test_it_is_asked_once_a_day_whatever_the_clock_did(asked_at: str, *, due: bool) -> None:
    assert is_due(asked_at, NOW) is due
