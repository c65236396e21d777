"""Drafts that something else took the place of: kept for a while, so that they can be brought back."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from sqlalchemy import delete, func, insert, select

from smsdesk.domain.draft import KeptDraft
from smsdesk.store.drafts import columns_of, put_draft
from smsdesk.store.rows import draft_of
from smsdesk.store.schema import kept_draft

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smsdesk.domain.draft import Draft
    from smsdesk.store.database import Database

MOST_KEPT: Final = 20
"""Of more drafts the oldest goes."""
KEPT_FOR: Final = timedelta(days=90)
"""What is older goes at the next start, or when the next one is kept; it is not shown any more before that."""

_MOST_SHOWN: Final = 500  # characters: a list shows no more of a text

Which: TypeAlias = "int | Future[int]"
"""A kept draft by its id, or by what `keep` gave, even while that is under way."""


class KeptDrafts:
    """The kept drafts of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[KeptDraft]:
        """Those that are kept, the newest first."""
        columns = (
            kept_draft.c.id,
            kept_draft.c.kept_at,
            kept_draft.c.account_id,
            func.substr(kept_draft.c.text, 1, _MOST_SHOWN),
            func.substr(kept_draft.c.pending, 1, _MOST_SHOWN),
            kept_draft.c.listed,
        )
        young = kept_draft.c.kept_at > datetime.now(UTC) - KEPT_FOR
        query = select(*columns).where(young).order_by(kept_draft.c.id.desc())
        with self._database.reading() as connection:
            return [
                KeptDraft(id_, kept_at, account_id, text if text.strip() else pending, listed)
                for id_, kept_at, account_id, text, pending, listed in connection.execute(query)
            ]

    def load(self, id_: int) -> Draft | None:
        """One of them whole; None where it is gone. One with many people takes long."""
        with self._database.reading() as connection:
            row = connection.execute(select(kept_draft).where(kept_draft.c.id == id_)).mappings().one_or_none()
        return None if row is None else draft_of(row)

    def keep(self, draft: Draft) -> Future[int]:
        """Keep one more, and let go of what is too much or too old; the future gives its id."""
        return self._database.write_later(lambda connection: _keep(connection, draft))

    def let_go_of_old(self) -> Future[None]:
        """Keep none that is too old; where that can't be written down now, the next start does it."""
        return self._database.write_later(_let_go_of_old)

    def bring_back(self, which: Which, draft: Draft) -> Future[None]:
        """It is what is being written from now on, and kept no longer: both, or neither."""

        def move(connection: Connection) -> None:
            put_draft(connection, draft)
            _let_go(connection, which)

        return self._database.write_later(move)

    def throw_away(self, *those: Which) -> Future[None]:
        """Keep these no longer."""
        return self._database.write_later(lambda connection: _let_go(connection, *those))


def _keep(connection: Connection, draft: Draft) -> int:
    new = insert(kept_draft).values(listed=len(draft.people), kept_at=datetime.now(UTC), **columns_of(draft))
    id_ = connection.execute(new.returning(kept_draft.c.id)).scalar_one()
    newest = select(kept_draft.c.id).order_by(kept_draft.c.id.desc()).limit(MOST_KEPT)
    connection.execute(delete(kept_draft).where(kept_draft.c.id.not_in(newest)))
    _let_go_of_old(connection)
    return int(id_)


def _let_go_of_old(connection: Connection) -> None:
    connection.execute(delete(kept_draft).where(kept_draft.c.kept_at <= datetime.now(UTC) - KEPT_FOR))


def _let_go(connection: Connection, *those: Which) -> None:
    """One that could not be kept is not there."""
    ids = [each if isinstance(each, int) else each.result() for each in those if _is_there(each)]
    connection.execute(delete(kept_draft).where(kept_draft.c.id.in_(ids)))


def _is_there(which: Which) -> bool:
    return not isinstance(which, Future) or which.exception() is None
