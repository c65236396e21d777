"""What was being written when something else took its place: one can be brought back, or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from smsdesk.ui.drafts.kept_drafts_model import KeptDraftsModel
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.card import Caption, heading
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from smsdesk.domain.draft import KeptDraft

_WIDTH = 92  # average characters
_ROWS = 6


class KeptDraftsDialog(Dialog):
    """Lists them. What is thrown away can be taken back until the dialog is closed.

    Args:
        drafts: the kept ones, the newest first.
        most: how many are kept at most.
        days: for how many days each is kept.
        account_of: what an account is called; "" where there is none any more.
        parent: the main window.

    Signals:
        wanted: this one shall be written on, by its id; the dialog is closed.
        thrown_away: these shall be kept no longer, a list of ids; told when the dialog is closed.
    """

    wanted = Signal(int)
    thrown_away = Signal(object)

    def __init__(
        self,
        drafts: Sequence[KeptDraft],
        most: int,
        days: int,
        account_of: Callable[[str | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept drafts"))
        self._thrown: list[tuple[int, KeptDraft]] = []
        self._wanted: int | None = None
        self._model = KeptDraftsModel(drafts, account_of, self)
        self._table = plain_table(self._model, "keptDraftsTable", self.tr("Kept drafts"))
        set_columns(self._table, self._model.columns)
        nothing = self.tr(
            "Nothing is kept. When “Use again” takes the place of something that you were writing, that is kept here."
        )
        self._nothing = hint_over(nothing)
        self._bring = named("bringKeptBackButton", QPushButton(self.tr("&Bring it back")))
        self._throw = named("throwAwayButton", QPushButton(self.tr("&Throw away"), autoDefault=False))
        self._undo = named("undoThrowButton", QPushButton(self.tr("&Undo"), autoDefault=False))
        self._undo.setToolTip(self.tr("Put back into the list what was thrown away last"))
        self._close = named("closeKeptDraftsButton", QPushButton(self.tr("Close"), autoDefault=False))
        self._build(most, days)
        self._connect()
        self._select(0)
        self._show_state()

    def done(self, how: int) -> None:
        """Tell what was decided, now that nothing can be taken back any more."""
        super().done(how)
        if self._thrown:
            self.thrown_away.emit([draft.id for _, draft in self._thrown])
            self._thrown = []
        if self._wanted is not None:
            self.wanted.emit(self._wanted)
            self._wanted = None

    def _connect(self) -> None:
        self._bring.clicked.connect(self._bring_back)
        self._table.doubleClicked.connect(self._bring_back)
        self._throw.clicked.connect(self._throw_away)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.reject)
        self._table.selectionModel().selectionChanged.connect(self._show_state)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._table).activated.connect(self._throw_away)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._take_back)

    def _row(self) -> int | None:
        rows = self._table.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _select(self, row: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._table.selectionModel().setCurrentIndex(self._model.index(min(row, last), 0), whole_row)

    def _bring_back(self) -> None:
        row = self._row()
        if row is not None:
            self._wanted = self._model.draft(row).id
            self.accept()

    def _throw_away(self) -> None:
        row = self._row()
        if row is not None:
            self._thrown.append((row, self._model.take_out(row)))
            self._select(row)
            self._show_state()

    def _take_back(self) -> None:
        if self._thrown:
            row, draft = self._thrown.pop()
            self._model.put_in(row, draft)
            self._select(row)
            self._show_state()

    def _show_state(self) -> None:
        chosen = self._row() is not None
        self._bring.setEnabled(chosen)
        self._throw.setEnabled(chosen)
        if self._undo.hasFocus() and not self._thrown:
            self._table.setFocus()  # what is hidden would hand the focus to anybody
        self._undo.setVisible(bool(self._thrown))
        self._nothing.setVisible(not self._model.rowCount())

    def _build(self, most: int, days: int) -> None:
        rule = (
            translate("KeptDraftsDialog", "The last %n draft(s) are kept.", None, 1).count(most),
            translate("KeptDraftsDialog", "Each goes by itself after %n day(s).", None, 1).count(days),
        )
        buttons = QHBoxLayout()
        for button in (self._throw, self._undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self._close, self._bring):
            buttons.addWidget(button)
        self._bring.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(heading(self.tr("Kept drafts")))
        layout.addWidget(Caption(" ".join(rule), wrap=True))
        layout.addWidget(overlaid(self._table, self._nothing), 1)
        layout.addLayout(buttons)
        height = layout.minimumSize().height() + _ROWS * self._table.verticalHeader().defaultSectionSize()
        self.resize(_WIDTH * self.fontMetrics().averageCharWidth(), height)
        self._table.setFocus()
