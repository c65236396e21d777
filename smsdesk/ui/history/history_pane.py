"""What was sent, and what became of it: the announcements, and the deliveries of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from smsdesk.ui.history.announcement_notes import AnnouncementNotes
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.widgets.card import Card, heading
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History
    from smsdesk.store.history.unknowns import Unknowns
    from smsdesk.ui.history.announcement_notes import BillOf, Evidence


class HistoryPane(Card):
    """The history of one profile.

    Args:
        history: what is shown.
        unknowns: which unknown deliveries wait for a decision.
        providers: explain what gateways said.
        evidence: what speaks for or against unknown deliveries having been sent, a line each.
        bill_of: what an announcement cost; None while that is not known.

    Signals:
        use_again: the user wants text and people of this announcement (its id) in the composer.
        one_by_one: the user wants those sent to singly who were refused together in this announcement (its id).
        arrived: the user says that these deliveries have arrived: the announcement's id, and a list of ids.
        send_again: the user wants these deliveries sent again: the announcement's id, and a list of ids.
    """

    use_again = Signal(int)
    one_by_one = Signal(int)
    arrived = Signal(int, object)
    send_again = Signal(int, object)

    def __init__(
        self,
        history: History,
        unknowns: Unknowns,
        providers: Mapping[str, Provider],
        evidence: Evidence,
        bill_of: BillOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._unknowns = unknowns
        self._announcements = AnnouncementsModel(history, providers, bill_of, self)
        self._deliveries = DeliveriesModel(history, providers, self)
        self._notes = AnnouncementNotes(unknowns, providers, evidence, bill_of)
        self._chosen: int | None = None
        self._use_again = named("useAgainButton", QPushButton(self.tr("Use again")))
        self._use_again.setEnabled(False)
        self._use_again.setToolTip(self.tr("Bring the text and the people of this announcement back"))
        self._one_by_one = named("oneByOneButton", QPushButton(self.tr("Send one by one…")))
        self._one_by_one.setToolTip(self.tr("The gateway refused several numbers at once: find out which one it meant"))
        self._one_by_one.hide()
        self._history_table = plain_table(self._announcements, "historyTable", self.tr("Announcements"))
        self._deliveries_table = plain_table(self._deliveries, "deliveriesTable", self.tr("Deliveries"))
        self._deliveries_table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._deliveries_table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._nothing_yet = hint_over(self.tr("What you send appears here, with what became of each message."))
        self._none_chosen = hint_over(self.tr("Choose an announcement to see what became of each message."))
        set_columns(self._history_table, self._announcements.columns)
        set_columns(self._deliveries_table, self._deliveries.columns)
        self._build()
        self._use_again.clicked.connect(self._ask_to_use_again)
        self._one_by_one.clicked.connect(self._ask_one_by_one)
        self._notes.arrived.connect(self.arrived)
        self._notes.send_again.connect(self.send_again)
        self._history_table.selectionModel().selectionChanged.connect(self._show_chosen)
        self._deliveries_table.selectionModel().selectionChanged.connect(self._narrow_notes)
        self._deliveries_table.customContextMenuRequested.connect(self._open_menu)
        self._show_hints()

    def has_rows(self) -> bool:
        """Whether anything was ever sent."""
        return self._announcements.rowCount() > 0

    def announcements_added(self) -> None:
        """Show new announcements on top; what is chosen stays chosen."""
        added = self._announcements.reload_top()
        self._show_hints()
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
        self._show_notes()

    def select_newest(self) -> None:
        """Choose the newest announcement, one that was added just now too."""
        self.announcements_added()
        if self.has_rows():
            # Not `selectRow`, which finds no cell to make current in a mirrored table that fills its width.
            whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._history_table.selectionModel().setCurrentIndex(self._announcements.index(0, 0), whole_row)
            self._history_table.scrollToTop()

    def _show_chosen(self) -> None:
        rows = self._history_table.selectionModel().selectedRows()
        past = self._announcements.announcement(rows[0].row()) if rows else None
        self._chosen = past.id if past else None
        self._deliveries.show(past)
        self._deliveries_table.scrollToTop()
        self._use_again.setEnabled(past is not None)
        self._offer_one_by_one()
        self._show_notes()
        self._show_hints()

    def _show_changed(self, changed: Mapping[int, set[int]]) -> None:
        self._announcements.refresh(changed)
        if self._chosen is not None and self._chosen in changed:
            self._deliveries.refresh(changed[self._chosen])
            self._offer_one_by_one()
            self._show_notes()

    def _show_notes(self) -> None:
        past = None if self._chosen is None else self._announcements.find(self._chosen)
        self._notes.show_about(past, self._selected())

    def _narrow_notes(self) -> None:
        self._notes.select(self._selected())

    def _selected(self) -> list[int]:
        """The deliveries whose rows are selected."""
        rows = self._deliveries_table.selectionModel().selectedRows()
        return [self._deliveries.id_at(index.row()) for index in rows]

    def _open_menu(self, place: QPoint) -> None:
        """Offer for the selected unknown rows what the buttons offer."""
        if not self._notes.has_selected():
            return
        menu = QMenu(self._deliveries_table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named("itArrivedAction", menu.addAction(self.tr("It arrived"), self._notes.ask_arrived))
        again = menu.addAction(self.tr("Send again (may arrive twice)…"), self._notes.ask_to_send_again)
        named("sendAgainAction", again)
        menu.popup(self._deliveries_table.viewport().mapToGlobal(place))

    def _offer_one_by_one(self) -> None:
        offered = self._chosen is not None and bool(self._history.refused_in_batch(self._chosen))
        self._one_by_one.setVisible(offered)

    def _show_hints(self) -> None:
        self._nothing_yet.setVisible(not self.has_rows())
        self._none_chosen.setVisible(self._chosen is None and self.has_rows())

    def _ask_to_use_again(self) -> None:
        if self._chosen is not None:
            self.use_again.emit(self._chosen)

    def _ask_one_by_one(self) -> None:
        if self._chosen is not None:
            self.one_by_one.emit(self._chosen)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("History")))
        top.addStretch()
        top.addWidget(self._one_by_one)
        top.addWidget(self._use_again)
        splitter = QSplitter()
        splitter.setObjectName("historySplitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(overlaid(self._history_table, self._nothing_yet))
        became = QWidget()
        column = QVBoxLayout(became)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notes)
        column.addWidget(overlaid(self._deliveries_table, self._none_chosen), 1)
        splitter.addWidget(became)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
