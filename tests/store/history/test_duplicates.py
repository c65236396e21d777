from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history.duplicates import Duplicates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce

A_DAY = timedelta(days=1)
ZERO, ONE, TWO = (f"+2783000000{digit}" for digit in range(3))


@pytest.fixture
def repeats(database: Database) -> Duplicates:
    return Duplicates(database)


@pytest.fixture
def change(path: Path) -> Callable[..., None]:
    """Writes to the file on a connection of its own."""

    def change(statement: str, *values: object) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement, values)

    return change


def yesterday() -> datetime:
    return datetime.now(UTC) - A_DAY


def test_who_has_the_text_is_found_with_the_time_of_its_announcement(repeats: Duplicates, announce: Announce) -> None:
    before = datetime.now(UTC)
    announce(2, "We close at noon.")
    found = repeats.find("We close at noon.", [ONE, TWO], yesterday())
    assert set(found.at) == {ONE}
    assert before <= found.newest <= datetime.now(UTC)


def test_the_newest_announcement_is_the_one_that_was_made_last_whatever_the_clock_said(
    repeats: Duplicates, announce: Announce, change: Callable[..., None]
) -> None:
    first, second = announce(2, "We close at noon."), announce(2, "We close at noon.")
    ahead = datetime.now(UTC) + 365 * A_DAY
    change("UPDATE announcement SET created_at = ? WHERE id = ?", ahead.isoformat(timespec="microseconds"), first)
    assert second > first
    assert repeats.find("We close at noon.", [ONE], yesterday()).newest < datetime.now(UTC) + A_DAY


def test_nobody_has_a_text_that_is_new(repeats: Duplicates, announce: Announce) -> None:
    announce(2, "We close at noon.")
    assert not repeats.announced("We close at one.", yesterday())
    assert repeats.find("We close at one.", [ZERO, ONE], yesterday()).at == {}


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("We close at noon.", " We close at noon.\n"),
        ("We  close\nat noon.", "We close at\u00a0noon."),
        ("Caf\u00e9", "Cafe\u0301"),
        ("اجتماع يوم الأحد", "اجتماع يوم الأحد "),
    ],
)
def test_a_text_that_reads_the_same_is_the_same(repeats: Duplicates, announce: Announce, sent: str, typed: str) -> None:
    announce(1, sent)
    assert repeats.announced(typed, yesterday())
    assert set(repeats.find(typed, [ZERO], yesterday()).at) == {ZERO}


def test_capitals_make_another_text(repeats: Duplicates, announce: Announce) -> None:
    announce(1, "closed")
    assert not repeats.announced("CLOSED", yesterday())


def test_what_was_announced_before_that_time_is_forgotten(
    repeats: Duplicates, announce: Announce, change: Callable[..., None]
) -> None:
    announce(1, "closed")
    old = (datetime.now(UTC) - A_DAY - timedelta(minutes=1)).isoformat(timespec="microseconds")
    change("UPDATE announcement SET created_at = ?", old)
    assert not repeats.announced("closed", yesterday())
    assert repeats.find("closed", [ZERO], yesterday()).at == {}


@pytest.mark.parametrize(
    ("state", "has_it"),
    [
        (DeliveryState.QUEUED, True),
        (DeliveryState.SUBMITTING, True),
        (DeliveryState.ACCEPTED, True),
        (DeliveryState.DELIVERED, True),
        (DeliveryState.UNKNOWN, True),
        (DeliveryState.CANCELLED, False),
        (DeliveryState.REJECTED, False),
        (DeliveryState.UNDELIVERED, False),
        (DeliveryState.EXPIRED, False),
    ],
)
def test_only_who_did_not_get_it_for_sure_does_not_count(
    repeats: Duplicates, announce: Announce, change: Callable[..., None], state: DeliveryState, has_it: bool
) -> None:
    announce(1, "closed")
    change("UPDATE delivery SET state = ?", state)
    assert (ZERO in repeats.find("closed", [ZERO], yesterday()).at) is has_it


def test_another_account_counts_as_well(repeats: Duplicates, database: Database, announce: Announce) -> None:
    other = Account("a2", "Library", "ismart-rest", "library", (), "http://127.0.0.1:2", "OM")
    AccountStore(database).save(other).result()
    announce(1, "closed", account_id="a2")
    assert set(repeats.find("closed", [ZERO], yesterday()).at) == {ZERO}


def test_of_several_announcements_the_newest_to_each_number_counts(repeats: Duplicates, announce: Announce) -> None:
    announce(2, "closed")
    announce(1, "closed")
    found = repeats.find("closed", [ZERO, ONE], yesterday())
    assert found.at[ZERO] > found.at[ONE]
    assert found.newest == found.at[ZERO]
    assert not found.all_at_once
    assert repeats.find("closed", [ONE], yesterday()).all_at_once


def test_whoever_was_refused_and_then_reached_has_it(
    repeats: Duplicates, outbox: Outbox, announce: Announce, change: Callable[..., None]
) -> None:
    announce(1, "closed")
    change("UPDATE delivery SET state = 'rejected', error_code = '8-batch'")
    again = Announcement("a1", "closed", "Office", 1, (Recipient(ZERO, "Name 0", resend_of=1),))
    outbox.add(again).result()
    assert set(repeats.find("closed", [ZERO], yesterday()).at) == {ZERO}


def test_a_list_longer_than_a_statement_takes_parameters_is_looked_up(repeats: Duplicates, announce: Announce) -> None:
    announce(3, "closed")
    crowd = [f"+1{number:010}" for number in range(100_000)]
    assert set(repeats.find("closed", [*crowd, TWO], yesterday()).at) == {TWO}
