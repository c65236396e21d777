"""What Undo takes back of an announcement that is just leaving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.domain.outcome import UNDONE, Outcome, Verdict
from smsdesk.store.sending.outbox import Stopped
from tests.helpers.queue_moves import REASON, answer, future, moving

if TYPE_CHECKING:
    from smsdesk.services.sending.queue.account_queue import AccountQueue


def test_an_undo_concerns_what_is_on_its_way_of_that_announcement(queue: AccountQueue) -> None:
    moving(queue)
    queue.undo(1, future)
    pressed = queue.standing(answer(7), 1)  # it may be on disk before the answer
    assert (pressed.stopped, pressed.because) == (True, UNDONE)
    queue.taken_back(1, Stopped({1: 2}, frozenset({7})))
    assert queue.standing(answer(7), 1).because == UNDONE
    assert not queue.standing(answer(8), 1).stopped
    assert queue.how_many_taken_back(1) == 2
    assert queue.took(answer(7, Verdict(Outcome.NOT_SENT, code="connect")), 1, 1)
    assert (queue.how_many_taken_back(1), queue.progress().waiting) == (3, 0)


def test_an_undo_that_the_disk_refused_cancels_what_comes_back(queue: AccountQueue) -> None:
    moving(queue)
    queue.undo(1, future)
    queue.undo_failed(1, refused=True)
    assert queue.standing(answer(7), 1).stopped


def test_what_was_called_back_is_not_wanted_any_more(queue: AccountQueue) -> None:
    moving(queue)
    first, other = answer(7).claim, replace(answer(8).claim, announcement_id=2)
    assert queue.still_wants(first)
    queue.undo(1, future)
    assert (queue.still_wants(first), queue.still_wants(other)) == (False, True)
    queue.undo_failed(1, refused=True)
    assert (queue.still_wants(first), queue.still_wants(other)) == (False, True)
    queue.taken_back(1, Stopped({}, frozenset({7})))
    assert (queue.still_wants(first), queue.still_wants(other)) == (False, True)


def test_nothing_is_wanted_while_stop_is_pressed_or_the_queue_has_stopped(queue: AccountQueue) -> None:
    moving(queue)
    queue.stop(future)
    assert not queue.still_wants(answer(7).claim)
    queue.stopped_by_user(Stopped({}, frozenset({7})))
    assert not queue.still_wants(answer(7).claim)
    assert queue.still_wants(answer(8).claim)
    queue.stop_soon(REASON)
    assert not queue.still_wants(answer(8).claim)
