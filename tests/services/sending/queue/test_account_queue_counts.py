"""What a queue keeps count of, and what it keeps in mind until the disk has it."""

from __future__ import annotations

import gc
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.services.sending.queue.progress import Countdown
from smsdesk.store.sending.outbox import Stopped
from smsdesk.store.sending.recovery import LeftOver
from smsdesk.workers.clock import elapsed_s
from tests.helpers.queue_moves import (
    AWAY,
    LEFT_OVER,
    LONG_S,
    REASON,
    SENDING,
    WAITING,
    Move,
    State,
    added,
    answer,
    begin,
    counting,
    end,
    future,
    halt,
    halted,
    held,
    held_and_moving,
    moving,
    nothing,
    resume,
    stop,
    stop_soon,
    waiting,
)
from tests.helpers.wall_clock import set_clocks

if TYPE_CHECKING:
    from concurrent.futures import Future

    from smsdesk.services.sending.queue.account_queue import AccountQueue
    from tests.helpers.timers import HeldTimers


def test_what_the_disk_would_not_take_is_not_counted(queue: AccountQueue) -> None:
    moving(queue)
    queue.not_added(queue.add(5, lambda _waits: future()).people)
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


@pytest.mark.parametrize("by_hand", [True, False])
def test_only_a_continue_makes_what_stood_for_long_fresh(queue: AccountQueue, by_hand: bool) -> None:
    halted(queue)
    hour = timedelta(hours=1)
    vars(queue)["_tally"].fresh_at -= hour.total_seconds()
    queue.resume(lambda _still_held: future(), by_hand=by_hand)
    assert (queue.step().stuck_for < hour) == by_hand


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
    this = vars(queue)["_retry"].at
    meanwhile(queue)
    before = queue.progress(), queue.snapshot().moving
    told: list[str] = []
    queue._retry_now(this, lambda: told.append("begun"))
    assert (queue.progress().state, queue.snapshot().moving, told) == (before[0].state, before[1], [])


def test_an_undo_that_the_disk_refused_is_in_mind_until_it_is_cancelled(queue: AccountQueue) -> None:
    counting(queue)
    queue.undo(1, future)
    queue.undo_failed(1, refused=True)
    assert queue.snapshot().undone == (1,)
    queue.taken_back(1, Stopped({1: 3}, frozenset()))
    assert queue.snapshot().undone == ()
    assert queue.progress().waiting == 0


def test_how_long_it_is_stuck_is_counted_from_when_it_last_got_on(queue: AccountQueue) -> None:
    moving(queue)
    hour = timedelta(hours=1)
    vars(queue)["_tally"].fresh_at -= hour.total_seconds()
    assert queue.step().stuck_for >= hour
    queue.took(answer(), 1, 0)  # nothing was taken
    assert queue.step().stuck_for >= hour
    queue.took(answer(), 0, 1)
    assert queue.step().stuck_for < timedelta(minutes=1)


def test_a_clock_that_is_set_does_not_make_a_queue_stuck(queue: AccountQueue, monkeypatch: pytest.MonkeyPatch) -> None:
    moving(queue)
    set_clocks(monkeypatch, timedelta(hours=2))
    assert queue.step().stuck_for < timedelta(minutes=1)
    set_clocks(monkeypatch, timedelta(hours=-2))
    assert queue.step().stuck_for < timedelta(minutes=1)


def test_a_night_asleep_makes_a_queue_stuck(queue: AccountQueue, monkeypatch: pytest.MonkeyPatch) -> None:
    moving(queue)
    monkeypatch.setattr("smsdesk.services.sending.queue.tally.elapsed_s", lambda: elapsed_s() + 8 * 3600)
    assert queue.step().stuck_for >= timedelta(hours=8)
