"""Confirming, sending, stopping, going on: the buttons that cost money, and what the queue says meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smsdesk.services.progress import Progress, QueueState
from smsdesk.ui.translate import tell, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.providers.base import Provider
    from smsdesk.services.review import Review
    from smsdesk.services.sender import Sender
    from smsdesk.store.outbox import NewAnnouncement
    from smsdesk.ui.feed import Feed
    from smsdesk.ui.main_window import MainWindow
    from smsdesk.ui.tasks import Tasks


class Sending(QObject):
    """Puts announcements into the outbox, and shows the queue of the account that is chosen."""

    def __init__(self, window: MainWindow, sender: Sender, feed: Feed, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._sender = sender
        self._tasks = tasks
        self._busy = False
        self._account: Account | None = None
        self._cancelled: dict[str, int] = {}  # by account, until it sends again
        window.resume.clicked.connect(self._resume)
        window.give_up.clicked.connect(self._stop)
        window.strip.stop_requested.connect(self._stop)
        feed.queue_changed.connect(self._queue_changed)

    def show(self, account: Account | None) -> None:
        """Show this account's queue from now on."""
        self._account = account
        self._show_queue()

    def confirm(
        self,
        account: Account,
        provider: Provider,
        ready: Review,
        new: NewAnnouncement,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask before money is spent; `then` is called when the announcement is on disk."""
        if self._busy:
            return
        from smsdesk.ui.confirm_dialog import ConfirmDialog

        dialog = ConfirmDialog(ready, new.text, new.sender, account, provider, self._window)
        dialog.accepted.connect(lambda: self._accepted(account, new, then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accepted(self, account: Account, new: NewAnnouncement, then: Callable[[], None]) -> None:
        """Busy from this moment on: the same people must not be confirmed a second time."""
        self._busy = True
        self._window.compose.set_busy(True)
        self._cancelled.pop(account.id, None)
        self._tasks.spawn(self._send(account, new, then), self)

    async def _send(self, account: Account, new: NewAnnouncement, then: Callable[[], None]) -> None:
        try:
            await asyncio.wrap_future(self._sender.send(account, new))
        finally:
            self._busy = False
            self._window.compose.set_busy(False)
        then()
        self._window.history.select_newest()
        self._queue_changed(account.id)  # a queue that has stopped doesn't move, but has more waiting now

    def _resume(self) -> None:
        if self._account is not None:
            self._cancelled.pop(self._account.id, None)
            self._sender.resume(self._account)

    def _stop(self) -> None:
        if self._account is not None:
            self._tasks.spawn(self._stopped(self._account), self)

    async def _stopped(self, account: Account) -> None:
        cancelled = sum((await asyncio.wrap_future(self._sender.stop(account))).values())
        self._cancelled[account.id] = self._cancelled.get(account.id, 0) + cancelled
        self._queue_changed(account.id)

    def _queue_changed(self, account_id: str) -> None:
        if self._account is not None and account_id == self._account.id:
            self._show_queue()

    def _show_queue(self) -> None:
        if self._account is None:
            self._window.strip.show_progress(Progress())
            self._window.stopped.say("")
            return
        progress = self._sender.progress(self._account.id)
        self._window.strip.show_progress(progress)
        if self._account.id in self._cancelled:
            self._window.strip.say(_told_of_stop(self._cancelled[self._account.id], progress))
        reason = progress.reason if progress.state is QueueState.STOPPED else None
        self._window.stopped.say(tell(reason) if reason else "", reason.detail if reason else "")


def _told_of_stop(cancelled: int, progress: Progress) -> str:
    told = [
        translate("Sending", "Stopped: %n message(s) cancelled", None, 1).count(cancelled),
        translate("Sending", "%n had been handed over", None, 1).count(progress.done),
    ]
    if progress.waiting:
        told.append(translate("Sending", "%n on the way", None, 1).count(progress.waiting))
    return " · ".join(told)
