"""What the panel says of an account's balance, as the office knows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget

from smsdesk.accounts.account import Account
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.office import Office
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.settings import Settings
from smsdesk.ui.controllers.balance.shown import BalanceShown
from smsdesk.ui.qt.event_bridge import EventBridge
from smsdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NOBODY_LISTENS = "http://127.0.0.1:9"
FRONT = Account(
    "front", "Front desk", "smsoffice", "office", ("ALNOORSCH",), NOBODY_LISTENS, "OM", price_per_part=Decimal("1.50")
)
LIBRARY = replace(FRONT, id="library", provider="ismart-http", name="Library", budget_parts=3)


class Desk:
    """A window, the office behind it, and what happens there."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "smsdesk.db")
        for account in (FRONT, LIBRARY):
            AccountStore(self.database).save(account).result()
        self.bridge = EventBridge()
        self.office = Office(self.database, MemoryVault, Redactor(), self.bridge.publish, PROVIDERS)
        self.window = MainWindow(QWidget(), Settings())
        self.window.show()
        self.shown = BalanceShown(self.window, self.office, self.bridge)

    def read(self, left: str, days_ago: float = 0.0) -> None:
        at = datetime.now(UTC) - timedelta(days=days_ago)
        self.office.balances.add("front", Balance(Amount(Decimal(left), "credits"), at))

    def send(self, account: Account, people: int) -> None:
        """So many messages, which the gateway accepts."""
        numbers = tuple(Recipient(f"+9689000{number:04d}", "") for number in range(people))
        added = self.office.stores.outbox.add(Announcement(account.id, "Bus 3 is late", "ALNOORSCH", 1, numbers))
        claim = self.office.stores.outbox.claim(added.result(), people)
        assert claim is not None
        self.office.stores.outbox.record(claim, [Verdict(Outcome.ACCEPTED)] * people)

    def follow(self, account: Account) -> None:
        self.shown.follow(account, PROVIDERS[account.provider])
        self.shown.show_parts(1)

    def says(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def close(self) -> None:
        self.office.lanes.close(1)
        self.office.book.close()
        self.bridge.close()
        self.database.close()
        self.window.close_now()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


def test_in_an_outage_it_says_of_when_the_amount_is_and_what_was_spent_since(qtbot: QtBot, desk: Desk) -> None:
    desk.office.book.save(FRONT, Secret("a password")).result()
    desk.read("1234.56")
    desk.follow(FRONT)
    assert desk.says("balanceCaption") == "about 823 messages of 1 part"
    desk.send(FRONT, 2)
    assert desk.office.poller.ask(FRONT, by_hand=True) is not None
    qtbot.waitUntil(lambda: not desk.office.poller.state(FRONT.id).asking)
    desk.shown.changed()
    assert desk.says("balanceValue") == "1,234.56 credits"
    assert desk.says("balanceCaption").startswith("as of ")
    assert desk.says("balanceCaption").endswith(" · 3 spent since")


def test_a_pace_is_foretold_from_the_readings_on_disk(desk: Desk) -> None:
    for days_ago, left in ((12, "1000"), (6, "900"), (3, "800"), (0, "700")):
        desk.read(left, days_ago)
    desk.follow(FRONT)
    assert desk.says("balanceForecast").startswith("At this pace until ")


def test_a_gateway_without_a_balance_counts_its_month_anew_after_each_run(desk: Desk) -> None:
    desk.follow(LIBRARY)
    assert desk.says("balanceCaption") == "0 of 3 parts this month"
    assert desk.shown.month_parts == 0
    desk.send(LIBRARY, 4)
    desk.bridge.queue_changed.emit("library")
    assert desk.says("balanceCaption") == "! 4 of 3 parts this month: over the budget"
    assert desk.says("balanceForecast") == "6 credits this month"
    assert desk.shown.month_parts == 4


def test_only_a_budget_needs_the_months_count(desk: Desk) -> None:
    desk.follow(FRONT)
    assert desk.shown.month_parts is None
    desk.shown.follow(None, None)
    desk.shown.show_parts(1)
    assert desk.says("balanceValue") == "No account yet"
