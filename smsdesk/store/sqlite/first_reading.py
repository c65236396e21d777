"""What the window shows first, read without SQLAlchemy, whose import takes longer than all else of the start.

This is a short cut of the SQLite file alone. Each class here answers some of the questions of a store, under the
store's own names; a test holds them against the store's answers. A database of another kind needs nothing of this: its
stores answer from the beginning. Nothing is written here.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smsdesk.domain.delivery import TAKEN, DeliveryState
from smsdesk.domain.draft import Draft
from smsdesk.store.rows import MOST_POINTS, account_of, balance_of, draft_of, past_announcement_of, sharing_login

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.history import PastAnnouncement
    from smsdesk.domain.money import Balance
    from smsdesk.store.database import Database

_Made = dict[str, "Callable[[str], object]"]

_ACCOUNT: _Made = {"price_per_part": Decimal, "low_mark": Decimal}
_READING: _Made = {"amount": Decimal, "asked_at": datetime.fromisoformat}
_SENT: _Made = {
    "price_per_part": Decimal,
    "charged": Decimal,
    "billed": Decimal,
    "created_at": datetime.fromisoformat,
    "send_at": datetime.fromisoformat,
}

_INTERRUPTED = "SELECT id FROM delivery WHERE state = 'submitting' LIMIT 1"
_ACCOUNTS = "SELECT * FROM account WHERE deleted_at IS NULL ORDER BY created_at, id"
_REFUSED = "SELECT * FROM account WHERE login_refused IS NOT NULL AND deleted_at IS NULL"
_DRAFT = "SELECT * FROM draft"
_PAGE = """
    SELECT announcement.*, account.name AS account_name, account.provider AS provider
    FROM announcement JOIN account ON account.id = announcement.account_id
    WHERE announcement.id < ? ORDER BY announcement.id DESC LIMIT ?
"""
_TALLY = """
    SELECT announcement_id, state, deliveries, parts FROM tally
    WHERE announcement_id BETWEEN ? AND ? AND deliveries > 0 ORDER BY announcement_id, state
"""
_OPEN = """
    SELECT delivery.announcement_id, count(*) FROM tally CROSS JOIN delivery
    ON delivery.announcement_id = tally.announcement_id AND delivery.state = tally.state
    WHERE tally.announcement_id BETWEEN ? AND ? AND tally.state = 'unknown' AND tally.deliveries > 0 AND NOT EXISTS (
        SELECT 1 FROM delivery AS later
        WHERE later.resend_of = delivery.id AND later.state NOT IN ('cancelled', 'rejected')
    ) GROUP BY delivery.announcement_id
"""
_PARTS = f"""
    SELECT sum(tally.parts) FROM announcement JOIN tally ON tally.announcement_id = announcement.id
    WHERE announcement.account_id = ? AND announcement.created_at >= ? AND tally.state IN {tuple(map(str, TAKEN))}
"""  # noqa: S608 - our own states
_MANY = "SELECT count(*) FROM balance WHERE account_id = ? AND asked_at BETWEEN ? AND ?"
_SINCE = "SELECT * FROM balance WHERE account_id = ? AND asked_at BETWEEN ? AND ? ORDER BY asked_at, id"
_THINNED = """
    WITH there AS (SELECT id, asked_at, amount FROM balance WHERE account_id = ? AND asked_at BETWEEN ? AND ?)
    SELECT * FROM balance WHERE id IN (
        SELECT max(id) FROM there GROUP BY substr(asked_at, 1, 13)
        UNION ALL SELECT * FROM (SELECT id FROM there ORDER BY asked_at, id LIMIT 1)
        UNION ALL SELECT * FROM (SELECT id FROM there ORDER BY CAST(amount AS NUMERIC), id LIMIT 1)
    ) ORDER BY asked_at, id
"""
_LATEST = "SELECT * FROM balance WHERE account_id = ? ORDER BY id DESC LIMIT 1"
_LOGINS = "SELECT id, provider, address, user_name FROM account"
_UNIT = """
    SELECT unit FROM balance WHERE account_id IN (SELECT value FROM json_each(?))
    AND asked_at >= ? ORDER BY asked_at LIMIT 1
"""
_NEWEST = 2**63 - 1


class _FirstReading:
    def __init__(self, database: Database) -> None:
        self._database = database

    def _read(self, query: str, *values: object) -> list[Any]:
        with self._database.reading_plainly() as connection:
            return connection.execute(query, values).fetchall()

    def _rows(self, made: _Made, query: str, *values: object) -> Sequence[Mapping[str, Any]]:
        """Rows by column name, with these columns made into what they stand for."""
        with self._database.reading_plainly() as connection:
            cursor = connection.execute(query, values)
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
        for row in rows:
            row.update({name: make(row[name]) for name, make in made.items() if row[name] is not None})
        return rows


class OutboxAtFirst(_FirstReading):
    """Answers for `store.outbox.Outbox`."""

    def anything_interrupted(self) -> bool:
        """Whether an earlier run left something `submitting`."""
        return bool(self._read(_INTERRUPTED))


class AccountsAtFirst(_FirstReading):
    """Answers for `store.accounts.AccountStore`."""

    def all(self) -> list[Account]:
        """Every account that has not been deleted."""
        return [account_of(row) for row in self._rows(_ACCOUNT, _ACCOUNTS)]

    def refused(self) -> list[tuple[Account, str]]:
        """The accounts whose login was refused, with the gateway's code."""
        return [(account_of(row), row["login_refused"]) for row in self._rows(_ACCOUNT, _REFUSED)]


class DraftAtFirst(_FirstReading):
    """Answers for `store.drafts.DraftStore`."""

    def load(self) -> Draft:
        """The draft as it was last saved; an empty one if there is none."""
        rows = self._rows({}, _DRAFT)
        return draft_of(rows[0]) if rows else Draft()


class HistoryAtFirst(_FirstReading):
    """Answers for `store.history.History`."""

    def page(self, before_id: int | None = None, limit: int = 50) -> list[PastAnnouncement]:
        """Announcements, newest first, older than `before_id`."""
        rows = self._rows(_SENT, _PAGE, _NEWEST if before_id is None else before_id, limit)
        if not rows:
            return []
        ends = rows[-1]["id"], rows[0]["id"]  # a page holds all that there is between its ends
        counts: dict[int, dict[DeliveryState, int]] = {row["id"]: {} for row in rows}
        parts: dict[int, dict[DeliveryState, int]] = {row["id"]: {} for row in rows}
        for announcement_id, state, count, billed in self._read(_TALLY, *ends):
            counts[announcement_id][DeliveryState(state)] = count
            parts[announcement_id][DeliveryState(state)] = billed
        doubtful = any(DeliveryState.UNKNOWN in states for states in counts.values())
        unknown_open: dict[int, int] = dict(self._read(_OPEN, *ends)) if doubtful else {}
        return [
            past_announcement_of(row, counts[row["id"]], parts[row["id"]], unknown_open.get(row["id"], 0))
            for row in rows
        ]

    def parts_since(self, account_id: str, start: datetime) -> int:
        """Parts that the gateway took of this account's announcements since `start`."""
        return self._read(_PARTS, account_id, _text(start))[0][0] or 0


class BalancesAtFirst(_FirstReading):
    """Answers for `store.balances.BalanceStore`."""

    def since(self, account_id: str, start: datetime) -> list[Balance]:
        """The readings since `start`, oldest first; of many the first, the lowest and the last of each hour."""
        newest = self.latest(account_id)
        if newest is None:
            return []
        values = account_id, _text(start), _text(newest.asked_at)
        thinned = self._read(_MANY, *values)[0][0] > MOST_POINTS
        return [balance_of(row) for row in self._rows(_READING, _THINNED if thinned else _SINCE, *values)]

    def latest(self, account_id: str) -> Balance | None:
        """The reading that was taken last, whatever this computer's clock said then."""
        rows = self._rows(_READING, _LATEST, account_id)
        return balance_of(rows[0]) if rows else None


class ChargesAtFirst(_FirstReading):
    """Answers for `store.charges.Charges`."""

    def unit(self, account_id: str, since: datetime) -> str | None:
        """What this login's balance was counted in after `since`, None if it was not read."""
        logins = sharing_login(self._rows({}, _LOGINS), account_id)
        rows = self._read(_UNIT, json.dumps(logins), _text(since))
        return rows[0][0] if rows else None


def _text(time: datetime) -> str:
    """As the schema's `UtcText` writes it."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")
