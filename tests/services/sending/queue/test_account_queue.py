"""The moves of one account's queue, each from every state it can be met in: no lane, no disk, no gateway."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.draft import Draft
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.domain.sentence import Sentence
from smsdesk.services.sending.queue.account_queue import AccountQueue
from smsdesk.services.sending.queue.moves import Added, Adding
from smsdesk.services.sending.queue.progress import Countdown, QueueState
from smsdesk.services.sending.submission import Answer
from smsdesk.store.sending.claims import Claim
from smsdesk.store.sending.outbox import Stopped
from smsdesk.store.sending.recovery import LeftOver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.timers import HeldTimers

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
    return Answer(ACCOUNT, claim, told)


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
    resumed = queue.resume(lambda _still_held: future(), by_hand=False)
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
    return queue.taken_back(1, 3)


def take(queue: AccountQueue) -> object:
    return queue.took(answer(), 0, 1)


State, Move = Callable[[AccountQueue], None], Callable[[AccountQueue], object]

TABLE: list[tuple[State, Move, object, QueueState, bool, UserFacingError | None]] = [
    # before, move, what it gives, and after: what it shows, whether a step is on the lane, and why not
    (idle, begin, True, SENDING, True, None),
    (moving, begin, False, SENDING, True, None),
    (waiting, begin, False, WAITING, False, AWAY),
    (halted, begin, False, STOPPED, False, REASON),
    (told_to_stop, begin, False, STOPPED, True, REASON),
    (counting, begin, True, SENDING, True, None),
    (held, begin, False, STOPPED, False, LEFT_OVER),
    (held_and_moving, begin, False, SENDING, True, None),
    #
    (idle, resume, True, SENDING, True, None),
    (moving, resume, None, SENDING, True, None),
    (waiting, resume, True, SENDING, True, None),
    (halted, resume, True, SENDING, True, None),
    (told_to_stop, resume, False, SENDING, True, None),
    (held, resume, True, SENDING, True, None),
    (held_and_moving, resume, None, SENDING, True, None),
    #
    (idle, add_at_once, Added.MAY_LEAVE, IDLE, False, None),
    (moving, add_at_once, Added.MAY_LEAVE, SENDING, True, None),
    (waiting, add_at_once, Added.MAY_LEAVE, WAITING, False, AWAY),
    (halted, add_at_once, Added.WAITS, STOPPED, False, REASON),
    (told_to_stop, add_at_once, Added.WAITS, STOPPED, True, REASON),
    (stopping, add_at_once, Added.MAY_LEAVE, STOPPED, False, REASON),
    (held, add_at_once, Added.WAITS, STOPPED, False, LEFT_OVER),
    (held_and_moving, add_at_once, Added.MAY_LEAVE, SENDING, True, None),
    (idle, add_with_countdown, Added.COUNTS_DOWN, IDLE, False, None),
    (moving, add_with_countdown, Added.COUNTS_DOWN, SENDING, True, None),
    (waiting, add_with_countdown, Added.COUNTS_DOWN, WAITING, False, AWAY),
    (halted, add_with_countdown, Added.WAITS, STOPPED, False, REASON),
    (stopping, add_with_countdown, Added.COUNTS_DOWN, STOPPED, False, REASON),
    #
    (idle, stop, False, IDLE, False, None),
    (moving, stop, False, SENDING, True, None),
    (waiting, stop, False, IDLE, False, None),
    (halted, stop, False, IDLE, False, None),
    (told_to_stop, stop, False, SENDING, True, None),
    (counting, stop, False, IDLE, False, None),
    (held, stop, False, IDLE, False, None),
    (held_and_moving, stop, False, SENDING, True, None),
    (unwritten, stop, True, IDLE, False, None),
    (stopping, stop_is_on_disk, False, IDLE, False, None),
    (stopping, stop_refused, None, STOPPED, False, REASON),
    #
    (idle, stop_soon, None, STOPPED, False, OTHER_REASON),
    (moving, stop_soon, None, STOPPED, True, OTHER_REASON),
    (waiting, stop_soon, None, STOPPED, False, OTHER_REASON),
    (halted, stop_soon, None, STOPPED, False, OTHER_REASON),
    (moving, halt, None, STOPPED, False, OTHER_REASON),
    (told_to_stop, halt, None, STOPPED, False, OTHER_REASON),
    #
    (idle, end, None, IDLE, False, None),
    (moving, end, None, SENDING, True, None),
    (waiting, end, None, WAITING, False, AWAY),
    (counting, end, None, IDLE, False, None),
    (halted, end, None, STOPPED, False, REASON),
    (idle, close, None, STOPPED, False, OTHER_REASON),
    (moving, close, None, STOPPED, True, OTHER_REASON),
    (waiting, close, None, STOPPED, False, OTHER_REASON),
    (halted, close, None, STOPPED, False, REASON),
    #
    (idle, step, False, IDLE, False, None),
    (moving, step, True, SENDING, True, None),
    (halted, step, False, STOPPED, False, REASON),
    (told_to_stop, step, False, STOPPED, False, REASON),
    #
    (moving, find_nothing, False, IDLE, False, None),
    (told_to_stop, find_nothing, False, STOPPED, False, REASON),
    (held_and_moving, find_nothing, False, STOPPED, False, LEFT_OVER),
    (held_and_moving, find_what_is_coming, False, IDLE, False, None),
    #
    (moving, try_again, None, WAITING, False, AWAY),
    (told_to_stop, try_again, None, STOPPED, False, REASON),
    #
    (counting, undo, None, IDLE, False, None),
    (moving, undo, None, SENDING, True, None),
    (halted, undo, None, STOPPED, False, REASON),
    #
    (moving, take, False, SENDING, True, None),
    (told_to_stop, take, False, STOPPED, True, REASON),
]


@pytest.fixture
def queue() -> Iterator[AccountQueue]:
    made = AccountQueue(ACCOUNT)
    yield made
    made.end()


@pytest.mark.parametrize(
    ("before", "move", "gives", "shows", "on_lane", "why"),
    TABLE,
    ids=[f"{before.__name__}-{move.__name__}" for before, move, *_ in TABLE],
)
def test_a_move_from_one_state_to_the_next(
    queue: AccountQueue, before: State, move: Move, gives: object, shows: QueueState, on_lane: bool, why: object
) -> None:
    before(queue)
    assert move(queue) == gives
    progress = queue.progress()
    assert (progress.state, queue.snapshot().moving, progress.reason) == (shows, on_lane, why)


# --- what a state allows


@pytest.mark.parametrize(
    ("before", "waits"),
    [(idle, False), (moving, False), (waiting, False), (halted, True), (told_to_stop, True), (held, True),
     (stopping, False), (held_and_moving, False)],
)  # fmt: skip
def test_only_what_is_added_to_a_queue_that_stands_still_is_written_down_as_waiting(
    queue: AccountQueue, before: State, waits: bool
) -> None:
    before(queue)
    told: list[bool] = []

    def store(waits: bool) -> Future[int]:
        told.append(waits)
        return future()

    assert queue.add(2, store).waits == waits
    assert told == [waits]


def test_what_was_added_before_continue_and_is_stored_after_it_has_no_countdown(queue: AccountQueue) -> None:
    halted(queue)
    adding = queue.add(2, lambda _waits: future())
    resume(queue)
    assert queue.added(adding, 2, LONG_S, nothing, None) is Added.MAY_LEAVE
    assert queue.begin_announcement(2)


@pytest.mark.parametrize(
    ("before", "wakes"), [(idle, True), (moving, False), (waiting, False), (halted, True), (counting, True)]
)
def test_only_what_comes_to_an_idle_queue_wakes_it(queue: AccountQueue, before: State, wakes: bool) -> None:
    before(queue)
    assert queue.add(1, lambda _waits: future()).wakes == wakes


def test_what_the_disk_would_not_take_is_not_counted(queue: AccountQueue) -> None:
    moving(queue)
    queue.not_added(queue.add(5, lambda _waits: future()))
    assert queue.progress().waiting == 3


def test_a_countdown_keeps_its_announcement_and_lets_it_go_with_its_draft(
    queue: AccountQueue, timers: HeldTimers
) -> None:
    ended = threading.Event()
    adding = queue.add(3, lambda _waits: future())
    queue.added(adding, 4, LONG_S, nothing, Draft(text="as it was"))
    running = queue.snapshot().countdown
    assert running is not None
    assert (running.announcement_id, running.people, running.before) == (4, 3, Draft(text="as it was"))
    del running
    assert not queue.begin_announcement(4)
    assert queue.not_yet() == [4]
    queue.added(queue.add(1, lambda _waits: future()), 5, 1, ended.set, Draft(text="another"))
    timers.go_off()
    assert ended.is_set()
    assert queue.not_yet() == [4]
    assert queue.begin_announcement(5)
    assert _drafts() == ["as it was"]  # nothing of what has ended is kept
    queue.undo(4, future)
    assert queue.snapshot().countdown is None
    assert queue.begin_announcement(4)  # whoever claims from it finds it cancelled
    assert _drafts() == []


def _drafts() -> list[str]:
    gc.collect()
    kept = [each for each in gc.get_objects() if type(each) is Countdown]
    return [each.before.text for each in kept if each.before is not None]


def test_undo_takes_the_newest_countdown_first(queue: AccountQueue) -> None:
    for announcement_id in (4, 6, 5):
        added(queue, announcement_id, countdown_s=LONG_S)
    running = queue.snapshot().countdown
    assert running is not None
    assert running.announcement_id == 6


def test_a_stop_ends_the_countdowns_of_what_it_cancelled_and_no_others(queue: AccountQueue) -> None:
    added(queue, 4, countdown_s=LONG_S)
    queue.stop(future)
    added(queue, 5, countdown_s=LONG_S)
    assert queue.stopped_by_user(Stopped({4: 3}, frozenset()))
    assert queue.not_yet() == [5]
    assert queue.progress().waiting == 3


def test_after_a_stop_nothing_waits_for_the_user_any_more(queue: AccountQueue) -> None:
    held(queue)
    stop(queue)
    added(queue, 4)
    assert queue.snapshot().unsent == 3
    begin(queue)
    assert not queue.found_nothing(coming=False)
    assert queue.progress().reason is None


def test_each_of_two_stops_counts_until_it_is_on_disk_or_refused(queue: AccountQueue) -> None:
    halted(queue)
    queue.stop(future)
    queue.stop(future)
    queue.stop_refused()
    assert not queue.add(1, lambda _waits: future()).waits
    queue.stop_refused()
    assert queue.add(1, lambda _waits: future()).waits


def test_nothing_is_begun_that_the_queue_was_not_told_of_yet(queue: AccountQueue) -> None:
    moving(queue)
    adding = queue.add(1, lambda _waits: future())
    assert not queue.begin_announcement(2)  # it is on disk already, and may have a countdown
    queue.added(adding, 2, 0, nothing, None)
    assert queue.begin_announcement(2)
    assert queue.step().announcement_id == 2
    queue.announcement_over()
    assert queue.step().announcement_id is None


def test_what_an_earlier_run_left_may_be_begun_but_for_what_counts_down(queue: AccountQueue) -> None:
    now = datetime.now(UTC)
    counting_on = Countdown(8, 2, now + timedelta(seconds=LONG_S))
    left = LeftOver(young=((7, 1, now), (8, 2, now)), held=((6, 3),))
    queue.take_up(left, LEFT_OVER, ((counting_on, LONG_S),), nothing)
    assert [queue.begin_announcement(each) for each in (6, 7, 8, 9)] == [True, True, False, False]
    assert (queue.progress().waiting, queue.snapshot().unsent) == (6, 3)


def test_what_comes_while_the_lane_finds_nothing_makes_it_look_again_once(queue: AccountQueue) -> None:
    moving(queue)
    added(queue, 2)
    assert not queue.begin()
    assert queue.found_nothing(coming=False)
    assert not queue.found_nothing(coming=False)


@pytest.mark.parametrize(("before", "still_held"), [(held, []), (held_and_moving, [1])])
def test_continue_releases_the_old_only_when_that_was_asked_about(
    queue: AccountQueue, before: State, still_held: list[int]
) -> None:
    before(queue)
    if before is held_and_moving:
        queue.halt(REASON)
    told: list[list[int]] = []

    def release(without: list[int]) -> Future[None]:
        told.append(without)
        return future()

    queue.resume(release, by_hand=False)
    assert told == [still_held]
    assert not queue.found_nothing(coming=False)
    assert queue.progress().reason == (LEFT_OVER if still_held else None)


def test_continue_lets_one_submission_try_a_refused_login(queue: AccountQueue) -> None:
    halted(queue)
    queue.resume(lambda _still_held: future(), by_hand=True)
    assert queue.step().by_hand
    queue.keep(answer())
    assert not queue.step().by_hand


@pytest.mark.parametrize("again", [begin, resume])
def test_a_new_run_tries_no_login_by_hand(queue: AccountQueue, again: Move) -> None:
    halted(queue)
    queue.resume(lambda _still_held: future(), by_hand=True)
    queue.found_nothing(coming=False)
    again(queue)
    assert not queue.step().by_hand


def test_what_the_disk_would_not_take_is_kept_until_it_does(queue: AccountQueue) -> None:
    moving(queue)
    queue.keep(answer())
    assert queue.to_write() is None  # the step under way writes it
    queue.halt(REASON)
    assert queue.to_write() == (answer(), False)
    resume(queue)
    assert queue.step().kept == answer()
    queue.took(answer(), 0, 1)
    assert queue.step().kept is None


def test_a_stop_concerns_what_is_on_its_way_until_that_is_written_down(queue: AccountQueue) -> None:
    moving(queue)
    assert not queue.standing(answer(7), 1).stopped
    queue.stop(future)
    assert queue.standing(answer(7), 1).stopped  # it may be on disk before the answer
    queue.stopped_by_user(Stopped({1: 2}, frozenset({7})))
    assert queue.standing(answer(7), 1).stopped
    assert not queue.standing(answer(8), 1).stopped
    assert queue.took(answer(7), 1, 1)
    assert not queue.standing(answer(7), 1).stopped
    assert not queue.took(answer(8), 0, 0)


def test_tries_and_unknown_answers_are_counted_in_a_row(queue: AccountQueue) -> None:
    unknown, unsent = Verdict(Outcome.UNKNOWN, code="timeout"), Verdict(Outcome.NOT_SENT, code="dns")
    queue.add(9, lambda _waits: future())
    queue.begin()
    queue.took(answer(1, unknown), 0, 1)
    queue.took(answer(2, unsent), 1, 0)
    assert queue.standing(answer(3), 0).unknown_in_a_row == 0
    queue.took(answer(3, unknown), 0, 1)
    queue.took(answer(4, unknown), 0, 1)
    assert queue.standing(answer(5), 0).unknown_in_a_row == 2
    queue.try_again(AWAY, LONG_S, nothing)
    assert queue.standing(answer(5), 0).tries == 1
    resume(queue)
    standing = queue.standing(answer(5), 0)
    assert (standing.tries, standing.unknown_in_a_row) == (0, 0)
    assert (queue.progress().done, queue.progress().waiting) == (3, 6)
    assert queue.standing(answer(5, *[unsent] * 6), 6).settled == 0
    assert queue.standing(answer(5, *[Verdict(Outcome.ACCEPTED)] * 6), 0).last


def test_something_that_was_taken_ends_the_hindrance_and_the_tries(queue: AccountQueue, timers: HeldTimers) -> None:
    waiting(queue)
    begun = threading.Event()
    queue.try_again(AWAY, 1, begun.set)
    timers.go_off()
    assert begun.is_set()
    assert queue.progress().state is WAITING  # while it tries again, too
    queue.took(answer(), 0, 1)
    assert queue.progress().state is SENDING
    assert queue.standing(answer(), 0).tries == 0


@pytest.mark.parametrize("meanwhile", [stop, stop_soon, halt, resume, end])
def test_a_timer_that_rings_too_late_begins_nothing(queue: AccountQueue, meanwhile: Move) -> None:
    waiting(queue)
    (retry,) = (vars(queue)["_retry"],)
    meanwhile(queue)
    before = queue.progress(), queue.snapshot().moving
    told: list[str] = []
    queue._retry_now(retry.at, lambda: told.append("begun"))
    assert (queue.progress().state, queue.snapshot().moving, told) == (before[0].state, before[1], [])


def test_an_undo_that_the_disk_refused_is_in_mind_until_it_is_cancelled(queue: AccountQueue) -> None:
    counting(queue)
    queue.undo(1, future)
    queue.undo_refused(1)
    assert queue.snapshot().undone == (1,)
    queue.taken_back(1, 3)
    assert queue.snapshot().undone == ()
    assert queue.progress().waiting == 0


def test_how_long_it_is_stuck_is_counted_from_when_it_last_got_on(queue: AccountQueue) -> None:
    moving(queue)
    vars(queue)["_tally"].fresh_at -= timedelta(hours=1)
    assert queue.step().stuck_for >= timedelta(hours=1)
    queue.took(answer(), 1, 0)  # nothing was taken
    assert queue.step().stuck_for >= timedelta(hours=1)
    queue.took(answer(), 0, 1)
    assert queue.step().stuck_for < timedelta(minutes=1)
    vars(queue)["_tally"].fresh_at += timedelta(hours=1)  # the clock was set back
    assert queue.step().stuck_for > timedelta(minutes=59)


# --- the lock


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
    lambda queue: queue.not_added(Adding(future(), 1, waits=False, wakes=False)),
    lambda queue: queue.undo_refused(1), lambda queue: queue.stop(future), lambda queue: queue.progress(),
    lambda queue: queue.snapshot(), lambda queue: queue.to_write(), lambda queue: queue.not_yet(),
    lambda queue: queue.begin_announcement(1), lambda queue: queue.announcement_over(),
    lambda queue: queue.keep(answer()), lambda queue: queue.standing(answer(), 0),
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
        assert go_on.wait(20)

    vars_of(queue)["held_up"] = hold_up
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(queue.take_up, LeftOver(), None, (), nothing)
        assert half_way.wait(20)
        other = threads.submit(second, queue)
        other.add_done_callback(lambda _done: turnstile.somebody_waits.set())
        assert turnstile.somebody_waits.wait(20)
        overtaken = other.done()
        go_on.set()
        first.result(20)
        other.result(20)
    queue.end()
    assert not overtaken


def test_of_many_who_set_it_moving_at_once_one_does_and_everybody_is_counted(queue: AccountQueue) -> None:
    threads, rounds = 8, 200
    together = threading.Barrier(threads)

    def hammer(_thread: int) -> int:
        together.wait(20)
        begun = 0
        for _ in range(rounds):
            queue.add(2, lambda _waits: future())
            begun += queue.begin()
            queue.taken_back(1, 1)
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
