"""The data file is moved, deleted or replaced while the program uses it: nothing leaves that can't be kept."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.sending.queue.progress import QueueState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")

MOVED = "moved, deleted or replaced"


def delete(path: Path) -> None:
    for each in path.parent.glob("smsdesk.db*"):
        each.unlink()


def rename_the_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name(f"{path.parent.name}-elsewhere"))


def replace_by_a_copy(path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("change", [delete, rename_the_folder, replace_by_a_copy])
def test_sending_stops_at_once_with_a_sentence(
    office: RunningOffice, held_gateways: HeldGateways, change: Callable[[Path], None]
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address, batch_size=1)
    office.send(account, 3)
    gateway.next_request()
    change(office.path)
    gateway.answer_now()
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert stopped.reason is not None
    assert MOVED in str(stopped.reason.what)
    assert len(gateway.targets) == 1
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert len(gateway.targets) == 1


@pytest.mark.parametrize("change", [delete, rename_the_folder, replace_by_a_copy])
def test_nothing_more_is_taken_into_the_outbox(office: RunningOffice, change: Callable[[Path], None]) -> None:
    account = office.account()
    change(office.path)
    with pytest.raises(UserFacingError, match=MOVED):
        office.send(account, 2)
    assert office.requests("send") == 0


def test_what_was_on_its_way_is_still_written_down_where_the_file_is_now(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address, batch_size=1)
    office.send(account, 2)
    gateway.next_request()
    office.path.rename(office.path.with_name("moved.db"))
    gateway.answer_now()
    office.at_rest(account)
    with office.database.reading() as connection:
        states = connection.exec_driver_sql("SELECT state FROM delivery ORDER BY id").scalars().all()
    assert states == ["accepted", "queued"]
