"""A kill leaves what the system still has to write; a power cut does not. So here the log's end is lost, or torn."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.kill.comparison import copy_of, log_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice

_CUTS = 25
_ANSWERS = {"smsoffice": "Success:message tracking number:1", "ismart-rest": json.dumps({"Code": 1, "Message": "ok"})}


class Cut:
    """What a power cut may leave of a database: all that had been safe, and any bytes after that, or none."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._chance = random.Random(1)
        self.safe_bytes = 0

    def all_is_safe(self) -> None:
        """What is in the log now would be there after a power cut."""
        self.safe_bytes = log_of(self._database).stat().st_size

    def aftermaths(self) -> Iterator[Path]:
        """Databases as the next start may find them: the log ends anywhere after what was safe, torn or clean."""
        written = log_of(self._database).read_bytes()
        assert len(written) > self.safe_bytes
        ends = [self._chance.randint(self.safe_bytes, len(written)) for _ in range(_CUTS)]
        for number, end in enumerate([self.safe_bytes, *ends, len(written)]):
            folder = self._folder / str(number)
            folder.mkdir(parents=True)
            left = copy_of(self._database, folder)
            torn = self._chance.randbytes(len(written) - end) if number % 2 else b""
            log_of(left).write_bytes(written[:end] + torn)
            yield left


@pytest.fixture
def cut(office: RunningOffice, tmp_path: Path) -> Cut:
    return Cut(office.path, tmp_path / "after")


def _states_after_start(file: Path) -> list[str]:
    """As the program leaves them when it has started on this file, which has to be sound."""
    database = Database(file)
    Outbox(database).recover()
    database.close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [state for (state,) in connection.execute("SELECT state FROM delivery ORDER BY id")]


@pytest.mark.parametrize(("gateway", "batch"), [("smsoffice", 1), ("ismart-rest", 3)])
def test_a_power_cut_forgets_no_request_that_has_left(
    office: RunningOffice, cut: Cut, held_gateways: HeldGateways, gateway: str, batch: int
) -> None:
    held = held_gateways.start(_ANSWERS[gateway])
    account = office.account(gateway, address=held.address, batch_size=batch)
    office.send(account, 3 * batch)
    held.next_request()
    cut.all_is_safe()
    held.answer_now()
    held.next_request()
    first, second, third = set(), set(), set()
    for file in cut.aftermaths():
        states = _states_after_start(file)
        assert len(states) == 3 * batch
        first.update(states[:batch])
        second.update(states[batch : 2 * batch])
        third.update(states[2 * batch :])
        assert len(set(states[:batch])) == 1, "a request is remembered whole"
    assert first == {"unknown", "accepted"}
    assert second == {"queued", "unknown"}
    assert third == {"queued"}
    held.answer_now(2)
    office.at_rest(account)


def test_a_power_cut_keeps_an_announcement_whole_or_not_at_all(office: RunningOffice, cut: Cut) -> None:
    account = office.account()
    people = tuple(Recipient(f"+278300000{ending:02}") for ending in range(98))
    cut.all_is_safe()
    office.outbox.add(Announcement(account.id, "Closed on Sunday. " * 8, "Office", 1, people)).result()
    sizes = {len(_states_after_start(file)) for file in cut.aftermaths()}
    assert sizes == {0, 98}


def test_an_announcement_that_was_confirmed_outlasts_a_power_cut(office: RunningOffice, cut: Cut) -> None:
    account = office.account()
    office.outbox.add(Announcement(account.id, "Closed", "Office", 1, (Recipient("+27830000001"),))).result()
    cut.all_is_safe()
    office.outbox.hold().result()
    assert all(_states_after_start(file) == ["queued"] for file in cut.aftermaths())
