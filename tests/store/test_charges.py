from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, select, update

from smsdesk.domain.charge import Judgement, Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import Outcome
from smsdesk.store.accounts import AccountStore
from smsdesk.store.charges import LATE, Charges
from smsdesk.store.loose_reports import Doubts, LooseReport
from smsdesk.store.schema import announcement, balance, delivery, report, submission

if TYPE_CHECKING:
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
        return self.database.write(
            lambda c: c.execute(insert(announcement).returning(announcement.c.id), values).scalar_one()
        )

    def submit(self, minute: float, announcement_id: int, *states: DeliveryState, refused: bool = False) -> list[int]:
        """One submission; `refused` as a whole, so that no delivery names it."""
        owner = select(announcement.c.account_id).where(announcement.c.id == announcement_id).scalar_subquery()

        def job(c: Any) -> list[int]:
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


@pytest.fixture
def morning(database: Database, account: Account) -> Morning:
    return Morning(database, account)


def test_an_announcement_cost_what_the_balance_went_down_by(morning: Morning) -> None:
    one = morning.announce(parts=2)
    morning.read(0, "100.00")
    morning.submit(1, one, S.ACCEPTED, S.ACCEPTED)
    morning.submit(2, one, S.ACCEPTED, S.REJECTED)
    morning.read(3, "94.00")
    assert morning.settle(3) == [one]
    assert morning.charged(one) == (D("6.00"), 0)


def test_what_is_known_already_is_not_written_again(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(2, "99")
    assert morning.settle(2) == [one]
    morning.read(3, "99")
    assert morning.settle(3) == []


@pytest.mark.parametrize("state", [S.QUEUED, S.SUBMITTING])
def test_an_announcement_that_is_still_going_out_is_not_charged_yet(morning: Morning, state: DeliveryState) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED, state)
    morning.read(2, "99")
    assert morning.settle(2) == []
    assert morning.charged(one) == (None, None)


def test_one_whose_rest_was_cancelled_much_later_is_charged_for_what_went_out(
    morning: Morning, database: Database
) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED, S.QUEUED)
    morning.read(2, "99")
    assert morning.settle(2) == []
    queued = delivery.c.state == S.QUEUED
    database.write(lambda c: c.execute(update(delivery).where(queued).values(state=S.CANCELLED)))
    morning.read(120, "90")
    assert morning.settle(120) == [one]
    assert morning.charged(one) == (D(1), 0)


def test_without_a_reading_shortly_before_nothing_is_known(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    late = 1 + LATE / timedelta(minutes=1)
    morning.submit(late, one, S.ACCEPTED)
    morning.read(late + 1, "99")
    assert morning.settle(late + 1) == []


def test_without_a_reading_shortly_after_nothing_is_known(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(30, "99")
    assert morning.settle(30) == []


def test_readings_in_different_units_are_never_compared(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100", "EUR")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(2, "99", "credits")
    assert morning.settle(2) == []


def test_a_gateway_that_bills_late_is_given_time(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED, S.ACCEPTED)
    morning.read(2, "100")
    assert morning.settle(2) == [one]
    assert morning.charged(one) == (D(0), 0)
    morning.read(7, "98")
    assert morning.settle(7) == [one]
    assert morning.charged(one) == (D(2), 0)


def test_a_bill_that_was_right_is_not_spoilt_by_what_others_took_later(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(2, "99")
    morning.settle(2)
    morning.read(5, "60")
    assert morning.settle(5) == []
    assert morning.charged(one) == (D(1), 0)


def test_a_reading_after_the_next_announcement_began_says_nothing_about_the_one_before(morning: Morning) -> None:
    one, two = morning.announce(), morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(2, "98.50")
    morning.submit(3, two, S.ACCEPTED)
    morning.read(4, "97.50")
    assert sorted(morning.settle(4)) == [one, two]
    assert morning.charged(one) == (D("1.50"), 0)
    assert morning.charged(two) == (D("1.00"), 0)


def test_announcements_without_a_reading_between_them_share_what_the_balance_went_down_by(morning: Morning) -> None:
    one, two, three = morning.announce(), morning.announce(), morning.announce()
    morning.read(0, "100")
    for minute, each in enumerate((one, two, three), 1):
        morning.submit(minute, each, S.ACCEPTED)
    morning.read(5, "97")
    morning.settle(5)
    assert [morning.charged(each) for each in (one, two, three)] == [(D(3), 2)] * 3


def test_what_the_gateway_refused_as_a_whole_is_no_other_announcement_to_pay_for(morning: Morning) -> None:
    one, two = morning.announce(), morning.announce()
    morning.read(0, "100")
    morning.submit(1, two, refused=True)
    morning.submit(2, one, S.ACCEPTED)
    morning.read(3, "99")
    morning.settle(3)
    assert morning.charged(one) == (D(1), 0)


def test_accounts_of_one_login_share_its_balance(morning: Morning, account: Account, database: Database) -> None:
    AccountStore(database).save(replace(account, id="a2", name="Second sender")).result()
    AccountStore(database).save(replace(account, id="a3", user_name="somebody else")).result()
    one = morning.announce(account_id="a2")
    morning.read(0, "100")
    morning.read(0.5, "7", account_id="a3")
    morning.submit(1, one, S.ACCEPTED)
    morning.submit(1.5, morning.announce(account_id="a3"), S.ACCEPTED)
    morning.read(2, "99")
    assert morning.settle(2) == [one]
    assert morning.charged(one) == (D(1), 0)


def test_a_top_up_while_nothing_was_sent_is_left_out(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "3")
    morning.submit(1, one, S.ACCEPTED, S.ACCEPTED, S.ACCEPTED)
    morning.read(2, "0")
    morning.read(40, "500")
    morning.submit(41, one, S.ACCEPTED, S.ACCEPTED)
    morning.read(42, "498")
    morning.settle(42)
    assert morning.charged(one) == (D(5), 0)


def test_a_top_up_in_the_midst_of_sending_is_told_as_it_is(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "10")
    morning.submit(1, one, S.ACCEPTED)
    morning.read(2, "509")
    morning.settle(2)
    assert morning.charged(one) == (D(-499), 0)


def test_a_try_that_was_refused_as_a_whole_is_not_where_the_sending_began(morning: Morning) -> None:
    one = morning.announce()
    morning.read(-20, "0")
    morning.submit(-19, one, refused=True)
    morning.read(40, "500")
    morning.submit(41, one, S.ACCEPTED)
    morning.read(42, "499")
    morning.settle(42)
    assert morning.charged(one) == (D(1), 0)


def test_the_unknown_are_judged_between_the_readings_around_them(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    morning.submit(1, one, S.ACCEPTED, S.ACCEPTED)
    unknown = morning.submit(2, one, S.UNKNOWN, S.UNKNOWN)
    morning.read(3, "96")
    morning.submit(4, one, S.ACCEPTED, S.QUEUED)
    (charge,) = morning.charges.around_unknown(one, unknown)
    assert (charge.before.asked_at, charge.after.asked_at) == (morning.at(0), morning.at(3))
    assert (charge.bill.taken, charge.bill.doubtful, charge.went_down) == (2, 2, D(4))
    assert charge.doubtful_sent is Likelihood.SENT


def test_unknown_ones_of_different_hours_are_judged_each_by_their_own_readings(morning: Morning) -> None:
    one = morning.announce()
    morning.read(0, "100")
    first = morning.submit(1, one, S.UNKNOWN)
    morning.read(2, "100")
    morning.submit(50, one, S.ACCEPTED)
    morning.read(51, "99")
    second = morning.submit(52, one, S.UNKNOWN)
    morning.read(53, "98")
    found = morning.charges.around_unknown(one, first + second)
    assert [charge.doubtful_sent for charge in found] == [Likelihood.NOT_SENT, Likelihood.SENT]
    assert [charge.after.asked_at for charge in morning.charges.around_unknown(one, second)] == [morning.at(53)]


def test_no_readings_around_the_unknown_are_no_evidence(morning: Morning) -> None:
    one = morning.announce()
    unknown = morning.submit(1, one, S.UNKNOWN)
    assert morning.charges.around_unknown(one, unknown) == []
    assert morning.charges.around_unknown(one, [999]) == []


def test_what_was_interrupted_is_judged_by_the_first_reading_after_the_restart(
    morning: Morning, database: Database
) -> None:
    one = morning.announce()
    morning.read(0, "100")
    unknown = morning.submit(1, one, S.UNKNOWN)
    database.write(lambda c: c.execute(update(submission).values(finished_at=morning.at(600))))
    morning.read(601, "99")
    (charge,) = morning.charges.around_unknown(one, unknown)
    assert (charge.doubtful_sent, charge.judgement) == (Likelihood.SENT, Judgement.MATCHES)


def test_a_reading_soon_after_may_tell_of_the_unknown(morning: Morning) -> None:
    one, two, three = morning.announce(), morning.announce(), morning.announce()
    morning.submit(1, one, S.UNKNOWN)
    morning.submit(20, two, S.UNKNOWN, S.QUEUED)
    morning.submit(21, three, S.ACCEPTED)
    assert morning.charges.doubtful(morning.account.id, morning.at(25)) == [two]


def test_a_balance_is_told_in_the_unit_it_was_read_in(morning: Morning) -> None:
    morning.read(1, "100", "EUR")
    morning.read(500, "100", "credits")
    assert morning.charges.unit(morning.account.id, NINE) == "EUR"
    assert morning.charges.unit(morning.account.id, morning.at(501)) is None


def _report(morning: Morning, minute: float, number: str, **other: Any) -> None:
    values = {
        "account_id": morning.account.id,
        "message_id": f"m{minute}",
        "number": number,
        "state": S.DELIVERED,
        "code": "200",
        "words": "",
        "received_at": morning.at(minute),
        **other,
    }
    morning.database.write(lambda c: c.execute(insert(report), values))


def test_stray_reports_for_an_unknown_number_are_found_and_no_others(morning: Morning, database: Database) -> None:
    one = morning.announce()
    unknown = morning.submit(10, one, S.UNKNOWN, S.UNKNOWN)
    taken = morning.submit(11, one, S.ACCEPTED)
    AccountStore(database).save(replace(morning.account, id="a3", user_name="somebody else")).result()
    _report(morning, 9, "+27830000001")
    _report(morning, 12, "+27830000001")
    _report(morning, 13, "+27830000001", account_id="a3")
    _report(morning, 14, "+27830000001", delivery_id=taken[0])
    _report(morning, 15, "+27830000044")
    _report(morning, 16, "+27830000000", state=None)
    doubts = Doubts(database)
    assert doubts.loose_reports(morning.account.id, one, unknown) == [
        LooseReport("+27830000001", S.DELIVERED, morning.at(12)),
        LooseReport("+27830000000", None, morning.at(16)),
    ]
    assert doubts.loose_reports(morning.account.id, one, unknown[:1]) == [
        LooseReport("+27830000000", None, morning.at(16))
    ]
    assert doubts.loose_reports(morning.account.id, one, taken) == []
    assert doubts.account_of(one) == morning.account.id
