"""How far the sending is, told beside the window: at the task bar, which also knocks where the user is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.ui.qt.taskbar import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smsdesk.services.sending.queue.progress import Progress
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.taskbar import Taskbar
    from smsdesk.ui.window.main_window import MainWindow


class TaskbarProgress(QObject):
    """Follows every account's queue.

    Args:
        window: knocks when a queue has halted and something else is in front of it.
        bridge: tells that a queue has changed.
        queues: where each account's queue stands, by account id.
        taskbar: shows it.
    """

    def __init__(
        self, window: MainWindow, bridge: EventBridge, queues: Callable[[], Mapping[str, Progress]], taskbar: Taskbar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queues = queues
        self._taskbar = taskbar
        self._shown = Way()
        self._halted: set[str] = set()
        bridge.queue_changed.connect(self._look)

    def take_over(self, other: TaskbarProgress) -> None:
        """Show what another window's showed, and knock for nothing that it has knocked for."""
        self._halted = other._halted
        other.clear()
        self._look()

    def clear(self) -> None:
        """Leave nothing behind: the program ends."""
        self._show(Way())

    def _look(self) -> None:
        queues = self._queues()
        self._show(way_of(queues))
        halted = {account_id for account_id, queue in queues.items() if queue.state is QueueState.STOPPED}
        if halted - self._halted:
            QApplication.alert(self._window)
        self._halted = halted

    def _show(self, way: Way) -> None:
        if way != self._shown:
            self._shown = way
            self._taskbar.show(way)


def way_of(queues: Mapping[str, Progress]) -> Way:
    """All of them together; what has halted is in sight as long as it waits."""
    moving = [queue for queue in queues.values() if queue.state is not QueueState.IDLE and queue.waiting]
    total = sum(queue.total for queue in moving)
    if not total:
        return Way()
    waiting = sum(queue.waiting for queue in moving)
    halted = any(queue.state is QueueState.STOPPED for queue in moving)
    return Way(waiting, round(1 - waiting / total, 3), halted)
