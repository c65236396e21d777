"""Builds everything, knows who gets what, and owns start and shutdown."""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon

from smsdesk.accounts.credentials import Credentials
from smsdesk.accounts.secret import Redactor
from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.account_book import AccountBook
from smsdesk.services.events import Failed
from smsdesk.services.lanes import Lanes
from smsdesk.services.poller import Poller
from smsdesk.services.receiver import Receiver
from smsdesk.services.refused import RefusedLogins
from smsdesk.services.sender import Sender
from smsdesk.services.tracker import Tracker
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balances import BalanceStore
from smsdesk.store.database import Database
from smsdesk.store.draft import DraftStore
from smsdesk.store.history import History
from smsdesk.store.outbox import Outbox
from smsdesk.store.reports import Reports
from smsdesk.store.settings import load_settings, save_settings
from smsdesk.store.worker import Worker, WorkerClosed
from smsdesk.ui.desk import Desk, Services
from smsdesk.ui.feed import Feed
from smsdesk.ui.garbage import collect_on_this_thread
from smsdesk.ui.history_pane import HistoryPane
from smsdesk.ui.main_window import MainWindow
from smsdesk.ui.menus import Menus
from smsdesk.ui.resources import resource
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.translate import translate

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from smsdesk.accounts.credentials import Vault

_HANG_UP_S = 1.0


class _Loader(QObject):
    """Imports in the background what the first picture does not need."""

    loaded = Signal()

    def start(self) -> None:
        threading.Thread(target=self._load, name="smsdesk-loading", daemon=True).start()

    def _load(self) -> None:
        try:
            import qasync  # noqa: F401
        finally:
            self.loaded.emit()  # what went wrong here goes wrong again, and is told, where it is needed


class Program:
    """One running smsdesk on one profile folder.

    Args:
        application: Qt's application object.
        folder: the profile; it is made when it is missing.
        open_vault: gives the place for passwords, when one is first needed.

    Raises:
        UserFacingError: the profile can't be used.
    """

    def __init__(self, application: QApplication, folder: Path, open_vault: Callable[[], Vault]) -> None:
        self._application = application
        self.loader = _Loader()
        self.ready_at: float | None = None
        self._folder = folder
        self._leaving = False
        self._leave: asyncio.Event | None = None
        self._polling: asyncio.Task[None] | None = None
        self.feed = Feed()
        self.redactor = Redactor()
        self.tasks = Tasks(self._report)
        self.database = Database(folder / "smsdesk.db")
        outbox = Outbox(self.database)
        outbox.recover()
        loaded = load_settings(folder / "settings.json")
        self.settings = loaded.settings

        credentials = Credentials(open_vault, self.redactor)
        self.lanes = Lanes()
        self.book = AccountBook(AccountStore(self.database), credentials, PROVIDERS)
        balances = BalanceStore(self.database)
        refused = RefusedLogins()
        self.poller = Poller(self.book.all, balances, self.lanes, PROVIDERS, credentials, self.feed.publish, refused)
        self.sender = Sender(
            outbox, self.lanes, PROVIDERS, credentials, self.feed.publish, self._run_finished, refused.add
        )
        reports = Reports(self.database)
        self.tracker = Tracker(self.book.all, reports, self.lanes, PROVIDERS, credentials, self.feed.publish, refused)
        self.receiver = Receiver(self.book.all, reports, PROVIDERS, self.feed.publish, self.tracker.wake)
        self._aside = Worker("smsdesk-aside")
        history = History(self.database)
        drafts = DraftStore(self.database)
        services = Services(self.book, PROVIDERS, self.sender, self.poller, history, balances, drafts)

        self.window = MainWindow(HistoryPane(history, PROVIDERS), self.settings)
        self.desk = Desk(self.window, services, self.settings, self.feed, self.tasks)
        menus = Menus(self.window, self.desk, services, self.settings, self.tasks, reports)
        menus.settings_changed.connect(self._settings_changed)
        self.window.close_requested.connect(self._close_requested)
        self.feed.failed.connect(self._report)
        self.feed.deliveries_changed.connect(self.tracker.wake)
        self.desk.open()
        self.sender.start(self.book.all())
        if loaded.set_aside is not None:
            told = translate(
                "App", "The settings could not be read, so the usual ones are used. The old file was kept as {file}."
            )
            self.window.notice.say(told.format(file=loaded.set_aside.name))

    def run(self, *, leave_when_ready: bool = False) -> None:
        """Show the window and serve it until the person leaves.

        What the first picture does not need (asyncio, HTTP, the keyring) is loaded while the window is in use.
        """
        application = self._application
        application.setQuitOnLastWindowClosed(False)
        self.loader.loaded.connect(lambda: application.exit(0), Qt.ConnectionType.QueuedConnection)
        self.window.show()
        QTimer.singleShot(0, self._ready)
        application.exec()
        if leave_when_ready:
            self.close()
            return
        import asyncio

        import qasync

        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
            runner.run(self._serve())

    def close(self) -> None:
        """End in order: nothing new leaves, what is known is on disk, whatever a gateway does."""
        self.window.remember()
        self.desk.flush()
        self._aside.close(_HANG_UP_S)
        self.receiver.stop()
        self.sender.write_down()
        self.lanes.close(_HANG_UP_S)
        self.book.close()
        self.feed.close()
        self.database.close()
        with contextlib.suppress(UserFacingError):  # the window's place is not worth a word at the very end
            save_settings(self._folder / "settings.json", self.settings)
        self.window.let_go()

    async def _serve(self) -> None:
        import asyncio

        self._leave = asyncio.Event()
        if self._leaving:
            self._leave.set()
        self.tasks.begin()
        self.window.setWindowIcon(QIcon(str(resource("icons/smsdesk.svg"))))
        self._follow_settings()
        self.tasks.spawn(self.tracker.run(), self.window)
        await self._leave.wait()
        if self._polling is not None:
            self._polling.cancel()
        await self.tasks.cancel_all()
        self.close()

    def _settings_changed(self) -> None:
        """Follow what is set now, and keep it: a gateway may have been told the token in it."""
        self._follow_settings()
        self._do_aside(partial(save_settings, self._folder / "settings.json", replace(self.settings)))

    def _do_aside(self, work: Callable[[], object]) -> None:
        """Do what could hold up the window on a thread of its own; what goes wrong is shown."""

        def done(future: Future[object]) -> None:
            error = None if future.cancelled() else future.exception()
            if error is not None and not isinstance(error, WorkerClosed):
                self.report_bug(error)

        self._aside.do(work).add_done_callback(done)

    def _follow_settings(self) -> None:
        """Poll at the interval, and listen for reports, as is set now."""
        import asyncio

        if self._polling is not None:
            self._polling.cancel()
        self._polling = asyncio.get_running_loop().create_task(self.poller.run(self.settings.balance_minutes * 60))
        self._do_aside(partial(self.receiver.follow, replace(self.settings)))

    def _ready(self) -> None:
        self.ready_at = time.monotonic()
        collect_on_this_thread(self.window)
        self.loader.start()

    def _run_finished(self, account_id: str) -> None:
        account = self.book.get(account_id)
        if account is not None:
            self.poller.ask(account, by_hand=False)

    def _close_requested(self) -> None:
        self._leaving = True
        if self._leave is not None:
            self._leave.set()

    def report_bug(self, error: BaseException) -> None:
        """Take a bug from any thread to the window."""
        self.feed.publish(Failed(error))

    def _report(self, error: BaseException) -> None:
        from smsdesk.ui.crash_report import crash_report
        from smsdesk.ui.problem_dialogs import show_crash, show_user_facing

        if isinstance(error, UserFacingError):
            show_user_facing(self.window, error)
        else:
            show_crash(self.window, crash_report(error, self.redactor))
