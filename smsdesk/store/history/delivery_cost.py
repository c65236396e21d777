"""What a gateway says a delivery cost, and what its announcement's deliveries cost together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from smsdesk.domain.delivery import TAKEN
from smsdesk.store.schema import announcement, delivery

if TYPE_CHECKING:
    from decimal import Decimal

    from sqlalchemy import Connection


def keep_cost(connection: Connection, delivery_id: int, parts: int | None, cost: Decimal | None) -> int | None:
    """Keep what the gateway says of a delivery that it took, the newest word; gives the announcement where that is new.

    The announcement's sum goes along in this transaction, so that nobody has to read all of its deliveries.
    """
    if parts is None and cost is None:
        return None
    columns = (announcement.c.id, announcement.c.billed, announcement.c.billed_copies)
    before = connection.execute(
        select(*columns, delivery.c.billed_parts, delivery.c.cost)
        .join_from(delivery, announcement)
        .where(delivery.c.id == delivery_id, delivery.c.state.in_(TAKEN))
    ).one_or_none()
    if before is None:
        return None
    now = (before.billed_parts if parts is None else parts, before.cost if cost is None else cost)
    if now == (before.billed_parts, before.cost):
        return None
    kept = update(delivery).where(delivery.c.id == delivery_id)
    connection.execute(kept.values(billed_parts=now[0], cost=now[1]))
    if cost is not None:
        connection.execute(
            update(announcement)
            .where(announcement.c.id == before.id)
            .values(
                billed=(before.billed or 0) - (before.cost or 0) + cost,
                billed_copies=(before.billed_copies or 0) + (before.cost is None),
            )
        )
    announcement_id: int = before.id
    return announcement_id
