"""What the first picture does not need, loaded while the window is in use."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal


class Loader(QObject):
    """Imports in the background.

    Signals:
        loaded: it is done; what went wrong goes wrong again, and is told, where it is needed.
    """

    loaded = Signal()

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._load, name="smsdesk-loading", daemon=True).start()

    def _load(self) -> None:
        try:
            import qasync  # noqa: F401
        finally:
            self.loaded.emit()
