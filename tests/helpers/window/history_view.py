"""The history pane as a person sees it, and what tests ask of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.store.history.ordering import HistoryOrdering
from smsdesk.store.history.search import HistorySearch
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.ui.history.history_pane import HistoryPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.ui.history.announcement_notes import BillOf, Evidence
    from smsdesk.ui.history.reconciliation_text import Bill
    from tests.helpers.patient_bot import PatientBot
    from tests.helpers.window.stored_office import StoredOffice

_Widget = TypeVar("_Widget", bound=QWidget)

ACCEPTED = Verdict(Outcome.ACCEPTED, message_id="1")
REJECTED = Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", "Invalid [to] <b>address</b>")
UNKNOWN = Verdict(Outcome.UNKNOWN, code="timeout")
NO_CREDIT = Verdict(Outcome.REJECTED, Scope.ACCOUNT, "no-credit", "Not enough credits")


def no_evidence(_announcement_id: int, _delivery_ids: Sequence[int]) -> list[str]:
    return []


def no_bill(_past: PastAnnouncement) -> Bill | None:
    return None


class HistoryView:
    """The pane as a person sees it."""

    def __init__(
        self, qtbot: PatientBot, office: StoredOffice, evidence: Evidence = no_evidence, bill_of: BillOf = no_bill
    ) -> None:
        self.pane = HistoryPane(
            office.history, HistorySearch(office.database), HistoryOrdering(office.database),
            Unknowns(office.database), PROVIDERS, evidence, bill_of,
        )  # fmt: skip
        qtbot.addWidget(self.pane)
        self.pane.resize(1200, 320)
        self.pane.begin()
        qtbot.bring_up(self.pane)
        self.past = self.table("historyTable")
        self.deliveries = self.table("deliveriesTable")
        self.use_again = self.button("useAgainButton")

    def table(self, name: str) -> QTableView:
        return self._find(QTableView, name)

    def button(self, name: str) -> QPushButton:
        return self._find(QPushButton, name)

    def label(self, name: str) -> str:
        label = self._find(QLabel, name)
        return label.text() if label.isVisible() else ""

    def _find(self, kind: type[_Widget], name: str) -> _Widget:
        found = self.pane.findChild(kind, name)
        assert found is not None, name
        return found

    def choose_deliveries(self, *rows: int) -> None:
        chosen = QItemSelection()
        for row in rows:
            index = self.deliveries.model().index(row, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.deliveries.selectionModel().select(chosen, flags)

    def click(self, qtbot: PatientBot, row: int) -> None:
        place = self.past.visualRect(self.past.model().index(row, self.past.model().columns.place("message"))).center()
        qtbot.mouseClick(self.past.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def menu(self, table: QTableView, name: str) -> QMenu:
        """The menu that the menu key opens over a table."""
        at = QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        menus = [menu for menu in table.findChildren(QMenu, name) if menu.isVisible()]
        assert len(menus) == 1, name
        return menus[0]

    def search(self, text: str) -> None:
        """Type this into the search field, in place of what stands there."""
        field = self._find(QLineEdit, "historySearch")
        field.selectAll()
        field.insert(text) if text else field.clear()

    def messages(self) -> list[str]:
        """The messages that are listed, from above."""
        model = self.past.model()
        return [str(cell(model, row, "message")) for row in range(model.rowCount())]

    def chosen_rows(self) -> list[int]:
        return [index.row() for index in self.past.selectionModel().selectedRows()]

    def hints(self) -> list[str]:
        return [label.text() for label in self.pane.findChildren(QLabel) if label.isVisible()]


def cell(model: QAbstractItemModel, row: int, column: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(row, model.columns.place(column)).data(role)


def clock(office: StoredOffice, place: int) -> str:
    """When the delivery at this place of the newest announcement last moved, as a clock here shows it."""
    past = office.history.deliveries(office.history.page()[0].id)[place]
    return past.changed_at.astimezone().strftime("%H:%M")


def fetch_all(model: QAbstractItemModel) -> None:
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())


def touched(model: QAbstractItemModel) -> list[tuple[int, int, str, str]]:
    """Collects (first row, last row, first column, last column) of every change from now on."""
    seen: list[tuple[int, int, str, str]] = []

    def note(top: QModelIndex, bottom: QModelIndex) -> None:
        columns = model.columns
        seen.append((top.row(), bottom.row(), columns[top.column()].key, columns[bottom.column()].key))

    model.dataChanged.connect(note)
    return seen


def shown_by_qt(tooltip: str) -> str:
    """What a tooltip's label makes of it."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


def handles_on_items(widget: QWidget) -> list[QLayoutItem]:
    """The items in this widget's layouts of which Python has a handle; layouts in layouts are not asked for.

    PySide makes them when a layout is added that has been filled already, and keeps them as long as the outer layout.
    Qt deletes an item when its widget goes elsewhere, and PySide is not told: the next object of a Python class at the
    same address is used after it was freed when Qt deletes it.
    """
    layouts = widget.findChildren(QLayout)
    known = [each for each in shiboken6.getAllValidWrappers() if isinstance(each, QLayoutItem)]
    items = [each for each in known if not isinstance(each, QLayout)]
    return [item for item in items if any(layout.indexOf(item) >= 0 for layout in layouts)]
