"""What is said aloud of an account's queue, from one look at it to the next."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import comma
from smsdesk.ui.text.translate import error_text, translate

if TYPE_CHECKING:
    from datetime import datetime

    from smsdesk.services.sending.queue.progress import Countdown, Progress


def begun(countdown: Countdown, now: datetime) -> str:
    """What can be taken back, how, and for how long."""
    seconds = max(ceil((countdown.ends_at - now).total_seconds()), 1)
    within = translate("spoken_sending", "in %n second(s)", None, 1).count(seconds)
    told = translate("spoken_sending", "%n message(s) leave(s) {when}. Undo takes it back.", None, 1)
    return told.count(countdown.people).format(when=within)


def nearly_over(seconds: int) -> str:
    """The last moment to take it back."""
    key = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
    told = translate("spoken_sending", "%n second(s) left to undo", None, 1).count(seconds)
    return translate("spoken_sending", "{left}: {key}").format(left=told, key=key)


def taken_back(people: int) -> str:
    """Undo has worked."""
    return translate("spoken_sending", "Taken back: %n message(s), nothing of it was sent", None, 1).count(people)


def changed(before: Progress, now: Progress, *, added: bool) -> str:
    """What has happened between two looks at a queue; "" for nothing that is worth a word.

    Args:
        before: the look before.
        now: this one.
        added: something was added to the queue between them.
    """
    moved = before.state is not QueueState.IDLE
    if now.state is QueueState.SENDING and now.waiting and before.state is not QueueState.SENDING:
        return translate("spoken_sending", "Sending %n message(s)", None, 1).count(now.waiting)
    if now.state in (QueueState.STOPPED, QueueState.WAITING):
        if now.reason is None or now.state is before.state:
            return ""
        waiting = translate("spoken_sending", "%n message(s) waiting", None, 1).count(now.waiting)
        return f"{error_text(now.reason)} {waiting}"
    if now.state is QueueState.IDLE and not now.waiting and (before.waiting or moved or added):
        return _result(now, max(before.total - now.total, 0) if moved else 0)
    return ""


def _result(now: Progress, cancelled: int) -> str:
    figures = (
        (translate("spoken_sending", "%n message(s) accepted by the gateway", None, 1), now.taken),
        (translate("spoken_sending", "%n refused by the gateway", None, 1), now.rejected),
        (translate("spoken_sending", "%n may have been sent or not", None, 1), now.unknown),
        (translate("spoken_sending", "%n cancelled", None, 1), cancelled),
    )
    return joined((text.count(people) for text, people in figures if people), comma())
