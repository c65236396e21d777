"""Requests as a gateway gets them, with a password in their address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from smsdesk.providers.base import HttpRequest
from smsdesk.providers.transport.failures import WireFailure

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.transport.http_session import HttpSession
    from smsdesk.sandbox.ledger import Ledger


def url(address: str, secret: str = "geheim") -> str:
    return f"{address}/sms/api/sendsms.asp?username=desk&password={quote(secret, safe='')}"


def get(address: str, secret: str = "geheim") -> HttpRequest:
    return HttpRequest("GET", url(address, secret))


def asked_to_send(ledger: Ledger) -> int:
    """How many requests to send have reached SMS Office, whatever became of them."""
    return sum("/sendsms.asp?" in seen.target for seen in ledger.requests)


def failure_of(session: HttpSession, request: HttpRequest, *secrets: Secret) -> WireFailure:
    with pytest.raises(WireFailure) as caught:
        session.exchange(request, secrets)
    return caught.value
