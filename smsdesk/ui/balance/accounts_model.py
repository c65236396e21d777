"""All accounts beside each other: what is left of each, how long it lasts, and what each month cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from smsdesk.domain.money import Amount
from smsdesk.services.balance.overview import Overview
from smsdesk.ui.balance.figures_model import FiguresModel, figures
from smsdesk.ui.balance.forecast_text import rounded
from smsdesk.ui.text.formatting import amount, day_name
from smsdesk.ui.text.translate import translate
from smsdesk.ui.widgets.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class AccountsModel(FiguresModel[Overview]):
    """A row for each account; the newest month stands first, as the most asked for."""

    def __init__(self) -> None:
        super().__init__(Columns())

    def show_overviews(self, told: Sequence[Overview], titles: dict[str, str]) -> None:
        """Show these accounts over the same months, each under its title."""
        starts = [month.start for month in told[0].months] if told else []
        columns: Columns[Overview] = Columns(
            Column("account", self.tr("Account"), lambda row: titles.get(row.account.id, row.account.name), width=34),
            figures("left", self.tr("Left"), _left, 20),
            figures("until", self.tr("At this pace until"), _until, 20),
            *(
                _month(place, start, so_far=place == len(starts) - 1)
                for place, start in reversed(list(enumerate(starts)))
            ),
        )
        self.show_rows(told, columns)


def _month(place: int, start: datetime, *, so_far: bool) -> Column[Overview]:
    name = QLocale().standaloneMonthName(start.month, QLocale.FormatType.LongFormat)
    title = translate("AccountsModel", "{month} so far").format(month=name) if so_far else name
    return figures(f"month{place}", title, lambda told: _spent(told, place), 18)


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
