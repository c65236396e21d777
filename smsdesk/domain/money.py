"""Balances, prices and what an announcement will cost. Amounts are `Decimal`, never float."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal


@frozen
class Amount:
    """So many of a unit, e.g. 1234.56 credits."""

    value: Decimal
    unit: str


@frozen
class Balance:
    """What the gateway said was left, and when it was asked (UTC).

    `messages` is how many messages to the account's country that pays for, where the gateway itself counts them.
    """

    amount: Amount
    asked_at: datetime
    messages: int | None = None


@frozen
class Cost:
    """What one announcement costs.

    Attributes:
        people: recipients.
        parts: parts per recipient.
        price: the whole price; None where the price of a part is unknown.
        left: the balance afterwards; None where price or balance is unknown.
    """

    people: int
    parts: int
    price: Amount | None
    left: Amount | None

    @property
    def total_parts(self) -> int:
        """Parts over all recipients: what the gateway bills."""
        return self.people * self.parts

    @property
    def short(self) -> bool:
        """The balance does not cover it."""
        return self.left is not None and self.left.value < 0


def estimate(people: int, parts: int, price_per_part: Amount | None, balance: Amount | None) -> Cost:
    """Work out an announcement's cost; what is unknown stays None rather than guessed."""
    if price_per_part is None:
        return Cost(people, parts, None, None)
    price = Amount(price_per_part.value * people * parts, price_per_part.unit)
    if balance is None or balance.unit != price.unit:
        return Cost(people, parts, price, None)
    return Cost(people, parts, price, Amount(balance.value - price.value, price.unit))


def messages_left(balance: Amount, price_per_part: Amount | None, parts: int) -> int | None:
    """How many messages of this many parts the balance pays for; None where that can't be known."""
    if price_per_part is None or price_per_part.unit != balance.unit or price_per_part.value <= 0:
        return None
    return max(0, int(balance.value // (price_per_part.value * max(parts, 1))))
