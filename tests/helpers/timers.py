"""The program's timers, driven by the test: a pause ends when the test says so, and never by itself."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

from smsdesk.workers import timer
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


class HeldTimer:
    """Stands for one `threading.Timer`."""

    daemon = False

    def __init__(self, owner: HeldTimers, after_s: float, call: Callable[[], object]) -> None:
        self.after_s = after_s
        self.call = call
        self._owner = owner

    def start(self) -> None:
        self._owner.add(self)

    def cancel(self) -> None:
        self._owner.remove(self)


class HeldTimers:
    """Takes the place of time in `smsdesk.workers.timer`, where all timers of the services start."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._waiting: list[HeldTimer] = []
        self._changed = threading.Condition()
        monkeypatch.setattr(timer, "threading", SimpleNamespace(Timer=lambda s, call: HeldTimer(self, s, call)))

    def go_off(self) -> float:
        """Wait until a timer has been started, and let the one that is due first go off; gives its seconds."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._waiting, PATIENCE_S), "nothing waits"
            due = min(self._waiting, key=lambda each: each.after_s)
            self._waiting.remove(due)
        due.call()
        return due.after_s

    def waiting_s(self) -> list[float]:
        """The seconds of every timer that has neither gone off nor been cancelled."""
        with self._changed:
            return [each.after_s for each in self._waiting]

    def add(self, started: HeldTimer) -> None:
        with self._changed:
            self._waiting.append(started)
            self._changed.notify_all()

    def remove(self, cancelled: HeldTimer) -> None:
        with self._changed:
            if cancelled in self._waiting:
                self._waiting.remove(cancelled)
