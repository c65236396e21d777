from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.charge import Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.evidence import BalanceEvidence, Evidence, NoEvidence, ReportEvidence
from smsdesk.services.sending.progress import QueueState
from smsdesk.store.delivery_reports import DeliveryReportStore
from smsdesk.store.history import History
from smsdesk.store.loose_reports import Doubts

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def watched(open_office: Callable[..., Any]) -> Any:
    """An office that asks for the balance around announcements."""
    return open_office(asks_balances=True)


def _account(office: Any, provider: str = "smsoffice", price: int | None = 1) -> Any:
    account = replace(office.account(provider), price_per_part=None if price is None else Decimal(price))
    office.store.save(account).result()
    return account


def _evidence(office: Any) -> Evidence:
    return Evidence(office.charges, Doubts(office.database), office.store.all, PROVIDERS)


def _unknown(office: Any) -> list[int]:
    return list(office.peek("SELECT id FROM delivery WHERE state = 'unknown'"))


def _read_again(office: Any, account: Any) -> None:
    """The reading that was asked for after the last message is on disk, and so is one more."""
    office.poller.ask(account, by_hand=False, urgent=True).result(20)


def _balance(office: Any, announcement_id: int) -> BalanceEvidence:
    (found,) = _evidence(office).about_unknown(announcement_id, _unknown(office))
    assert isinstance(found, BalanceEvidence)
    return found


@pytest.mark.parametrize(
    ("fault", "down", "speaks_for"),
    [(Fault.RESET_AFTER_ACCEPTING, 2, Likelihood.SENT), (Fault.RESET_AFTER_READING, 0, Likelihood.NOT_SENT)],
)
def test_the_balance_tells_whether_messages_without_an_answer_were_sent(
    watched: Any, fault: Fault, down: int, speaks_for: Likelihood
) -> None:
    account = _account(watched)
    watched.sandbox.faults.then(fault, fault)
    one = watched.send(account, 5)
    assert watched.at_rest(account).state is QueueState.STOPPED
    _read_again(watched, account)
    found = _balance(watched, one)
    assert (found.went_down.value, found.went_down.unit, found.speaks_for) == (down, "credits", speaks_for)
    assert (found.known.value, found.unknown.value) == (0, 2)
    assert found.before <= found.after <= datetime.now(UTC)


def test_what_the_others_of_the_announcement_cost_is_allowed_for(watched: Any) -> None:
    account = _account(watched)
    watched.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = watched.send(account, 4)
    watched.at_rest(account)
    _read_again(watched, account)
    found = _balance(watched, one)
    assert (found.went_down.value, found.known.value, found.speaks_for) == (3, 3, Likelihood.NOT_SENT)


def test_where_one_of_two_was_sent_only_the_fact_is_told(watched: Any) -> None:
    account = _account(watched)
    watched.sandbox.faults.then(Fault.RESET_AFTER_READING, Fault.RESET_AFTER_ACCEPTING)
    one = watched.send(account, 2)
    watched.at_rest(account)
    _read_again(watched, account)
    found = _balance(watched, one)
    assert (found.went_down.value, found.unknown.value, found.speaks_for) == (1, 2, Likelihood.UNCLEAR)


def test_without_a_price_a_balance_that_did_not_move_speaks_against_sending(watched: Any) -> None:
    account = _account(watched, price=None)
    watched.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = watched.send(account, 1)
    watched.at_rest(account)
    _read_again(watched, account)
    found = _balance(watched, one)
    assert (found.known, found.unknown, found.speaks_for) == (None, None, Likelihood.NOT_SENT)


def test_what_a_crash_interrupted_is_judged_after_the_restart(watched: Any, open_office: Callable[..., Any]) -> None:
    account = _account(watched)
    watched.poller.ask(account, by_hand=False).result(20)
    people = (Recipient("+27830000001"),)
    new = Announcement(account.id, "We close at noon.", "Office", 1, people, price_per_part=Decimal(1))
    one = watched.outbox.add(new).result()
    watched.outbox.claim(one, 1)
    watched.close()
    again = open_office(asks_balances=True)
    again.credentials.keep(account.id, Secret("correct horse"))
    assert again.outbox.recover() == 1
    assert _evidence(again).about_unknown(one, _unknown(again)) == []
    _read_again(again, account)
    assert _balance(again, one).speaks_for is Likelihood.NOT_SENT


def test_a_stray_delivery_report_for_the_number_is_told(office: Any) -> None:
    account = _account(office)
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    one = office.send(account, 2)
    office.at_rest(account)
    unknown = _unknown(office)
    (number,) = office.peek("SELECT number FROM delivery WHERE id = ?", *unknown)
    DeliveryReportStore(office.database).receive(
        account.id, DeliveryReport("m1", number, DeliveryState.DELIVERED, "200", "")
    )
    (found,) = _evidence(office).about_unknown(one, unknown)
    assert isinstance(found, ReportEvidence)
    assert (found.number, found.state) == (number, DeliveryState.DELIVERED)
    assert _evidence(office).about_unknown(one, []) == []


def test_a_gateway_that_tells_nothing_is_said_to_tell_nothing(office: Any) -> None:
    account = _account(office, "ismart-rest")
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 1)
    office.at_rest(account)
    assert _evidence(office).about_unknown(one, _unknown(office)) == [NoEvidence("iSmart (REST)")]


def test_where_no_balance_was_read_nothing_is_claimed(office: Any) -> None:
    account = _account(office)
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 1)
    office.at_rest(account)
    assert _evidence(office).about_unknown(one, _unknown(office)) == []
    assert _evidence(office).about_unknown(999, [1]) == []


def test_an_announcement_that_is_still_going_out_has_no_bill_to_show(office: Any) -> None:
    account = _account(office)
    people = (Recipient("+27830000001"),)
    one = office.outbox.add(Announcement(account.id, "We close at noon.", "Office", 1, people)).result()
    office.poller.ask(account, by_hand=False).result(20)
    office.database.write(lambda c: c.exec_driver_sql("UPDATE announcement SET charged = '3', charged_others = 0"))
    (past,) = History(office.database).announcements([one])
    assert (past.charged, past.charged_others, past.price_per_part) == (Decimal(3), 0, None)
    assert _evidence(office).about_bill(past) is None
    office.outbox.cancel(account.id).result()
    (past,) = History(office.database).announcements([one])
    assert _evidence(office).about_bill(past) is not None
