"""The outbox: what is queued, what is on its way, and what became of it. Every move is committed before it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from smsdesk.domain.delivery import DeliveryState, sources
from smsdesk.domain.outcome import TOO_LATE, Outcome, Verdict
from smsdesk.store.draft import put_draft
from smsdesk.store.schema import announcement, delivery, submission

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from sqlalchemy import Connection, CursorResult

    from smsdesk.store.database import Database
    from smsdesk.store.draft import Draft

_STATE_OF = {
    Outcome.ACCEPTED: DeliveryState.ACCEPTED,
    Outcome.REJECTED: DeliveryState.REJECTED,
    Outcome.UNKNOWN: DeliveryState.UNKNOWN,
    Outcome.NOT_SENT: DeliveryState.QUEUED,
}


@dataclass(frozen=True, slots=True)
class Person:
    """One recipient: an E.164 number, a name or "", and the delivery that this one is sent again for."""

    number: str
    name: str = ""
    resend_of: int | None = None


@dataclass(frozen=True, slots=True)
class NewAnnouncement:
    """What the person confirmed: one text for one list of people.

    `one_by_one` puts each in a submission alone; `send_at` (UTC) is when the gateway shall let it out, None for now.
    `draft_left` is what remains of the draft: saved with it or not at all, so that no start offers it once more.
    """

    account_id: str
    text: str
    sender: str
    parts: int
    people: tuple[Person, ...]
    one_by_one: bool = False
    send_at: datetime | None = None
    draft_left: Draft | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Deliveries that are on disk as `submitting`, and the text that goes to them."""

    submission_id: int
    announcement_id: int
    text: str
    sender: str
    parts: int
    delivery_ids: tuple[int, ...]
    numbers: tuple[str, ...]
    send_at: datetime | None = None


class Outbox:
    """Deliveries on their way out, in the states and moves of `domain.delivery`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: NewAnnouncement) -> Future[int]:
        """Queue an announcement; the future gives its id when it is on disk."""

        def job(connection: Connection) -> int:
            now = datetime.now(UTC)
            values = {
                "account_id": new.account_id,
                "text": new.text,
                "sender": new.sender,
                "parts": new.parts,
                "one_by_one": new.one_by_one,
                "send_at": new.send_at,
                "created_at": now,
            }
            announcement_id = _key(connection.execute(insert(announcement), values))
            rows = [
                {
                    "announcement_id": announcement_id,
                    "number": person.number,
                    "name": person.name,
                    "resend_of": person.resend_of,
                    "state": DeliveryState.QUEUED,
                    "changed_at": now,
                }
                for person in new.people
            ]
            connection.execute(insert(delivery), rows)
            if new.draft_left is not None:
                put_draft(connection, new.draft_left)
            return announcement_id

        return self._database.write_later(job)

    def next_announcement(self, account_id: str) -> int | None:
        """The oldest announcement of this account that has something queued."""
        query = (
            select(delivery.c.announcement_id)
            .join(announcement)
            .where(delivery.c.state == DeliveryState.QUEUED, announcement.c.account_id == account_id)
            .order_by(delivery.c.id)
            .limit(1)
        )
        with self._database.reading() as connection:
            return connection.scalar(query)

    def claim(self, announcement_id: int, limit: int) -> Claim | None:
        """Mark up to `limit` queued deliveries as `submitting`, with their submission; None when none is left."""
        return self._database.write(lambda connection: _claim(connection, announcement_id, limit))

    def record(self, claim: Claim, verdicts: Sequence[Verdict], check_at: datetime | None = None) -> None:
        """Write down what became of a claim: one verdict per delivery, in order.

        A verdict of `not sent`, or one that refuses the whole request, puts its delivery back to queued. `check_at` is
        when the gateway shall first be asked what became of what it accepted; None where it is not asked.
        """
        self._database.write(lambda connection: _record(connection, claim, verdicts, check_at))

    def cancel(self, account_id: str) -> Future[dict[int, int]]:
        """Cancel what this account has queued; the future gives how many deliveries of which announcement."""

        def job(connection: Connection) -> dict[int, int]:
            own = select(announcement.c.id).where(announcement.c.account_id == account_id)
            queued = (delivery.c.state.in_(sources(DeliveryState.CANCELLED)), delivery.c.announcement_id.in_(own))
            counted = (
                select(delivery.c.announcement_id, func.count().label("people"))
                .where(*queued)
                .group_by(delivery.c.announcement_id)
            )
            cancelled = {row.announcement_id: row.people for row in connection.execute(counted)}
            values = {"state": DeliveryState.CANCELLED, "changed_at": datetime.now(UTC)}
            connection.execute(update(delivery).where(*queued).values(values))
            return cancelled

        return self._database.write_later(job)

    def cancel_late(self, announcement_id: int) -> int:
        """Cancel what an announcement has queued, because its time has passed; gives how many deliveries that were."""
        values = {"state": DeliveryState.CANCELLED, "error_code": TOO_LATE, "changed_at": datetime.now(UTC)}
        late = (
            update(delivery)
            .where(delivery.c.announcement_id == announcement_id, delivery.c.state == DeliveryState.QUEUED)
            .values(values)
        )
        return self._database.write(lambda connection: connection.execute(late).rowcount)

    def recover(self) -> int:
        """Turn what an earlier run left `submitting` into `unknown`; gives how many. Needs the profile's lock."""
        left = delivery.c.state == DeliveryState.SUBMITTING
        with self._database.reading() as connection:
            if connection.scalar(select(delivery.c.id).where(left).limit(1)) is None:
                return 0  # as after every orderly end: no write holds up the start

        def job(connection: Connection) -> int:
            now = datetime.now(UTC)
            connection.execute(
                update(submission)
                .where(submission.c.id.in_(select(delivery.c.submission_id).where(left)))
                .values(finished_at=now, outcome=Outcome.UNKNOWN, error_code="interrupted")
            )
            return connection.execute(
                update(delivery)
                .where(left)
                .values(state=DeliveryState.UNKNOWN, error_code="interrupted", changed_at=now)
            ).rowcount

        return self._database.write(job)

    def waiting(self) -> dict[str, int]:
        """Queued deliveries per account id."""
        query = (
            select(announcement.c.account_id, func.count().label("waiting"))
            .join(delivery)
            .where(delivery.c.state == DeliveryState.QUEUED)
            .group_by(announcement.c.account_id)
        )
        with self._database.reading() as connection:
            return {row.account_id: row.waiting for row in connection.execute(query)}


# Built once: putting a statement together costs more than running it.
_NEXT = (
    select(
        delivery.c.id,
        delivery.c.number,
        announcement.c.account_id,
        announcement.c.text,
        announcement.c.sender,
        announcement.c.parts,
        announcement.c.one_by_one,
        announcement.c.send_at,
    )
    .join(announcement)
    .where(delivery.c.announcement_id == bindparam("announcement"), delivery.c.state == DeliveryState.QUEUED)
    .order_by(delivery.c.id)
    .limit(bindparam("most"))
)
_START = insert(submission).values(
    account_id=bindparam("account"), announcement_id=bindparam("announcement"), started_at=bindparam("now")
)
_SUBMITTING = (
    update(delivery)
    .where(
        # The queue is taken from its head, so the claimed ones are all that are queued in this range.
        delivery.c.id.between(bindparam("first"), bindparam("last")),
        delivery.c.announcement_id == bindparam("announcement"),
        delivery.c.state.in_(sources(DeliveryState.SUBMITTING)),
    )
    .values(
        state=DeliveryState.SUBMITTING,
        error_code=None,  # an earlier refusal says nothing about this attempt
        error_text=None,
        submission_id=bindparam("submission"),
        changed_at=bindparam("now"),
    )
)
_OUTCOME = (
    update(delivery)
    .where(delivery.c.id == bindparam("delivery"), delivery.c.state == DeliveryState.SUBMITTING)
    .values(
        state=bindparam("new_state"),
        message_id=bindparam("message"),
        error_code=bindparam("code"),
        error_text=bindparam("words"),
        submission_id=bindparam("submission"),
        changed_at=bindparam("now"),
        check_at=bindparam("check"),
    )
)
_FINISH = (
    update(submission)
    .where(submission.c.id == bindparam("submission"))
    .values(
        finished_at=bindparam("now"),
        outcome=bindparam("result"),
        error_code=bindparam("code"),
        error_text=bindparam("words"),
    )
)


def _claim(connection: Connection, announcement_id: int, limit: int) -> Claim | None:
    rows = connection.execute(_NEXT, {"announcement": announcement_id, "most": limit}).all()
    if not rows:
        return None
    head = rows[0]
    if head.one_by_one:
        rows = rows[:1]
    now = datetime.now(UTC)
    values = {"account": head.account_id, "announcement": announcement_id, "now": now}
    submission_id = _key(connection.execute(_START, values))
    ids = tuple(row.id for row in rows)
    moved = connection.execute(
        _SUBMITTING,
        {"first": ids[0], "last": ids[-1], "announcement": announcement_id, "submission": submission_id, "now": now},
    )
    if moved.rowcount != len(ids):
        raise RuntimeError("a delivery left the queue while it was being claimed")
    numbers = tuple(row.number for row in rows)
    return Claim(submission_id, announcement_id, head.text, head.sender, head.parts, ids, numbers, head.send_at)


def _record(connection: Connection, claim: Claim, verdicts: Sequence[Verdict], check_at: datetime | None) -> None:
    now = datetime.now(UTC)
    rows = []
    for delivery_id, verdict in zip(claim.delivery_ids, verdicts, strict=True):
        back = verdict.refuses_all or verdict.outcome is Outcome.NOT_SENT
        can_ask = verdict.outcome is Outcome.ACCEPTED and verdict.message_id != ""
        rows.append(
            {
                "delivery": delivery_id,
                "new_state": DeliveryState.QUEUED if back else _STATE_OF[verdict.outcome],
                "message": verdict.message_id or None,
                "code": verdict.code or None,
                "words": verdict.words or None,
                "submission": None if back else claim.submission_id,
                "now": now,
                "check": check_at if can_ask else None,
            }
        )
    connection.execute(_OUTCOME, rows if len(rows) > 1 else rows[0])
    outcomes = {verdict.outcome for verdict in verdicts}
    first = verdicts[0]
    connection.execute(
        _FINISH,
        {
            "submission": claim.submission_id,
            "now": now,
            "result": first.outcome if len(outcomes) == 1 else "mixed",
            "code": first.code or None,
            "words": first.words or None,
        },
    )


def _key(result: CursorResult[Any]) -> int:
    key: Any = result.inserted_primary_key
    return int(key[0])
