"""The recipient list as a table: name, number, and whether it can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoStack

from smsdesk.ui.recipients.recipient_columns import SUGGESTION_ROLE, VERDICT_ROLE, recipient_columns
from smsdesk.ui.recipients.row_moves import RowMoves
from smsdesk.ui.recipients.shown_rows import ShownRows
from smsdesk.ui.recipients.undo_step import UndoStep
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtCore import QItemSelection, QObject

    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.phone_numbers import Verdict
    from smsdesk.domain.recipients.change import Change, Plan
    from smsdesk.domain.recipients.list import RecipientList
    from smsdesk.domain.recipients.rows import Check, RecipientRow, Seat

    Index = QModelIndex | QPersistentModelIndex

__all__ = ["SUGGESTION_ROLE", "VERDICT_ROLE", "RecipientsModel"]

_ROOT = QModelIndex()
_UNDO_STEPS: Final = 100
_MANY: Final = 1_000


class RecipientsModel(QAbstractTableModel):
    """Shows a `RecipientList`, filtered and sorted; every change goes through here, so that the table follows.

    A place is a row of the list, whatever is shown; a row is one of the table.

    Signals:
        changed: rows were added, edited, deleted, brought back or read for another account.
        reading_needed: there are many rows now that were read for another account.

    Attributes:
        recipients: the list.
        undo_stack: all that can be taken back.
        locked: the user changes nothing now.
    """

    changed = Signal()
    reading_needed = Signal()

    def __init__(self, recipients: RecipientList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipients = recipients
        self.locked = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_UNDO_STEPS)
        self.columns = recipient_columns(self._edit, recipients.sentence_of)
        self._shown = ShownRows(recipients)
        self._moves = RowMoves(self, self._shown, recipients)
        self._follow()

    # --- what a view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._shown.seats)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, what is edited, and in which colour."""
        return self.columns[index.column()].data(self._shown.seats[index.row()], role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edit; the row is read again, and is gone from the table if it is somebody who is on the list."""
        edit, text = self.columns[index.column()].edit, str(value)
        if role != Qt.ItemDataRole.EditRole or edit is None or text == self.data(index, role):
            return False
        edit(self.place(index), text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What has an edit can be edited in place."""
        flags = super().flags(index)
        fixed = self.locked or self.columns[index.column()].edit is None
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort once by a column; a row that is edited stays where it is. -1 gives the order of the list back."""
        self._shown.key = self.columns[column].sort_key if column >= 0 else None
        self._shown.descending = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self._moves.move(self._shown.wanted())

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows with this verdict; None for all but repeats."""
        self._shown.only = verdict
        self._moves.show(self._shown.wanted())

    # --- where is what

    def seat(self, row: int) -> Seat:
        """Who is shown in a row."""
        return self._shown.seats[row]

    def place(self, index: Index) -> int:
        """The place in the list of what an index shows."""
        return self.recipients.place_of(self._shown.seats[index.row()])

    def places_in(self, selection: QItemSelection) -> list[int]:
        """The places in the list of all chosen rows, in the order in which they are shown."""
        parts = [selection.at(part) for part in range(selection.count())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        chosen = [self._shown.seats[row] for row in rows]
        if len(chosen) < _MANY:
            return [self.recipients.place_of(seat) for seat in chosen]
        places = {seat: place for place, seat in enumerate(self.recipients.seats)}
        return [places[seat] for seat in chosen]

    def row_of(self, place: int) -> int:
        """The row that shows a place of the list, or whom it repeats; -1 where it is not shown."""
        seats = self.recipients.seats
        row = self._shown.row_of(seats[place])
        return row if row >= 0 else self._shown.row_of(seats[self.recipients.first_of(place)])

    # --- changes that can be undone

    def add_entries(self, entries: Sequence[Entry], at: int | None = None) -> None:
        """Add people who were read for the list's country; behind all others, or from a place on."""
        self._done(self.recipients.add(entries, at), added_text(len(entries)))

    def delete(self, places: Iterable[int]) -> None:
        """Take rows out; where repeats are not shown, those of these rows go with them."""
        if self.locked:
            return
        gone, recipients, of_all = set(places), self.recipients, self._shown.only is None
        text = translate("RecipientsModel", "delete %n row(s)", None, 1).count(len(gone))
        if of_all and len(gone) == len(self._shown.seats):
            change = recipients.replace(())
        else:
            change = recipients.delete(recipients.with_repeats(gone) if of_all else gone)
        self._done(change, text)

    def take_suggestions(self, places: Iterable[int]) -> None:
        """Send to the suggested numbers of these rows."""
        taken = [] if self.locked else list(places)
        text = translate("RecipientsModel", "take %n suggestion(s)", None, 1).count(len(taken))
        self._done(self.recipients.take_suggestions(taken), text)

    def replace(self, rows: Iterable[RecipientRow]) -> None:
        """Hold these instead."""
        self._done(self.recipients.replace(rows), self.tr("replace the list"))

    def commit(self, plan: Plan, text: str = "") -> bool:
        """Make what was worked out elsewhere; False where a change in the meantime has overtaken it.

        Args:
            plan: it.
            text: what it is called; by default how many rows were added.
        """
        if not self.recipients.fits(plan):
            return False
        before = len(self.recipients)
        change = self.recipients.commit(plan)
        if change is None:
            self._follow()
        else:
            self._done(change, text or added_text(len(self.recipients) - before))
        return True

    # --- changes for good

    def forget_sent(self, sent: Collection[str]) -> None:
        """After Send: these numbers leave for good; rows with a problem were not sent to, and stay."""
        self.recipients.forget(sent)
        self.undo_stack.clear()
        self._follow()

    def reread(self, country: str, check: Check | None) -> None:
        """Read every row again for another account."""
        self.recipients.reread(country, check)
        self._follow()

    def read_for(self, country: str, check: Check | None) -> None:
        """Read for another account from now on; the rows there are read elsewhere."""
        self.recipients.read_for(country, check)
        self._follow()

    def _edit(self, place: int, typed: str | None, name: str | None) -> None:
        self._done(self.recipients.edit(place, typed, name), self.tr("edit"))

    def _done(self, change: Change, text: str) -> None:
        if change:
            self.undo_stack.push(UndoStep(change, text, self.recipients, self._follow))
            self._follow()

    def _follow(self) -> None:
        self._moves.follow()
        self.changed.emit()
        if self.recipients.stale:
            self.reading_needed.emit()


def added_text(rows: int) -> str:
    """What adding so many is called behind "Undo"."""
    return translate("RecipientsModel", "add %n row(s)", None, 1).count(rows)
