"""The disk fills up, or another program holds the file, somewhere in a send; then smsdesk starts again."""

from __future__ import annotations

import random
import sqlite3
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.gateways import FICTIONAL
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import fill_up
from tests.kill.comparison import Order, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.accounts.account import Account
    from smsdesk.services.events import Event
    from tests.helpers.office import Profile, RunningOffice

PEOPLE = 90
SEEDS = range(6)


class Trouble:
    """Breaks out after a random submission: before the gateway answers it, or before the next one is claimed."""

    def __init__(self, office: RunningOffice, begin: Callable[[], object], seed: int) -> None:
        chance = random.Random(seed)
        self._left = chance.randrange(1, 40)
        self._begin = begin
        self._broke_out = threading.Event()
        if chance.random() < 0.5:
            office.sandbox.ledger.listen(lambda _copies: self._count())
        else:
            office.hear = lambda event: (
                self._count() if isinstance(event, DeliveriesChanged) and event.delivery_ids else None
            )

    def wait(self) -> None:
        assert self._broke_out.wait(PATIENCE_S)

    def _hear(self, event: Event) -> None:
        if isinstance(event, DeliveriesChanged) and event.delivery_ids:
            self._count()

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._begin()
            self._broke_out.set()


@pytest.fixture
def full_disk(office: RunningOffice) -> Callable[[], object]:
    """Fills the disk up; it has room again for who opens the file anew."""
    return lambda: fill_up(office.database)


class Lock:
    """Another program's hold on the file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)

    def take(self) -> None:
        """Take it between two of our writes, however close they follow each other."""
        while not self._connection.in_transaction:
            with suppress(sqlite3.OperationalError):
                self._connection.execute("BEGIN IMMEDIATE")

    def give_back(self) -> None:
        self._connection.rollback()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def lock(office: RunningOffice) -> Iterator[Lock]:
    """Nobody has it yet; our writer has not much patience."""
    office.database.write(lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout=20"))
    with closing(Lock(office.path)) as lock:
        yield lock


def send_into(office: RunningOffice, begin: Callable[[], object], seed: int) -> list[Order]:
    """Confirm an announcement at each gateway, and a late one in the middle of the trouble; gives all three."""
    trouble = Trouble(office, begin, seed)
    single, batches = office.account(), office.account("ismart-rest", batch_size=4)
    for account in (single, batches):
        office.send(account, PEOPLE, text_for(account))
    trouble.wait()
    rested = [office.at_rest(account) for account in (single, batches)]
    assert QueueState.STOPPED in [each.state for each in rested]
    assert all(each.state is QueueState.STOPPED or each.done == PEOPLE for each in rested)
    late = "x" * 50_000
    with pytest.raises(UserFacingError):
        office.send(single, 5, late)
    return [
        *(Order(text_for(account), account.id, numbers(account, PEOPLE)) for account in (single, batches)),
        Order(late, single.id, numbers(single, 5)),
    ]


def text_for(account: Account) -> str:
    return f"We close at noon ({account.provider})."


def numbers(account: Account, people: int) -> tuple[str, ...]:
    return tuple(FICTIONAL[account.provider].format(ending) for ending in range(people))


def end(office: RunningOffice, *, orderly: bool) -> None:
    office.lanes.close()
    if orderly:
        office.sender.write_down()
    office.database.close()


def assert_all_is_known_after_a_restart(profile: Profile, confirmed: list[Order]) -> None:
    """At the next start everything goes on by itself, and in the end everybody's fate can be read."""
    *kept, refused = confirmed
    again = profile.open_office()
    for account in again.book.all():
        assert again.at_rest(account).state is QueueState.IDLE
    again.close()
    found = compare(again.path, kept, [order.text for order in kept], again.sandbox.ledger.accepted)
    assert (found.twice, found.lost, found.queued, found.on_the_way) == ([], [], 0, {})
    assert refused.text not in found.stored
    assert all(times <= 1 for times in found.unknown.values())


@pytest.mark.parametrize("orderly", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_disk_that_fills_up_in_the_middle_of_a_send_loses_nobody(
    office: RunningOffice, profile: Profile, full_disk: Callable[[], object], seed: int, orderly: bool
) -> None:
    confirmed = send_into(office, full_disk, seed)
    end(office, orderly=orderly)
    assert_all_is_known_after_a_restart(profile, confirmed)


@pytest.mark.parametrize("orderly", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_that_another_program_holds_in_the_middle_of_a_send_loses_nobody(
    office: RunningOffice, profile: Profile, lock: Lock, seed: int, orderly: bool
) -> None:
    confirmed = send_into(office, lock.take, seed)
    end(office, orderly=orderly)
    lock.give_back()
    assert_all_is_known_after_a_restart(profile, confirmed)
