"""What was sent, and what became of it: the announcements, and the deliveries of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from smsdesk.ui.history.announcement_actions import AnnouncementActions
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_panel import DeliveriesPanel, ScrolledPanel
from smsdesk.ui.history.finding.finding import Finding
from smsdesk.ui.history.finding.kind_chips import KindChips
from smsdesk.ui.history.finding.search_field import SearchField
from smsdesk.ui.history.finding.title_line import TitleLine
from smsdesk.ui.text.directions import own_direction
from smsdesk.ui.widgets.card import Card, heading
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, let_titles_sort, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History
    from smsdesk.store.history.ordering import HistoryOrdering
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
        ordering: orders what is shown, and counts announcements of a kind.
        unknowns: which unknown deliveries wait for a decision.
        providers: explain what gateways said.
        evidence: what speaks for or against unknown deliveries having been sent, a line each.
        bill_of: what an announcement cost; None while that is not known.
        hijri: the days have their Hijri days beside them.

    Signals:
        arrived: the user says that these deliveries have arrived: the announcement's id, and a list of ids.
        send_again: the user wants these deliveries sent again: the announcement's id, and a list of ids.
        said: what has changed that the eyes would see, for those who listen.

    Attributes:
        announcements: the table's model.
        about_chosen: what can be done about the chosen announcement, with a signal for each.
    """

    arrived = Signal(int, object)
    send_again = Signal(int, object)
    said = Signal(str)

    def __init__(
        self,
        history: History,
        search: HistorySearch,
        ordering: HistoryOrdering,
        unknowns: Unknowns,
        providers: Mapping[str, Provider],
        evidence: Evidence,
        bill_of: BillOf,
        parent: QWidget | None = None,
        *,
        hijri: bool = False,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._search_in = search
        self._unknowns = unknowns
        self.announcements = self._announcements = AnnouncementsModel(history, providers, bill_of, self, hijri=hijri)
        self._deliveries = DeliveriesPanel(history, ordering, unknowns, providers, evidence, bill_of)
        self.about_chosen = AnnouncementActions(history)
        self._field = SearchField()
        self._chips = KindChips()
        self._chosen: int | None = None
        self._shown: tuple[int | None, tuple[int, ...]] = (None, ())  # whose deliveries, and which were found
        self._awaited: int | None = None  # it is to be chosen once it is known where it stands
        self._beyond: int | None = None  # it is chosen, though it may be listed so far down that no row shows it
        self._table = plain_table(self._announcements, "historyTable", self.tr("Announcements"))
        self._nothing = hint_over("")
        set_columns(self._table, self._announcements.columns)
        let_titles_sort(self._table)
        self._finding = Finding(
            self._announcements, search, ordering, self._field, self._chips, self._nobody_reads, self
        )
        self._splitter = QSplitter()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._build()
        self._connect()
        self._show_hint()

    def begin(self) -> None:
        """The stores are loaded: count for the chips, and list what is remembered to be wanted."""
        self._finding.begin()

    def newest(self) -> PastAnnouncement | None:
        """The newest announcement, whatever is listed; None before there is one."""
        if not self._finding.everything:
            return next(iter(self._history.page(limit=1)), None)
        return self._announcements.announcement(0) if self._announcements.rowCount() else None

    def has_rows(self) -> bool:
        """Whether anything was ever sent."""
        return self._announcements.rowCount() > 0 or self._finding.narrowed

    def announcements_added(self) -> None:
        """Show new announcements on top; what is chosen stays chosen."""
        if not self._finding.everything:
            self._finding.added()
            self._announcements.refresh()
            return
        self._finding.changed()
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
        self._deliveries.show_notes(self._about_chosen())

    def select_newest(self) -> None:
        """Choose the newest announcement, one that was added just now too; what was searched for is left."""
        self._finding.forget()
        self.announcements_added()
        newest = self.newest()
        if newest is not None and not self._finding.everything:
            self._awaited = newest.id
        elif newest is not None:
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

    def _nobody_reads(self) -> bool:
        """Whether rows may change their places: the top is shown, and neither mouse nor keyboard is in the table."""
        at_top = self._table.verticalScrollBar().value() == 0
        return at_top and not self._table.underMouse() and not self._table.hasFocus()

    def _select(self, row: int) -> None:
        # Not `selectRow`, which finds no cell to make current in a mirrored table that fills its width.
        whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self._announcements.index(row, 0), whole_row)

    def _show_chosen(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        self._beyond = None
        self._show_past(self._announcements.announcement(rows[0].row()) if rows else None)

    def _show_past(self, past: PastAnnouncement | None) -> None:
        self._chosen = past.id if past else None
        self._show_deliveries(past)
        self.about_chosen.show_for(past)

    def _show_deliveries(self, past: PastAnnouncement | None) -> None:
        """Who was searched for is shown at once, where that is somebody of this announcement."""
        typed, found = self._finding.typed, list[int]()
        if past is not None and typed:
            from smsdesk.store.history.search import Wanted  # SQLAlchemy: not before it is needed

            found = self._search_in.those_of(past.id, Wanted.of(typed))
        shown, self._shown = self._shown, (past.id if past else None, tuple(found))
        if past is None or shown != self._shown:  # else whoever reads there would lose the place
            self._deliveries.show_about(past, ask=self._announcements.rowCount() > 0, found=found)

    def _show_changed(self, changed: Mapping[int, set[int]]) -> None:
        self._announcements.refresh(changed)
        self._finding.changed()
        past = self._about_chosen()
        if past is not None and past.id in changed:
            self._deliveries.refresh(past, changed[past.id])
            self.about_chosen.show_for(past)

    def _about_chosen(self) -> PastAnnouncement | None:
        """What is chosen, though it may be listed so far down that its row is not loaded."""
        if self._chosen is None:
            return None
        return self._announcements.find(self._chosen) or next(iter(self._history.announcements([self._chosen])), None)

    # --- finding

    def _show_found(self) -> None:
        if self._awaited is not None:
            self._chosen = self._beyond = self._awaited
            self._awaited = None
        self._choose_again(self._chosen)
        self._show_hint()

    def _choose_again(self, chosen: int | None) -> None:
        """What was chosen stays chosen where it is listed still, though all rows may have been put there anew."""
        row = None if chosen is None else self._announcements.row_of(chosen)
        selected = self._table.selectionModel().selectedRows()
        if row is None and chosen is not None and chosen == self._beyond:
            with QSignalBlocker(self._table.selectionModel()):
                self._table.clearSelection()
            self._table.viewport().update()
            self._show_past(self._about_chosen())
        elif row is None:
            self._show_chosen()
        elif not selected or selected[0].row() != row:
            self._select(row)
        else:
            self._show_deliveries(self._announcements.announcement(row))

    def _go_to_found(self) -> None:
        if self._announcements.rowCount():
            if not self._table.selectionModel().hasSelection():
                self._select(0)
            self._table.setFocus()

    def _show_hint(self) -> None:
        typed = self._finding.typed
        if self._finding.none_found and typed:
            told = self.tr("Nothing was found for “{typed}”, neither in a message nor in a name or number.")
            self._nothing.setText(told.format(typed=own_direction(typed)))
        elif self._finding.none_found:
            self._nothing.setText(self.tr("There is none of these any more."))
        else:
            self._nothing.setText(self.tr("What you send appears here, with what became of each message."))
        self._nothing.setVisible(self._finding.none_found or not self.has_rows())
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
            layout.add_to(menu)
        menu.popup(at)

    def _connect(self) -> None:
        self._table.selectionModel().selectionChanged.connect(self._show_chosen)
        self._table.menu_wanted.connect(self._open_menu)
        self._deliveries.arrived.connect(self.arrived)
        self._deliveries.send_again.connect(self.send_again)
        self._field.left.connect(self._go_to_found)
        self._finding.shown.connect(self._show_found)
        for layout in self.findChildren(ColumnLayout):
            layout.sorted_anew.connect(self.said)
        self._minute.timeout.connect(self._announcements.tick)
        self._minute.start()

    def _build(self) -> None:
        self._splitter.setObjectName("historySplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(overlaid(self._table, self._nothing))
        self._splitter.addWidget(ScrolledPanel(self._deliveries))
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(TitleLine(heading(self.tr("History")), self._field, self._chips, self.about_chosen))
        layout.addWidget(self._splitter, 1)
