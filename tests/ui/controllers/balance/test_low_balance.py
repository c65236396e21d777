"""A balance that runs low: when it is told, and when not again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.accounts.account import Account
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.money import Amount, Balance
from smsdesk.privacy.secret import Redactor
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.office import Office
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.settings import Settings, load_settings, save_settings
from smsdesk.ui.controllers.balance.low_balance import LowBalance
from smsdesk.ui.qt.event_bridge import EventBridge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FRONT = Account(
    "front", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1:9", "OM", low_mark=Decimal(400)
)
SAID = "SMS Office — Front desk is running low: {left} credits left."


class Watched:
    """An office whose balance is read now and then, and what the user is told of that."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(folder / "smsdesk.db")
        AccountStore(self.database).save(FRONT).result()
        self.bridge = EventBridge()
        self.office = Office(self.database, MemoryVault, Redactor(), self.bridge.publish, PROVIDERS)
        self.settings = load_settings(folder / "settings.json").settings
        self.told: list[str] = []
        self.low = LowBalance(self.office, self.settings, self.bridge, self.told.append)
        self.low.remembered.connect(self.keep)

    def keep(self) -> None:
        save_settings(self.folder / "settings.json", self.settings)

    def read(self, left: str) -> None:
        self.office.balances.add("front", Balance(Amount(Decimal(left), "credits"), datetime.now(UTC)))
        self.bridge.balance_changed.emit("front")

    def close(self) -> None:
        self.office.lanes.close(1)
        self.office.book.close()
        self.bridge.close()
        self.database.close()


@pytest.fixture
def watched(qapp: QApplication, tmp_path: Path) -> Iterator[Watched]:
    opened = Watched(tmp_path)
    yield opened
    opened.close()


def test_it_is_told_once(watched: Watched) -> None:
    for left in ("401", "400", "380", "12"):
        watched.read(left)
    assert watched.told == [SAID.format(left=400)]


def test_it_is_told_again_after_the_balance_was_above_its_mark(watched: Watched) -> None:
    for left in ("390", "2390", "500", "399"):
        watched.read(left)
    assert watched.told == [SAID.format(left=390), SAID.format(left=399)]


def test_without_a_low_mark_nothing_is_told(watched: Watched) -> None:
    watched.read("390")
    watched.office.book.save(replace(FRONT, low_mark=None), None).result()
    watched.read("1")
    assert len(watched.told) == 1
    assert watched.settings.low_told == {}


def test_a_restart_does_not_tell_it_again(watched: Watched) -> None:
    watched.read("390")
    watched.close()
    again = Watched(watched.folder)
    again.read("380")
    again.read("2000")
    again.read("100")
    assert again.told == [SAID.format(left=100)]
    again.close()


def test_what_was_remembered_may_not_be_nonsense(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"low_told": {"front": 5}}', encoding="utf-8")
    loaded = load_settings(tmp_path / "settings.json")
    assert loaded.refused == ("low_told",)
    assert loaded.settings.low_told == Settings().low_told
