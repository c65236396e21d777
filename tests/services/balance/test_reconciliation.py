from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.charge import Judgement
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.evidence import BillNote, Evidence
from smsdesk.services.balance.reconciliation import Reconciliation
from smsdesk.services.events import DeliveriesChanged, Failed
from smsdesk.services.sending.progress import QueueState
from smsdesk.store.history import History
from smsdesk.store.loose_reports import Doubts

if TYPE_CHECKING:
    from collections.abc import Callable

D = Decimal


@pytest.fixture
def billed(open_office: Callable[..., Any]) -> Any:
    """An office that asks for balances and checks its bills."""
    return open_office(asks_balances=True)


def _account(office: Any, price: str | None = "1", **options: Any) -> Any:
    account = replace(office.account(**options), price_per_part=None if price is None else D(price))
    office.store.save(account).result()
    return account


def _dearer(office: Any, by: str) -> None:
    """Let the gateway take more for each message than it says."""
    ledger = office.sandbox.ledger

    def charge(copies: Any) -> None:
        for copy in copies:
            ledger.set_credits(copy.gateway, copy.user, ledger.credits(copy.gateway, copy.user) - D(by))

    ledger.listen(charge)


def _charged(office: Any, announcement_id: int) -> str:
    office.until(lambda: DeliveriesChanged(announcement_id) in office.events)
    (charged,) = office.peek("SELECT charged FROM announcement WHERE id = ?", announcement_id)
    return str(charged)


def _note(office: Any, announcement_id: int) -> BillNote | None:
    (past,) = History(office.database).announcements([announcement_id])
    evidence = Evidence(office.charges, Doubts(office.database), office.store.all, PROVIDERS)
    return evidence.about_bill(past)


def test_the_bill_of_an_announcement_is_known_as_soon_as_it_is_out(billed: Any) -> None:
    account = _account(billed)
    one = billed.send(account, 3, text="Closed. " * 25)
    assert _charged(billed, one) == "6.00"
    note = _note(billed, one)
    assert note is not None
    assert (note.judgement, note.went_down.value, note.went_down.unit) == (Judgement.MATCHES, D(6), "credits")
    assert not note.differs


def test_a_gateway_that_takes_more_than_expected_is_found_out(billed: Any) -> None:
    _dearer(billed, "0.50")
    one = billed.send(_account(billed), 4)
    assert _charged(billed, one) == "6.00"
    note = _note(billed, one)
    assert note is not None
    assert note.differs
    assert (note.least.value, note.most.value) == (4, 4)


def test_each_announcement_in_a_row_has_its_own_bill(billed: Any) -> None:
    account = _account(billed)
    made = [billed.send(account, people) for people in (1, 2, 3)]
    assert [_charged(billed, each) for each in made] == ["1.00", "2.00", "3.00"]
    assert billed.peek("SELECT charged_others FROM announcement") == [0, 0, 0]


def test_messages_of_unknown_fate_may_have_been_charged_for_or_not(billed: Any) -> None:
    billed.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    one = billed.send(_account(billed), 3)
    assert _charged(billed, one) == "3.00"
    note = _note(billed, one)
    assert note is not None
    assert (note.judgement, note.least.value, note.most.value) == (Judgement.MATCHES, 2, 3)


def test_without_a_price_the_amount_is_told_and_not_judged(billed: Any) -> None:
    one = billed.send(_account(billed, price=None), 2)
    assert _charged(billed, one) == "2.00"
    note = _note(billed, one)
    assert note is not None
    assert (note.judgement, note.least, note.differs) == (Judgement.NO_PRICE, None, False)


def test_euros_are_counted_as_exactly_as_credits(billed: Any) -> None:
    one = billed.send(_account(billed, provider="inviosmart", price="0.1"), 3)
    billed.until(lambda: DeliveriesChanged(one) in billed.events)
    note = _note(billed, one)
    assert note is not None
    assert (note.went_down.unit, note.least.value) == ("EUR", D("0.3"))


def test_a_gateway_without_a_balance_has_no_bill(billed: Any) -> None:
    account = _account(billed, provider="ismart-rest")
    one = billed.send(account, 2)
    billed.at_rest(account)
    assert _note(billed, one) is None


def test_the_price_of_the_day_it_was_sent_counts(billed: Any) -> None:
    account = _account(billed)
    one = billed.send(account, 2)
    _charged(billed, one)
    billed.store.save(replace(account, price_per_part=D(7))).result()
    note = _note(billed, one)
    assert note is not None
    assert note.judgement is Judgement.MATCHES


def test_a_bill_that_came_late_is_corrected_by_the_next_reading(billed: Any) -> None:
    account = _account(billed)
    ledger = billed.sandbox.ledger
    ledger.listen(lambda copies: ledger.set_credits("smsoffice", "office", D(1000)))  # it bills nothing at once
    one = billed.send(account, 2)
    assert _charged(billed, one) == "0.00"
    ledger.set_credits("smsoffice", "office", D(998))
    billed.poller.ask(account, by_hand=True).result(20)
    assert billed.peek("SELECT charged FROM announcement") == ["2.00"]
    assert billed.events.count(DeliveriesChanged(one)) == 2


def test_the_bill_is_on_disk_before_it_is_told(billed: Any) -> None:
    on_disk: list[Any] = []

    def look(event: Any) -> None:
        if event == DeliveriesChanged(1):
            on_disk.extend(billed.peek("SELECT charged FROM announcement"))

    billed.hear = look
    one = billed.send(_account(billed), 2)
    assert _charged(billed, one) == "2.00"
    assert on_disk == ["2.00"]


def test_a_reading_that_may_tell_of_unknown_messages_is_told_though_others_still_wait(billed: Any) -> None:
    account = _account(billed)
    billed.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_ACCEPTING)
    one = billed.send(account, 5)
    assert billed.at_rest(account).state is QueueState.STOPPED
    billed.until(lambda: DeliveriesChanged(one) in billed.events)
    assert billed.peek("SELECT charged FROM announcement") == [None]


def test_a_full_disk_costs_the_bill_and_not_the_reading(office: Any, open_office: Callable[..., Any]) -> None:
    account = _account(office)
    office.poller.ask(account, by_hand=False).result(20)
    one = office.send(account, 2)
    office.at_rest(account)
    office.poller.ask(account, by_hand=True).result(20)
    office.database.write(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    Reconciliation(office.charges, office._publish).reading_taken(account)
    assert office.peek("SELECT charged FROM announcement") == [None]
    assert not any(isinstance(event, Failed) for event in office.events)
    office.close()
    again = open_office()
    Reconciliation(again.charges, again._publish).reading_taken(account)
    assert _charged(again, one) == "2.00"


def test_a_reading_that_comes_as_the_program_ends_is_no_mistake(office: Any) -> None:
    account = _account(office)
    office.poller.ask(account, by_hand=False).result(20)
    office.send(account, 2)
    office.at_rest(account)
    office.poller.ask(account, by_hand=True).result(20)
    office.database.close()
    Reconciliation(office.charges, office._publish).reading_taken(account)
    assert office.peek("SELECT charged FROM announcement") == [None]
