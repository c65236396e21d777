"""What an announcement costs, said in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from smsdesk.ui.text.characters import character_name
from smsdesk.ui.text.digits import whole
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import amount, comma, decimal
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.money import Cost
    from smsdesk.domain.segments import Forcing, SmsInfo
    from smsdesk.services.sending.review import Unicode

_NAMED = 3


def price_sentence(cost: Cost) -> str:
    """People times parts, and the price where it is known: "" as long as there is nothing."""
    if not cost.people or not cost.parts:
        return ""
    people = translate("cost", "%n person(s)", None, 1).count(cost.people)
    parts = translate("cost", "%n part(s)", None, 1).count(cost.parts)
    if cost.price is None:
        total = translate("cost", "%n part(s)", None, 1).count(cost.total_parts)
        return translate("cost", "{people} × {parts} = {total} · price unknown").format(
            people=people, parts=parts, total=total
        )
    price = amount(cost.price)
    return translate("cost", "{people} × {parts} = {price}").format(people=people, parts=parts, price=price)


def left_sentence(cost: Cost, low_mark: Decimal | None) -> str:
    """What is left when that is paid, and whether that is little: "" where it is not known."""
    if not price_sentence(cost) or cost.left is None:
        return ""
    if low_mark is not None and cost.left.value < low_mark:
        return translate("cost", "{left} left after: below the low mark").format(left=decimal(cost.left.value))
    return translate("cost", "{left} left after").format(left=decimal(cost.left.value))


def cost_sentence(cost: Cost) -> str:
    """People times parts, the price where it is known, and what will be left: "" as long as there is nothing."""
    price = price_sentence(cost)
    if not price or cost.left is None:
        return price
    return translate("cost", "{price} · {left} left after").format(price=price, left=amount(cost.left))


def segment_summary(info: SmsInfo) -> str:
    """A text's parts, units and encoding: 2 parts · 161/306 · GSM-7."""
    parts = translate("cost", "%n part(s)", None, 1).count(info.segments)
    return joined([parts, f"{whole(info.units)}/{whole(info.capacity)}", info.encoding])


def forcing_sentence(unicode: Unicode, parts: int) -> str:
    """What forces Unicode, and what that costs."""
    if not unicode.avoidable:
        return ""
    named = joined((_named(each) for each in unicode.avoidable[:_NAMED]), comma())
    more = len(unicode.avoidable) - _NAMED
    if more > 0:
        named = translate("cost", "{named} and %n more", None, 1).count(more).format(named=named)
    if parts == unicode.parts_without:
        return translate("cost", "Because of {named} only 70 characters fit in a message instead of 160.").format(
            named=named
        )
    count = translate("cost", "%n part(s)", None, 1).count(parts)
    return translate("cost", "Because of {named} this is {count} instead of {without}.").format(
        named=named, count=count, without=QLocale().toString(unicode.parts_without)
    )


def _named(forcing: Forcing) -> str:
    name = character_name(forcing)
    if forcing.invisible:
        return translate("cost", "an invisible character ({name})").format(name=name)
    if not name:
        return forcing.character
    return translate("cost", "{character} ({name})").format(character=forcing.character, name=name)
