"""How far the sending is, at the program's own place on the desktop: task bar, dock or launcher.

Every system gets the number of messages that wait, which Qt shows as a badge. Windows and the launchers of Linux get a
bar as well; the dock of macOS has none.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QGuiApplication

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

DESKTOP_FILE = "smsdesk"
"""The name, without its ending, under which the program is installed on Linux: docks know it by that."""


@frozen
class Way:
    """How far all queues are together.

    Attributes:
        waiting: messages that have not left yet.
        share: how much has left, 0 to 1; None where nothing is on its way.
        halted: it goes on only when the user says so.
    """

    waiting: int = 0
    share: float | None = None
    halted: bool = False


class Taskbar(Protocol):
    """A place that shows it."""

    def show(self, way: Way) -> None:
        """Show this from now on."""


def system_taskbar(window: QWidget, platform: str = sys.platform) -> Taskbar:
    """The one of this system; what it shows belongs to this window where each has a place of its own."""
    if platform == "win32":
        from smsdesk.ui.qt.windows_taskbar import WindowsTaskbar, taskbar_list

        return _Both(Badge(), WindowsTaskbar(lambda: int(window.winId()), taskbar_list))
    if platform == "darwin":
        return Badge()
    return _Both(Badge(), LauncherEntry())


class Badge:
    """The number, by Qt; nothing where the desktop has no badges."""

    def show(self, way: Way) -> None:
        """Show how many wait."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(way.waiting)


class LauncherEntry:
    """The bar in launchers of Linux (Ubuntu's dock, Plasma's task manager): Unity's LauncherEntry API.

    Args:
        bus: where they listen; None for the session's.
    """

    def __init__(self, bus: QDBusConnection | None = None) -> None:
        self._bus = bus

    def show(self, way: Way) -> None:
        """Tell whoever listens, and wait for nobody; where no bus is announced, none is started for this."""
        if self._bus is None and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # no start needs it

        bus = self._bus = self._bus or QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        path, interface = f"/com/canonical/unity/launcherentry/{DESKTOP_FILE}", "com.canonical.Unity.LauncherEntry"
        message = QDBusMessage.createSignal(path, interface, "Update")
        shown = {"progress": way.share or 0.0, "progress-visible": way.share is not None, "urgent": way.halted}
        message.setArguments([f"application://{DESKTOP_FILE}.desktop", shown])
        bus.send(message)


class _Both:
    def __init__(self, *places: Taskbar) -> None:
        self._places = places

    def show(self, way: Way) -> None:
        for place in self._places:
            place.show(way)
