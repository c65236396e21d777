from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget

from smsdesk.ui.text.calendars import follow_country, hijri

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAYS = Qt.DayOfWeek


@pytest.mark.parametrize(
    ("day", "locale", "told"),
    [
        (date(2026, 11, 26), "en_GB", "15 Jumada II 1448 AH"),
        (date(2027, 2, 8), "en_GB", "1 Ramadan 1448 AH"),
        (date(1979, 11, 20), "ar_OM", "٢٩ ذو الحجة ١٣٩٩ AH"),
    ],
)
def test_a_day_in_the_islamic_calendar(day: date, locale: str, told: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert hijri(day) == told


@pytest.mark.parametrize(
    ("country", "first", "rest"),
    [
        ("ar_OM", DAYS.Saturday, {DAYS.Friday, DAYS.Saturday}),
        ("ar_SA", DAYS.Sunday, {DAYS.Friday, DAYS.Saturday}),
        ("en_GB", DAYS.Monday, {DAYS.Saturday, DAYS.Sunday}),
    ],
)
def test_the_week_is_the_one_that_people_live_in(
    qtbot: QtBot, country: str, first: Qt.DayOfWeek, rest: set[Qt.DayOfWeek]
) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    follow_country(calendar, QLocale(country))
    assert calendar.firstDayOfWeek() == first
    coloured = {day for day in DAYS if calendar.weekdayTextFormat(day).foreground().color() == Qt.GlobalColor.red}
    assert coloured == rest
