"""Whatever moves a delivery, the tally says what counting would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.outcome import Outcome, Verdict
from tests.helpers.profile.busy_day import busy_day, pages_of, restore, spoil
from tests.helpers.profile.peek import Peek
from tests.helpers.profile.varied_profile import varied_profile

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox

COUNTED = """
    SELECT announcement_id, state, count(*), sum(coalesce(delivery.parts, announcement.parts))
    FROM delivery JOIN announcement ON announcement.id = delivery.announcement_id
    GROUP BY announcement_id, state ORDER BY announcement_id, state
"""
TOLD = "SELECT * FROM tally WHERE deliveries > 0 ORDER BY announcement_id, state"
EMPTY = "SELECT count(*) FROM tally WHERE deliveries < 0 OR (deliveries = 0 AND parts <> 0)"


def right(peek: Peek) -> bool:
    return peek(TOLD) == peek(COUNTED) and peek(EMPTY) == [0]


def test_it_follows_every_move_of_a_day(tmp_path: Path) -> None:
    varied_profile(tmp_path / "smsdesk.db", orderly=True)
    peek = Peek(tmp_path / "smsdesk.db")
    assert len(peek(TOLD)) > 30
    assert right(peek)


def test_texts_of_their_own_are_billed_as_their_own_parts(outbox: Outbox, account: Account, peek: Peek) -> None:
    people = (Recipient("+27830000001"), Recipient("+27830000002", text="longer", parts=3))
    announcement_id = outbox.add(Announcement(account.id, "short", "Office", 1, people)).result()
    assert peek(TOLD) == [(announcement_id, "queued", 2, 4)]
    claim = outbox.claim(announcement_id, 5)
    assert claim is not None
    assert peek(TOLD) == [(announcement_id, "queued", 1, 3), (announcement_id, "submitting", 1, 1)]
    outbox.record(claim, [Verdict(Outcome.ACCEPTED)])
    assert peek(TOLD) == [(announcement_id, "accepted", 1, 1), (announcement_id, "queued", 1, 3)]
    outbox.cancel(account.id).result()
    assert right(peek)


def test_what_is_not_kept_is_not_counted(database: Database, outbox: Outbox, account: Account, peek: Peek) -> None:
    announcement_id = outbox.add(Announcement(account.id, "Hi", "Office", 1, (Recipient("+27830000001"),))).result()

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM delivery")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(fail)
    assert peek(TOLD) == [(announcement_id, "queued", 1, 1)]
    database.write(lambda c: c.exec_driver_sql("DELETE FROM delivery"))
    assert right(peek)


def test_it_is_right_after_going_back_to_a_backup_too(tmp_path: Path) -> None:
    path = tmp_path / "smsdesk.db"
    busy_day(path)
    spoil(path, *pages_of(path, "ix_report_delivery_id"))
    assert restore(path).salvaged > 0
    assert right(Peek(path))
