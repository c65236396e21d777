"""A damaged data file: found at the start or later, nothing leaves, and the way back is offered."""

from __future__ import annotations

import argparse
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox

from smsdesk.desk import Desks
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.launch import _run
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from smsdesk.store.sqlite.backups import backups_of
from smsdesk.ui.qt.single_instance import SingleInstance
from smsdesk.ui.text.languages import Languages
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.demo import Demo
    from smsdesk.ui.qt.application import Application
    from tests.helpers.window.operator import Operator, Programs

PAGE = 4096
PEOPLE = tuple(Recipient(f"+968900000{number}") for number in range(10, 15))


@pytest.fixture
def waiting(demo: Demo) -> Path:
    """A demo profile with an announcement that would leave at once; gives its data file."""
    database = Database(demo.folder / "smsdesk.db")
    account = next(each for each in AccountStore(database).all() if each.provider == "smsoffice")
    Outbox(database).add(Announcement(account.id, "Closed on Sunday", "SMSDESK", 1, PEOPLE)).result()
    leaves = (datetime.now(UTC)).isoformat(timespec="microseconds")
    database.write(lambda c: c.exec_driver_sql("UPDATE announcement SET leaves_at = ?", (leaves,)))
    database.close()
    return database.path


@pytest.fixture
def backed_up(waiting: Path) -> Path:
    """The same with a backup of yesterday."""
    backups_of(waiting.parent).make_daily(datetime.now(UTC) - timedelta(days=1))
    return waiting


def spoil(path: Path, *names: str) -> bytes:
    """Overwrite where these tables and indexes begin; gives the file as it is then."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        roots = [
            connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
            for name in names
        ]
    with path.open("r+b") as file:
        for root in roots:
            file.seek((root - 1) * PAGE)
            file.write(b"\xa5" * PAGE)
    return path.read_bytes()


def zero_the_header(path: Path) -> bytes:
    with path.open("r+b") as file:
        file.write(b"\0" * PAGE)
    return path.read_bytes()


def states(path: Path) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT state, error_code FROM delivery ORDER BY id").fetchall()


class Passer:
    """Somebody who starts the program and does one thing in each window that comes up."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.asked: list[str] = []
        self.default = ""
        self.notices: list[str] = []
        self.before_closing: Callable[[], object] = lambda: None

    def start(self, demo: Demo, press: str) -> int:
        """Start it, press this in the question, leave from the window; gives the exit code."""
        look = QTimer(interval=20)
        look.timeout.connect(lambda: self._look(press))
        look.start()
        options = argparse.Namespace(startup_report=False, files=[], demo=False)
        languages = Languages(self._application, QLocale())
        try:
            return _run(self._application, demo.folder, options, lambda: demo.vault, languages)
        finally:
            look.stop()

    def _look(self, press: str) -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QMessageBox) and each.objectName() == "damagedBox" and each.isVisible():
                self.asked.append(f"{each.text()}\n\n{each.informativeText()}")
                self.default = each.defaultButton().objectName()
                button = each.findChild(QAbstractButton, press)
                assert button is not None, press
                button.click()
            if isinstance(each, MainWindow) and each.isVisible():
                notice = each.findChild(QLabel, "noticeText")
                if notice is not None and notice.text():
                    self.notices.append(notice.text())
                    self.before_closing()
                    each.close()


@pytest.fixture
def passer(qapp: Application) -> Iterator[Passer]:
    yield Passer(qapp)
    for each in QApplication.topLevelWidgets():
        if isinstance(each, MainWindow):
            each.deleteLater()


@pytest.mark.parametrize(
    "damage",
    [
        zero_the_header,
        lambda path: spoil(path, "account"),  # the window can't even be filled
        lambda path: spoil(path, "ix_report_delivery_id"),  # nobody looks there at the start, but the check
    ],
)
def test_a_damaged_file_is_replaced_by_the_last_backup_and_nothing_of_it_leaves_by_itself(
    passer: Passer, demo: Demo, backed_up: Path, damage: Callable[[Path], bytes]
) -> None:
    before = damage(backed_up)
    assert passer.start(demo, "restoreBackupButton") == 0
    assert len(passer.asked) == 1
    assert "is damaged" in passer.asked[0]
    assert "Messages that were waiting are marked unknown" in passer.asked[0]
    assert passer.default == "closeDamagedButton"
    (kept,) = demo.folder.glob("smsdesk-damaged-*.db")
    assert kept.read_bytes() == before
    assert "may have been sent: 5 messages." in passer.notices[0]
    assert f"The damaged file was kept as {kept.name}." in passer.notices[0]
    assert states(backed_up) == [("unknown", "restored")] * 5
    assert demo.sandbox.ledger.accepted == []


def test_what_was_announced_since_the_backup_is_read_from_the_damaged_file(
    passer: Passer, demo: Demo, backed_up: Path
) -> None:
    database = Database(backed_up)
    account = next(each for each in AccountStore(database).all() if each.provider == "smsoffice")
    Outbox(database).add(Announcement(account.id, "Open again", "SMSDESK", 1, PEOPLE[:2])).result()
    database.close()
    spoil(backed_up, "ix_report_delivery_id")
    assert passer.start(demo, "restoreBackupButton") == 0
    assert "is added as far as it can be read from the damaged file" in passer.asked[0]
    assert "1 announcement since then could be read from the damaged file" in passer.notices[0]
    assert "may have been sent: 7 messages." in passer.notices[0]
    assert "could not be read" not in passer.notices[0]
    assert states(backed_up) == [("unknown", "restored")] * 7
    assert demo.sandbox.ledger.accepted == []


def test_a_later_start_is_heard_by_the_program_on_the_backup_alone(
    passer: Passer, demo: Demo, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(backed_up, "ix_report_delivery_id")
    raised: list[Desks] = []
    monkeypatch.setattr(Desks, "raise_up", lambda desks: raised.append(desks))
    listen = SingleInstance.listen

    def called(instance: SingleInstance) -> None:
        listen(instance)
        passer.before_closing = instance.asked_to_show.emit

    monkeypatch.setattr(SingleInstance, "listen", called)
    assert passer.start(demo, "restoreBackupButton") == 0
    assert len(raised) == len(passer.notices)


def test_closing_instead_leaves_everything_as_it_is(passer: Passer, demo: Demo, backed_up: Path) -> None:
    before = spoil(backed_up, "ix_report_delivery_id")
    assert passer.start(demo, "closeDamagedButton") == 1
    assert passer.notices == []
    assert backed_up.read_bytes() == before
    assert list(demo.folder.glob("smsdesk-damaged-*")) == []
    assert demo.sandbox.ledger.accepted == []


def test_without_a_backup_an_empty_history_is_offered(passer: Passer, demo: Demo, waiting: Path) -> None:
    before = zero_the_header(waiting)
    assert passer.start(demo, "startEmptyButton") == 0
    assert "accounts must be entered again" in passer.asked[0]
    (kept,) = demo.folder.glob("smsdesk-damaged-*.db")
    assert kept.read_bytes() == before
    assert passer.notices[0].startswith("This is an empty history")
    assert states(waiting) == []


def test_an_emptied_file_is_restored_too(passer: Passer, demo: Demo, backed_up: Path) -> None:
    backed_up.write_bytes(b"")
    assert passer.start(demo, "restoreBackupButton") == 0
    assert "gone or empty" in passer.asked[0]
    assert states(backed_up) == [("unknown", "restored")] * 5


async def test_a_program_on_a_damaged_file_ends_before_anything_leaves_or_is_written(
    programs: Programs, demo: Demo, waiting: Path
) -> None:
    before = spoil(waiting, "ix_report_delivery_id")
    operator = programs.open(demo.folder, demo.vault)
    await operator.left()
    assert operator.program.damaged is not None
    assert not operator.program.checked
    assert not operator.window.isVisible()
    assert waiting.read_bytes() == before
    assert demo.sandbox.ledger.requests == []
    assert not (demo.folder / "backups").exists()


async def test_damage_that_is_met_while_the_program_runs_ends_it_in_order(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    await operator.until(lambda: operator.program.backups.all())  # which would meet it first
    spoil(
        operator.program.database.path,
        "report",
        "ix_report_account_id_message_id",
        "sqlite_autoindex_alembic_version_1",
    )
    assert operator.program.damaged is None
    operator.program.database.write_later(lambda c: c.exec_driver_sql("DELETE FROM report"))  # nobody waits for it
    await operator.left()
    assert "SQLITE_CORRUPT" in operator.program.damaged.detail
    assert not operator.window.isVisible()


async def test_a_send_that_meets_damage_submits_nothing(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    operator.write("Closed on Sunday")
    operator.add("90000012")
    spoil(operator.program.database.path, "delivery")
    operator.send()
    await operator.left()
    assert operator.program.damaged is not None
    assert demo.sandbox.ledger.accepted == []


async def test_the_day_has_its_backup_soon_after_the_start(operator: Operator, demo: Demo) -> None:
    await operator.until(lambda: operator.program.backups.all())
    (backup,) = operator.program.backups.all()
    assert backup.day == datetime.now().astimezone().date()


async def test_a_backup_that_cant_be_made_is_told_and_the_program_goes_on(programs: Programs, demo: Demo) -> None:
    (demo.folder / "backups").write_text("in the way")
    operator = programs.open(demo.folder, demo.vault)
    await operator.until(lambda: any(isinstance(each, QMessageBox) for each in QApplication.topLevelWidgets()))
    (box,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
    assert box.text().startswith("The daily backup of your data could not be made.")
    box.close()
    operator.write("Closed on Sunday")
    operator.add("90000012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
