"""Interim answers: what comes before the answer says nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.outcome import Outcome
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport.exchange import submit
from tests.helpers.wire.described_gateway import message
from tests.helpers.wire.requests import get

if TYPE_CHECKING:
    from smsdesk.providers.base import Login
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap

HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
TAKEN = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nSuccess:42"


@pytest.mark.parametrize(
    "before",
    [
        HINTS,
        HINTS + HINTS,
        b"HTTP/1.1 102 Processing\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + HINTS,
        HINTS + b"HTTP/1.1 100 Continue\r\n\r\n" + HINTS,
    ],
)
def test_the_answer_is_what_comes_last(before: bytes, gateway: Wiretap, session: HttpSession, login: Login) -> None:
    gateway.plays(lambda connection: connection.sendall(before + TAKEN))
    (verdict,) = submit(session, PROVIDERS["smsoffice"], login, message())
    assert (verdict.outcome, verdict.message_id) == (Outcome.ACCEPTED, "42")
    assert session.exchange(get(gateway.address), ()).text == "Success:42"
    assert gateway.connections == 1
