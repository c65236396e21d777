"""Numbers, amounts, times and states, written the way the user's country writes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.schedule import wall_clock
from smsdesk.ui.text.digits import in_digits_of
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.money import Amount
    from smsdesk.providers.base import Provider


def with_western_digits(system: QLocale) -> QLocale:
    """The system's way to write, but every number in the digits that phone numbers, texts and prices are in.

    Else one line would hold two kinds of digits where the system writes Arabic-Indic ones. A system without a language
    writes as in English: 1,234.
    """
    if system.language() is QLocale.Language.Arabic and system.zeroDigit() != "0":
        return QLocale(QLocale.Language.Arabic, QLocale.Country.UnitedArabEmirates)
    if system.language() is QLocale.Language.C or system.zeroDigit() != "0":
        return QLocale(QLocale.Language.English)
    return system


def decimal(value: Decimal) -> str:
    """An exact decimal with group separators: 1,234.56."""
    units, _, fraction = format(value.copy_abs(), "f").partition(".")
    locale = QLocale()
    shown = locale.toString(int(units))
    if fraction:
        shown += locale.decimalPoint() + in_digits_of(locale, fraction)
    return (locale.negativeSign() if value < 0 else "") + shown


def amount(value: Amount) -> str:
    """An amount with its unit: 1,234.56 credits."""
    if value.unit == "credits" and value.value >= 0 and value.value.as_tuple().exponent == 0:
        return translate("formatting", "%n credit(s)", None, 1).count(int(value.value))
    return translate("formatting", "{amount} {unit}").format(amount=decimal(value.value), unit=unit_name(value.unit))


def unit_name(unit: str) -> str:
    """What amounts are counted in."""
    return translate("formatting", "credits") if unit == "credits" else unit


def moment(when: datetime, now: datetime | None = None) -> str:
    """A time in the past, as short as it can be said: 10:42, Yesterday, 18 Nov, 18 Nov 2025."""
    local = when.astimezone()
    today = (now or datetime.now().astimezone()).date()
    locale = QLocale()
    if local.date() == today:
        return locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if local.date() == today - timedelta(days=1):
        return translate("formatting", "Yesterday")
    pattern = "d MMM" if local.year == today.year else "d MMM yyyy"
    return locale.toString(QDate(local.year, local.month, local.day), pattern)


def day_name(when: datetime, now: datetime | None = None) -> str:
    """A day in full, past or to come: 12 December, 12 December 2027."""
    local = when.astimezone()
    this_year = (now or datetime.now().astimezone()).year
    return QLocale().toString(
        QDate(local.year, local.month, local.day), "d MMMM" if local.year == this_year else "d MMMM yyyy"
    )


def day_and_time(when: datetime, now: datetime | None = None) -> str:
    """A time in the past, within a sentence: today at 10:42, yesterday at 10:42, on 18 Nov at 10:42."""
    local = when.astimezone()
    days = ((now or datetime.now().astimezone()).date() - local.date()).days
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if days == 0:
        return translate("formatting", "today at {time}").format(time=time)
    if days == 1:
        return translate("formatting", "yesterday at {time}").format(time=time)
    return translate("formatting", "on {day} at {time}").format(day=moment(when, now), time=time)


def short_time(when: datetime, now: datetime | None = None) -> str:
    """A time in the past, behind a comma: 10:42, yesterday at 10:42, on 18 Nov at 10:42."""
    today = (now or datetime.now().astimezone()).date()
    return moment(when, now) if when.astimezone().date() == today else day_and_time(when, now)


def stamp(when: datetime, now: datetime | None = None) -> str:
    """A time for a narrow column, with its day where that is not today: 10:42, 18 Nov 10:42, 18 Nov 2025 10:42."""
    local, today = when.astimezone(), (now or datetime.now().astimezone()).date()
    locale = QLocale()
    time = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if local.date() == today:
        return time
    pattern = "d MMM" if local.year == today.year else "d MMM yyyy"
    return f"{locale.toString(QDate(local.year, local.month, local.day), pattern)} {time}"


def time_to_come(when: datetime, now: datetime | None = None) -> str:
    """A time to come for a narrow column: 17:30 today, Thu 07:30 within the week, else 18 Dec 07:30."""
    local, today = when.astimezone(), (now or datetime.now().astimezone()).date()
    if 0 < (local.date() - today).days < 7:
        locale = QLocale()
        time = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
        return f"{locale.toString(QDate(local.year, local.month, local.day), 'ddd')} {time}"
    return stamp(when, now)


def point_in_time(when: datetime) -> str:
    """A time to come, with its day: Sun 22 Nov, 07:30."""
    local = when.astimezone() if when.tzinfo else when
    locale = QLocale()
    day = locale.toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
    time = locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"


def gateway_time(moment: datetime, provider: Provider) -> str:
    """What the gateway's clock says at that moment; "" where it says the same as the clock here."""
    zone = provider.capabilities.wall_clock
    there = wall_clock(moment, zone) if zone else None
    if there is None or zone is None:
        return ""
    place = zone.rpartition("/")[2].replace("_", " ")
    return translate("formatting", "{time} in {place}").format(time=point_in_time(there), place=place)


def ago(when: datetime, now: datetime | None = None) -> str:
    """How long ago: just now, 2 min ago, 3 h ago, or the day."""
    minutes = int(((now or datetime.now().astimezone()) - when).total_seconds() // 60)
    if minutes < 1:
        return translate("formatting", "just now")
    if minutes < 60:
        return translate("formatting", "%n min ago", None, 1).count(minutes)
    if minutes < 24 * 60:
        return translate("formatting", "%n h ago", None, 1).count(minutes // 60)
    return moment(when, now)


def in_a_while(when: datetime, now: datetime | None = None) -> str:
    """How long from now: in 12 s, in 5 min, at any moment."""
    seconds = (when - (now or datetime.now().astimezone())).total_seconds()
    if seconds < 1:
        return translate("formatting", "at any moment")
    if seconds < 60:
        return translate("formatting", "in %n s", None, 1).count(ceil(seconds))
    return translate("formatting", "in %n min", None, 1).count(ceil(seconds / 60))


def duration(seconds: float) -> str:
    """How long something still takes: 40 s left, 3 min left."""
    if seconds < 60:
        return translate("formatting", "%n s left", None, 1).count(max(1, round(seconds)))
    return translate("formatting", "%n min left", None, 1).count(round(seconds / 60))


def state_name(state: DeliveryState) -> str:
    """A delivery's state with its sign; the sign says it without colour."""
    return {
        DeliveryState.QUEUED: translate("formatting", "… waiting"),
        DeliveryState.SUBMITTING: translate("formatting", "→ sending"),
        DeliveryState.ACCEPTED: translate("formatting", "→ accepted"),
        DeliveryState.DELIVERED: translate("formatting", "✓ delivered"),
        DeliveryState.REJECTED: translate("formatting", "✗ rejected"),
        DeliveryState.UNDELIVERED: translate("formatting", "✗ undelivered"),
        DeliveryState.EXPIRED: translate("formatting", "✗ expired"),
        DeliveryState.UNKNOWN: translate("formatting", "? unknown"),
        DeliveryState.CANCELLED: translate("formatting", "– cancelled"),
    }[state]


def comma() -> str:
    """What stands between the pieces of a list: a comma and a blank."""
    return translate("formatting", ", ")


def as_plain_tooltip(text: str) -> str:
    """Text from outside as a tooltip: wrapped, and never taken for markup."""
    if not text:
        return ""
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def without_letter(text: str) -> str:
    """What a button says, without the mark before the letter that presses it with Alt."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))
