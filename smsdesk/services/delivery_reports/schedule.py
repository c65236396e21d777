"""When a gateway is asked what became of a message that it accepted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from smsdesk.domain.outcome import REPORTED_WITHIN
from smsdesk.providers.capabilities import StatusBy

if TYPE_CHECKING:
    from smsdesk.providers.base import Provider

FIRST_AFTER = timedelta(seconds=15)
AT_MOST_EVERY = timedelta(hours=1)
GIVE_UP_AFTER = REPORTED_WITHIN


def first_check(provider: Provider, accepted_at: datetime) -> datetime | None:
    """When to ask about a message that is accepted now; None where the gateway can't be asked."""
    return accepted_at + FIRST_AFTER if provider.capabilities.status_by is StatusBy.ASKING else None


def next_check(accepted_at: datetime, now: datetime) -> datetime | None:
    """When to ask again: ever more seldom the older the message is; None after 48 hours.

    Never later than in an hour, even where it seems to be accepted in a time to come: the clock has been set back.
    """
    end = accepted_at + GIVE_UP_AFTER
    if now >= end:
        return None
    pause = min(max(abs(now - accepted_at) / 2, FIRST_AFTER), AT_MOST_EVERY)
    return min(now + pause, end)
