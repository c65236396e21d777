"""What was sent, as it stands now: one press of Send, and one recipient's copy of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from smsdesk.domain.delivery import TAKEN, DeliveryState
from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

_MAY_LEAVE_LATER = (DeliveryState.QUEUED, DeliveryState.SUBMITTING, DeliveryState.ACCEPTED)
_MAY_STILL_COST = (DeliveryState.QUEUED, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN)


class AnnouncementKind(StrEnum):
    """What announcements can be looked through for; one may be of several kinds, or of none."""

    DOUBTFUL = "doubtful"
    """Something of it has failed, or is unknown."""
    SCHEDULED = "scheduled"
    """Something of it shall leave at a time to come."""
    WAITING = "waiting"
    """Something of it waits to leave, at no time to come."""


class AnnouncementOrder(StrEnum):
    """What announcements can be ordered by."""

    SENT = "sent"
    MESSAGE = "message"
    ACCOUNT = "account"
    PEOPLE = "people"
    OUTCOME = "outcome"
    """By how many have failed or are unknown."""


class DeliveryOrder(StrEnum):
    """What the deliveries of an announcement can be ordered by."""

    NAME = "name"
    NUMBER = "number"
    STATE = "state"
    """From what needs a person's eye to what does not."""
    TIME = "time"


@frozen
class PastAnnouncement:
    """One press of Send, and what became of it.

    Attributes:
        counts: how many deliveries stand in which state.
        part_counts: the parts of these deliveries, by state.
        unknown_open: how many unknown ones nobody decided about.
        price_per_part: what was expected when it was confirmed.
        charged: by how much the balance really went down.
        charged_others: how many other announcements the balance paid for meanwhile; None while that is not known.
        billed: what those deliveries cost together whose cost the gateway told.
        billed_copies: how many those are.
    """

    id: int
    account_id: str
    account_name: str
    provider: str
    text: str
    sender: str
    parts: int
    created_at: datetime
    send_at: datetime | None
    counts: Mapping[DeliveryState, int]
    part_counts: Mapping[DeliveryState, int]
    unknown_open: int = 0
    price_per_part: Decimal | None = None
    charged: Decimal | None = None
    charged_others: int | None = None
    billed: Decimal | None = None
    billed_copies: int = 0

    @property
    def cost(self) -> Decimal | None:
        """What it cost, exactly: the gateway told it of every copy that it took, and no other may still cost."""
        if any(self.counts.get(state) for state in _MAY_STILL_COST):
            return None
        return self.billed if self.billed_copies == sum(self.counts.get(state, 0) for state in TAKEN) else None

    def leaves_later(self, now: datetime) -> bool:
        """Whether something of it shall leave at a time that has not come yet."""
        if self.send_at is None or self.send_at <= now:
            return False
        return any(self.counts.get(state) for state in _MAY_LEAVE_LATER)

    @property
    def people(self) -> int:
        """How many recipients it had."""
        return sum(self.counts.values())


@frozen
class PastDelivery:
    """One recipient's copy.

    It tells where it stands, the gateway's code and words if it said any, when it was sent again, and the parts and
    the cost that the gateway billed, where it told.
    """

    id: int
    number: str
    name: str
    state: DeliveryState
    message_id: str
    error_code: str
    error_text: str
    changed_at: datetime
    sent_again_at: datetime | None = None
    billed_parts: int | None = None
    cost: Decimal | None = None


@frozen
class Unreached:
    """How many people an announcement did not reach, and for how many it was stopped, who were not tried again."""

    failed: int
    never_sent: int
