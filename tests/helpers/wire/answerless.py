"""What a gateway can do to a request that it has read, so that nobody knows what became of it."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.helpers.wire.wiretap import Act, Wiretap

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
    "status 401": (lambda w: w.answer(b"", b"401 Unauthorized"), "login-refused", True),
    "status 403": (lambda w: w.answer(b"Success:1", b"403 Forbidden"), "login-refused", True),
    "a proxy's status where there is none": (lambda w: w.answer(b"", b"407 Proxy Login"), "http", True),
    "nothing but interim answers": (
        lambda w: w.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2000),
        "unreadable",
        False,
    ),
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
"""By name: the act, the code of the failure, and whether it speaks of a wrong address."""
