"""The tracker of a running office on a loop of its own: it asks what became of messages, and matches reports."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.office import RunningOffice

_STEP_S: Final = 0.05


class Following:
    """Runs the tracker until `end`."""

    def __init__(self, office: RunningOffice) -> None:
        office.tracker._step_s = _STEP_S
        self._office = office
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Ask no more; once is enough."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._cancel)
            self._thread.join(PATIENCE_S)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            self._task = self._loop.create_task(self._office.tracker.run())
            self._loop.run_until_complete(self._task)
        self._loop.close()
