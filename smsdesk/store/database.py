"""The database: one writer at a time, and a read-only connection for whoever shows pages."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from smsdesk.store.migrations.runner import bring_up_to_date
from smsdesk.store.sqlite import connection as sqlite
from smsdesk.store.sqlite.connection import Damaged
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from sqlalchemy import Connection

T = TypeVar("T")


class Database:
    """The profile's database file, brought up to date when it is opened.

    Args:
        path: the file; it is made when it is missing.
        damaged: told of damage that is found while it is in use, on whatever thread that happens; it is raised as well.

    Raises:
        UserFacingError: it can't be opened or written, is damaged, or was written by a newer smsdesk.
    """

    def __init__(self, path: Path, damaged: Callable[[Damaged], None] = lambda _error: None) -> None:
        self.path = path
        self._damaged = damaged
        with _plain_words():
            bring_up_to_date(path)
            self._writing, self._reading = sqlite.open_for_writing(path), sqlite.open_for_reading(path)
            try:
                # A folder that can't be written is found out here, not at the first send.
                self._writing.plain.execute("BEGIN IMMEDIATE")
                self._writing.plain.execute("COMMIT")
            except BaseException:
                self._writing.close()  # a file that is held open can't be set aside everywhere
                raise
            self._identity = sqlite.identity(path)
        self._read_lock = threading.Lock()
        self._held: Connection | None = None  # the writer's, from one transaction to the next
        self._writer = Worker("smsdesk-writer", on_end=self._end_writing)

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in one transaction, after those that are queued, and wait until it is committed.

        Where nothing else is to be written this needs no other thread: it is what every message waits for, twice.

        Raises:
            UserFacingError: the disk is full, read-only, locked or broken; nothing of `job` was kept.
        """
        return self._writer.do_and_wait(lambda: self._written(job))

    def write_later(self, job: Callable[[Connection], T]) -> Future[T]:
        """Queue `job` for the writer thread; the future is done when it is committed, or was rolled back."""
        return self._writer.do(lambda: self._written(job))

    def refuse_if_moved(self) -> None:
        """See to it that the path is still the file that is open: what is kept in another is not found again.

        Raises:
            Moved: it was moved, deleted or replaced.
            UserFacingError: the disk does not say.
        """
        with _plain_words():
            try:
                same = sqlite.identity(self.path) == self._identity
            except FileNotFoundError:
                same = False
        if not same:
            raise sqlite.moved()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read-only connection that sees what is committed; one reader at a time, so keep it short.

        Raises:
            WorkerClosed: the database has been closed.
        """
        with self._read_lock, self._telling(), self._reading.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading_plainly(self) -> Iterator[sqlite3.Connection]:
        """The same without SQLAlchemy, for `store.sqlite.first_reading` alone."""
        with self._read_lock, self._telling():
            yield self._reading.plain

    def close(self, wait_s: float = 2.0) -> None:
        """Finish the writes that are queued, then close."""
        self._writer.close(wait_s)
        with self._read_lock:
            self._reading.close()

    def _written(self, job: Callable[[Connection], T]) -> T:
        with self._telling(), self._transaction() as connection:
            return job(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """The writer's, which borrows one connection and keeps it: that costs more than a statement.

        After anything that went wrong it is given back, which ends whatever is left open in it.
        """
        try:
            if self._held is None:
                self._held = self._writing.engine.connect()
            with self._held.begin():
                yield self._held
        except BaseException:
            self._give_back()
            raise

    def _give_back(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()

    def _end_writing(self) -> None:
        try:
            self._give_back()
        finally:
            self._writing.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            with _plain_words():
                yield
        except Damaged as error:
            self._damaged(error)
            raise


@contextmanager
def _plain_words() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # SQLAlchemy's, too: naming them would take importing it
        told = sqlite.user_facing(error)
        if told is None:
            raise
        raise told from error
