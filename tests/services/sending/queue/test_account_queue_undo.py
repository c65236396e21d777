"""What Undo takes back of an announcement that is just leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.outcome import UNDONE, Outcome, Verdict
from smsdesk.store.sending.outbox import Stopped
from tests.helpers.queue_moves import answer, future, moving

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
