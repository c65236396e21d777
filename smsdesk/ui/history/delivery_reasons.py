"""Why a delivery stands where it stands, in words, and the gateway's own words and bill at length."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import BY_HAND, REPORTED_WITHIN, TOO_LATE, UNDONE
from smsdesk.providers.capabilities import StatusBy
from smsdesk.ui.history.unknown_text import sent_again, what_happened
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import amount, point_in_time, short_time
from smsdesk.ui.text.translate import translate, translated

if TYPE_CHECKING:
    from smsdesk.domain.history import PastAnnouncement, PastDelivery
    from smsdesk.providers.base import Provider

_S = DeliveryState


# What the gateway said of an earlier try is no reason for these.
_NEEDS_NO_REASON = frozenset({_S.SUBMITTING, _S.ACCEPTED, _S.DELIVERED, _S.CANCELLED})


def at_length(delivery: PastDelivery, past: PastAnnouncement, provider: Provider | None) -> str:
    """The reason, the gateway's own words and what it billed, a line each."""
    shown = why(delivery, past, provider)
    return "\n".join(filter(None, (shown, _own_words(delivery, shown), _cost(delivery, provider))))


def why(delivery: PastDelivery, past: PastAnnouncement, provider: Provider | None) -> str:
    """The reason the gateway gave, else where the delivery stands."""
    if delivery.state is _S.UNKNOWN:
        what = what_happened(provider, delivery.error_code, [delivery.changed_at])
        return joined([what, sent_again(delivery.sent_again_at)]) if delivery.sent_again_at else what
    if delivery.error_code == BY_HAND:
        return translate("delivery_reasons", "Marked as arrived by you, {time}").format(
            time=short_time(delivery.changed_at)
        )
    if delivery.error_code == UNDONE:
        return translate("delivery_reasons", "Taken back before it was sent")
    told = delivery.state not in _NEEDS_NO_REASON or delivery.error_code == TOO_LATE
    if provider and delivery.error_code and told:
        return translated(provider.explain(delivery.error_code))
    return {
        _S.QUEUED: translate("delivery_reasons", "Waiting to be sent"),
        _S.SUBMITTING: translate("delivery_reasons", "On its way to the gateway"),
        _S.ACCEPTED: _taken(delivery, past, provider),
        _S.REJECTED: translate("delivery_reasons", "The gateway refused it"),
        _S.CANCELLED: translate("delivery_reasons", "Stopped before it was sent"),
        _S.DELIVERED: "",
        _S.UNDELIVERED: translate("delivery_reasons", "It did not reach the phone"),
        _S.EXPIRED: translate("delivery_reasons", "The phone was not reached in time"),
    }[delivery.state]


def _taken(delivery: PastDelivery, past: PastAnnouncement, provider: Provider | None) -> str:
    """What is known of a message that the gateway took."""
    kept_until = past.send_at
    if kept_until is not None and kept_until > datetime.now(UTC):
        return translate("delivery_reasons", "The gateway keeps it until {time}").format(time=point_in_time(kept_until))
    if provider is not None and provider.capabilities.status_by is StatusBy.NOTHING:
        return translate("delivery_reasons", "Taken by the gateway, which reports no more")
    if datetime.now(UTC) - max(delivery.changed_at, kept_until or delivery.changed_at) > REPORTED_WITHIN:
        return translate("delivery_reasons", "No delivery report came")
    return translate("delivery_reasons", "No delivery report yet")


def _own_words(delivery: PastDelivery, shown: str) -> str:
    """The gateway's own words and code, for whoever asks its support."""
    code = delivery.error_code
    if code in (BY_HAND, UNDONE) or (shown and shown in code):  # said already, or an office's own sentence
        code = ""
    if delivery.error_text and code:
        told = translate("delivery_reasons", "The gateway said: “{words}” (code {code})")
    elif delivery.error_text:
        told = translate("delivery_reasons", "The gateway said: “{words}”")
    elif code:
        told = translate("delivery_reasons", "Code: {code}")
    else:
        return ""
    return told.format(words=delivery.error_text, code=code)


def _cost(delivery: PastDelivery, provider: Provider | None) -> str:
    """What the gateway billed for it, "" where it did not tell."""
    parts = (
        ""
        if delivery.billed_parts is None
        else translate("delivery_reasons", "%n part(s)", None, 1).count(delivery.billed_parts)
    )
    if delivery.cost is None or provider is None:
        return translate("delivery_reasons", "The gateway billed {parts}").format(parts=parts) if parts else ""
    cost = amount(Amount(delivery.cost, provider.capabilities.unit))
    if not parts:
        return translate("delivery_reasons", "Cost {amount} as the gateway billed it").format(amount=cost)
    told = translate("delivery_reasons", "Cost {amount} for {parts} as the gateway billed it")
    return told.format(amount=cost, parts=parts)
