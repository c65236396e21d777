"""Everything that the picture of a balance shows: what moved it, what each month cost, and how long it lasts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from smsdesk.domain.balance.forecast import forecast
from smsdesk.domain.balance.movements import movements
from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.balance.forecast import Forecast
    from smsdesk.domain.balance.movements import Movement
    from smsdesk.domain.money import Balance
    from smsdesk.providers.catalog import Providers
    from smsdesk.store.balance.balances import BalanceStore
    from smsdesk.store.balance.spending import MonthSpent, Spending

_MOST_SENT = 500


@frozen
class Overview:
    """An account's money over some months.

    Attributes:
        account: whose it is.
        unit: what it is counted in.
        start: from when on it is told.
        now: until when.
        first: what was left at the first reading in that time, None where none was taken.
        newest: what was left at the newest one.
        movements: what moved it, oldest first; of announcements the newest few hundred.
        months: what each month cost, oldest first; the last one is not over.
        forecast: how long it lasts; None where there is too little to say.
    """

    account: Account
    unit: str
    start: datetime
    now: datetime
    first: Balance | None
    newest: Balance | None
    movements: Sequence[Movement]
    months: Sequence[MonthSpent]
    forecast: Forecast | None


class Overviews:
    """Puts overviews together. Each is a few short reads, too long together for the window's thread.

    Args:
        balances: the readings.
        spending: what was sent, and its cost.
        providers: the gateways.
    """

    def __init__(self, balances: BalanceStore, spending: Spending, providers: Providers) -> None:
        self._balances = balances
        self._spending = spending
        self._providers = providers

    def of(self, account: Account, months: int, now: datetime) -> Overview:
        """An account's overview.

        Args:
            account: whose.
            months: how many months it reaches back, the one that is not over among them.
            now: the time now, in the zone in which months begin.
        """
        starts = month_starts(now, months)
        readings = self._balances.since(account.id, starts[0])
        unit = readings[-1].amount.unit if readings else self._providers.of(account).capabilities.unit
        readings = [each for each in readings if each.amount.unit == unit]
        sent = self._spending.sent(account.id, starts[0], _MOST_SENT)
        return Overview(
            account=account,
            unit=unit,
            start=starts[0],
            now=now,
            first=readings[0] if readings else None,
            newest=readings[-1] if readings else None,
            movements=movements(readings, sent),
            months=self._spending.months(account.id, starts),
            forecast=forecast(readings, now, account.low_mark),
        )


def month_starts(now: datetime, months: int) -> list[datetime]:
    """When the last so many months began at this clock, oldest first."""
    ends = (divmod(now.year * 12 + now.month - 1 - back, 12) for back in range(months - 1, -1, -1))
    return [datetime(year, month + 1, 1, tzinfo=now.tzinfo) for year, month in ends]
