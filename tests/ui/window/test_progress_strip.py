"""What the foot of the window says once a queue is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.progress import Progress
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.window.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("rejected", "unknown", "told"),
    [
        (0, 0, "4 messages handed to the gateway"),
        (4, 0, "4 messages refused by the gateway"),
        (0, 4, "4 messages that may have been sent or not"),
        (
            1,
            2,
            "1 message handed to the gateway · 1 message refused by the gateway · "
            "2 messages that may have been sent or not",
        ),
    ],
)
def test_it_says_what_happened_and_not_that_all_were_handed_over(
    qtbot: QtBot, rejected: int, unknown: int, told: str
) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.show_progress(Progress(done=4, total=4, rejected=rejected, unknown=unknown))
    assert strip.findChild(Caption, "progressText").text() == told
