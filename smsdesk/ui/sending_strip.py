"""The foot of the window: how far the sending is, and the button that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from smsdesk.services.progress import QueueState
from smsdesk.ui.card import Caption
from smsdesk.ui.named import named
from smsdesk.ui.translate import translate
from smsdesk.ui.wording import duration

if TYPE_CHECKING:
    from smsdesk.services.progress import Progress


class SendingStrip(QWidget):
    """Shows one account's progress.

    Signals:
        stop_requested: the person pressed Stop.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Caption(meaning=None)
        self._text.setObjectName("progressText")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMaximumWidth(30 * self.fontMetrics().averageCharWidth())
        self._bar.setAccessibleName(self.tr("Sending"))
        self._stop = named("stopButton", QPushButton(self.tr("Stop")))
        self._stop.setToolTip(self.tr("Cancel the messages that have not been sent yet"))
        self._stop.clicked.connect(self.stop_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        self._moving(shown=False)

    def show_progress(self, progress: Progress) -> None:
        """Show n of m and the time left; when the queue is done, how many went out."""
        if progress.state is QueueState.SENDING:
            said = [
                translate("SendingStrip", "Sending {done} of %n", None, 1)
                .count(progress.total)
                .format(done=QLocale().toString(progress.done))
            ]
            if progress.left_s is not None:
                said.append(duration(progress.left_s))
            said.append(self.tr("you can keep working"))
            self._text.setText(" · ".join(said))
            self._bar.setMaximum(progress.total)
            self._bar.setValue(progress.done)
        elif progress.state is QueueState.STOPPED:
            self._text.setText(translate("SendingStrip", "%n message(s) waiting", None, 1).count(progress.waiting))
        else:
            done = translate("SendingStrip", "%n message(s) handed to the gateway", None, 1).count(progress.done)
            self._text.setText(done if progress.done else "")
        self._moving(shown=progress.state is QueueState.SENDING)

    def say(self, text: str) -> None:
        """Say something else about the queue instead."""
        self._text.setText(text)

    def _moving(self, *, shown: bool) -> None:
        self._bar.setVisible(shown)
        self._stop.setVisible(shown)
