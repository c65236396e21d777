"""What the moves of a queue are told, and what they give."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import timedelta

    from smsdesk.services.sending.queue.progress import Countdown
    from smsdesk.services.sending.submission import Answer


class Added(Enum):
    """What becomes of an announcement that was just put in the outbox."""

    WAITS = auto()  # for Continue, with the rest
    COUNTS_DOWN = auto()
    MAY_LEAVE = auto()


@frozen
class Adding:
    """An announcement on its way to the disk.

    Attributes:
        stored: gives its id when it is on disk.
        people: how many get it.
        waits: the queue had stopped when it was added.
        wakes: the queue had nothing to do until then.
    """

    stored: Future[int]
    people: int
    waits: bool
    wakes: bool


@frozen
class Resumed:
    """What Continue did.

    Attributes:
        begins: the queue begins to move; else the step under way goes on.
        released: done when it is on disk.
    """

    begins: bool
    released: Future[None]


@frozen
class Standing:
    """How a queue stands just when an answer has come.

    Attributes:
        stopped: Stop or Undo was pressed while the question was under way: what comes back of it is cancelled.
        because: the code with which that is; None where Stop was pressed.
        settled: deliveries that wait no more after this.
        last: then there is nothing left to continue with.
        tries: how often in a row nothing was taken before this.
        unknown_in_a_row: submissions in a row before this that ended unknown.
        unknown_lately: of the nine submissions before this, how many ended unknown.
        refused_with: the code with which the message before this was refused, whoever was to get it; "" where
            something was accepted since.
    """

    stopped: bool
    because: str | None
    settled: int
    last: bool
    tries: int
    unknown_in_a_row: int
    unknown_lately: int
    refused_with: str


@frozen
class Step:
    """How a queue stands when a step of its run begins.

    Attributes:
        goes_on: the run goes on; nothing may be submitted else.
        kept: an answer that is to be written down before anything else leaves.
        announcement_id: the one under way.
        stuck_for: how long nothing was taken.
    """

    goes_on: bool
    kept: Answer | None
    announcement_id: int | None
    stuck_for: timedelta


@frozen
class Snapshot:
    """What a queue adds to what is known of all of them.

    Attributes:
        moving: a step is on the lane.
        unsent: deliveries that have not left, and will without anybody doing something.
        countdown: the newest announcement that Undo takes back whole.
        undone: announcements that were taken back, which the disk would not take yet.
    """

    moving: bool
    unsent: int
    countdown: Countdown | None
    undone: tuple[int, ...]
