"""Time in a storm: a clock that jumps, and timers that ring when they are told to, or too late."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import smsdesk
from tests.helpers.timers import HeldTimers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from types import ModuleType

    import pytest

    from tests.helpers.timers import HeldTimer

_ON_THIS_CLOCK: Final = ("smsdesk.domain", "smsdesk.providers", "smsdesk.services", "smsdesk.store")
_KEPT: Final = 20


class DrivenClock:
    """The clock of this computer as the program reads it; the gateways have their own, and durations go on as they do.

    Attributes:
        ahead: how far it is ahead of the true one.
        slept_s: how long the computer slept, which durations count too.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.ahead = timedelta(0)
        self.slept_s = 0.0
        clock = self

        class Driven(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return datetime.now(tz) + clock.ahead

        class Time:
            def __getattr__(self, name: str) -> object:
                return getattr(time, name)

            def time(self) -> float:
                return time.time() + clock.ahead.total_seconds()

        for module in _modules():
            if getattr(module, "datetime", None) is datetime:
                patch.setattr(module, "datetime", Driven)
            if getattr(module, "time", None) is time:
                patch.setattr(module, "time", Time())
            elapsed_s: Callable[[], float] | None = getattr(module, "elapsed_s", None)
            if elapsed_s is not None:
                patch.setattr(module, "elapsed_s", lambda counted=elapsed_s: counted() + clock.slept_s)

    def now(self) -> datetime:
        """What it shows (UTC)."""
        return datetime.now().astimezone() + self.ahead


def _modules() -> list[ModuleType]:
    for found in pkgutil.walk_packages(smsdesk.__path__, "smsdesk."):
        if found.name.startswith(_ON_THIS_CLOCK):
            importlib.import_module(found.name)
    return [module for name, module in sys.modules.items() if name.startswith(_ON_THIS_CLOCK)]


class StormTimers(HeldTimers):
    """Timers that ring in any order, and some that ring though they were cancelled just before."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        super().__init__(patch)
        self._cancelled: list[HeldTimer] = []

    def remove(self, cancelled: HeldTimer) -> None:
        """It is cancelled."""
        super().remove(cancelled)
        with self._changed:
            self._cancelled = [*self._cancelled[1 - _KEPT :], cancelled]

    def ring(self, which: Callable[[list[HeldTimer]], HeldTimer]) -> bool:
        """Let one go off; False where none waits."""
        with self._changed:
            if not self._waiting:
                return False
            due = which(sorted(self._waiting, key=lambda each: each.after_s))
            self._waiting.remove(due)
        due.call()
        return True

    def ring_too_late(self, which: Callable[[list[HeldTimer]], HeldTimer]) -> None:
        """Let one go off that was cancelled while it was about to."""
        with self._changed:
            if not self._cancelled:
                return
            late = which(self._cancelled)
        late.call()

    def forget(self) -> None:
        """The program has ended, and its timers with it."""
        with self._changed:
            self._waiting.clear()
            self._cancelled.clear()
