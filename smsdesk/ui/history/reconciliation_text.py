"""The bill of an announcement, and what speaks for or against messages having been sent, in words."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from smsdesk.domain.charge import Judgement, Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.frozen import frozen
from smsdesk.domain.money import Amount
from smsdesk.domain.phone_numbers import display
from smsdesk.services.balance.evidence import BalanceEvidence, NoEvidence, ReportEvidence
from smsdesk.ui.text.directions import left_to_right
from smsdesk.ui.text.formatting import amount, day_and_time, moment
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.services.balance.evidence import BillNote, Evidence, EvidenceValue


@frozen
class Bill:
    """What an announcement really cost, in words, and whether that is not what was expected."""

    text: str
    differs: bool


class EvidenceText:
    """Finds evidence and says it."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def about_unknown(self, announcement_id: int, delivery_ids: Sequence[int]) -> list[str]:
        """What speaks for or against these deliveries of an announcement having been sent, a line each."""
        return [say_evidence(each) for each in self._evidence.about_unknown(announcement_id, delivery_ids)]

    def bill_of(self, past: PastAnnouncement) -> Bill | None:
        """An announcement's bill, None while it is not known."""
        note = self._evidence.about_bill(past)
        return None if note is None else Bill(say_bill(note), note.differs)


def say_bill(note: BillNote) -> str:
    """What an announcement really cost, and what was expected."""
    if note.billed:
        return _say_billed(note)
    if note.judgement is Judgement.WENT_UP:
        text = translate(
            "reconciliation_text", "The balance went up by {amount} while this was sent: it was probably topped up."
        )
        return text.format(amount=_money(note.went_down))
    if note.judgement is Judgement.SHARED:
        shared = translate(
            "reconciliation_text",
            "The balance went down by {amount} while this and %n other announcement(s) were sent.",
            None,
            1,
        )
        return shared.count(note.others).format(amount=_money(note.went_down))
    if note.judgement is Judgement.MATCHES:
        return translate("reconciliation_text", "Cost {amount}, as expected.").format(amount=_money(note.went_down))
    if note.least is None or note.most is None:
        return translate("reconciliation_text", "The balance went down by {amount}.").format(
            amount=_money(note.went_down)
        )
    if note.least == note.most:
        text = translate("reconciliation_text", "The balance went down by {amount}; expected: {expected}.")
        return text.format(amount=_money(note.went_down), expected=_money(note.least))
    text = translate("reconciliation_text", "The balance went down by {amount}; expected: {least} to {most}.")
    return text.format(amount=_money(note.went_down), least=_money(note.least), most=_money(note.most))


def _say_billed(note: BillNote) -> str:
    if note.differs and note.least is not None:
        text = translate("reconciliation_text", "Cost {amount} as the gateway billed it; expected: {expected}.")
        return text.format(amount=_money(note.went_down), expected=_money(note.least))
    text = translate("reconciliation_text", "Cost {amount} as the gateway billed it.")
    return text.format(amount=_money(note.went_down))


def say_evidence(value: EvidenceValue) -> str:
    """One piece of evidence."""
    if isinstance(value, BalanceEvidence):
        return _say_balance(value)
    if isinstance(value, ReportEvidence):
        return _say_report(value)
    return _say_nothing(value)


def _say_balance(value: BalanceEvidence) -> str:
    when, down = _between(value.before, value.after), value.went_down
    if down.value < 0:
        text = translate("reconciliation_text", "{when}, the balance went up by {amount}: it was probably topped up.")
    elif value.others:
        shared = translate(
            "reconciliation_text",
            "{when}, the balance went down by {amount}, while %n other announcement(s) went out as well.",
            None,
            1,
        )
        text = shared.count(value.others)
    elif value.speaks_for is Likelihood.SENT:
        text = translate(
            "reconciliation_text",
            "{when}, the balance went down by {amount}: as much as if everything unknown of that time had been sent.",
        )
    elif value.speaks_for is Likelihood.NOT_SENT and down.value == 0:
        text = translate(
            "reconciliation_text", "{when}, the balance did not change: what is unknown was probably not sent."
        )
    elif value.speaks_for is Likelihood.NOT_SENT:
        text = translate(
            "reconciliation_text",
            "{when}, the balance went down by {amount}: just what the other messages cost. "
            "What is unknown was probably not sent.",
        )
    elif value.known is not None and value.unknown is not None and value.unknown.value > 0:
        text = translate(
            "reconciliation_text",
            "{when}, the balance went down by {amount}. What was surely sent costs {known}, what is unknown {unknown}.",
        )
        return text.format(when=when, amount=_money(down), known=_money(value.known), unknown=_money(value.unknown))
    else:
        text = translate("reconciliation_text", "{when}, the balance went down by {amount}.")
    return text.format(when=when, amount=_money(down))


def _say_report(value: ReportEvidence) -> str:
    text = translate("reconciliation_text", "A delivery report for {number} came {time}: {state}.")
    number = left_to_right(display(value.number))
    return text.format(number=number, time=day_and_time(value.received_at), state=_state(value.state))


def _say_nothing(value: NoEvidence) -> str:
    text = translate(
        "reconciliation_text",
        "{gateway} tells neither balance nor status: ask the people, or look at the gateway's own web page.",
    )
    return text.format(gateway=value.gateway)


def _between(before: datetime, after: datetime) -> str:
    """When that was: "At 10:41", "Between 10:41 and 10:43", "Yesterday, between 10:41 and 10:43"."""
    first, last = _clock(before), _clock(after)
    day, last_day = _day(before), _day(after)
    if day != last_day:
        first, last = day_and_time(before), day_and_time(after)
        return translate("reconciliation_text", "From {first} to {last}").format(first=first, last=last)
    if day:
        when = translate("reconciliation_text", "{day}, between {first} and {last}")
        return when.format(day=day, first=first, last=last)
    if first == last:
        return translate("reconciliation_text", "At {time}").format(time=first)
    return translate("reconciliation_text", "Between {first} and {last}").format(first=first, last=last)


def _clock(when: datetime) -> str:
    local = when.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def _day(when: datetime) -> str:
    """The day, "" for today."""
    return "" if when.astimezone().date() == datetime.now().astimezone().date() else moment(when)


def _state(state: DeliveryState | None) -> str:
    if state is DeliveryState.DELIVERED:
        return translate("reconciliation_text", "delivered")
    if state is DeliveryState.UNDELIVERED:
        return translate("reconciliation_text", "not delivered")
    if state is DeliveryState.EXPIRED:
        return translate("reconciliation_text", "expired")
    return translate("reconciliation_text", "on its way")


def _money(value: Amount) -> str:
    """An amount without its sign, and whole where it is whole: gateways write 2.00 for what costs 2."""
    size = value.value.copy_abs()
    whole = size.to_integral_value()
    return amount(Amount(Decimal(int(whole)) if size == whole else size, value.unit))
