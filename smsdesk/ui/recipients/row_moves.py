"""How the table follows the list: rows come, go and move under the views' eyes, and the model is never reset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex

from smsdesk.ui.recipients.shown_rows import only_run, runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smsdesk.domain.recipients.list import RecipientList
    from smsdesk.domain.recipients.rows import Seat
    from smsdesk.ui.recipients.recipients_model import RecipientsModel
    from smsdesk.ui.recipients.shown_rows import ShownRows

_ROOT: Final = QModelIndex()
_FEW: Final = 300
_FEW_SORTED: Final = 30  # where each must be looked for
_FEW_HELD: Final = 10


class RowMoves:
    """Tells the views of a model what becomes of its rows.

    Args:
        model: it.
        shown: its rows; changed only here.
        recipients: the list behind them.
    """

    def __init__(self, model: RecipientsModel, shown: ShownRows, recipients: RecipientList) -> None:
        self._model = model
        self._shown = shown
        self._recipients = recipients

    def follow(self) -> None:
        """Show what has become of the list."""
        touched = self._recipients.take_touched()
        if touched is None or len(touched) > (_FEW if self._shown.key is None else _FEW_SORTED):
            self.show(self._shown.wanted())
            self._redraw(0, len(self._shown.seats) - 1)
        elif touched:
            self._follow_few(touched)

    def show(self, wanted: list[Seat]) -> None:
        """Show these: what goes is taken out, what comes is put in, the rest moves."""
        shown = self._shown
        before = len(shown.seats)
        if wanted[:before] == shown.seats:  # nothing but more at the end, mostly nothing at all
            if len(wanted) > before:
                self._put(before, wanted[before:])
            return
        kept = set(wanted)
        if kept.isdisjoint(shown.seats):
            self._take(0, before - 1)
            if wanted:
                self._put(0, wanted)
            return
        staying = [seat for seat in shown.seats if seat in kept]
        if len(staying) < len(shown.seats):
            gone = len(shown.seats) - len(staying)
            first = only_run(shown.seats, kept, gone)
            if first < 0:
                first = len(staying)
                self.move([*staying, *(seat for seat in shown.seats if seat not in kept)])
            self._take(first, first + gone - 1)
        if len(wanted) > len(staying):
            there = set(staying)
            first = only_run(wanted, there, len(wanted) - len(staying))
            coming = [seat for seat in wanted if seat not in there]
            if first >= 0 and wanted[:first] == staying[:first]:
                self._put(first, coming)
            else:
                self._put(len(staying), coming)
        self.move(wanted)

    def _follow_few(self, touched: Iterable[Seat]) -> None:
        shown, there = self._shown, self._recipients.holds
        going: list[int] = []
        changed: list[int] = []
        coming: list[Seat] = []
        for seat in touched:
            row = shown.row_of(seat)
            # What was looked for and then mended stays in sight until something else is looked for.
            stays = there(seat) and (shown.fits(seat) or (row >= 0 and shown.only is not None))
            if row >= 0:
                (changed if stays else going).append(row)
            elif stays:
                coming.append(seat)
        for first, last in runs(sorted(changed)):
            self._redraw(first, last)
        for first, last in reversed(runs(sorted(going))):
            self._take(first, last)
        coming.sort(key=shown.sorting, reverse=shown.descending)
        places: dict[int, list[Seat]] = {}
        for seat in coming:
            places.setdefault(shown.place_for(seat), []).append(seat)
        for place in sorted(places, reverse=True):
            self._put(place, places[place])

    def _take(self, first: int, last: int) -> None:
        self._model.beginRemoveRows(_ROOT, first, last)
        del self._shown.seats[first : last + 1]
        self._model.endRemoveRows()

    def _put(self, first: int, seats: list[Seat]) -> None:
        self._model.beginInsertRows(_ROOT, first, first + len(seats) - 1)
        self._shown.seats[first:first] = seats
        self._model.endInsertRows()

    def move(self, wanted: list[Seat]) -> None:
        """Bring the same rows into another order; what is chosen stays chosen."""
        model, before = self._model, self._shown.seats
        if wanted == before:
            return
        model.layoutAboutToBeChanged.emit()
        held = model.persistentIndexList()
        self._shown.seats = wanted
        if held:
            seats = {before[index.row()] for index in held}
            many = len(seats) > _FEW_HELD
            rows = (
                {seat: row for row, seat in enumerate(wanted)} if many else {seat: wanted.index(seat) for seat in seats}
            )
            moved = [model.index(rows[before[index.row()]], index.column()) for index in held]
            model.changePersistentIndexList(held, moved)
        model.layoutChanged.emit()

    def _redraw(self, first: int, last: int) -> None:
        if first <= last:
            model = self._model
            model.dataChanged.emit(model.index(first, 0), model.index(last, len(model.columns) - 1))
