"""A request as a gateway gets it, with a password in its address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from smsdesk.providers.base import HttpRequest
from smsdesk.providers.transport.failures import WireFailure

if TYPE_CHECKING:
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.transport.http_session import HttpSession


def url(address: str, secret: str = "geheim") -> str:
    return f"{address}/sms/api/sendsms.asp?username=desk&password={quote(secret, safe='')}"


def get(address: str, secret: str = "geheim") -> HttpRequest:
    return HttpRequest("GET", url(address, secret))


def failure_of(session: HttpSession, request: HttpRequest, *secrets: Secret) -> WireFailure:
    with pytest.raises(WireFailure) as caught:
        session.exchange(request, secrets)
    return caught.value
