"""What is shown while many people are read: how far it is, and a way to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.ui.recipients.list_reading import ListReading

_AFTER_MS = 150  # what is over sooner only flickers


class ReadingStrip(QWidget):
    """Hidden while nothing is read.

    Args:
        reading: what it shows.
    """

    def __init__(self, reading: ListReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._said = Caption()
        self._bar = named("readingProgress", QProgressBar())
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much has been read"))
        self._cancel = named("cancelReadingButton", QPushButton(self.tr("Cance&l")))
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._said)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._cancel)
        self.hide()
        self._soon.timeout.connect(self.show)
        self._cancel.clicked.connect(reading.cancel)
        reading.busy_changed.connect(self._show_busy)
        reading.progressed.connect(self._show_progress)

    def _show_busy(self, busy: bool) -> None:
        if not busy:
            self._soon.stop()
            self.hide()
            return
        self._said.setText(self.tr("Reading the list…"))
        self._bar.setRange(0, 0)
        self._cancel.setVisible(self._reading.can_cancel)
        self._soon.start()

    def _show_progress(self, lines: int, of: int) -> None:
        if self._reading.busy and of > 1:
            self._said.setText(translate("ReadingStrip", "Reading %n line(s)…", None, 1).count(of))
            self._bar.setRange(0, of)
            self._bar.setValue(lines)
