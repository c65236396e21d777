"""Whom a line of the confirmation means: a plain list to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout

from smsdesk.domain.phone_numbers import display
from smsdesk.ui.text.translate import translated
from smsdesk.ui.widgets.card import heading
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate
from smsdesk.ui.widgets.dialog import Dialog
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from smsdesk.services.confirming.audience import Listed

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WIDTH = 76  # average characters
_ROWS = 12


class PeopleDialog(Dialog):
    """Name, number and what is to be known of each; Escape and Enter close it.

    Args:
        title: whom the list means.
        people: them.
        parent: the dialog that it belongs to.
        said: what is to be known of somebody; left out, what comes with them.
    """

    def __init__(
        self, title: str, people: Sequence[Listed], parent: QWidget, said: Callable[[Listed], str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        shown = heading(title)
        shown.setWordWrap(True)
        model = _PeopleModel(people, said or _said, self)
        table = plain_table(model, "shownPeopleTable", title)
        set_columns(table, model.columns)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = named("closePeopleButton", buttons.button(QDialogButtonBox.StandardButton.Close))
        close.setText(self.tr("Close"))
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(shown)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
        row = table.verticalHeader().defaultSectionSize()
        wanted = self.sizeHint().expandedTo(self.minimumSizeHint())
        wanted.setWidth(_WIDTH * self.fontMetrics().averageCharWidth())
        wanted.setHeight(layout.minimumSize().height() + min(len(people), _ROWS) * row)
        self.resize(wanted.boundedTo(parent.size()))
        if model.rowCount():
            table.setCurrentIndex(model.index(0, 0))
        table.setFocus()


class _PeopleModel(QAbstractTableModel):
    def __init__(self, people: Sequence[Listed], said: Callable[[Listed], str], parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self.columns: Columns[Listed] = Columns(
            Column("name", self.tr("Name"), lambda one: one.name, width=18),
            Column("number", self.tr("Number"), _number, width=22, delegate=LeftToRightDelegate),
            Column("said", self.tr("What is said"), said),
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.columns[index.column()].data(self._people[index.row()], role)


def _said(one: Listed) -> str:
    return translated(one.said) if one.said else ""


def _number(one: Listed) -> str:
    """As everywhere where it is a number; what was typed stays as it is."""
    return display(one.number) if one.number.startswith("+") and one.number[1:].isdigit() else one.number
