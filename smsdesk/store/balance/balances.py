"""Every balance that was ever read: the newest is shown, the rest draws the line of the last weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Numeric, cast, func, insert, select, union_all

from smsdesk.store.rows import MOST_POINTS, balance_of
from smsdesk.store.schema import balance

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, CompoundSelect, Connection

    from smsdesk.domain.money import Balance
    from smsdesk.store.database import Database


class BalanceStore:
    """The balance readings of one profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account_id: str, reading: Balance) -> None:
        """Keep a reading; returns when it is on disk."""

        def job(connection: Connection) -> None:
            connection.execute(
                insert(balance).values(
                    account_id=account_id,
                    amount=reading.amount.value,
                    unit=reading.amount.unit,
                    messages=reading.messages,
                    asked_at=reading.asked_at,
                )
            )

        self._database.write(job)

    def since(self, account_id: str, start: datetime) -> list[Balance]:
        """The readings since `start`, oldest first; of many the first, the lowest and the last of each hour.

        What is dated later than the reading that was taken last is of a day when this computer's clock was wrong.
        """
        newest = self.latest(account_id)
        if newest is None:
            return []
        those = balance.c.account_id == account_id, balance.c.asked_at.between(start, newest.asked_at)
        query = select(balance).where(*those).order_by(balance.c.asked_at, balance.c.id)
        with self._database.reading() as connection:
            if (connection.scalar(select(func.count()).select_from(balance).where(*those)) or 0) > MOST_POINTS:
                query = query.where(balance.c.id.in_(_thinned(those)))
            return [balance_of(row) for row in connection.execute(query).mappings()]

    def latest(self, account_id: str) -> Balance | None:
        """The reading that was taken last, whatever this computer's clock said then."""
        query = select(balance).where(balance.c.account_id == account_id).order_by(balance.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else balance_of(row)


def _thinned(those: tuple[ColumnElement[bool], ...]) -> CompoundSelect[tuple[int]]:
    hour = func.substr(balance.c.asked_at, 1, 13)
    all_of_them = select(balance.c.id).where(*those)
    first = all_of_them.order_by(balance.c.asked_at, balance.c.id).limit(1).subquery()
    lowest = all_of_them.order_by(cast(balance.c.amount, Numeric), balance.c.id).limit(1).subquery()
    last_of_hours = select(func.max(balance.c.id)).where(*those).group_by(hour)
    return union_all(last_of_hours, select(first.c.id), select(lowest.c.id))
