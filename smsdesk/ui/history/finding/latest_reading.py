"""What takes long to be read, on a thread of its own: only what was asked for last counts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from smsdesk.workers.worker import Worker, WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BREATH_S = 0.002
"""Between two steps, in which the window reads."""


class LatestReading(QObject):
    """Reads step by step, and gives up as soon as something else is asked for.

    Args:
        parent: it lives as long as this.

    Signals:
        told: what a step gave, on the window's thread; what was given up tells nothing more.
        ended: the last step was told.
    """

    told = Signal(object)
    ended = Signal()
    _stepped = Signal(int, object)
    _finished = Signal(int)
    _failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = 0  # the question that is under way
        self._busy = False
        self._worker: Worker | None = None
        self._breath = threading.Event()
        self._stepped.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        parent.destroyed.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._busy

    def read(self, steps: Iterable[object]) -> None:
        """Begin anew; what was asked for before is given up.

        Args:
            steps: walked through on the thread; what a step gives is told, unless it is None.
        """
        self._asked += 1
        self._busy = True
        question = self._asked
        if self._worker is None:
            self._worker = Worker("smsdesk-history")
        self._worker.do(lambda: self._work(question, steps))

    def give_up(self) -> None:
        """Nothing is asked for any more."""
        self._asked += 1
        self._busy = False

    def close(self) -> None:
        """End the thread, with the step under way."""
        self.give_up()
        if self._worker is not None:
            self._worker.close(drop_waiting=True)

    def _work(self, question: int, steps: Iterable[object]) -> None:
        """On the worker's thread."""
        if question != self._asked:
            return
        try:
            for step in steps:
                if question != self._asked:
                    return
                if step is not None:
                    self._tell(self._stepped.emit, question, step)
                self._breath.wait(_BREATH_S)
            self._tell(self._finished.emit, question)
        except WorkerClosed:
            return  # the program ends
        except Exception as error:
            self._tell(self._failed.emit, error)

    @staticmethod
    def _tell(hear: Callable[..., object], *what: object) -> None:
        try:
            hear(*what)
        except RuntimeError:
            return  # the window has gone meanwhile

    def _hear(self, question: int, step: object) -> None:
        if question == self._asked:
            self.told.emit(step)

    def _end(self, question: int) -> None:
        if question == self._asked:
            self._busy = False
            self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._busy = False
        raise error
