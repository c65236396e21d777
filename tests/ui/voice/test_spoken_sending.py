from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.sending.queue.progress import Countdown, Progress, QueueState
from smsdesk.ui.voice.spoken_sending import begun, changed, nearly_over, taken_back

WHY = UserFacingError(QT_TRANSLATE_NOOP("base", "The gateway could not be reached"))
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "now", "added", "said"),
    [
        (Progress(), Progress(), False, ""),
        (Progress(total=3), Progress(QueueState.SENDING, 0, 3), False, "Sending 3 messages"),
        (Progress(QueueState.SENDING, 0, 3), Progress(QueueState.SENDING, 1, 3), False, ""),
        (Progress(QueueState.SENDING, 1, 3), Progress(done=3, total=3), False, "3 messages accepted by the gateway"),
        (Progress(done=3, total=3), Progress(done=3, total=3), False, ""),
        (Progress(done=3, total=3), Progress(done=3, total=3), True, "3 messages accepted by the gateway"),
        (
            Progress(QueueState.SENDING, 1, 9), Progress(done=4, total=4, rejected=1, unknown=1), False,
            "2 messages accepted by the gateway, 1 refused by the gateway, 1 may have been sent or not, 5 cancelled",
        ),
        (
            Progress(QueueState.SENDING, 1, 3), Progress(QueueState.STOPPED, 1, 3, reason=WHY), False,
            "The gateway could not be reached 2 messages waiting",
        ),
        (Progress(QueueState.STOPPED, 1, 3, reason=WHY), Progress(QueueState.STOPPED, 1, 3, reason=WHY), False, ""),
        (Progress(total=3), Progress(), False, ""),
        (Progress(total=3), Progress(QueueState.SENDING, 3, 3), False, ""),
        (
            Progress(QueueState.SENDING, 3, 3), Progress(done=3, total=3), False,
            "3 messages accepted by the gateway",
        ),
    ],
)  # fmt: skip
def test_what_is_said_from_one_look_to_the_next(before: Progress, now: Progress, added: bool, said: str) -> None:
    assert changed(before, now, added=added) == said


def test_a_countdown_is_told_when_it_begins_and_when_it_is_nearly_over() -> None:
    countdown = Countdown(1, 3, NOW + timedelta(seconds=10))
    assert begun(countdown, NOW) == "3 messages leave in 10 seconds. Undo takes it back."
    assert nearly_over(5) == "5 seconds left to undo: Ctrl+Z"
    assert taken_back(3) == "Taken back: 3 messages, nothing of it was sent"
