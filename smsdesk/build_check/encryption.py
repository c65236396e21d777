"""Does this build refuse a server that nobody vouches for: one that trusts everybody looks the same in daily work."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smsdesk.build_check.check import Missing, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY_PAIR: Final = Path(__file__).with_name("worth_nothing.pem")
_PATIENCE_S: Final = 10.0


def self_signed_server() -> str:
    """Ask a server of our own with a certificate of its own, which must be refused before anything is sent."""
    from smsdesk.providers.base import HttpRequest
    from smsdesk.providers.transport.http_session import HttpSession, NotSent

    with _server() as server:
        # First without looking at the certificate: else a server that does not work would be "refused" too.
        _shake_hands(server)
        session = HttpSession(total_s=_PATIENCE_S)
        try:
            session.exchange(HttpRequest("GET", f"https://127.0.0.1:{server.port}/"), ())
        except NotSent as refusal:
            expect(refusal.code == "tls", f"it was not asked at all: {refusal.words}")
            told = refusal.words
        else:
            raise Missing("it was trusted")
        finally:
            session.close()
    expect(not server.heard, "something was sent to it")
    return told


def _shake_hands(server: _Server) -> None:
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", server.port), _PATIENCE_S) as plain,
        trusting.wrap_socket(plain) as encrypted,
    ):
        expect(encrypted.version(), "no encrypted connection can be made")


class _Server:
    """Answers everybody who gets through the handshake; one connection after the other.

    Attributes:
        heard: what was sent to it.
    """

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(_KEY_PAIR)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="smsdesk-build-check", daemon=True)
        self._closing = False

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closing = True
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), _PATIENCE_S):
            pass  # closing a listener does not wake its accept everywhere
        self._thread.join(_PATIENCE_S)
        self._listener.close()

    def _serve(self) -> None:
        while not self._closing:
            connection, _ = self._listener.accept()
            connection.settimeout(_PATIENCE_S)
            with contextlib.suppress(OSError), connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        with self._tls.wrap_socket(connection, server_side=True) as caller:
            while said := caller.recv(4096):
                self.heard.append(said)
                caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextlib.contextmanager
def _server() -> Iterator[_Server]:
    server = _Server()
    server.start()
    try:
        yield server
    finally:
        server.close()
