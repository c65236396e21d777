"""What moved a balance: announcements, top-ups, and what nobody here knows of."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from smsdesk.domain.money import Balance

_LATE = timedelta(minutes=15)
"""How long after the sending a gateway may still bill for it."""


class Kind(Enum):
    """Why the balance moved."""

    SENT = "sent"
    TOP_UP = "top-up"
    OTHER = "other"
    """Something else was paid with it: another program, or the gateway's own fee."""


@frozen
class Sent:
    """An announcement, as far as money is concerned.

    Attributes:
        at: when it began to leave (UTC).
        text: how its text begins.
        people: its recipients.
        parts: the parts of its text.
        cost: what it cost, as well as that is known; None where it is not.
    """

    id: int
    at: datetime
    text: str
    people: int
    parts: int
    cost: Decimal | None


@frozen
class Movement:
    """One step of a balance.

    Attributes:
        change: by how much, negative where it went down; None where that is not known.
        after: what was left; None where no reading tells.
        sent: the announcement that it was.
    """

    at: datetime
    kind: Kind
    change: Decimal | None
    after: Decimal | None
    sent: Sent | None = None


def movements(readings: Sequence[Balance], sent: Sequence[Sent]) -> list[Movement]:
    """What moved the balance, oldest first.

    What was sent before the first reading or after the last one is there too, without what was left. Readings in
    another unit than the newest are left out.

    Args:
        readings: oldest first.
        sent: oldest first.
    """
    known = [each for each in readings if each.amount.unit == readings[-1].amount.unit]
    if not known:
        return [_alone(each) for each in sent]
    first = bisect_right(sent, known[0].asked_at, key=attrgetter("at"))
    found = [_alone(each) for each in sent[:first]]
    place, reading = first, 0
    while reading + 1 < len(known):
        before = known[reading]
        reading += 1
        until = bisect_right(sent, known[reading].asked_at, lo=place, key=attrgetter("at"))
        while until > place and reading + 1 < len(known) and known[reading + 1].asked_at <= sent[until - 1].at + _LATE:
            reading += 1
            until = bisect_right(sent, known[reading].asked_at, lo=place, key=attrgetter("at"))
        found += _between(before, known[reading], sent[place:until])
        place = until
    return found + [_alone(each) for each in sent[place:]]


def _alone(sent: Sent) -> Movement:
    return Movement(sent.at, Kind.SENT, None if sent.cost is None else -sent.cost, None, sent)


def _between(before: Balance, after: Balance, sent: Sequence[Sent]) -> Iterator[Movement]:
    """What happened between two readings: the announcements, and what they don't explain."""
    left, end = before.amount.value, after.amount.value
    unknown = [each for each in sent if each.cost is None]
    rest = end - left + sum((each.cost or Decimal(0) for each in sent), Decimal(0))
    for each in sent:
        cost = each.cost
        if cost is None and len(unknown) == 1 and rest <= 0:
            cost, rest = -rest, Decimal(0)
        left = end if cost is None and each is sent[-1] else left - (cost or Decimal(0))
        yield Movement(each.at, Kind.SENT, None if cost is None else -cost, left, each)
    if rest > 0:
        yield Movement(after.asked_at, Kind.TOP_UP, rest, end)
    elif rest < 0 and len(unknown) < 2:
        yield Movement(after.asked_at, Kind.OTHER, rest, end)
