"""What the desktop is told of the sending, on a real bus."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from smsdesk.ui.qt.taskbar import Badge, LauncherEntry, Way, system_taskbar
from tests.helpers.session_bus import Desktop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

INTERFACE = "com.canonical.Unity.LauncherEntry"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="launchers of Linux")


@pytest.fixture
def badges(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers that Qt was given: no platform here could show them."""
    numbers: list[int] = []
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _self, number: numbers.append(number))
    return numbers


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    # Not under tmp_path: the path of a socket may have some hundred characters only.
    with tempfile.TemporaryDirectory(prefix="smsdesk-") as folder:
        desktop = Desktop(Path(folder))
        try:
            desktop.start_bus()
            yield desktop
        finally:
            desktop.close()


def test_the_badge_has_the_number_that_waits(qapp: QApplication, badges: list[int]) -> None:
    Badge().show(Way(32, 0.85))
    Badge().show(Way())
    assert badges == [32, 0]


@linux_only
def test_a_launcher_hears_how_far_it_is_and_that_the_user_is_needed(qapp: QApplication, desktop: Desktop) -> None:
    from PySide6.QtDBus import QDBusConnection

    heard = desktop.listen_to(INTERFACE)
    bus = QDBusConnection.connectToBus(desktop.address, "launcher-test")
    entry = LauncherEntry(bus)
    entry.show(Way(32, 0.85))
    entry.show(Way(32, 0.85, halted=True))
    entry.show(Way())
    program, first = heard()
    assert program == "application://smsdesk.desktop"
    assert first == {"progress": ("d", 0.85), "progress-visible": ("b", True), "urgent": ("b", False)}
    assert heard()[1]["urgent"] == ("b", True)
    assert heard()[1]["progress-visible"] == ("b", False)
    QDBusConnection.disconnectFromBus("launcher-test")


@linux_only
def test_where_no_bus_is_announced_none_is_asked_for(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtDBus import QDBusConnection

    asked: list[str] = []
    monkeypatch.setattr(QDBusConnection, "sessionBus", lambda: asked.append("asked"))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    LauncherEntry().show(Way(1, 0.5))
    assert asked == []


@linux_only
def test_without_a_bus_nothing_is_told_and_nothing_breaks(qapp: QApplication) -> None:
    from PySide6.QtDBus import QDBusConnection

    LauncherEntry(QDBusConnection("no-such-bus")).show(Way(1, 0.5))


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_every_system_has_the_badge_also_before_anything_is_sent(
    qtbot: QtBot, badges: list[int], platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QWidget

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    window = QWidget()
    qtbot.addWidget(window)
    system_taskbar(window, platform).show(Way())
    assert badges == [0]
