"""Claims: deliveries on their way to the gateway, from `submitting` to what became of them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from smsdesk.domain.delivery import DeliveryState, sources
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.prepared import Prepared
from smsdesk.store.schema import DELIVERY_PARTS, DELIVERY_TEXT, announcement, delivery, submission

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, CursorResult

_STATE_OF = {
    Outcome.ACCEPTED: DeliveryState.ACCEPTED,
    Outcome.REJECTED: DeliveryState.REJECTED,
    Outcome.UNKNOWN: DeliveryState.UNKNOWN,
    Outcome.NOT_SENT: DeliveryState.QUEUED,
}


@frozen
class Claim:
    """Deliveries that are on disk as `submitting`, and the one text that goes to all of them."""

    submission_id: int
    announcement_id: int
    account_id: str
    text: str
    sender: str
    parts: int
    delivery_ids: tuple[int, ...]
    numbers: tuple[str, ...]
    send_at: datetime | None = None


# Prepared: these run for every message, and cost less than the disk takes for their commits.
_NEXT = Prepared(
    select(
        delivery.c.id,
        delivery.c.number,
        DELIVERY_TEXT.label("text"),
        DELIVERY_PARTS.label("parts"),
        announcement.c.account_id,
        announcement.c.sender,
        announcement.c.one_by_one,
        announcement.c.send_at,
    )
    .join(announcement)
    .where(delivery.c.announcement_id == bindparam("announcement"), delivery.c.state == DeliveryState.QUEUED)
    .order_by(delivery.c.id)
    .limit(bindparam("most"))
)
_START = Prepared(
    insert(submission)
    .values(account_id=bindparam("account"), announcement_id=bindparam("announcement"), started_at=bindparam("now"))
    .returning(submission.c.id)
)
_SUBMITTING = Prepared(
    update(delivery)
    .where(
        # The queue is taken from its head, so the claimed ones are all that are queued in this range.
        delivery.c.id.between(bindparam("first"), bindparam("last")),
        delivery.c.announcement_id == bindparam("announcement"),
        or_(*(delivery.c.state == state for state in sources(DeliveryState.SUBMITTING))),
    )
    .values(
        state=DeliveryState.SUBMITTING,
        error_code=None,  # an earlier refusal says nothing about this attempt
        error_text=None,
        submission_id=bindparam("submission"),
        changed_at=bindparam("now"),
    )
)
_OUTCOME = Prepared(
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
_FINISH = Prepared(
    update(submission)
    .where(submission.c.id == bindparam("submission"))
    .values(
        finished_at=bindparam("now"),
        outcome=bindparam("result"),
        error_code=bindparam("code"),
        error_text=bindparam("words"),
    )
)


def take(connection: Connection, announcement_id: int, limit: int) -> Claim | None:
    """Mark up to `limit` queued deliveries as `submitting`, with their submission, in the caller's transaction.

    A submission carries one text: it ends where the next delivery has another.
    """
    rows = _NEXT.rows(connection, {"announcement": announcement_id, "most": limit})
    if not rows:
        return None
    _, _, text, parts, account_id, sender, one_by_one, send_at = rows[0]
    rows = rows[:1] if one_by_one else list(takewhile(lambda row: row[2] == text, rows))
    now = datetime.now(UTC)
    ((submission_id,),) = _START.rows(connection, {"account": account_id, "announcement": announcement_id, "now": now})
    ids, numbers = tuple(row[0] for row in rows), tuple(row[1] for row in rows)
    moved = _SUBMITTING.change(
        connection,
        {"first": ids[0], "last": ids[-1], "announcement": announcement_id, "submission": submission_id, "now": now},
    )
    if moved != len(ids):
        raise RuntimeError("a delivery left the queue while it was being claimed")
    at = None if send_at is None else datetime.fromisoformat(send_at)
    return Claim(submission_id, announcement_id, account_id, text, sender, parts, ids, numbers, at)


def settle(
    connection: Connection,
    claim: Claim,
    verdicts: Sequence[Verdict],
    check_at: datetime | None,
    *,
    cancel_unsent: bool,
    why: str | None = None,
) -> None:
    """Write down what became of a claim, in the caller's transaction.

    With `cancel_unsent` what comes back to queued is cancelled at once, with the code `why`: Stop or Undo was pressed
    while it was on its way.
    """
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
    _OUTCOME.change(connection, *rows)
    if cancel_unsent:
        unsent = (delivery.c.id.in_(claim.delivery_ids), delivery.c.state.in_(sources(DeliveryState.CANCELLED)))
        cancelled = {"state": DeliveryState.CANCELLED, "error_code": why, "error_text": None}
        connection.execute(update(delivery).where(*unsent).values(cancelled))
    outcomes = {verdict.outcome for verdict in verdicts}
    first = verdicts[0]
    _FINISH.change(
        connection,
        {
            "submission": claim.submission_id,
            "now": now,
            "result": first.outcome if len(outcomes) == 1 else "mixed",
            "code": first.code or None,
            "words": first.words or None,
        },
    )


def new_id(result: CursorResult[Any]) -> int:
    """The id of the row that was just inserted."""
    key: Any = result.inserted_primary_key
    return int(key[0])
