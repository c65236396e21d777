from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.draft import Draft
from smsdesk.domain.money import Amount, Balance
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.drafts import DraftStore
from smsdesk.store.kept_drafts import KeptDrafts
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.older_copy import doubted_up_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce


def all_older(database: Database) -> datetime:
    """Everything in the file is of this morning; gives a time after that."""
    morning = datetime.now(UTC) - timedelta(hours=6)
    columns = {
        "announcement": ("created_at",),
        "submission": ("started_at", "finished_at"),
        "delivery": ("changed_at",),
    }
    for table, names in columns.items():
        for name in names:
            change = f"UPDATE {table} SET {name} = ? WHERE {name} IS NOT NULL"
            at = morning.isoformat(timespec="microseconds")
            database.write(lambda c, change=change, at=at: c.exec_driver_sql(change, (at,)))
    return morning + timedelta(hours=1)


def test_the_last_that_waits_is_doubted_where_the_log_tells_of_later(in_use: Database, announce: Announce) -> None:
    last = announce(2)
    later = all_older(in_use)
    assert doubted_up_to(in_use, later) == last
    assert doubted_up_to(in_use, later - timedelta(hours=2)) == 0
    assert doubted_up_to(in_use, None) == 0


def test_where_nothing_waits_nothing_is_doubted(in_use: Database) -> None:
    Outbox(in_use).cancel("a1").result()
    assert doubted_up_to(in_use, datetime.now(UTC) + timedelta(hours=1)) == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda database: BalanceStore(database).add("a1", Balance(Amount(Decimal(1), "credits"), datetime.now(UTC))),
        lambda database: DraftStore(database).save(Draft(text="begun")).result(),
        lambda database: KeptDrafts(database).keep(Draft(text="begun")).result(),
        lambda database: Outbox(database).claim(1, 1),
        lambda database: Outbox(database).cancel_announcement(1, None).result(),
    ],
)
def test_any_later_change_shows_that_it_is_no_older_copy(
    in_use: Database, announce: Announce, change: Callable[[Database], object]
) -> None:
    announce(2)
    later = all_older(in_use)
    change(in_use)
    assert doubted_up_to(in_use, later) == 0
