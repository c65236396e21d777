"""Fills an outbox and lets a gateway answer for it, without lanes and without a gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.outcome import Outcome, Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from smsdesk.accounts.account import Account
    from smsdesk.store.history.unknowns import Unknowns
    from smsdesk.store.sending.outbox import Outbox


class Announce:
    """Queues a text for so many people; gives the announcement's id."""

    def __init__(self, outbox: Outbox, account: Account) -> None:
        self._outbox = outbox
        self._account = account

    def __call__(self, people: int = 3, text: str = "We close at noon.", account_id: str | None = None) -> int:
        listed = tuple(Recipient(f"+278300000{number:02}", f"Name {number}") for number in range(people))
        return self._outbox.add(Announcement(account_id or self._account.id, text, "Office", 1, listed)).result()


class Submit:
    """Lets the gateway answer like this for the next deliveries of an announcement; gives their ids."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def __call__(self, announcement_id: int, *verdicts: Verdict, check_at: datetime | None = None) -> tuple[int, ...]:
        claim = self._outbox.claim(announcement_id, len(verdicts))
        assert claim is not None
        self._outbox.record(claim, verdicts, check_at)
        return claim.delivery_ids

    def under(
        self,
        announcement_id: int,
        *message_ids: str,
        outcome: Outcome = Outcome.ACCEPTED,
        check_at: datetime | None = None,
    ) -> tuple[int, ...]:
        """Let the gateway accept the next deliveries under these message ids."""
        return self(announcement_id, *(Verdict(outcome, message_id=each) for each in message_ids), check_at=check_at)


class SendAgain:
    """Sends again to everybody of an announcement whose fate is open; gives the new announcement's id."""

    def __init__(self, outbox: Outbox, account: Account, unknowns: Unknowns) -> None:
        self._outbox = outbox
        self._account = account
        self._unknowns = unknowns

    def __call__(self, announcement_id: int) -> int:
        open_ = self._unknowns.open_of(announcement_id)
        people = tuple(Recipient(each.number, each.name, each.delivery_id) for each in open_)
        return self._outbox.add(Announcement(self._account.id, "We close at noon.", "Office", 1, people)).result()
