"""Leaving while messages have not left yet: the user decides what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from smsdesk.ui.problems.message_box import MessageBox
    from smsdesk.ui.qt.tasks import Tasks
    from smsdesk.ui.window.main_window import MainWindow

_HOLD_S = 0.4  # quitting takes no longer for a slow disk: what is to be written is written while the program ends


class Closing(QObject):
    """Answers the wish to close the window, however it was uttered.

    Args:
        window: whose wish to close this answers.
        unsent: how many messages have not left yet and would still leave by themselves.
        stop_here: holds every queue; done when it is on disk that what has not left is asked about at the next start.
        tasks: where waiting for that is done.

    Signals:
        leave: close for good.
        keep_sending: the window shall go, and the sending go on.
    """

    leave = Signal()
    keep_sending = Signal()

    def __init__(
        self, window: MainWindow, unsent: Callable[[], int], stop_here: Callable[[], Future[None]], tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._unsent = unsent
        self._stop_here = stop_here
        self._tasks = tasks
        self._box: MessageBox | None = None
        self._stopping = False
        window.close_requested.connect(self._asked_to_close)

    @property
    def is_busy(self) -> bool:
        """Whether the user is asked, or the program is about to end."""
        return self._stopping or self._box is not None

    def stop_and_leave(self) -> None:
        """Let nothing more leave, and close for good; where that can't be put on disk, say so and stay."""
        if not self._stopping:
            self._stopping = True
            self._tasks.spawn(self._stop(), self)

    def recount(self) -> None:
        """Some have left while the user thinks about it."""
        unsent = self._unsent()
        if self._box is not None and unsent:
            self._box.setText(_not_sent(unsent))

    def asks_first(self) -> bool:
        """Answer a wish to quit; gives whether the user is asked, so that nobody may quit yet."""
        if self._unsent() and not self._stopping:
            self._asked_to_close()
        return self._box is not None

    def session_ends(self) -> None:
        """The user logs out or shuts the computer down: nothing is asked, nothing holds it up."""
        self._stopping = True
        if self._box is not None:
            self._box.close()
        self.leave.emit()

    def _asked_to_close(self) -> None:
        if self._stopping:
            return
        if self._box is not None:
            self._box.raise_()
            self._box.activateWindow()
            return
        unsent = self._unsent()
        if unsent:
            self._ask(unsent)
        else:
            self.leave.emit()

    def _ask(self, unsent: int) -> None:
        if self._window.isMinimized() or not self._window.isVisible():
            self._window.raise_up()  # a question that belongs to a hidden window would be hidden too
        box = self._box = closing_question(unsent, self.keep_sending.emit, self.stop_and_leave, self._window)
        box.finished.connect(self._answered)
        box.open()

    def _answered(self) -> None:
        self._box = None

    async def _stop(self) -> None:
        import asyncio

        try:
            held = asyncio.wrap_future(self._stop_here())
            done, _ = await asyncio.wait([held], timeout=_HOLD_S)
            for each in done:
                each.result()
        except Exception:
            self._stopping = False
            self._window.raise_up()
            raise
        self.leave.emit()


def closing_question(
    unsent: int, keep_sending: Callable[[], object], stop_here: Callable[[], object], parent: QWidget
) -> MessageBox:
    """Ask what shall become of so many messages when the window is closed."""
    from smsdesk.ui.problems.message_box import Icon, MessageBox, Role

    stays = translate(
        "Closing", "If you stop here, they stay in the queue, and smsdesk asks about them at the next start."
    )
    title = translate("Closing", "Close smsdesk?")
    box = MessageBox("closingBox", Icon.Question, _not_sent(unsent), stays, title=title, parent=parent)
    keep = translate("Closing", "&Keep sending in the background")
    box.offer("keepSendingButton", keep, Role.AcceptRole, keep_sending)
    box.offer("stopHereButton", translate("Closing", "&Stop here and quit"), Role.DestructiveRole, stop_here)
    box.offer_way_back("stayButton", translate("Closing", "&Go back"))
    return box


def _not_sent(unsent: int) -> str:
    return translate("Closing", "%n message(s) not sent yet.", None, 1).count(unsent)
