"""The announcements of the past as a table, newest first or as they were found, read a page at a time."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from smsdesk.domain.history import AnnouncementOrder
from smsdesk.ui.history.outcome_delegate import COUNTS_ROLE, SIGNS_ROLE, WORDS_ROLE, OutcomeDelegate
from smsdesk.ui.history.scheduled import (
    LATER_ROLE,
    ClockDelegate,
    drawn,
    hijri_day,
    leaves_later,
    sent,
    sent_at_length,
    words,
)
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.providers.base import Provider
    from smsdesk.store.history.history import History
    from smsdesk.ui.history.announcement_notes import BillOf
    from smsdesk.ui.history.reconciliation_text import Bill

    Index = QModelIndex | QPersistentModelIndex

_PAGE = 50
_JUST_LEFT = timedelta(minutes=3)
_ROOT = QModelIndex()


class AnnouncementsModel(QAbstractTableModel):
    """Shows the announcements of a `History`; the first page is read at once.

    Args:
        history: what is shown.
        providers: name the gateways.
        bill_of: what an announcement cost; None while that is not known.
        parent: owns it.
        hijri: the Hijri day has a column, where there is room.

    Signals:
        sort_wanted: the user wants another order.

    Attributes:
        order: what they shall be ordered by, and whether they fall; None for as they were written, the newest first.
    """

    sort_wanted = Signal()

    def __init__(
        self,
        history: History,
        providers: Mapping[str, Provider],
        bill_of: BillOf,
        parent: QObject | None = None,
        *,
        hijri: bool = False,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._providers = providers
        self._bill_of = bill_of
        self._bills: dict[int, tuple[PastAnnouncement, Bill | None]] = {}
        self.columns: Columns[PastAnnouncement] = Columns(
            Column(
                "sent", self.tr("Sent"), sent, width=14, least=11, tooltip=sent_at_length, delegate=ClockDelegate,
                roles={LATER_ROLE: leaves_later}, sort_key=lambda past: past.send_at or past.created_at, fixed=True,
            ),
            *([Column("hijri", self.tr("Hijri"), hijri_day, width=20, needs_room=72, fixed=True)] if hijri else []),
            Column("message", self.tr("Message"), in_one_line, tooltip=lambda past: past.text, fixed=True),
            Column("account", self.tr("Account"), self._account, width=25, needs_room=118, fixed=True),
            Column(
                "people", self.tr("People"), _people, width=10, needs_room=60, sort_key=lambda past: past.people,
                at_the_end=True,
            ),
            Column(
                "outcome", self.tr("Outcome"), self._outcome, width=46, least=31, delegate=OutcomeDelegate,
                roles={COUNTS_ROLE: drawn, WORDS_ROLE: words, SIGNS_ROLE: self._signs},
            ),
        )  # fmt: skip
        self.order: tuple[AnnouncementOrder, bool] | None = None
        self._listed: list[int] | None = None  # what was found so far, in its order; None for all of them
        self._places: dict[int, int] = {}  # of those that are loaded, where they were found
        self._rows = history.page(limit=_PAGE)
        self._more = len(self._rows) == _PAGE

    def announcement(self, row: int) -> PastAnnouncement:
        """The announcement in a row."""
        return self._rows[row]

    def find(self, announcement_id: int) -> PastAnnouncement | None:
        """An announcement as it stood when it was last read; None where it is not loaded."""
        row = self.row_of(announcement_id)
        return None if row is None else self._rows[row]

    def row_of(self, announcement_id: int) -> int | None:
        """Where an announcement is, None where it is not loaded: ids fall from top to bottom where all are shown."""
        if self._listed is not None:
            return self._places.get(announcement_id)
        row = bisect_left(self._rows, -announcement_id, key=lambda past: -past.id)
        return row if row < len(self._rows) and self._rows[row].id == announcement_id else None

    def show_all(self) -> None:
        """Show the newest page of all of them."""
        self.beginResetModel()
        self._listed = None
        self._rows = self._history.page(limit=_PAGE)
        self._more = len(self._rows) == _PAGE
        self.endResetModel()

    def show_listed(self, ids: Sequence[int]) -> None:
        """Show only these, in this order; what comes behind those that are shown already leaves them in place."""
        shown, self._listed = self._listed, list(ids)
        if shown is not None and self._listed[: len(shown)] == shown:
            if len(self._rows) < _PAGE and len(shown) < len(ids):
                self.fetchMore()
            return
        self.beginResetModel()
        self._rows, self._places = [], {}
        self._keep(self._next_listed())
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for this order; -1 for the usual one."""
        falling = order is Qt.SortOrder.DescendingOrder
        wanted = (AnnouncementOrder(self.columns[column].key), falling) if column >= 0 else None
        if wanted != self.order:
            self.order = wanted
            self.sort_wanted.emit()

    def tick(self) -> None:
        """Time has passed: say anew when what is scheduled leaves."""
        now = datetime.now(UTC)
        for row, past in enumerate(self._rows):
            if past.send_at is not None and past.send_at > now - _JUST_LEFT:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columns.last))

    def reload_top(self) -> list[int]:
        """Put what is newer than the first row above it, and give its ids; the rest stays where it is.

        While only what was found is shown, nothing is.
        """
        if self._listed is not None:
            return []
        newest = self._rows[0].id if self._rows else 0
        added: list[PastAnnouncement] = []
        while True:
            page = self._history.page(added[-1].id if added else None, _PAGE)
            new = [past for past in page if past.id > newest]
            added += new
            if len(new) < _PAGE:
                break
        if added:
            self.beginInsertRows(_ROOT, 0, len(added) - 1)
            self._rows[:0] = added
            self.endInsertRows()
        return [past.id for past in added]

    def refresh(self, ids: Iterable[int] | None = None) -> None:
        """Read these announcements again, those that are loaded; None for all of them."""
        wanted = (
            [past.id for past in self._rows] if ids is None else [id_ for id_ in ids if self.row_of(id_) is not None]
        )
        if not wanted:
            return
        for fresh in self._history.announcements(wanted):
            row = self.row_of(fresh.id)
            if row is None or fresh == self._rows[row]:
                continue
            before, self._rows[row] = self._rows[row], fresh
            same_counts = replace(
                fresh, counts=before.counts, part_counts=before.part_counts, unknown_open=before.unknown_open
            )
            as_it_stood = same_counts == before and leaves_later(fresh) is leaves_later(before)
            first = self.columns.first_moving if as_it_stood else 0
            self.dataChanged.emit(self.index(row, first), self.index(row, self.columns.last))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Announcements loaded so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        """Whether there are older ones."""
        more = self._more if self._listed is None else len(self._rows) < len(self._listed)
        return more and not parent.isValid()

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Read the next page of older ones."""
        if parent.isValid() or not self.canFetchMore():
            return
        if self._listed is None:
            page = self._history.page(self._rows[-1].id, _PAGE)
            self._more = len(page) == _PAGE
        else:
            page = self._next_listed()
        if page:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(page) - 1)
            self._keep(page)
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: what it shows, what it says at length, and for the outcome its counts."""
        return self.columns[index.column()].data(self._rows[index.row()], role)

    def _next_listed(self) -> list[PastAnnouncement]:
        """The next page of what was found, in its order."""
        ids = (self._listed or [])[len(self._rows) : len(self._rows) + _PAGE]
        read = {past.id: past for past in self._history.announcements(ids)} if ids else {}
        return [read[id_] for id_ in ids]

    def _keep(self, page: Sequence[PastAnnouncement]) -> None:
        self._places.update((past.id, len(self._rows) + place) for place, past in enumerate(page))
        self._rows += page

    def _account(self, past: PastAnnouncement) -> str:
        provider = self._providers.get(past.provider)
        return f"{provider.title if provider else past.provider} — {past.account_name}"

    def _outcome(self, past: PastAnnouncement) -> str:
        return joined(filter(None, (words(past), *self._remarks(past))))

    def _signs(self, past: PastAnnouncement) -> str:
        asks = translate("AnnouncementsModel", "? {count}").format(count=QLocale().toString(past.unknown_open))
        waiting = asks if past.unknown_open else ""
        return "  ".join(filter(None, (waiting, "≠" if self._surprise(past) else "")))

    def _remarks(self, past: PastAnnouncement) -> Iterator[str]:
        """What the signs mean."""
        if past.unknown_open:
            yield translate("AnnouncementsModel", "%n to decide about", None, 1).count(past.unknown_open)
        surprise = self._surprise(past)
        if surprise:
            yield surprise.text

    def _surprise(self, past: PastAnnouncement) -> Bill | None:
        """The bill, where it is not what was expected; worked out once for what was read once."""
        read, bill = self._bills.get(past.id, (None, None))
        if read is not past:
            bill = self._bill_of(past)
            self._bills[past.id] = past, bill
        return bill if bill is not None and bill.differs else None


def in_one_line(past: PastAnnouncement) -> str:
    """Its text, however many lines it has."""
    return " ".join(past.text.split())


def _people(past: PastAnnouncement) -> str:
    return QLocale().toString(past.people)
