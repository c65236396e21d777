"""How much the database holds, for whoever has to find out what went wrong; and what of it must never be told.

Every look is short: the window reads on the same connection.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, text

from smsdesk.domain.frozen import frozen
from smsdesk.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Column

    from smsdesk.store.database import Database

_PAGE: Final = 5_000
"""Rows read at once."""

_TYPED: Final = tuple(
    column
    for table in schema.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, schema.TypedText)
)


@frozen
class Trouble:
    """A submission that was not simply accepted: when, how it ended, and the gateway's code."""

    started_at: datetime
    outcome: str
    code: str


class Statistics:
    """Counts rows; knows no words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        return {table.name: self._count(table.name) for table in schema.metadata.sorted_tables}

    def deliveries(self) -> dict[str, int]:
        """How many deliveries are in each state."""
        query = select(schema.delivery.c.state, func.count().label("many")).group_by(schema.delivery.c.state)
        with self._database.reading() as connection:
            return {row.state: row.many for row in connection.execute(query)}

    def size(self) -> int:
        """Bytes on disk, with what has been written and not yet been put in its place."""
        path = self._database.path
        files = (path, path.with_name(f"{path.name}-wal"))
        return sum(each.stat().st_size for each in files if each.exists())

    def revision(self) -> str:
        """Of which revision the tables are."""
        with self._database.reading() as connection:
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))

    def last_troubles(self, most: int) -> list[Trouble]:
        """The newest submissions that have a code, newest first."""
        table = schema.submission
        query = (
            select(table.c.started_at, table.c.outcome, table.c.error_code)
            .where(table.c.error_code.is_not(None), table.c.error_code != "")
            .order_by(table.c.id.desc())
            .limit(most)
        )
        with self._database.reading() as connection:
            return [Trouble(at, outcome or "", code) for at, outcome, code in connection.execute(query)]

    def private(self) -> Iterator[str]:
        """Everything in the database that a person wrote or that names one, and where the gateways are.

        The same may come several times. Numbers are left out: they are known by their looks.
        """
        for address in self._each(schema.account.c.address):
            yield address.rpartition("://")[2]
        for column in _TYPED:
            for value in self._each(column):
                yield from _pieces(value)

    def _count(self, name: str) -> int:
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.metadata.tables[name])) or 0

    def _each(self, column: Column[Any]) -> Iterator[str]:
        """A column's values, page by page in the order of the keys."""
        (key,) = column.table.primary_key
        query = select(key, column).order_by(key).limit(_PAGE)
        after = None
        while True:
            with self._database.reading() as connection:
                page = connection.execute(query if after is None else query.where(key > after)).all()
            if not page:
                return
            yield from (value for _, value in page if value)
            after = page[-1][0]


def _pieces(value: str) -> Iterator[str]:
    """A value, and where it is a list or an object in JSON, the texts in that too."""
    yield value
    if value[:1] in ("[", "{"):
        with contextlib.suppress(ValueError):  # a message may begin like that as well
            yield from _texts(json.loads(value))


def _texts(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, list | dict):
        for each in found.values() if isinstance(found, dict) else found:
            yield from _texts(each)
