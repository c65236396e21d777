"""A copy of the data in its place: nobody gets a message a second time without having been asked."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from smsdesk.demo import DATABASE
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.backups import backups_of

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

PEOPLE = tuple(Recipient(f"+968900000{number}") for number in range(10, 13))


@pytest.fixture
def waiting(demo: Demo) -> Path:
    """The data file of a program that was killed before the first of three messages left."""
    database = Database(demo.folder / DATABASE)
    account = next(each for each in AccountStore(database).all() if each.provider == "smsoffice")
    Outbox(database).add(Announcement(account.id, "Closed on Sunday", "SMSDESK", 1, PEOPLE)).result()
    database.close()
    return database.path


def notice(operator: Operator) -> str:
    return operator.find(QLabel, "noticeText").text()


def log_until(folder: Path, when: datetime) -> None:
    (folder / "smsdesk.log").write_text(
        f"2026-01-01T08:00:00Z INFO smsdesk.app: smsdesk began\n{when:%Y-%m-%dT%H:%M:%SZ} INFO smsdesk.app: ended\n",
        encoding="utf-8",
    )


async def test_a_backup_put_in_the_place_of_the_data_by_hand_is_a_restore_and_says_so(
    demo: Demo, waiting: Path, open_demo: OpenDemo
) -> None:
    backup = backups_of(demo.folder).make_daily(datetime.now(UTC))
    assert backup is not None
    operator = open_demo()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.leave()
    shutil.copy(backup.path, waiting)

    again = open_demo()
    await again.ready()
    assert again.states() == ["unknown"] * 3
    assert "The data file is a copy of" in notice(again)
    assert "may have been sent: 3 messages." in notice(again)
    await again.at_rest()
    assert len(demo.sandbox.ledger.accepted) == 3
    await again.leave()

    once_more = open_demo()
    await once_more.ready()
    assert not once_more.sees("noticeText")


async def test_data_older_than_the_log_sends_nothing_by_itself_and_says_why(
    demo: Demo, waiting: Path, open_demo: OpenDemo
) -> None:
    log_until(waiting.parent, datetime.now(UTC) + timedelta(hours=1))  # the copy was put back, the log was not
    operator = open_demo()
    await operator.ready()
    await operator.until(lambda: operator.sees("continueButton"))
    assert "The data may be an older copy" in operator.label("stopReason")
    await operator.at_rest()
    assert demo.sandbox.ledger.accepted == []
    operator.press("continueButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 3)


async def test_data_as_old_as_the_log_goes_on_by_itself(demo: Demo, waiting: Path, open_demo: OpenDemo) -> None:
    log_until(waiting.parent, datetime.now(UTC) - timedelta(hours=1))
    operator = open_demo()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    assert len(demo.sandbox.ledger.accepted) == 3
