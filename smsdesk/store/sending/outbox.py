"""The outbox: what is queued, what is on its way, and what became of it. Every move is committed before it is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from smsdesk.domain.delivery import DeliveryState, sources
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.store.drafts import put_draft
from smsdesk.store.history.unknowns import MAY_BE_SENT_AGAIN
from smsdesk.store.schema import account, announcement, delivery
from smsdesk.store.sending.claims import Claim, new_id, settle, take
from smsdesk.store.sending.recovery import LeftOver, anything_interrupted, give_up_interrupted, read_left_over

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from concurrent.futures import Future

    from sqlalchemy import ColumnElement, Connection

    from smsdesk.domain.announcement import Announcement, Recipient
    from smsdesk.domain.outcome import Verdict
    from smsdesk.store.database import Database


_DELETED = QT_TRANSLATE_NOOP("outbox", "The account was deleted meanwhile.")
_ALL_KNOWN = QT_TRANSLATE_NOOP("outbox", "Meanwhile it has become known what became of all of these messages.")
_LOOK = QT_TRANSLATE_NOOP("outbox", "The history shows it. Nothing was sent.")
_CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("outbox", "Choose another account. Nothing was sent.")

_AT_ONCE = 500
"""Ids in one statement."""

_LONGEST_COUNTDOWN = timedelta(minutes=1)


@frozen
class Stopped:
    """What Stop or Undo found: deliveries cancelled by announcement, and the submissions that were on their way."""

    cancelled: Mapping[int, int]
    on_the_way: frozenset[int]

    @property
    def people(self) -> int:
        """How many deliveries are cancelled."""
        return sum(self.cancelled.values())


class Outbox:
    """Deliveries on their way out, in the states and moves of `domain.delivery`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: Announcement, leaves_in: timedelta | None = timedelta(0)) -> Future[int]:
        """Queue an announcement; the future gives its id when it is on disk.

        Of what is sent again those are left out about whom something has become known since: a report, or the user.

        `leaves_in` is how long from then it may leave, None when it waits for the user's Continue.

        Raises (in the future):
            UserFacingError: the account was deleted, nobody is left, or the data file was moved or replaced.
        """

        def job(connection: Connection) -> int:
            self._database.refuse_if_moved()
            now = datetime.now(UTC)
            if connection.scalar(select(account.c.deleted_at).where(account.c.id == new.account_id)) is not None:
                raise UserFacingError(_DELETED, _CHOOSE_ANOTHER)
            recipients = _still_wanted(connection, new.recipients)
            if not recipients:
                raise UserFacingError(_ALL_KNOWN, _LOOK)
            values = {
                "account_id": new.account_id,
                "text": new.text,
                "sender": new.sender,
                "parts": new.parts,
                "one_by_one": new.one_by_one,
                "send_at": new.send_at,
                "created_at": now,
                "price_per_part": new.price_per_part,
                "leaves_at": None if leaves_in is None else now + leaves_in,
            }
            announcement_id = new_id(connection.execute(insert(announcement), values))
            rows = [
                {
                    "announcement_id": announcement_id,
                    "number": each.number,
                    "name": each.name,
                    "resend_of": each.resend_of,
                    "text": each.text,
                    "parts": each.parts,
                    "state": DeliveryState.QUEUED,
                    "changed_at": now,
                }
                for each in recipients
            ]
            connection.execute(insert(delivery), rows)
            if new.draft_left is not None:
                put_draft(connection, new.draft_left)
            return announcement_id

        return self._database.write_later(job)

    def people_of(self, announcement_id: int) -> int:
        """How many deliveries an announcement has, wherever they stand."""
        with self._database.reading() as connection:
            query = select(func.count()).where(delivery.c.announcement_id == announcement_id)
            return connection.scalar(query) or 0

    def next_announcement(self, account_id: str, without: Collection[int] = ()) -> int | None:
        """The oldest announcement of this account that has something queued and does not wait for the user.

        `without` are announcements that may not leave yet.
        """
        query = (
            select(delivery.c.announcement_id)
            .join(announcement)
            .where(
                delivery.c.state == DeliveryState.QUEUED,
                announcement.c.account_id == account_id,
                announcement.c.leaves_at.is_not(None),
                announcement.c.id.not_in(without),
            )
            .order_by(delivery.c.id)
            .limit(1)
        )
        with self._database.reading() as connection:
            return connection.scalar(query)

    def claim(self, announcement_id: int, limit: int) -> Claim | None:
        """Mark up to `limit` queued deliveries as `submitting`, with their submission; None when none is left.

        Raises:
            UserFacingError: the data file was moved, deleted or replaced: nothing leaves that can't be kept.
        """

        def job(connection: Connection) -> Claim | None:
            self._database.refuse_if_moved()
            return take(connection, announcement_id, limit)

        return self._database.write(job)

    def record(
        self,
        claim: Claim,
        verdicts: Sequence[Verdict],
        check_at: datetime | None = None,
        *,
        hold: bool = False,
        cancel_unsent: bool = False,
        cancelled_because: str | None = None,
        cancel_rest: str | None = None,
    ) -> Stopped:
        """Write down what became of a claim: one verdict per delivery, in order.

        A verdict of `not sent`, or one that refuses the whole request, puts its delivery back to queued. `check_at` is
        when the gateway shall first be asked what became of what it accepted; None where it is not asked. `hold` makes
        everything that its account has queued wait for the user, in the same transaction. With `cancel_unsent` what
        would go back to queued is cancelled, because of that code. With `cancel_rest` so is all else of the
        announcement that is queued, because of this code; gives what that was.
        """

        def job(connection: Connection) -> Stopped:
            settle(connection, claim, verdicts, check_at, cancel_unsent=cancel_unsent, why=cancelled_because)
            rest = Stopped({}, frozenset())
            if cancel_rest is not None:
                rest = _cancel(connection, delivery.c.announcement_id == claim.announcement_id, _because(cancel_rest))
            if hold:
                _hold(connection, claim.account_id)
            return rest

        return self._database.write(job)

    def hold(self, account_id: str | None = None) -> Future[None]:
        """Make what this account, or every one, has unfinished wait for the user, at the next start too."""
        return self._database.write_later(lambda connection: _hold(connection, account_id))

    def release(self, account_id: str, without: Collection[int] = ()) -> Future[None]:
        """The user said Continue: what waited for that may leave now, but for the announcements `without`."""

        def job(connection: Connection) -> None:
            held = (
                announcement.c.account_id == account_id,
                announcement.c.leaves_at.is_(None),
                announcement.c.id.not_in(without),
                _unfinished(),
            )
            connection.execute(update(announcement).where(*held).values(leaves_at=datetime.now(UTC)))

        return self._database.write_later(job)

    def cancel(self, account_id: str) -> Future[Stopped]:
        """Cancel what this account has queued; the future gives what that was, and what was on its way."""
        own = delivery.c.announcement_id.in_(select(announcement.c.id).where(announcement.c.account_id == account_id))
        # What an earlier refusal of the account left with them still stands there: that is why they waited.
        return self._database.write_later(lambda connection: _cancel(connection, own, {}))

    def cancel_announcement(self, announcement_id: int, code: str | None) -> Future[Stopped]:
        """Cancel what an announcement has queued, because of `code`; the future gives what `cancel` gives.

        No code is what stands with those that the user has stopped.
        """
        own = delivery.c.announcement_id == announcement_id
        return self._database.write_later(lambda connection: _cancel(connection, own, _because(code)))

    def anything_interrupted(self) -> bool:
        """Whether an earlier run left something `submitting`. Needs the profile's lock."""
        with self._database.reading() as connection:
            return anything_interrupted(connection)

    def recover(self, check: Callable[[], object] = lambda: None) -> int:
        """Turn what an earlier run left `submitting` into `unknown`; gives how many. Needs the profile's lock.

        `check` is called before anything is written: it raises what speaks against that.
        """
        if not self.anything_interrupted():
            return 0  # as after every orderly end: no write holds up the start
        check()
        return self._database.write(give_up_interrupted)

    def left_over(self, held_before: datetime, doubted: int = 0) -> dict[str, LeftOver]:
        """What an earlier run left queued, by account id.

        What could have left before `held_before` waits for the user from now on: its hour may have passed. So does
        what may leave far in the future only: the clock has been set back. And so do the announcements up to the id
        `doubted`: they come from what may be an older copy of the data.
        """
        with self._database.reading() as connection:
            found, old = read_left_over(connection, held_before, datetime.now(UTC) + _LONGEST_COUNTDOWN, doubted)
        if old:
            too_old = update(announcement).where(announcement.c.id.in_(old)).values(leaves_at=None)
            self._database.write(lambda connection: connection.execute(too_old))
        return found


def _still_wanted(connection: Connection, recipients: Sequence[Recipient]) -> list[Recipient]:
    """Without those who are sent to again, and need not be: looked at in the transaction that adds them."""
    again = [each.resend_of for each in recipients if each.resend_of is not None]
    wanted: set[int] = set()
    for first in range(0, len(again), _AT_ONCE):
        some = select(delivery.c.id).where(delivery.c.id.in_(again[first : first + _AT_ONCE]), MAY_BE_SENT_AGAIN)
        wanted.update(connection.scalars(some))
    return [each for each in recipients if each.resend_of is None or each.resend_of in wanted]


def _cancel(connection: Connection, own: ColumnElement[bool], why: Mapping[str, str | None]) -> Stopped:
    queued = (delivery.c.state.in_(sources(DeliveryState.CANCELLED)), own)
    counted = (
        select(delivery.c.announcement_id, func.count().label("people"))
        .where(*queued)
        .group_by(delivery.c.announcement_id)
    )
    cancelled = {row.announcement_id: row.people for row in connection.execute(counted)}
    values = {**why, "state": DeliveryState.CANCELLED, "changed_at": datetime.now(UTC)}
    connection.execute(update(delivery).where(*queued).values(values))
    leaving = select(delivery.c.submission_id).where(delivery.c.state == DeliveryState.SUBMITTING, own).distinct()
    return Stopped(cancelled, frozenset(connection.scalars(leaving)))


def _because(code: str | None) -> dict[str, str | None]:
    return {"error_code": code, "error_text": None}


def _unfinished() -> ColumnElement[bool]:
    """What is on its way counts: it may come back to queued."""
    on_the_way = (DeliveryState.QUEUED, DeliveryState.SUBMITTING)
    return announcement.c.id.in_(select(delivery.c.announcement_id).where(delivery.c.state.in_(on_the_way)))


def _hold(connection: Connection, account_id: str | None) -> None:
    own = () if account_id is None else (announcement.c.account_id == account_id,)
    connection.execute(update(announcement).where(*own, _unfinished()).values(leaves_at=None))
