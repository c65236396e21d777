"""The task bar tells how far all queues are, and knocks once where the user is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.store.settings import Settings
from smsdesk.ui.controllers.sending.taskbar_progress import TaskbarProgress, way_of
from smsdesk.ui.qt.event_bridge import EventBridge
from smsdesk.ui.qt.taskbar import Way
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_CREDIT = UserFacingError(QT_TRANSLATE_NOOP("sender", "No credit is left."))
STOPPED = Progress(QueueState.STOPPED, 20, 214, reason=NO_CREDIT)


class Followed:
    """A window with its task bar, and the queues that it follows."""

    def __init__(self, window: MainWindow) -> None:
        self.shown: list[Way] = []
        self.queues: dict[str, Progress] = {}
        self.window = window
        self._bridge = EventBridge(window)
        self.progress = TaskbarProgress(window, self._bridge, lambda: self.queues, self)

    def show(self, way: Way) -> None:
        self.shown.append(way)

    def now(self, **queues: Progress) -> None:
        self.queues.update(queues)
        self._bridge.queue_changed.emit("front")


@pytest.fixture
def followed(qapp: QApplication) -> Iterator[Followed]:
    window = MainWindow(QWidget(), Settings())
    yield Followed(window)
    window.close_now()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def knocked(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    windows: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", windows.append)
    return windows


def test_all_queues_count_together_and_what_is_done_counts_no_more() -> None:
    moving = {
        "front": Progress(QueueState.SENDING, 150, 200),
        "back": Progress(QueueState.WAITING, 0, 50, reason=NO_CREDIT),
        "school": Progress(QueueState.IDLE, 1000, 1000),
    }
    assert way_of(moving) == Way(100, 0.6)
    assert way_of({"school": moving["school"]}) == Way()
    assert way_of({}) == Way()


def test_what_has_halted_stays_in_sight_as_such() -> None:
    assert way_of({"front": STOPPED}) == Way(194, 0.093, halted=True)


def test_it_is_told_when_it_changes_and_taken_away_at_the_end(followed: Followed, knocked: list[QWidget]) -> None:
    followed.now(front=Progress())
    assert followed.shown == []
    sending = Progress(QueueState.SENDING, 1, 4)
    followed.now(front=sending)
    followed.now(front=sending)
    assert followed.shown == [Way(3, 0.25)]
    followed.progress.clear()
    assert followed.shown == [Way(3, 0.25), Way()]
    assert knocked == []


def test_it_knocks_once_for_each_halt(followed: Followed, knocked: list[QWidget]) -> None:
    followed.now(front=STOPPED)
    followed.now(front=STOPPED)
    assert len(knocked) == 1
    followed.now(back=STOPPED)
    assert len(knocked) == 2
    followed.now(front=Progress(QueueState.SENDING, 20, 214))
    followed.now(front=STOPPED)
    assert len(knocked) == 3


def test_another_window_shows_the_same_at_once_and_knocks_for_nothing_old(
    followed: Followed, knocked: list[QWidget]
) -> None:
    followed.now(front=STOPPED)
    shown = followed.shown[-1]
    bridge = EventBridge(followed.window)
    other = TaskbarProgress(followed.window, bridge, lambda: followed.queues, followed)
    other.take_over(followed.progress)
    assert followed.shown == [shown, Way(), shown]  # what only the window before had is gone
    bridge.queue_changed.emit("front")
    assert len(knocked) == 1
    followed.queues.clear()
    bridge.queue_changed.emit("front")
    assert followed.shown[-1] == Way()
