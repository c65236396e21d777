"""The rows of a chosen file: what was typed in each column, beside where it will go and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from smsdesk.domain.phone_numbers import Verdict, display
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import as_plain_tooltip
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.colours import colour, quiet
from smsdesk.ui.widgets.listing.verdict_signs import MEANING_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from smsdesk.domain.people.entries import Entry
    from smsdesk.importing.preview import Preview

    Index = QModelIndex | QPersistentModelIndex

VERDICT_ROLE = Qt.ItemDataRole.UserRole + 1
SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 2

_ROOT = QModelIndex()
_LONGEST = 200
"""Characters of a cell that are shown."""


class PreviewModel(QAbstractTableModel):
    """Row, the file's own columns, "Will go to" and "Check".

    It holds nothing but what was read; a cell is made when it is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._places: Sequence[int] = ()
        self._titles: list[str] = []
        self._bold = QFont()
        self._bold.setBold(True)

    def show_preview(self, preview: Preview, verdict: Verdict | None) -> None:
        """Show this, or only the rows of one verdict."""
        self.beginResetModel()
        self._preview = preview
        self._titles = self._headers(preview)
        self._places = self._of(preview, verdict)
        self.endResetModel()

    def show_nothing(self) -> None:
        """Hold nothing of what was shown."""
        self.beginResetModel()
        self._preview, self._places = None, ()
        self.endResetModel()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one verdict; None for all."""
        if self._preview is not None:
            self.beginResetModel()
            self._places = self._of(self._preview, verdict)
            self.endResetModel()

    @property
    def file_columns(self) -> int:
        """How many columns are the file's own; the first of them stands at 1."""
        return max(len(self._titles) - 3, 0)

    def place(self, row: int) -> int:
        """Which entry of the file a row shows."""
        return self._places[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The file's columns, and three of our own."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letter and header of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        preview = self._preview
        if preview is None:
            return None
        entry, column = preview.people.entries[self._places[index.row()]], index.column()
        if role == VERDICT_ROLE:
            return entry.verdict
        if role == SUGGESTION_ROLE:
            return entry.read.suggestion if entry.read.number is None else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(preview, entry, column)
            return text if role == Qt.ItemDataRole.DisplayRole else as_plain_tooltip(text)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 0:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        ours = column - self.file_columns - 1
        if role == Qt.ItemDataRole.FontRole and ours == 0:
            return self._bold if entry.repeats is None and entry.read.number is not None else None
        if role == Qt.ItemDataRole.ForegroundRole:
            if ours == 1:
                return colour(MEANING_OF[entry.verdict], QGuiApplication.palette())
            if column == 0 or (ours == 0 and (entry.repeats is not None or entry.read.number is None)):
                return quiet(QGuiApplication.palette())
        return None

    def _text(self, preview: Preview, entry: Entry, column: int) -> str:
        if column == 0:
            return QLocale().toString(entry.row)
        ours = column - self.file_columns - 1
        if ours < 0:
            return _cell(preview, entry, column - 1)
        if ours == 0:
            return _goes_to(entry)
        return _check(entry)

    def _headers(self, preview: Preview) -> list[str]:
        if preview.is_table:
            titles = ((letter(one.column), one.header[:_LONGEST]) for one in preview.people.columns)
            columns = [joined(filter(None, title)) for title in titles]
        else:
            columns = [self.tr("Name"), self.tr("Number")]
        return [self.tr("Row"), *columns, self.tr("Will go to"), self.tr("Check")]

    def _of(self, preview: Preview, verdict: Verdict | None) -> Sequence[int]:
        return range(len(preview.people.entries)) if verdict is None else preview.places[verdict]


def letter(column: int) -> str:
    """What a spreadsheet calls a column, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(preview: Preview, entry: Entry, place: int) -> str:
    if not preview.is_table:
        return _short(entry.name if place == 0 else entry.typed)
    cells = preview.sheet.rows[entry.row - 1].cells
    return _short(cells[place].text) if place < len(cells) else ""


def _goes_to(entry: Entry) -> str:
    if entry.repeats is not None:
        return translate("PreviewModel", "with row {row}").format(row=QLocale().toString(entry.repeats))
    if entry.read.number is None:
        return translate("PreviewModel", "nobody yet")
    return display(entry.read.number)


def _check(entry: Entry) -> str:
    said = entry.sentence
    if said is None:
        return translate("PreviewModel", "ready")
    if entry.verdict is Verdict.REPAIRED:
        return translate("PreviewModel", "repaired: {how}").format(how=translated(said))
    if entry.verdict is Verdict.READY:
        return translate("PreviewModel", "ready · {note}").format(note=translated(said))
    return translated(said)


def _short(text: str) -> str:
    """What is shown of a text that may be anything, in one line."""
    return " ".join(text[:_LONGEST].split())
