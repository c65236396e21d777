"""Who has a text already: the same text to the same number is seldom meant twice."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.store.schema import announcement, delivery

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from smsdesk.store.database import Database

_DID_NOT_GET_IT = (
    DeliveryState.CANCELLED,
    DeliveryState.REJECTED,
    DeliveryState.UNDELIVERED,
    DeliveryState.EXPIRED,
)
_HAVE_IT = tuple(state for state in DeliveryState if state not in _DID_NOT_GET_IT)


@frozen
class Duplicate:
    """Who has a text already: E.164 numbers, and when the newest announcement of it to that number was made (UTC)."""

    at: Mapping[str, datetime]

    @property
    def newest(self) -> datetime:
        """When the newest of these announcements was made (UTC).

        Raises:
            ValueError: nobody has the text.
        """
        return max(self.at.values())

    @property
    def all_at_once(self) -> bool:
        """They all have it from one and the same announcement."""
        return len(set(self.at.values())) <= 1


class Duplicates:
    """Looks for a text among what was sent before, whatever account it went with.

    A text is the same when it reads the same: Unicode's composed form, with every run of white space as one space.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def announced(self, text: str, since: datetime) -> bool:
        """Whether the text was announced since `since`, to whomever; reads no deliveries, so it is quick."""
        with self._database.reading() as connection:
            return bool(_announcements(connection, text, since))

    def find(self, text: str, numbers: Iterable[str], since: datetime) -> Duplicate:
        """Which of these E.164 numbers have the text since `since`, are about to get it, or may have got it.

        It reads every number that the text went to, which takes a moment for a long list: not for the window's thread.
        """
        left = set(numbers)
        at: dict[str, datetime] = {}
        with self._database.reading() as connection:
            for announcement_id, created_at in _announcements(connection, text, since):
                got = left.intersection(connection.scalars(_WHO_HAS_IT, {"announcement": announcement_id}))
                at.update(dict.fromkeys(got, created_at))
                left -= got
        return Duplicate(at)


_WHO_HAS_IT = select(delivery.c.number).where(
    delivery.c.announcement_id == bindparam("announcement"), delivery.c.state.in_(_HAVE_IT)
)


def _announcements(connection: Connection, text: str, since: datetime) -> list[tuple[int, datetime]]:
    """Announcements of this text as (id, time), newest first."""
    query = (
        select(announcement.c.id, announcement.c.text)
        .where(announcement.c.created_at >= since)
        .order_by(announcement.c.id.desc())
    )
    wanted = _as_read(text)
    same = [id_ for id_, text in connection.execute(query) if _as_read(text) == wanted]
    if not same:
        return []
    when = select(announcement.c.id, announcement.c.created_at).where(announcement.c.id.in_(same))
    return [(row.id, row.created_at) for row in connection.execute(when.order_by(announcement.c.id.desc()))]


def _as_read(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
