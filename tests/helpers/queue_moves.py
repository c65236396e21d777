"""States in which a queue can be met, and moves that are made from them: no lane, no disk, no gateway."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

from smsdesk.accounts.account import Account
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.domain.sentence import Sentence
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.queue.account_queue import AccountQueue
from smsdesk.services.sending.queue.moves import Added
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.submission import Answer
from smsdesk.store.sending.claims import Claim
from smsdesk.store.sending.outbox import Stopped
from smsdesk.store.sending.recovery import LeftOver

ACCOUNT = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1:9", "ZA")
REASON = UserFacingError(Sentence("test", "The disk is full."))
OTHER_REASON = UserFacingError(Sentence("test", "No credit."))
LEFT_OVER = UserFacingError(Sentence("test", "Not sent before the program was closed."))
AWAY = UserFacingError(Sentence("test", "The gateway is away."))
LONG_S = 600.0
IDLE, SENDING, WAITING, STOPPED = QueueState.IDLE, QueueState.SENDING, QueueState.WAITING, QueueState.STOPPED


def nothing() -> None:
    """What would be called when a time is over."""


def future() -> Future[Any]:
    return Future()


def answer(submission_id: int = 7, *verdicts: Verdict) -> Answer:
    told = verdicts or (Verdict(Outcome.ACCEPTED),)
    ids = tuple(range(len(told)))
    claim = Claim(submission_id, 1, ACCOUNT.id, "Hi", "Office", 1, ids, ("+27830000001",) * len(told))
    return Answer(ACCOUNT, claim, told, Secret("correct horse"))


def added(queue: AccountQueue, announcement_id: int, people: int = 3, countdown_s: float = 0.0) -> Added:
    adding = queue.add(people, lambda _waits: future())
    return queue.added(adding, announcement_id, countdown_s, nothing, None)


# --- states, each made by moves alone


def idle(queue: AccountQueue) -> None:
    """Nothing was added yet."""


def moving(queue: AccountQueue) -> None:
    added(queue, 1)
    assert queue.begin()


def waiting(queue: AccountQueue) -> None:
    moving(queue)
    queue.try_again(AWAY, LONG_S, nothing)


def halted(queue: AccountQueue) -> None:
    moving(queue)
    queue.halt(REASON)


def told_to_stop(queue: AccountQueue) -> None:
    """A step is still on the lane."""
    moving(queue)
    queue.stop_soon(REASON)


def counting(queue: AccountQueue) -> None:
    assert added(queue, 1, countdown_s=LONG_S) is Added.COUNTS_DOWN


def stopping(queue: AccountQueue) -> None:
    """Stop was pressed for a queue that had stopped by itself; the disk is slow."""
    halted(queue)
    queue.stop(future)


def held(queue: AccountQueue) -> None:
    queue.take_up(LeftOver(held=((1, 3),)), LEFT_OVER, (), nothing)


def held_and_moving(queue: AccountQueue) -> None:
    """The young goes out while the old waits for the user."""
    queue.take_up(LeftOver(young=((2, 1, datetime.now(UTC)),), held=((1, 3),)), LEFT_OVER, (), nothing)
    assert queue.begin()


def unwritten(queue: AccountQueue) -> None:
    """The disk would not take an answer."""
    moving(queue)
    queue.keep(answer())
    queue.halt(REASON)


# --- moves


def begin(queue: AccountQueue) -> object:
    return queue.begin()


def resume(queue: AccountQueue) -> object:
    resumed = queue.resume(lambda _still_held: future(), by_hand=True)
    return None if resumed is None else resumed.begins


def add_at_once(queue: AccountQueue) -> object:
    return added(queue, 9)


def add_with_countdown(queue: AccountQueue) -> object:
    return added(queue, 9, countdown_s=LONG_S)


def stop(queue: AccountQueue) -> object:
    queue.stop(future)
    left = queue.progress().waiting
    return queue.stopped_by_user(Stopped({1: left}, frozenset()))


def stop_is_on_disk(queue: AccountQueue) -> object:
    return queue.stopped_by_user(Stopped({1: 3}, frozenset()))


def stop_refused(queue: AccountQueue) -> object:
    queue.stop_refused()
    return None


def stop_soon(queue: AccountQueue) -> object:
    return queue.stop_soon(OTHER_REASON)


def halt(queue: AccountQueue) -> object:
    return queue.halt(OTHER_REASON)


def end(queue: AccountQueue) -> object:
    return queue.end()


def close(queue: AccountQueue) -> object:
    return queue.end(OTHER_REASON)


def step(queue: AccountQueue) -> object:
    return queue.step().goes_on


def find_nothing(queue: AccountQueue) -> object:
    return queue.found_nothing(coming=False)


def find_what_is_coming(queue: AccountQueue) -> object:
    return queue.found_nothing(coming=True)


def try_again(queue: AccountQueue) -> object:
    return queue.try_again(AWAY, LONG_S, nothing)


def undo(queue: AccountQueue) -> object:
    queue.undo(1, future)
    return queue.taken_back(1, Stopped({1: 3}, frozenset()))


def take(queue: AccountQueue) -> object:
    return queue.took(answer(), 0, 1)


State, Move = Callable[[AccountQueue], None], Callable[[AccountQueue], object]
