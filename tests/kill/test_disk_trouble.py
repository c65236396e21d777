"""The disk fills up, or another program holds the file, somewhere in a send; then smsdesk starts again."""

from __future__ import annotations

import random
import sqlite3
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.progress import QueueState
from tests.helpers.gateways import FICTIONAL
from tests.kill.comparison import Order, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PEOPLE = 90
SEEDS = range(6)


class Trouble:
    """Breaks out after a random submission: before the gateway answers it, or before the next one is claimed."""

    def __init__(self, office: Any, begin: Callable[[], object], seed: int) -> None:
        chance = random.Random(seed)
        self._left = chance.randrange(1, 40)
        self._begin = begin
        self._broke_out = threading.Event()
        if chance.random() < 0.5:
            office.sandbox.ledger.listen(lambda _copies: self._count())
        else:
            office.hear = lambda event: self._count() if isinstance(event, DeliveriesChanged) else None

    def wait(self) -> None:
        assert self._broke_out.wait(20)

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._begin()
            self._broke_out.set()


@pytest.fixture
def full_disk(office: Any) -> Callable[[], object]:
    """Fills the disk up; it has room again for who opens the file anew."""
    # SQLite takes the pages in use for the least.
    return lambda: office.database.write(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1"))


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
def lock(office: Any) -> Iterator[Lock]:
    """Nobody has it yet; our writer has not much patience."""
    office.database.write(lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout=20"))
    with closing(Lock(office.path)) as lock:
        yield lock


def send_into(office: Any, begin: Callable[[], object], seed: int) -> list[Order]:
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


def text_for(account: Any) -> str:
    return f"We close at noon ({account.provider})."


def numbers(account: Any, people: int) -> tuple[str, ...]:
    return tuple(FICTIONAL[account.provider].format(ending) for ending in range(people))


def end(office: Any, *, orderly: bool) -> None:
    office.lanes.close()
    if orderly:
        office.sender.write_down()
    office.database.close()


def assert_all_is_known_after_a_restart(office: Any, open_office: Callable[..., Any], confirmed: list[Order]) -> None:
    """At the next start everything goes on by itself, and in the end everybody's fate can be read."""
    *kept, refused = confirmed
    again = open_office()
    again.vault = office.vault
    again.outbox.recover()
    again.sender.start(again.store.all())
    for account in again.store.all():
        assert again.at_rest(account).state is QueueState.IDLE
    again.close()
    found = compare(again.path, kept, [order.text for order in kept], again.sandbox.ledger.accepted)
    assert (found.twice, found.lost, found.queued, found.on_the_way) == ([], [], 0, {})
    assert refused.text not in found.stored
    assert all(times <= 1 for times in found.unknown.values())


@pytest.mark.parametrize("orderly", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_disk_that_fills_up_in_the_middle_of_a_send_loses_nobody(
    office: Any, open_office: Callable[..., Any], full_disk: Callable[[], object], seed: int, orderly: bool
) -> None:
    confirmed = send_into(office, full_disk, seed)
    end(office, orderly=orderly)
    assert_all_is_known_after_a_restart(office, open_office, confirmed)


@pytest.mark.parametrize("orderly", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_that_another_program_holds_in_the_middle_of_a_send_loses_nobody(
    office: Any, open_office: Callable[..., Any], lock: Lock, seed: int, orderly: bool
) -> None:
    confirmed = send_into(office, lock.take, seed)
    end(office, orderly=orderly)
    lock.give_back()
    assert_all_is_known_after_a_restart(office, open_office, confirmed)
