from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.charge import Judgement, Likelihood
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.money import Amount
from smsdesk.sandbox.faults import Fault
from smsdesk.services.balance.evidence import BalanceEvidence, NoEvidence, ReportEvidence
from smsdesk.services.events import DeliveriesChanged
from smsdesk.services.sending.queue.progress import QueueState

if TYPE_CHECKING:
    from smsdesk.services.balance.evidence import BillNote
    from tests.helpers.office import Profile, RunningOffice


def _unknown(office: RunningOffice) -> list[int]:
    return list(office.peek("SELECT id FROM delivery WHERE state = 'unknown'"))


def _bill(office: RunningOffice, announcement_id: int) -> BillNote:
    (past,) = office.history.announcements([announcement_id])
    note = office.evidence.about_bill(past)
    assert note is not None
    return note


@pytest.mark.parametrize(
    ("price", "judgement"), [("0.057", Judgement.MATCHES), ("0.05", Judgement.DIFFERS), (None, Judgement.NO_PRICE)]
)
def test_where_the_gateway_tells_what_every_copy_cost_nobody_guesses_from_the_balance(
    office: RunningOffice, price: str | None, judgement: Judgement
) -> None:
    account = office.account("inviosmart", price=price)
    one = office.send(account, 3)
    office.until(lambda: DeliveriesChanged(one) in office.events)
    assert not _bill(office, one).billed
    for message_id in office.peek("SELECT message_id FROM delivery"):
        told = DeliveryReport(message_id, "", DeliveryState.DELIVERED, "2048", parts=1, cost=Decimal("0.057"))
        office.reports.receive(account.id, told)
    note = _bill(office, one)
    assert (note.went_down, note.judgement, note.billed) == (Amount(Decimal("0.171"), "EUR"), judgement, True)
    assert note.least == note.most == (None if price is None else Amount(3 * Decimal(price), "EUR"))


def _balance(office: RunningOffice, announcement_id: int) -> BalanceEvidence:
    (found,) = office.evidence.about_unknown(announcement_id, _unknown(office))
    assert isinstance(found, BalanceEvidence)
    return found


@pytest.mark.parametrize(
    ("fault", "down", "speaks_for"),
    [(Fault.RESET_AFTER_ACCEPTING, 2, Likelihood.SENT), (Fault.RESET_AFTER_READING, 0, Likelihood.NOT_SENT)],
)
def test_the_balance_tells_whether_messages_without_an_answer_were_sent(
    office: RunningOffice, fault: Fault, down: int, speaks_for: Likelihood
) -> None:
    account = office.account(price="1")
    office.sandbox.faults.then(fault, fault)
    one = office.send(account, 5)
    assert office.at_rest(account).state is QueueState.STOPPED
    office.ask_balance(account, by_hand=False, urgent=True)
    found = _balance(office, one)
    assert (found.went_down.value, found.went_down.unit, found.speaks_for) == (down, "credits", speaks_for)
    assert (found.known.value, found.unknown.value) == (0, 2)
    assert found.before <= found.after <= datetime.now(UTC)


def test_what_the_others_of_the_announcement_cost_is_allowed_for(office: RunningOffice) -> None:
    account = office.account(price="1")
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 4)
    office.at_rest(account)
    office.ask_balance(account, by_hand=False, urgent=True)
    found = _balance(office, one)
    assert (found.went_down.value, found.known.value, found.speaks_for) == (3, 3, Likelihood.NOT_SENT)


def test_where_one_of_two_was_sent_only_the_fact_is_told(office: RunningOffice) -> None:
    account = office.account(price="1")
    office.sandbox.faults.then(Fault.RESET_AFTER_READING, Fault.RESET_AFTER_ACCEPTING)
    one = office.send(account, 2)
    office.at_rest(account)
    office.ask_balance(account, by_hand=False, urgent=True)
    found = _balance(office, one)
    assert (found.went_down.value, found.unknown.value, found.speaks_for) == (1, 2, Likelihood.UNCLEAR)


def test_without_a_price_a_balance_that_did_not_move_speaks_against_sending(office: RunningOffice) -> None:
    account = office.account()
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 1)
    office.at_rest(account)
    office.ask_balance(account, by_hand=False, urgent=True)
    found = _balance(office, one)
    assert (found.known, found.unknown, found.speaks_for) == (None, None, Likelihood.NOT_SENT)


def test_what_a_crash_interrupted_is_judged_after_the_restart(office: RunningOffice, profile: Profile) -> None:
    account = office.account(price="1")
    office.ask_balance(account, by_hand=False, urgent=True)
    people = (Recipient("+27830000001"),)
    new = Announcement(account.id, "We close at noon.", "Office", 1, people, price_per_part=Decimal(1))
    one = office.outbox.add(new).result()
    office.outbox.claim(one, 1)
    office.close()
    again = profile.open_office()
    assert again.interrupted == 1
    assert again.evidence.about_unknown(one, _unknown(again)) == []
    again.ask_balance(account, by_hand=False, urgent=True)
    assert _balance(again, one).speaks_for is Likelihood.NOT_SENT


def test_a_stray_delivery_report_for_the_number_is_told(office: RunningOffice) -> None:
    account = office.account(price="1")
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    one = office.send(account, 2)
    office.at_rest(account)
    unknown = _unknown(office)
    (number,) = office.peek("SELECT number FROM delivery WHERE id = ?", *unknown)
    office.reports.receive(account.id, DeliveryReport("m1", number, DeliveryState.DELIVERED, "200", ""))
    (found,) = [each for each in office.evidence.about_unknown(one, unknown) if isinstance(each, ReportEvidence)]
    assert (found.number, found.state) == (number, DeliveryState.DELIVERED)
    assert office.evidence.about_unknown(one, []) == []


def test_a_gateway_that_tells_nothing_is_said_to_tell_nothing(office: RunningOffice) -> None:
    account = office.account("ismart-rest", price="1")
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 1)
    office.at_rest(account)
    assert office.evidence.about_unknown(one, _unknown(office)) == [NoEvidence("iSmart (REST)")]


def test_where_no_balance_was_read_nothing_is_claimed(office: RunningOffice) -> None:
    account = office.account(price="1")
    office.sandbox.faults.always(Fault.ERROR_500, only="balance")
    office.sandbox.faults.then(Fault.RESET_AFTER_READING)
    one = office.send(account, 1)
    office.at_rest(account)
    assert office.evidence.about_unknown(one, _unknown(office)) == []
    assert office.evidence.about_unknown(999, [1]) == []


def test_an_announcement_that_is_still_going_out_has_no_bill_to_show(office: RunningOffice) -> None:
    account = office.account(price="1")
    people = (Recipient("+27830000001"),)
    one = office.outbox.add(Announcement(account.id, "We close at noon.", "Office", 1, people)).result()
    office.ask_balance(account, by_hand=False, urgent=True)
    office.sql("UPDATE announcement SET charged = '3', charged_others = 0")
    (past,) = office.history.announcements([one])
    assert (past.charged, past.charged_others, past.price_per_part) == (Decimal(3), 0, None)
    assert office.evidence.about_bill(past) is None
    office.outbox.cancel(account.id).result()
    (past,) = office.history.announcements([one])
    assert office.evidence.about_bill(past) is not None
