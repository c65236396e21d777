"""A disk that is full, refuses, or is slow: as SQLite meets it, for everybody who writes through this database."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from smsdesk.store.database import Database


def fill_up(database: Database) -> None:
    """The disk has no page left; it has room again for who opens the file anew."""
    database.write(_full)


def make_room(database: Database) -> None:
    """After `fill_up` there is room again."""
    database.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1000000"))


def refuse(database: Database) -> None:
    """From now on the file can be read, and not be written."""
    database.write(lambda connection: connection.exec_driver_sql("PRAGMA query_only=ON"))


@contextmanager
def refusing_disk(database: Database) -> Iterator[None]:
    """The file can be read, and not be written, as when its disk is full or somebody else holds it."""

    def pragma(value: str) -> None:
        # Not by `write`: its transaction could not begin. All on the writer's thread, between its transactions: whoever
        # gives a borrowed connection back, rolls back what is under way on it.
        def job() -> None:
            database._give_back()
            connection = database._writing.engine.raw_connection().driver_connection
            assert connection is not None
            connection.execute(f"PRAGMA query_only={value}")

        database._writer.do(job).result(PATIENCE_S)

    pragma("ON")
    try:
        yield
    finally:
        pragma("OFF")


def held_up_writer(database: Database) -> threading.Event:
    """What is written from now on waits until the event is set."""
    go_on, began = threading.Event(), threading.Event()

    def hold_up(_connection: object) -> None:
        began.set()
        go_on.wait(PATIENCE_S)

    database.write_later(hold_up)
    assert began.wait(PATIENCE_S)
    return go_on


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    """Another program has the file, and nobody else can write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def _full(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite takes the pages in use for the least
