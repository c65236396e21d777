"""The foot of the window: how far the sending is, and the button that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.ui.text.formatting import duration, in_a_while
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, set_bold
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from smsdesk.services.sending.queue.progress import Countdown, Progress


def told_of_done(progress: Progress) -> list[str]:
    """What became of the messages that the gateway was asked to take; nothing where there were none."""
    told = (
        (translate("ProgressStrip", "%n message(s) handed to the gateway", None, 1), progress.taken),
        (translate("ProgressStrip", "%n message(s) refused by the gateway", None, 1), progress.rejected),
        (translate("ProgressStrip", "%n message(s) that may have been sent or not", None, 1), progress.unknown),
    )
    return [text.count(people) for text, people in told if people]


class ProgressStrip(QWidget):
    """Shows one account's progress.

    Signals:
        stop_requested: the user pressed Stop.
        undo_requested: the user pressed Undo.
        other_requested: the user wants to see the other account's queue that is told of.
    """

    stop_requested = Signal()
    undo_requested = Signal()
    other_requested = Signal()

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
        # The same name as in the list of people: the button that takes back what was done last.
        self._undo = named("undoButton", QPushButton(self.tr("Undo")))
        self._undo.setToolTip(self.tr("Take the announcement back: nothing of it is sent or paid"))
        self._undo.clicked.connect(self._ask_to_undo)
        self._other = named("otherQueueButton", QPushButton())
        self._other.setToolTip(self.tr("Choose that account"))
        self._other.clicked.connect(self.other_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._other)
        layout.addWidget(self._bar)
        layout.addWidget(self._undo)
        layout.addWidget(self._stop)
        self.setMinimumHeight(self.sizeHint().height())  # buttons that come and go must not move the panes
        self._undo.hide()
        self._other.hide()
        self._moving(shown=False)

    def show_progress(self, progress: Progress, countdown: Countdown | None = None) -> None:
        """Show n of m and the time left; when the queue is done, how many went out.

        `countdown` is what can be taken back, in whichever account.
        """
        said = []
        if progress.state is QueueState.SENDING:
            said += self._told_of_sending(progress)
            self._bar.setMaximum(progress.total)
            self._bar.setValue(progress.done)
        elif progress.state in (QueueState.STOPPED, QueueState.WAITING):
            said.append(translate("ProgressStrip", "%n message(s) waiting", None, 1).count(progress.waiting))
        elif countdown is None:
            said += told_of_done(progress)
        if countdown is not None:
            leaving = translate("ProgressStrip", "%n message(s) leave(s) {when}", None, 1).count(countdown.people)
            said.insert(0, leaving.format(when=in_a_while(countdown.ends_at)))
        self._text.setText(" · ".join(said))
        set_bold(self._text, countdown is not None)
        self._undo.setVisible(countdown is not None)
        self._moving(shown=progress.state is QueueState.SENDING)

    def tell_of_other(self, text: str) -> None:
        """Say how another account's queue stands; "" for nothing."""
        self._other.setText(text.replace("&", "&&"))
        self._other.setVisible(bool(text))

    def translated(self, text: str) -> None:
        """Say something else about the queue instead."""
        self._text.setText(text)

    def _told_of_sending(self, progress: Progress) -> list[str]:
        done = QLocale().toString(progress.done)
        said = [translate("ProgressStrip", "Sending {done} of %n", None, 1).count(progress.total).format(done=done)]
        if progress.left_s is not None:
            said.append(duration(progress.left_s))
        return [*said, self.tr("you can keep working")]

    def _ask_to_undo(self) -> None:
        self._undo.hide()  # pressed once is enough
        self.undo_requested.emit()

    def _moving(self, *, shown: bool) -> None:
        self._bar.setVisible(shown)
        self._stop.setVisible(shown)
