from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.delivery import DeliveryState
from smsdesk.sandbox.faults import Fault
from smsdesk.services.accounts.trial_message import TrialMessage
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import RunningOffice

TEXT = "This is a test."
MINE = "+27830000012"


@pytest.fixture
def trial(office: RunningOffice) -> TrialMessage:
    return TrialMessage(office.sender, office.history, office.providers)


def sent(office: RunningOffice, trial: TrialMessage, account: Account) -> int:
    announcement_id = trial.send(account, TEXT, MINE).result(PATIENCE_S)
    office.until(lambda: not office.sender.sending())
    return announcement_id


def take_back(trial: TrialMessage, account: Account, announcement_id: int) -> None:
    trial.take_back(account, announcement_id).result(PATIENCE_S)
    free = trial.set_free(account)
    if free is not None:
        free.result(PATIENCE_S)


def test_it_is_an_announcement_in_the_history_and_reaches_the_phone_once(
    office: RunningOffice, trial: TrialMessage
) -> None:
    account = office.account()
    announcement_id = sent(office, trial, account)
    office.at_rest(account)
    assert office.accepted(account) == [MINE]
    (past,) = office.history.announcements([announcement_id])
    assert (past.text, past.sender, past.people) == (TEXT, "Office", 1)
    assert trial.standing(account, announcement_id).delivery.state is DeliveryState.ACCEPTED


def test_its_cost_is_known_before(office: RunningOffice, trial: TrialMessage) -> None:
    cost = trial.review(office.account(price="1.5"), TEXT).cost
    assert cost.price is not None
    assert (cost.people, cost.parts, str(cost.price.value)) == (1, 1, "1.5")


def test_a_refused_login_holds_it_until_it_is_taken_back_and_nothing_lingers(
    office: RunningOffice, trial: TrialMessage
) -> None:
    account = office.account(password="wrong password")
    announcement_id = sent(office, trial, account)
    office.until(lambda: trial.standing(account, announcement_id).hindrance)
    hindrance = trial.standing(account, announcement_id).hindrance
    assert hindrance is not None
    assert "Wrong user name or password" in str(hindrance.what)
    take_back(trial, account, announcement_id)
    assert trial.standing(account, announcement_id).delivery.state is DeliveryState.CANCELLED
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.IDLE, 0)

    office.save(account, "correct horse")
    office.sender.account_changed(account)
    sent(office, trial, account)
    office.at_rest(account)
    assert office.accepted(account) == [MINE]


def test_a_gateway_that_is_away_holds_it_and_it_does_not_leave_later_by_itself(
    office: RunningOffice, trial: TrialMessage
) -> None:
    account = office.account()
    office.sandbox.pause()
    announcement_id = sent(office, trial, account)
    office.waits(account)
    assert trial.standing(account, announcement_id).hindrance is not None
    take_back(trial, account, announcement_id)
    office.sandbox.start()
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["cancelled"]
    assert office.accepted(account) == []


def test_what_may_have_been_sent_is_unknown_and_stays_so(office: RunningOffice, trial: TrialMessage) -> None:
    account = office.account()
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    announcement_id = sent(office, trial, account)
    office.until(lambda: office.states() == ["unknown"])
    standing = trial.standing(account, announcement_id)
    assert (standing.delivery.state, standing.hindrance) == (DeliveryState.UNKNOWN, None)
    assert office.accepted(account) == [MINE]


def test_a_queue_that_stopped_with_nothing_in_it_goes_on_for_the_test(
    office: RunningOffice, trial: TrialMessage
) -> None:
    account = office.account(credits=0)
    announcement_id = sent(office, trial, account)
    office.until(lambda: office.sender.progress(account.id).state is QueueState.STOPPED)
    trial.take_back(account, announcement_id).result(PATIENCE_S)
    assert office.sender.progress(account.id).state is QueueState.STOPPED
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(10))
    sent(office, trial, account)
    office.until(lambda: office.accepted(account) == [MINE])


def test_messages_that_wait_are_in_its_way(office: RunningOffice, trial: TrialMessage) -> None:
    account = office.account(password="wrong password")
    assert trial.in_the_way(account) == 0
    office.send(account, 3)
    office.at_rest(account)
    assert trial.in_the_way(account) == 3
    assert trial.set_free(account) is None
    assert office.states() == ["queued"] * 3
