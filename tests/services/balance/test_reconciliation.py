from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from smsdesk.domain.charge import Judgement
from smsdesk.domain.money import Amount, Balance
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.reconciliation import Reconciliation
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.store.balance.balances import BalanceStore
from smsdesk.store.balance.charges import Charges
from tests.helpers.profile.disk import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from smsdesk.sandbox.ledger import Accepted
    from smsdesk.services.balance.evidence import BillNote
    from smsdesk.services.events import Event
    from tests.helpers.office import Profile, RunningOffice

D = Decimal


def _dearer(office: RunningOffice, by: str) -> None:
    """Let the gateway take more for each message than it says."""
    ledger = office.sandbox.ledger

    def charge(copies: Sequence[Accepted]) -> None:
        for copy in copies:
            ledger.set_credits(copy.gateway, copy.user, ledger.credits(copy.gateway, copy.user) - D(by))

    ledger.listen(charge)


def _charged(office: RunningOffice, announcement_id: int) -> str:
    office.until(lambda: DeliveriesChanged(announcement_id) in office.events)
    (charged,) = office.peek("SELECT charged FROM announcement WHERE id = ?", announcement_id)
    return str(charged)


def _note(office: RunningOffice, announcement_id: int) -> BillNote | None:
    (past,) = office.history.announcements([announcement_id])
    return office.evidence.about_bill(past)


def test_the_bill_of_an_announcement_is_known_as_soon_as_it_is_out(office: RunningOffice) -> None:
    account = office.account(price="1")
    one = office.send(account, 3, text="Closed. " * 25)
    assert _charged(office, one) == "6.00"
    note = _note(office, one)
    assert note is not None
    assert (note.judgement, note.went_down.value, note.went_down.unit) == (Judgement.MATCHES, D(6), "credits")
    assert not note.differs


def test_a_gateway_that_takes_more_than_expected_is_found_out(office: RunningOffice) -> None:
    _dearer(office, "0.50")
    one = office.send(office.account(price="1"), 4)
    assert _charged(office, one) == "6.00"
    note = _note(office, one)
    assert note is not None
    assert note.differs
    assert (note.least.value, note.most.value) == (4, 4)


def test_each_announcement_in_a_row_has_its_own_bill(office: RunningOffice) -> None:
    account = office.account(price="1")
    made = [office.send(account, people) for people in (1, 2, 3)]
    assert [_charged(office, each) for each in made] == ["1.00", "2.00", "3.00"]
    assert office.peek("SELECT charged_others FROM announcement") == [0, 0, 0]


def test_messages_of_unknown_fate_may_have_been_charged_for_or_not(office: RunningOffice) -> None:
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    one = office.send(office.account(price="1"), 3)
    assert _charged(office, one) == "3.00"
    note = _note(office, one)
    assert note is not None
    assert (note.judgement, note.least.value, note.most.value) == (Judgement.MATCHES, 2, 3)


def test_without_a_price_the_amount_is_told_and_not_judged(office: RunningOffice) -> None:
    one = office.send(office.account(), 2)
    assert _charged(office, one) == "2.00"
    note = _note(office, one)
    assert note is not None
    assert (note.judgement, note.least, note.differs) == (Judgement.NO_PRICE, None, False)


def test_euros_are_counted_as_exactly_as_credits(office: RunningOffice) -> None:
    one = office.send(office.account("inviosmart", price="0.1"), 3)
    office.until(lambda: DeliveriesChanged(one) in office.events)
    note = _note(office, one)
    assert note is not None
    assert (note.went_down.unit, note.least.value) == ("EUR", D("0.3"))


def test_a_gateway_without_a_balance_has_no_bill(office: RunningOffice) -> None:
    account = office.account("ismart-rest", price="1")
    one = office.send(account, 2)
    office.at_rest(account)
    assert _note(office, one) is None


def test_the_price_of_the_day_it_was_sent_counts(office: RunningOffice) -> None:
    account = office.account(price="1")
    one = office.send(account, 2)
    _charged(office, one)
    office.save(replace(account, price_per_part=D(7)))
    note = _note(office, one)
    assert note is not None
    assert note.judgement is Judgement.MATCHES


def test_a_bill_that_came_late_is_corrected_by_the_next_reading(office: RunningOffice) -> None:
    account = office.account(price="1")
    ledger = office.sandbox.ledger
    ledger.listen(lambda copies: ledger.set_credits("smsoffice", "office", D(1000)))  # it bills nothing at once
    one = office.send(account, 2)
    assert _charged(office, one) == "0.00"
    ledger.set_credits("smsoffice", "office", D(998))
    office.balance_state(account)  # whoever asks while a question is open gets no other
    office.ask_balance(account)
    assert office.peek("SELECT charged FROM announcement") == ["2.00"]
    assert office.events.count(DeliveriesChanged(one)) == 2


def test_the_bill_is_on_disk_before_it_is_told(office: RunningOffice) -> None:
    on_disk: list[str] = []

    def look(event: Event) -> None:
        if event == DeliveriesChanged(1):
            on_disk.extend(office.peek("SELECT charged FROM announcement"))

    office.hear = look
    one = office.send(office.account(price="1"), 2)
    assert _charged(office, one) == "2.00"
    assert on_disk == ["2.00"]


def test_a_reading_that_may_tell_of_unknown_messages_is_told_though_others_still_wait(office: RunningOffice) -> None:
    account = office.account(price="1")
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_ACCEPTING)
    one = office.send(account, 5)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.until(lambda: DeliveriesChanged(one) in office.events)
    assert office.peek("SELECT charged FROM announcement") == [None]


def test_a_disk_that_refuses_costs_the_bill_and_not_the_reading(
    office: RunningOffice, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = office.account(price="1")
    add = BalanceStore.add

    def add_as_the_disk_fills_up(balances: BalanceStore, account_id: str, reading: Balance) -> None:
        add(balances, account_id, reading)
        if office.states() == ["accepted"] * 2:
            refuse(office.database)

    with monkeypatch.context() as full:
        full.setattr(BalanceStore, "add", add_as_the_disk_fills_up)
        one = office.send(account, 2)
        office.at_rest(account)
        office.balance_state(account)
    assert office.balance(account).value == 998
    assert office.peek("SELECT charged FROM announcement") == [None]
    assert office.failures() == []
    office.close()
    again = profile.open_office()
    again.ask_balance(account)
    assert _charged(again, one) == "2.00"


def test_a_reading_that_comes_as_the_program_ends_is_no_mistake(office: RunningOffice) -> None:
    account = office.account(price="1")
    ledger = office.sandbox.ledger
    ledger.listen(lambda _copies: ledger.set_credits("smsoffice", "office", D(1000)))  # it bills nothing at once
    one = office.send(account, 2)
    assert _charged(office, one) == "0.00"
    office.balances.add(account.id, Balance(Amount(D(998), "credits"), datetime.now(UTC)))
    office.database.close()
    Reconciliation(Charges(office.database), office.publish, office.prices).reading_taken(account)
    assert office.peek("SELECT charged FROM announcement") == ["0.00"]
    assert office.failures() == []
