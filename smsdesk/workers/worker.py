"""One daemon thread that works through a queue of jobs, most urgent first, in order within one urgency."""

from __future__ import annotations

import itertools
import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_END = 1_000_000


class WorkerClosed(RuntimeError):
    """The job was never started: its worker had been closed."""


class Worker:
    """A daemon thread, so that a job that hangs never holds the program's exit.

    Args:
        name: the thread's name.
        on_end: called on the thread after its last job, to close what the jobs used.
    """

    def __init__(self, name: str, on_end: Callable[[], None] | None = None) -> None:
        self._jobs: queue.PriorityQueue[tuple[int, int, Future[Any] | None, Callable[[], Any]]]
        self._jobs = queue.PriorityQueue()
        self._order = itertools.count()
        self._on_end = on_end
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def do(self, job: Callable[[], T], urgency: int = 0) -> Future[T]:
        """Queue a job; a lower `urgency` goes first. The future carries its result or what it raised."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                future.set_exception(WorkerClosed("closed"))
                return future
            self._jobs.put((urgency, next(self._order), future, job))
        return future

    def close(self, wait_s: float = 0.0, *, drop_waiting: bool = False) -> bool:
        """Take no more jobs and end after those queued; True when the thread ended within `wait_s` seconds.

        Args:
            wait_s: how long to wait for the end.
            drop_waiting: cancel the jobs that have not started yet.
        """
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put((-1 if drop_waiting else _END, next(self._order), None, lambda: None))
        self._thread.join(wait_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while True:
            _, _, future, job = self._jobs.get()
            if future is None:
                break
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(job())
            except BaseException as error:
                future.set_exception(error)
            del future, job  # an idle worker must not keep the last job's objects alive
        while not self._jobs.empty():
            waiting = self._jobs.get_nowait()[2]
            if waiting is not None:
                waiting.cancel()
        if self._on_end is not None:
            self._on_end()
