"""Delivery reports that may be about messages whose fate is unknown: same number, same login, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.store.logins import same_login
from smsdesk.store.schema import announcement, delivery, report, submission

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from smsdesk.store.database import Database


@frozen
class LooseReport:
    """A report whose message id belongs to no message that is known.

    Attributes:
        number: the recipient, E.164.
        state: what became of it; None while nothing final is known.
        received_at: when it arrived.
    """

    number: str
    state: DeliveryState | None
    received_at: datetime


class LooseReports:
    """What there is to read about deliveries of one profile whose fate is unknown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def account_of(self, announcement_id: int) -> str | None:
        """The id of the account that an announcement went with."""
        query = select(announcement.c.account_id).where(announcement.c.id == announcement_id)
        with self._database.reading() as connection:
            return connection.scalar(query)

    def loose_reports(self, account_id: str, announcement_id: int, delivery_ids: Collection[int]) -> list[LooseReport]:
        """Reports for the numbers of these deliveries that came after they were submitted, oldest first."""
        unknown = (
            select(delivery.c.id, delivery.c.number, submission.c.started_at)
            .join(submission, submission.c.id == delivery.c.submission_id)
            .where(delivery.c.announcement_id == announcement_id, delivery.c.state == DeliveryState.UNKNOWN)
        )
        with self._database.reading() as connection:
            since: dict[str, datetime] = {}
            for row in connection.execute(unknown.order_by(delivery.c.id.desc())):
                if row.id in delivery_ids:
                    since[row.number] = row.started_at
            if not since:
                return []
            loose = (
                select(report.c.number, report.c.state, report.c.received_at)
                .where(
                    report.c.account_id.in_(same_login(connection, account_id)),
                    report.c.received_at >= min(since.values()),
                    report.c.delivery_id.is_(None),
                )
                .order_by(report.c.received_at)
            )
            return [
                LooseReport(row.number, DeliveryState(row.state) if row.state else None, row.received_at)
                for row in connection.execute(loose)
                if row.number in since and row.received_at >= since[row.number]
            ]
