"""Builds everything, knows who gets what, and owns start and shutdown."""

from __future__ import annotations

import contextlib
import gc
import logging
import signal
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qVersion

from smsdesk import __version__
from smsdesk.desk import Desks
from smsdesk.privacy.secret import Redactor
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.database_care import DatabaseCare
from smsdesk.services.events import Checked, Failed
from smsdesk.services.keep_awake import KeepAwake
from smsdesk.services.office import Office
from smsdesk.store.database import Database
from smsdesk.store.migrations.runner import REVISIONS
from smsdesk.store.settings import load_settings, save_settings
from smsdesk.store.sqlite.backups import DATABASE, backups_of
from smsdesk.store.sqlite.connection import Damaged
from smsdesk.store.sqlite.older_copy import doubted_up_to
from smsdesk.support.log_file import last_logged
from smsdesk.ui.controllers.session_end import SessionEnd
from smsdesk.ui.controllers.start_notices import tell_of_the_start, warn_of_place
from smsdesk.ui.qt.loader import Loader
from smsdesk.ui.qt.opening import Opening
from smsdesk.ui.qt.tasks import Tasks
from smsdesk.workers.futures import told_to
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from smsdesk.accounts.credentials import Vault
    from smsdesk.services.events import Event
    from smsdesk.support.diagnostics import Diagnostics
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.text.languages import Languages
    from smsdesk.ui.window.main_window import MainWindow

# Seconds after the end began. All of it, and what comes before and after, takes less than three.
_ANSWERS_BY_S = 1.5
_WORK_BY_S = 1.9
_DISK_BY_S = 2.3

_HOUR_MS = 3_600_000

_log = logging.getLogger(__name__)


class Program:
    """One running smsdesk on one profile folder.

    Args:
        application: Qt's application object.
        folder: the profile; it is made when it is missing.
        open_vault: gives the place for passwords, when one is first needed.
        languages: puts what is shown into the user's language.

    Attributes:
        desks: the window, and what makes another one in its place.
        before_leaving: called when the user leaves, before anything is ended.
        backups: the profile's backups.
        checked: the data file was found sound; before that nothing leaves and nothing is asked.
        opening: how the window came up, and when.
        damaged: why the program left by itself: its data file is damaged. None while there is nothing of the kind.

    Raises:
        Damaged: the data file is damaged; nothing of the program is left.
        UserFacingError: the profile can't be used.
    """

    def __init__(
        self, application: QApplication, folder: Path, open_vault: Callable[[], Vault], languages: Languages
    ) -> None:
        self._application = application
        self.desks = Desks(application, languages)
        self.before_leaving: Callable[[], object] = lambda: None
        self.loader = Loader(lambda: self.office.stores.load())
        self._folder = folder
        self._leaving = self._closed = False
        self._leave: asyncio.Event | None = None
        self._polling: asyncio.Task[None] | None = None
        self.redactor = Redactor()
        self.tasks = Tasks(self._report)
        self.checked = False
        self.damaged: Damaged | None = None
        self.backups = backups_of(folder)
        self._found = self.backups.take_up()
        self.database = Database(folder / DATABASE, self.report_bug)
        try:
            self._build(folder, open_vault)
        except BaseException:
            self.database.close()
            raise

    def _build(self, folder: Path, open_vault: Callable[[], Vault]) -> None:
        self._doubted = doubted_up_to(self.database, last_logged(folder))
        self.office = Office(self.database, open_vault, self.redactor, self.publish, PROVIDERS)
        loaded = load_settings(folder / "settings.json")
        self.settings = loaded.settings
        self.awake = KeepAwake()
        self._aside = Worker("smsdesk-aside")
        file, told = self.database, self.report_bug
        self._care = DatabaseCare(file.path, self.backups, self._data_is_sound, told, told, file.refuse_if_moved)
        self.desks.leave.connect(self._user_leaves)
        self.desks.to_be_kept.connect(self._keep_settings)
        self.desks.settings_changed.connect(self._settings_changed)
        self.desks.open(self.office, self.settings, self.tasks, self._diagnostics, self._connect)
        self.opening = Opening(self._application, self.window, self.loader)
        self.desks.current.controller.open()
        tell_of_the_start(self.window.notice, loaded, self.office.interrupted, self._found)

    @property
    def window(self) -> MainWindow:
        """The window that is there now."""
        return self.desks.current.window

    def run(self, *, leave_when_ready: bool = False) -> None:
        """Show the window and serve it until the user leaves.

        What the first picture does not need (SQLAlchemy, asyncio) is loaded while the window is in use.
        """
        application = self._application
        application.setQuitOnLastWindowClosed(False)
        session_end = SessionEnd(self.desks, lambda: self.desks.current.closing, self.close)
        application.commitDataRequest.connect(session_end.commit)
        if leave_when_ready:
            self.opening.until_painted()
            self.close()
            return
        self.opening.until_loaded()
        gc.freeze()  # what was loaded stays as well: no collection needs to look at it
        import asyncio

        import qasync

        # Not the loop that qasync takes on Windows: that one looks a hundred times a second whether there is news.
        with asyncio.Runner(loop_factory=lambda: qasync.QSelectorEventLoop(application)) as runner:
            runner.run(self._serve())
        application.commitDataRequest.disconnect(session_end.commit)

    def leave(self) -> None:
        """Leave in order, and ask nobody."""
        self._leaving = True
        if self._leave is not None:
            self._leave.set()

    def close(self) -> None:
        """End in order and soon: nothing new leaves, what is known is on disk, whatever gateways and disk do.

        A request under way has a moment to be answered, and its answer to be written down; else it is unknown. Once is
        enough.
        """
        if self._closed:
            return
        self._closed = True
        began = time.monotonic()

        def by(end_s: float) -> float:
            return max(began + end_s - time.monotonic(), 0.0)

        self.office.sender.end()
        self.desks.end()
        self.window.remember()
        self.window.hide()
        if self.damaged is None:
            self.desks.current.controller.flush()
        self._aside.do(partial(save_settings, self._folder / "settings.json", replace(self.settings)))
        self._aside.do(self.office.receiver.stop)
        self.office.lanes.close(by(_ANSWERS_BY_S))
        if self.damaged is None:
            self._aside.do(self.office.sender.write_down)
        self._aside.close(by(_WORK_BY_S))
        self._care.close(by(_WORK_BY_S))
        self.office.book.close(by(_WORK_BY_S))
        self.awake.close(by(_WORK_BY_S))
        self.desks.bridge.close()
        self.database.close(by(_DISK_BY_S))
        self.window.close_now()

    def _connect(self, bridge: EventBridge) -> None:
        bridge.queue_changed.connect(self._queue_changed)
        bridge.failed.connect(self._report)
        bridge.checked.connect(self._begin)
        bridge.deliveries_changed.connect(self.office.tracker.wake)

    def _user_leaves(self) -> None:
        self.before_leaving()
        self.leave()

    async def _serve(self) -> None:
        import asyncio
        import platform

        versions = (__version__, REVISIONS[-1], platform.python_version(), qVersion(), platform.system())
        _log.info("smsdesk %s began: data of revision %s, Python %s, Qt %s, %s", *versions)
        with contextlib.suppress(NotImplementedError):  # on Windows, which ends its sessions in another way
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.desks.session_ends)
        self._leave = asyncio.Event()
        if self._leaving:
            self._leave.set()
        self.tasks.begin()
        self.window.history.begin()
        if not self._leaving:
            self._care.tick()
            hourly = QTimer(self._application, interval=_HOUR_MS)
            hourly.timeout.connect(self._care.tick)
            hourly.start()
        await self._leave.wait()
        if self._polling is not None:
            self._polling.cancel()
        await self.tasks.cancel_all()
        self.close()
        _log.info("ended")

    def _data_is_sound(self) -> None:
        """On the thread that checked it, where the disk may be waited for."""
        self.office.sender.start(self.office.book.all(), self._doubted)
        self.publish(Checked())

    def _begin(self) -> None:
        """Ask the gateways and listen to them: what they say may be written down."""
        if self._leaving:
            return
        self.checked = True
        self._follow_settings()
        self.tasks.spawn(self.office.tracker.run(), self._application)
        self.tasks.spawn(warn_of_place(self.window.notice, self._aside, self._folder), self.window)
        self.desks.current.updates.begin()

    def _settings_changed(self) -> None:
        """Follow what is set now, and keep it: a gateway may have been told the token in it."""
        self._follow_settings()
        self._keep_settings()

    def _keep_settings(self) -> None:
        self._do_aside(partial(save_settings, self._folder / "settings.json", replace(self.settings)))

    def _do_aside(self, work: Callable[[], object]) -> None:
        """Do what could hold up the window on a thread of its own; what goes wrong is shown."""
        self._aside.do(work).add_done_callback(partial(told_to, self.report_bug))

    def _follow_settings(self) -> None:
        """Poll at the interval, and listen for reports, as is set now, once the data file is known to be sound."""
        import asyncio

        if not self.checked:
            return
        if self._polling is not None:
            self._polling.cancel()
        polling = self.office.poller.run(self.settings.balance_minutes * 60)
        self._polling = asyncio.get_running_loop().create_task(polling)
        self._do_aside(partial(self.office.receiver.follow, replace(self.settings)))

    def _diagnostics(self) -> Diagnostics:
        from smsdesk.store.history.statistics import Statistics
        from smsdesk.support.diagnostics import Diagnostics

        accounts, figures = self.office.book.all, Statistics(self.database)
        return Diagnostics(self._folder, self.settings, accounts, PROVIDERS, figures, self.redactor, self._aside)

    def _queue_changed(self) -> None:
        self.awake.follow(self.office.sender.sending())

    def publish(self, event: Event) -> None:
        """Take what the office tells, on any thread, to the window that is there now."""
        self.desks.bridge.publish(event)

    def report_bug(self, error: BaseException) -> None:
        """Take a bug from any thread to the window."""
        self.publish(Failed(error))

    def _report(self, error: BaseException) -> None:
        if isinstance(error, Damaged):  # nothing more is written; who started the program offers the way back
            self.damaged = self.damaged or error
            self.leave()
            return
        if self._closed:  # the session has ended; what was under way found its database closed
            _log.warning("after the end", exc_info=error)
            return
        from smsdesk.ui.problems.problem_dialogs import show_problem

        show_problem(self.window, error, self.redactor)
