"""Bringing a past announcement back into the composer, without losing what is being written there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.domain.draft import Draft, DraftPerson
from smsdesk.ui.controllers.draft import read_draft, show_draft
from smsdesk.ui.text.formatting import own_direction
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.services.office import Office
    from smsdesk.ui.window.main_window import MainWindow

_MANY = 1_000  # people, who take long to be fetched
_MOST = 60  # characters of a kept text that are shown


class UsingAgain(QObject):
    """Keeps each draft that an announcement takes the place of, and offers the last one back.

    Args:
        window: holds the composer, and the strip that offers the draft.
        office: has the history.
        show_accounts: lists the accounts anew and chooses one, by id.
    """

    def __init__(self, window: MainWindow, office: Office, show_accounts: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._show_accounts = show_accounts
        self._kept: list[Draft] = []
        self._put: Draft | None = None  # what stood in the composer once the announcement was brought back
        window.bring_back.clicked.connect(self._bring_back)
        window.discard_kept.clicked.connect(self._discard)

    def use(self, announcement_id: int) -> None:
        """Put text, sender and people of an announcement into the composer; what is written there is kept."""
        past = self._office.history.announcements([announcement_id])
        if not past:
            return
        self._keep()
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
        self._window.recipients.when_read(self._note)
        self._window.compose.focus_text()
        self._tell()

    def _people(self, announcement_id: int) -> list[DraftPerson]:
        return [DraftPerson(person.number, person.name) for person in self._office.history.people(announcement_id)]

    def _note(self) -> None:
        self._put = read_draft(self._window)

    def _keep(self) -> None:
        """Keep what is written; not what an announcement has put there and nobody has changed."""
        now = read_draft(self._window)
        if _is_written(now) and not (self._put is not None and _says_the_same(now, self._put)):
            self._kept.append(now)

    def _discard(self) -> None:
        """The user does not want the one that is offered; an earlier one is offered next."""
        self._kept.pop()
        self._tell()

    def _bring_back(self) -> None:
        """Put the draft back. What was written in its place meanwhile is kept in turn."""
        kept = self._kept.pop()
        self._keep()
        if kept.account_id is not None and self._office.book.get(kept.account_id) is not None:
            self._show_accounts(kept.account_id)
        if not kept.people:
            self._window.recipients.set_people(())
        show_draft(self._window, kept)
        self._put = None
        self._window.compose.focus_text()
        self._tell()

    def _tell(self) -> None:
        if not self._kept:
            self._window.kept_draft.say("")
            return
        kept = self._kept[-1]
        words = " ".join(kept.text.split())
        if len(words) > _MOST:
            words = f"{words[:_MOST].rstrip()}…"
        people = translate("UsingAgain", "%n row(s) on the list", None, 1).count(len(kept.people))
        if not words:
            told = translate("UsingAgain", "What you were writing was kept: {people}.")
        elif kept.people:
            told = translate("UsingAgain", "What you were writing was kept: “{text}”, with {people}.")
        else:
            told = translate("UsingAgain", "What you were writing was kept: “{text}”.")
        self._window.kept_draft.say(told.format(text=own_direction(words), people=people))


def _is_written(draft: Draft) -> bool:
    return bool(draft.text.strip() or draft.people or draft.pending)


def _says_the_same(one: Draft, other: Draft) -> bool:
    def essence(draft: Draft) -> tuple[object, ...]:
        return draft.text, draft.pending, tuple((each.typed, each.name) for each in draft.people)

    return essence(one) == essence(other)
