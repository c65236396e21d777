"""What stands in the composer as a draft, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.draft import Draft

if TYPE_CHECKING:
    from smsdesk.ui.window.main_window import MainWindow


def read_draft(window: MainWindow) -> Draft:
    """Everything that the user has written and listed, and not sent."""
    return Draft(
        window.account.current_id() or None,
        window.compose.sender_id(),
        window.compose.text(),
        window.recipients.rows(),
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
