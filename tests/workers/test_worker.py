from __future__ import annotations

import subprocess
import sys
import threading
import weakref
from concurrent.futures import CancelledError

import pytest

from smsdesk.workers.worker import Worker, WorkerClosed
from tests.helpers.patience import PATIENCE_S


class _Busy:
    """A worker that is held by its first job until `release` is set."""

    def __init__(self, worker: Worker) -> None:
        self.started, self.release = threading.Event(), threading.Event()
        worker.do(self._hold, urgency=-1)
        assert self.started.wait(PATIENCE_S)

    def _hold(self) -> None:
        self.started.set()
        self.release.wait(PATIENCE_S)


@pytest.fixture
def worker() -> Worker:
    return Worker("test")


def test_the_most_urgent_goes_first_and_equals_in_order(worker: Worker) -> None:
    busy = _Busy(worker)
    done: list[str] = []
    for name, urgency in [("c1", 2), ("a1", 0), ("b1", 1), ("a2", 0), ("c2", 2), ("a3", 0)]:
        worker.do(lambda name=name: done.append(name), urgency)
    busy.release.set()
    assert worker.close(PATIENCE_S)
    assert done == ["a1", "a2", "a3", "b1", "c1", "c2"]


def test_a_future_carries_the_result_or_what_was_raised(worker: Worker) -> None:
    assert worker.do(lambda: 42).result(PATIENCE_S) == 42
    with pytest.raises(ZeroDivisionError):
        worker.do(lambda: 1 // 0).result(PATIENCE_S)
    with pytest.raises(SystemExit):
        worker.do(sys.exit).result(PATIENCE_S)
    assert worker.do(lambda: "still there").result(PATIENCE_S) == "still there"
    worker.close(PATIENCE_S)


def test_closing_finishes_what_waits(worker: Worker) -> None:
    busy = _Busy(worker)
    waiting = [worker.do(lambda n=n: n, urgency=n) for n in range(5)]
    assert not worker.close(0)
    busy.release.set()
    assert worker.close(PATIENCE_S)
    assert [future.result(0) for future in waiting] == list(range(5))


def test_closing_drops_what_waits_when_asked_to(worker: Worker) -> None:
    busy = _Busy(worker)
    waiting = worker.do(lambda: pytest.fail("it was dropped"))
    assert not worker.close(0, drop_waiting=True)
    busy.release.set()
    assert worker.close(PATIENCE_S)
    with pytest.raises(CancelledError):
        waiting.result(PATIENCE_S)


def test_a_job_that_was_cancelled_while_it_waited_is_never_started(worker: Worker) -> None:
    busy = _Busy(worker)
    waiting = worker.do(lambda: pytest.fail("it was cancelled"))
    assert waiting.cancel()
    busy.release.set()
    assert worker.close(PATIENCE_S)


def test_a_closed_worker_says_so_instead_of_taking_a_job(worker: Worker) -> None:
    worker.close(PATIENCE_S)
    with pytest.raises(WorkerClosed):
        worker.do(lambda: None).result(0)


@pytest.mark.parametrize("drop", [True, False])
def test_what_the_jobs_used_is_closed_on_their_thread_after_the_last_one(drop: bool) -> None:
    threads: list[int] = []
    worker = Worker("test", on_end=lambda: threads.append(threading.get_ident()))
    of_job = worker.do(threading.get_ident).result(PATIENCE_S)
    assert worker.close(PATIENCE_S, drop_waiting=drop)
    assert threads == [of_job]


def test_who_waits_for_a_job_does_it_himself_when_nothing_else_is_to_be_done(worker: Worker) -> None:
    assert worker.do_and_wait(threading.get_ident) == threading.get_ident()
    with pytest.raises(ZeroDivisionError):
        worker.do_and_wait(lambda: 1 // 0)
    assert worker.do(threading.get_ident).result(PATIENCE_S) != threading.get_ident()
    worker.close(PATIENCE_S)


def test_who_waits_for_a_job_comes_after_those_that_are_queued_and_after_what_hears_of_them(worker: Worker) -> None:
    busy = _Busy(worker)
    done: list[str] = []
    queued = worker.do(lambda: done.append("queued"))
    queued.add_done_callback(lambda _done: done.append("heard"))
    waiting = threading.Thread(target=lambda: worker.do_and_wait(lambda: done.append("waited for")))
    waiting.start()
    while worker._unfinished < 3:
        waiting.join(0.001)
    busy.release.set()
    waiting.join(PATIENCE_S)
    assert done == ["queued", "heard", "waited for"]
    assert worker.do_and_wait(lambda: worker._unfinished) == 1
    worker.close(PATIENCE_S)


def test_what_is_queued_and_the_end_come_after_the_job_that_somebody_does_himself() -> None:
    done: list[str] = []
    worker = Worker("test", on_end=lambda: done.append("end"))
    started, release = threading.Event(), threading.Event()

    def slow() -> None:
        started.set()
        release.wait(PATIENCE_S)
        done.append("slow")

    waiting = threading.Thread(target=lambda: worker.do_and_wait(slow))
    waiting.start()
    assert started.wait(PATIENCE_S)
    worker.do(lambda: done.append("queued"))
    assert not worker.close(0.05)
    assert done == []
    release.set()
    assert worker.close(PATIENCE_S)
    waiting.join(PATIENCE_S)
    assert done == ["slow", "queued", "end"]
    with pytest.raises(WorkerClosed):
        worker.do_and_wait(lambda: pytest.fail("it was closed"))


def test_an_idle_worker_keeps_neither_job_nor_result_alive(worker: Worker) -> None:
    class Thing:
        pass

    thing, gone = Thing(), threading.Event()
    weakref.finalize(thing, gone.set)
    future = worker.do(lambda thing=thing: thing)
    assert future.result(PATIENCE_S) is thing
    del thing, future
    assert gone.wait(PATIENCE_S)
    worker.close(PATIENCE_S)


_HANGS = """
import threading
from smsdesk.workers.worker import Worker
worker = Worker("hangs")
started = threading.Event()
worker.do(lambda: (started.set(), threading.Event().wait()))
started.wait()
print(worker.close(0.01, drop_waiting=True))
"""


def test_a_job_that_hangs_does_not_hold_the_programs_exit() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _HANGS], capture_output=True, text=True, timeout=PATIENCE_S, check=True
    )
    assert ended.stdout.strip() == "False"
