"""What becomes of messages after the gateway took them: reports that arrived, and questions still to be asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import bindparam, delete, func, insert, select, update

from smsdesk.domain.delivery import DeliveryState, sources
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import REPORTED_WITHIN
from smsdesk.store.history.delivery_cost import keep_cost
from smsdesk.store.logins import same_login
from smsdesk.store.rows import account_of
from smsdesk.store.schema import account, announcement, delivery, report

if TYPE_CHECKING:
    from collections.abc import Collection
    from concurrent.futures import Future
    from decimal import Decimal

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database

_KEPT = REPORTED_WITHIN
_MOST_UNMATCHED = 10_000


class _Report(Protocol):
    """What a provider read out of a report or an answer; `providers.base.Report` tells what the fields mean."""

    @property
    def message_id(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def state(self) -> DeliveryState | None: ...
    @property
    def code(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def parts(self) -> int | None: ...
    @property
    def cost(self) -> Decimal | None: ...


@frozen
class Moved:
    """A delivery that a report has moved, or whose cost it told."""

    announcement_id: int
    delivery_id: int


@frozen
class Question:
    """An accepted delivery that the gateway shall be asked about now.

    Attributes:
        delivery_id: the delivery.
        account_id: the account it was sent with.
        message_id: the gateway's id of it.
        accepted_at: when the gateway took it.
    """

    delivery_id: int
    account_id: str
    message_id: str
    accepted_at: datetime


class DeliveryReportStore:
    """The delivery reports of one profile, applied by the moves of `domain.delivery`: never backwards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, account_id: str, arrived: _Report, delivery_id: int | None = None) -> Moved | None:
        """Keep a report and apply it, in one transaction; returns when both are on disk.

        A report that was kept before changes nothing. One whose message is not known is kept for 48 hours, because it
        can overtake the gateway's reply to the submission.

        Args:
            account_id: whose report it is; a message may be another account's of the same login.
            arrived: the report.
            delivery_id: the delivery that it is about, where that was asked; else it is looked for.

        Returns:
            What it has moved, None if nothing.
        """
        return self._database.write(lambda connection: _receive(connection, account_id, arrived, delivery_id))

    def unmatched(self) -> bool:
        """Whether there are reports whose message may still become known."""
        query = select(report.c.id).where(_UNMATCHED, report.c.received_at >= datetime.now(UTC) - _KEPT).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(query) is not None

    def apply_waiting(self) -> Future[list[Moved]]:
        """Apply the reports whose message has become known, drop those of unknown ones; gives what has moved."""
        return self._database.write_later(_apply_waiting)

    def last_received(self, account_id: str) -> datetime | None:
        """When the newest report of this account arrived, None if none ever did.

        A time to come is of a day when this computer's clock was wrong: it counts only where there is no other.
        """
        query = select(func.max(report.c.received_at)).where(report.c.account_id == account_id)
        with self._database.reading() as connection:
            newest: datetime | None = connection.scalar(query.where(report.c.received_at <= datetime.now(UTC)))
            return newest or connection.scalar(query)

    def deleted_account(self, account_id: str) -> Account | None:
        """The deleted account of this id, whose reports may still come; None where there is none."""
        query = select(account).where(account.c.id == account_id, account.c.deleted_at.is_not(None))
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else account_of(row)

    def due(self, account_ids: Collection[str], now: datetime, astray_after: datetime, limit: int) -> list[Question]:
        """The deliveries of these accounts that the gateway shall be asked about by now, longest overdue first.

        So are, after these, those with a time after `astray_after`: nobody waits so long, the clock has been set back.
        """
        query = (
            select(delivery.c.id, _ACCOUNT.label("account_id"), delivery.c.message_id, delivery.c.changed_at)
            .join(announcement)
            .where(_ACCOUNT.in_(account_ids))
            .order_by(delivery.c.check_at)
        )
        with self._database.reading() as connection:
            # One after the other: each is read in the order of the index, and ends with it.
            rows = connection.execute(query.where(delivery.c.check_at <= now).limit(limit)).all()
            if len(rows) < limit:
                astray = query.where(delivery.c.check_at > astray_after).limit(limit - len(rows))
                rows = [*rows, *connection.execute(astray)]
        return [Question(*row) for row in rows]

    def next_check(self, account_ids: Collection[str]) -> datetime | None:
        """When the next question about a delivery of these accounts is due, None if there is none."""
        query = (
            select(delivery.c.check_at)
            .join(announcement)
            .where(delivery.c.check_at.is_not(None), _ACCOUNT.in_(account_ids))
            .order_by(delivery.c.check_at)
            .limit(1)
        )
        with self._database.reading() as connection:
            return connection.scalar(query)

    def asked(self, delivery_id: int, check_at: datetime | None) -> None:
        """Write down when to ask about a delivery again, None for never."""
        self._database.write(
            lambda connection: connection.execute(
                update(delivery).where(delivery.c.id == delivery_id).values(check_at=check_at)
            )
        )


# Not the bare column: a database would rather start from all announcements of the accounts than from what is due.
_ACCOUNT = func.coalesce(announcement.c.account_id, "")

_UNMATCHED = report.c.delivery_id.is_(None)

_CANDIDATES = (
    select(delivery.c.id, delivery.c.number)
    .join(announcement)
    .where(
        delivery.c.message_id == bindparam("message"),
        announcement.c.account_id.in_(bindparam("logins", expanding=True)),
    )
    .order_by(delivery.c.id.desc())
)


def _receive(connection: Connection, account_id: str, arrived: _Report, delivery_id: int | None) -> Moved | None:
    now = datetime.now(UTC)
    if delivery_id is None:
        delivery_id = _find(connection, account_id, arrived.message_id, arrived.number)
    what = {
        "account_id": account_id,
        "message_id": arrived.message_id,
        "number": arrived.number,
        "code": arrived.code,
    }
    values = {"received_at": now, "delivery_id": delivery_id}
    again = update(report).where(*(report.c[name] == value for name, value in what.items())).values(values)
    if connection.execute(again).rowcount == 0:
        connection.execute(insert(report).values(**what, **values, state=arrived.state, words=arrived.words))
    if delivery_id is None:
        _forget(connection, now)
        _keep_newest(connection, account_id)
        return None
    moved = _move(connection, delivery_id, arrived.state, arrived.code, arrived.words)
    if arrived.state is None:
        return None  # as long as nothing final is known, the charge may still change
    billed = keep_cost(connection, delivery_id, arrived.parts, arrived.cost)
    return moved or (None if billed is None else Moved(billed, delivery_id))


def _apply_waiting(connection: Connection) -> list[Moved]:
    _forget(connection, datetime.now(UTC))
    known = select(delivery.c.id).where(delivery.c.message_id == report.c.message_id).exists()
    moved = []
    for row in connection.execute(select(report).where(_UNMATCHED, known).order_by(report.c.id)).all():
        delivery_id = _find(connection, row.account_id, row.message_id, row.number)
        if delivery_id is None:
            continue
        connection.execute(update(report).where(report.c.id == row.id).values(delivery_id=delivery_id))
        state = None if row.state is None else DeliveryState(row.state)
        moved.append(_move(connection, delivery_id, state, row.code, row.words))
    return [each for each in moved if each is not None]


def _find(connection: Connection, account_id: str, message_id: str, number: str) -> int | None:
    """The delivery of this message id; where several share it (one submission, many numbers), that of this number.

    Ids are the gateway's to make, so they are compared as they are: `AB-12` and `ab-12`, `000123` and `123` may be two
    messages. A report that fits none stays loose, which is told as evidence; one that fits the wrong message is a lie.
    """
    logins = same_login(connection, account_id)
    rows = connection.execute(_CANDIDATES, {"logins": logins, "message": message_id}).all()
    if len(rows) > 1:
        rows = [row for row in rows if row.number == number]
    return rows[0].id if rows else None


def _move(connection: Connection, delivery_id: int, state: DeliveryState | None, code: str, words: str) -> Moved | None:
    if state is None:
        return None
    arrived = state is DeliveryState.DELIVERED
    move = (
        update(delivery)
        .where(delivery.c.id == delivery_id, delivery.c.state.in_(sources(state)))
        .values(
            state=state,
            error_code=None if arrived else code or None,
            error_text=None if arrived else words or None,
            check_at=None,
            changed_at=datetime.now(UTC),
        )
    )
    if connection.execute(move).rowcount == 0:
        return None
    announcement_id = connection.execute(
        select(delivery.c.announcement_id).where(delivery.c.id == delivery_id)
    ).scalar_one()
    return Moved(announcement_id, delivery_id)


def _forget(connection: Connection, now: datetime) -> None:
    """Drop what matched nothing for 48 hours; an account's newest report stays, to show that reports do arrive."""
    newer = report.alias()
    has_newer = select(newer.c.id).where(newer.c.account_id == report.c.account_id, newer.c.id > report.c.id).exists()
    connection.execute(delete(report).where(_UNMATCHED, report.c.received_at < now - _KEPT, has_newer))


def _keep_newest(connection: Connection, account_id: str) -> None:
    """A flood of unknown messages drops its own oldest: a report overtakes a reply by seconds, not by thousands."""
    unmatched = (_UNMATCHED, report.c.account_id == account_id)
    surplus = select(report.c.id).where(*unmatched).order_by(report.c.id.desc()).offset(_MOST_UNMATCHED).limit(1)
    last = connection.scalar(surplus)
    if last is not None:
        connection.execute(delete(report).where(*unmatched, report.c.id <= last))
