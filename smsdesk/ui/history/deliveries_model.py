"""The deliveries of one announcement as a table: who, where it stands since when, and why, in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.domain.history import DeliveryOrder
from smsdesk.domain.phone_numbers import display
from smsdesk.ui.history.delivery_reasons import at_length, why
from smsdesk.ui.text.formatting import stamp, state_name
from smsdesk.ui.widgets.colours import OF_STATE, colour
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate, OwnColourDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor

    from smsdesk.domain.history import PastAnnouncement, PastDelivery
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History

    Index = QModelIndex | QPersistentModelIndex

_PAGE = 200
_AT_ONCE = 500
"""Ids in one question."""
_ROOT = QModelIndex()
_S = DeliveryState
_EVERY = frozenset(DeliveryState)
# What needs a person's eye first. The last pass finds what has moved to another group between two pages.
_NEEDY_FIRST = (frozenset({_S.UNKNOWN}), frozenset(FAILED), _EVERY - {_S.UNKNOWN, *FAILED}, _EVERY)


class DeliveriesModel(QAbstractTableModel):
    """Shows the deliveries of the announcement that was chosen: the unknown, the failed, and then the others.

    A row stays where it is when its delivery moves on: nobody's place is lost while reading.

    Signals:
        sort_wanted: the user wants another order.

    Attributes:
        order: what they shall be ordered by, and whether they fall; None for the usual order.
    """

    sort_wanted = Signal()

    def __init__(self, history: History, providers: Mapping[str, Provider], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._providers = providers
        self.columns: Columns[PastDelivery] = Columns(
            Column("name", self.tr("Name"), lambda delivery: delivery.name, width=20, least=8, fixed=True),
            Column(
                "number", self.tr("Number"), lambda delivery: display(delivery.number), width=20,
                delegate=LeftToRightDelegate, fixed=True,
            ),
            Column(
                "state", self.tr("State"), lambda delivery: state_name(delivery.state), width=15, least=13,
                delegate=OwnColourDelegate, roles={Qt.ItemDataRole.ForegroundRole: _colour},
                sort_key=lambda delivery: delivery.state,
            ),
            Column(
                "time", self.tr("Time"), _time, width=16, needs_room=100, sort_key=lambda delivery: delivery.changed_at
            ),
            Column(
                "why", self.tr("Why"), self._said(why), tooltip=self._said(at_length), needs_room=68, sorts=False
            ),
        )  # fmt: skip
        self.order: tuple[DeliveryOrder, bool] | None = None
        self._announcement: PastAnnouncement | None = None
        self._listed: Sequence[int] | None = None
        self._passes: tuple[frozenset[DeliveryState], ...] = _NEEDY_FIRST
        self._pass, self._after = 0, 0
        self._rows: list[PastDelivery] = []
        self._row_of: dict[int, int] = {}
        self._more = False

    def show(
        self,
        announcement: PastAnnouncement | None,
        only: Collection[DeliveryState] | None = None,
        ids: Sequence[int] | None = None,
    ) -> None:
        """Show the first page of an announcement's deliveries; None for an empty table.

        Args:
            announcement: which one.
            only: the states they are in; None for all.
            ids: just these, in this order; None for all.
        """
        self.beginResetModel()
        self._announcement = announcement
        self._passes = _NEEDY_FIRST if only is None else (frozenset(only),)
        self._pass, self._after = 0, 0
        self._rows, self._row_of = [], {}
        self._listed = ids
        self._more = announcement is not None
        self._keep(self._next_page())
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for this order; -1 for the usual one, and a column that can't sort for none."""
        falling = order is Qt.SortOrder.DescendingOrder
        if column >= 0 and not self.columns[column].sorts:
            return
        wanted = (DeliveryOrder(self.columns[column].key), falling) if column >= 0 else None
        if wanted != self.order:
            self.order = wanted
            self.sort_wanted.emit()

    @property
    def announcement_id(self) -> int | None:
        """Whose deliveries are shown; None for an empty table."""
        return self._announcement.id if self._announcement else None

    def id_at(self, row: int) -> int:
        """The id of the delivery in a row."""
        return self._rows[row].id

    def state_at(self, row: int) -> DeliveryState:
        """Where the delivery in a row stands."""
        return self._rows[row].state

    def refresh(self, ids: Collection[int]) -> bool:
        """Read these deliveries again, those that are loaded; no ids at all means every one.

        Tells whether one of them would stand elsewhere now if the table were read anew.
        """
        if self._announcement is None:
            return False
        loaded = [id_ for id_ in ids if id_ in self._row_of] if ids else list(self._row_of)
        changed, moved = [], False
        for fresh in self._read(loaded):
            row = self._row_of[fresh.id]
            if fresh != self._rows[row]:
                moved = moved or self._place_of(fresh) != self._place_of(self._rows[row])
                self._rows[row] = fresh
                changed.append(row)
        for first, last in _runs(sorted(changed)):
            self.dataChanged.emit(self.index(first, self.columns.first_moving), self.index(last, self.columns.last))
        return moved

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Deliveries loaded so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        """Whether the announcement has more."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Read the next page."""
        page = [] if parent.isValid() else self._next_page()
        if page:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(page) - 1)
            self._keep(page)
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, in which colour, and the gateway's own words at length."""
        return self.columns[index.column()].data(self._rows[index.row()], role)

    def _said(
        self, say: Callable[[PastDelivery, PastAnnouncement, Provider | None], str]
    ) -> Callable[[PastDelivery], str]:
        """How a column says something that the announcement and its gateway belong to."""

        def said(delivery: PastDelivery) -> str:
            past = self._announcement
            return say(delivery, past, self._providers.get(past.provider)) if past else ""

        return said

    def _next_page(self) -> list[PastDelivery]:
        """What is not loaded yet of the pass that is under way, filled up from the next ones."""
        past = self._announcement
        if self._listed is not None:
            return self._next_listed(self._listed)
        new: list[PastDelivery] = []
        while self._more and past is not None and len(new) < _PAGE:
            page = self._history.deliveries(past.id, self._after, _PAGE, self._passes[self._pass])
            known = {delivery.id for delivery in new}
            new += [each for each in page if each.id not in self._row_of and each.id not in known]
            if len(page) == _PAGE:
                self._after = page[-1].id
            else:
                self._pass, self._after = self._pass + 1, 0
                everybody = past.people <= len(self._rows) + len(new)
                self._more = self._pass < len(self._passes) and not everybody
        return new

    def _next_listed(self, listed: Sequence[int]) -> list[PastDelivery]:
        ids = listed[len(self._rows) : len(self._rows) + _PAGE]
        self._more = len(self._rows) + len(ids) < len(listed)
        read = {delivery.id: delivery for delivery in self._read(ids)}
        return [read[id_] for id_ in ids]

    def _place_of(self, delivery: PastDelivery) -> object:
        """What tells where a delivery stands."""
        return (
            _rank(delivery) if self.order is None else self.columns[self.columns.place(self.order[0])].order(delivery)
        )

    def _read(self, ids: Sequence[int]) -> Iterator[PastDelivery]:
        for first in range(0, len(ids), _AT_ONCE):
            yield from self._history.deliveries_by_id(ids[first : first + _AT_ONCE])

    def _keep(self, page: Sequence[PastDelivery]) -> None:
        self._row_of.update((delivery.id, len(self._rows) + place) for place, delivery in enumerate(page))
        self._rows += page


def _rank(delivery: PastDelivery) -> int:
    return next(rank for rank, states in enumerate(_NEEDY_FIRST) if delivery.state in states)


def _time(delivery: PastDelivery) -> str:
    """Since when it stands there; nothing has happened yet to what waits."""
    return "" if delivery.state is _S.QUEUED else stamp(delivery.changed_at)


def _colour(delivery: PastDelivery) -> QColor:
    return colour(OF_STATE[delivery.state], QGuiApplication.palette())


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of neighbouring rows, so that few signals tell of many rows."""
    for _, run in groupby(enumerate(rows), key=lambda placed: placed[1] - placed[0]):
        stretch = [row for _, row in run]
        yield stretch[0], stretch[-1]
