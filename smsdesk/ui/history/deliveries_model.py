"""The deliveries of one announcement as a table: who, where it stands, and why, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import BY_HAND, REPORTED_WITHIN, TOO_LATE, UNDONE
from smsdesk.domain.phone_numbers import display
from smsdesk.providers.capabilities import StatusBy
from smsdesk.ui.history.unknown_text import sent_again, what_happened
from smsdesk.ui.text.formatting import amount, point_in_time, short_time, state_name
from smsdesk.ui.text.translate import translate, translated
from smsdesk.ui.widgets.colours import OF_STATE, colour
from smsdesk.ui.widgets.columns import Column, Columns
from smsdesk.ui.widgets.delegates import LeftToRightDelegate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor

    from smsdesk.domain.history import PastAnnouncement, PastDelivery
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History

    Index = QModelIndex | QPersistentModelIndex

_PAGE = 200
_ROOT = QModelIndex()
_S = DeliveryState


class DeliveriesModel(QAbstractTableModel):
    """Shows the deliveries of the announcement that was chosen, in the order they were listed."""

    def __init__(self, history: History, providers: Mapping[str, Provider], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._providers = providers
        self.columns: Columns[PastDelivery] = Columns(
            Column(
                "recipient", self.tr("Recipient"), _recipient, width=26, delegate=LeftToRightDelegate, fixed=True
            ),
            Column(
                "state", self.tr("State"), lambda delivery: state_name(delivery.state), width=15,
                roles={Qt.ItemDataRole.ForegroundRole: _colour},
            ),
            Column("why", self.tr("Why"), self._why, tooltip=self._at_length),
        )  # fmt: skip
        self._announcement: PastAnnouncement | None = None
        self._rows: list[PastDelivery] = []
        self._row_of: dict[int, int] = {}
        self._more = False

    def show(self, announcement: PastAnnouncement | None) -> None:
        """Show the first page of an announcement's deliveries; None for an empty table."""
        self.beginResetModel()
        self._announcement = announcement
        self._rows, self._row_of = [], {}
        self._keep(self._next_page())
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """The id of the delivery in a row."""
        return self._rows[row].id

    def refresh(self, ids: Collection[int]) -> None:
        """Read these deliveries again, those that are loaded; no ids at all means every one."""
        if self._announcement is None:
            return
        if ids:
            loaded = [id_ for id_ in ids if id_ in self._row_of]
            read = self._history.deliveries_by_id(loaded) if loaded else []
        else:
            read = self._history.deliveries(self._announcement.id, limit=len(self._rows))
        changed = []
        for fresh in read:
            row = self._row_of.get(fresh.id)
            if row is not None and fresh != self._rows[row]:
                self._rows[row] = fresh
                changed.append(row)
        for first, last in _runs(sorted(changed)):
            self.dataChanged.emit(self.index(first, self.columns.first_moving), self.index(last, self.columns.last))

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
        if parent.isValid():
            return
        page = self._next_page()
        if page:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(page) - 1)
            self._keep(page)
            self.endInsertRows()
        else:
            self._more = False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, in which colour, and the gateway's own words at length."""
        return self.columns[index.column()].data(self._rows[index.row()], role)

    def _at_length(self, delivery: PastDelivery) -> str:
        shown = self._why(delivery)
        provider = self._providers.get(self._announcement.provider) if self._announcement else None
        return "\n".join(filter(None, (shown, _own_words(delivery, shown), _cost(delivery, provider))))

    def _why(self, delivery: PastDelivery) -> str:
        """The reason the gateway gave, else where the delivery stands."""
        provider = self._providers.get(self._announcement.provider) if self._announcement else None
        if delivery.state is _S.UNKNOWN:
            what = what_happened(provider, delivery.error_code, [delivery.changed_at])
            return f"{what} · {sent_again(delivery.sent_again_at)}" if delivery.sent_again_at else what
        if delivery.error_code == BY_HAND:
            return self.tr("Marked as arrived by you, {time}").format(time=short_time(delivery.changed_at))
        if delivery.error_code == UNDONE:
            return self.tr("Taken back before it was sent")
        told = delivery.state not in _NEEDS_NO_REASON or delivery.error_code == TOO_LATE
        if provider and delivery.error_code and told:
            return translated(provider.explain(delivery.error_code))
        return {
            _S.QUEUED: self.tr("Waiting to be sent"),
            _S.SUBMITTING: self.tr("On its way to the gateway"),
            _S.ACCEPTED: self._taken(delivery, provider),
            _S.REJECTED: self.tr("The gateway refused it"),
            _S.CANCELLED: self.tr("Stopped before it was sent"),
            _S.DELIVERED: "",
            _S.UNDELIVERED: self.tr("It did not reach the phone"),
            _S.EXPIRED: self.tr("The phone was not reached in time"),
        }[delivery.state]

    def _taken(self, delivery: PastDelivery, provider: Provider | None) -> str:
        """What is known of a message that the gateway took."""
        kept_until = self._announcement.send_at if self._announcement else None
        if kept_until is not None and kept_until > datetime.now(UTC):
            return self.tr("The gateway keeps it until {time}").format(time=point_in_time(kept_until))
        if provider is not None and provider.capabilities.status_by is StatusBy.NOTHING:
            return self.tr("Taken by the gateway, which reports no more")
        if datetime.now(UTC) - max(delivery.changed_at, kept_until or delivery.changed_at) > REPORTED_WITHIN:
            return self.tr("No delivery report came")
        return self.tr("No delivery report yet")

    def _next_page(self) -> Sequence[PastDelivery]:
        if self._announcement is None:
            return []
        return self._history.deliveries(self._announcement.id, self._rows[-1].id if self._rows else 0, _PAGE)

    def _keep(self, page: Sequence[PastDelivery]) -> None:
        self._row_of.update((delivery.id, len(self._rows) + place) for place, delivery in enumerate(page))
        self._rows += page
        self._more = len(page) == _PAGE


# What the gateway said of an earlier try is no reason for these.
_NEEDS_NO_REASON = frozenset({_S.SUBMITTING, _S.ACCEPTED, _S.DELIVERED, _S.CANCELLED})


def _recipient(delivery: PastDelivery) -> str:
    number = display(delivery.number)
    return f"{delivery.name} · {number}" if delivery.name else number


def _colour(delivery: PastDelivery) -> QColor:
    return colour(OF_STATE[delivery.state], QGuiApplication.palette())


def _own_words(delivery: PastDelivery, shown: str) -> str:
    """The gateway's own words and code, for whoever asks its support."""
    code = delivery.error_code
    if code in (BY_HAND, UNDONE) or (shown and shown in code):  # said already, or an office's own sentence
        code = ""
    if delivery.error_text and code:
        told = translate("DeliveriesModel", "The gateway said: “{words}” (code {code})")
    elif delivery.error_text:
        told = translate("DeliveriesModel", "The gateway said: “{words}”")
    elif code:
        told = translate("DeliveriesModel", "Code: {code}")
    else:
        return ""
    return told.format(words=delivery.error_text, code=code)


def _cost(delivery: PastDelivery, provider: Provider | None) -> str:
    """What the gateway billed for it, "" where it did not tell."""
    parts = (
        ""
        if delivery.billed_parts is None
        else translate("DeliveriesModel", "%n part(s)", None, 1).count(delivery.billed_parts)
    )
    if delivery.cost is None or provider is None:
        return translate("DeliveriesModel", "The gateway billed {parts}").format(parts=parts) if parts else ""
    cost = amount(Amount(delivery.cost, provider.capabilities.unit))
    if not parts:
        return translate("DeliveriesModel", "Cost {amount} as the gateway billed it").format(amount=cost)
    told = translate("DeliveriesModel", "Cost {amount} for {parts} as the gateway billed it")
    return told.format(amount=cost, parts=parts)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of neighbouring rows, so that few signals tell of many rows."""
    for _, run in groupby(enumerate(rows), key=lambda placed: placed[1] - placed[0]):
        stretch = [row for _, row in run]
        yield stretch[0], stretch[-1]
