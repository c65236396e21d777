"""What a part has really cost lately, learnt from what announcements cost. Amounts are `Decimal`, never float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ANNOUNCEMENTS = 3
_PARTS = 10
_MOST_PLACES = 6
_MOST_GUESSED = 4
"""Decimals of a price: what gateways may charge, and what may be made out behind rounded balances."""

_NARROW = Decimal("0.01")
"""How far apart, as a share of the price, the prices may be between which a rounded balance leaves the choice."""


@dataclass(frozen=True, slots=True)
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
