"""Reading what was sent: announcements a page at a time, and the deliveries of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from smsdesk.domain.announcement import Recipient
from smsdesk.domain.charge import TAKEN, parts_billed
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import IN_BATCH
from smsdesk.store.schema import DELIVERY_PARTS, account, announcement, delivery
from smsdesk.store.unknowns import OPEN, SENT_AGAIN_AT, sent_again

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from sqlalchemy import Connection, Row, Select

    from smsdesk.store.database import Database


@dataclass(frozen=True, slots=True)
class PastAnnouncement:
    """One press of Send, and what became of it.

    Attributes:
        counts: how many deliveries stand in which state.
        part_counts: the parts of these deliveries, by state.
        unknown_open: how many unknown ones nobody decided about.
        price_per_part: what was expected when it was confirmed.
        charged: by how much the balance really went down.
        charged_others: how many other announcements the balance paid for meanwhile; None while that is not known.
    """

    id: int
    account_id: str
    account_name: str
    provider: str
    text: str
    sender: str
    parts: int
    created_at: datetime
    send_at: datetime | None
    counts: Mapping[DeliveryState, int]
    part_counts: Mapping[DeliveryState, int]
    unknown_open: int = 0
    price_per_part: Decimal | None = None
    charged: Decimal | None = None
    charged_others: int | None = None

    @property
    def people(self) -> int:
        """How many recipients it had."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class PastDelivery:
    """One recipient's copy: where it stands, the gateway's code and words if it said any, when it was sent again."""

    id: int
    number: str
    name: str
    state: DeliveryState
    message_id: str
    error_code: str
    error_text: str
    changed_at: datetime
    sent_again_at: datetime | None = None


class History:
    """The history of one profile, read-only. Each call is one short read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, before_id: int | None = None, limit: int = 50) -> list[PastAnnouncement]:
        """Announcements, newest first, older than `before_id`."""
        query = _ANNOUNCEMENTS.order_by(announcement.c.id.desc()).limit(limit)
        if before_id is not None:
            query = query.where(announcement.c.id < before_id)
        with self._database.reading() as connection:
            return _with_counts(connection, query)

    def announcements(self, ids: Sequence[int]) -> list[PastAnnouncement]:
        """These announcements as they stand now, newest first."""
        query = _ANNOUNCEMENTS.where(announcement.c.id.in_(ids)).order_by(announcement.c.id.desc())
        with self._database.reading() as connection:
            return _with_counts(connection, query)

    def deliveries(self, announcement_id: int, after_id: int = 0, limit: int = 200) -> list[PastDelivery]:
        """A page of an announcement's deliveries, in the order they were listed."""
        query = (
            _DELIVERIES.where(delivery.c.announcement_id == announcement_id, delivery.c.id > after_id)
            .order_by(delivery.c.id)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(query)]

    def deliveries_by_id(self, ids: Sequence[int]) -> list[PastDelivery]:
        """These deliveries as they stand now."""
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(_DELIVERIES.where(delivery.c.id.in_(ids)))]

    def people(self, announcement_id: int) -> list[Recipient]:
        """Everybody an announcement was for, in order; somebody it was sent to again counts once."""
        own = select(delivery.c.id).where(delivery.c.announcement_id == announcement_id)
        first = or_(delivery.c.resend_of.is_(None), delivery.c.resend_of.not_in(own))
        query = (
            select(delivery.c.number, delivery.c.name)
            .where(delivery.c.announcement_id == announcement_id, first)
            .order_by(delivery.c.id)
        )
        with self._database.reading() as connection:
            return [Recipient(number, name) for number, name in connection.execute(query)]

    def parts_since(self, account_id: str, start: datetime) -> int:
        """Parts that the gateway took of this account's announcements since `start`."""
        query = (
            select(delivery.c.state, func.sum(DELIVERY_PARTS))
            .join(announcement)
            .where(
                announcement.c.account_id == account_id,
                announcement.c.created_at >= start,
                delivery.c.state.in_(TAKEN),
            )
            .group_by(delivery.c.state)
        )
        with self._database.reading() as connection:
            taken, _ = parts_billed({DeliveryState(state): parts for state, parts in connection.execute(query)})
        return taken

    def refused_in_batch(self, announcement_id: int) -> list[Recipient]:
        """Who was refused with others without the gateway saying which number was bad, and not tried again since."""
        query = (
            select(delivery.c.number, delivery.c.name, delivery.c.id)
            .where(
                delivery.c.announcement_id == announcement_id,
                delivery.c.state == DeliveryState.REJECTED,
                delivery.c.error_code.endswith(IN_BATCH),
                ~sent_again(but_not=(DeliveryState.CANCELLED,)),
            )
            .order_by(delivery.c.id)
        )
        with self._database.reading() as connection:
            return [Recipient(number, name, delivery_id) for number, name, delivery_id in connection.execute(query)]


_ANNOUNCEMENTS = select(announcement, account.c.name.label("account_name"), account.c.provider.label("provider")).join(
    account
)
_DELIVERIES = select(delivery, SENT_AGAIN_AT.label("sent_again_at"))


def _with_counts(connection: Connection, query: Select[tuple[object, ...]]) -> list[PastAnnouncement]:
    rows = connection.execute(query).all()
    counts: dict[int, dict[DeliveryState, int]] = {row.id: {} for row in rows}
    parts: dict[int, dict[DeliveryState, int]] = {row.id: {} for row in rows}
    tally = (
        select(delivery.c.announcement_id, delivery.c.state, func.count(), func.sum(DELIVERY_PARTS))
        .join(announcement)
        .where(delivery.c.announcement_id.in_(list(counts)))
        .group_by(delivery.c.announcement_id, delivery.c.state)
    )
    for announcement_id, state, count, billed in connection.execute(tally):
        counts[announcement_id][DeliveryState(state)] = count
        parts[announcement_id][DeliveryState(state)] = billed
    doubtful = [announcement_id for announcement_id, states in counts.items() if DeliveryState.UNKNOWN in states]
    waiting = (
        select(delivery.c.announcement_id, func.count())
        .where(delivery.c.announcement_id.in_(doubtful), OPEN)
        .group_by(delivery.c.announcement_id)
    )
    unknown_open: dict[int, int] = dict(connection.execute(waiting).all()) if doubtful else {}
    return [
        PastAnnouncement(
            id=row.id,
            account_id=row.account_id,
            account_name=row.account_name,
            provider=row.provider,
            text=row.text,
            sender=row.sender,
            parts=row.parts,
            created_at=row.created_at,
            send_at=row.send_at,
            counts=counts[row.id],
            part_counts=parts[row.id],
            unknown_open=unknown_open.get(row.id, 0),
            price_per_part=row.price_per_part,
            charged=row.charged,
            charged_others=row.charged_others,
        )
        for row in rows
    ]


def _delivery(row: Row[tuple[object, ...]]) -> PastDelivery:
    return PastDelivery(
        id=row.id,
        number=row.number,
        name=row.name,
        state=DeliveryState(row.state),
        message_id=row.message_id or "",
        error_code=row.error_code or "",
        error_text=row.error_text or "",
        changed_at=row.changed_at,
        sent_again_at=row.sent_again_at,
    )
