"""What the place at the Send button says, from what it costs to what was accepted; the words, without the widgets."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence

from smsdesk.domain.frozen import frozen
from smsdesk.services.sending.queue.progress import Countdown, Progress, QueueState
from smsdesk.ui.compose.cost import left_sentence, price_sentence
from smsdesk.ui.text.directions import joined
from smsdesk.ui.text.formatting import amount, duration, in_a_while
from smsdesk.ui.text.translate import translate

if TYPE_CHECKING:
    from decimal import Decimal

    from smsdesk.domain.money import Cost


class Offer(Enum):
    """The one button that stands there."""

    SEND = "send"
    UNDO = "undo"
    CANCEL = "cancel"
    USE_AGAIN = "use again"


@frozen
class Written:
    """What stands in the composer.

    Attributes:
        cost: what it would cost.
        has_text: there is a message.
        low_mark: the balance at which the account runs low; None for never.
    """

    cost: Cost
    has_text: bool
    low_mark: Decimal | None = None


@frozen
class Queue:
    """How the sending stands.

    Attributes:
        progress: of the chosen account's queue.
        gateway: what that account's gateway is called.
        countdown: what can be taken back, in whichever account.
        countdown_s: how long it could be taken back at first, in seconds.
        held: that stands in the composer still.
        told: what Undo or Cancel brought, a title and a line below; it is told until something is sent again.
        can_use_again: what was sent last is known.
    """

    progress: Progress = field(default_factory=Progress)
    gateway: str = ""
    countdown: Countdown | None = None
    countdown_s: float = 0
    held: bool = False
    told: tuple[str, str] | None = None
    can_use_again: bool = False


@frozen
class Moment:
    """What the place shows.

    Attributes:
        offer: its button.
        verb: what the button says.
        title, caption: its two lines.
        brief: the first one where it has no room; "" where nothing briefer says it.
        aside: a word at the end of the first.
        share: how full the bar is, 0 to 1; None for no bar.
        cancel: what a second, small button says that cancels what waits; "" for none.
        warns: the second line is a warning.
        ready: the button is what is done next.
    """

    offer: Offer
    verb: str
    title: str
    caption: str = ""
    aside: str = ""
    share: float | None = None
    cancel: str = ""
    warns: bool = False
    ready: bool = False
    brief: str = ""


def told_of_done(progress: Progress) -> list[str]:
    """What became of the messages that the gateway was asked to take; nothing where there were none."""
    told = (
        (translate("sending_moments", "%n accepted", None, 1), progress.taken),
        (translate("sending_moments", "%n refused", None, 1), progress.rejected),
        (translate("sending_moments", "%n unknown", None, 1), progress.unknown),
    )
    return [text.count(people) for text, people in told if people]


def moment_of(written: Written, queue: Queue, now: datetime | None = None) -> Moment:
    """What is to be shown now: what can be taken back before all else, then what is being written, then the rest."""
    progress = queue.progress
    if queue.countdown is not None:
        return _to_be_taken_back(written, queue, queue.countdown, now or datetime.now(UTC))
    if written.has_text or written.cost.people:
        return _written(written, progress)
    if progress.state is QueueState.SENDING:
        return _leaving(progress)
    if queue.told is not None:
        return Moment(_again(queue), _again_verb(queue), *queue.told)
    if progress.state is QueueState.IDLE and progress.done:
        return _done(queue)
    return Moment(Offer.SEND, translate("sending_moments", "&Send…"), _what_is_missing(written))


def _to_be_taken_back(written: Written, queue: Queue, countdown: Countdown, now: datetime) -> Moment:
    leaving = translate("sending_moments", "%n message(s) leave(s) {when}", None, 1).count(countdown.people)
    left_s = max((countdown.ends_at - now).total_seconds(), 0.0)
    price = written.cost.price if queue.held else None
    said = [amount(price)] if price is not None else []
    said += filter(None, [left_sentence(written.cost, written.low_mark) if queue.held else ""])
    key = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
    return Moment(
        Offer.UNDO,
        translate("sending_moments", "&Undo"),
        leaving.format(when=in_a_while(countdown.ends_at, now)),
        joined(said) or translate("sending_moments", "Nothing of it is sent or paid if you take it back"),
        key if queue.held else "",
        left_s / max(queue.countdown_s, left_s, 1.0),
    )


def _written(written: Written, progress: Progress) -> Moment:
    price = price_sentence(written.cost)
    left = left_sentence(written.cost, written.low_mark)
    low = written.cost.left is not None and written.low_mark is not None and written.cost.left.value < written.low_mark
    caption = _behind(progress) or left
    verb = translate("sending_moments", "&Send…")
    if written.cost.people:
        verb = translate("sending_moments", "&Send %n message(s)…", None, 1).count(written.cost.people)
    return Moment(
        Offer.SEND,
        verb,
        price or _what_is_missing(written),
        caption,
        cancel=_cancel_verb(progress) if progress.state is QueueState.SENDING else "",
        warns=bool(low and caption == left),
        ready=bool(price),
        brief="" if written.cost.price is None else amount(written.cost.price),
    )


def _leaving(progress: Progress) -> Moment:
    if progress.rejected or progress.unknown:
        waiting = translate("sending_moments", "%n to go", None, 1).count(progress.waiting)
        title = joined([*told_of_done(progress), waiting])
    else:
        handed = translate("sending_moments", "{done} of %n handed over", None, 1).count(progress.total)
        title = handed.format(done=QLocale().toString(progress.done))
    return Moment(
        Offer.CANCEL,
        _cancel_verb(progress),
        title,
        translate("sending_moments", "You can go on writing, or close the window"),
        "" if progress.left_s is None else duration(progress.left_s),
        progress.done / max(progress.total, 1),
    )


def _done(queue: Queue) -> Moment:
    progress = queue.progress
    if progress.rejected or progress.unknown:
        title = joined(told_of_done(progress))
    else:
        accepted = translate("sending_moments", "{done} of %n accepted by {gateway}", None, 1).count(progress.done)
        title = accepted.format(done=QLocale().toString(progress.taken), gateway=queue.gateway)
    caption = translate("sending_moments", "What becomes of each is in the history")
    return Moment(_again(queue), _again_verb(queue), title, caption)


def _again(queue: Queue) -> Offer:
    return Offer.USE_AGAIN if queue.can_use_again else Offer.SEND


def _again_verb(queue: Queue) -> str:
    if queue.can_use_again:
        return translate("sending_moments", "U&se again")
    return translate("sending_moments", "&Send…")


def _cancel_verb(progress: Progress) -> str:
    if progress.state is QueueState.SENDING:
        return translate("sending_moments", "Cance&l the %n that wait(s)", None, 1).count(progress.waiting)
    return translate("sending_moments", "Cance&l the %n message(s)", None, 1).count(progress.waiting)


def _behind(progress: Progress) -> str:
    """What leaves before that is sent."""
    if not progress.waiting:
        return ""
    return translate("sending_moments", "They leave after the %n that wait(s)", None, 1).count(progress.waiting)


def _what_is_missing(written: Written) -> str:
    if written.has_text:
        return translate("sending_moments", "Add people")
    if written.cost.people:
        return translate("sending_moments", "Write a message")
    return translate("sending_moments", "Write a message and add people")
