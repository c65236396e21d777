"""Reading what was sent: announcements a page at a time, and the deliveries of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from smsdesk.domain.announcement import Recipient
from smsdesk.domain.charge import parts_billed
from smsdesk.domain.delivery import TAKEN, DeliveryState
from smsdesk.domain.history import PastAnnouncement, PastDelivery, Unreached
from smsdesk.store.history.unknowns import FAILED_STILL, NEVER_SENT, OPEN, REFUSED_TOGETHER, SENT_AGAIN_AT
from smsdesk.store.rows import past_announcement_of
from smsdesk.store.schema import account, announcement, delivery, tally

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from smsdesk.store.database import Database

_SLICE = 1_000  # people


class History:
    """The history of one profile, read-only. Each call is one short read, or several."""

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

    def deliveries(
        self,
        announcement_id: int,
        after_id: int = 0,
        limit: int = 200,
        states: Collection[DeliveryState] = tuple(DeliveryState),
    ) -> list[PastDelivery]:
        """A page of those of an announcement's deliveries that stand in these states, in the order they were listed."""
        # The ids apart: an index alone gives them, and of a long list only the page's rows are looked up. By the plain
        # id the database would rather walk through everything, or through all of that state there ever was.
        by_id = delivery.c.id + 0
        own = (delivery.c.announcement_id == announcement_id, delivery.c.state.in_(states), by_id > after_id)
        query = select(delivery.c.id).where(*own).order_by(by_id).limit(limit)
        with self._database.reading() as connection:
            ids = connection.scalars(query).all()
            rows = connection.execute(_DELIVERIES.where(delivery.c.id.in_(ids)).order_by(delivery.c.id))
            return [_delivery(row) for row in rows]

    def deliveries_by_id(self, ids: Sequence[int]) -> list[PastDelivery]:
        """These deliveries as they stand now."""
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(_DELIVERIES.where(delivery.c.id.in_(ids)))]

    def people(self, announcement_id: int) -> list[Recipient]:
        """Everybody an announcement was for, in order; somebody it was sent to again counts once.

        Many are read in slices, so that others who read have their turn in between.
        """
        own = select(delivery.c.id).where(delivery.c.announcement_id == announcement_id)
        first = or_(delivery.c.resend_of.is_(None), delivery.c.resend_of.not_in(own))
        query = (
            select(delivery.c.id, delivery.c.number, delivery.c.name)
            .where(delivery.c.announcement_id == announcement_id, first)
            .order_by(delivery.c.id)
            .limit(_SLICE)
        )
        found: list[Recipient] = []
        last = 0
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(query.where(delivery.c.id > last)).all()
            found += [Recipient(number, name) for _, number, name in rows]
            if len(rows) < _SLICE:
                return found
            last = rows[-1].id

    def parts_since(self, account_id: str, start: datetime) -> int:
        """Parts that the gateway took of this account's announcements since `start`."""
        query = (
            select(tally.c.state, func.sum(tally.c.parts))
            .join(announcement, announcement.c.id == tally.c.announcement_id)
            .where(
                announcement.c.account_id == account_id,
                announcement.c.created_at >= start,
                tally.c.state.in_(TAKEN),
            )
            .group_by(tally.c.state)
        )
        with self._database.reading() as connection:
            taken, _ = parts_billed({DeliveryState(state): parts for state, parts in connection.execute(query)})
        return taken

    def messages_since(self, account_id: str, start: datetime) -> int:
        """Messages that the gateway took of this account's announcements since `start`."""
        query = (
            select(func.sum(tally.c.deliveries))
            .join(announcement, announcement.c.id == tally.c.announcement_id)
            .where(
                announcement.c.account_id == account_id,
                announcement.c.created_at >= start,
                tally.c.state.in_(TAKEN),
            )
        )
        with self._database.reading() as connection:
            return int(connection.scalar(query) or 0)

    def refused_in_batch(self, announcement_id: int) -> list[Recipient]:
        """Who was refused with others without the gateway saying which number was bad, and not tried again since."""
        return self._to_send_again(announcement_id, REFUSED_TOGETHER)

    def failed(self, announcement_id: int) -> list[Recipient]:
        """Whom an announcement did not reach, and not tried again since; nobody about whom it is not known."""
        return self._to_send_again(announcement_id, FAILED_STILL)

    def never_sent(self, announcement_id: int) -> list[Recipient]:
        """For whom an announcement was stopped before it left, and not tried again since."""
        return self._to_send_again(announcement_id, NEVER_SENT)

    def how_many(self, announcement_id: int) -> Unreached:
        """How many an announcement did not reach, or was stopped for, and who were not tried again since."""
        with self._database.reading() as connection:
            failed, never_sent = (
                connection.scalar(
                    select(func.count())
                    .select_from(delivery)
                    .where(delivery.c.announcement_id == announcement_id, those)
                )
                for those in (FAILED_STILL, NEVER_SENT)
            )
        return Unreached(failed or 0, never_sent or 0)

    def _to_send_again(self, announcement_id: int, those: ColumnElement[bool]) -> list[Recipient]:
        columns = (delivery.c.number, delivery.c.name, delivery.c.id, delivery.c.text, delivery.c.parts)
        query = select(*columns).where(delivery.c.announcement_id == announcement_id, those).order_by(delivery.c.id)
        with self._database.reading() as connection:
            return [Recipient(*row) for row in connection.execute(query)]


_ANNOUNCEMENTS = select(announcement, account.c.name.label("account_name"), account.c.provider.label("provider")).join(
    account
)
_DELIVERIES = select(delivery, SENT_AGAIN_AT.label("sent_again_at"))


def _with_counts(connection: Connection, query: Select[tuple[object, ...]]) -> list[PastAnnouncement]:
    rows = connection.execute(query).mappings().all()
    counts: dict[int, dict[DeliveryState, int]] = {row["id"]: {} for row in rows}
    parts: dict[int, dict[DeliveryState, int]] = {row["id"]: {} for row in rows}
    counted = (
        select(tally)
        .where(tally.c.announcement_id.in_(list(counts)), tally.c.deliveries > 0)
        .order_by(tally.c.announcement_id, tally.c.state)
    )
    for announcement_id, state, count, billed in connection.execute(counted):
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
        past_announcement_of(row, counts[row["id"]], parts[row["id"]], unknown_open.get(row["id"], 0)) for row in rows
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
        billed_parts=row.billed_parts,
        cost=row.cost,
    )
