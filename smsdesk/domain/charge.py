"""What was really paid, held against what was to be paid, and learnt from. Amounts are `Decimal`, never float."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.delivery import TAKEN, DeliveryState
from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smsdesk.domain.money import Balance

_NOTHING = Decimal(0)

_ANNOUNCEMENTS = 3
_PARTS = 10
_MOST_PLACES = 6
_MOST_GUESSED = 4
"""Decimals of a price: what gateways may charge, and what may be made out behind rounded balances."""

_NARROW = Decimal("0.01")
"""How far apart, as a share of the price, the prices may be between which a rounded balance leaves the choice."""


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


@frozen
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


@frozen
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


@frozen
class PaidParts:
    """What one announcement cost, and the parts that the gateway took for that."""

    cost: Decimal
    parts: int


def learnt_price(newest_first: Iterable[PaidParts]) -> Decimal | None:
    """What a part costs, if the last few announcements agree on it; None if they don't, or are too few to tell.

    Asks for no more of them than it needs: three, or more until they have ten parts together.
    """
    paid: list[PaidParts] = []
    for each in newest_first:
        if each.cost <= 0 or each.parts <= 0:
            continue  # topped up meanwhile, or not billed yet: no price can be read there
        paid.append(each)
        if len(paid) >= _ANNOUNCEMENTS and sum(one.parts for one in paid) >= _PARTS:
            return _same_everywhere(paid) or _behind_rounding(paid)
    return None


def _same_everywhere(paid: Sequence[PaidParts]) -> Decimal | None:
    first = paid[0]
    price = round(first.cost / first.parts, _MOST_PLACES)
    return _plain(price) if all(each.cost == price * each.parts for each in paid) else None


def _behind_rounding(paid: Sequence[PaidParts]) -> Decimal | None:
    """The shortest price that explains all of them, where the balance is told in hundredths or the like.

    Each cost is the difference of two rounded readings, so that it is off by less than their last digit. Whole numbers
    are taken for exact: credits are counted, not rounded.
    """
    places = max(-int(each.cost.as_tuple().exponent) for each in paid)
    if places <= 0:
        return None
    off = Decimal(1).scaleb(-places)
    low = max((each.cost - off) / each.parts for each in paid)
    high = min((each.cost + off) / each.parts for each in paid)
    if not 0 < low < high or high - low > high * _NARROW:
        return None
    for length in range(_MOST_GUESSED + 1):
        price = round((low + high) / 2, length)
        if low < price < high:
            return _plain(price)
    return None


def _plain(price: Decimal) -> Decimal | None:
    """Without zeros at its end; None for no price at all."""
    return Decimal(format(price.normalize(), "f")) if price > 0 else None
