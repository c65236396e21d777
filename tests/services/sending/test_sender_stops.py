from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending.queue.progress import QueueState

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import HttpReply, Outgoing
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice

GATEWAYS = ["smsoffice", "ismart-rest"]
ACCEPTED, UNKNOWN, QUEUED = ["accepted"], ["unknown"], ["queued"]


def _stopped(office: RunningOffice, account: Account) -> UserFacingError:
    now = office.at_rest(account)
    assert now.state is QueueState.STOPPED
    assert isinstance(now.reason, UserFacingError)
    return now.reason


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_a_wrong_password_is_tried_once_and_everything_waits(office: RunningOffice, gateway: str) -> None:
    account = office.account(gateway, password="wrong password", batch_size=2)
    office.send(account, 4)
    reason = _stopped(office, account)
    assert "Sending has stopped. Wrong user name or password" in str(reason.what)
    assert "Press “Change password…”" in str(reason.todo)
    assert office.requests() == 1
    assert office.states() == QUEUED * 4

    office.sender.resume(account)  # nothing is changed: the same password is not sent again
    assert _stopped(office, account).what == reason.what
    assert office.requests() == 1

    office.save(account, "correct horse")
    office.sender.account_changed(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == office.numbers()
    assert office.states() == ACCEPTED * 4


def test_without_credit_the_rest_waits_and_goes_after_a_top_up_to_nobody_twice(office: RunningOffice) -> None:
    account = office.account(credits=2)
    office.send(account, 5)
    reason = _stopped(office, account)
    assert "Not enough credits at SMS Office" in str(reason.what)
    assert office.states() == ACCEPTED * 2 + QUEUED * 3
    assert (office.sender.progress(account.id).done, office.sender.progress(account.id).waiting) == (2, 3)

    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(100))
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.accepted(account) == office.numbers()
    assert office.states() == ACCEPTED * 5


def test_a_batch_that_the_credit_does_not_cover_goes_back_whole(office: RunningOffice) -> None:
    account = office.account("ismart-rest", credits=4, batch_size=3)
    office.send(account, 6)
    assert "Not enough credit at iSmart" in str(_stopped(office, account).what)
    assert office.states() == ACCEPTED * 3 + QUEUED * 3
    office.sandbox.ledger.set_credits("ismart-rest", "office", Decimal(100))
    office.sender.resume(account)
    office.at_rest(account)
    assert office.accepted(account) == office.numbers()


def test_what_is_announced_while_the_queue_is_stopped_waits_too(office: RunningOffice) -> None:
    account = office.account(credits=0)
    office.send(account, 1)
    _stopped(office, account)
    before = office.requests("send")
    office.send(account, 2)
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.STOPPED, 3)
    assert office.requests("send") == before


@pytest.mark.parametrize("gateway", GATEWAYS)
def test_what_became_unclear_is_unknown_and_never_sent_again(
    office: RunningOffice, profile: Profile, gateway: str
) -> None:
    account = office.account(gateway, batch_size=1)
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    office.send(account, 3)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == UNKNOWN + ACCEPTED * 2
    assert office.peek("SELECT error_code FROM delivery WHERE state = 'unknown'") == ["reset"]
    office.sender.resume(account)
    office.at_rest(account)
    office.close()

    again = profile.open_office()
    assert again.sender.progress(account.id).state is QueueState.IDLE
    assert again.states() == UNKNOWN + ACCEPTED * 2
    assert sorted(again.accepted(account)) == again.peek("SELECT number FROM delivery ORDER BY number")


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER_READING, Fault.ERROR_500, Fault.GARBAGE, Fault.EMPTY])
def test_two_unclear_answers_in_a_row_stop_the_queue(office: RunningOffice, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault, fault)
    office.send(account, 4)
    reason = _stopped(office, account)
    assert "Look at the messages marked unknown" in str(reason.todo)
    assert office.states() == UNKNOWN * 2 + QUEUED * 2
    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == UNKNOWN * 2 + ACCEPTED * 2


def test_unclear_answers_with_a_clear_one_between_them_do_not_stop_it(office: RunningOffice) -> None:
    account = office.account()
    fault = Fault.ERROR_500

    def one_more_fault(_event: object) -> None:
        if office.states().count("accepted") == 1 and office.states().count("unknown") == 1:
            office.sandbox.faults.then(fault)
            office.hear = lambda _event: None

    office.hear = one_more_fault
    office.sandbox.faults.then(fault)
    office.send(account, 4)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == ["unknown", "accepted", "unknown", "accepted"]


@pytest.mark.parametrize("fault", [Fault.HTML_PAGE, Fault.REDIRECT, Fault.NOT_FOUND])
def test_an_answer_from_something_else_than_the_gateway_stops_at_once(office: RunningOffice, fault: Fault) -> None:
    account = office.account()
    office.sandbox.faults.then(fault)
    office.send(account, 3)
    _stopped(office, account)
    assert office.states() == UNKNOWN + QUEUED * 2
    assert office.requests("send") == 1


def test_after_the_last_message_there_is_nothing_to_continue(office: RunningOffice) -> None:
    account = office.account()
    office.sandbox.faults.then(Fault.HTML_PAGE)
    office.send(account, 1)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == UNKNOWN


def test_without_a_password_nothing_is_sent_and_the_sentence_names_the_account(office: RunningOffice) -> None:
    account = office.account(password=None)
    office.send(account, 2)
    reason = _stopped(office, account)
    assert account.name in str(reason.what)
    assert (office.states(), office.requests()) == (QUEUED * 2, 0)


def test_a_mended_account_is_used_from_the_next_submission_on(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    wrong = held_gateways.start("Error: Login Failed")
    account = office.account(address=wrong.address)
    office.send(account, 2)
    wrong.answer_now()
    _stopped(office, account)
    mended = replace(account, address=office.sandbox.address)
    office.save(mended)
    office.sender.account_changed(mended)
    assert office.at_rest(mended).state is QueueState.IDLE
    assert (len(wrong.targets), len(office.accepted(mended))) == (1, 2)


def test_what_an_earlier_run_left_queued_waits_for_continue(office: RunningOffice, profile: Profile) -> None:
    account = office.account(credits=1)
    office.send(account, 3)
    _stopped(office, account)
    office.close()
    office.sandbox.ledger.set_credits("smsoffice", "office", Decimal(100))

    before = office.requests("send")
    again = profile.open_office()
    reason = _stopped(again, account)
    assert str(reason.what).startswith(
        "Not sent before the program was closed: 2 messages. Sending had stopped. Not enough credits at SMS Office"
    )
    assert str(reason.todo) == "Press Continue to send them now, or cancel them."
    again.send(account, 1, first=3)
    assert (again.requests("send"), again.sender.progress(account.id).waiting) == (before, 3)
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ACCEPTED * 4
    assert again.accepted(account) == again.peek("SELECT number FROM delivery ORDER BY id")


class _Mistaken(SmsOffice):
    """A provider with a bug that shows once."""

    shown = False

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        if not self.shown:
            self.shown = True
            raise ZeroDivisionError
        return super().read_submission(reply, outgoing)


def test_a_bug_stops_the_queue_is_reported_and_leaves_what_had_left_unknown(profile: Profile) -> None:
    office = profile.open_office(providers=Providers({**PROVIDERS, "smsoffice": _Mistaken()}))
    account = office.account()
    office.send(account, 3)
    reason = _stopped(office, account)
    assert "a mistake in smsdesk" in str(reason.what)
    office.until(office.failures)
    assert [type(error) for error in office.failures()] == [ZeroDivisionError]

    office.sender.resume(account)
    assert office.at_rest(account).state is QueueState.IDLE
    assert office.states() == UNKNOWN + ACCEPTED * 2
    assert len(office.accepted(account)) == len(set(office.accepted(account))) == 3
