"""The moves of one account's queue as a table, each from every state it can be met in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.moves import Added
from tests.helpers.queue_moves import (
    AWAY,
    IDLE,
    LEFT_OVER,
    LONG_S,
    OTHER_REASON,
    REASON,
    SENDING,
    STOPPED,
    WAITING,
    Move,
    State,
    add_at_once,
    add_with_countdown,
    begin,
    close,
    counting,
    end,
    find_nothing,
    find_what_is_coming,
    future,
    halt,
    halted,
    held,
    held_and_moving,
    idle,
    moving,
    nothing,
    resume,
    step,
    stop,
    stop_is_on_disk,
    stop_refused,
    stop_soon,
    stopping,
    take,
    told_to_stop,
    try_again,
    undo,
    unwritten,
    waiting,
)

if TYPE_CHECKING:
    from concurrent.futures import Future

    from smsdesk.domain.errors import UserFacingError
    from smsdesk.services.sending.queue.account_queue import AccountQueue
    from smsdesk.services.sending.queue.progress import QueueState

    pass


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
