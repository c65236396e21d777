"""Bringing a past announcement back into the composer, without losing what is being written there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.domain.draft import DraftPerson

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.services.office import Office
    from smsdesk.ui.controllers.draft_keeping import DraftKeeping
    from smsdesk.ui.window.main_window import MainWindow

_MANY = 1_000  # people, who take long to be fetched


class UsingAgain(QObject):
    """Puts announcements into the composer.

    Args:
        window: holds the composer.
        office: has the history.
        show_accounts: lists the accounts anew and chooses one, by id.
        keeping: keeps what is written there.
    """

    def __init__(
        self, window: MainWindow, office: Office, show_accounts: Callable[[str], None], keeping: DraftKeeping
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._show_accounts = show_accounts
        self._keeping = keeping

    def use(self, announcement_id: int) -> None:
        """Put text, sender and people of an announcement into the composer; what is written there is kept."""
        past = self._office.history.announcements([announcement_id])
        if not past:
            return
        self._keeping.keep()
        if self._office.book.get(past[0].account_id) is not None:
            self._show_accounts(past[0].account_id)
        self._window.compose.set_text(past[0].text)
        self._window.compose.set_sender(past[0].sender)
        self._window.compose.set_picked_time(None)
        people = partial(self._people, announcement_id)
        if past[0].people > _MANY:
            self._window.recipients.fetch_people(people)
        else:
            self._window.recipients.set_people(people())
        self._window.recipients.set_pending("")
        self._window.recipients.when_read(self._keeping.note_put)
        self._window.compose.focus_text()
        self._keeping.offer()

    def _people(self, announcement_id: int) -> list[DraftPerson]:
        return [DraftPerson(person.number, person.name) for person in self._office.history.people(announcement_id)]
