"""The kept drafts as a table: since when, what was written, how many people, and for which account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from smsdesk.ui.text.formatting import moment
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from smsdesk.domain.draft import KeptDraft

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class KeptDraftsModel(QAbstractTableModel):
    """Shows them, the newest first.

    Args:
        drafts: them.
        account_of: what an account is called; "" where there is none any more.
        parent: it lives as long as this.
    """

    def __init__(
        self, drafts: Sequence[KeptDraft], account_of: Callable[[str | None], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = list(drafts)
        self.columns: Columns[KeptDraft] = Columns(
            Column("kept", self.tr("Kept"), lambda draft: moment(draft.kept_at), width=16),
            Column(
                "message", self.tr("Message"), lambda draft: " ".join(draft.text.split()),
                tooltip=lambda draft: draft.text,
            ),
            Column(
                "people", self.tr("People"), lambda draft: QLocale().toString(draft.people), width=9, at_the_end=True
            ),
            Column("account", self.tr("Account"), lambda draft: account_of(draft.account_id), width=25, needs_room=84),
        )  # fmt: skip

    def draft(self, row: int) -> KeptDraft:
        """The draft in a row."""
        return self._drafts[row]

    def take_out(self, row: int) -> KeptDraft:
        """Show a row no longer; gives what stood there."""
        self.beginRemoveRows(_ROOT, row, row)
        taken = self._drafts.pop(row)
        self.endRemoveRows()
        return taken

    def put_in(self, row: int, draft: KeptDraft) -> None:
        """Show it again where it stood."""
        self.beginInsertRows(_ROOT, row, row)
        self._drafts.insert(row, draft)
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as are kept."""
        return 0 if parent.isValid() else len(self._drafts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        return self.columns[index.column()].data(self._drafts[index.row()], role)
