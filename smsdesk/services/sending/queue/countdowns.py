"""The announcements of one queue that may not leave yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.workers.timer import start_timer

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable

    from smsdesk.services.sending.queue.progress import Countdown


class Countdowns:
    """Countdowns by announcement, each with what ends it; used under the lock of their queue.

    A countdown is forgotten with all that Undo needs when it ends.
    """

    def __init__(self) -> None:
        self._running: dict[int, tuple[Countdown, threading.Timer]] = {}

    def begin(self, countdown: Countdown, after_s: float, over: Callable[[], object]) -> None:
        """Call `over` after so many seconds, on a thread of its own and without the lock, unless it is forgotten."""
        self._running[countdown.announcement_id] = (countdown, start_timer(after_s, over))

    def forget(self, announcements: Iterable[int]) -> None:
        """These may leave from now on, or were taken back."""
        for announcement_id in announcements:
            _, alarm = self._running.pop(announcement_id, (None, None))
            if alarm is not None:
                alarm.cancel()

    def forget_all(self) -> None:
        """None of them ends by itself any more."""
        self.forget(list(self._running))

    def newest(self) -> Countdown | None:
        """The one that began last, None when there is none."""
        return self._running[max(self._running)][0] if self._running else None

    def ids(self) -> list[int]:
        """The announcements."""
        return list(self._running)

    def __contains__(self, announcement_id: int) -> bool:
        return announcement_id in self._running

    def __bool__(self) -> bool:
        return bool(self._running)
