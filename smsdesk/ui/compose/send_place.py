"""The one place that tells about sending: what it costs, what can be taken back, what leaves, what was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from smsdesk.ui.compose.draining_bar import DrainingBar
from smsdesk.ui.compose.sending_moments import Offer, Queue, Written, moment_of
from smsdesk.ui.widgets.card import Caption, set_bold
from smsdesk.ui.widgets.colours import Meaning
from smsdesk.ui.widgets.elided.few_lines import FewLines
from smsdesk.ui.widgets.icons import undo_icon
from smsdesk.ui.widgets.link_button import LinkButton
from smsdesk.ui.widgets.main_button import MainButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from smsdesk.ui.compose.sending_moments import Moment

_WIDE = 26
"""Characters for which every button usually has room, so that each stands where the one before it stood."""
_ASIDE = 14
"""Pixels between the words and the button."""

_BETWEEN = 3
"""Pixels between the lines."""


class SendPlace(QWidget):
    """Shows one moment at a time, always in the same rectangle.

    Args:
        instead: gets the focus when a button that has it goes, so that no key presses what has come in its place.

    Signals:
        send_requested, undo_requested, cancel_requested, use_again_requested: the buttons.
    """

    send_requested = Signal()
    undo_requested = Signal()
    cancel_requested = Signal()
    use_again_requested = Signal()

    def __init__(self, instead: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instead = instead
        self._written: Written | None = None
        self._queue = Queue()
        self._moment: Moment | None = None
        self._title = named("sendTitle", FewLines(meaning=None))
        self._aside = named("sendAside", Caption())
        self._bar = DrainingBar()
        self._caption = named("sendCaption", FewLines())
        self._cancel_too = named("stopButton", LinkButton())
        self._send = named("sendButton", MainButton(self.tr("&Send…")))
        self._undo = named("undoSendButton", QPushButton(undo_icon(), self.tr("&Undo")))
        self._undo.setToolTip(self.tr("Take the announcement back: nothing of it is sent or paid"))
        self._cancel = named("stopButton", QPushButton())
        self._use_again = named("useSentAgainButton", QPushButton(self.tr("U&se again")))
        self._use_again.setToolTip(self.tr("Bring the text and the people of this announcement back"))
        for button in (self._cancel, self._cancel_too):
            button.setToolTip(self.tr("Cancel the messages that have not been sent yet"))
        self._buttons = QStackedWidget()
        self._offers = {
            Offer.SEND: self._send,
            Offer.UNDO: self._undo,
            Offer.CANCEL: self._cancel,
            Offer.USE_AGAIN: self._use_again,
        }
        self._key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._key.setContext(Qt.ShortcutContext.WindowShortcut)
        self._build()
        self._connect()

    def show_written(self, written: Written) -> None:
        """Show what stands in the composer now."""
        self._written = written
        self._show()

    def show_queue(self, queue: Queue) -> None:
        """Show how the sending stands now."""
        self._queue = queue
        self._show()

    def set_busy(self, busy: bool) -> None:
        """While an announcement is being put in the outbox, it can't be put there again."""
        self._send.setEnabled(not busy)

    def send(self) -> None:
        """Press Send, where it stands there; a cell that is being edited is left first, as by a click."""
        if self._buttons.currentWidget() is self._send and self._send.isVisible() and self._send.isEnabled():
            self._send.setFocus()
            self._send.click()

    def _show(self) -> None:
        if self._written is None:
            return
        moment = self._moment = moment_of(self._written, self._queue)
        set_bold(self._title, moment.share is not None)
        self._aside.setText(moment.aside)
        self._aside.setVisible(bool(moment.aside))  # else it would keep a gap
        self._caption.setText(moment.caption)
        self._caption.set_meaning(Meaning.DOUBTFUL if moment.warns else Meaning.IDLE)
        self._bar.show_share(moment.share)
        self._bar.setVisible(moment.share is not None)
        self._cancel_too.setText(moment.cancel)
        self._cancel_too.setVisible(bool(moment.cancel))
        self._show_button(moment)
        self._share_room()

    def _share_room(self) -> None:
        """What it costs is read whole: the button gives of its usual width, and else the price alone is said."""
        moment, metrics = self._moment, self._title.fontMetrics()
        if moment is None:
            return
        room = self.width() - _ASIDE
        title = metrics.horizontalAdvance(moment.title) + 1
        first = title + (self._aside.sizeHint().width() + _ASIDE if moment.aside else 0)
        usual = _WIDE * self.fontMetrics().averageCharWidth()
        wide = max(self._needed(), min(usual, room - max(first, self._caption.sizeHint().width())))
        self._buttons.setFixedWidth(wide)
        fits = first <= room - wide or not moment.brief
        self._title.setText(moment.title if fits else moment.brief)
        self._title.set_more("" if fits else moment.title)
        both = self._caption.minimumSizeHint().width() + _ASIDE + self._cancel_too.sizeHint().width()
        self._caption.setVisible(not moment.cancel or both <= room - wide)  # what can be pressed is not cut

    def _needed(self) -> int:
        """The width that every verb has room in."""
        return max(each.sizeHint().width() for each in self._offers.values())

    def minimumSizeHint(self) -> QSize:
        """Some words, and the longest verb."""
        least = super().minimumSizeHint()
        return QSize(least.width() - self._buttons.minimumWidth() + self._needed(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is."""
        super().resizeEvent(event)
        self._share_room()

    def _show_button(self, moment: Moment) -> None:
        button = self._offers[moment.offer]
        button.setText(moment.verb)
        self._send.set_ready(moment.ready)
        if self._buttons.currentWidget() is not button:
            if self._buttons.currentWidget() is self._buttons.window().focusWidget():
                self._instead.setFocus()
            self._buttons.setCurrentWidget(button)
        self._undo.setEnabled(True)
        self._key.setEnabled(moment.offer is Offer.UNDO and bool(moment.aside))

    def _take_back(self) -> None:
        self._undo.setEnabled(False)  # pressed once is enough
        self._key.setEnabled(False)
        self.undo_requested.emit()

    def _connect(self) -> None:
        self._send.clicked.connect(self.send_requested)
        self._undo.clicked.connect(self._take_back)
        self._key.activated.connect(self._take_back)
        self._cancel.clicked.connect(self.cancel_requested)
        self._cancel_too.clicked.connect(self.cancel_requested)
        self._use_again.clicked.connect(self.use_again_requested)

    def _build(self) -> None:
        for button in self._offers.values():
            font = self._send.font()
            button.setFont(font)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._buttons.addWidget(button)
        self._buttons.setMinimumHeight(self._send.minimumHeight())
        self._buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        side = round(0.85 * self.fontMetrics().height())
        self._undo.setIconSize(QSize(side, side))
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._aside)
        last.addWidget(self._caption, 1)
        last.addStretch(0)
        last.addWidget(self._cancel_too)
        words = QVBoxLayout()
        words.setSpacing(_BETWEEN)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self._bar)
        words.addLayout(last)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_ASIDE)
        row.addLayout(words, 1)
        row.addWidget(self._buttons)
        self._cancel_too.hide()
        lines = (self._title, self._bar, self._caption)  # the bar's room is kept, so that nothing moves
        self.setMinimumHeight(sum(each.sizeHint().height() for each in lines) + 2 * _BETWEEN)
