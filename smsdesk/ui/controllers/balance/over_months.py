"""Opens the picture of the balance, and keeps it up to date; what it shows is read off the window's thread."""

from __future__ import annotations

import contextlib
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from smsdesk.ui.accounts.account_card import account_title
from smsdesk.workers.futures import result_of
from smsdesk.workers.worker import Worker, WorkerClosed

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.services.balance.overview import Overview, Overviews
    from smsdesk.services.office import Office
    from smsdesk.ui.balance.balance_dialog import BalanceDialog
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow


class BalanceOverMonths(QObject):
    """There is one such window at most.

    Args:
        window: the main window, beside which it stands.
        office: what is kept.
        bridge: tells that something has changed.
        tasks: for what takes long.
    """

    def __init__(self, window: MainWindow, office: Office, bridge: EventBridge, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._tasks = tasks
        self._dialog: BalanceDialog | None = None
        self._asked = 0
        bridge.balance_changed.connect(self._changed)
        window.installEventFilter(self)

    def open(self, account: Account | None) -> None:
        """Show it, with this account; it comes to the front where it is open already."""
        accounts = self._office.book.all()
        if account is None or not accounts:
            return
        if self._dialog is None:
            self._dialog = self._make()
        titles = [(each.id, account_title(each, self._office.providers.of(each))) for each in accounts]
        self._dialog.show_accounts(titles, account.id)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the main window: to the tray, and at the end."""
        if watched is self._window and event.type() is QEvent.Type.Hide and not event.spontaneous() and self._dialog:
            self._dialog.close()
        return False

    def _make(self) -> BalanceDialog:
        from smsdesk.ui.balance.balance_dialog import BalanceDialog

        dialog = BalanceDialog(self._window)
        dialog.setObjectName("balanceDialog")
        dialog.wanted.connect(lambda account_id, months: self._tasks.spawn(self._read(account_id, months), self))
        dialog.finished.connect(self._closed)
        return dialog

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _changed(self, account_id: str) -> None:
        if self._dialog is not None and self._dialog.account_id in ("", account_id):
            self._dialog.look_again()

    async def _read(self, account_id: str, months: int) -> None:
        accounts = [each for each in self._office.book.all() if account_id in ("", each.id)]
        now = datetime.now().astimezone()
        self._asked = asked = self._asked + 1
        worker = Worker("smsdesk-overview")
        try:
            with contextlib.suppress(WorkerClosed):  # the program ends meanwhile
                look = partial(_look, self._office.overviews, accounts, months, now)
                told = await result_of(worker.do(look))
                if self._dialog is None or asked != self._asked:
                    return  # something newer is on its way
                if account_id == "":
                    self._dialog.show_overviews(told)
                for each in told:
                    self._dialog.show_overview(each)
        finally:
            worker.close()


def _look(overviews: Overviews, accounts: list[Account], months: int, now: datetime) -> list[Overview]:
    return [overviews.of(account, months, now) for account in accounts]
