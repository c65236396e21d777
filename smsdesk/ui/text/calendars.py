"""The calendars beside the usual one: the Hijri day of a date, and how the weeks of a country run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCalendar, QDate, QDateTime, QLocale, Qt, QTime

from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QCalendarWidget

_MIDNIGHT = QTime(0, 0)


def hijri(day: date) -> str:
    """The same day in the Islamic calendar: 16 Jumada II 1448 AH.

    It is reckoned (the civil calendar, in cycles of thirty years), not seen: where a month begins with the new moon
    that was sighted, it may be a day off.
    """
    given = QDate(day.year, day.month, day.day)
    calendar = QCalendar(QCalendar.System.IslamicCivil)
    told = calendar.dateTimeToString("d MMMM yyyy", QDateTime(given, _MIDNIGHT), given, _MIDNIGHT, QLocale())
    return translate("calendars", "{day} AH").format(day=told)


def follow_country(calendar: QCalendarWidget, country: QLocale) -> None:
    """Begin the weeks of a calendar on this country's first day, and tell its days of rest by their colour.

    Numbers and dates may be written as another country does, for its digits; the week is the one that people live in.
    """
    calendar.setFirstDayOfWeek(country.firstDayOfWeek())
    rest, work = (calendar.weekdayTextFormat(day) for day in (Qt.DayOfWeek.Sunday, Qt.DayOfWeek.Monday))
    for day in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(day, work if day in country.weekdays() else rest)
