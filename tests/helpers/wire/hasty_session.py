"""An HTTP session whose deadline passes when a test says so, however fast or slow the machine is."""

from __future__ import annotations

import time

from smsdesk.providers.transport.http_session import HttpSession
from tests.helpers.patience import PATIENCE_S


class HastySession(HttpSession):
    """Gives every exchange plenty of time, and ends it at the test's word."""

    def __init__(self) -> None:
        super().__init__(connect_timeout_s=PATIENCE_S, total_s=PATIENCE_S, idle_s=PATIENCE_S)

    def deadline_passes(self) -> None:
        """Let the time of the exchange that is under way be over now."""
        wire = self._wire
        with wire._alarm:
            assert wire._deadline is not None, "no exchange is under way"
            wire._deadline = time.monotonic()
            wire._alarm.notify()

    def was_cut(self) -> bool:
        """Whether it was noticed that the time is over."""
        return self._wire._cut
