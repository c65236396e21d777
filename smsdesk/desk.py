"""The window with all that works in it, made for one language: another language makes another desk in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.controllers.background_sending import BackgroundSending
from smsdesk.ui.controllers.closing import Closing
from smsdesk.ui.controllers.importing import Importing
from smsdesk.ui.controllers.main import MainController
from smsdesk.ui.controllers.menus import Menus
from smsdesk.ui.controllers.sending.taskbar_progress import TaskbarProgress
from smsdesk.ui.controllers.updates import Updates, at_ease
from smsdesk.ui.history.history_pane import HistoryPane
from smsdesk.ui.history.reconciliation_text import EvidenceText
from smsdesk.ui.qt.event_bridge import EventBridge
from smsdesk.ui.qt.garbage import GarbageCollection
from smsdesk.ui.qt.taskbar import system_taskbar
from smsdesk.ui.voice.voice import Voice
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from smsdesk.services.office import Office
    from smsdesk.store.settings import Settings
    from smsdesk.support.diagnostics import Diagnostics
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.text.languages import Languages

_AGAIN_MS = 50


class Desk(QObject):
    """Builds the window and its controllers on an office, and brings their wishes together.

    Texts are translated when a widget is made. So that none of a hundred widgets has to know how to say all that it
    shows once more, the language is changed by making them anew, with what stood in them.

    Args:
        application: Qt's application object.
        office: what the window works for; it goes on while one desk takes another's place.
        settings: what the window remembers.
        bridge: brings what the office tells; this desk's own.
        tasks: where the window's coroutines run.
        diagnostics: gathers what helps to find a mistake.

    Attributes:
        bridge: as it was given.
        hijri: whether dates in the window have the Hijri day beside them.

    Signals:
        leave: close for good.
        settings_changed: the user changed the settings.
        to_be_kept: something is remembered that wants to be kept.
        language_chosen: the user wants the window in this language, "" for the system's.
    """

    leave = Signal()
    settings_changed = Signal()
    to_be_kept = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        application: QApplication,
        office: Office,
        settings: Settings,
        bridge: EventBridge,
        tasks: Tasks,
        diagnostics: Callable[[], Diagnostics],
    ) -> None:
        super().__init__()
        self.bridge = bridge
        self.hijri = settings.hijri
        stores, sender = office.stores, office.sender
        said = EvidenceText(office.evidence)
        read = stores.history, stores.search, stores.ordering, stores.unknowns
        past = HistoryPane(*read, PROVIDERS, said.about_unknown, said.bill_of, hijri=settings.hijri)
        self.window = MainWindow(past, settings)
        self.controller = MainController(self.window, office, settings, bridge, tasks)
        self.updates = Updates(self.window, settings, tasks, partial(at_ease, self.window, office))
        self.menus = Menus(self.window, self.controller, office, settings, tasks, diagnostics, self.updates)
        self.importing = Importing(self.window, lambda: self.controller.account, settings, tasks)
        Voice(self.window, self.controller, sender, bridge)
        self.closing = Closing(self.window, sender.unsent, sender.stop_here, tasks)
        self.background = BackgroundSending(application, self.window, bridge, office.queues, sender.unsent)
        self.progress = TaskbarProgress(self.window, bridge, office.queues, system_taskbar(self.window))
        self._tasks = tasks
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that has to end before another desk can take this one's place."""
        is_asked = QApplication.activeModalWidget() is not None
        return is_asked or not self._tasks.have_begun or self.controller.is_busy or self.closing.is_busy

    def take_over(self, other: Desk) -> None:
        """Show what the other desk showed: what is written, and what is told."""
        self.controller.open(other.controller.hand_over())
        self.window.notice.say(other.window.notice.text())
        self.window.history.begin()
        self.progress.take_over(other.progress)
        if other.updates.begun:
            self.updates.begin()

    def end(self) -> None:
        """Leave nothing in tray and task bar: the program ends."""
        self.background.end()
        self.progress.clear()

    def close(self) -> None:
        """Go, with the window and all that belongs to it."""
        self.window.close_now()
        self.window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        self.controller.settings_changed.connect(self.to_be_kept)
        self.menus.settings_changed.connect(self.settings_changed)
        self.menus.settings_changed.connect(self.updates.follow_settings)
        self.updates.settings_changed.connect(self.to_be_kept)
        self.menus.language_chosen.connect(self.language_chosen)
        self.menus.import_requested.connect(self.importing.choose)
        self.closing.leave.connect(self.leave)
        self.closing.keep_sending.connect(self.background.begin)
        self.background.leave.connect(self.leave)
        self.background.needed.connect(self.controller.show_accounts)
        self.background.stop_requested.connect(self.closing.stop_and_leave)
        self.bridge.queue_changed.connect(self.closing.recount)


class Desks(QObject):
    """The desk that is there now, and the change to another language.

    Args:
        application: Qt's application object.
        languages: puts what is shown into the user's language.

    Attributes:
        bridge: brings what the office tells to the window that is there now, or will be there.
        current: the desk that is there now; there is one as soon as they are opened.

    Signals:
        leave, settings_changed, to_be_kept: as at `Desk`.
    """

    leave = Signal()
    settings_changed = Signal()
    to_be_kept = Signal()
    current: Desk

    def __init__(self, application: QApplication, languages: Languages) -> None:
        super().__init__()
        self.bridge = EventBridge()
        self._application = application
        self._languages = languages
        self._wanted: str | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._follow)
        self._marks: list[Callable[[MainWindow], object]] = []

    def open(
        self,
        office: Office,
        settings: Settings,
        tasks: Tasks,
        diagnostics: Callable[[], Diagnostics],
        listen: Callable[[EventBridge], None],
    ) -> None:
        """Make the first one, in the language of the settings.

        Args:
            office: what the windows work for.
            settings: what they remember.
            tasks: where their coroutines run.
            diagnostics: gathers what helps to find a mistake.
            listen: called with each window's bridge, for who wants to hear what the office tells.
        """
        self._settings = settings
        self._make = lambda: Desk(self._application, office, settings, self.bridge, tasks, diagnostics)
        self._listen = listen
        self._languages.use(settings.language, arabic_digits=settings.arabic_digits)
        self.current = self._open()

    def mark(self, mark: Callable[[MainWindow], object]) -> None:
        """Do this to the window, and to each that takes its place."""
        self._marks.append(mark)
        mark(self.current.window)

    def raise_up(self) -> None:
        """Bring the window to the front: the program was started a second time."""
        self.current.window.raise_up()

    def open_files(self, files: Sequence[Path]) -> None:
        """Bring in the people of these files."""
        self.current.importing.open_files(files)

    def session_ends(self) -> None:
        """The user logs out or shuts the computer down."""
        self.current.closing.session_ends()

    def speak(self, chosen: str) -> None:
        """Show everything in another language, "" for the system's: what is written and listed stays as it is."""
        self._wanted = chosen
        self._follow()

    def end(self) -> None:
        """The program ends: no other desk is made."""
        self._again.stop()
        self.current.end()

    def _follow(self) -> None:
        """Show everything anew where that is to be said or written otherwise now."""
        if self.current.is_busy:  # for a moment, until disk or list has it
            self._again.start()
            return
        settings, wanted, languages = self._settings, self._wanted, self._languages
        if wanted is None:
            otherwise = languages.use(settings.language, arabic_digits=settings.arabic_digits)
        else:
            self._wanted = None
            settings.language = wanted
            self.to_be_kept.emit()
            otherwise = languages.choose(wanted, arabic_digits=settings.arabic_digits)
        if otherwise or settings.hijri is not self.current.hijri:
            self._change()

    def _change(self) -> None:
        before, self.bridge = self.current, EventBridge()
        before.window.remember()
        self.current = self._open()
        for mark in self._marks:
            mark(self.current.window)
        self.current.take_over(before)
        GarbageCollection(self.current.window)
        self.current.window.show()
        before.bridge.pass_to(self.bridge)
        before.close()

    def _settings_changed(self) -> None:
        self.settings_changed.emit()
        QTimer.singleShot(0, self, self._follow)  # their dialog, which is the window's, is closed first

    def _open(self) -> Desk:
        self._listen(self.bridge)
        desk = self._make()
        desk.leave.connect(self.leave)
        desk.settings_changed.connect(self._settings_changed)
        desk.to_be_kept.connect(self.to_be_kept)
        desk.language_chosen.connect(self.speak)
        return desk
