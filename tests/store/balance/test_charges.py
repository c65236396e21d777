from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from smsdesk.domain.delivery import DeliveryState
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.charges import LATE, Charges
from smsdesk.store.schema import delivery

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.morning import Morning

S = DeliveryState
D = Decimal


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


def test_what_may_have_become_known_is_found_without_reading_all_that_was_ever_sent(
    morning: Morning, account: Account, database: Database
) -> None:
    morning.submit(1, morning.announce(), S.ACCEPTED)
    asked: list[str] = []
    with database.reading() as connection:
        connection.connection.driver_connection.set_trace_callback(asked.append)
    Charges(database).settle(account.id, datetime.now(UTC))
    Charges(database).doubtful(account.id, datetime.now(UTC))
    with database.reading() as connection:
        connection.connection.driver_connection.set_trace_callback(None)
        queries = [each for each in asked if "last_id" in each]
        plans = [[row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}")] for each in queries]
    assert len(plans) == 2
    for plan in plans:
        assert "SEARCH submission USING INTEGER PRIMARY KEY (rowid>?)" in plan
        assert not any(step.startswith("SCAN") and "anon" not in step for step in plan)
        assert not any("ix_announcement" in step or "ix_submission" in step for step in plan)
