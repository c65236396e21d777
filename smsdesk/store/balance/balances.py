"""Every balance that was ever read: the newest is shown, the rest draws the line of the last weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from smsdesk.store.rows import balance_of
from smsdesk.store.schema import balance

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

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
        """The readings since `start`, oldest first."""
        query = (
            select(balance)
            .where(balance.c.account_id == account_id, balance.c.asked_at >= start)
            .order_by(balance.c.asked_at)
        )
        with self._database.reading() as connection:
            return [balance_of(row) for row in connection.execute(query).mappings()]

    def latest(self, account_id: str) -> Balance | None:
        """The reading that was taken last, whatever this computer's clock said then."""
        query = select(balance).where(balance.c.account_id == account_id).order_by(balance.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else balance_of(row)
