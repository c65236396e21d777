from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from smsdesk.ui.qt import opening
from smsdesk.ui.qt.loader import Loader
from smsdesk.ui.qt.opening import Opening

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Window(QWidget):
    """Notes in what order things happen."""

    def __init__(self, happened: list[str]) -> None:
        super().__init__()
        self._happened = happened

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._happened.append("painted")


class Minimised(QWidget):
    """No screen asks for its picture."""

    def show(self) -> None:
        pass


@pytest.fixture
def happened() -> list[str]:
    return []


@pytest.fixture
def loader(qapp: QApplication, happened: list[str]) -> Loader:
    def load() -> None:
        happened.append("loaded" if threading.current_thread() is not threading.main_thread() else "held up")

    return Loader(load)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, happened: list[str], loader: Loader) -> Opening:
    window = Window(happened)
    qtbot.addWidget(window)
    return Opening(qapp, window, loader)


def test_the_rest_is_loaded_aside_and_not_before_the_window_is_painted(opened: Opening, happened: list[str]) -> None:
    opened.until_loaded()
    assert happened[0] == "painted"
    assert happened[-1] == "loaded"
    assert opened.ready_at is not None
    assert opened.painted_at is not None


def test_who_only_wants_the_first_picture_loads_nothing(opened: Opening, happened: list[str]) -> None:
    opened.until_painted()
    assert set(happened) == {"painted"}
    assert opened.ready_at is not None
    assert opened.painted_at is not None


def test_a_window_that_is_never_painted_is_not_waited_for(
    qtbot: QtBot, qapp: QApplication, happened: list[str], loader: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PAINTED_BY_MS", 50)
    window = Minimised()
    qtbot.addWidget(window)
    shown = Opening(qapp, window, loader)
    shown.until_loaded()
    assert happened == ["loaded"]
    assert shown.painted_at is None


def test_what_cannot_be_loaded_does_not_hold_the_window_up(qtbot: QtBot, qapp: QApplication) -> None:
    def fail() -> None:
        raise ImportError("broken")

    window = Window([])
    qtbot.addWidget(window)
    failed: list[object] = []
    before, threading.excepthook = threading.excepthook, failed.append
    try:
        Opening(qapp, window, Loader(fail)).until_loaded()
        qtbot.waitUntil(lambda: failed != [])
    finally:
        threading.excepthook = before
    assert window.isVisible()
