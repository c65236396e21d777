"""Sending goes on while the window is away: an icon in the tray says how far it is."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.ui.compose.sending_moments import told_of_done
from smsdesk.ui.qt.resources import resource
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.translate import error_text, translate
from smsdesk.ui.widgets.named import named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smsdesk.domain.errors import UserFacingError
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.window.main_window import MainWindow

_READING_MS = 8000  # the tray's message goes with the program, and wants to be read; the balance is asked meanwhile


class Next(Enum):
    """What a program does that sends in the background."""

    GO_ON = "go on"
    COME_BACK = "come back"
    LEAVE = "leave"


class Course:
    """The sending that is under way when the window goes, and what becomes of it.

    Args:
        queues: where the accounts' queues stand at that moment, by account id.
    """

    def __init__(self, queues: Mapping[str, Progress]) -> None:
        self._followed = {
            account_id
            for account_id, queue in queues.items()
            if queue.waiting and queue.state is not QueueState.STOPPED
        }
        self._told = {account_id: queue.reason for account_id, queue in queues.items()}
        self._called = False

    def how_far(self, queues: Mapping[str, Progress]) -> tuple[int, int]:
        """How many messages have left, of how many."""
        followed = self._all_together(queues)
        return followed.done, followed.total

    def what_happened(self, queues: Mapping[str, Progress]) -> str:
        """What became of them, when all have left."""
        together = self._all_together(queues)
        told = translate("BackgroundSending", "%n message(s): {told}", None, 1).count(together.done)
        return told.format(told=joined(told_of_done(together)))

    def _all_together(self, queues: Mapping[str, Progress]) -> Progress:
        followed = [queue for account_id, queue in queues.items() if account_id in self._followed]
        return Progress(
            done=sum(queue.done for queue in followed),
            total=sum(queue.total for queue in followed),
            rejected=sum(queue.rejected for queue in followed),
            unknown=sum(queue.unknown for queue in followed),
        )

    def next(self, queues: Mapping[str, Progress], unsent: int) -> tuple[Next, str]:
        """Decide what to do now; with the account whose queue needs the user, "" where none does.

        A stop that the user knew of when the window went calls nobody. Who was called once is waited for.

        Args:
            queues: where the queues stand now.
            unsent: how many messages still leave by themselves.
        """
        for account_id, queue in queues.items():
            reason = queue.reason
            if queue.state is QueueState.STOPPED and reason is not None and not self._knows(account_id, reason):
                self._told[account_id] = reason
                self._called = True
                return Next.COME_BACK, account_id
        return (Next.GO_ON if unsent or self._called else Next.LEAVE), ""

    def _knows(self, account_id: str, reason: UserFacingError) -> bool:
        known = self._told.get(account_id)
        return known is not None and known.what == reason.what


class BackgroundSending(QObject):
    """Puts the window away, and brings it back when it is needed. Where there is no tray, it is minimised.

    Args:
        application: Qt's application object.
        window: the window; however it comes back, this is over then.
        bridge: tells that a queue has changed.
        queues: where each account's queue stands, by account id.
        unsent: how many messages have not left yet and would still leave by themselves.
        has_tray: whether the desktop has a place for an icon.
        reading_ms: how long the last message can be read before the program leaves.
        platform: as in `sys.platform`.

    Signals:
        leave: all is sent and nobody needs the window: close for good.
        needed: the queue of this account (its id) needs the user.
        stop_requested: the user chose to stop here and quit.
    """

    leave = Signal()
    needed = Signal(str)
    stop_requested = Signal()

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        bridge: EventBridge,
        queues: Callable[[], Mapping[str, Progress]],
        unsent: Callable[[], int],
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        reading_ms: int = _READING_MS,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(window)
        self._application = application
        self._window = window
        self._queues = queues
        self._unsent = unsent
        self._has_tray = has_tray
        self._platform = platform
        self._course: Course | None = None
        self._tray: QSystemTrayIcon | None = None
        self._stopping = False
        self._last = QTimer(self, singleShot=True, interval=reading_ms)
        self._last.timeout.connect(self._leave)
        bridge.queue_changed.connect(self._look)

    def begin(self) -> None:
        """The window goes; the sending goes on."""
        if self._unsent() == 0:
            self.leave.emit()
            return
        self._course = Course(self._queues())
        self._stopping = False
        if self._has_tray():
            self._tray = self._make_tray()
            self._tray.show()
            self._window.hide()
        else:
            self._window.showMinimized()
        self._application.installEventFilter(self)
        self._look()

    def end(self) -> None:
        """The window is back, or the program ends."""
        if self._course is None:
            return
        self._course = None
        self._last.stop()
        self._application.removeEventFilter(self)
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window come back, and the system's wish to quit, which asks no hidden window.

        On macOS a click on the program's icon in the Dock only makes the program active: it has a window to show.
        """
        kind = event.type()
        if watched is self._window and kind in (QEvent.Type.Show, QEvent.Type.WindowStateChange):
            if self._window.isVisible() and not self._window.isMinimized():
                self.end()
        elif kind is QEvent.Type.Quit:
            event.ignore()
            self._window.close()
            return True
        elif kind is QEvent.Type.ApplicationActivate and self._platform == "darwin" and not self._window.isVisible():
            self._window.raise_up()
        return False

    def _look(self) -> None:
        if self._course is None or self._stopping:
            return
        queues = self._queues()
        done, total = self._course.how_far(queues)
        if self._tray is not None:
            moves = any(queue.state is QueueState.SENDING for queue in queues.values())
            self._tray.setToolTip(_sending(done, total) if moves else _waiting(total - done))
        step, account_id = self._course.next(queues, self._unsent())
        if step is Next.COME_BACK:
            reason = queues[account_id].reason
            self.needed.emit(account_id)
            self._call(error_text(reason) if reason else "")
        elif step is Next.LEAVE and not self._last.isActive():
            self._say(self._course.what_happened(queues), QSystemTrayIcon.MessageIcon.Information)
            self._last.start()

    def _call(self, reason: str) -> None:
        """The user is needed, but may be writing elsewhere: the window knocks, and does not push itself in front."""
        self._last.stop()
        self._say(reason, QSystemTrayIcon.MessageIcon.Warning)
        self._window.showMinimized()
        self._application.alert(self._window)

    def _leave(self) -> None:
        if self._unsent():
            return  # it is looked at again when that has left
        self.end()
        self.leave.emit()

    def _stop(self) -> None:
        """What the queues do from now on, they do because the user wants it: nobody is called."""
        self._stopping = True
        self._last.stop()
        self.stop_requested.emit()

    def _say(self, text: str, icon: QSystemTrayIcon.MessageIcon) -> None:
        if self._tray is not None:
            self._tray.showMessage(self.tr("smsdesk"), text, icon)

    def _make_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(QIcon(str(resource("icons/smsdesk.svg"))), self)
        menu = named("trayMenu", QMenu(self._window))
        tray.destroyed.connect(menu.deleteLater)
        named("trayOpenAction", menu.addAction(self.tr("Open smsdesk"))).triggered.connect(self._window.raise_up)
        named("trayStopAction", menu.addAction(self.tr("Stop here and quit"))).triggered.connect(self._stop)
        tray.setContextMenu(menu)
        tray.messageClicked.connect(self._window.raise_up)
        tray.activated.connect(self._clicked)
        return tray

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # macOS opens the menu at a click.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and self._platform != "darwin":
            self._window.raise_up()


def _sending(done: int, total: int) -> str:
    text = translate("BackgroundSending", "Sending {done} of %n", None, 1).count(total)
    return text.format(done=QLocale().toString(done))


def _waiting(people: int) -> str:
    return translate("BackgroundSending", "%n message(s) waiting", None, 1).count(people)
