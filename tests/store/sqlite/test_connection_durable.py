"""What a commit means: it is on the disk, not only with the system, before anybody is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.store.sending.outbox import Outbox

if TYPE_CHECKING:
    from smsdesk.store.database import Database

FULL, ON = 2, 1


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", FULL), ("fullfsync", ON), ("foreign_keys", ON)],
)
def test_the_one_writer_waits_for_the_disk_with_each_commit(database: Database, pragma: str, value: str | int) -> None:
    Outbox(database).hold().result()  # whatever was handed over until then
    assert database.write(lambda connection: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == value
