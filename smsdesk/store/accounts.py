"""Accounts in the database. Passwords are not here: see `accounts.credentials`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, translate
from smsdesk.store import schema
from smsdesk.store.rows import account_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database

_FIRST_STOP = QT_TRANSLATE_NOOP(
    "accounts", "Let them go out, or stop them, then delete the account. Nothing was deleted."
)


class AccountStore:
    """The accounts of one profile, in the order they were added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Account]:
        """Every account that has not been deleted."""
        table = schema.account
        query = select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.created_at, table.c.id)
        with self._database.reading() as connection:
            return [account_of(row) for row in connection.execute(query).mappings()]

    def save(self, account: Account) -> Future[None]:
        """Add the account, or change the one of the same id; whether its login was refused stays."""
        values = _values(account)

        def job(connection: Connection) -> None:
            table = schema.account
            changed = connection.execute(update(table).where(table.c.id == account.id).values(values))
            if changed.rowcount == 0:
                connection.execute(table.insert().values(**values, id=account.id, created_at=datetime.now(UTC)))

        return self._database.write_later(job)

    def refused(self) -> list[tuple[Account, str]]:
        """The accounts whose login their gateway refused and that nobody has changed since, with the gateway's code."""
        table = schema.account
        query = select(table).where(table.c.login_refused.is_not(None), table.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            return [(account_of(row), row["login_refused"]) for row in connection.execute(query).mappings()]

    def set_refused(self, account_id: str, code: str | None) -> Future[None]:
        """Keep that the gateway refused this account's login, or that this is over."""
        table = schema.account
        kept = update(table).where(table.c.id == account_id).values(login_refused=code)

        def job(connection: Connection) -> None:
            connection.execute(kept)

        return self._database.write_later(job)

    def delete(self, account_id: str) -> Future[None]:
        """Take the account out of use; its history stays, under its name.

        Raises (in the future):
            UserFacingError: deliveries of this account are still waiting to be sent.
        """

        def job(connection: Connection) -> None:
            waiting = connection.scalar(
                select(func.count())
                .select_from(schema.delivery.join(schema.announcement))
                .where(
                    schema.announcement.c.account_id == account_id,
                    schema.delivery.c.state.in_([DeliveryState.QUEUED, DeliveryState.SUBMITTING]),
                )
            )
            if waiting:
                what = translate("accounts", "Not sent yet: %n message(s) of this account.", None, 1).count(waiting)
                raise UserFacingError(what, _FIRST_STOP)
            table = schema.account
            connection.execute(update(table).where(table.c.id == account_id).values(deleted_at=datetime.now(UTC)))

        return self._database.write_later(job)


def _values(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "provider": account.provider,
        "user_name": account.user_name,
        "sender": account.sender,
        "more_senders": json.dumps(account.senders[1:], ensure_ascii=False),
        "address": account.address,
        "country": account.country,
        "price_per_part": account.price_per_part,
        "low_mark": account.low_mark,
        "batch_size": account.batch_size,
        "options": json.dumps(dict(account.options), ensure_ascii=False),
        "budget_parts": account.budget_parts,
    }
