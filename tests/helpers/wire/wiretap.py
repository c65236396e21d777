"""A server written by hand, so that no HTTP library can smooth over what is really on the wire."""

from __future__ import annotations

import contextlib
import itertools
import socket
import ssl
import struct
import sys
import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[socket.socket], None]

KEY_PAIR: Final = Path(__file__).with_name("loopback.pem")
TRICKLE_S: Final = 0.01
BEFORE_IT_STALLS: Final = 3


class Wiretap:
    """Keeps each request's raw bytes, and lets each one meet the next act, or the last one again.

    Attributes:
        requests: the raw requests, in order.
        connections: how many connections were made.
        reads: whether a request is read before it meets its act.
        stalls: called when the client has nothing more to wait for but its own deadline.
    """

    def __init__(self, *, tls: bool = False) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.reads = True
        self.stalls: Callable[[], object] = lambda: None
        self._acts: deque[Act] = deque([self.answer(b"Success:1")])
        self._tls = tls
        self._closing = False
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._left = threading.Semaphore(0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._start(self._accept)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def address(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self.host}"

    def plays(self, *acts: Act) -> None:
        self._acts = deque(acts)

    def wait_until_closed(self) -> None:
        """Wait for the server's end of one more connection to be closed."""
        assert self._left.acquire(timeout=PATIENCE_S)

    def close(self) -> None:
        self._closing = True
        with socket.socket() as last, contextlib.suppress(OSError):
            last.connect(self._listener.getsockname())  # closing a listener does not wake its accept everywhere
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE_S)

    @staticmethod
    def answer(body: bytes, status: bytes = b"200 OK", kind: bytes = b"text/html", extra: bytes = b"") -> Act:
        """Answer properly; the label is what classic ASP puts on everything."""
        head = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n" % (status, kind, len(body))
        return lambda connection: connection.sendall(head + extra + b"\r\n" + body)

    @staticmethod
    def raw(data: bytes) -> Act:
        """Send these bytes and end the connection."""

        def act(connection: socket.socket) -> None:
            connection.sendall(data)
            connection.close()

        return act

    def hang(self, connection: socket.socket) -> None:
        """Say nothing until the client leaves."""
        self.stalls()
        while connection.recv(4096):
            pass
        connection.close()

    @staticmethod
    def reset(connection: socket.socket) -> None:
        """Reset the connection."""
        layout = "hh" if sys.platform == "win32" else "ii"
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(layout, 1, 0))
        connection.close()

    def trickle(self, head: bytes) -> Act:
        """Send `head`, and then a byte at a time for as long as somebody listens."""

        def act(connection: socket.socket) -> None:
            connection.sendall(head)
            pause = threading.Event()
            for sent in itertools.count(1):
                connection.sendall(b"x")
                if sent == BEFORE_IT_STALLS:
                    self.stalls()
                pause.wait(TRICKLE_S)

        return act

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with self._listener:
            while True:
                connection, _ = self._listener.accept()
                if self._closing:
                    connection.close()
                    return
                self.connections += 1
                self._open.append(connection)
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as closing:
            closing.callback(self._left.release)
            closing.callback(connection.close)
            if self._tls:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(KEY_PAIR)
                connection = closing.enter_context(context.wrap_socket(connection, server_side=True))
            while connection.fileno() >= 0 and (request := _read(connection) if self.reads else b"unread"):
                self.requests.append(request)
                act = self._acts.popleft() if len(self._acts) > 1 else self._acts[0]
                act(connection)


def _read(connection: socket.socket) -> bytes:
    """Read one request; empty when the client has left."""
    raw = b""
    while b"\r\n\r\n" not in raw:
        bit = connection.recv(4096)
        if not bit:
            return b""
        raw += bit
    head, _, body = raw.partition(b"\r\n\r\n")
    length = next((int(h[15:]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(4096)
    return head + b"\r\n\r\n" + body
