"""What goes from Send to the queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.announcement import Announcement
    from smsdesk.domain.draft import Draft
    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.services.sending.review import Review


@dataclass(frozen=True, slots=True)
class SendRequest:
    """An announcement that shall be sent.

    Attributes:
        account: the account that pays.
        announcement: what is sent to whom.
        review: what sending it means, as the user is shown before it is confirmed; None where nobody is asked.
        before: the draft that it is in the composer, which Undo puts back; None where it does not come from there.
        rows: the list that the recipients were taken from, those rows too that nothing is sent to; empty where there
            was none.
    """

    account: Account
    announcement: Announcement
    review: Review | None = None
    before: Draft | None = None
    rows: tuple[RecipientRow, ...] = ()

    def without(self, numbers: frozenset[str]) -> SendRequest:
        """The same for everybody but these."""
        rest = tuple(each for each in self.announcement.recipients if each.number not in numbers)
        return replace(self, announcement=replace(self.announcement, recipients=rest))
