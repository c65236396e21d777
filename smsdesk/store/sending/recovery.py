"""What an earlier run left: deliveries that were on their way when it ended, and those that had not left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome
from smsdesk.store.schema import announcement, delivery, submission

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ON_THE_WAY = delivery.c.state == DeliveryState.SUBMITTING


@frozen
class LeftOver:
    """What an earlier run left queued in one account.

    Attributes:
        young: announcements that go on by themselves, with the number of their people and the time they may leave.
        held: the announcements that wait for the user, with the number of their people.
        code: why they were stopped, where the gateway or the network said so; "" else.
        doubted: some wait only because the data file may be an older copy: they may have been sent since it was made.
    """

    young: tuple[tuple[int, int, datetime], ...] = ()
    held: tuple[tuple[int, int], ...] = ()
    code: str = ""
    doubted: bool = False

    @property
    def held_people(self) -> int:
        """How many deliveries wait for the user."""
        return sum(people for _, people in self.held)

    @property
    def people(self) -> int:
        """All that is queued."""
        return self.held_people + sum(people for _, people, _ in self.young)


def anything_interrupted(connection: Connection) -> bool:
    """Whether something was on its way when the earlier run ended."""
    return connection.scalar(select(delivery.c.id).where(_ON_THE_WAY).limit(1)) is not None


def give_up_interrupted(connection: Connection) -> int:
    """Call what was on its way unknown, in the caller's transaction; gives how many deliveries that were."""
    now = datetime.now(UTC)
    connection.execute(
        update(submission)
        .where(submission.c.id.in_(select(delivery.c.submission_id).where(_ON_THE_WAY)))
        .values(finished_at=now, outcome=Outcome.UNKNOWN, error_code="interrupted")
    )
    unknown = {"state": DeliveryState.UNKNOWN, "error_code": "interrupted", "changed_at": now}
    return connection.execute(update(delivery).where(_ON_THE_WAY).values(unknown)).rowcount


def read_left_over(
    connection: Connection, since: datetime, until: datetime, doubted: int = 0
) -> tuple[dict[str, LeftOver], list[int]]:
    """What is queued, by account id, and the announcements of it that may leave, but not between these two times.

    Those count as held: their hour may have passed, or the clock has been set back. So do all up to `doubted`.
    """
    queued = (
        select(
            announcement.c.id,
            announcement.c.account_id,
            announcement.c.leaves_at,
            func.count().label("people"),
            func.max(delivery.c.error_code).label("code"),
        )
        .join(delivery)
        .where(delivery.c.state == DeliveryState.QUEUED)
        .group_by(announcement.c.id, announcement.c.account_id, announcement.c.leaves_at)
        .order_by(announcement.c.id)
    )
    found: dict[str, LeftOver] = {}
    old: list[int] = []
    for row in connection.execute(queued):
        before = found.get(row.account_id, LeftOver())
        young = row.leaves_at is not None and since <= row.leaves_at <= until
        if young and row.id > doubted:
            found[row.account_id] = replace(before, young=(*before.young, (row.id, row.people, row.leaves_at)))
            continue
        held, code = (*before.held, (row.id, row.people)), before.code or row.code or ""
        found[row.account_id] = replace(before, held=held, code=code, doubted=before.doubted or young)
        if row.leaves_at is not None:
            old.append(row.id)
    return found, old
