"""What is wrong after a storm, or in a lull of it."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.outcome import TOO_LATE
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.workers.worker import WorkerClosed
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.peek import Peek
from tests.kill.comparison import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from tests.helpers.office import RunningOffice
    from tests.kill.comparison import Order
    from tests.kill.storm import Storm

NOT_LEFT: Final = ("cancelled", "rejected")
_WAITING: Final = (
    "SELECT account_id, count(*) FROM delivery JOIN announcement ON announcement.id = announcement_id "
    "WHERE state IN ('queued', 'submitting') GROUP BY account_id"
)
_CANCELLED: Final = "SELECT DISTINCT announcement_id, coalesce(error_code, '') FROM delivery WHERE state = 'cancelled'"
_SENT: Final = "SELECT announcement_id, max(submission_id) FROM delivery WHERE submission_id > 0 GROUP BY 1"


class StormFindings:
    """Looks, and keeps what is wrong.

    Attributes:
        wrong: a line for each fault.
        orders: what was confirmed, or was about to, by its text.
        edited: accounts that were changed.
        disk_refuses: whether nothing can be written just now.
    """

    def __init__(self, storm: Storm) -> None:
        self._storm = storm
        self.wrong: list[str] = []
        self.orders: dict[str, Order] = {}
        self.edited: set[str] = set()
        self.disk_refuses = False
        self._taken_back: dict[int, int] = {}  # the newest submission when that was on disk, by announcement
        self._asked_back: set[int] = set()
        self._summary = ""

    @contextmanager
    def taking_back(self, announcements: Collection[int]) -> Iterator[Callable[[], None]]:
        """These are being cancelled: from then on nothing more of them leaves, but what is on its way just then.

        What is given is called when the disk does not take it, and it holds all the same.
        """
        self._asked_back.update(announcements)
        holds = False

        def refused() -> None:
            nonlocal holds
            holds = True

        try:
            yield refused
            holds = True
        finally:
            newest = Peek(self._storm.office.path)("SELECT coalesce(max(id), 0) FROM submission")[0]
            if holds:
                for announcement_id in announcements:
                    self._taken_back.setdefault(announcement_id, newest)

    def until_nothing_moves(self) -> None:
        """Wait until no step is on a lane."""
        if not _soon(lambda: not self._storm.office.sender.sending(), PATIENCE_S / 2):
            self._say("stuck: a queue moves and moves")

    def figures(self) -> None:
        """No queue moves: what each one counts is what the file holds, and each says what it waits for."""
        self.until_nothing_moves()
        if self.disk_refuses:
            return
        if not _soon(lambda: not self._adrift(), PATIENCE_S / 100 if self.of("a counter") else PATIENCE_S / 2):
            for line in self._adrift():
                self._say(line)
        office = self._storm.office
        for account_id, waiting in self._waiting().items():
            now = office.sender.progress(account_id)
            stopped = now.state is QueueState.STOPPED and now.reason is not None
            if waiting and not stopped and not self._storm.timers.waiting_s() and not office.sender.sending():
                self._say(f"stuck: {waiting} of {self._named(account_id)} wait, and it is {now.state}")

    def left(self, accounts: Collection[str]) -> None:
        """Everything has run dry: nothing waits any more, and no account that is still there has stopped."""
        office = self._storm.office
        for account_id in accounts:
            now = office.sender.progress(account_id)
            if now.waiting or (now.state is not QueueState.IDLE and office.book.get(account_id) is not None):
                self._say(f"stuck: {self._named(account_id)}: {now.waiting} wait, {now.state}: {now.reason}")
        if office.sender.unsent():
            self._say(f"a counter: {office.sender.unsent()} are called unsent")

    def mistakes(self, office: RunningOffice) -> None:
        """Bugs that were told."""
        for error in office.failures():
            if not isinstance(error, UserFacingError | WorkerClosed):
                self._say(f"a mistake: {error!r}")

    def compare(self, file: Path) -> None:
        """Hold the file, which nobody has open, against what the gateways took and were asked."""
        accepted = self._storm.gateways.accepted()
        confirmed = [past.order.text for past in self._storm.past]
        found = compare(file, self.orders.values(), confirmed, accepted, not_left=NOT_LEFT)
        self.wrong += [f"twice: {each}" for each in found.twice] + [f"lost: {each}" for each in found.lost]
        self.wrong += sorted({f"a password: {each}" for each in self._storm.gateways.strays()})
        self.wrong += [f"lost: {found.queued} are still queued"] if found.queued else []
        peek = Peek(file)
        for announcement_id, code in peek(_CANCELLED):
            if announcement_id not in self._asked_back and code != TOO_LATE:
                self._say(f"lost: announcement {announcement_id} was cancelled, and nobody asked for it")
        for announcement_id, newest in peek(_SENT):
            if newest > self._taken_back.get(announcement_id, newest):
                self._say(f"taken back: announcement {announcement_id} left after that, in submission {newest}")
        states = Counter(row.state for row in found.rows.values())
        told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        self._summary = f"{len(confirmed)} announcements, {len(accepted)} taken; {told}"

    def of(self, kind: str) -> list[str]:
        """What is wrong of one kind: twice, taken back, lost, a counter, stuck, a mistake, a password."""
        return [line for line in self.wrong if line.startswith(kind)]

    def summary(self) -> str:
        """What came of it all."""
        return self._summary

    def _waiting(self) -> Counter[str]:
        rows: list[Any] = Peek(self._storm.office.path)(_WAITING)
        return Counter(dict(rows))

    def _adrift(self) -> list[str]:
        waiting, sender = self._waiting(), self._storm.office.sender
        told = {account_id: sender.progress(account_id).waiting for account_id in self._storm.accounts}
        return [
            f"a counter: {count} of {self._named(account_id)} wait, and {waiting[account_id]} in the file"
            for account_id, count in told.items()
            if count != waiting[account_id]
        ]

    def _named(self, account_id: str) -> str:
        return f"account {self._storm.accounts.index(account_id)}"

    def _say(self, line: str) -> None:
        self.wrong.append(f"{line} (after {self._storm.told[-1] if self._storm.told else 'nothing'})")


def _soon(holds: Callable[[], bool], patience_s: float) -> bool:
    deadline = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
