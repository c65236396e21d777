"""The ways in which a gateway, or the network before it, misbehaves on request."""

from __future__ import annotations

import socket
import struct
import sys
import threading
from collections import deque
from enum import StrEnum
from typing import TYPE_CHECKING, Final, get_args

from smsdesk.sandbox.gateway import Purpose, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

TRICKLE_PACE_S: Final = 0.1
HUGE_BYTES: Final = 3 * 1024 * 1024
MISSING_BYTES: Final = 100


class Fault(StrEnum):
    """What happens to a request that was read to its end; nothing is accepted but where it says so."""

    HANG = "hang"
    """No answer until one side closes."""
    RESET_AFTER_READING = "reset after reading"
    """The connection is reset."""
    RESET_AFTER_ACCEPTING = "reset after accepting"
    """The request is taken and charged for, and the connection is reset instead of saying so."""
    ERROR_500 = "error 500"
    """500 with the server's error page."""
    ERROR_503 = "error 503"
    """503 with the server's page for it."""
    HTML_PAGE = "html page"
    """200 with the page of a captive portal."""
    GARBAGE = "garbage"
    """200 with bytes that mean nothing, the same ones every time."""
    TRICKLE = "trickle"
    """A header that never ends, one byte per `TRICKLE_PACE_S`, until one side closes."""
    TRICKLE_BODY = "trickle body"
    """200 with a body that never ends, one byte per `TRICKLE_PACE_S`, until one side closes."""
    TRUNCATED = "truncated"
    """The request is taken and charged for; the connection ends `MISSING_BYTES` before the answer's length says."""
    REDIRECT = "redirect"
    """302 to another path on this server."""
    NOT_FOUND = "not found"
    """404."""
    EMPTY = "empty"
    """200 without a body."""
    HUGE = "huge"
    """200 with `HUGE_BYTES` and no length given; the end of the connection is the end of the body."""


_PORTAL: Final = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Guest network</title></head>
<body><h1>Welcome</h1><p>Success: 3 hours of free access. Sign in to go on.</p></body></html>
"""

ANSWERS: Final[Mapping[Fault, Response]] = {
    Fault.ERROR_500: Response(500, b"<html><body><h1>500 - Internal server error.</h1></body></html>"),
    Fault.ERROR_503: Response(503, b"<html><body><h1>503 - Service Unavailable</h1></body></html>"),
    Fault.HTML_PAGE: Response(200, _PORTAL),
    Fault.GARBAGE: Response(200, bytes((197 * i + 89) % 256 for i in range(512)), "application/octet-stream"),
    Fault.REDIRECT: Response(302, b"<html><body>Object moved</body></html>", headers=(("Location", "/moved"),)),
    Fault.NOT_FOUND: Response(404, b"<html><body><h1>404 - File or directory not found.</h1></body></html>"),
    Fault.EMPTY: Response(200),
}
"""The faults that are a whole HTTP answer, after which the connection stays usable."""


class Faults:
    """The script of misbehaviour: what the next requests will meet. Empty at first; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[Purpose, deque[Fault]] = {purpose: deque() for purpose in get_args(Purpose)}
        self._always: dict[Purpose, Fault] = {}

    def then(self, *faults: Fault, only: Purpose = "send") -> None:
        """Let each of the next requests of this purpose, at any gateway, meet the next of these faults."""
        with self._lock:
            self._next[only].extend(faults)

    def always(self, fault: Fault, only: Purpose = "send") -> None:
        """Let every request of this purpose meet the fault, once those of `then` are used up."""
        with self._lock:
            self._always[only] = fault

    def clear(self) -> None:
        """Behave again."""
        with self._lock:
            self._always.clear()
            for waiting in self._next.values():
                waiting.clear()

    def take(self, purpose: Purpose) -> Fault | None:
        """The fault a request of this purpose meets now; None for none."""
        with self._lock:
            waiting = self._next[purpose]
            return waiting.popleft() if waiting else self._always.get(purpose)


def misbehave(fault: Fault, connection: socket.socket, closing: threading.Event) -> None:
    """Act out a fault that spoils the connection; the caller closes it afterwards.

    Args:
        fault: one that is not in `ANSWERS`, nor `TRUNCATED`, which cuts the gateway's own answer.
        connection: the connection its request came by.
        closing: set when the sandbox closes.

    Raises:
        OSError: the client left.
    """
    match fault:
        case Fault.RESET_AFTER_READING | Fault.RESET_AFTER_ACCEPTING:
            reset(connection)
        case Fault.HANG:
            # Not the event: this also ends when the client gives up.
            while connection.recv(4096):
                pass
        case Fault.TRICKLE:
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Patience: ")
            _trickle(connection, closing)
        case Fault.TRICKLE_BODY:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
            _trickle(connection, closing)
        case Fault.HUGE:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
            connection.sendall(b"x" * HUGE_BYTES)
        case _:
            raise ValueError(f"{fault} is an answer")


def _trickle(connection: socket.socket, closing: threading.Event) -> None:
    while not closing.wait(TRICKLE_PACE_S):
        connection.sendall(b".")


def reset(connection: socket.socket) -> None:
    """Close the connection so that the other side gets a reset, not an end."""
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    connection.close()
