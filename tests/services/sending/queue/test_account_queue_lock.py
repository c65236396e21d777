"""Every move of a queue is made whole: nobody touches its state without the lock."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.services.sending.queue.account_queue import AccountQueue
from smsdesk.store.sending.outbox import Stopped
from smsdesk.store.sending.recovery import LeftOver
from tests.helpers.patience import PATIENCE_S
from tests.helpers.queue_moves import (
    ACCOUNT,
    LEFT_OVER,
    Move,
    State,
    add_at_once,
    add_with_countdown,
    answer,
    begin,
    counting,
    end,
    find_nothing,
    future,
    halt,
    halted,
    moving,
    nothing,
    resume,
    step,
    stop_is_on_disk,
    stop_refused,
    stop_soon,
    take,
    try_again,
    undo,
    unwritten,
    waiting,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account

    pass


class WatchedQueue(AccountQueue):
    """A queue that notes who touches its state without its lock, and can hold a thread that is just doing so."""

    def __init__(self, account: Account) -> None:
        object.__setattr__(self, "unlocked", [])
        object.__setattr__(self, "held_up", lambda: None)
        super().__init__(account)
        self.unlocked.clear()

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_") and name != "_lock" and name in vars_of(self):
            note(self, name)
        return super().__getattribute__(name)

    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_") and name != "_lock":
            note(self, name)
        super().__setattr__(name, value)


def vars_of(queue: WatchedQueue) -> dict[str, Any]:
    found: dict[str, Any] = object.__getattribute__(queue, "__dict__")
    return found


def note(queue: WatchedQueue, name: str) -> None:
    mine = vars_of(queue)
    if "_lock" not in mine or not mine["_lock"].locked():
        mine["unlocked"].append(name)
    mine["held_up"]()


MOVES: list[Move] = [
    begin, resume, add_at_once, add_with_countdown, stop_is_on_disk, stop_refused, stop_soon, halt, end, step,
    find_nothing, try_again, take, undo,
    lambda queue: queue.take_up(LeftOver(held=((1, 3),)), LEFT_OVER, (), nothing),
    lambda queue: queue.not_added(1),
    lambda queue: queue.undo_failed(1, refused=True), lambda queue: queue.undo_failed(1, refused=False),
    lambda queue: queue.how_many_taken_back(1), lambda queue: queue.stop(future), lambda queue: queue.progress(),
    lambda queue: queue.snapshot(), lambda queue: queue.to_write(), lambda queue: queue.not_yet(),
    lambda queue: queue.begin_announcement(1), lambda queue: queue.announcement_over(),
    lambda queue: queue.keep(answer()), lambda queue: queue.standing(answer(), 0),
    lambda queue: queue.still_wants(answer().claim),
    lambda queue: queue._retry_now(datetime.now(UTC), nothing), lambda queue: queue._count_over(1, nothing),
]  # fmt: skip


def test_the_moves_above_are_all_there_are() -> None:
    public = {name for name, each in vars(AccountQueue).items() if callable(each) and not name.startswith("_")}
    seen: set[str] = set()

    class Noting(AccountQueue):
        def __getattribute__(self, name: str) -> Any:
            seen.add(name)
            return super().__getattribute__(name)

    for move in MOVES:
        queue = Noting(ACCOUNT)
        move(queue)
        queue.end()
    assert public <= seen


@pytest.mark.parametrize("before", [moving, waiting, halted, counting, unwritten])
@pytest.mark.parametrize("move", MOVES)
def test_nobody_touches_the_state_without_the_lock_or_keeps_it(before: State, move: Move) -> None:
    queue = WatchedQueue(ACCOUNT)
    before(queue)
    move(queue)
    queue.end()
    assert queue.unlocked == []
    assert not queue._lock.locked()


@pytest.mark.parametrize("write", ["store", "release", "undo", "stop"])
def test_what_a_move_writes_is_given_to_the_writer_under_the_lock(queue: AccountQueue, write: str) -> None:
    halted(queue)
    locked: list[bool] = []

    def to_disk(*_: object) -> Future[Any]:
        locked.append(queue._lock.locked())
        return future()

    calls: dict[str, Callable[[], object]] = {
        "store": lambda: queue.add(1, to_disk),
        "release": lambda: queue.resume(to_disk, by_hand=False),
        "undo": lambda: queue.undo(1, to_disk),
        "stop": lambda: queue.stop(to_disk),
    }
    calls[write]()
    assert locked == [True]


class Turnstile:
    """A lock that says when somebody has to wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.somebody_waits = threading.Event()

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self.somebody_waits.set()
            self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def locked(self) -> bool:
        return self._lock.locked()


@pytest.mark.parametrize("second", MOVES)
def test_a_move_waits_for_one_that_is_half_done(second: Move) -> None:
    queue = WatchedQueue(ACCOUNT)
    moving(queue)
    turnstile = Turnstile()
    vars_of(queue)["_lock"] = turnstile
    half_way, go_on = threading.Event(), threading.Event()

    def hold_up() -> None:
        vars_of(queue)["held_up"] = lambda: None
        half_way.set()
        assert go_on.wait(PATIENCE_S)

    vars_of(queue)["held_up"] = hold_up
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(queue.take_up, LeftOver(), None, (), nothing)
        assert half_way.wait(PATIENCE_S)
        other = threads.submit(second, queue)
        other.add_done_callback(lambda _done: turnstile.somebody_waits.set())
        assert turnstile.somebody_waits.wait(PATIENCE_S)
        overtaken = other.done()
        go_on.set()
        first.result(PATIENCE_S)
        other.result(PATIENCE_S)
    queue.end()
    assert not overtaken


def test_of_many_who_set_it_moving_at_once_one_does_and_everybody_is_counted(queue: AccountQueue) -> None:
    threads, rounds = 8, 200
    together = threading.Barrier(threads)

    def hammer(_thread: int) -> int:
        together.wait(PATIENCE_S)
        begun = 0
        for _ in range(rounds):
            queue.add(2, lambda _waits: future())
            begun += queue.begin()
            queue.taken_back(1, Stopped({1: 1}, frozenset()))
        return begun

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(threads) as pool:
            begun = list(pool.map(hammer, range(threads)))
    finally:
        sys.setswitchinterval(usual)
    assert sum(begun) == 1
    assert queue.progress().waiting == threads * rounds
