"""An account's money over half a year, as the balance's window shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from smsdesk.accounts.account import Account
from smsdesk.domain.balance.forecast import Forecast
from smsdesk.domain.balance.movements import Kind, Movement, Sent
from smsdesk.domain.money import Amount, Balance
from smsdesk.services.balance.overview import Overview
from smsdesk.store.balance.spending import MonthSpent

FRONT = Account(
    "front", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1:9", "OM", low_mark=Decimal(400)
)
LIBRARY = Account(
    "library", "Library", "ismart-http", "library", (), "http://127.0.0.1:9", "OM", budget_parts=2000
)  # fmt: skip


def day(month: int, number: int, hour: int = 12) -> datetime:
    return datetime(2025, month, number, hour, tzinfo=UTC)


def left(value: str, at: datetime) -> Balance:
    return Balance(Amount(Decimal(value), "credits"), at)


def sent(text: str, at: datetime, people: int, parts: int, after: str | None) -> Movement:
    cost = Decimal(people * parts)
    told = Sent(1, at, text, people, parts, cost)
    return Movement(at, Kind.SENT, -cost, None if after is None else Decimal(after), told)


HALF_A_YEAR = Overview(
    account=FRONT,
    unit="credits",
    start=day(6, 1, 0),
    now=day(11, 25),
    first=left("1600", day(6, 2)),
    newest=left("1234.56", day(11, 25)),
    movements=(
        sent("School begins", day(8, 23), 214, 3, "958"),
        Movement(day(9, 1), Kind.TOP_UP, Decimal("2000.00"), Decimal(2958)),
        Movement(day(9, 20), Kind.OTHER, Decimal("-1701.44"), Decimal("1256.56")),
        sent("Bus 3 is late", day(11, 24), 22, 1, "1234.56"),
    ),
    months=tuple(
        MonthSpent(day(month, 1, 0), parts, Decimal(parts))
        for month, parts in ((6, 1294), (7, 214), (8, 856), (9, 1418), (10, 1606), (11, 2164))
    ),
    forecast=Forecast(Amount(Decimal(72), "credits"), 30, day(12, 12), day(12, 6)),
)

NO_BALANCE = replace(
    HALF_A_YEAR,
    account=LIBRARY,
    first=None,
    newest=None,
    forecast=None,
    movements=(sent("New books", day(11, 3), 200, 2, None),),
    months=(MonthSpent(day(10, 1, 0), 586, None), MonthSpent(day(11, 1, 0), 986, None)),
)
