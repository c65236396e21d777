"""Decides what is said aloud: what changes while the eyes would see it, but the focus is elsewhere. Not each key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.ui.text.formatting import amount
from smsdesk.ui.text.translate import error_text, translate
from smsdesk.ui.voice import spoken_sending
from smsdesk.ui.voice.announcer import Announcer
from smsdesk.ui.voice.reading_order import ReadingOrder

if TYPE_CHECKING:
    from smsdesk.domain.errors import UserFacingError
    from smsdesk.services.sending.review import Review
    from smsdesk.services.sending.sender import Sender
    from smsdesk.ui.controllers.main import MainController
    from smsdesk.ui.qt.event_bridge import EventBridge
    from smsdesk.ui.window.main_window import MainWindow

_LAST_S = 5  # of a countdown, that are told of
_LONG_S = 8  # a countdown that is worth telling of twice


class Voice(QObject):
    """Listens to the controller, the queues and the panes, and has the announcer say what matters.

    Attributes:
        announcer: what speaks.
    """

    def __init__(self, window: MainWindow, controller: MainController, sender: Sender, bridge: EventBridge) -> None:
        super().__init__(window)
        self.announcer = Announcer(window)
        ReadingOrder(window)
        self._sender = sender
        self._reviewed: tuple[int, int] | None = None
        self._seen: dict[str, Progress] = {}
        self._added = False
        self._counting: tuple[str, int, int] | None = None  # account, announcement, people
        self._last_moment = QTimer(self, singleShot=True)
        self._last_moment.timeout.connect(self._tell_of_last_moment)
        controller.reviewed.connect(self._review)
        controller.not_sent.connect(self._problems)
        window.recipients.told.said.connect(self.announcer.say)
        window.notice.said.connect(self.announcer.say)
        window.history.said.connect(self.announcer.say)
        bridge.announcements_added.connect(self._was_added)
        bridge.queue_changed.connect(self._queue_changed)

    # --- writing

    def _review(self, review: Review) -> None:
        """Tell of parts and cost when their number changes, after a pause; an emptied message says nothing."""
        figures = (review.info.segments, review.people)
        before, self._reviewed = self._reviewed, figures
        if before is None or before == figures:
            return
        said = []
        if figures[0] and figures[0] != before[0]:
            said.append(translate("voice", "%n part(s)", None, 1).count(figures[0]))
        if all(figures) and review.cost.price is not None:
            cost = translate("voice", "%n message(s): {price}", None, 1).count(review.people)
            said.append(cost.format(price=amount(review.cost.price)))
        self.announcer.say_after_pause(". ".join(said))

    def _problems(self, problems: tuple[UserFacingError, ...]) -> None:
        self.announcer.say(" ".join(error_text(problem) for problem in problems), at_once=True)

    # --- sending

    def _was_added(self) -> None:
        self._added = True

    def _queue_changed(self, account_id: str) -> None:
        back = self._look_at_countdown()
        before, now = self._seen.get(account_id, Progress()), self._sender.progress(account_id)
        self._seen[account_id] = now
        told = "" if back else spoken_sending.changed(before, now, added=self._added)
        if told:
            self.announcer.say(told, at_once=now.reason is not None)
        if now.state is QueueState.IDLE and not now.waiting:
            self._added = False

    def _look_at_countdown(self) -> bool:
        """Tell when one begins, or was taken back; True for the latter."""
        newest, before = self._sender.countdown(), self._counting
        if newest is None:
            self._counting = None
            self._last_moment.stop()
            back = self._sender.taken_back(before[0], before[1]) if before else 0
            if back:
                self.announcer.say(spoken_sending.taken_back(back), at_once=True)
            return back > 0
        account, countdown = newest
        counting = (account.id, countdown.announcement_id, countdown.people)
        if counting != before:
            self._counting, now = counting, datetime.now(UTC)
            self.announcer.say(spoken_sending.begun(countdown, now), at_once=True)
            left_s = (countdown.ends_at - now).total_seconds()
            if left_s >= _LONG_S:
                self._last_moment.start(round(1000 * (left_s - _LAST_S)))
        return False

    def _tell_of_last_moment(self) -> None:
        if self._counting is not None and self._sender.countdown() is not None:
            self.announcer.say(spoken_sending.nearly_over(_LAST_S))
