"""What is brought over from a damaged file when a backup is restored. The damages are real ones."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.store.database import Database
from smsdesk.store.history.duplicates import Duplicates
from smsdesk.store.sqlite.salvage import Salvaged, salvage
from tests.helpers.profile.busy_day import (
    BEFORE,
    ELSEWHERE,
    LATEST_TEXT,
    MARKED,
    PAGE,
    PEOPLE,
    SINCE,
    Office,
    World,
    busy_day,
    check,
    pages_of,
    put,
    restore,
    spoil,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return busy_day(tmp_path_factory.mktemp("day") / "smsdesk.db")


@pytest.fixture
def path(world: World, tmp_path: Path) -> Path:
    return world.copied_to(tmp_path)


# --- what is brought over


def test_a_damaged_index_costs_nothing_of_what_was_done_since(path: Path, world: World) -> None:
    spoil(path, *pages_of(path, "ix_delivery_state"), *pages_of(path, "ix_delivery_announcement_id_state_parts"))
    restored = restore(path)
    check(path, world, restored)
    assert (restored.salvaged, restored.missing) == (SINCE, ELSEWHERE)
    should, is_ = table(world.file, "delivery"), table(path, "delivery")
    assert len(is_) == len(should) - PEOPLE  # but for the account that the backup does not know
    assert all(row["state"] == MARKED.get(should[id_]["state"], should[id_]["state"]) for id_, row in is_.items())
    waiting = [row for id_, row in should.items() if id_ in is_ and row["state"] in MARKED]
    assert restored.unknown == len(waiting)
    submissions = table(path, "submission")
    for id_, row in table(world.file, "submission").items():
        assert submissions[id_]["outcome"] == (row["outcome"] or "unknown")
    assert table(path, "draft")[1]["text"] == "Begun and almost done"
    kept = [row["text"] for row in table(path, "kept_draft").values()]
    assert kept == ["Brought back since", "Kept in the backup", "Kept since"]  # a backup brings back what it holds
    assert [row["amount"] for row in table(path, "balance").values()] == ["900", "500"]


def test_the_duplicate_check_knows_of_what_was_sent_since_the_backup(path: Path) -> None:
    spoil(path, *pages_of(path, "ix_delivery_message_id"))
    restore(path)
    database = Database(path)
    repeated = Duplicates(database).find(
        LATEST_TEXT, ["+27830000000", "+27830000007"], datetime.now(UTC) - timedelta(1)
    )
    database.close()
    assert sorted(repeated.at) == ["+27830000000", "+27830000007"]


def test_ids_that_were_given_out_since_the_backup_are_not_given_out_again(path: Path, world: World) -> None:
    spoil(path, *pages_of(path, "ix_delivery_state"))
    restore(path)
    office = Office(path)
    announcement = office.announce("A new one", 1)
    office.close()
    assert announcement > max(table(world.file, "announcement"))
    assert max(table(path, "delivery")) > max(table(world.file, "delivery"))


def test_one_bad_page_hides_no_row_of_another(path: Path, world: World) -> None:
    leaves = pages_of(path, "delivery")[1:]
    with closing(sqlite3.connect(path)) as connection:
        (most,) = connection.execute("SELECT max(id) FROM delivery").fetchone()
    spoil(path, leaves[-3])
    restored = restore(path)
    check(path, world, restored)
    assert restored.salvaged == SINCE
    missing = table(world.file, "delivery").keys() - table(path, "delivery").keys()
    away = [id_ for id_ in missing if table(world.file, "delivery")[id_]["announcement_id"] != BEFORE + 1]
    assert 0 < len(away) < 2 * most / len(leaves)
    assert max(table(path, "delivery")) == most


def test_a_page_in_the_place_of_another_brings_nobody_twice(path: Path, world: World) -> None:
    leaves = pages_of(path, "delivery")[1:]
    put(path, leaves[-3], path.read_bytes()[leaves[-6] * PAGE : (leaves[-6] + 1) * PAGE])
    restored = restore(path)
    check(path, world, restored)
    assert restored.salvaged == SINCE


def test_an_announcement_that_cant_be_read_is_missed_where_its_messages_can(path: Path, world: World) -> None:
    spoil(path, pages_of(path, "announcement")[-2])
    restored = restore(path)
    check(path, world, restored)
    assert restored.missing > ELSEWHERE
    assert restored.salvaged + restored.missing == SINCE + ELSEWHERE


def test_a_message_outlives_its_submission(path: Path, world: World) -> None:
    spoil(path, *pages_of(path, "submission"))
    restored = restore(path)
    check(path, world, restored)
    is_, should = table(path, "delivery"), table(world.file, "delivery")
    lost = [id_ for id_, row in is_.items() if row["submission_id"] is None and should[id_]["submission_id"]]
    assert lost
    assert all(is_[id_]["state"] == MARKED.get(should[id_]["state"], should[id_]["state"]) for id_ in lost)


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes(path: Path, world: World) -> None:
    os.truncate(path, path.stat().st_size // PAGE * 3 // 4 * PAGE)
    restored = restore(path)
    check(path, world, restored)
    assert restored.salvaged > SINCE // 4


def test_what_only_the_log_beside_the_file_holds_is_brought_over(path: Path) -> None:
    office = Office(path)
    announcement = office.announce("In the log", 2)
    kept_open = sqlite3.connect(path)  # as after a crash: the log stays
    kept_open.execute("SELECT * FROM draft").fetchall()
    office.close()
    spoil(path, pages_of(path, "ix_report_delivery_id")[0])
    restored = restore(path)
    kept_open.close()
    assert restored.salvaged == SINCE + 1
    assert table(path, "announcement")[announcement]["text"] == "In the log"


# --- what is not


def test_the_damaged_file_is_not_written_to(path: Path) -> None:
    spoil(path, pages_of(path, "delivery")[-2])
    before = path.read_bytes()
    restored = restore(path)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == before


def nonsense(column: str, value: object) -> Callable[[sqlite3.Connection], object]:
    return lambda c: c.execute(f"UPDATE delivery SET {column} = ? WHERE id = (SELECT max(id) FROM delivery)", (value,))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("number", "96890000012"),
        ("number", b"+96890000012"),
        ("state", "delivering"),
        ("name", "A\0\0\0"),
        ("changed_at", "2026-13-41T10:00:00.000000+00:00"),
        ("changed_at", "2026-11-19T10:00:00"),
        ("check_at", 12),
        ("announcement_id", "seven"),
        ("error_text", b"\xff\xfe"),
    ],
)
def test_a_row_that_makes_no_sense_is_not_taken(path: Path, column: str, value: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        nonsense(column, value)(connection)
        (last,) = connection.execute("SELECT max(id) FROM delivery").fetchone()
    spoil(path, pages_of(path, "ix_report_delivery_id")[0])
    assert restore(path).salvaged == SINCE
    assert max(table(path, "delivery")) == last - 1


@pytest.mark.parametrize("stale", ["queued", "submitting", "accepted"])
def test_nothing_is_taken_back(path: Path, world: World, stale: str) -> None:
    """As where a disk gave back pages of yesterday: what has gone further in the backup stays there."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE delivery SET state = ?", (stale,))
    (backup,) = world.backups.glob("*.db")
    spoil(path, pages_of(path, "ix_report_delivery_id")[0])
    restore(path)
    is_ = table(path, "delivery")
    went_on = {"queued": "accepted", "submitting": "accepted"} if stale == "accepted" else MARKED
    for id_, row in table(backup, "delivery").items():
        assert is_[id_]["state"] == went_on.get(row["state"], row["state"])


def test_a_number_that_differs_is_another_message(path: Path, world: World) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE delivery SET number = '+27830000099'")
    (backup,) = world.backups.glob("*.db")
    spoil(path, pages_of(path, "ix_report_delivery_id")[0])
    restore(path)
    is_ = table(path, "delivery")
    for id_, row in table(backup, "delivery").items():
        assert (is_[id_]["number"], is_[id_]["state"]) == (row["number"], MARKED.get(row["state"], row["state"]))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE alembic_version SET version_num = '0001'",
        "DELETE FROM alembic_version",
        f"UPDATE announcement SET created_at = '2020-01-01T00:00:00.000000+00:00' WHERE id = {BEFORE}",
    ],
)
def test_nothing_is_taken_from_a_file_of_another_revision_or_history(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    spoil(path, pages_of(path, "ix_report_delivery_id")[0])
    restored = restore(path)
    assert (restored.salvaged, restored.missing) == (0, 0)
    assert max(table(path, "announcement")) == BEFORE


def test_reading_ends_when_its_time_is_over(path: Path, world: World) -> None:
    (backup,) = world.backups.glob("*.db")
    part = shutil.copyfile(backup, path.with_name("part.db"))
    assert salvage(path, part, within_s=-1) == Salvaged(0, 0)
    assert table(part, "delivery") == table(backup, "delivery")


@pytest.mark.parametrize("file", [b"", b"no database", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_file_that_is_no_database_any_more_gives_nothing(path: Path, world: World, file: bytes) -> None:
    path.write_bytes(file)
    restored = restore(path)
    check(path, world, restored)
    assert (restored.salvaged, restored.missing) == (0, 0)


# --- whatever happened to the file


def overwrite(chance: random.Random, path: Path, page: int) -> None:
    """One of the ways in which a page goes bad."""
    content = path.read_bytes()
    (backup,) = (path.parent / "backups").glob("*.db")
    old = backup.read_bytes()
    another = chance.randrange(len(content) // PAGE)
    way = chance.randrange(6)
    if way == 0:
        put(path, page, b"\xa5" * PAGE)
    elif way == 1:
        put(path, page, bytes(PAGE))
    elif way == 2:
        put(path, page, chance.randbytes(PAGE))
    elif way == 3:  # written to the wrong place
        put(path, page, content[another * PAGE : (another + 1) * PAGE])
    elif way == 4 and len(old) >= (page + 1) * PAGE:  # never written, so that an earlier one shows
        put(path, page, old[page * PAGE : (page + 1) * PAGE])
    else:  # one sector
        put(path, page, bytes(512), 512 * chance.randrange(8))


@pytest.mark.parametrize("names", [("delivery",), ("announcement", "submission"), ("ix_delivery_state", "balance"), ()])
@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_damage_the_result_is_sound_and_says_nothing_false(
    path: Path, world: World, names: tuple[str, ...], seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    chance = random.Random(f"{seed} {names}")
    anywhere = range(path.stat().st_size // PAGE)
    pages = [page for name in names for page in pages_of(path, name)] or list(anywhere)
    for page in chance.sample(pages, chance.randint(1, min(len(pages), 6))):
        overwrite(chance, path, page)
    if chance.random() < 0.15:
        os.truncate(path, chance.randrange(path.stat().st_size))
    check(path, world, restore(path))
    assert [each for each in caplog.records if each.exc_info] == []
