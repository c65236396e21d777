"""One login is one everywhere: what shares a lane shares its balance and its message ids, however it is spelt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.money import Amount, Balance
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.balance.charges import Charges
from smsdesk.store.history.delivery_reports import DeliveryReportStore
from smsdesk.store.logins import same_login
from smsdesk.store.sqlite.first_reading import ChargesAtFirst

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from tests.helpers.profile.outbox import Announce, Submit

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
SPELT = pytest.mark.parametrize(("one", "other"), [("office", "Office"), ("büro", "BÜRO"), ("straße", "STRASSE")])


@pytest.fixture
def two(database: Database, account: Account, one: str, other: str) -> tuple[Account, Account]:
    """Two accounts of one login, in two spellings, and a third of another login."""
    first = replace(account, user_name=one)
    second = replace(account, id="a2", name="Second", user_name=other, address=account.address.upper())
    for each in (first, second, replace(account, id="a3", name="Third", user_name=f"{one}2")):
        AccountStore(database).save(each).result()
    assert first.login == second.login
    return first, second


@SPELT
def test_two_spellings_are_one_login_also_when_one_of_them_is_deleted(
    database: Database, two: tuple[Account, Account]
) -> None:
    AccountStore(database).delete("a2").result()
    with database.reading() as connection:
        for account in two:
            assert sorted(same_login(connection, account.id)) == ["a1", "a2"]
        assert same_login(connection, "a3") == ["a3"]
        assert same_login(connection, "nobody") == []


@SPELT
def test_a_report_at_the_address_of_one_spelling_finds_the_message_of_the_other(
    database: Database, two: tuple[Account, Account], announce: Announce, submit: Submit
) -> None:
    submit.under(announce(1), "m1")
    report = DeliveryReport("m1", "", DeliveryState.DELIVERED, "200")
    assert DeliveryReportStore(database).receive("a3", report) is None
    assert DeliveryReportStore(database).receive(two[1].id, report) is not None


@SPELT
def test_a_balance_is_of_both_spellings(database: Database, two: tuple[Account, Account]) -> None:
    BalanceStore(database).add(two[1].id, Balance(Amount(Decimal(9), "credits"), NOON))
    for read in (Charges(database), ChargesAtFirst(database)):
        assert [read.unit(account_id, NOON) for account_id in ("a1", "a2", "a3")] == ["credits", "credits", None]
