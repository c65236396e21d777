"""What has been sent and can be taken back: it stays in the composer, in sight and locked, until that is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smsdesk.workers.futures import may_have_a_result

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from smsdesk.domain.draft import Draft
    from smsdesk.services.sending.send_request import SendRequest
    from smsdesk.services.sending.sender import Sender
    from smsdesk.ui.window.main_window import MainWindow


@dataclass
class Held:
    """What is held.

    Attributes:
        request: what was sent; None while nothing is held.
        announcement_id: its id, once it is in the outbox.
        comes_back: Undo was pressed, and it is not known yet what that brought.
        is_in_the_way: the composer is wanted for something else as soon as it is in the outbox.
    """

    request: SendRequest | None = None
    announcement_id: int | None = None
    comes_back: bool = False
    is_in_the_way: bool = False


class HeldDraft:
    """Locks the composer at the moment of Send, and frees it when the announcement leaves or comes back.

    On disk the announcement is in the outbox and no draft any more: what is in sight is only a picture of it, and is
    not saved.

    Args:
        window: holds the composer.
        sender: knows how long something can be taken back.
        save: writes a draft; None for what stands in the composer.
    """

    def __init__(self, window: MainWindow, sender: Sender, save: Callable[[Draft | None], None]) -> None:
        self._window = window
        self._sender = sender
        self._save = save
        self._held = Held()

    def __bool__(self) -> bool:
        """Whether something is held."""
        return self._held.request is not None

    @property
    def held(self) -> Held:
        """What is held, for a window that takes this one's place."""
        return self._held

    @property
    def is_settled(self) -> bool:
        """Whether nothing is on its way into the outbox, or back out of it."""
        return self._held.request is None or (self._held.announcement_id is not None and not self._held.comes_back)

    def take_over(self, held: Held) -> None:
        """Hold what another window's composer held; it stands in this one's already."""
        self._held = held
        self._lock(locked=held.request is not None)

    def is_held(self, announcement_id: int) -> bool:
        """Whether this announcement is what stands in the composer."""
        return self._held.announcement_id == announcement_id

    def hold(self, request: SendRequest) -> None:
        """It is being put into the outbox; what does not come from the composer changes nothing there."""
        if request.before is not None:
            self.release()
            self._held.request = request
            self._lock(locked=True)
            self._window.work.show_desk()
            self._window.compose.focus_text()  # so that no key that is pressed twice presses Undo

    def not_sent(self, stored: Future[int] | None) -> None:
        """It could not be put there: all stands as before. `stored` would have told its id.

        Where the program ends while the disk is taking it, it is in the outbox at the next start, and so no draft.
        """
        if stored is None or not may_have_a_result(stored):
            self._free()

    def sent(self, request: SendRequest, announcement_id: int) -> None:
        """It is safely in the outbox. Where it can't be taken back, the composer is free at once."""
        if request is not self._held.request or request.before is None:
            return
        self._held.announcement_id = announcement_id
        if self._sender.counts_down(request.account.id, announcement_id) and not self._held.is_in_the_way:
            left = tuple(row for row in request.rows if not row.ready)
            self._save(replace(request.before, text="", people=left, send_at=None))
        else:
            self.release()

    def look(self) -> None:
        """Free the composer when what it holds can't be taken back any more."""
        if self._held.request is None or self._held.announcement_id is None or self._held.comes_back:
            return
        if not self._sender.counts_down(self._held.request.account.id, self._held.announcement_id):
            self.release()

    def coming_back(self, announcement_id: int) -> None:
        """Undo was pressed: the composer stays as it is until it is known what that brought."""
        self._held.comes_back = self.is_held(announcement_id)

    def over(self, announcement_id: int) -> None:
        """It is known what Undo brought, if only that it failed."""
        if self.is_held(announcement_id):
            self._held.comes_back = False

    def came_back(self) -> bool:
        """All of it was taken back: free the composer as it is. False where something else stands there."""
        request = self._held.request
        if request is None or self._window.compose.text() != request.announcement.text:
            return False
        self._free()
        self._save(None)
        return True

    def release(self) -> None:
        """Empty the composer, also of those who had the text already; never before it is on disk."""
        request = self._held.request
        if request is None:
            return
        if self._held.announcement_id is None:
            self._held.is_in_the_way = True
            return
        self._free()
        if self._window.compose.text() == request.announcement.text:
            self._window.compose.empty()
        self._window.recipients.forget_sent(request.announcement.recipients)
        self._save(None)

    def _free(self) -> None:
        self._held = Held()
        self._lock(locked=False)

    def _lock(self, *, locked: bool) -> None:
        self._window.compose.set_locked(locked)
        self._window.recipients.set_locked(locked)
