"""What stands in the composer as a draft, and back again; and what is sent of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft
from smsdesk.services.sending.send_request import SendRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.recipients.rows import RecipientRow
    from smsdesk.services.sending.review import Review
    from smsdesk.ui.window.main_window import MainWindow


def read_draft(window: MainWindow) -> Draft:
    """Everything that the user has written and listed, and not sent."""
    return Draft(
        window.account.current_id() or None,
        window.compose.sender_id(),
        window.compose.text(),
        window.recipients.written(),
        window.recipients.pending(),
        window.compose.picked_time(),
    )


def show_draft(window: MainWindow, draft: Draft) -> None:
    """Put it back, for the account that is chosen."""
    window.compose.set_text(draft.text)
    window.compose.set_sender(draft.sender)
    window.compose.set_picked_time(draft.send_at)
    if draft.people:
        window.recipients.set_people(draft.people)
    window.recipients.set_pending(draft.pending)


def is_free(window: MainWindow) -> bool:
    """Whether nothing new stands in the composer that an announcement put back would write over."""
    return not (window.compose.text() or window.recipients.ready or window.recipients.pending())


def request_of(
    account: Account, ready: Review, draft: Draft, rows: tuple[RecipientRow, ...], people: Sequence[RecipientRow]
) -> SendRequest:
    """Put together what shall be sent; the draft says with what, `people` are those of its rows that can be sent to."""
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
