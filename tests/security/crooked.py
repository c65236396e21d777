"""A gateway that gives away what it was asked, in every way that a careless one may."""

from __future__ import annotations

import base64
import html
import json
import re
import socketserver
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes, unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

_VALUE = re.compile(rb"assword(?:=([^&]*)|\": \"((?:[^\"\\]|\\.)*))")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its target and its body, as they came."""

    target: bytes
    body: bytes

    @property
    def written(self) -> bytes:
        """Target and body, still encoded."""
        return self.target + b" " + self.body if self.body else self.target

    @property
    def read(self) -> bytes:
        """Target and body, decoded."""
        return unquote_to_bytes(self.written)


def _whole(status: str, body: bytes, kind: str = "text/plain", *further: bytes) -> bytes:
    head = [f"HTTP/1.1 {status}".encode(), f"Content-Type: {kind}".encode(), f"Content-Length: {len(body)}".encode()]
    return b"\r\n".join([*head, *further, b"", body])


def _said(body: bytes) -> bytes:
    return _whole("200 OK", body)


def _documented(asked: Asked) -> bytes:
    """The echo as part of an answer that the gateway's document knows."""
    if asked.target.startswith(b"/sms/api/"):
        return _said(b"Error:Invalid [message] parameter. " + asked.written)
    if asked.target.startswith(b"/RestApi/"):
        words = asked.body.decode()
        return _whole("200 OK", json.dumps({"Code": 10, "Message": words}).encode(), "application/json")
    if asked.target.startswith((b"/sendsms/", b"/account-balance/")):
        return _said(b"Error: 1021 - " + asked.written)
    return _said(b"Error: " + asked.read)


def _cut(asked: Asked) -> bytes:
    """The echo up to a limit, which lies within the password."""
    found = _VALUE.search(asked.written)
    assert found is not None
    start, end = found.span(found.lastindex or 0)
    return _said(asked.written[: start + (end - start) * 3 // 4])


def _in_the_address(asked: Asked) -> bytes:
    place = asked.target + (b"&" if b"?" in asked.target else b"?") + quote_from_bytes(asked.body, "=&%").encode()
    return _whole("302 Found", b"Object moved to " + asked.written, "text/html", b"Location: " + place)


def _bytes_of(text: Callable[[str], str]) -> Callable[[Asked], bytes]:
    return lambda asked: _said(text(asked.read.decode("utf-8", "replace")).encode("utf-8", "replace"))


ANSWERS: Mapping[str, Callable[[Asked], bytes]] = {
    "as it came": lambda asked: _said(asked.written),
    "decoded": lambda asked: _said(asked.read),
    "decoded, with a byte that is no UTF-8": lambda asked: _said(asked.read + b"\xff"),
    "in documented words": _documented,
    "in JSON": _bytes_of(lambda text: json.dumps({"error": text})),
    "in JSON within JSON": _bytes_of(lambda text: json.dumps({"error": json.dumps({"request": text})})),
    "in HTML": _bytes_of(lambda text: "Bad request: " + html.escape(text)),
    "in HTML by number": _bytes_of(lambda text: "".join(f"&#{ord(letter)};" for letter in text)),
    "as the codes of a script": _bytes_of(
        lambda text: "".join(
            letter if letter.isalnum() and letter.isascii() else f"%u{ord(letter):04x}" for letter in text
        )
    ),
    "encoded once more": lambda asked: _said(quote_from_bytes(asked.written, "").encode()),
    "in base64": lambda asked: _said(base64.b64encode(asked.read)),
    "in hexadecimal": lambda asked: _said(asked.read.hex().encode()),
    "in UTF-16": lambda asked: _said(asked.read.decode("latin-1").encode("utf-16-le")),
    "without foreign letters": _bytes_of(lambda text: text.encode("ascii", "replace").decode()),
    "cut within the password": _cut,
    "on an error page": lambda asked: _whole("500 Internal Server Error", b"<html>" + asked.read, "text/html"),
    "with a refusal": lambda asked: _whole("401 Unauthorized", asked.read),
    "beside the status": lambda asked: _whole("400 " + quote_from_bytes(asked.written, "?=&%/"), b""),
    "in the address to go to": _in_the_address,
    "in headers that are none": lambda asked: _whole("200 OK", asked.written, "text/plain", asked.written),
    "where a length must stand": lambda asked: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + asked.written,
    "in place of an answer": lambda asked: asked.written + b"\r\n\r\n",
}


class CrookedGateway:
    """Listens on this machine while it is entered.

    Attributes:
        answer: how it gives away the next requests, one of `ANSWERS`.
        heard: every request, as it came.
    """

    def __init__(self) -> None:
        self.answer = ANSWERS["as it came"]
        self.heard: list[Asked] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.gateway = self
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    gateway: CrookedGateway

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left is everyday life."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked(self.requestline.split()[1].encode("ascii"), body)
        self.server.gateway.heard.append(asked)
        self.wfile.write(self.server.gateway.answer(asked))

    do_POST = do_GET  # noqa: N815 - the name that http.server wants

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Nothing."""
