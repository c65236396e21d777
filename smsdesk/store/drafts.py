"""The announcement that is being written, kept so that it survives a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from smsdesk.domain.draft import Draft
from smsdesk.store.rows import draft_of, people_kept
from smsdesk.store.schema import draft

if TYPE_CHECKING:
    from concurrent.futures import Future

    from sqlalchemy import Connection

    from smsdesk.store.database import Database


class DraftStore:
    """The one draft of a profile."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Draft:
        """The draft as it was last saved; an empty one if there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(draft)).mappings().one_or_none()
        return Draft() if row is None else draft_of(row)

    def save(self, new: Draft) -> Future[None]:
        """Keep this draft in place of the last."""
        return self._database.write_later(lambda connection: put_draft(connection, new))


def put_draft(connection: Connection, new: Draft) -> None:
    """Keep this draft in place of the last, in the caller's transaction."""
    connection.execute(delete(draft))
    connection.execute(insert(draft).values(id=1, changed_at=datetime.now(UTC), **columns_of(new)))


def columns_of(new: Draft) -> dict[str, object]:
    """A draft as a row keeps it."""
    return {
        "account_id": new.account_id,
        "sender": new.sender,
        "text": new.text,
        "people": people_kept(new.people),
        "pending": new.pending,
        "send_at": new.send_at.isoformat() if new.send_at else "",
    }
