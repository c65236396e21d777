"""What an account's announcements cost, one by one and month by month, as well as that is known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sqlalchemy import Numeric, and_, case, cast, func, select

from smsdesk.domain.balance.movements import Sent
from smsdesk.domain.delivery import TAKEN
from smsdesk.domain.frozen import frozen
from smsdesk.store.logins import same_login
from smsdesk.store.schema import announcement, submission, tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Subquery

    from smsdesk.store.database import Database

_TEXT: Final = 200
"""Characters of each text that are read: it is named by how it begins."""

_PLACES: Final = 6
"""Decimals of a month's cost: a database may add up in binary fractions."""


@frozen
class MonthSpent:
    """What was sent in one month.

    Attributes:
        start: when it begins.
        parts: parts that the gateway took.
        cost: what they cost; None where the cost of any of them is not known.
    """

    start: datetime
    parts: int
    cost: Decimal | None


class Spending:
    """What was paid in one profile. An account's balance is its login's: accounts that share it pay together.

    What an announcement cost is what the gateway billed, else by how much the balance went down where that paid for
    nothing else, else its parts at the price of that day.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def sent(self, account_id: str, start: datetime, most: int) -> list[Sent]:
        """The newest announcements since `start` of which the gateway took anything, oldest first."""
        started = select(func.min(submission.c.started_at)).where(submission.c.announcement_id == announcement.c.id)
        with self._database.reading() as connection:
            counted = _counted(same_login(connection, account_id), start, most)
            query = (
                select(
                    announcement.c.id,
                    func.coalesce(started.scalar_subquery(), announcement.c.created_at).label("at"),
                    func.substr(announcement.c.text, 1, _TEXT).label("text"),
                    announcement.c.parts,
                    counted.c.people,
                    _cost(counted).label("cost"),
                )
                .join(counted, counted.c.id == announcement.c.id)
                .where(counted.c.people > 0)
            )
            rows = connection.execute(query).all()
        found = [Sent(row.id, row.at, row.text, row.people, row.parts, _decimal(row.cost)) for row in rows]
        return sorted(found, key=lambda each: each.at)

    def months(self, account_id: str, starts: Sequence[datetime]) -> list[MonthSpent]:
        """What was spent in each of these months, in one read.

        Args:
            account_id: one of the accounts that pay together.
            starts: when each month begins, oldest first; the last one is not over.
        """
        month = case(
            *((announcement.c.created_at >= start, place) for place, start in reversed(list(enumerate(starts))))
        )
        with self._database.reading() as connection:
            counted = _counted(same_login(connection, account_id), starts[0])
            query = (
                select(
                    month.label("month"),
                    func.sum(counted.c.parts).label("parts"),
                    func.sum(_cost(counted)).label("cost"),
                    func.count().label("announcements"),
                    func.count(_cost(counted)).label("known"),
                )
                .join(counted, counted.c.id == announcement.c.id)
                .where(counted.c.people > 0)
                .group_by(month)
            )
            found = {row.month: row for row in connection.execute(query)}
        return [
            MonthSpent(start, row.parts, _decimal(row.cost) if row.known == row.announcements else None)
            if (row := found.get(place))
            else MonthSpent(start, 0, Decimal(0))
            for place, start in enumerate(starts)
        ]


def _counted(account_ids: Sequence[str], start: datetime, most: int | None = None) -> Subquery:
    """The parts and the people that the gateway took of each announcement; of the newest alone where asked so."""
    taken = tally.c.state.in_(TAKEN)
    newest = (
        select(announcement.c.id)
        .where(announcement.c.account_id.in_(account_ids), announcement.c.created_at >= start)
        .order_by(announcement.c.created_at.desc())
        .limit(most)
        .subquery()
    )
    return (
        select(
            tally.c.announcement_id.label("id"),
            func.sum(case((taken, tally.c.deliveries), else_=0)).label("people"),
            func.sum(case((taken, tally.c.parts), else_=0)).label("parts"),
        )
        .join(newest, newest.c.id == tally.c.announcement_id)
        .group_by(tally.c.announcement_id)
        .subquery()
    )


def _cost(counted: Subquery) -> ColumnElement[Decimal | None]:
    price, charged = cast(announcement.c.price_per_part, Numeric), cast(announcement.c.charged, Numeric)
    return case(
        (announcement.c.billed_copies == counted.c.people, cast(announcement.c.billed, Numeric)),
        (and_(announcement.c.charged_others == 0, charged >= 0), charged),
        else_=counted.c.parts * price,
    )


def _decimal(value: Decimal | float | None) -> Decimal | None:
    """Without the zeros that the database has put at its end, or the dust that it has made."""
    if value is None:
        return None
    plain = round(Decimal(str(value)), _PLACES).normalize()
    return Decimal(format(plain, "f"))
