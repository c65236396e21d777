"""Answers before the answer: 103 Early Hints and their like say nothing yet, and are read away."""

from __future__ import annotations

import http.client
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

_MOST_LINE: Final = 64 * 1024
_MOST_LINES: Final = 1000


class FinalAnswer(http.client.HTTPResponse):
    """Python's own reads only 100 away, and takes any other interim answer for the last word."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST_LINES):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if not HTTPStatus.SWITCHING_PROTOCOLS < status < HTTPStatus.OK:
                return version, status, reason
            self._skip_headers()
        raise http.client.BadStatusLine("nothing but interim answers")

    def _skip_headers(self) -> None:
        for _ in range(_MOST_LINES):
            line = self.fp.readline(_MOST_LINE)
            if line in (b"\r\n", b"\n", b""):
                return
        raise http.client.HTTPException("the headers of an interim answer never end")


def with_final_answers(connection: type[HTTPConnection]) -> type[HTTPConnection]:
    """Give a connection class whose answers are final ones."""
    connection.response_class = FinalAnswer
    return connection
