"""The field that searches the history as one types, and the thread on which that is done."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from smsdesk.ui.widgets.named import named
from smsdesk.workers.worker import Worker, WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from smsdesk.store.history.search import HistorySearch

_BREATH_S = 0.002
"""Between two steps, in which the window reads."""


class SearchField(QLineEdit):
    """Where one types what to look for. Escape empties it, Enter and the down arrow go on to what was found.

    Signals:
        left: the user wants to go on to what was found.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__(clearButtonEnabled=True)
        named("historySearch", self)
        self.setPlaceholderText(self.tr("Search message, name or number"))
        self.setAccessibleName(self.tr("Search the history"))
        self.setMinimumWidth(16 * self.fontMetrics().averageCharWidth())
        self.setMaximumWidth(44 * self.fontMetrics().averageCharWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties, Enter and Down go on."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Searching(QObject):
    """Looks for what was asked for last, newest first, on a thread of its own.

    Args:
        search: looks through the history in short steps.
        parent: it lives as long as this.

    Signals:
        found: announcements' ids so far, newest first, and whether that is all.
    """

    found = Signal(object, bool)
    _told = Signal(int, object, bool)
    _failed = Signal(object)

    def __init__(self, search: HistorySearch, parent: QObject) -> None:
        super().__init__(parent)
        self._search = search
        self._asked = 0  # the question that is under way
        self._worker: Worker | None = None
        self._breath = threading.Event()
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def look_for(self, typed: str) -> None:
        """Begin anew; what was asked before is given up."""
        self._asked += 1
        question = self._asked
        if self._worker is None:
            self._worker = Worker("smsdesk-search")
        self._worker.do(lambda: self._work(question, typed))

    def give_up(self) -> None:
        """Nothing is looked for any more."""
        self._asked += 1

    def close(self) -> None:
        """End the thread, with the step under way."""
        self.give_up()
        if self._worker is not None:
            self._worker.close(drop_waiting=True)

    def _work(self, question: int, typed: str) -> None:
        """On the worker's thread."""
        try:
            self._look(question, typed)
        except WorkerClosed:
            return  # the program ends
        except Exception as error:
            self._tell(self._failed.emit, error)

    def _look(self, question: int, typed: str) -> None:
        from smsdesk.store.history.search import Wanted  # SQLAlchemy: not before it is needed

        if question != self._asked:
            return
        wanted = Wanted.of(typed)
        ids, told, below = set(self._search.texts(wanted)), -1, None
        while below != 0 and question == self._asked:
            step = self._search.people(wanted, below)
            below = step.below
            ids.update(step.ids)
            sure = sorted((each for each in ids if each > step.through), reverse=True)
            if below == 0 or (len(sure) != told and (told < 1 or len(sure) >= 2 * told)):
                told = len(sure)
                self._tell(self._told.emit, question, sorted(ids, reverse=True) if below == 0 else sure, below == 0)
            self._breath.wait(_BREATH_S)

    @staticmethod
    def _tell(hear: Callable[..., object], *what: object) -> None:
        try:
            hear(*what)
        except RuntimeError:
            return  # the window has gone meanwhile

    def _hear(self, question: int, ids: list[int], all_of_them: bool) -> None:
        if question == self._asked:
            self.found.emit(ids, all_of_them)

    def _fail(self, error: Exception) -> None:
        raise error
