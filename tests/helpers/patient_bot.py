"""pytest-qt's bot as all tests get it: with their patience, and with a hand off the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, SignalInstance
    from PySide6.QtWidgets import QWidget
    from pytestqt.wait_signal import SignalBlocker

_PATIENCE_MS: Final = PATIENCE_S * 1000


class PatientBot(QtBot):
    """What tests get as `qtbot`: on a busy machine the five seconds of pytest-qt may be over too soon."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = _PATIENCE_MS) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout)

    def bring_up(self, window: QWidget) -> None:
        """Show a window, and wait until it is on the screen."""
        with self.waitExposed(window, timeout=_PATIENCE_MS):
            window.show()

    @staticmethod
    def mouseMove(widget: QWidget, pos: QPoint) -> None:
        """Tell a widget of the mouse above it; the pointer itself stays, or a later test's window came up under it."""
        at, none = QPointF(pos), Qt.MouseButton.NoButton
        there = QPointF(widget.mapToGlobal(pos))
        moved = QMouseEvent(QEvent.Type.MouseMove, at, there, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, moved)
