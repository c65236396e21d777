"""Whether the data file may be an older copy: the log beside it tells of a time that the file knows nothing of.

A folder that was copied and put back carries no stamp as a backup does.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from smsdesk.store.database import Database

_NEWEST_ANNOUNCEMENT: Final = (
    "SELECT max(announcement_id) FROM delivery WHERE state = 'queued'"  # the last of all that would leave by itself
)
_LAST: Final = 50
"""How many rows of each table are looked at, from the last one on: several queues move side by side."""

_CHANGES: Final = (
    ("announcement", "created_at"),
    ("submission", "coalesce(finished_at, started_at)"),
    ("delivery", "changed_at"),
    ("report", "received_at"),
    ("balance", "asked_at"),
    ("draft", "changed_at"),
    ("kept_draft", "kept_at"),
)


def doubted_up_to(database: Database, logged_until: datetime | None) -> int:
    """The newest announcement that must not leave by itself, because this may be an older copy; 0 where it is none.

    To be asked before this run has changed anything.

    Args:
        database: the database.
        logged_until: when the last line of the log was written; None for no log.
    """
    if logged_until is None:
        return 0
    with database.reading_plainly() as connection:
        (newest,) = connection.execute(_NEWEST_ANNOUNCEMENT).fetchone()
        if newest is None:
            return 0
        changes = [
            connection.execute(
                f"SELECT max(at) FROM (SELECT {at} AS at FROM {table} ORDER BY id DESC LIMIT {_LAST})"  # noqa: S608
            ).fetchone()[0]
            for table, at in _CHANGES
        ]
    changed = max(datetime.fromisoformat(at) for at in changes if at is not None)
    return int(newest) if changed < logged_until else 0
