"""What announcements really cost: the balance before and after, and what was sent in between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, or_, select, update

from smsdesk.domain.charge import Bill, Charge, Judgement, parts_billed
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.outcome import Outcome
from smsdesk.store.logins import same_login
from smsdesk.store.schema import DELIVERY_PARTS, announcement, balance, delivery, submission

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Select

    from smsdesk.store.database import Database

LATE = timedelta(minutes=15)
"""How far from the sending a reading may stand: some gateways bill late, and later something else may have cost."""

_LOOKED_AT = timedelta(days=2)
"""How long an announcement without a charge is looked at: it may have stopped, and have been cancelled much later."""

_MOST_AT_ONCE = 20
"""How many announcements are looked at after each reading: sending waits for that."""

_COST_NOTHING = (Outcome.NOT_SENT, Outcome.REJECTED)


class _Span(NamedTuple):
    """Submissions of one announcement, from the first to the last."""

    first_id: int
    last_id: int
    started_at: datetime
    finished_at: datetime


@frozen
class _Run:
    """An announcement on its way: all of its submissions that count, and the accounts that pay for it."""

    announcement_id: int
    logins: Sequence[str]
    price: Decimal | None
    span: _Span


class Charges:
    """The charges of one profile. An account's balance is its login's: accounts that share it pay together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settle(self, account_id: str, now: datetime) -> list[int]:
        """Work out the charges of this login's finished announcements; gives the ids of those that changed.

        A charge is corrected as long as readings may still tell more. Returns when all is on disk.

        Raises:
            UserFacingError: the disk would not take it.
        """
        changed: dict[int, Charge] = {}
        with self._database.reading() as connection:
            finished = _finished(connection, account_id, now)
        for announcement_id, charged, others in finished:
            with self._database.reading() as connection:
                charge = _charge_of(connection, announcement_id)
            if charge and (charge.went_down, charge.bill.others) != (charged, others):
                changed[announcement_id] = charge

        def job(connection: Connection) -> None:
            for announcement_id, charge in changed.items():
                connection.execute(
                    update(announcement)
                    .where(announcement.c.id == announcement_id)
                    .values(charged=charge.went_down, charged_others=charge.bill.others)
                )

        if changed:
            self._database.write(job)
        return list(changed)

    def doubtful(self, account_id: str, now: datetime) -> list[int]:
        """The announcements of this login about whose unknown deliveries a reading taken now may tell."""
        unknown = select(delivery.c.id).where(
            delivery.c.announcement_id == announcement.c.id, delivery.c.state == DeliveryState.UNKNOWN
        )
        with self._database.reading() as connection:
            recent = _sent_since(connection, account_id, now - LATE)
            return [row.id for row in connection.execute(recent.where(unknown.exists()))]

    def around_unknown(self, announcement_id: int, delivery_ids: Collection[int]) -> list[Charge]:
        """What the balance did while these deliveries, whose fate is unknown, were submitted; oldest first.

        Deliveries between the same two readings share a charge; those without readings around them have none.
        """
        query = (
            select(submission.c.id, submission.c.started_at, submission.c.finished_at, delivery.c.id.label("delivery"))
            .join(delivery, delivery.c.submission_id == submission.c.id)
            .where(delivery.c.announcement_id == announcement_id, delivery.c.state == DeliveryState.UNKNOWN)
        )
        found: dict[tuple[datetime, datetime], Charge] = {}
        with self._database.reading() as connection:
            rows = [row for row in connection.execute(query) if row.delivery in delivery_ids]
            run = _run(connection, announcement_id) if rows else None
            if run is None:
                return []
            readings = _readings(connection, run)
            spans = {_Span(row.id, row.id, row.started_at, row.finished_at or run.span.finished_at) for row in rows}
            for span in sorted(spans):
                if any(before <= span.started_at and span.finished_at <= after for before, after in found):
                    continue
                charges = _charges(connection, run, readings, span)
                if charges:
                    found[charges[-1].before.asked_at, charges[-1].after.asked_at] = charges[-1]
        return list(found.values())

    def unit(self, account_id: str, since: datetime) -> str | None:
        """What this login's balance was counted in after `since`, None if it was not read."""
        with self._database.reading() as connection:
            query = (
                select(balance.c.unit)
                .where(balance.c.account_id.in_(same_login(connection, account_id)), balance.c.asked_at >= since)
                .order_by(balance.c.asked_at)
                .limit(1)
            )
            return connection.scalar(query)


# Not the bare columns: a database would rather read all submissions of the accounts, or all there are, than those that
# came last.
_ACCOUNT = func.coalesce(submission.c.account_id, "")
_ANNOUNCEMENT = func.coalesce(submission.c.announcement_id, 0)


def _finished(connection: Connection, account_id: str, now: datetime) -> list[tuple[int, Decimal | None, int | None]]:
    """The newest announcements whose charge may have become known; of the very last one it may have to be corrected.

    Once something else was submitted, no reading tells any more of what was before it.
    """
    on_its_way = select(delivery.c.id).where(
        delivery.c.announcement_id == announcement.c.id,
        delivery.c.state.in_([DeliveryState.QUEUED, DeliveryState.SUBMITTING]),
    )
    newest = select(func.max(submission.c.id)).where(submission.c.account_id.in_(same_login(connection, account_id)))
    last_of_all = submission.c.id == connection.scalar(newest)
    query = (
        _sent_since(connection, account_id, now - _LOOKED_AT)
        .where(
            or_(announcement.c.charged.is_(None), and_(last_of_all, submission.c.finished_at >= now - LATE)),
            ~on_its_way.exists(),
        )
        .order_by(announcement.c.id.desc())
        .limit(_MOST_AT_ONCE)
    )
    return [(row.id, row.charged, row.charged_others) for row in connection.execute(query)]


def _sent_since(connection: Connection, account_id: str, since: datetime) -> Select[Any]:
    """The announcements of this login whose last submission ended after `since`."""
    older = select(submission.c.id).where(submission.c.finished_at < since).order_by(submission.c.id.desc()).limit(1)
    recent = (
        select(_ANNOUNCEMENT.label("announcement_id"), func.max(submission.c.id).label("last_id"))
        .where(submission.c.id > (connection.scalar(older) or 0))
        .group_by(_ANNOUNCEMENT)
        .subquery()
    )
    return (
        select(announcement.c.id, announcement.c.charged, announcement.c.charged_others)
        .select_from(recent)
        .join(announcement, announcement.c.id == recent.c.announcement_id)
        .join(submission, submission.c.id == recent.c.last_id)
        .where(announcement.c.account_id.in_(same_login(connection, account_id)), submission.c.finished_at >= since)
    )


def _charge_of(connection: Connection, announcement_id: int) -> Charge | None:
    """What an announcement cost: up to the newest reading that fits what was expected, else to the newest."""
    run = _run(connection, announcement_id)
    if run is None:
        return None
    readings = _readings(connection, run)
    charges = _charges(connection, run, readings, run.span)
    fitting = [charge for charge in charges if charge.judgement is Judgement.MATCHES]
    best = fitting or charges
    return best[-1] if best else None


def _run(connection: Connection, announcement_id: int) -> _Run | None:
    """The submissions that deliveries still name: what was refused as a whole, and went again, cost nothing."""
    ends = select(func.min(delivery.c.submission_id), func.max(delivery.c.submission_id)).where(
        delivery.c.announcement_id == announcement_id
    )
    first_id, last_id = connection.execute(ends).one()
    if first_id is None:
        return None
    of = select(announcement.c.account_id, announcement.c.price_per_part).where(announcement.c.id == announcement_id)
    account_id, price = connection.execute(of).one()
    times = select(submission.c.started_at, submission.c.finished_at).where(submission.c.id.in_([first_id, last_id]))
    rows = connection.execute(times.order_by(submission.c.id)).all()
    finished_at = rows[-1].finished_at or datetime.now(UTC)
    logins = same_login(connection, account_id)
    return _Run(announcement_id, logins, price, _Span(first_id, last_id, rows[0].started_at, finished_at))


def _readings(connection: Connection, run: _Run) -> list[Balance]:
    query = (
        select(balance.c.amount, balance.c.unit, balance.c.asked_at)
        .where(
            balance.c.account_id.in_(run.logins),
            balance.c.asked_at.between(run.span.started_at - LATE, run.span.finished_at + LATE),
        )
        .order_by(balance.c.asked_at)
    )
    return [Balance(Amount(row.amount, row.unit), row.asked_at) for row in connection.execute(query)]


def _charges(connection: Connection, run: _Run, readings: Sequence[Balance], span: _Span) -> list[Charge]:
    """The charges from the last reading before to each reading that tells of this span; the newest is the last."""
    before = bisect_right(readings, span.started_at, key=attrgetter("asked_at")) - 1
    first_after = bisect_left(readings, span.finished_at, key=attrgetter("asked_at"))
    if before < 0 or first_after == len(readings):
        return []
    last = first_after
    while (
        last + 1 < len(readings)
        and readings[last + 1].asked_at <= span.finished_at + LATE
        and not _busy(connection, run, span.last_id, readings[last], readings[last + 1])
    ):
        last += 1
    # Nothing was submitted between the readings after: each of them closes the same bill.
    from_id, bill = _bill(connection, run, span, readings[before], readings[first_after])
    rises = [_rise(connection, run, from_id, *pair) for pair in pairwise(readings[before : last + 1])]
    return [
        Charge(readings[before], readings[after], bill, sum(rises[: after - before], Decimal(0)))
        for after in range(first_after, last + 1)
        if readings[after].amount.unit == readings[before].amount.unit
    ]


def _bill(connection: Connection, run: _Run, span: _Span, before: Balance, after: Balance) -> tuple[int, Bill]:
    """The last submission before these two readings, and what was to be paid between them."""
    started, number = submission.c.started_at, submission.c.id
    earlier = select(number).where(number < span.first_id, started <= before.asked_at).order_by(number.desc()).limit(1)
    later = select(number).where(number > span.last_id, started >= after.asked_at).order_by(number).limit(1)
    from_id = connection.scalar(earlier) or 0
    to_id = connection.scalar(later) or (connection.scalar(select(func.max(number))) or 0) + 1
    tally = (
        select(delivery.c.state, func.sum(DELIVERY_PARTS))
        .join(announcement)
        .where(
            delivery.c.announcement_id == run.announcement_id,
            delivery.c.submission_id > from_id,
            delivery.c.submission_id < to_id,
        )
        .group_by(delivery.c.state)
    )
    taken, doubtful = parts_billed({DeliveryState(state): parts for state, parts in connection.execute(tally)})
    others = select(func.count(submission.c.announcement_id.distinct())).where(
        number > from_id,
        number < to_id,
        _ACCOUNT.in_(run.logins),
        submission.c.announcement_id != run.announcement_id,
        or_(submission.c.outcome.is_(None), submission.c.outcome.not_in(_COST_NOTHING)),
    )
    return from_id, Bill(taken, doubtful, run.price, others=connection.scalar(others) or 0)


def _rise(connection: Connection, run: _Run, from_id: int, old: Balance, new: Balance) -> Decimal:
    """By how much the balance rose from one reading to the next while nothing was sent: it was topped up."""
    rose = new.amount.value - old.amount.value
    if rose <= 0 or new.amount.unit != old.amount.unit or _busy(connection, run, from_id, old, new):
        return Decimal(0)
    return rose


def _busy(connection: Connection, run: _Run, from_id: int, old: Balance, new: Balance) -> bool:
    """Whether this login submitted anything between two readings; nothing before `from_id` is looked at."""
    query = (
        select(submission.c.started_at)
        .where(submission.c.id >= from_id, submission.c.started_at > old.asked_at, _ACCOUNT.in_(run.logins))
        .order_by(submission.c.id)
        .limit(1)
    )
    next_at: datetime | None = connection.scalar(query)
    return next_at is not None and next_at < new.asked_at
