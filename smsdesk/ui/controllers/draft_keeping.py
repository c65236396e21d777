"""Keeps what was being written when something else takes its place, and brings it back: at once, or another day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.services.events import Failed
from smsdesk.ui.accounts.account_card import account_title
from smsdesk.ui.controllers.draft import read_draft, show_draft
from smsdesk.ui.qt.tasks import elsewhere
from smsdesk.ui.text.directions import own_direction
from smsdesk.ui.text.translate import translate
from smsdesk.workers.futures import failure_of, result_of
from smsdesk.workers.worker import WorkerClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from typing import Any

    from smsdesk.domain.draft import Draft
    from smsdesk.services.office import Office
    from smsdesk.store.kept_drafts import Which
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_MOST = 60  # characters of a kept text that are shown


class DraftKeeping(QObject):
    """Keeps drafts on disk; the strip offers back what was kept just now, and a dialog everything.

    Args:
        window: holds the composer, and the strip.
        office: has the kept drafts.
        show_accounts: lists the accounts anew and chooses one, by id.
        free: frees the composer of what was sent and could still be taken back.
        bridge: told where a draft could not be kept.
        tasks: for what takes long.
    """

    def __init__(
        self,
        window: MainWindow,
        office: Office,
        show_accounts: Callable[[str], None],
        free: Callable[[], None],
        bridge: EventBridge,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._show_accounts = show_accounts
        self._free = free
        self._bridge = bridge
        self._tasks = tasks
        self._offered: list[tuple[Future[int], Draft]] = []
        self._put: Draft | None = None  # what an announcement has put into the composer
        window.bring_back.clicked.connect(self._bring_back_last)
        window.discard_kept.clicked.connect(self._discard_last)
        window.keep_for_later.clicked.connect(self._keep_for_later)
        bridge.checked.connect(lambda: office.kept_drafts.let_go_of_old())

    def keep(self) -> None:
        """Keep what is written; not what an announcement has put there and nobody has changed."""
        now = read_draft(self._window)
        if now.is_written and not (self._put is not None and _says_the_same(now, self._put)):
            self._offered.append((self._done(self._office.kept_drafts.keep(now)), now))

    def note_put(self) -> None:
        """What stands in the composer now comes from an announcement, and is nothing that anybody has written."""
        self._put = read_draft(self._window)

    def offer(self) -> None:
        """Say what was kept last, and offer it back."""
        if not self._offered:
            self._window.kept_draft.say("")
            return
        kept = self._offered[-1][1]
        words = " ".join(kept.text.split())
        if len(words) > _MOST:
            words = f"{words[:_MOST].rstrip()}…"
        people = translate("DraftKeeping", "%n row(s) on the list", None, 1).count(len(kept.people))
        if not words:
            told = translate("DraftKeeping", "What you were writing was kept: {people}.")
        elif kept.people:
            told = translate("DraftKeeping", "What you were writing was kept: “{text}”, with {people}.")
        else:
            told = translate("DraftKeeping", "What you were writing was kept: “{text}”.")
        where = translate("DraftKeeping", "Later it is found under Edit > Kept drafts.")
        self._window.kept_draft.say(told.format(text=own_direction(words), people=people), where)

    def open(self) -> None:
        """Show all that is kept."""
        from smsdesk.store.kept_drafts import KEPT_FOR, MOST_KEPT  # SQLAlchemy: not before it is needed
        from smsdesk.ui.drafts.kept_drafts_dialog import KeptDraftsDialog

        kept = self._office.kept_drafts.all()
        dialog = KeptDraftsDialog(kept, MOST_KEPT, KEPT_FOR.days, self._account_of, self._window)
        dialog.setObjectName("keptDraftsDialog")
        dialog.wanted.connect(lambda id_: self._tasks.spawn(self._fetch(id_), self))
        dialog.thrown_away.connect(lambda ids: self._tasks.spawn(self._throw_away(ids), self))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _account_of(self, account_id: str | None) -> str:
        account = None if account_id is None else self._office.book.get(account_id)
        return account_title(account, self._office.providers.of(account)) if account else ""

    async def _fetch(self, id_: int) -> None:
        """One with many people takes long to be read."""
        kept = await elsewhere(partial(self._office.kept_drafts.load, id_))
        if kept is not None:
            self._bring_back(id_, kept)

    async def _throw_away(self, ids: Sequence[int]) -> None:
        await result_of(self._office.kept_drafts.throw_away(*ids))  # then that of each that is offered is known, too
        self._offer_no_more(ids)

    def _discard_last(self) -> None:
        """The user does not want the one that is offered; an earlier one is offered next."""
        which, _ = self._offered.pop()
        self._done(self._office.kept_drafts.throw_away(which))
        self.offer()

    def _keep_for_later(self) -> None:
        self._offered.clear()
        self.offer()

    def _bring_back_last(self) -> None:
        which, kept = self._offered.pop()
        self._bring_back(which, kept)

    def _bring_back(self, which: Which, kept: Draft) -> None:
        """Put the draft back. What was written in its place meanwhile is kept in turn."""
        self._free()
        self.keep()
        self._done(self._office.kept_drafts.bring_back(which, kept))
        if kept.account_id is not None and self._office.book.get(kept.account_id) is not None:
            self._show_accounts(kept.account_id)
        if not kept.people:
            self._window.recipients.set_people(())
        show_draft(self._window, kept)
        self._put = None
        self._window.compose.focus_text()
        self._offer_no_more([which] if isinstance(which, int) else [])

    def _offer_no_more(self, ids: Sequence[int]) -> None:
        self._offered = [each for each in self._offered if not _is_one_of(each[0], ids)]
        self.offer()

    def _done(self, doing: Future[Any]) -> Future[Any]:
        """What can't be written is told; what was to be kept is offered all the same, as long as the program runs."""
        doing.add_done_callback(self._written)
        return doing

    def _written(self, done: Future[Any]) -> None:
        """On the writer's thread."""
        error = failure_of(done)
        if error is not None and not isinstance(error, WorkerClosed):
            self._bridge.publish(Failed(error))


def _is_one_of(kept: Future[int], ids: Sequence[int]) -> bool:
    return kept.done() and failure_of(kept) is None and kept.result() in ids


def _says_the_same(one: Draft, other: Draft) -> bool:
    def essence(draft: Draft) -> tuple[object, ...]:
        return draft.text, draft.pending, tuple((each.typed, each.name) for each in draft.people)

    return essence(one) == essence(other)
