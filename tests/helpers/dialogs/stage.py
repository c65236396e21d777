"""What dialogs are made of: a window, a data file, an office whose gateways nobody asks."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.accounts.credentials import MemoryVault
from smsdesk.privacy.secret import Redactor
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.accounts.trial_message import TrialMessage
from smsdesk.services.office import Office
from smsdesk.store.database import Database
from smsdesk.ui.qt.tasks import Tasks
from tests.helpers.dialogs.every_dialog import EVERY_DIALOG
from tests.helpers.dialogs.every_question import EVERY_QUESTION
from tests.helpers.window.qt_loop import OnQtLoop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.helpers.dialogs.every_dialog import Opener

TITLE_BAR = 30
_TURNS = 6
"""Of the event loop, until a dialog that has just been opened is laid out."""


class Stage(OnQtLoop):
    """Where dialogs are opened, one after the other, over a window that fills the screen.

    Attributes:
        folder: for the files that they read.
        window: what they belong to.
        bugs: what their coroutines let out.
    """

    def __init__(self, folder: Path, screen: QSize) -> None:
        self.folder = folder
        self.window = QWidget()
        self.window.resize(screen - QSize(0, TITLE_BAR))
        self.window.show()
        self.bugs: list[BaseException] = []
        self.tasks = Tasks(self.bugs.append)
        self.database = Database(folder / "smsdesk.db")
        self.office = Office(self.database, MemoryVault, Redactor(), lambda _event: None, PROVIDERS)
        self.trial = TrialMessage(self.office.sender, self.office.history, PROVIDERS)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.tasks.begin()
        try:
            yield
        finally:
            await self.tasks.cancel_all()

    async def each(self, only: str = "") -> AsyncIterator[tuple[str, QDialog]]:
        """Open every dialog and question, or that of this name, one by one, each laid out."""
        every: dict[str, Opener] = {**EVERY_DIALOG, **EVERY_QUESTION}
        for name, opener in every.items():
            if only in ("", name):
                dialog = opener(self)
                for _ in range(_TURNS):
                    await asyncio.sleep(0)
                    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                yield name, dialog
                for each in self.window.findChildren(QDialog):
                    each.hide()
                    each.deleteLater()

    def close(self) -> None:
        """Take away what was opened, and end the office."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.office.lanes.close()
        self.office.book.close()
        self.database.close()
