"""Holding the balance's real change against what was to be paid. Amounts are `Decimal`, never float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.delivery import TAKEN, DeliveryState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.domain.money import Balance

_NOTHING = Decimal(0)


def parts_billed(parts: Mapping[DeliveryState, int]) -> tuple[int, int]:
    """The parts that the gateway surely charges for, and those of which that is unknown.

    Args:
        parts: the parts of the deliveries that stand in each state.
    """
    return sum(parts.get(state, 0) for state in TAKEN), parts.get(DeliveryState.UNKNOWN, 0)


class Judgement(StrEnum):
    """How the balance's change fits what was expected."""

    MATCHES = "matches"
    DIFFERS = "differs"
    WENT_UP = "went up"
    """Somebody topped it up meanwhile: nothing can be said."""
    SHARED = "shared"
    """It paid for other announcements as well, so no difference can be laid at this one's door."""
    NO_PRICE = "no price"


class Likelihood(StrEnum):
    """What the balance's change says of messages whose fate is unknown."""

    SENT = "sent"
    NOT_SENT = "not sent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Bill:
    """What was to be paid between two readings.

    Attributes:
        taken: parts that the gateway surely took.
        doubtful: parts whose fate is unknown.
        price: what a part is expected to cost; None where that is unknown.
        others: other announcements that the balance may have paid for in that time.
    """

    taken: int
    doubtful: int
    price: Decimal | None
    others: int = 0

    @property
    def least(self) -> Decimal | None:
        """What it costs if nothing doubtful was sent."""
        return None if self.price is None else self.taken * self.price

    @property
    def most(self) -> Decimal | None:
        """What it costs if everything doubtful was sent."""
        return None if self.price is None else (self.taken + self.doubtful) * self.price

    def judge(self, went_down: Decimal) -> Judgement:
        """Say whether the balance went down by what was to be paid."""
        if went_down < 0:
            return Judgement.WENT_UP
        if self.others:
            return Judgement.SHARED
        if self.least is None or self.most is None:
            return Judgement.NO_PRICE
        return Judgement.MATCHES if self.least <= went_down <= self.most else Judgement.DIFFERS

    def doubtful_sent(self, went_down: Decimal) -> Likelihood:
        """Say whether the messages whose fate is unknown have probably been sent."""
        if self.others or not self.doubtful:
            return Likelihood.UNCLEAR
        if self.price is None:
            untouched = not self.taken and went_down == 0
            return Likelihood.NOT_SENT if untouched else Likelihood.UNCLEAR
        if self.price <= 0:
            return Likelihood.UNCLEAR
        return {self.least: Likelihood.NOT_SENT, self.most: Likelihood.SENT}.get(went_down, Likelihood.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Charge:
    """By how much the balance went down between two readings, and what was to be paid in between.

    Attributes:
        before: the reading before.
        after: the reading after, in the same unit.
        bill: what was to be paid in between.
        topped_up: by how much it rose in between while nothing was sent.
    """

    before: Balance
    after: Balance
    bill: Bill
    topped_up: Decimal = _NOTHING

    def __post_init__(self) -> None:
        """Different units are never compared."""
        if self.before.amount.unit != self.after.amount.unit:
            raise ValueError("the readings are in different units")

    @property
    def unit(self) -> str:
        """The unit of both readings."""
        return self.after.amount.unit

    @property
    def went_down(self) -> Decimal:
        """By how much it went down; negative where it went up."""
        return self.before.amount.value - self.after.amount.value + self.topped_up

    @property
    def judgement(self) -> Judgement:
        """How that fits what was to be paid."""
        return self.bill.judge(self.went_down)

    @property
    def doubtful_sent(self) -> Likelihood:
        """What that says of messages whose fate is unknown."""
        return self.bill.doubtful_sent(self.went_down)
