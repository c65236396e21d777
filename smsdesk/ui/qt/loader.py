"""What the first picture does not need, loaded while the window is in use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Loader(QObject):
    """Imports in the background.

    Args:
        load: loads what is ours; called on a thread of its own, while others may load the same.

    Signals:
        loaded: it is done; what went wrong goes wrong again, and is told, where it is needed.
    """

    loaded = Signal()

    def __init__(self, load: Callable[[], object]) -> None:
        super().__init__()
        self._load = load

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._work, name="smsdesk-loading", daemon=True).start()

    def _work(self) -> None:
        try:
            self._load()
            import qasync  # noqa: F401
        finally:
            self.loaded.emit()
