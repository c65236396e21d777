from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.store.settings import Settings
from smsdesk.ui.controllers.background_sending import BackgroundSending, Course, Next
from smsdesk.ui.qt.event_bridge import EventBridge
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NO_CREDIT = UserFacingError(QT_TRANSLATE_NOOP("sender", "No credit is left."))
BLOCKED = UserFacingError(QT_TRANSLATE_NOOP("sender", "The account is blocked."))


def sending(done: int, total: int) -> Progress:
    return Progress(QueueState.SENDING, done, total)


def stopped(reason: UserFacingError, done: int = 0, total: int = 5) -> Progress:
    return Progress(QueueState.STOPPED, done, total, reason=reason)


def waiting(done: int, total: int) -> Progress:
    return Progress(QueueState.WAITING, done, total, reason=BLOCKED)


def finished(done: int) -> Progress:
    return Progress(QueueState.IDLE, done, done)


def test_the_program_goes_on_while_something_is_still_to_leave() -> None:
    course = Course({"front": sending(10, 214)})
    assert course.next({"front": sending(180, 214)}, 34) == (Next.GO_ON, "")
    assert course.next({"front": waiting(180, 214)}, 34) == (Next.GO_ON, "")
    assert course.how_far({"front": sending(180, 214)}) == (180, 214)


def test_the_program_leaves_when_all_has_left() -> None:
    course = Course({"front": sending(10, 214)})
    assert course.next({"front": finished(214)}, 0) == (Next.LEAVE, "")
    assert course.how_far({"front": finished(214)}) == (214, 214)


def test_a_queue_that_stops_calls_the_person_once_and_then_nobody_leaves() -> None:
    course = Course({"front": sending(10, 214), "school": sending(1, 3)})
    now = {"front": stopped(NO_CREDIT, 20, 214), "school": sending(2, 3)}
    assert course.next(now, 1) == (Next.COME_BACK, "front")
    assert course.next(now, 1) == (Next.GO_ON, "")
    assert course.next({**now, "school": finished(3)}, 0) == (Next.GO_ON, "")


def test_a_second_queue_that_stops_calls_again() -> None:
    course = Course({"front": sending(1, 5), "school": sending(1, 5)})
    assert course.next({"front": stopped(NO_CREDIT), "school": sending(1, 5)}, 4)[0] is Next.COME_BACK
    assert course.next({"front": stopped(NO_CREDIT), "school": stopped(BLOCKED)}, 0) == (Next.COME_BACK, "school")


def test_a_stop_that_was_known_when_the_window_went_keeps_nobody_from_leaving() -> None:
    course = Course({"front": stopped(NO_CREDIT), "school": sending(1, 3)})
    assert course.next({"front": stopped(NO_CREDIT), "school": finished(3)}, 0) == (Next.LEAVE, "")
    assert course.how_far({"front": stopped(NO_CREDIT), "school": finished(3)}) == (3, 3)


def test_an_account_that_stops_for_another_reason_than_the_known_one_calls() -> None:
    course = Course({"front": waiting(0, 5)})
    assert course.next({"front": stopped(NO_CREDIT)}, 0) == (Next.COME_BACK, "front")


class Away:
    """A window that is put away, what its queues do, and what the program was told to do."""

    def __init__(self, window: MainWindow, bridge: EventBridge, *, tray: bool, platform: str = "linux") -> None:
        self.window, self.bridge = window, bridge
        self.queues = {"front": sending(10, 214)}
        self.unsent = 204
        self.left: list[str] = []
        self.background = BackgroundSending(
            QApplication.instance(),
            window,
            bridge,
            lambda: self.queues,
            lambda: self.unsent,
            has_tray=lambda: tray,
            reading_ms=0,
            platform=platform,
        )
        self.background.leave.connect(lambda: self.left.append("leave"))
        self.background.stop_requested.connect(lambda: self.left.append("stop"))

    def now(self, queue: Progress, unsent: int) -> None:
        """Let the queue stand here, and the window hear of it."""
        self.queues, self.unsent = {"front": queue}, unsent
        self.bridge.queue_changed.emit("front")

    def tray(self) -> QSystemTrayIcon | None:
        return self.background.findChild(QSystemTrayIcon)

    def choose(self, name: str) -> None:
        menu = self.window.findChild(QMenu, "trayMenu")
        menu.findChild(QAction, name).trigger()


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    window = MainWindow(QWidget(), Settings())  # what stands in the panes does not matter here
    window.show()
    yield window
    window.close_now()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qapp.setQuitOnLastWindowClosed(before)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the tray was told to show: no tray here could show it."""
    messages: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, _icon: messages.append(text))
    return messages


@pytest.fixture
def away(window: MainWindow, said: list[str]) -> Away:
    """A window that went to the tray."""
    away = Away(window, EventBridge(window), tray=True)
    away.background.begin()
    return away


def test_the_window_is_hidden_and_the_tray_tells_how_far_the_sending_is(away: Away) -> None:
    assert not away.window.isVisible()
    assert away.tray().toolTip() == "Sending 10 of 214"
    away.now(sending(180, 214), 34)
    assert away.tray().toolTip() == "Sending 180 of 214"
    away.now(waiting(180, 214), 34)
    assert away.tray().toolTip() == "34 messages waiting"


def test_when_all_is_sent_the_tray_says_so_and_the_program_leaves(away: Away, said: list[str], qtbot: QtBot) -> None:
    away.now(finished(214), 0)
    assert said == ["214 messages: 214 accepted"]
    away.bridge.queue_changed.emit("front")
    qtbot.waitUntil(lambda: bool(away.left))
    assert (said, away.left) == (["214 messages: 214 accepted"], ["leave"])
    assert not away.window.isVisible()


def test_the_tray_does_not_call_handed_over_what_was_refused(away: Away, said: list[str]) -> None:
    away.now(replace(finished(214), rejected=210, unknown=4), 0)
    assert said == ["214 messages: 210 refused · 4 unknown"]


def test_a_queue_that_stops_tells_why_and_the_window_knocks_without_leaving(
    away: Away, said: list[str], qtbot: QtBot
) -> None:
    away.now(stopped(NO_CREDIT, 20, 214), 0)
    assert said == ["No credit is left."]
    assert away.window.isVisible()
    assert away.window.isMinimized()
    away.now(stopped(NO_CREDIT, 20, 214), 0)
    assert away.tray() is not None
    away.window.raise_up()
    assert not away.window.isMinimized()
    qtbot.waitUntil(lambda: away.tray() is None)
    assert (said, away.left) == (["No credit is left."], [])


@pytest.mark.parametrize("how", ["menu", "click", "second start"])
def test_the_window_that_comes_back_ends_the_background(away: Away, said: list[str], qtbot: QtBot, how: str) -> None:
    match how:
        case "menu":
            away.choose("trayOpenAction")
        case "click":
            away.tray().activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        case _:
            away.window.raise_up()
    assert away.window.isVisible()
    qtbot.waitUntil(lambda: away.tray() is None)
    away.now(finished(214), 0)
    assert (said, away.left) == ([], [])


@pytest.mark.parametrize(("platform", "back"), [("darwin", True), ("win32", False), ("linux", False)])
def test_a_click_in_the_dock_which_only_makes_the_program_active_brings_the_window_back(
    window: MainWindow, qapp: QApplication, said: list[str], platform: str, *, back: bool
) -> None:
    away = Away(window, EventBridge(window), tray=True, platform=platform)
    away.background.begin()
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationActivate))
    assert window.isVisible() is back
    assert (away.tray() is None or not away.tray().isVisible()) is back


def test_on_macos_a_click_on_the_tray_opens_its_menu_and_not_the_window(window: MainWindow, said: list[str]) -> None:
    away = Away(window, EventBridge(window), tray=True, platform="darwin")
    away.background.begin()
    away.tray().activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not window.isVisible()


def test_a_window_that_comes_back_for_the_last_message_stays(away: Away, said: list[str], qtbot: QtBot) -> None:
    away.background._last.setInterval(60_000)
    away.now(finished(214), 0)
    away.window.raise_up()
    assert not away.background._last.isActive()
    assert (len(said), away.left) == (1, [])


def test_stop_in_the_trays_menu_asks_for_it_and_calls_nobody(away: Away, said: list[str]) -> None:
    away.choose("trayStopAction")
    away.now(stopped(BLOCKED), 0)
    assert (said, away.left) == ([], ["stop"])
    assert not away.window.isVisible()


def test_without_a_tray_the_window_is_minimised_and_the_same_rules_hold(
    window: MainWindow, said: list[str], qtbot: QtBot
) -> None:
    away = Away(window, EventBridge(window), tray=False)
    away.background.begin()
    assert window.isVisible()
    assert window.isMinimized()
    away.now(finished(214), 0)
    qtbot.waitUntil(lambda: away.left == ["leave"])
    assert said == []


def test_a_minimised_window_that_is_restored_ends_the_background(window: MainWindow, said: list[str]) -> None:
    away = Away(window, EventBridge(window), tray=False)
    away.background.begin()
    window.showNormal()
    away.now(finished(214), 0)
    assert not away.background._last.isActive()


def test_what_has_left_before_the_window_could_go_needs_no_background(window: MainWindow, said: list[str]) -> None:
    away = Away(window, EventBridge(window), tray=True)
    away.unsent = 0
    away.background.begin()
    assert away.left == ["leave"]
    assert window.isVisible()


def test_a_wish_to_quit_that_no_hidden_window_would_hear_is_asked_about(away: Away, qapp: QApplication) -> None:
    asked: list[str] = []
    away.window.close_requested.connect(lambda: asked.append("close"))
    quitting = QEvent(QEvent.Type.Quit)
    QCoreApplication.sendEvent(qapp, quitting)
    assert asked == ["close"]
    assert not quitting.isAccepted()
