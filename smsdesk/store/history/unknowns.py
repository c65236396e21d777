"""Deliveries that may have left or not: which of them still wait for the user's decision, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select, union_all, update

from smsdesk.domain.delivery import FAILED, DeliveryState, sources
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import BY_HAND, IN_BATCH
from smsdesk.store.schema import announcement, delivery

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from concurrent.futures import Future

    from sqlalchemy import ColumnElement, ScalarSelect

    from smsdesk.store.database import Database

_S = DeliveryState

_later = delivery.alias()
_later_announcement = announcement.alias()


def sent_again(but_not: Collection[DeliveryState]) -> ColumnElement[bool]:
    """Whether a delivery was sent again, by one that is in none of these states."""
    return select(_later.c.id).where(_later.c.resend_of == delivery.c.id, _later.c.state.not_in(but_not)).exists()


_IN_VAIN = (_S.CANCELLED, _S.REJECTED)
"""Where the copy that was sent again stands when it has certainly not left, so that the first one is open again."""

OPEN = and_(delivery.c.state == _S.UNKNOWN, ~sent_again(_IN_VAIN))
"""A delivery that is unknown, and about which nobody has decided."""

SENT_AGAIN_AT: ScalarSelect[datetime | None] = (
    select(_later_announcement.c.created_at)
    .join(_later, _later.c.announcement_id == _later_announcement.c.id)
    .where(_later.c.resend_of == delivery.c.id, _later.c.state.not_in(_IN_VAIN))
    .order_by(_later.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
"""When a delivery was last sent again (UTC); null where it was not, or in vain."""

REFUSED_TOGETHER = and_(
    delivery.c.state == _S.REJECTED, delivery.c.error_code.endswith(IN_BATCH), ~sent_again(but_not=(_S.CANCELLED,))
)
"""A delivery that was refused with others, without the gateway saying which was bad, and not tried again since."""

_first = delivery.alias()
_NOT_TRIED = ~sent_again(but_not=(_S.CANCELLED,))

# A copy that was rejected opens the unknown one that it was sent for: only there the user is asked again.
FAILED_STILL = and_(
    delivery.c.state.in_(FAILED),
    _NOT_TRIED,
    or_(
        delivery.c.state != _S.REJECTED,
        ~select(_first.c.id).where(_first.c.id == delivery.c.resend_of, _first.c.state == _S.UNKNOWN).exists(),
    ),
)
"""A delivery that did not reach its recipient, and not tried again since."""

# A copy that was cancelled leaves its question with the one that it was sent for.
NEVER_SENT = and_(delivery.c.state == _S.CANCELLED, delivery.c.resend_of.is_(None), _NOT_TRIED)
"""A delivery that was stopped before it left, and not tried again since."""

MAY_BE_SENT_AGAIN = or_(OPEN, REFUSED_TOGETHER, FAILED_STILL, NEVER_SENT)
"""A delivery whose recipient has not got the message for certain, and that nothing has become known of since."""


@frozen
class OpenUnknown:
    """A delivery that waits for the user's decision: whose it is, what happened, and when (UTC)."""

    delivery_id: int
    number: str
    name: str
    error_code: str
    changed_at: datetime


class Unknowns:
    """The unknown deliveries of one profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_of(self, announcement_id: int) -> list[OpenUnknown]:
        """Those of an announcement that wait for a decision, in the order they were listed."""
        query = (
            select(delivery.c.id, delivery.c.number, delivery.c.name, delivery.c.error_code, delivery.c.changed_at)
            .where(delivery.c.announcement_id == announcement_id, OPEN)
            .order_by(delivery.c.id)
        )
        with self._database.reading() as connection:
            return [
                OpenUnknown(id_, number, name, code or "", changed_at)
                for id_, number, name, code, changed_at in connection.execute(query)
            ]

    def arrived(self, delivery_ids: Collection[int]) -> Future[int]:
        """The user says that these have arrived; the future gives how many were still unknown until then."""
        move = (
            update(delivery)
            .where(
                delivery.c.id.in_(delivery_ids),
                delivery.c.state == _S.UNKNOWN,
                delivery.c.state.in_(sources(_S.DELIVERED)),
            )
            .values(state=_S.DELIVERED, error_code=BY_HAND, error_text=None, check_at=None)
        )
        return self._database.write_later(
            lambda connection: connection.execute(move.values(changed_at=datetime.now(UTC))).rowcount
        )

    def behind(self, changed: Mapping[int, Collection[int]]) -> dict[int, set[int]]:
        """The deliveries that these were sent again for, by announcement id.

        Args:
            changed: ids of deliveries by announcement id; no ids at all means every one of that announcement.
        """
        whole = [announcement_id for announcement_id, ids in changed.items() if not ids]
        some = [id_ for ids in changed.values() for id_ in ids]
        # Apart: together a database would read every delivery of the announcements.
        copies = union_all(
            select(_later.c.resend_of).where(_later.c.announcement_id.in_(whole), _later.c.resend_of.is_not(None)),
            select(_later.c.resend_of).where(_later.c.id.in_(some), _later.c.resend_of.is_not(None)),
        )
        query = select(delivery.c.announcement_id, delivery.c.id).where(delivery.c.id.in_(copies))
        found: defaultdict[int, set[int]] = defaultdict(set)
        with self._database.reading() as connection:
            for announcement_id, delivery_id in connection.execute(query):
                found[announcement_id].add(delivery_id)
        return dict(found)
