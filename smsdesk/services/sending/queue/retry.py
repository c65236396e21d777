"""A queue that waits and tries again by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.workers.timer import start_timer

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable


class Retry:
    """The one try to come of a queue, if there is one; used under the lock of the queue.

    Attributes:
        at: when (UTC); None where nothing waits.
    """

    def __init__(self) -> None:
        self.at: datetime | None = None
        self._alarm: threading.Timer | None = None

    def __bool__(self) -> bool:
        return self.at is not None

    def begin(self, after_s: float, over: Callable[[object], object]) -> None:
        """After so many seconds call `over`, without the lock, with what `is_still` tells this try by."""
        at = self.at = datetime.now(UTC) + timedelta(seconds=after_s)
        self._alarm = start_timer(after_s, lambda: over(at))

    def is_still(self, this: object) -> bool:
        """Whether this is the try to come: a timer may ring just after it was forgotten."""
        return self.at is not None and self.at is this

    def forget(self) -> None:
        """Nothing waits any more."""
        if self._alarm is not None:
            self._alarm.cancel()
        self.at = self._alarm = None
