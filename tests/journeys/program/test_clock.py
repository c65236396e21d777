"""A clock that is wrong, as the user is told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from smsdesk.services.events import ClockDiffers

if TYPE_CHECKING:
    from tests.helpers.window.operator import Operator


async def test_a_wrong_clock_is_told_of_at_the_top_of_the_window_until_it_is_dismissed(operator: Operator) -> None:
    assert not operator.sees("noticeText")
    operator.program.publish(ClockDiffers(timedelta(hours=4)))
    await operator.until(lambda: operator.sees("noticeText"))
    assert operator.label("noticeText").startswith("The clock of this computer is 4 h 0 min ahead of the gateway's.")
    operator.press("dismissButton")
    assert not operator.sees("noticeText")
