"""What became of the chosen announcement: what needs a decision, chips that filter, and a row for each recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.history.announcement_notes import AnnouncementNotes
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.history.finding.latest_reading import LatestReading
from smsdesk.ui.history.scheduled import leaves_later
from smsdesk.ui.history.state_chips import StateChips
from smsdesk.ui.text.formatting import point_in_time
from smsdesk.ui.widgets.card import Caption
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from smsdesk.ui.widgets.named import named
from smsdesk.ui.widgets.tables import hint_over, let_titles_sort, overlaid, plain_table, set_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History
    from smsdesk.store.history.ordering import HistoryOrdering
    from smsdesk.store.history.unknowns import Unknowns
    from smsdesk.ui.history.announcement_notes import BillOf, Evidence

_AT_ONCE = 1_000
"""People whose order is found out while the window waits for it."""


class DeliveriesPanel(QWidget):
    """The deliveries of one announcement.

    Args:
        history: what is shown.
        ordering: orders it otherwise.
        unknowns: which unknown deliveries wait for a decision.
        providers: explain what gateways said.
        evidence: what speaks for or against unknown deliveries having been sent, a line each.
        bill_of: what an announcement cost; None while that is not known.

    Signals:
        arrived: the user says that these deliveries have arrived: the announcement's id, and a list of ids.
        send_again: the user wants these deliveries sent again: the announcement's id, and a list of ids.
    """

    arrived = Signal(int, object)
    send_again = Signal(int, object)

    def __init__(
        self,
        history: History,
        ordering: HistoryOrdering,
        unknowns: Unknowns,
        providers: Mapping[str, Provider],
        evidence: Evidence,
        bill_of: BillOf,
    ) -> None:
        super().__init__()
        self._providers = providers
        self._past: PastAnnouncement | None = None
        self._out_of_order = False  # rows have kept their places for somebody
        self._found: Collection[int] = ()  # of its deliveries, while something is searched for
        self._ordering = ordering
        self._reading = LatestReading(self)
        self._model = DeliveriesModel(history, providers, self)
        self._notes = AnnouncementNotes(unknowns, providers, evidence, bill_of)
        self._schedule = named("scheduleNote", Caption(wrap=True))
        self._chips = StateChips()
        self._table = plain_table(self._model, "deliveriesTable", self.tr("Deliveries"))
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        set_columns(self._table, self._model.columns)
        let_titles_sort(self._table)
        self._none_chosen = hint_over(self.tr("Choose an announcement to see what became of each message."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._notes)
        layout.addWidget(self._schedule)
        layout.addWidget(self._chips)
        layout.addWidget(overlaid(self._table, self._none_chosen), 1)
        self._notes.arrived.connect(self.arrived)
        self._notes.send_again.connect(self.send_again)
        self._chips.chosen.connect(self._filter)
        self._model.sort_wanted.connect(self._filter)
        self._reading.told.connect(self._show_in_order)
        self._reading.ended.connect(self._put_in_order)
        self._table.selectionModel().selectionChanged.connect(lambda: self._notes.select(self._selected()))
        self._table.menu_wanted.connect(self._open_menu)
        self.show_about(None, ask=False)

    def set_room(self, height: int) -> None:
        """So many pixels are there: the rows get theirs first."""
        self._notes.set_room(height)

    def show_about(self, past: PastAnnouncement | None, *, ask: bool, found: Collection[int] = ()) -> None:
        """Show the deliveries of this announcement, at first those that were `found`, if any; else `ask` for one."""
        self._past, self._found = past, found
        self._chips.choose_found(bool(found))
        self._show_rows()
        self._none_chosen.setVisible(ask and past is None)
        self._show_counts()

    def refresh(self, past: PastAnnouncement, changed: Collection[int]) -> None:
        """These deliveries have changed, all of them without ids: rows stay in place while somebody reads."""
        self._past = past
        self._out_of_order = self._model.refresh(changed) or self._out_of_order
        self._put_in_order()
        self._show_counts()

    def show_notes(self, past: PastAnnouncement | None) -> None:
        """Show what is known of it by now."""
        self._past = past
        self._notes.show_about(past, self._selected())
        self._say_when()

    def _show_counts(self) -> None:
        self._chips.set_counts(self._past.counts if self._past else {}, len(self._found))
        self._chips.setVisible(self._past is not None)
        self.show_notes(self._past)

    def _show_rows(self) -> None:
        """Those that the chips have chosen, in the order that the titles have chosen."""
        self._out_of_order = False
        self._reading.give_up()
        past, order = self._past, self._model.order
        found = sorted(self._found) if self._chips.only_found else None
        if past is None or order is None:
            self._model.show(past, self._chips.states, found)
            self._table.scrollToTop()
            return
        ordered = self._ordering.deliveries(past.id, order[0], falling=order[1], states=self._chips.states, among=found)
        if past.people <= _AT_ONCE:
            self._show_in_order([*ordered][-1] or ())
            return
        if self._model.announcement_id != past.id:
            self._model.show(past, self._chips.states, found)  # until it is known
        self._reading.read(ordered)

    def _show_in_order(self, ids: Sequence[int]) -> None:
        self._model.show(self._past, ids=ids)
        self._table.scrollToTop()

    def _put_in_order(self) -> None:
        """Let rows that have kept their places find their order as soon as nobody reads."""
        if self._out_of_order and not self._reading.busy and self._nobody_reads():
            self._show_rows()

    def _filter(self) -> None:
        self._show_rows()
        self._notes.select(())

    def _nobody_reads(self) -> bool:
        """Whether rows may change their places: nothing is chosen, the top is shown, and the mouse is elsewhere."""
        at_top = self._table.verticalScrollBar().value() == 0
        chosen = self._table.selectionModel().hasSelection()
        return at_top and not chosen and not self._table.underMouse()

    def _say_when(self) -> None:
        """When it leaves, and from where: what the gateway keeps can't be taken back here."""
        past = self._past
        self._schedule.setVisible(past is not None and leaves_later(past))
        if past is None or past.send_at is None or not leaves_later(past):
            return
        provider = self._providers.get(past.provider)
        title, when = provider.title if provider else past.provider, point_in_time(past.send_at)
        if past.counts.get(DeliveryState.ACCEPTED):
            told = self.tr(
                "{gateway} has it and sends it {when}. It can't be cancelled from here: ask {gateway}, or look at its "
                "website."
            )
        else:
            told = self.tr("It leaves {when}, and is still here: until {gateway} has it, it can be cancelled.")
        self._schedule.setText(told.format(gateway=title, when=when))

    def _selected(self) -> list[int]:
        """The deliveries whose rows are selected."""
        rows = self._table.selectionModel().selectedRows()
        return [self._model.id_at(index.row()) for index in rows]

    def _open_menu(self, at: QPoint) -> None:
        """Offer for the selected unknown rows what the buttons offer, and for all rows to copy them."""
        menu = named("deliveriesMenu", QMenu(self._table))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._notes.has_selected():
            named("itArrivedAction", menu.addAction(self.tr("It arrived"), self._notes.ask_arrived))
            again = menu.addAction(self.tr("Send again (may arrive twice)…"), self._notes.ask_to_send_again)
            named("sendAgainAction", again)
            menu.addSeparator()
        copy = named("copyDeliveriesAction", menu.addAction(self.tr("Copy"), self._table.copy_rows))
        copy.setEnabled(self._table.selectionModel().hasSelection())
        for layout in self._table.findChildren(ColumnLayout):
            layout.add_to(menu)
        menu.popup(at)


class ScrolledPanel(QScrollArea):
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
