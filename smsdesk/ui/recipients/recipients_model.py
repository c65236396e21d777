"""The recipient list as a table: name, number, and whether it can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.colours import Meaning, colour
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor

    from smsdesk.domain.recipients import Added, RecipientList, RecipientRow

    Index = QModelIndex | QPersistentModelIndex

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
        edit_role = Qt.ItemDataRole.EditRole
        self.columns: Columns[RecipientRow] = Columns(
            Column(
                "name", self.tr("Name"), lambda row: row.name, width=18, roles={edit_role: lambda row: row.name},
                edit=lambda place, text: recipients.edit(place, name=text),
            ),
            Column(
                "number", self.tr("Number"), _number, width=22, roles={edit_role: lambda row: row.typed},
                edit=lambda place, text: recipients.edit(place, typed=text), delegate=LeftToRightDelegate,
            ),
            Column("check", self.tr("Check"), _check, roles={Qt.ItemDataRole.ForegroundRole: _colour}),
        )  # fmt: skip

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows of the list."""
        return 0 if parent.isValid() else len(self.recipients)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, what is edited, and in which colour."""
        return self.columns[index.column()].data(self.recipients[index.row()], role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edit; the row is read again, and merged if it is somebody who is on the list."""
        edit, text = self.columns[index.column()].edit, str(value)
        if role != Qt.ItemDataRole.EditRole or edit is None or text == self.data(index, role):
            return False
        self._change(lambda: edit(index.row(), text))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What has an edit can be edited in place."""
        flags = super().flags(index)
        return flags if self.columns[index.column()].edit is None else flags | Qt.ItemFlag.ItemIsEditable

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


def _number(recipient: RecipientRow) -> str:
    return display(recipient.number) if recipient.number else recipient.typed


def _check(recipient: RecipientRow) -> str:
    if recipient.problem:
        return f"! {translated(recipient.problem)}"
    ready = translate("RecipientsModel", "✓ ready")
    return f"{ready} · {translated(recipient.note)}" if recipient.note else ready


def _colour(recipient: RecipientRow) -> QColor:
    meaning = Meaning.BAD if recipient.problem else Meaning.DOUBTFUL if recipient.note else Meaning.GOOD
    return colour(meaning, QGuiApplication.palette())
