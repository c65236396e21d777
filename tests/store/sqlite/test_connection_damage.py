"""Damage is found out, told apart from everything else, and told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.store.database import Database
from smsdesk.store.sqlite.connection import Damaged, not_ours, open_writer, quick_check, user_facing
from tests.helpers.profile.damage import DAMAGES, PAGE, cover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection


NOON = datetime(2026, 11, 19, 12, 2).astimezone()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_found_out_and_left_as_it_is(
    in_use: Database, path: Path, damage: Callable[[Path], None]
) -> None:
    in_use.close()
    quick_check(path)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(Damaged, match="data file is damaged"):
        quick_check(path)
    assert path.read_bytes() == before


def test_a_file_in_use_is_checked_while_it_is_being_written(in_use: Database, path: Path) -> None:
    def meanwhile(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE delivery SET name = 'x'")
        quick_check(path)

    in_use.write(meanwhile)


def test_another_programs_file_is_not_called_damaged() -> None:
    assert not isinstance(not_ours(), Damaged)


def test_a_full_disk_is_not_called_damage(in_use: Database) -> None:
    in_use.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1"))
    with pytest.raises(UserFacingError) as refused:
        in_use.write(lambda c: c.exec_driver_sql("UPDATE announcement SET text = hex(zeroblob(100000))"))
    assert not isinstance(refused.value, Damaged)


@pytest.mark.parametrize("work", ["SELECT * FROM delivery", "UPDATE delivery SET name = 'x'"])
def test_damage_that_is_met_while_the_file_is_in_use_is_told_and_raised(
    in_use: Database, path: Path, work: str
) -> None:
    in_use.close()
    for page in range(1, path.stat().st_size // PAGE):
        cover(path, page)
    engine = open_writer(path)
    with pytest.raises(Exception, match="malformed") as met, engine.begin() as connection:
        connection.exec_driver_sql(work)
    engine.dispose()
    assert isinstance(user_facing(met.value), Damaged)


def test_the_database_tells_of_damage_besides_raising_it(in_use: Database, path: Path) -> None:
    in_use.close()
    told: list[Damaged] = []
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'delivery'").fetchone()
    database = Database(path, told.append)
    cover(path, root - 1)
    with pytest.raises(Damaged), database.reading() as reading:
        reading.exec_driver_sql("SELECT * FROM delivery").all()
    with pytest.raises(Damaged):
        database.write(lambda c: c.exec_driver_sql("UPDATE delivery SET name = 'x'"))
    database.close()
    assert len(told) == 2
