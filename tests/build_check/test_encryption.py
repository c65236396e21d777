from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from smsdesk.build_check import encryption
from smsdesk.build_check.check import Missing
from smsdesk.providers.transport import http_session

if TYPE_CHECKING:
    from pathlib import Path


class Trusting(ssl.SSLContext):
    """Looks at no certificate, whatever it is told."""

    def __new__(cls, _protocol: int) -> Trusting:
        context = super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        ssl.SSLContext.verify_mode.__set__(context, ssl.CERT_NONE)  # type: ignore[attr-defined]
        return context

    verify_mode = property(lambda _self: ssl.CERT_NONE, lambda _self, _mode: None)  # type: ignore[assignment]


def no_context(_protocol: int) -> ssl.SSLContext:
    raise ConnectionRefusedError("nothing there")


def test_a_server_that_vouches_for_itself_is_refused() -> None:
    assert "certificate" in encryption.self_signed_server()


@pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")
def test_a_build_that_trusts_everybody_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_session.truststore, "SSLContext", Trusting)
    with pytest.raises(Missing, match="it was trusted"):
        encryption.self_signed_server()


def test_that_nobody_answers_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_session.truststore, "SSLContext", no_context)
    with pytest.raises(Missing, match="not asked at all"):
        encryption.self_signed_server()


def test_a_server_without_encryption_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        encryption._Server, "_answer", lambda _self, connection: connection.sendall(b"HTTP/1.1 200\r\n")
    )
    with pytest.raises(ssl.SSLError):
        encryption.self_signed_server()


def test_a_build_without_the_key_pair_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(encryption, "_KEY_PAIR", tmp_path / "lost.pem")
    with pytest.raises(FileNotFoundError):
        encryption.self_signed_server()
