"""What was done since a backup, brought over from the damaged file as far as that can still be read."""

from __future__ import annotations

import functools
import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery import MOVES, DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.store.migrations.runner import REVISIONS
from smsdesk.store.schema import announcement, balance, delivery, draft, kept_draft, submission
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.damaged_rows import BLOCK, DamagedRows

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table

    from smsdesk.store.sqlite.damaged_rows import Row

_log = logging.getLogger(__name__)

_ENOUGH_S: Final = 5.0


@frozen
class Salvaged:
    """What was brought over.

    Attributes:
        announcements: how many that are newer than the backup, each with those of its deliveries that could be read.
        missing: how many newer ones left a trace, but could not be brought over themselves. There may be more that
            left none.
    """

    announcements: int = 0
    missing: int = 0


def salvage(damaged: Path, backup: Path, within_s: float = _ENOUGH_S) -> Salvaged:
    """Add to a copy of a backup what the damaged file still shows of the time since; all of it or nothing.

    Only a row that can be read and makes sense is taken, and only from a file of the same revision and history. The
    damaged file is not written to. Delivery reports are left out; what they said of deliveries is not.

    Args:
        damaged: the damaged file, with its log still beside it.
        backup: a sound database that nobody else has open.
        within_s: how long to read; what was not read by then is not taken.
    """
    try:
        with closing(sqlite.open_unchanged(damaged)) as old, closing(sqlite3.connect(backup)) as new:
            new.execute("PRAGMA foreign_keys=ON")
            with new:
                return _bring_over(DamagedRows(old, within_s), new)
    except sqlite3.Error as error:
        _log.info("nothing brought over from the damaged file: %s", error)
    except Exception:
        _log.exception("nothing brought over from the damaged file")  # a bug of ours must not bar the way back
    return Salvaged()


def _bring_over(remains: DamagedRows, new: sqlite3.Connection) -> Salvaged:
    if not (remains.revision() == _revision(new) == REVISIONS[-1] and _one_history(remains, new)):
        return Salvaged()
    last_submission, last_delivery = _highest(new, submission), _highest(new, delivery)
    added, without_account = _add_newer(remains, new, announcement)
    _, without_announcement = _add_newer(remains, new, submission)
    without_announcement += _add_newer(remains, new, delivery)[1]
    traces = {row["id"] for row in without_account} | {row["announcement_id"] for row in without_announcement}
    _take_draft(remains, new)
    _take_kept_drafts(remains, new)
    _add_newer(remains, new, balance)
    _finish_submissions(remains, new, last_submission)
    _move_deliveries(remains, new, last_delivery)
    return Salvaged(added, sum(not _exists(new, announcement, id_) for id_ in traces))


def _revision(new: sqlite3.Connection) -> str | None:
    row = new.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def _one_history(remains: DamagedRows, new: sqlite3.Connection) -> bool:
    """Whether the backup is of this file's own past, and not of a copy that went on by itself: ids would clash."""
    row = new.execute("SELECT id, account_id, created_at FROM announcement ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return True
    id_, *same = row
    return all([found["account_id"], found["created_at"]] == same for found in remains.between(announcement, id_, id_))


def _add_newer(remains: DamagedRows, new: sqlite3.Connection, table: Table) -> tuple[int, list[Row]]:
    """Add the rows above the highest id; gives how many, and those that belong to something that is not there."""
    added, homeless = 0, []
    for row in remains.after(table, _highest(new, table)):
        if _tie(new, table, row):
            _insert(new, table, row)
            added += 1
        else:
            homeless.append(row)
    return added, homeless


def _tie(new: sqlite3.Connection, table: Table, row: Row) -> bool:
    """See to a row's foreign keys: what may be null becomes null where its row is not there; False if it may not."""
    for name, target, nullable in _ties(table):
        if row[name] is not None and not _exists(new, target, row[name]):
            if not nullable:
                return False
            row[name] = None
    return True


@functools.cache
def _ties(table: Table) -> list[tuple[str, Table, bool]]:
    return [(key.parent.name, key.column.table, bool(key.parent.nullable)) for key in table.foreign_keys]


def _take_draft(remains: DamagedRows, new: sqlite3.Connection) -> None:
    (changed_at,) = new.execute("SELECT coalesce(max(changed_at), '') FROM draft").fetchone()
    for row in remains.between(draft, 1, 1):
        if row["changed_at"] > changed_at:
            new.execute("DELETE FROM draft")
            _insert(new, draft, row)


def _take_kept_drafts(remains: DamagedRows, new: sqlite3.Connection) -> None:
    """By their time: an id that was let go may have been given out again."""
    (kept_at,) = new.execute("SELECT coalesce(max(kept_at), '') FROM kept_draft").fetchone()
    for row in [*remains.after(kept_draft, 0)]:
        if row["kept_at"] > kept_at:
            row["id"] = _highest(new, kept_draft) + 1
            _insert(new, kept_draft, row)


def _finish_submissions(remains: DamagedRows, new: sqlite3.Connection, highest: int) -> None:
    """Take how submissions ended that were under way when the backup was made."""
    under_way = "SELECT id, account_id, announcement_id FROM submission WHERE finished_at IS NULL AND id <= ?"
    for id_, *same in new.execute(under_way, (highest,)).fetchall():
        for row in remains.between(submission, id_, id_):
            if [row["account_id"], row["announcement_id"]] == same:
                new.execute(
                    "UPDATE submission SET finished_at = :finished_at, outcome = :outcome, error_code = :error_code, "
                    "error_text = :error_text WHERE id = :id",
                    row,
                )


def _move_deliveries(remains: DamagedRows, new: sqlite3.Connection, highest: int) -> None:
    """Take what has become of the backup's own deliveries since, newest first: the time may not suffice for all."""
    moving = ", ".join(f"'{state}'" for state in _AHEAD if _AHEAD[state])
    query = (
        "SELECT id, state, number, announcement_id FROM delivery "  # noqa: S608 - states alone
        f"WHERE id BETWEEN ? AND ? AND state IN ({moving})"
    )
    for high in range(highest, 0, -BLOCK):
        low = max(high - BLOCK + 1, 1)
        known = {id_: (state, *same) for id_, state, *same in new.execute(query, (low, high))}
        for row in remains.between(delivery, low, high) if known else ():
            state, *same = known.get(row["id"], (None,))
            if state is None or row["state"] not in _AHEAD[DeliveryState(state)]:
                continue
            if [row["number"], row["announcement_id"]] == same and _tie(new, delivery, row):
                new.execute(
                    "UPDATE delivery SET state = :state, message_id = :message_id, error_code = :error_code, "
                    "error_text = :error_text, submission_id = :submission_id, changed_at = :changed_at, "
                    "check_at = :check_at WHERE id = :id",
                    row,
                )


def _ahead(start: DeliveryState) -> frozenset[DeliveryState]:
    """Where a delivery may have gone from a state, in however many moves."""
    reached, left = {start}, [start]
    while left:
        for state in MOVES[left.pop()] - reached:
            reached.add(state)
            left.append(state)
    return frozenset(reached) - {start}


_AHEAD: Final = {state: _ahead(state) for state in DeliveryState}


def _highest(new: sqlite3.Connection, table: Table) -> int:
    (id_,) = new.execute(f"SELECT coalesce(max(id), 0) FROM {table.name}").fetchone()  # noqa: S608
    return int(id_)


def _exists(new: sqlite3.Connection, table: Table, id_: int | str) -> bool:
    return new.execute(f"SELECT 1 FROM {table.name} WHERE id = ?", (id_,)).fetchone() is not None  # noqa: S608


def _insert(new: sqlite3.Connection, table: Table, row: Row) -> None:
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    new.execute(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", row)  # noqa: S608
