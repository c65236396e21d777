"""A real profile database for the window's tests, filled through the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history.history import History
from smsdesk.store.sending.outbox import Outbox

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.store.database import Database

FRONT_DESK = Account("front", "Front desk", "smsoffice", "office", ("ALNOORSCH",), "http://127.0.0.1:9", "OM")


class StoredOffice:
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
