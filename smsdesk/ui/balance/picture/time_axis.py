"""Months from side to side, in the direction of reading, the same for everything that stands over them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from smsdesk.services.balance.overview import Overview

_MOST_AHEAD = 2
"""Months to come that are shown at most."""

_BEYOND = timedelta(days=16)
"""Of what comes after the balance is used up: its day is written there."""


@frozen
class Month:
    """A month's name, short and in full, and where it begins and ends."""

    name: str
    short: str
    start: datetime
    end: datetime

    @property
    def middle(self) -> datetime:
        """Where its name stands."""
        return self.start + (self.end - self.start) / 2


@frozen
class TimeAxis:
    """Where a moment stands.

    Attributes:
        months: oldest first, one at least.
        left, right: the ends, in the widget's coordinates.
        mirrored: time runs from right to left.
    """

    months: tuple[Month, ...]
    left: float
    right: float
    mirrored: bool

    def x(self, when: datetime) -> float:
        """The place of a moment; what lies outside is put at the nearer end."""
        start, end = self.months[0].start, self.months[-1].end
        share = min(1.0, max(0.0, (when - start) / (end - start)))
        across = share * (self.right - self.left)
        return self.right - across if self.mirrored else self.left + across


def months_of(told: Overview) -> tuple[Month, ...]:
    """The months that are told of, and those to come in which the balance is used up."""
    starts = [month.start for month in told.months]
    used_up = told.forecast.used_up_at if told.forecast else None
    for _ in range(_MOST_AHEAD):
        if used_up is not None and used_up + _BEYOND > _next(starts[-1]):
            starts.append(_next(starts[-1]))
    locale = QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    return tuple(
        Month(
            locale.standaloneMonthName(start.month, long), locale.standaloneMonthName(start.month, short),
            start, _next(start),
        )
        for start in starts
    )  # fmt: skip


def _next(month: datetime) -> datetime:
    year, place = divmod(month.year * 12 + month.month, 12)
    return datetime(year, place + 1, 1, tzinfo=month.tzinfo)
