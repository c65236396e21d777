from __future__ import annotations

import pytest

from smsdesk.services.sending.queue.progress import Progress, QueueState, time_left


@pytest.mark.parametrize(
    ("elapsed_s", "done", "waiting", "left_s"),
    [(10, 5, 20, 40), (3, 3, 0, 0), (2, 3, 6, 4)],
)
def test_time_left_follows_the_pace_so_far(elapsed_s: float, done: int, waiting: int, left_s: float) -> None:
    assert time_left(elapsed_s, done, waiting) == pytest.approx(left_s)


@pytest.mark.parametrize(("elapsed_s", "done"), [(0, 0), (100, 0), (100, 2), (1.9, 50)])
def test_too_early_there_is_no_pace_to_speak_of(elapsed_s: float, done: int) -> None:
    assert time_left(elapsed_s, done, 10) is None


def test_what_waits_is_what_has_not_left() -> None:
    assert Progress(QueueState.SENDING, 3, 10).waiting == 7
