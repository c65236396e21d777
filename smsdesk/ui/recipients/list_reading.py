"""Reading many people without holding the window: worked out by a worker, and put into the list in one cheap step."""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.phone_numbers import display
from smsdesk.domain.recipients.list import FEW
from smsdesk.workers.futures import failure_of
from smsdesk.workers.side_by_side import considerately, let_go, spared
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from concurrent.futures import Future

    from smsdesk.domain.draft import Written
    from smsdesk.domain.people.entries import Entry
    from smsdesk.domain.recipients.change import Plan
    from smsdesk.domain.recipients.counts import Counts
    from smsdesk.domain.recipients.rows import Check, Reader, RecipientRow
    from smsdesk.ui.recipients.recipients_model import RecipientsModel

    Done = Callable[[Counts, int], None]

_FEW_CHARACTERS: Final = 40_000
_TOLD_EVERY_S: Final = 0.1


T = TypeVar("T")


class _CancelledError(Exception):
    pass


@dataclass(slots=True, eq=False)
class _Job:
    """Something that is read.

    Attributes:
        plan: works out what the list becomes, on the worker; again where the list was changed in the meantime.
        text: what it is called on the undo stack; "" for adding.
        done: told on the window's thread that it is in the list, with the counts before and the first new place;
            nothing is told of what was cancelled.
        people: those who will be on the list instead of all others.
        pasted: the text that is read.
        rereads: whether it reads the list for another account.
        cancelled: whether nobody wants it any more.
        sent: numbers that leave the list for good once it is read.
    """

    plan: Callable[[], Plan]
    text: str = ""
    done: Done | None = None
    people: Sequence[Written] | None = None
    pasted: str = ""
    rereads: bool = False
    cancelled: bool = False
    sent: set[str] = field(default_factory=set)


def is_long(text: str) -> bool:
    """Whether reading a paste would hold the window."""
    return len(text) > _FEW_CHARACTERS or text.count("\n") > FEW


class ListReading(QObject):
    """Brings many people into a list, and reads it for another account, one after the other.

    What is done to the list in the meantime stays: whatever was worked out for another state of it is worked out anew.

    Signals:
        busy_changed: it began to read, or has ended.
        progressed: so many lines of so many have been read.
    """

    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    _worked_out = Signal(object, object)

    def __init__(self, model: RecipientsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs: list[_Job] = []
        self._worker: Worker | None = None
        self._waiting: Callable[[], None] | None = None
        self._told_at = 0.0
        self._worked_out.connect(self._put_in)
        model.reading_needed.connect(self._read_again)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return bool(self._jobs)

    @property
    def can_cancel(self) -> bool:
        """Whether people are read who need not come."""
        return any(job.done for job in self._jobs)

    @property
    def coming(self) -> Sequence[Written] | None:
        """Who will be on the list instead of those who are there, once they have been read; else None."""
        return next((job.people for job in reversed(self._jobs) if job.people is not None), None)

    @property
    def pasted(self) -> str:
        """The texts that will be in the list once they have been read."""
        return "\n".join(job.pasted for job in self._jobs if job.pasted and not job.cancelled)

    def when_read(self, then: Callable[[], None]) -> None:
        """Call this once everything has been read, at once if that is so; a later wish takes the place of it."""
        if self.busy:
            self._waiting = then
        else:
            then()

    def read_for(self, country: str, check: Check | None) -> None:
        """Read the list for another account."""
        if self.busy or len(self._model.recipients) > FEW:
            self._model.read_for(country, check)
        else:
            self._model.reread(country, check)

    def add_text(self, text: str, done: Done) -> None:
        """Add whoever is in a pasted text."""
        recipients = self._model.recipients
        read: dict[Reader, list[RecipientRow]] = {}

        def plan() -> Plan:
            from smsdesk.domain.pasted_text import split_pasted  # its patterns take long to build

            reader = recipients.reader
            if reader not in read:
                entries = split_pasted(text, reader.country, lambda lines, of: self._tell(job, lines, of))
                read[reader] = [reader.entry_row(entry) for entry in spared(entries)]
            return recipients.plan_add(read[reader])

        job = _Job(plan, "", done, pasted=text)
        self._start(job)

    def add_entries(self, entries: Sequence[Entry], done: Done) -> None:
        """Add people who were read for the list's country."""
        recipients = self._model.recipients
        if not self.busy and len(entries) <= FEW:
            before = recipients.counts
            self._model.add_entries(entries)
            done(before, before.rows)
            return
        reader = recipients.reader

        def plan() -> Plan:
            rows, now = map(reader.entry_row, spared(entries)), recipients.reader
            return recipients.plan_add(rows if now is reader else map(now.again, rows))

        self._start(_Job(plan, "", done))

    def replace(self, people: Sequence[Written]) -> None:
        """Hold these instead."""
        recipients = self._model.recipients
        if not self.busy and len(people) <= FEW:
            self._model.replace(map(recipients.reader.written, people))
            return

        def plan() -> Plan:
            return recipients.plan_replace(map(recipients.reader.written, spared(people)))

        self._start(_Job(plan, self.tr("replace the list"), people=people))

    def replace_by(self, people: Callable[[], Sequence[Written]]) -> None:
        """Hold those instead whom this gives; it is called on the worker's thread."""
        recipients = self._model.recipients
        found: list[Sequence[Written]] = []

        def plan() -> Plan:
            if not found:
                found.append(people())
            return recipients.plan_replace(map(recipients.reader.written, spared(found[0])))

        self._start(_Job(plan, self.tr("replace the list")))

    def forget_sent(self, sent: Collection[str]) -> None:
        """Take these numbers off the list for good; also who is only being put back onto it."""
        if self._jobs:
            self._jobs[-1].sent.update(sent)
        self._model.forget_sent(sent)

    def cancel(self) -> None:
        """Add nobody who has not been read yet; a list for another account is read to its end."""
        self._waiting = None
        for job in self._jobs:
            job.cancelled = job.done is not None

    def stop(self) -> None:
        """Leave everything as it is, because the program ends."""
        self._waiting = None
        for job in self._jobs:
            job.cancelled = True

    def _read_again(self) -> None:
        recipients = self._model.recipients
        if not self.busy and len(recipients) <= FEW:
            self._model.reread(recipients.reader.country, recipients.reader.check)
        elif not any(job.rereads for job in self._jobs):
            self._start(_Job(recipients.plan_reading, rereads=True))

    def _start(self, job: _Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
            self._work(job)

    def _work(self, job: _Job) -> None:
        work = partial(considerately, lambda: _ready_to_show(job.plan()))
        if self._worker is None:
            self._worker = Worker("smsdesk-list")

        def done(future: Future[Plan]) -> None:
            with suppress(RuntimeError):  # the window is gone
                self._worked_out.emit(job, future)

        self._worker.do(work).add_done_callback(done)

    def _tell(self, job: _Job, lines: int, of: int) -> None:
        """On the worker's thread."""
        gc.freeze()
        if job.cancelled:
            raise _CancelledError
        if time.monotonic() > self._told_at + _TOLD_EVERY_S:
            self._told_at = time.monotonic()
            with suppress(RuntimeError):  # the window is gone
                self.progressed.emit(lines, of)

    def _put_in(self, job: _Job, future: Future[Plan]) -> None:
        error, before = failure_of(future), self._model.recipients.counts
        if not job.cancelled and error is None and not self._model.commit(future.result(), job.text):
            self._work(job)  # the list was changed in the meantime
            return
        if error is None and job.rereads and self._worker:
            self._worker.do(partial(let_go, future.result().found.turned))
        gc.freeze()  # no collection needs to look at so many rows
        self._jobs.remove(job)
        if job.sent:
            self._model.forget_sent(job.sent)
        if self._jobs:
            self._work(self._jobs[0])
        if error is None and not job.cancelled and job.done:
            job.done(before, before.rows)
        if not self._jobs:
            waiting, self._waiting = self._waiting, None
            self.busy_changed.emit(False)
            if waiting:
                waiting()
        if error is not None and not isinstance(error, _CancelledError):
            raise error


def _ready_to_show(plan: Plan) -> Plan:
    """Load what numbers are shown with: that takes long the first time, and the window would do it while it paints."""
    number = next((seat.row.number for seat in plan.found.seats if seat.row.number), None)
    if number:
        display(number)
    return plan
