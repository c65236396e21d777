"""How long the balance lasts, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smsdesk.domain.money import Amount
from smsdesk.ui.text.formatting import amount, day_name
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from smsdesk.domain.balance.forecast import Forecast


def forecast_sentence(ahead: Forecast | None) -> str:
    """At this pace until 12 December; "" where there is too little to say."""
    if ahead is None:
        return ""
    if ahead.used_up_at is None:
        return translate("forecast_text", "At this pace for more than a year")
    return translate("forecast_text", "At this pace until {day}").format(day=day_name(ahead.used_up_at))


def pace_of(ahead: Forecast) -> str:
    """What goes in a day: 72 credits a day."""
    return translate("forecast_text", "{amount} a day").format(amount=amount(rounded(ahead.per_day)))


def pace_seen_over(ahead: Forecast) -> str:
    """Over which days that was seen."""
    return translate("forecast_text", "over the last %n day(s)", None, 1).count(ahead.days)


def rounded(value: Amount) -> Amount:
    """As exact as an estimate is: no decimals from ten on or where they are zeros, two below."""
    whole = abs(value.value) >= 10 or value.value == value.value.to_integral_value()
    places = Decimal(1) if whole else Decimal("0.01")
    return Amount(value.value.quantize(places), value.unit)
