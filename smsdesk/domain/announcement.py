"""One text for one list of people, as it was confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from smsdesk.domain.draft import Draft


@frozen
class Recipient:
    """One recipient of an announcement.

    Attributes:
        number: E.164.
        name: "" when there is none.
        resend_of: the delivery that this one is sent again for.
        text: what this recipient gets instead of the announcement's text; None for that.
        parts: the counted parts of `text`; None without one.
    """

    number: str
    name: str = ""
    resend_of: int | None = None
    text: str | None = None
    parts: int | None = None

    def __post_init__(self) -> None:
        """A text is billed by its own parts: neither stands without the other."""
        if (self.text is None) != (self.parts is None):
            raise ValueError("a text of its own comes with its parts")


@frozen
class Announcement:
    """What the user confirmed: one text for one list of people.

    Attributes:
        account_id: the account that it goes with.
        text: the message.
        sender: the sender ID, "" where the gateway takes none.
        parts: the counted parts of one copy of `text`.
        recipients: who gets it.
        one_by_one: each goes in a submission alone.
        send_at: when the gateway shall let it out (UTC); None for at once.
        draft_left: what remains of the draft: saved with it or not at all, so that no start offers it once more.
        price_per_part: what a part is expected to cost; None where that is unknown.
    """

    account_id: str
    text: str
    sender: str
    parts: int
    recipients: tuple[Recipient, ...]
    one_by_one: bool = False
    send_at: datetime | None = None
    draft_left: Draft | None = None
    price_per_part: Decimal | None = None
