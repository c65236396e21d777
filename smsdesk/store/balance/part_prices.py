"""What there is to learn the price of a part from, and which learnt price the user did not want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select, update

from smsdesk.domain.charge import PaidParts, parts_billed
from smsdesk.domain.delivery import TAKEN, DeliveryState
from smsdesk.store.schema import DELIVERY_PARTS, account, announcement, delivery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from decimal import Decimal

    from sqlalchemy import Connection, Row

    from smsdesk.store.database import Database

_MOST = 30
"""How many announcements are looked at, at most: an older price is none of today."""

_OPEN = (DeliveryState.QUEUED, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN)


class PartPrices:
    """What parts really cost in one profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def paid(self, account_id: str) -> Iterator[PaidParts]:
        """What this account's announcements cost for themselves alone, newest first; each is read when it is asked for.

        Left out is what the balance paid for together with others (another account of the login too), and where it is
        not known what was taken. What the gateway itself billed goes before what the balance tells.
        """
        known = or_(announcement.c.charged_others == 0, announcement.c.billed.is_not(None))
        query = (
            select(announcement.c.id, announcement.c.charged, announcement.c.charged_others)
            .add_columns(announcement.c.billed, announcement.c.billed_copies)
            .where(announcement.c.account_id == account_id, known)
            .order_by(announcement.c.id.desc())
            .limit(_MOST)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            with (
                self._database.reading() as connection
            ):  # not held from one to the next: lanes and window read here too
                paid = _paid(connection, row)
            if paid is not None:
                yield paid

    def declined(self, account_id: str) -> Decimal | None:
        """The learnt price that the user did not want for this account, None if there is none."""
        with self._database.reading() as connection:
            return connection.scalar(select(account.c.price_declined).where(account.c.id == account_id))

    def decline(self, account_id: str, price: Decimal) -> Future[None]:
        """Keep that the user does not want this price."""
        kept = update(account).where(account.c.id == account_id).values(price_declined=price)

        def job(connection: Connection) -> None:
            connection.execute(kept)

        return self._database.write_later(job)


def _paid(connection: Connection, row: Row[tuple[object, ...]]) -> PaidParts | None:
    tally = (
        select(delivery.c.state, func.count(), func.sum(DELIVERY_PARTS))
        .join(announcement)
        .where(delivery.c.announcement_id == row.id)
        .group_by(delivery.c.state)
    )
    counts, parts = {}, {}
    for state, counts[state], parts[state] in connection.execute(tally):
        if state in _OPEN:
            return None
    taken, _ = parts_billed({DeliveryState(state): of_state for state, of_state in parts.items()})
    if row.billed is not None and row.billed_copies == sum(counts.get(state, 0) for state in TAKEN):
        return PaidParts(row.billed, taken)
    return PaidParts(row.charged, taken) if row.charged_others == 0 and row.charged is not None else None
