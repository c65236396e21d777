"""The address at which a gateway delivers its reports: what the office enters on the gateway's website."""

from __future__ import annotations

import re
import secrets

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.gateway_address import check_address

_TOKEN_BYTES = 24

_NOT_CALLABLE = QT_TRANSLATE_NOOP("url", "No gateway can call this address.")
_LIKE_THIS = QT_TRANSLATE_NOOP(
    "url", "Write a name or number that is known in the internet, like sms.example.com or 203.0.113.7"
)


def new_token() -> str:
    """Something that nobody can guess, for the address that a gateway calls."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def report_url(public: str, port: int, token: str, account_id: str) -> str:
    """The address to enter at the gateway.

    Args:
        public: how the gateway reaches this computer: a name or number, which is called at `port` unless it names
            one of its own; or `http://` or `https://` before it (a proxy, a tunnel), which is called as it is.
        port: the port that the receiver listens at.
        token: the receiver's token.
        account_id: the account whose reports come there.

    Raises:
        UserFacingError: `public` is no such address.
    """
    address = public.strip()
    if "://" not in address:
        address = f"http://{address}" if re.search(r":\d+$", address) else f"http://{address}:{port}"
    try:
        return f"{check_address(address)}/{token}/{account_id}"
    except UserFacingError:
        raise UserFacingError(_NOT_CALLABLE, _LIKE_THIS) from None
