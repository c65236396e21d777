"""A gateway that keeps requests waiting, so that a test can act at the moment at which one is under way."""

from __future__ import annotations

import queue
import socketserver
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from smsdesk.sandbox.registry import gateways
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.sandbox.gateway import Purpose

PURPOSES: Final[Mapping[str, Purpose]] = {
    path: purpose for gateway in gateways().values() for path, purpose in gateway.paths.items()
}
"""What a request is for, by its path: at each of the five gateways."""

ACCEPTED: Final = "Success:message tracking number:1"


class HeldGateway:
    """Holds every request of one purpose until it is let go, and answers all of them alike.

    The program asks for the balance before and after an announcement, and at a stop. Such a question is answered at
    once and stands in `aside`, unless questions for the balance are what is held.

    Attributes:
        answer: what held requests are answered.
        balance: what questions for the balance are answered, as SMS Office does.
        targets: the held requests, in the order in which they came.
        aside: the others.
    """

    def __init__(self, answer: str = ACCEPTED, *, holds: Purpose = "send", balance: str = "Success:100.00") -> None:
        self.answer = answer
        self.balance = balance
        self.targets: list[str] = []
        self.aside: list[str] = []
        self._holds = holds
        self._arrived: queue.Queue[str] = queue.Queue()
        self._may_answer = threading.Semaphore(0)
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self._handler(), bind_and_activate=True)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def next_request(self) -> str:
        """Wait until a request has arrived and hangs; gives its target."""
        return self._arrived.get(timeout=PATIENCE_S)

    def answer_now(self, requests: int = 1) -> None:
        """Answer so many requests, those that hang or those to come."""
        self._may_answer.release(requests)

    def close(self) -> None:
        self.answer_now(1000)
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _serve(self, target: str) -> str:
        if PURPOSES.get(urlsplit(target).path, "send") == "balance" != self._holds:
            self.aside.append(target)
            return self.balance
        self.targets.append(target)
        self._arrived.put(target)
        self._may_answer.acquire()
        return self.answer

    def _handler(gateway) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler in here
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                body = gateway._serve(self.path).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET  # noqa: N815 - http.server's name

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


class HeldGateways:
    """Starts gateways that keep their requests waiting, and ends them with the test."""

    def __init__(self) -> None:
        self._started = ExitStack()

    def start(self, answer: str = ACCEPTED, *, holds: Purpose = "send") -> HeldGateway:
        gateway = HeldGateway(answer, holds=holds)
        self._started.callback(gateway.close)
        return gateway

    def close(self) -> None:
        self._started.close()
