"""What goes from Send to the queue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft
from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.services.sending.review import Review


@frozen
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


def request_of(
    account: Account, ready: Review, draft: Draft, rows: tuple[RecipientRow, ...], people: Sequence[RecipientRow]
) -> SendRequest:
    """Put together what shall be sent of a draft; for a long list this takes a moment.

    Args:
        account: the account that pays.
        ready: what sending it means.
        draft: what stands in the composer.
        rows: all rows of the list.
        people: those of them that can be sent to, each number once.
    """
    new = Announcement(
        account.id,
        draft.text,
        draft.sender,
        ready.info.segments,
        tuple(Recipient(each.number, each.name) for each in people if each.number),
        send_at=ready.send_at,
        draft_left=Draft(account.id, people=tuple(row for row in rows if not row.ready)),
        price_per_part=account.price_per_part,
    )
    return SendRequest(account, new, ready, draft, rows)
