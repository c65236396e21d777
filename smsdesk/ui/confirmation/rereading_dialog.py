"""An account of another country would read the list otherwise: asked, with the rows to look at."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.countries import country_name
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.card import Caption, heading
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from smsdesk.domain.phone_numbers import ReadNumber
    from smsdesk.services.confirming.rereading import Reread, Rereading

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WIDTH = 92  # average characters
_ROWS = 8
_ACCOUNT = 48
"""Average characters of an account's title that are always seen; a longer one must not make the window wider."""


class Answer(Enum):
    """What shall become of the list."""

    READ_ANEW = "read anew"
    KEEP_NUMBERS = "keep the numbers"
    STAY = "stay with the account"


class RereadingDialog(Dialog):
    """Enter and Escape change no number.

    Args:
        found: what would change.
        stay_with: the title of the account that the list is read for; "" where there is no way back to it.
        parent: the window.

    Signals:
        answered: the `Answer`, once.
    """

    answered = Signal(object)

    def __init__(self, found: Rereading, stay_with: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read the list anew?"))
        self._answer = Answer.STAY if stay_with else Answer.KEEP_NUMBERS
        title = _title(found)
        shown = named("rereadingTitle", heading(title))
        shown.setWordWrap(True)
        model = _RowsModel(found.rows, self)
        table = plain_table(model, "rereadingTable", title)
        set_columns(table, model.columns)
        told = named("rereadingText", Caption(meaning=None, wrap=True))
        told.setText("\n".join(self._told(found)))
        layout = QVBoxLayout(self)
        layout.addWidget(shown)
        layout.addWidget(told)
        layout.addWidget(table, 1)
        default = self._add_buttons(layout, found, stay_with)
        row = table.verticalHeader().defaultSectionSize()
        self.adjustSize()
        height = layout.minimumSize().height() + min(len(found.rows), _ROWS) * row
        room = parent.screen().availableGeometry().size()
        self.resize(self.size().expandedTo(self.minimumSizeHint()).boundedTo(room))
        width = min(max(self.width(), _WIDTH * self.fontMetrics().averageCharWidth()), room.width() - 24)
        self.resize(width, min(max(self.height(), height), room.height() - 48))
        default.setDefault(True)
        default.setFocus()

    def done(self, result: int) -> None:
        """However it is closed, it has been answered."""
        super().done(result)
        self.answered.emit(self._answer)

    def _add_buttons(self, layout: QVBoxLayout, found: Rereading, stay_with: str) -> QPushButton:
        """Below each other, since each says what it does; the one that Enter means comes back."""
        country = country_name(found.country).replace("&", "&&") if found.country else ""
        anew = self.tr("&Read as {country}").format(country=country) if country else self.tr("&Read without a country")
        keep = self.tr("&Keep the numbers, written with their country code")
        room = _ACCOUNT * self.fontMetrics().averageCharWidth()
        account = self.fontMetrics().elidedText(stay_with, Qt.TextElideMode.ElideRight, room)
        stay = self.tr("&Stay with {account}").format(account=account.replace("&", "&&"))
        choices = (
            ("readAnewButton", anew, Answer.READ_ANEW, True),
            ("keepNumbersButton", keep, Answer.KEEP_NUMBERS, found.keepable or not stay_with),
            ("stayButton", stay, Answer.STAY, bool(stay_with)),
        )
        button = QPushButton()
        for name, text, answer, offered in choices:
            if offered:
                button = named(name, QPushButton(text))
                button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
                layout.addWidget(button)
        return button

    def _choose(self, answer: Answer) -> None:
        self._answer = answer
        self.accept()

    def _told(self, found: Rereading) -> list[str]:
        """What the rows would mean; only what does happen."""
        changed = translate("RereadingDialog", "%n row(s) would be sent to another number.", None, 1)
        lost = translate("RereadingDialog", "%n row(s) would need attention, and not be sent to.", None, 1)
        gained = translate("RereadingDialog", "%n row(s) more would be sent to, also if numbers are kept.", None, 1)
        counted = ((changed, found.changed), (lost, found.lost), (gained, found.gained))
        return [told.count(rows) for told, rows in counted if rows]


class _RowsModel(QAbstractTableModel):
    def __init__(self, rows: Sequence[Reread], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self.columns: Columns[Reread] = Columns(
            Column("name", self.tr("Name"), lambda row: row.name, width=14),
            Column("typed", self.tr("Typed"), lambda row: row.typed, width=16, delegate=LeftToRightDelegate),
            Column("before", self.tr("Now"), lambda row: _meaning(row.before), width=20),
            Column("after", self.tr("Then"), lambda row: _meaning(row.after)),
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns[index.column()].data(self._rows[index.row()], role)


def _title(found: Rereading) -> str:
    if not found.country:
        return translate("RereadingDialog", "Read without a country: %n row(s) change(s)", None, 1).count(
            len(found.rows)
        )
    told = translate("RereadingDialog", "Read as {country}: %n row(s) change(s)", None, 1).count(len(found.rows))
    return told.format(country=country_name(found.country))


def _meaning(read: ReadNumber) -> str:
    if read.number:
        return display(read.number)
    return f"! {translated(read.problem)}" if read.problem else ""
