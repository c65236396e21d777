"""The status that comes back for a message which a gateway accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.delivery import DeliveryState


@frozen
class DeliveryReport:
    """What became of a message after the gateway took it, polled or reported.

    Attributes:
        message_id: the gateway's id of the message; "" where an answer to our own question does not name it.
        number: the recipient as E.164, "" where the gateway does not say.
        state: delivered, undelivered or expired; None while nothing final is known.
        code: the gateway's own status code.
        words: the gateway's own words.
        parts: how many parts the gateway billed; None where it does not say.
        cost: what the message cost in all its parts, in the gateway's unit; None where it does not say.
    """

    message_id: str
    number: str
    state: DeliveryState | None
    code: str
    words: str = ""
    parts: int | None = None
    cost: Decimal | None = None
