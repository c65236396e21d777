"""What was sent and what balances were read from nine o'clock on, put into the file past the services."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import Outcome
from smsdesk.store.balance.charges import Charges
from smsdesk.store.schema import announcement, balance, delivery, report, submission

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database

S = DeliveryState
D = Decimal
NINE = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
OUTCOMES = {S.ACCEPTED: Outcome.ACCEPTED, S.REJECTED: Outcome.REJECTED, S.UNKNOWN: Outcome.UNKNOWN}


class Morning:
    """What happened from nine o'clock on, by the minute; a submission takes a second."""

    def __init__(self, database: Database, account: Account) -> None:
        self.database = database
        self.account = account
        self.charges = Charges(database)

    def at(self, minute: float) -> datetime:
        return NINE + timedelta(minutes=minute)

    def read(self, minute: float, amount: str, unit: str = "credits", account_id: str = "") -> None:
        values = {
            "account_id": account_id or self.account.id,
            "amount": D(amount),
            "unit": unit,
            "asked_at": self.at(minute),
        }
        self.database.write(lambda c: c.execute(insert(balance), values))

    def announce(self, parts: int = 1, price: str | None = "1", account_id: str = "") -> int:
        values = {
            "account_id": account_id or self.account.id,
            "text": "We close at noon.",
            "sender": "Office",
            "parts": parts,
            "one_by_one": False,
            "created_at": NINE,
            "price_per_part": None if price is None else D(price),
        }
        statement = insert(announcement).values(values).returning(announcement.c.id)
        return int(self.database.write(lambda c: c.execute(statement).scalar_one()))

    def submit(self, minute: float, announcement_id: int, *states: DeliveryState, refused: bool = False) -> list[int]:
        """One submission; `refused` as a whole, so that no delivery names it."""
        owner = select(announcement.c.account_id).where(announcement.c.id == announcement_id).scalar_subquery()

        def job(c: Connection) -> list[int]:
            values = {
                "account_id": owner,
                "announcement_id": announcement_id,
                "started_at": self.at(minute),
                "finished_at": self.at(minute) + timedelta(seconds=1),
                "outcome": Outcome.REJECTED if refused else OUTCOMES.get(states[0]),
            }
            submission_id = c.execute(insert(submission).values(values).returning(submission.c.id)).scalar_one()
            return [
                c.execute(
                    insert(delivery)
                    .values(
                        announcement_id=announcement_id,
                        number=f"+278300000{place:02}",
                        name="",
                        state=state,
                        submission_id=submission_id,
                        changed_at=self.at(minute),
                    )
                    .returning(delivery.c.id)
                ).scalar_one()
                for place, state in enumerate(states)
            ]

        return self.database.write(job)

    def settle(self, minute: float, account_id: str = "") -> list[int]:
        return self.charges.settle(account_id or self.account.id, self.at(minute))

    def charged(self, announcement_id: int) -> tuple[Decimal | None, int | None]:
        query = select(announcement.c.charged, announcement.c.charged_others)
        with self.database.reading() as c:
            charged, others = c.execute(query.where(announcement.c.id == announcement_id)).one()
        return charged, others

    def report(self, minute: float, number: str, **other: object) -> None:
        """A delivery report came in that names no message we know."""
        values = {
            "account_id": self.account.id,
            "message_id": f"m{minute}",
            "number": number,
            "state": DeliveryState.DELIVERED,
            "code": "200",
            "words": "",
            "received_at": self.at(minute),
            **other,
        }
        self.database.write(lambda c: c.execute(insert(report), values))
