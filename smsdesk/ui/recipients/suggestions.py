"""Likely readings of rows that were kept back: how many there are, and taking one, all alike, or some after a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from smsdesk.domain.phone_numbers import Verdict, display
from smsdesk.ui.text.directions import left_to_right
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.link_button import LinkButton
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.domain.recipients.alike import Alike
    from smsdesk.domain.recipients.rows import Seat
    from smsdesk.ui.recipients.people_table import PeopleTable
    from smsdesk.ui.recipients.recipients_model import RecipientsModel


class Suggestions(QObject):
    """Takes suggestions; each time one step to undo.

    Signals:
        counted: there are so many now, and the button says so.

    Attributes:
        button: opens the look at all of them.
        count: how many there were when they were counted last.
    """

    counted = Signal()

    def __init__(self, table: PeopleTable, model: RecipientsModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.count = 0
        self.button = named("lookAtSuggestionsButton", LinkButton())
        self.button.clicked.connect(self.look)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._menu: QMenu | None = None
        model.changed.connect(self._counting.start)

    def of(self, index: QModelIndex | QPersistentModelIndex) -> str | None:
        """The number that is suggested in a row of the table."""
        return self._model.seat(index.row()).row.suggestion if index.isValid() else None

    def offer(self, index: QPersistentModelIndex, button: QRect) -> None:
        """Take the suggestion of a row; where others are alike, ask whether all of them shall be taken."""
        number = self.of(index)
        if number is None:
            return
        seat, others = self._model.seat(index.row()), self._alike(index)
        if others is None or len(others.seats) < 2:
            self._take([seat])
            return
        from smsdesk.ui.recipients.suggestions_dialog import kind_title

        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = named("alikeMenu", QMenu(self._table))
        one = menu.addAction(self.tr("Use {number} in this row").format(number=left_to_right(display(number))))
        one.triggered.connect(lambda: self._take([seat]))
        menu.addAction(kind_title(others)).triggered.connect(lambda: self._take(others.seats))
        menu.setActiveAction(one)
        mirrored = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        below = button.bottomRight() if mirrored else button.bottomLeft()
        menu.popup(self._table.viewport().mapToGlobal(below))

    def use(self) -> None:
        """Take the suggestion of the current row."""
        index = self._table.currentIndex()
        if self.of(index) is not None:
            self._take([self._model.seat(index.row())])

    def use_alike(self) -> None:
        """Take those of all rows that are like the current one."""
        others = self._alike(self._table.currentIndex())
        if others is not None:
            self._take(others.seats)

    def look(self) -> None:
        """Show all of them, to leave some out."""
        from smsdesk.domain.recipients.alike import alike
        from smsdesk.ui.recipients.suggestions_dialog import SuggestionsDialog

        dialog = SuggestionsDialog(alike(self._model.recipients.seats), self._table.window())
        dialog.taken.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _alike(self, index: QModelIndex | QPersistentModelIndex) -> Alike | None:
        from smsdesk.domain.recipients.alike import alike, kind_of

        kind = kind_of(self._model.seat(index.row()).row) if index.isValid() else None
        return next((group for group in alike(self._model.recipients.seats) if group.kind == kind), None)

    def _take(self, seats: Iterable[Seat]) -> None:
        recipients = self._model.recipients
        self._model.take_suggestions([recipients.place_of(seat) for seat in seats if recipients.holds(seat)])

    def _count(self) -> None:
        recipients, attention = self._model.recipients, Verdict.ATTENTION
        seats = recipients.seats if recipients.counts.attention else ()
        self.count = sum(seat.verdict is attention and seat.row.read.suggestion is not None for seat in seats)
        self.button.setText(translate("Suggestions", "Ta&ke %n suggestion(s)…", None, 1).count(self.count))
        self.counted.emit()
