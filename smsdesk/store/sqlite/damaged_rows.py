"""What can still be read of a damaged database file: one row at a time, and only rows that make sense."""

from __future__ import annotations

import functools
import itertools
import json
import re
import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sqlalchemy import Boolean, Integer

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import Outcome
from smsdesk.store.schema import DecimalText, UtcText, delivery, draft, kept_draft, submission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column, Table

Row: TypeAlias = dict[str, Any]
"""A row by column name, in the database's own types."""

BLOCK: Final = 512
"""How many ids are read at once."""

# How many blocks without a row are passed over. Ids are given out in order, so such blocks are bad, or behind the end.
_PATIENCE: Final = 64
_PATIENCE_WITHOUT_END: Final = 16  # where the end itself is bad every block behind it takes its time
_LONGEST: Final = 64 * 1024 * 1024  # bytes of one value: a damaged length must not ask for all the memory there is
_LOOK_AT_THE_CLOCK_EVERY: Final = 10_000  # SQLite's own steps, about a tenth of a millisecond
_UNREADABLE: Final = (sqlite3.Error, MemoryError)


class DamagedRows:
    """The rows of a damaged file. None of it raises on the file's account: what can't be read is not given.

    Indexes are never used: a damaged one would lead to the wrong rows.

    Args:
        connection: to the damaged file, for reading only.
        within_s: nothing more is read after so many seconds.
    """

    def __init__(self, connection: sqlite3.Connection, within_s: float) -> None:
        self._connection = connection
        self._until = time.monotonic() + within_s
        # Reads a file that is cut off, or whose list of tables is damaged, as far as it goes. Nothing is written by it.
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        connection.set_progress_handler(self._over, _LOOK_AT_THE_CLOCK_EVERY)

    def revision(self) -> str | None:
        """The revision of its tables; None where it can't be read."""
        try:
            row = self._connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except _UNREADABLE:
            return None
        return row[0] if row and isinstance(row[0], str) else None

    def after(self, table: Table, id_: int) -> Iterator[Row]:
        """The rows above an id, in order."""
        patience = _PATIENCE if self._has_end(table) else _PATIENCE_WITHOUT_END
        low, barren = id_ + 1, 0
        while barren < patience and not self._over():
            barren += 1
            for row in self.between(table, low, low + BLOCK - 1):
                barren = 0
                yield row
            low += BLOCK

    def between(self, table: Table, low: int, high: int) -> Iterator[Row]:
        """The rows with these ids, in order; both ends count."""
        names = table.columns.keys()
        for values in self._read(_select(table), low, high):
            row = dict(zip(names, values, strict=True))
            if all(fits(row[name]) for name, fits in _checks(table)):
                yield row

    def _read(self, query: str, low: int, high: int) -> list[tuple[Any, ...]]:
        """Read a range, in halves where that raises: so one bad page costs no row of another."""
        if self._over():
            return []
        try:
            rows = self._connection.execute(query, (low, high)).fetchall()
        except _UNREADABLE:
            rows = None
        # A page that was written to the wrong place gives rows of other ids, or in another order.
        if rows is not None and _ascend([low - 1, *(row[0] for row in rows), high + 1]):
            return rows
        if low == high:
            return []
        middle = (low + high) // 2
        return self._read(query, low, middle) + self._read(query, middle + 1, high)

    def _has_end(self, table: Table) -> bool:
        try:
            self._connection.execute(f"SELECT max(id) FROM {table.name} NOT INDEXED").fetchone()  # noqa: S608
        except _UNREADABLE:
            return False
        return True

    def _over(self) -> bool:
        return time.monotonic() > self._until


def _ascend(ids: list[int]) -> bool:
    return all(first < second for first, second in itertools.pairwise(ids))


@functools.cache
def _select(table: Table) -> str:
    columns = ", ".join(table.columns.keys())
    return f"SELECT {columns} FROM {table.name} NOT INDEXED WHERE id BETWEEN ? AND ? ORDER BY id"  # noqa: S608


@functools.cache
def _checks(table: Table) -> list[tuple[str, Callable[[Any], bool]]]:
    return [(column.name, _check(column)) for column in table.columns]


def _check(column: Column[Any]) -> Callable[[Any], bool]:
    fits = _RULES.get(column) or _check_of_type(column)
    return (lambda value: value is None or fits(value)) if column.nullable else fits


def _check_of_type(column: Column[Any]) -> Callable[[Any], bool]:
    kind = column.type
    if isinstance(kind, UtcText):
        return _is_time
    if isinstance(kind, DecimalText):
        return _matches(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
    if isinstance(kind, Boolean):
        return lambda value: value in (0, 1)
    if isinstance(kind, Integer):
        return lambda value: isinstance(value, int)
    return _is_text


def _matches(pattern: str) -> Callable[[Any], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_text(value: Any) -> bool:
    """Nobody types zero characters: they are left where a part of the file was lost."""
    return isinstance(value, str) and "\0" not in value


def _is_time(value: Any) -> bool:
    """Whether this is what `UtcText` writes, to the letter."""
    try:
        parsed = datetime.fromisoformat(value).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return False
    return bool(parsed.isoformat(timespec="microseconds") == value)


def _is_picked_time(value: Any) -> bool:
    try:
        return bool(value == "" or datetime.fromisoformat(value).tzinfo is None)
    except (TypeError, ValueError):
        return False


def _is_people(value: Any) -> bool:
    try:
        people = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return False
    return isinstance(people, list) and all(isinstance(each, list) and _is_person(each) for each in people)


def _is_person(kept: list[Any]) -> bool:
    """Whether this is [typed, name], or [typed, name, accepted, [[header, text], ...]]."""
    accepted, fields = kept[2:] if len(kept) == 4 else (False, [])
    pairs = [kept[:2], *fields] if isinstance(fields, list) else []
    return len(kept) in (2, 4) and isinstance(accepted, bool) and bool(pairs) and all(map(_is_pair, pairs))


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)


_RULES: Final[dict[Column[Any], Callable[[Any], bool]]] = {
    delivery.c.number: _matches(r"\+[1-9][0-9]{6,14}"),
    delivery.c.state: frozenset(DeliveryState).__contains__,
    submission.c.outcome: frozenset([*Outcome, "mixed"]).__contains__,
    draft.c.send_at: _is_picked_time,
    draft.c.people: _is_people,
    kept_draft.c.send_at: _is_picked_time,
    kept_draft.c.people: _is_people,
}
"""What a column's type does not say."""
