"""The history as a drawer: one line with the newest announcement and what became of it, which opens the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from smsdesk.ui.history.announcements_model import in_one_line
from smsdesk.ui.history.outcome_bar import OutcomeBar
from smsdesk.ui.history.scheduled import drawn, sent, words
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Card
from smsdesk.ui.widgets.elided.few_lines import FewLines
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from smsdesk.ui.history.history_pane import HistoryPane


class HistoryLine(Card):
    """Stands at the foot of a window that is too low for the history.

    Signals:
        toggled: the drawer shall be open, or closed.
    """

    toggled = Signal(bool)

    def __init__(self, history: HistoryPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._button = named("historyDrawerButton", QPushButton(flat=True))
        self._button.setCheckable(True)
        font = self._button.font()
        font.setBold(True)
        self._button.setFont(font)
        self._bar = named("newestBar", OutcomeBar())
        self._message = named("newestMessage", FewLines(meaning=None))
        self._outcome = named("newestOutcome", FewLines())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 14, 3)
        row.addWidget(self._button)
        self._outcome.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._message, 1)
        row.addWidget(self._bar)
        row.addWidget(self._outcome)  # at the end of the line
        self._button.toggled.connect(self._toggle)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self._follows = False
        self._toggle(is_open=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the history from the first time on that it is a drawer."""
        super().showEvent(event)
        if not self._follows:
            self._follows = True
            model = self._history.announcements
            for signal in (model.dataChanged, model.rowsInserted, model.modelReset):
                signal.connect(lambda *_: self._soon.start())
            self._tell()

    def open_drawer(self) -> None:
        """Open it, because something in it is to be seen."""
        self._button.setChecked(True)

    def close_drawer(self) -> None:
        """Close it, because something else is to be seen."""
        self._button.setChecked(False)

    def _toggle(self, is_open: bool) -> None:
        title = self.tr("Histo&ry")
        self._button.setText(f"▾  {title}" if is_open else f"▴  {title}")
        self._button.setAccessibleName(self.tr("Close the history") if is_open else self.tr("Open the history"))
        for label in (self._message, self._outcome):
            label.setVisible(not is_open)
        self._bar.setVisible(not is_open and self._bar.has_counts)
        self.toggled.emit(is_open)

    def _tell(self) -> None:
        newest = self._history.newest()
        self._bar.set_counts({} if newest is None else drawn(newest))
        self._bar.setVisible(self._bar.has_counts and not self._button.isChecked())
        if newest is None:
            self._message.setText("")
            self._outcome.setText(translate("HistoryLine", "Nothing was sent yet"))
            return
        told = translate("HistoryLine", "{when}  {text}")
        self._message.setText(told.format(when=sent(newest), text=in_one_line(newest)))
        self._outcome.setText(words(newest))
