"""How long a balance lasts at the pace of the last weeks."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Amount

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from smsdesk.domain.money import Balance

_LOOKED_AT = timedelta(days=30)
_AT_LEAST = timedelta(days=7)
_SPENDING_DAYS = 2
_FORESEEN = timedelta(days=365)
_DAY = Decimal(24 * 60 * 60)


@frozen
class Forecast:
    """What happens if it goes on like this.

    Attributes:
        per_day: what was spent a day, top-ups apart.
        days: over how many days that was seen.
        used_up_at: when nothing is left (UTC); None where that is more than a year away.
        low_at: when the low mark is reached; None where there is none, it is reached already, or that is far away.
    """

    per_day: Amount
    days: int
    used_up_at: datetime | None
    low_at: datetime | None = None


def forecast(readings: Sequence[Balance], now: datetime, low_mark: Decimal | None = None) -> Forecast | None:
    """Say how long the balance lasts; None where there is too little to say.

    That takes readings over a week at least, the newest not older than that, and spending on two days. What rises from
    one reading to the next was topped up, and is left out.

    Args:
        readings: oldest first.
        now: the time now (UTC).
        low_mark: the balance below which the account's owner is warned.
    """
    if not readings or readings[-1].amount.value <= 0:
        return None
    newest = readings[-1]
    known = [each for each in readings if each.amount.unit == newest.amount.unit and each.asked_at <= now]
    seen = known[-1].asked_at - max(known[0].asked_at, now - _LOOKED_AT) if known else timedelta()
    if seen < _AT_LEAST or now - newest.asked_at > _AT_LEAST:
        return None
    spent, days = Decimal(0), set()
    for before, after in pairwise(known):
        went_down = before.amount.value - after.amount.value
        if went_down > 0 and after.asked_at >= now - _LOOKED_AT:
            spent += went_down
            days.add(after.asked_at.date())
    if len(days) < _SPENDING_DAYS:
        return None
    per_day = spent * _DAY / Decimal(seen.total_seconds())

    def reached(mark: Decimal) -> datetime | None:
        days_left = (newest.amount.value - mark) / per_day
        return newest.asked_at + timedelta(days=float(days_left)) if days_left < _FORESEEN.days else None

    low_at = reached(low_mark) if low_mark is not None and 0 < low_mark < newest.amount.value else None
    return Forecast(Amount(per_day, newest.amount.unit), round(seen / timedelta(days=1)), reached(Decimal(0)), low_at)
