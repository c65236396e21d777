"""What the readings around them say of messages whose fate is unknown, and stray reports for their numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import update

from smsdesk.domain.charge import Judgement, Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history.loose_reports import LooseReport, LooseReports
from smsdesk.store.schema import submission
from tests.helpers.profile.morning import NINE, Morning

if TYPE_CHECKING:
    from smsdesk.store.database import Database

S = DeliveryState
D = Decimal


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


def test_stray_reports_for_an_unknown_number_are_found_and_no_others(morning: Morning, database: Database) -> None:
    one = morning.announce()
    unknown = morning.submit(10, one, S.UNKNOWN, S.UNKNOWN)
    taken = morning.submit(11, one, S.ACCEPTED)
    AccountStore(database).save(replace(morning.account, id="a3", user_name="somebody else")).result()
    morning.report(9, "+27830000001")
    morning.report(12, "+27830000001")
    morning.report(13, "+27830000001", account_id="a3")
    morning.report(14, "+27830000001", delivery_id=taken[0])
    morning.report(15, "+27830000044")
    morning.report(16, "+27830000000", state=None)
    found = LooseReports(database)
    assert found.loose_reports(morning.account.id, one, unknown) == [
        LooseReport("+27830000001", S.DELIVERED, morning.at(12)),
        LooseReport("+27830000000", None, morning.at(16)),
    ]
    assert found.loose_reports(morning.account.id, one, unknown[:1]) == [
        LooseReport("+27830000000", None, morning.at(16))
    ]
    assert found.loose_reports(morning.account.id, one, taken) == []
    assert found.account_of(one) == morning.account.id
