"""Finds what the history lists: what was typed, the kind that was chosen, and the order that was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from smsdesk.domain.history import AnnouncementOrder
from smsdesk.ui.history.finding.latest_reading import LatestReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smsdesk.domain.history import AnnouncementKind
    from smsdesk.store.history.ordering import HistoryOrdering
    from smsdesk.store.history.search import HistorySearch
    from smsdesk.ui.history.announcements_model import AnnouncementsModel
    from smsdesk.ui.history.finding.kind_chips import KindChips
    from smsdesk.ui.history.finding.search_field import SearchField

Found: TypeAlias = "tuple[list[int], bool]"
"""Announcements' ids so far, and whether that is all."""

_LOOK_AGAIN_MS = 1_000
"""After something has changed: while messages leave, much does."""


class Finding(QObject):
    """Has the model show what is wanted. Where that is all, newest first, it is there at once; else a moment later.

    Args:
        model: shows the announcements.
        search: finds what was typed.
        ordering: orders them, and counts them for the chips.
        field: where one types.
        chips: of the kinds.
        nobody_reads: whether rows may come, go and change their places.

    Signals:
        shown: other announcements may be listed now, or in another order.
    """

    shown = Signal()

    def __init__(
        self,
        model: AnnouncementsModel,
        search: HistorySearch,
        ordering: HistoryOrdering,
        field: SearchField,
        chips: KindChips,
        nobody_reads: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._search = search
        self._ordering = ordering
        self._field = field
        self._chips = chips
        self._nobody_reads = nobody_reads
        self._none_found = False
        self._stale = self._begun = False
        self._reading, self._counting = LatestReading(parent), LatestReading(parent)
        self._again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._reading.told.connect(self._show)
        self._counting.told.connect(chips.set_counts)
        field.textChanged.connect(self.look)
        chips.chosen.connect(self.look)
        model.sort_wanted.connect(self.look)

    @property
    def everything(self) -> bool:
        """Whether all announcements are listed, the newest first."""
        return not (self.typed or self._chips.shown or self._model.order)

    @property
    def narrowed(self) -> bool:
        """Whether only some are listed."""
        return bool(self.typed or self._chips.shown)

    @property
    def typed(self) -> str:
        """What is searched for; "" for nothing."""
        return self._field.text().strip()

    @property
    def none_found(self) -> bool:
        """Whether nothing is listed because nothing is like that."""
        return self._none_found and self.narrowed

    def begin(self) -> None:
        """Read from now on; until then what is wanted is only noted."""
        self._begun = True
        self.count()
        if not self.everything:
            self.look()

    def look(self) -> None:
        """List what is wanted now."""
        if not self._begun:
            return
        self._stale = False
        if self.everything:
            self._reading.give_up()
            self._none_found = False
            self._model.show_all()
            self.shown.emit()
        else:
            self._reading.read(self._steps(self.typed, self._chips.shown, self._model.order))

    def forget(self) -> None:
        """List all of them again, in whatever order."""
        if self.everything:
            return
        self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(False)
        self._chips.choose(None)
        self.look()

    def added(self) -> None:
        """There is a new one; it shows up at once where that disturbs nobody."""
        if self.typed or self._nobody_reads():
            self.look()
        else:
            self.changed()
        self.count()

    def count(self) -> None:
        """Count anew what there is of each kind."""
        if not self._begun:
            return
        ordering = self._ordering

        def steps() -> Iterator[object]:
            yield ordering.counts(datetime.now(UTC))

        self._counting.read(steps())

    def changed(self) -> None:
        """Something moved on: count anew soon, and let what is listed follow as soon as nobody reads."""
        self._stale = self._stale or not self.everything
        if not self._again.isActive():
            self._again.start()

    def _look_again(self) -> None:
        if not self._counting.busy:
            self.count()
        if self._stale and not self._reading.busy and self._nobody_reads():
            self.look()

    def _show(self, found: Found) -> None:
        ids, is_all = found
        self._none_found = is_all and not ids
        self._model.show_listed(ids)
        self.shown.emit()

    def _steps(
        self, typed: str, only: AnnouncementKind | None, order: tuple[AnnouncementOrder, bool] | None
    ) -> Iterator[Found | None]:
        """On the thread: nothing of the window is touched."""
        as_usual, found = only is None and order is None, None
        if typed:
            for told in self._searched(typed):
                found = told[0] if told else found
                yield told if as_usual else None
        if not as_usual:
            by, falling = order or (AnnouncementOrder.SENT, True)
            among = None if found is None else frozenset(found)
            now = datetime.now(UTC)
            for piece in self._ordering.announcements(by, falling=falling, now=now, only=only, among=among):
                yield None if piece is None else (piece, True)

    def _searched(self, typed: str) -> Iterator[Found | None]:
        """What is found, more and more of it, the newest first; None while it is not worth telling."""
        from smsdesk.store.history.search import Wanted  # SQLAlchemy: not before it is needed

        wanted = Wanted.of(typed)
        ids, told, below = set(self._search.texts(wanted)), -1, None
        while below != 0:
            step = self._search.people(wanted, below)
            below = step.below
            ids.update(step.ids)
            sure = sorted((each for each in ids if below == 0 or each > step.through), reverse=True)
            if below == 0 or (len(sure) != told and (told < 1 or len(sure) >= 2 * told)):
                told = len(sure)
                yield sure, below == 0
            else:
                yield None
