"""What was sent, and what became of it: the announcements, and the deliveries of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from smsdesk.ui.history.announcement_actions import AnnouncementActions
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_panel import DeliveriesPanel
from smsdesk.ui.history.scheduled import words
from smsdesk.ui.history.searching import SearchField, Searching
from smsdesk.ui.text.formatting import own_direction
from smsdesk.ui.widgets.card import Card, heading
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History
    from smsdesk.store.history.search import HistorySearch
    from smsdesk.store.history.unknowns import Unknowns
    from smsdesk.ui.history.announcement_notes import BillOf, Evidence

_TALL = 26
"""Lines of text from which on the deliveries stand below the announcements."""

_MINUTE_MS = 60_000


class HistoryPane(Card):
    """The history of one profile.

    Args:
        history: what is shown.
        search: finds what is typed into the search field.
        unknowns: which unknown deliveries wait for a decision.
        providers: explain what gateways said.
        evidence: what speaks for or against unknown deliveries having been sent, a line each.
        bill_of: what an announcement cost; None while that is not known.

    Signals:
        arrived: the user says that these deliveries have arrived: the announcement's id, and a list of ids.
        send_again: the user wants these deliveries sent again: the announcement's id, and a list of ids.

    Attributes:
        announcements: the table's model.
        about_chosen: what can be done about the chosen announcement, with a signal for each.
    """

    arrived = Signal(int, object)
    send_again = Signal(int, object)

    def __init__(
        self,
        history: History,
        search: HistorySearch,
        unknowns: Unknowns,
        providers: Mapping[str, Provider],
        evidence: Evidence,
        bill_of: BillOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search_in = search
        self._unknowns = unknowns
        self.announcements = self._announcements = AnnouncementsModel(history, providers, bill_of, self)
        self._deliveries = DeliveriesPanel(history, unknowns, providers, evidence, bill_of)
        self.about_chosen = AnnouncementActions(history)
        self._field = SearchField()
        self._searching = Searching(search, self)
        self._chosen: int | None = None
        self._table = plain_table(self._announcements, "historyTable", self.tr("Announcements"))
        self._nothing = hint_over("")
        set_columns(self._table, self._announcements.columns)
        self._splitter = QSplitter()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._build()
        self._connect()
        self._show_hint()

    def newest(self) -> tuple[str, str, str] | None:
        """When the newest announcement was sent, its text in one line, and what became of it; None before there is one.

        While a search shows only some, the newest of those.
        """
        if not self._announcements.rowCount():
            return None
        columns = self._announcements.columns
        shown = [self._announcements.index(0, columns.place(key)).data() for key in ("sent", "message")]
        return str(shown[0]), str(shown[1]), words(self._announcements.announcement(0))

    def has_rows(self) -> bool:
        """Whether anything was ever sent."""
        return self._announcements.rowCount() > 0 or bool(self._field.text())

    def announcements_added(self) -> None:
        """Show new announcements on top; what is chosen stays chosen."""
        if self._field.text().strip():
            self._search()
            self._announcements.refresh()
            return
        added = self._announcements.reload_top()
        self._show_hint()
        if added:
            self._show_changed(self._unknowns.behind(dict.fromkeys(added, ())))

    def deliveries_changed(self, changed: Mapping[int, set[int]]) -> None:
        """Show where deliveries stand now.

        Args:
            changed: the ids of the changed deliveries by announcement id; an empty set means any of them.
        """
        self._show_changed(changed)
        self._show_changed(self._unknowns.behind(changed))

    def accounts_changed(self) -> None:
        """Show accounts under their new names."""
        self._announcements.refresh()

    def balance_changed(self) -> None:
        """Show what a new reading of the balance tells of the chosen announcement."""
        self._deliveries.show_notes(None if self._chosen is None else self._announcements.find(self._chosen))

    def select_newest(self) -> None:
        """Choose the newest announcement, one that was added just now too; what was searched for is left."""
        self._field.clear()
        self.announcements_added()
        if self.has_rows():
            self._select(0)
            self._table.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low, the tables stand side by side; high, the deliveries below."""
        super().resizeEvent(event)
        tall = self.height() >= _TALL * self.fontMetrics().lineSpacing()
        orientation = Qt.Orientation.Vertical if tall else Qt.Orientation.Horizontal
        if self._splitter.orientation() != orientation:
            self._splitter.setOrientation(orientation)
            self._splitter.setSizes([9_000, 11_000] if tall else [12_000, 8_000])

    def _select(self, row: int) -> None:
        # Not `selectRow`, which finds no cell to make current in a mirrored table that fills its width.
        whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self._announcements.index(row, 0), whole_row)

    def _show_chosen(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        past = self._announcements.announcement(rows[0].row()) if rows else None
        self._chosen = past.id if past else None
        self._show_deliveries(past)
        self.about_chosen.show_for(past)

    def _show_deliveries(self, past: PastAnnouncement | None) -> None:
        """Who was searched for is shown at once, where that is somebody of this announcement."""
        typed, found = self._field.text().strip(), list[int]()
        if past is not None and typed:
            from smsdesk.store.history.search import Wanted  # SQLAlchemy: not before it is needed

            found = self._search_in.those_of(past.id, Wanted.of(typed))
        self._deliveries.show_about(past, ask=self._announcements.rowCount() > 0, found=found)

    def _show_changed(self, changed: Mapping[int, set[int]]) -> None:
        self._announcements.refresh(changed)
        past = None if self._chosen is None else self._announcements.find(self._chosen)
        if past is not None and past.id in changed:
            self._deliveries.refresh(past, changed[past.id])
            self.about_chosen.show_for(past)

    # --- searching

    def _search(self) -> None:
        typed = self._field.text().strip()
        if typed:
            self._searching.look_for(typed)
            return
        self._searching.give_up()
        chosen = self._chosen
        self._announcements.show_all()
        self._choose_again(chosen)
        self._show_hint()

    def _show_found(self, ids: Sequence[int], all_of_them: bool) -> None:
        chosen = self._chosen
        self._announcements.show_found(ids)
        self._choose_again(chosen)
        self._show_hint(nothing_found=all_of_them and not ids)

    def _choose_again(self, chosen: int | None) -> None:
        """What was chosen stays chosen where it is listed still, though all rows may have been put there anew."""
        row = None if chosen is None else self._announcements.row_of(chosen)
        if row is None:
            self._show_chosen()
        elif not self._table.selectionModel().hasSelection():
            self._select(row)
        else:
            self._show_deliveries(self._announcements.announcement(row))

    def _go_to_found(self) -> None:
        if self._announcements.rowCount():
            if not self._table.selectionModel().hasSelection():
                self._select(0)
            self._table.setFocus()

    def _show_hint(self, *, nothing_found: bool = False) -> None:
        if nothing_found:
            told = self.tr("Nothing was found for “{typed}”, neither in a message nor in a name or number.")
            self._nothing.setText(told.format(typed=own_direction(self._field.text().strip())))
        else:
            self._nothing.setText(self.tr("What you send appears here, with what became of each message."))
        self._nothing.setVisible(nothing_found or not self.has_rows())
        if self._chosen is None:
            self._deliveries.show_about(None, ask=self._announcements.rowCount() > 0)

    # --- putting together

    def _open_menu(self, at: QPoint) -> None:
        menu = named("historyMenu", QMenu(self._table))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.about_chosen.add_to(menu)
        menu.addSeparator()
        copy = named("copyAnnouncementAction", menu.addAction(self.tr("Copy"), self._table.copy_rows))
        copy.setEnabled(self._table.selectionModel().hasSelection())
        for layout in self._table.findChildren(ColumnLayout):
            menu.addMenu(layout.menu(menu))
        menu.popup(at)

    def _connect(self) -> None:
        self._table.selectionModel().selectionChanged.connect(self._show_chosen)
        self._table.menu_wanted.connect(self._open_menu)
        self._deliveries.arrived.connect(self.arrived)
        self._deliveries.send_again.connect(self.send_again)
        self._field.textChanged.connect(self._search)
        self._field.left.connect(self._go_to_found)
        self._searching.found.connect(self._show_found)
        self.destroyed.connect(self._searching.close)
        self._minute.timeout.connect(self._announcements.tick)
        self._minute.start()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(heading(self.tr("History")))
        top.addWidget(self._field, 1)
        top.addStretch(1)
        top.addWidget(self.about_chosen)
        self._splitter.setObjectName("historySplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(overlaid(self._table, self._nothing))
        self._splitter.addWidget(_Scrolled(self._deliveries))
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(top)
        layout.addWidget(self._splitter, 1)


class _Scrolled(QScrollArea):
    """Needs the same room whatever is told in it, so that no splitter moves when another row is chosen."""

    def __init__(self, inside: DeliveriesPanel) -> None:
        super().__init__()
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)  # `setWidget` has turned it on

    def minimumSizeHint(self) -> QSize:
        """A table of a few lines."""
        return QSize(40 * self.fontMetrics().averageCharWidth(), 6 * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        """As wide as its columns want to be."""
        return QSize(44 * self.fontMetrics().averageCharWidth(), 12 * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, the rows come first."""
        super().resizeEvent(event)
        self._inside.set_room(self.height())
