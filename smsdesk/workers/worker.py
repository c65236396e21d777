"""One daemon thread that works through a queue of jobs, most urgent first, in order within one urgency.

One job runs at a time: on the thread, or on the caller's who waits for it while nothing else is to be done.
"""

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
        self._turn = threading.Lock()  # held while a job runs
        self._unfinished = 0  # jobs that are queued or run
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
            self._unfinished += 1
            self._jobs.put((urgency, next(self._order), future, job))
        return future

    def do_and_wait(self, job: Callable[[], T]) -> T:
        """Do the job, after those that are queued, and give its result or raise what it raised.

        Where nothing else is to be done, it runs on the caller's own thread: to wake another one and be woken by it
        takes longer than most jobs.

        Raises:
            WorkerClosed: it had been closed.
        """
        with self._lock:
            at_once = self._unfinished == 0 and not self._closed
            if at_once:
                self._unfinished += 1
                self._turn.acquire()
        if not at_once:
            return self.do(job).result()
        try:
            return job()
        finally:
            self._turn.release()
            self._finished()

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
            with self._turn:  # for the future's callbacks, too: no other job comes between
                if future.set_running_or_notify_cancel():
                    try:
                        future.set_result(job())
                    except BaseException as error:
                        future.set_exception(error)
            self._finished()
            del future, job  # an idle worker must not keep the last job's objects alive
        while not self._jobs.empty():
            waiting = self._jobs.get_nowait()[2]
            if waiting is not None:
                waiting.cancel()
        if self._on_end is not None:
            with self._turn:
                self._on_end()

    def _finished(self) -> None:
        with self._lock:
            self._unfinished -= 1
