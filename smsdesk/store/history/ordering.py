"""In which order announcements and deliveries are listed, other than as they were written, and how many are of a kind.

Of whole histories only ids and what they are ordered by are read, in pieces: whoever shows pages waits for none longer
than for one piece. Texts are ordered here, and not by the database: each kind of database has its own idea of capitals.
"""

from __future__ import annotations

from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import and_, func, select

from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.domain.history import AnnouncementKind, AnnouncementOrder, DeliveryOrder
from smsdesk.store.schema import account, announcement, delivery, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select

    from smsdesk.store.database import Database

Key: TypeAlias = "tuple[Any, ...]"

_S = DeliveryState
_ANNOUNCEMENTS: Final = 1_000
_DELIVERIES: Final = 3_000
"""Ids in one piece."""
_COMPARED: Final = 200  # characters of a message

_DOUBTFUL: Final = (_S.UNKNOWN, *FAILED)
_TO_LEAVE: Final = (_S.QUEUED, _S.SUBMITTING)
_BY_NEED: Final = (*_DOUBTFUL, *_TO_LEAVE, _S.ACCEPTED, _S.DELIVERED, _S.CANCELLED)
_RANK: Final = {state: rank for rank, state in enumerate(_BY_NEED)}


class HistoryOrdering:
    """Orders the history of one profile; for any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, now: datetime) -> dict[AnnouncementKind | None, int]:
        """How many announcements are of each kind; under None, how many there are."""
        every = select(func.count()).select_from(announcement)
        # By the tally, and not by the announcements: most of them have nothing to be found of.
        those = select(func.count(tally.c.announcement_id.distinct())).where(tally.c.deliveries > 0)
        leaving = those.join(announcement, announcement.c.id == tally.c.announcement_id)
        queries: dict[AnnouncementKind | None, Select[Any]] = {
            None: every,
            AnnouncementKind.DOUBTFUL: those.where(tally.c.state.in_(_DOUBTFUL)),
            AnnouncementKind.SCHEDULED: every.where(_is_of(AnnouncementKind.SCHEDULED, now)),
            AnnouncementKind.WAITING: leaving.where(tally.c.state.in_(_TO_LEAVE), ~_leaves_later(now)),
        }
        found: dict[AnnouncementKind | None, int] = {}
        for kind, query in queries.items():
            with self._database.reading() as connection:
                found[kind] = connection.scalar(query) or 0
        return found

    def announcements(
        self,
        by: AnnouncementOrder,
        *,
        falling: bool,
        now: datetime,
        only: AnnouncementKind | None = None,
        among: Collection[int] | None = None,
    ) -> Iterator[list[int] | None]:
        """Announcements' ids in order; of equal ones the newest first.

        Args:
            by: what they are ordered by.
            falling: from the highest to the lowest.
            now: what lies before this has been sent.
            only: of this kind; None for all.
            among: no others than these; None for all.

        Returns:
            None after each piece that was read, and at last the ids.
        """
        with self._database.reading() as connection:
            top = connection.scalar(select(func.max(announcement.c.id))) or 0
        pieces: list[list[tuple[Key, int]]] = []
        for high in range(top, 0, -_ANNOUNCEMENTS):
            own = [announcement.c.id <= high, announcement.c.id > high - _ANNOUNCEMENTS]
            if only is not None:
                own.append(_is_of(only, now))
            query = select(announcement.c.id, *_COLUMNS_OF[by]).join(account).where(*own)
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(announcement.c.id.desc())).all()
            pieces.append(_in_order(rows, _announcement_key(by), among, falling=falling))
            yield None
        yield _merged(pieces, falling=falling)

    def deliveries(
        self,
        announcement_id: int,
        by: DeliveryOrder,
        *,
        falling: bool,
        states: Collection[DeliveryState] | None = None,
        among: Collection[int] | None = None,
    ) -> Iterator[list[int] | None]:
        """The ids of an announcement's deliveries in order; of equal ones that which was listed first.

        Args:
            announcement_id: which.
            by: what they are ordered by.
            falling: from the highest to the lowest.
            states: those that stand there; None for all.
            among: no others than these; None for all.

        Returns:
            None after each piece that was read, and at last the ids.
        """
        of_it = delivery.c.announcement_id == announcement_id
        with self._database.reading() as connection:  # one after the other: both at once would walk through all of them
            first, last = (connection.scalar(select(end(delivery.c.id)).where(of_it)) for end in (func.min, func.max))
        pieces: list[list[tuple[Key, int]]] = []
        for low in range(first or 0, (last or -1) + 1, _DELIVERIES):
            # By their ids, which follow on each other: by the announcement, each piece would count anew from the first.
            own = [of_it, delivery.c.id >= low, delivery.c.id < low + _DELIVERIES]
            if states is not None:
                own.append(delivery.c.state.in_(states))
            query = select(delivery.c.id, _COLUMN_OF[by], delivery.c.state).where(*own).order_by(delivery.c.id)
            with self._database.reading() as connection:
                rows = connection.execute(query).all()
            pieces.append(_in_order(rows, _delivery_key(by), among, falling=falling))
            yield None
        yield _merged(pieces, falling=falling)


def _is_of(kind: AnnouncementKind, now: datetime) -> ColumnElement[bool]:
    """Whether an announcement is of this kind."""
    if kind is AnnouncementKind.DOUBTFUL:
        return _has(_DOUBTFUL)
    if kind is AnnouncementKind.SCHEDULED:
        return and_(_leaves_later(now), _has((*_TO_LEAVE, _S.ACCEPTED)))
    return and_(_has(_TO_LEAVE), ~_leaves_later(now))


def _leaves_later(now: datetime) -> ColumnElement[bool]:
    return and_(announcement.c.send_at.is_not(None), announcement.c.send_at > now)


def _has(states: Collection[DeliveryState]) -> ColumnElement[bool]:
    """Whether something of an announcement stands in one of these states."""
    of_it = select(tally.c.announcement_id).where(tally.c.announcement_id == announcement.c.id)
    return of_it.where(tally.c.state.in_(states), tally.c.deliveries > 0).exists()


def _how_many(*those: ColumnElement[bool]) -> ColumnElement[int]:
    counted = select(func.sum(tally.c.deliveries)).where(tally.c.announcement_id == announcement.c.id, *those)
    return func.coalesce(counted.scalar_subquery(), 0)


_COLUMNS_OF: Final[dict[AnnouncementOrder, tuple[ColumnElement[Any], ...]]] = {
    AnnouncementOrder.SENT: (),
    AnnouncementOrder.MESSAGE: (func.substr(announcement.c.text, 1, _COMPARED),),
    AnnouncementOrder.ACCOUNT: (account.c.provider, account.c.name),
    AnnouncementOrder.PEOPLE: (_how_many(),),
    AnnouncementOrder.OUTCOME: (_how_many(tally.c.state.in_(_DOUBTFUL)),),
}
_COLUMN_OF: Final = {
    DeliveryOrder.NAME: delivery.c.name,
    DeliveryOrder.NUMBER: delivery.c.number,
    DeliveryOrder.STATE: delivery.c.state,
    DeliveryOrder.TIME: delivery.c.changed_at,
}


def _announcement_key(by: AnnouncementOrder) -> Callable[[Sequence[Any]], Key]:
    if by is AnnouncementOrder.SENT:
        return lambda row: (row[0],)
    if by in (AnnouncementOrder.PEOPLE, AnnouncementOrder.OUTCOME):
        return lambda row: (row[1],)
    return lambda row: tuple([" ".join(cell.casefold().split()) for cell in row[1:]])


def _delivery_key(by: DeliveryOrder) -> Callable[[Sequence[Any]], Key]:
    """Rising, who has no name stands behind those who have one, and what has not moved yet behind what has."""
    if by is DeliveryOrder.NAME:
        return lambda row: (not row[1], row[1].casefold())
    if by is DeliveryOrder.NUMBER:
        return lambda row: (row[1],)
    if by is DeliveryOrder.STATE:
        return lambda row: (_RANK[_S(row[1])],)
    return lambda row: (row[2] == _S.QUEUED, row[1])


def _in_order(
    rows: Sequence[Any], key: Callable[[Sequence[Any]], Key], among: Collection[int] | None, *, falling: bool
) -> list[tuple[Key, int]]:
    keyed = [(key(row), row[0]) for row in rows if among is None or row[0] in among]
    keyed.sort(key=itemgetter(0), reverse=falling)
    return keyed


def _merged(pieces: Sequence[list[tuple[Key, int]]], *, falling: bool) -> list[int]:
    """Merged, not sorted: that one call would hold all other threads up."""
    return [id_ for _, id_ in merge(*pieces, key=itemgetter(0), reverse=falling)]
