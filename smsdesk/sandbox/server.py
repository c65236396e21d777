"""The sandbox: the gateways on one loopback port, for the demo and the tests."""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import sys
import threading
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, Final, Self

from smsdesk.sandbox.connections import Connections
from smsdesk.sandbox.faults import ANSWERS, MISSING_BYTES, Fault, Faults, misbehave
from smsdesk.sandbox.gateway import Request, Response
from smsdesk.sandbox.ledger import Ledger, Seen
from smsdesk.sandbox.registry import gateways
from smsdesk.sandbox.reports import Reporter

LOOPBACK: Final = "127.0.0.1"
MAX_BODY_BYTES: Final = 1024 * 1024

# Far more than it takes; a handler that is still busy then is a daemon thread and holds up nobody.
_END_S: Final = 2.0


class Sandbox:
    """Plays all gateways on one address; use it as a context manager, or `start()` and `close()` it.

    It may be started again after `close()`, at the same address and with the same books: a gateway that was away.

    Args:
        pace_s: how long each answer is held back, in seconds.
        port: the port on 127.0.0.1; 0 takes a free one.

    Attributes:
        ledger: the books; without a login in them, every login fails.
        faults: the script of misbehaviour.
    """

    def __init__(self, pace_s: float = 0.0, port: int = 0) -> None:
        self.ledger = Ledger()
        self.faults = Faults()
        self._pace_s = pace_s
        self._port = port
        self._server: _Server | None = None
        self._held_port: socket.socket | None = None
        self._reporters: dict[str, Reporter] = {}

    @property
    def address(self) -> str:
        """The gateway address to give an account, like `http://127.0.0.1:40123`.

        Raises:
            RuntimeError: it was never started, so its port is not known.
        """
        if not self._port:
            raise RuntimeError("the sandbox has no address before it is started")
        return f"http://{LOOPBACK}:{self._port}"

    def start(self) -> None:
        """Listen, and answer from threads of its own.

        Raises:
            OSError: the port is taken.
            RuntimeError: it is running.
        """
        if self._server is not None:
            raise RuntimeError("the sandbox is running")
        self._give_port_free()
        self._server = _Server(self._port, self.ledger, self.faults, self._pace_s)
        self._port = self._server.server_address[1]
        self._server.start()

    def report_to(self, gateway: str, url: str, delay_s: float = 0.0) -> None:
        """Send delivery reports for what this gateway accepts from now on, until `close()`.

        Args:
            gateway: its name.
            url: where to, http on this machine; "" for no reports any more. It takes the place of one given before.
            delay_s: how long after it was accepted a message is reported. With 0 a report may overtake the answer.

        Raises:
            ValueError: the gateway sends no reports, or the address is not http.
        """
        reporter = Reporter(gateways()[gateway], url, delay_s) if url else None
        self._stop_reporting(gateway)
        if reporter is not None:
            self._reporters[gateway] = reporter
            self.ledger.listen(reporter.tell)

    def _stop_reporting(self, gateway: str) -> None:
        reporter = self._reporters.pop(gateway, None)
        if reporter is not None:
            self.ledger.unlisten(reporter.tell)
            reporter.stop()

    def close(self) -> None:
        """End at once, requests that hang included. Nothing is accepted or reported any more when it returns."""
        for gateway in list(self._reporters):
            self._stop_reporting(gateway)
        if self._server is not None:
            self._server.close()
            self._server = None
        self._give_port_free()

    def pause(self) -> None:
        """End as `close` does, and keep the port for `start`: until then every connection is refused.

        A port that is only given up may be another server's a moment later, which would answer in our place.
        """
        self.close()
        self._held_port = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            self._held_port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._held_port.bind((LOOPBACK, self._port))  # and not listened at

    def _give_port_free(self) -> None:
        if self._held_port is not None:
            self._held_port.close()
            self._held_port = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


# Not http.server's own server: that one asks the network for this machine's name.
class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128
    # Windows would let a second server share the port.
    allow_reuse_address = os.name == "posix"
    server_address: tuple[str, int]

    def __init__(self, port: int, ledger: Ledger, faults: Faults, pace_s: float) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.ledger = ledger
        self.faults = faults
        self.pace_s = pace_s
        self.gateways = {path: gateway for gateway in gateways().values() for path in gateway.paths}
        self.connections = Connections()
        self.closing = threading.Event()
        self._acceptor = threading.Thread(target=self._accept, name="sandbox", daemon=True)

    def start(self) -> None:
        self._acceptor.start()

    def close(self) -> None:
        self.closing.set()
        # A caller wakes the acceptor. `shutdown()` would make it poll all along, and wait for the next poll here.
        with contextlib.suppress(OSError):
            socket.create_connection(self.server_address, _END_S).close()
        self._acceptor.join()
        self.connections.end_all(_END_S)
        self.server_close()

    def _accept(self) -> None:
        while not self.closing.is_set():
            self.handle_request()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        self.connections.remove(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that left is everyday life; anything else is a bug here and is printed.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    connection: socket.socket
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        request = self._read()
        if request is not None:
            self._serve(request)

    do_POST = do_GET  # noqa: N815 - http.server's name

    def _read(self) -> Request | None:
        # `self.path` is no longer what was on the wire: http.server folds slashes in it.
        target = self.requestline.split()[1]
        length = self.headers.get("Content-Length", "0")
        if not target.isascii() or not (length.isascii() and length.isdigit()):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return None
        if "Transfer-Encoding" in self.headers:
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
            return None
        if int(length) > MAX_BODY_BYTES:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return None
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, target, headers, body)

    def _serve(self, request: Request) -> None:
        server = self.server
        gateway = server.gateways.get(request.path)
        server.ledger.saw(
            Seen(
                gateway.name if gateway else "",
                request.method,
                request.target,
                request.headers,
                request.body,
                datetime.now(UTC),
            )
        )
        if gateway is None:
            self._write(ANSWERS[Fault.NOT_FOUND])
            return
        user = gateway.user_of(request)
        server.ledger.saw_connections(
            gateway.name, user, server.connections.claim(self.connection, (gateway.name, user))
        )
        fault = server.faults.take(gateway.paths[request.path])
        if fault is None:
            if server.closing.wait(server.pace_s):
                self.close_connection = True
            else:
                self._write(gateway.answer(request, server.ledger))
        elif fault is Fault.TRUNCATED:
            self.close_connection = True
            self._write(gateway.answer(request, server.ledger), MISSING_BYTES)
        elif fault in ANSWERS:
            self._write(ANSWERS[fault])
        else:
            self.close_connection = True
            if fault is Fault.RESET_AFTER_ACCEPTING:
                gateway.answer(request, server.ledger)
            misbehave(fault, self.connection, server.closing)

    def _write(self, response: Response, missing_bytes: int = 0) -> None:
        lines = [
            f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}",
            f"Content-Type: {response.content_type}",
            f"Content-Length: {len(response.body) + missing_bytes}",
            *(f"{name}: {value}" for name, value in response.headers),
            f"Connection: {'close' if self.close_connection else 'keep-alive'}",
        ]
        # One write: head and body in two packets would be timed as the network's delay.
        self.wfile.write("\r\n".join(lines).encode("ascii") + b"\r\n\r\n" + response.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nothing: the ledger has it, and a request line holds a password."""
