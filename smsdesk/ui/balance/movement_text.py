"""What moved the balance, in words: for the table, for the bubble, and for a screen reader."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from smsdesk.domain.balance.movements import Kind
from smsdesk.domain.money import Amount
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import amount, day_name, decimal
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.balance.movements import Movement

_LONGEST = 60
"""Characters of a text by which it is named."""


def what(movement: Movement) -> str:
    """An announcement by its text, a top-up with its arrow, or that it was something else."""
    if movement.kind is Kind.TOP_UP:
        return translate("movement_text", "↑ Top-up")
    if movement.sent is None:
        return translate("movement_text", "Something else")
    told = " ".join(movement.sent.text.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rstrip()}…"


def when(at: datetime, now: datetime | None = None) -> str:
    """The day in full; with the time as long as that is remembered: Today, 10:31."""
    local = at.astimezone()
    days = ((now or datetime.now().astimezone()).date() - local.date()).days
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if days == 0:
        return translate("movement_text", "Today, {time}").format(time=time)
    if days == 1:
        return translate("movement_text", "Yesterday, {time}").format(time=time)
    return day_name(at, now)


def people_and_parts(movement: Movement) -> str:
    """214 × 3; "" where nothing was sent."""
    sent = movement.sent
    if sent is None:
        return ""
    number = QLocale().toString
    return translate("movement_text", "{people} × {parts}").format(
        people=number(sent.people), parts=number(sent.parts)
    )  # fmt: skip


def people_and_parts_in_words(movement: Movement) -> str:
    """214 people × 3 parts."""
    if movement.sent is None:
        return ""
    people = translate("movement_text", "%n person(s)", None, 1).count(movement.sent.people)
    parts = translate("movement_text", "%n part(s)", None, 1).count(movement.sent.parts)
    return translate("movement_text", "{people} × {parts}").format(people=people, parts=parts)


def signed(value: Decimal | None) -> str:
    """A change with its sign; "" where it is not known."""
    if value is None:
        return ""
    told = decimal(_plain(value))
    return f"{QLocale().positiveSign()}{told}" if value > 0 else told


def words(movement: Movement, unit: str) -> tuple[str, ...]:
    """All that is known of it, line by line: what, when and to whom, and the money."""
    change, after = movement.change, movement.after
    money = []
    if change is not None:
        told = amount(Amount(_plain(change), unit))
        money.append(f"{QLocale().positiveSign()}{told}" if change > 0 else told)
    if after is not None:
        money.append(translate("movement_text", "{amount} left").format(amount=decimal(after)))
    whom = joined(filter(None, [when(movement.at), people_and_parts_in_words(movement)]))
    return tuple(filter(None, [what(movement), whom, joined(money)]))


def _plain(value: Decimal) -> Decimal:
    """Without decimals where they are zeros: it is the difference of two balances."""
    whole = value.to_integral_value()
    return whole if whole == value else value
