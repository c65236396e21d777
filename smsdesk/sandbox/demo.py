"""The logins that a demo finds ready: made up, and good at the sandbox only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smsdesk.domain.frozen import frozen
from smsdesk.sandbox.registry import gateways

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.sandbox.ledger import Ledger


@frozen
class DemoLogin:
    """One login at one played gateway, with the credits it starts with."""

    gateway: str
    user: str
    password: str
    credits: Decimal


DEMO_LOGINS: Final = tuple(
    DemoLogin(gateway.name, "demo", "demo-password", gateway.demo_credits) for gateway in gateways().values()
)
"""One at each played gateway."""


def add_demo_logins(ledger: Ledger) -> tuple[DemoLogin, ...]:
    """Let the demo's logins send, and give them."""
    for login in DEMO_LOGINS:
        ledger.add_login(login.gateway, login.user, login.password, login.credits)
    return DEMO_LOGINS
