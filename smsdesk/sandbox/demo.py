"""The logins that a demo finds ready: made up, and good at the sandbox only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from smsdesk.sandbox.ledger import Ledger


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """One login at one played gateway, with the credits it starts with."""

    gateway: str
    user: str
    password: str
    credits: Decimal


DEMO_LOGINS: Final = (
    DemoLogin("smsoffice", "demo", "demo-password", Decimal("1234.56")),
    DemoLogin("ismart-rest", "demo", "demo-password", Decimal(500)),
    DemoLogin("ismart-http", "demo", "demo-password", Decimal(500)),
    DemoLogin("inviosmart", "demo", "demo-password", Decimal("50.00")),
    DemoLogin("intellisms", "demo", "demo-password", Decimal(300)),
)


def add_demo_logins(ledger: Ledger) -> tuple[DemoLogin, ...]:
    """Let the demo's logins send, and give them."""
    for login in DEMO_LOGINS:
        ledger.add_login(login.gateway, login.user, login.password, login.credits)
    return DEMO_LOGINS
