"""A real profile database for the window's tests, filled through the store; no screen is needed."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.history import History
from smsdesk.store.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from smsdesk.domain.outcome import Verdict

FRONT_DESK = Account("front", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1:9", "OM")


class Office:
    """What an office did before the window opened, and what happens while it is open."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.accounts = AccountStore(database)
        self.outbox = Outbox(database)
        self.history = History(database)
        self.accounts.save(FRONT_DESK).result()

    def announce(self, text: str = "Parent evening moved", people: int = 3, name: str = "") -> int:
        """Queue an announcement for so many people."""
        numbers = tuple(Recipient(f"+9689{number:07d}", name) for number in range(people))
        return self.outbox.add(Announcement(FRONT_DESK.id, text, "ALNOORSCH", 1, numbers)).result()

    def submit(self, announcement: int, verdict: Verdict, count: int = 1) -> set[int]:
        """Let the gateway answer for the next so many deliveries; gives their ids."""
        claim = self.outbox.claim(announcement, count)
        assert claim is not None
        self.outbox.record(claim, [verdict] * len(claim.delivery_ids))
        return set(claim.delivery_ids)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    database = Database(tmp_path / "smsdesk.db")
    yield Office(database)
    database.close()


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """As the program does: on a worker's thread a Qt object would leave its timers behind, and crash a later test."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[QPalette]:
    before = QPalette(qapp.palette())
    palette = QPalette(QColor("#2b2f36"), QColor("#1f2227"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#262a2f"))
    qapp.setPalette(palette)
    yield palette
    qapp.setPalette(before)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """The window to which dialogs belong; they go with it."""
    qapp.setQuitOnLastWindowClosed(False)
    window = QWidget()
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
