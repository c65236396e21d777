"""The recipient list as a table: name, number, and whether it can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.formatting import as_plain_tooltip
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.colours import Meaning, colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject

    from smsdesk.domain.recipients import Added, RecipientList, RecipientRow

    Index = QModelIndex | QPersistentModelIndex

NAME, NUMBER, CHECK = range(3)

_ROOT = QModelIndex()


class RecipientsModel(QAbstractTableModel):
    """Shows a `RecipientList`; every change goes through here, so that the table follows.

    Signals:
        changed: rows were added, edited, deleted or brought back.
    """

    changed = Signal()

    def __init__(self, recipients: RecipientList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipients = recipients

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows of the list."""
        return 0 if parent.isValid() else len(self.recipients)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, number, check."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("Number"), self.tr("Check"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, what is edited, and in which colour."""
        recipient, column = self.recipients[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and column in (NAME, NUMBER):
            return recipient.name if column == NAME else recipient.typed
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(recipient, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tooltip(_shown(recipient, column))
        if role == Qt.ItemDataRole.ForegroundRole and column == CHECK:
            meaning = Meaning.BAD if recipient.problem else Meaning.DOUBTFUL if recipient.note else Meaning.GOOD
            return colour(meaning, QGuiApplication.palette())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edit; the row is read again, and merged if it is somebody who is on the list."""
        if role != Qt.ItemDataRole.EditRole or index.column() == CHECK:
            return False
        text, row = str(value), index.row()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        if index.column() == NAME:
            self._change(lambda: self.recipients.edit(row, name=text))
        else:
            self._change(lambda: self.recipients.edit(row, typed=text))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Name and number can be edited in place."""
        flags = super().flags(index)
        return flags if index.column() == CHECK else flags | Qt.ItemFlag.ItemIsEditable

    def add_pasted(self, text: str) -> Added:
        """Add whoever is in a pasted text."""
        return self._change(lambda: self.recipients.add_pasted(text))

    def delete(self, rows: Iterable[int]) -> None:
        """Take rows out; `undo` brings them back."""
        self._change(lambda: self.recipients.delete(rows))

    def restore(self, people: Iterable[tuple[str, str]]) -> None:
        """Hold these (typed, name) instead; `undo` brings the old rows back."""
        self._change(lambda: self.recipients.restore(people))

    def undo(self) -> None:
        """Take the last change back."""
        self._change(self.recipients.undo)

    def forget_sent(self, sent: frozenset[str]) -> None:
        """After Send: these numbers leave for good; rows with a problem were not sent to, and stay."""
        self._change(lambda: self.recipients.forget(sent))

    def reread(self, country: str, check: Callable[[str], Any] | None) -> None:
        """Read every row again for another account."""
        self._change(lambda: self.recipients.reread(country, check))

    def _change(self, work: Callable[[], Any]) -> Any:
        self.beginResetModel()
        try:
            return work()
        finally:
            self.endResetModel()
            self.changed.emit()


def _shown(recipient: RecipientRow, column: int) -> str:
    if column == NAME:
        return recipient.name
    if column == NUMBER:
        return display(recipient.number) if recipient.number else recipient.typed
    if recipient.problem:
        return f"! {translated(recipient.problem)}"
    ready = translate("RecipientsModel", "✓ ready")
    return f"{ready} · {translated(recipient.note)}" if recipient.note else ready
