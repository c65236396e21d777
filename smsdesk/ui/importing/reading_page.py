"""What stands in the place of the rows while a file is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.ui.importing.watched import Watched

_EVERY_MS = 100


class ReadingPage(QWidget):
    """Says how far it is.

    Args:
        name: of the file.

    Signals:
        stop_requested: what was shown before shall be shown again.
    """

    stop_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._watched: Watched | None = None
        self._told = named("importProgressText", Caption(meaning=None))
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = named("importProgress", QProgressBar(textVisible=False))
        self._bar.setAccessibleName(self.tr("How much of the file is read"))
        self._bar.setMaximumWidth(60 * self.fontMetrics().averageCharWidth())
        self._stop = named("stopReadingButton", QPushButton(self.tr("&Leave it as it was"), autoDefault=False))
        self._stop.clicked.connect(self.stop_requested)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._show)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._told)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()

    def follow(self, watched: Watched | None, *, can_stop: bool = False) -> None:
        """Follow a reading; None for none."""
        self._watched = watched
        self._stop.setVisible(can_stop)
        if watched is None:
            self._timer.stop()
        else:
            self._timer.start()
        self._show()

    def _show(self) -> None:
        percent = 0 if self._watched is None else int(self._watched.share * 100)
        self._bar.setRange(0, 100 if percent else 0)  # nothing told yet: it only moves
        self._bar.setValue(percent)
        if percent:
            self._told.setText(self.tr("Reading {file}… {percent} %").format(file=self._name, percent=percent))
        else:
            self._told.setText(self.tr("Reading {file}…").format(file=self._name))
