"""What the user should hear of though the window may be behind others: by the desktop's own messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from smsdesk.ui.qt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.ui.window.main_window import MainWindow

_READING_MS = 8000  # the message goes with its icon, and wants to be read


class Notifications(QObject):
    """Says it once, and knocks at the task bar; where there is no tray, the window's own notice says it.

    Args:
        window: the window that is meant, and that a click on the message brings up.
        has_tray: whether the desktop has a place for an icon.
        reading_ms: how long the icon stays that was put there for the message alone.
    """

    def __init__(
        self,
        window: MainWindow,
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        reading_ms: int = _READING_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._has_tray = has_tray
        self._reading_ms = reading_ms

    def warn(self, text: str) -> None:
        """Say that something needs the user, who need not come at once."""
        if self._has_tray():
            icon = self._window.findChild(QSystemTrayIcon) or self._passing()
            icon.showMessage(self.tr("smsdesk"), text, QSystemTrayIcon.MessageIcon.Warning)
        else:
            self._window.notice.add(text)
        QApplication.alert(self._window)

    def _passing(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(QIcon(str(resource("icons/smsdesk.svg"))), self)
        icon.messageClicked.connect(self._window.raise_up)
        icon.show()
        QTimer.singleShot(self._reading_ms, icon, icon.hide)
        QTimer.singleShot(self._reading_ms, icon, icon.deleteLater)
        return icon
