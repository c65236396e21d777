"""A change of the recipient list on the undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.domain.recipients.change import Change
    from smsdesk.domain.recipients.list import RecipientList


class UndoStep(QUndoCommand):
    """A change that has been made already when it is put on the stack.

    Args:
        change: it.
        text: what it was, for a menu.
        recipients: the list.
        follow: lets the table follow.
    """

    def __init__(self, change: Change, text: str, recipients: RecipientList, follow: Callable[[], None]) -> None:
        super().__init__(text)
        self._change = change
        self._recipients = recipients
        self._follow = follow
        self._made = True

    def redo(self) -> None:
        """Make it again; the stack calls this once when it takes it, too."""
        if not self._made:
            self._recipients.apply(self._change)
            self._made = True
            self._follow()

    def undo(self) -> None:
        """Take it back."""
        self._recipients.revert(self._change)
        self._made = False
        self._follow()
