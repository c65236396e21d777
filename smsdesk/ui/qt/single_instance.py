"""One program per profile: the second start brings the first one's window to the front."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread, Signal

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.ui.qt.foreground import let_come_forward

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 4000  # longer than an ending program takes
_ASK_AGAIN_MS = 50
_MOST_SAID = 256 * 1024  # bytes
_SURELY_TAKEN_MS = 500  # whoever makes the lock's file locks it at once, and at the latest by then

_log = logging.getLogger(__name__)

_NOT_WRITABLE = QT_TRANSLATE_NOOP("SingleInstance", "smsdesk can't write in its data folder: {folder}")
_CHECK = QT_TRANSLATE_NOOP(
    "SingleInstance", "Check that the folder may be written and that its disk is not full, then start again."
)
_NO_ANSWER = QT_TRANSLATE_NOOP("SingleInstance", "smsdesk is open already with this data folder, but does not answer.")
_END_IT = QT_TRANSLATE_NOOP("SingleInstance", "End the other one, or restart the computer, then start smsdesk again.")


class SingleInstance(QObject):
    """Holds the profile's lock; recovery of the outbox needs it.

    Args:
        folder: the profile.
        let_forward: lets another process, by its number, bring its window to the front.

    Signals:
        asked_to_show: the program was started again on this profile.
        files_given: with these files; `list[Path]`.
    """

    asked_to_show = Signal()
    files_given = Signal(list)

    def __init__(self, folder: Path, let_forward: Callable[[int], object] = let_come_forward) -> None:
        super().__init__()
        self._folder = folder
        self._let_forward = let_forward
        self._lock = QLockFile(str(folder / "smsdesk.lock"))
        self._lock.setStaleLockTime(0)  # a lock is old only when its process is gone
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Take the lock; False when another smsdesk holds it.

        Raises:
            UserFacingError: the folder can't be written.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise UserFacingError(_NOT_WRITABLE.fill(folder=str(self._folder)), _CHECK)

    def take_or_show(self, files: Sequence[Path] = ()) -> bool:
        """Take the lock; False when another smsdesk holds it: that one was asked to come to the front.

        One that is just ending is waited for.

        Args:
            files: what the other one shall open.

        Raises:
            UserFacingError: the folder can't be written, or the other one does not answer.
        """
        patience, surely_taken = QDeadlineTimer(_ANSWER_MS), QDeadlineTimer(_SURELY_TAKEN_MS)
        while not self.take():
            if self._call_the_other(files):
                return False
            if surely_taken.hasExpired() and self._take_what_nobody_holds():
                break
            if patience.hasExpired():
                raise UserFacingError(_NO_ANSWER, _END_IT)
            QThread.msleep(_ASK_AGAIN_MS)  # it may have started a moment ago, and not listen yet
        return True

    def listen(self) -> None:
        """Listen for later starts; not needed before the window shows."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self, socketOptions=QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        for name in self._names():
            QLocalServer.removeServer(name)  # what a crash left behind; the lock says that nobody uses it
            if self._server.listen(name):
                return
        _log.warning("a second start can't reach this one: %s", self._server.errorString())

    def stop_listening(self) -> None:
        """The program is ending: who calls now must not take that for an answer."""
        if self._server is not None:
            self._server.close()

    def release(self) -> None:
        """Give the profile free."""
        self._lock.unlock()

    def _take_what_nobody_holds(self) -> bool:
        """Take a lock whose file was left behind: by a power cut, or copied here from another computer.

        What the file says of its owner is no proof, the system's own lock on it is: while anybody holds that, the file
        can't be removed. Two starts that do this at the same moment are told apart by whose name is in the file.
        """
        if not self._lock.removeStaleLockFile() or not self.take():
            return False
        if self._lock.getLockInfo()[0] == os.getpid():
            _log.info("the lock of the profile was left behind; nobody held it")
            return True
        self._lock.unlock()
        return False

    def _call_the_other(self, files: Sequence[Path]) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        for name in self._names():
            socket = QLocalSocket()
            socket.connectToServer(name)
            if socket.waitForConnected(_ANSWER_MS):
                # Before it is asked: it comes to the front at once. Its number is 0 where the lock doesn't tell.
                self._let_forward(max(int(self._lock.getLockInfo()[0]), 0))
                socket.write("\0".join(["show", *map(str, files)]).encode("utf-8", "surrogateescape"))
                socket.waitForBytesWritten(_ANSWER_MS)
                socket.disconnectFromServer()
                return True
        return False

    def _called(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        if self._server is None:
            return
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(lambda: self._hear(caller))
        if caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._hear(caller)
        self.asked_to_show.emit()

    def _hear(self, caller: QLocalSocket) -> None:
        """It has said all; what is not said by a program like this one is nothing."""
        said = bytes(caller.read(_MOST_SAID).data()).decode("utf-8", "surrogateescape").split("\0")
        caller.deleteLater()
        if said[0] == "show" and said[1:]:
            self.files_given.emit([Path(name) for name in said[1:]])

    def _names(self) -> tuple[str, ...]:
        """Where the running program listens, first choice first.

        Never in the temporary folder that the environment names: two starts may have two. A path is bounded to about
        100 bytes, and not every disk takes sockets, so that the profile's own folder is not enough.
        """
        folder = self._folder.resolve()
        named = str(folder).encode("utf-8", "surrogatepass")
        # Qt's own is there already; `hashlib` would load OpenSSL.
        digest = QCryptographicHash.hash(named, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()[:16]
        names: tuple[str, ...] = (f"smsdesk-{digest}",)
        if sys.platform != "win32":
            names = (str(folder / "smsdesk.socket"), f"/tmp/smsdesk-{os.getuid()}-{digest}")  # noqa: S108 - bound for all
        return names
