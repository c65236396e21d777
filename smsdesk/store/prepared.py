"""Statements that run once for every message: put together and compiled once, and run on the driver's own cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql import ClauseElement


class Prepared:
    """A statement of SQLAlchemy's, without what its `execute` costs each time: four times what the database takes.

    It runs in the connection's transaction and knows every kind of database. Its values are bound as its columns say;
    what it reads is as the driver gives it: text for a time. What the driver raises is not wrapped.

    Args:
        statement: whole: it has no list of a length that is known only when it runs.
    """

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: tuple[Dialect, _Compiled] | None = None

    def rows(self, connection: Connection, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """What it finds, or returns of what it writes."""
        compiled = self._of(connection)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(compiled.text, compiled.bound(values))
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def change(self, connection: Connection, *rows: Mapping[str, object]) -> int:
        """Run it with each of these; gives how many rows the last of them changed."""
        compiled = self._of(connection)
        cursor = connection.connection.cursor()
        try:
            for values in rows:
                cursor.execute(compiled.text, compiled.bound(values))
            return cursor.rowcount
        finally:
            cursor.close()

    def _of(self, connection: Connection) -> _Compiled:
        known = self._compiled  # one writer for each database; where there are two, each finds a whole pair
        if known is None or known[0] is not connection.dialect:
            known = self._compiled = (connection.dialect, _Compiled(self._statement, connection.dialect))
        return known[1]


class _Compiled:
    """The statement's text in the words of one kind of database, and how its values are bound there."""

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)  # typed as if it might be no SQL
        self.text = str(compiled)
        self._order: Sequence[str] | None = compiled.positiontup if compiled.positional else None
        processors = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()
        }
        self._processors: dict[str, Callable[[Any], Any]] = {name: each for name, each in processors.items() if each}
        self._fixed = {name: self._processed(name, value) for name, value in compiled.params.items()}

    def bound(self, values: Mapping[str, object]) -> Sequence[object] | Mapping[str, object]:
        """As the driver wants them: in the order of their places, or by name."""
        bound = {**self._fixed, **{name: self._processed(name, value) for name, value in values.items()}}
        return bound if self._order is None else [bound[name] for name in self._order]

    def _processed(self, name: str, value: object) -> object:
        processor = self._processors.get(name)
        return value if processor is None else processor(value)
