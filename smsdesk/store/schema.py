"""The tables. Numbers are E.164, times UTC ISO text, decimals text, states as in `domain.delivery`."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    event,
    func,
    text,
)
from sqlalchemy.types import TypeDecorator

from smsdesk.store.sqlite.tallies import TRIGGERS

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine import Dialect


class UtcText(TypeDecorator[datetime]):
    """An aware datetime, kept as UTC ISO text: it sorts as it reads, in every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write microseconds always, so that text order is time order."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it back, aware."""
        return None if value is None else datetime.fromisoformat(value)


class TypedText(TypeDecorator[str]):
    """What a person typed or pasted, which may hold half a surrogate pair that no database takes.

    Each half becomes U+FFFD: one UTF-16 unit like itself, so that the counted parts stay true.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it as text that can be encoded."""
        return None if value is None else value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal, kept as text: no database rounds it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it as it is."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read it back, exactly."""
        return None if value is None else Decimal(value)


# SQLite numbers rows by itself only under the very type INTEGER.
_RowId = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

account = Table(
    "account",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", TypedText, nullable=False),
    Column("provider", Text, nullable=False),
    Column("user_name", TypedText, nullable=False),
    Column("sender", TypedText, nullable=False),
    Column("more_senders", TypedText, nullable=False),  # a JSON array of text
    Column("address", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("price_per_part", DecimalText),
    Column("low_mark", DecimalText),
    Column("batch_size", Integer),
    Column("options", TypedText, nullable=False),  # a JSON object of text
    Column("created_at", UtcText, nullable=False),
    Column("deleted_at", UtcText),  # a deleted account stays for the sake of its history
    Column("login_refused", Text),  # the gateway's code, since it refused the login and until the user changes it
    Column("price_declined", DecimalText),  # the price a part has really cost, which the user did not want to use
    Column("budget_parts", Integer),  # parts that the office wants to send in a month at most
)

announcement = Table(
    "announcement",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("text", TypedText, nullable=False),
    Column("sender", TypedText, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("send_at", UtcText),  # when the gateway shall let it out; null for at once
    Column("one_by_one", Boolean, nullable=False),  # one recipient in each submission, whatever the gateway takes
    Column("created_at", UtcText, nullable=False),
    Column("leaves_at", UtcText),  # from when on it may leave; null while it waits for the user's Continue
    Column("price_per_part", DecimalText),  # as it was expected when it was confirmed
    Column("charged", DecimalText),  # by how much the balance really went down
    Column("charged_others", Integer),  # how many other announcements the balance paid for in that time
    Column("billed", DecimalText),  # what its deliveries cost whose cost the gateway told, together
    Column("billed_copies", Integer),  # how many those are
    Index(None, "account_id", "created_at"),
)

submission = Table(
    "submission",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("announcement_id", ForeignKey("announcement.id"), nullable=False),
    Column("started_at", UtcText, nullable=False),
    Column("finished_at", UtcText),
    Column("outcome", Text),
    Column("error_code", Text),
    Column("error_text", Text),
    Index(None, "account_id"),
    Index(None, "announcement_id"),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("announcement_id", ForeignKey("announcement.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("name", TypedText, nullable=False),
    Column("state", Text, nullable=False),
    Column("message_id", Text),
    Column("error_code", Text),
    Column("error_text", Text),
    Column("submission_id", ForeignKey("submission.id")),
    Column("resend_of", ForeignKey("delivery.id")),
    Column("changed_at", UtcText, nullable=False),
    Column("check_at", UtcText),  # when the gateway shall be asked about it next; null for never
    Column("text", TypedText),  # what this recipient gets; null for the announcement's text
    Column("parts", Integer),  # the counted parts of that; null where the text is the announcement's
    Column("billed_parts", Integer),  # the parts that the gateway billed, where it told
    Column("cost", DecimalText),  # what the gateway took for it, where it told
    Index(None, "announcement_id"),  # in the order of their ids, page by page
    Index(None, "announcement_id", "state", "parts"),  # counting reads nothing else
    Index(None, "announcement_id", "resend_of", sqlite_where=text("resend_of IS NOT NULL")),  # few were sent again
    Index(None, "check_at"),
    Index(None, "message_id"),
    Index(None, "resend_of"),
    Index(None, "state"),
)

tally = Table(
    "tally",
    metadata,
    # No foreign keys: this is no more than what is counted in `delivery`, and is kept by triggers.
    Column("announcement_id", _RowId, primary_key=True, autoincrement=False),
    Column("state", Text, primary_key=True),
    Column("deliveries", Integer, nullable=False),
    Column("parts", Integer, nullable=False),  # as those are billed
    sqlite_with_rowid=False,
)

report = Table(
    "report",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("message_id", TypedText, nullable=False),
    Column("number", TypedText, nullable=False),  # "" where the gateway does not say
    Column("state", Text),  # null while nothing final is known
    Column("code", TypedText, nullable=False),
    Column("words", TypedText, nullable=False),
    Column("received_at", UtcText, nullable=False),
    Column("delivery_id", ForeignKey("delivery.id")),  # null as long as its message is not known
    Index(None, "account_id", "message_id"),
    Index(None, "account_id", "received_at"),
    Index(None, "delivery_id"),
)

balance = Table(
    "balance",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("amount", DecimalText, nullable=False),
    Column("unit", Text, nullable=False),
    Column("messages", Integer),  # how many the gateway says it pays for
    Column("asked_at", UtcText, nullable=False),
    Index(None, "account_id", "asked_at", "amount"),  # thinning reads nothing else
    Index(None, "account_id"),  # the newest is the last that was written
)

draft = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", Text),  # no foreign key: a draft outlives its account
    Column("sender", TypedText, nullable=False),
    Column("send_at", Text, nullable=False),  # local time without a zone, as it was picked; "" for at once
    Column("text", TypedText, nullable=False),
    Column("people", TypedText, nullable=False),  # a JSON array of [typed, name]
    Column("pending", TypedText, nullable=False),  # typed or pasted, and not yet added to the people
    Column("changed_at", UtcText, nullable=False),
)

kept_draft = Table(
    "kept_draft",
    metadata,
    Column("id", _RowId, primary_key=True),
    # As in `draft`.
    Column("account_id", Text),
    Column("sender", TypedText, nullable=False),
    Column("send_at", Text, nullable=False),
    Column("text", TypedText, nullable=False),
    Column("people", TypedText, nullable=False),
    Column("pending", TypedText, nullable=False),
    Column("listed", Integer, nullable=False),  # how many people: so that a list need not read them
    Column("kept_at", UtcText, nullable=False),
)


@event.listens_for(metadata, "after_create")
def _keep_tally(_tables: MetaData, connection: Connection, **_options: object) -> None:
    if connection.dialect.name == "sqlite":
        for trigger in TRIGGERS:
            connection.exec_driver_sql(trigger)


DELIVERY_TEXT = func.coalesce(delivery.c.text, announcement.c.text)
"""What a delivery says, where it is joined with its announcement."""

DELIVERY_PARTS = func.coalesce(delivery.c.parts, announcement.c.parts)
"""The parts that a delivery is billed as, where it is joined with its announcement."""
