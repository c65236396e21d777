"""Events of the services, brought to the window's thread at most ten times a second, each thing once.

What comes after a rest is told at once: somebody may be waiting for it.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from smsdesk.services.events import (
    AnnouncementAdded,
    BalanceChanged,
    Checked,
    ClockDiffers,
    DeliveriesChanged,
    Failed,
    QueueChanged,
)

if TYPE_CHECKING:
    from smsdesk.services.events import Event

_EVERY_MS = 100


class EventBridge(QObject):
    """Collects what the lanes tell and hands it on in bundles.

    Signals:
        announcements_added: there are new announcements.
        deliveries_changed: a dict from announcement id to the set of changed delivery ids; an empty set means any.
        queue_changed: an account id.
        balance_changed: an account id.
        checked: the data file is sound.
        clock_differs: by how much this computer's clock is ahead of a gateway's, a timedelta.
        failed: the exception of a lane.
    """

    announcements_added = Signal()
    deliveries_changed = Signal(object)  # a dict would be copied into a C++ map, which takes no int keys
    queue_changed = Signal(str)
    balance_changed = Signal(str)
    checked = Signal()
    clock_differs = Signal(object)
    failed = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[Event] = []
        self._closed = False
        self._lock = threading.Lock()
        self._resting = QElapsedTimer()  # since the last ones were handed on; not begun before the first
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hand_on)
        self._woken.connect(self._soon, Qt.ConnectionType.QueuedConnection)

    def publish(self, event: Event) -> None:
        """Take an event, on any thread; after `close` it is dropped."""
        with self._lock:
            if self._closed:
                return
            self._events.append(event)
            if len(self._events) == 1:
                self._woken.emit()  # under the lock: no lane may touch this object once it is closed

    def close(self) -> None:
        """Take no more: a lane that is still waiting for its gateway may outlive the window.

        Of what was taken only mistakes are still told: nobody reads the history any more.
        """
        with self._lock:
            self._closed = True
            self._events = [event for event in self._events if isinstance(event, Failed)]

    def pass_to(self, other: EventBridge) -> None:
        """Take no more: the other one hands on what has not been handed on yet."""
        with self._lock:
            self._closed = True
            events, self._events = self._events, []
        for event in events:
            other.publish(event)

    def _soon(self) -> None:
        rested_ms = self._resting.elapsed() if self._resting.isValid() else _EVERY_MS
        self._timer.start(max(_EVERY_MS - rested_ms, 0))

    def _hand_on(self) -> None:
        self._resting.start()
        with self._lock:
            events, self._events = self._events, []
        changed: defaultdict[int, set[int]] = defaultdict(set)
        whole: set[int] = set()
        for event in events:
            if isinstance(event, DeliveriesChanged):
                changed[event.announcement_id].update(event.delivery_ids)
                if not event.delivery_ids:
                    whole.add(event.announcement_id)
        if any(isinstance(event, Checked) for event in events):
            self.checked.emit()
        if any(isinstance(event, AnnouncementAdded) for event in events):
            self.announcements_added.emit()
        if changed:
            self.deliveries_changed.emit({key: set() if key in whole else ids for key, ids in changed.items()})
        for account_id in dict.fromkeys(event.account_id for event in events if isinstance(event, QueueChanged)):
            self.queue_changed.emit(account_id)
        for account_id in dict.fromkeys(event.account_id for event in events if isinstance(event, BalanceChanged)):
            self.balance_changed.emit(account_id)
        for event in events:
            if isinstance(event, ClockDiffers):
                self.clock_differs.emit(event.ahead)
            if isinstance(event, Failed):
                self.failed.emit(event.error)
