"""All accounts beside each other: what is left of each, how long it lasts, and what each month cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from smsdesk.domain.money import Amount
from smsdesk.ui.balance.forecast_text import rounded
from smsdesk.ui.text.formatting import amount, day_name
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.services.balance.overview import Overview

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_AT_THE_END: dict[int, Callable[[Overview], object]] = {
    Qt.ItemDataRole.TextAlignmentRole: lambda _row: Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
}


class AccountsModel(QAbstractTableModel):
    """A row for each account; the newest month stands first, as the most asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self._rows: Sequence[Overview] = ()
        self.columns: Columns[Overview] = self._columns_for(0)

    def show_overviews(self, told: Sequence[Overview], titles: dict[str, str]) -> None:
        """Show these accounts over the same months, each under its title."""
        self.beginResetModel()
        self._rows, self._titles = tuple(told), titles
        self.columns = self._columns_for(len(told[0].months) if told else 0)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each account."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Three, and one for each month."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles, each over its figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section > self.columns.place("account"):
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return self.columns.header(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        return self.columns[index.column()].data(self._rows[index.row()], role)

    def _columns_for(self, months: int) -> Columns[Overview]:
        return Columns(
            Column("account", self.tr("Account"), self._title_of, width=34),
            Column("left", self.tr("Left"), _left, width=20, roles=_AT_THE_END),
            Column("until", self.tr("At this pace until"), _until, width=20, roles=_AT_THE_END),
            *(self._month(place, months) for place in range(months - 1, -1, -1)),
        )

    def _title_of(self, told: Overview) -> str:
        return self._titles.get(told.account.id, told.account.name)

    def _month(self, place: int, months: int) -> Column[Overview]:
        name = QLocale().standaloneMonthName(self._rows[0].months[place].start.month, QLocale.FormatType.LongFormat)
        title = self.tr("{month} so far").format(month=name) if place == months - 1 else name
        return Column(f"month{place}", title, lambda told: _spent(told, place), width=18, roles=_AT_THE_END)


def _left(told: Overview) -> str:
    return "" if told.newest is None else amount(told.newest.amount)


def _until(told: Overview) -> str:
    used_up = told.forecast.used_up_at if told.forecast else None
    return "" if used_up is None else day_name(used_up)


def _spent(told: Overview, place: int) -> str:
    month = told.months[place]
    if month.cost is None:
        return translate("AccountsModel", "%n part(s)", None, 1).count(month.parts)
    return amount(rounded(Amount(month.cost, told.unit)))
