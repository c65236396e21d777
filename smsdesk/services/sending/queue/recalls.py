"""What Stop and Undo have called back, and what of it was on its way and may still come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.outcome import UNDONE

if TYPE_CHECKING:
    from smsdesk.services.sending.submission import Answer
    from smsdesk.store.sending.claims import Claim
    from smsdesk.store.sending.outbox import Stopped


class Recalls:
    """The recalls of one queue; used under its lock.

    Attributes:
        undone: announcements that were taken back, which the disk would not take yet.
    """

    def __init__(self) -> None:
        self.undone: set[int] = set()
        self._undoing: set[int] = set()  # announcements taken back, which is not on disk yet; those of `undone` too
        self._on_the_way: dict[int, str | None] = {}  # submissions that were, with the code if they come back
        self._last, self._people = 0, 0  # the announcement that was taken back last, and how many of it are cancelled

    def begin_undo(self, announcement_id: int) -> None:
        """Undo was pressed."""
        self._undoing.add(announcement_id)
        self._last, self._people = announcement_id, 0

    def forget_undo(self, announcement_id: int) -> None:
        """It was not taken back after all, or that is on disk."""
        self._undoing.discard(announcement_id)
        self.undone.discard(announcement_id)

    def found(self, stopped: Stopped, code: str | None, announcement_id: int = 0) -> None:
        """It is on disk: these were on their way, and are cancelled with this code if they come back.

        `announcement_id` is the one that was cancelled; 0 for all of them.
        """
        if code == UNDONE:
            self.forget_undo(announcement_id)
        self._count(announcement_id, stopped.people)
        self._on_the_way.update(dict.fromkeys(stopped.on_the_way, code))

    def concern(self, claim: Claim) -> bool:
        """Whether what is not sent of this submission is cancelled."""
        return claim.submission_id in self._on_the_way or claim.announcement_id in self._undoing

    def code(self, answer: Answer) -> str | None:
        """The code with which it is cancelled; None where Stop was pressed."""
        undone = answer.claim.announcement_id in self._undoing
        return UNDONE if undone else self._on_the_way.get(answer.claim.submission_id)

    def over(self, answer: Answer, *, cancelled: int) -> bool:
        """The submission is written down, and so many of it are cancelled; True when it was called back."""
        concerned = self.concern(answer.claim)
        self._count(answer.claim.announcement_id, cancelled)
        self._on_the_way.pop(answer.claim.submission_id, None)
        return concerned

    def how_many(self, announcement_id: int) -> int:
        """How many of the announcement that was taken back last are cancelled by now."""
        return self._people if announcement_id == self._last else 0

    def _count(self, announcement_id: int, people: int) -> None:
        if announcement_id == self._last:
            self._people += people
