"""What the user should hear of though the window may be behind others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon, QWidget

from smsdesk.store.settings import Settings
from smsdesk.ui.controllers.notification import Notifications
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LOW = "SMS Office — Front desk is running low: 390 credits left."


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(QWidget(), Settings())
    window.show()
    yield window
    window.close_now()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the tray was told to show: no tray here could show it."""
    messages: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, _icon: messages.append(text))
    return messages


@pytest.fixture
def knocked(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that wanted to be seen at the task bar."""
    windows: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", windows.append)
    return windows


def notice(window: MainWindow) -> str:
    label = window.findChild(QLabel, "noticeText")
    assert label is not None
    return label.text()


def test_the_tray_says_it_and_the_task_bar_knocks(
    window: MainWindow, said: list[str], knocked: list[QWidget], qtbot: QtBot
) -> None:
    Notifications(window, has_tray=lambda: True, reading_ms=0).warn(LOW)
    assert said == [LOW]
    assert knocked == [window]
    qtbot.waitUntil(lambda: window.findChild(QSystemTrayIcon) is None)


def test_one_icon_is_enough(window: MainWindow, said: list[str], knocked: list[QWidget]) -> None:
    telling = Notifications(window, has_tray=lambda: True)
    telling.warn(LOW)
    telling.warn("Another one")
    assert said == [LOW, "Another one"]
    assert len(window.findChildren(QSystemTrayIcon)) == 1


def test_without_a_tray_the_window_says_it(window: MainWindow, said: list[str], knocked: list[QWidget]) -> None:
    Notifications(window, has_tray=lambda: False).warn(LOW)
    assert said == []
    assert notice(window) == LOW
    assert knocked == [window]
