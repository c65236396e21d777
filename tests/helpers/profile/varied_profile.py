"""A data file that holds something of everything the window shows when it comes up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft
from smsdesk.domain.money import Amount, Balance
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.drafts import DraftStore
from smsdesk.store.history.unknowns import Unknowns
from tests.helpers.profile.busy_day import FRONT, Office, busy_day

if TYPE_CHECKING:
    from pathlib import Path

MUSCAT = Account(
    "b1", "مكتب الاستقبال \ud83d", "intellisms", "office", ("Office", "SCHOOL"), "http://127.0.0.1:2", "OM",
    Decimal("0.0125"), Decimal("10.50"), options={"coding": "unicode", "note": "ok 👍"},
)  # fmt: skip
SAME_LOGIN = replace(MUSCAT, id="b2", name="Same login", user_name="OFFICE", senders=("SCHOOL",), price_per_part=None)
NO_BALANCE = Account(
    "b3", "Tells no balance", "ismart-rest", "u", ("Office",), "http://127.0.0.1:3", "OM", batch_size=7
)
GONE = Account("b4", "Deleted", "smsoffice", "gone", (), "http://127.0.0.1:4", "ZA")
REFUSED = Account("b5", "Refused", "inviosmart", "wrong", (), "http://127.0.0.1:5", "IT", low_mark=Decimal(3))
ACCOUNTS = (MUSCAT, SAME_LOGIN, NO_BALANCE, GONE, REFUSED)
LATER = datetime(2027, 1, 31, 7, 30, tzinfo=UTC)

_DRAFT = Draft(
    NO_BALANCE.id, "Office", "Begun \ud83d, not ended", (("90000012", "Amal"), ("", "?")), "+968 9000",
    datetime(2027, 1, 31, 11, 30),
)  # fmt: skip
_CHANGES = (
    "UPDATE announcement SET charged = '-2.50', charged_others = 1 WHERE account_id = 'b1'",
    "UPDATE announcement SET charged = '12', charged_others = 0 WHERE id % 3 = 0",
    "UPDATE announcement SET billed = '0.171', billed_copies = 3 WHERE id % 4 = 1",
    "UPDATE delivery SET state = 'expired' WHERE id % 13 = 1 AND state = 'accepted'",
)
_UNKNOWN = Verdict(Outcome.UNKNOWN, code="timeout")


def varied_profile(path: Path, *, orderly: bool) -> None:
    """Make it; not `orderly` leaves deliveries on their way, as a program does that was killed."""
    busy_day(path)
    office = Office(path)
    accounts, balances = AccountStore(office.database), BalanceStore(office.database)
    for account in ACCOUNTS:
        accounts.save(account).result()
    accounts.set_refused(REFUSED.id, "1003").result()
    accounts.set_refused(GONE.id, "3").result()

    _send(office, MUSCAT, [Verdict(Outcome.ACCEPTED, message_id="x")] * 2, price_per_part=MUSCAT.price_per_part)
    _send(office, NO_BALANCE, [Verdict(Outcome.ACCEPTED), Verdict(Outcome.REJECTED, code="7-batch")], send_at=LATER)
    _send(office, GONE, [Verdict(Outcome.NOT_SENT)] * 2)
    doubtful = _send(office, SAME_LOGIN, [_UNKNOWN] * 6)
    again = [
        replace(_person(n), resend_of=each.delivery_id)
        for n, each in enumerate(Unknowns(office.database).open_of(doubtful))
    ]
    for verdict, person in zip((Verdict(Outcome.ACCEPTED), Verdict(Outcome.REJECTED), _UNKNOWN), again, strict=False):
        _send(office, SAME_LOGIN, [verdict], people=(person,))
    office.announce("Waits to be sent", account=MUSCAT, people=3)
    office.outbox.cancel(GONE.id).result()
    accounts.delete(GONE.id).result()

    now = datetime.now(UTC)
    for days, amount in ((40, "12.30"), (3, "1000"), (2, "0.1")):
        at = now - timedelta(days=days)
        balances.add(MUSCAT.id, Balance(Amount(Decimal(amount), "credits"), at, messages=days))
        balances.add(REFUSED.id, Balance(Amount(Decimal(amount), "EUR"), at))
    balances.add(SAME_LOGIN.id, Balance(Amount(Decimal(7), "credits"), now + timedelta(minutes=1)))
    for change in _CHANGES:
        office.database.write(lambda connection, change=change: connection.exec_driver_sql(change))
    DraftStore(office.database).save(_DRAFT).result()
    if orderly:
        assert office.outbox.recover() > 0
    assert FRONT in accounts.all()
    office.close()


def _person(number: int) -> Recipient:
    return Recipient(f"+278300000{number:02}", f"Name {number}")


def _send(
    office: Office,
    account: Account,
    verdicts: list[Verdict],
    people: tuple[Recipient, ...] = (),
    send_at: datetime | None = None,
    price_per_part: Decimal | None = None,
) -> int:
    listed = people or tuple(_person(number) for number in range(len(verdicts)))
    text = f"مرحبا from {account.name}"
    new = Announcement(account.id, text, account.sender, 3, listed, send_at=send_at, price_per_part=price_per_part)
    announcement = office.outbox.add(new).result()
    claim = office.outbox.claim(announcement, len(listed))
    assert claim is not None
    office.outbox.record(claim, verdicts)
    return announcement
