"""Stop, Undo and Continue at the moments at which they cross what is under way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.office import PASSWORD
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.left_over import age, old_and_young

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice
    from tests.helpers.timers import HeldTimers

NO_CREDIT = "Error: Not enough credits"


def test_stop_concerns_what_was_on_its_way_and_nothing_that_is_sent_after_it(
    office: RunningOffice, held_gateways: HeldGateways
) -> None:
    gateway = held_gateways.start(NO_CREDIT)
    account = office.account(address=gateway.address)
    office.send(account, 2)
    gateway.next_request()
    office.sender.stop(account).result(PATIENCE_S)
    office.send(account, 3, "new text", first=20)
    gateway.answer_now(100)
    stopped = office.at_rest(account)
    assert stopped.state is QueueState.STOPPED
    assert office.states() == ["cancelled"] * 2 + ["queued"] * 3
    gateway.answer = "Success:message tracking number:1"
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["cancelled"] * 2 + ["accepted"] * 3


def test_a_continue_about_something_else_does_not_send_yesterdays_news(office: RunningOffice, profile: Profile) -> None:
    again, account = old_and_young(office, profile)
    again.start()
    again.waits(account)
    again.sandbox.start()
    again.sender.resume(account)  # "Try now"
    stopped = again.at_rest(account)
    assert {copy.text for copy in again.sandbox.ledger.accepted} == {"young"}
    assert "Not sent before the program was closed: 2 messages." in str(stopped.reason)
    again.sender.resume(account)
    again.at_rest(account)
    assert again.states() == ["accepted"] * 3


def test_what_is_held_does_not_end_anothers_countdown_with_a_stop(
    office: RunningOffice, profile: Profile, timers: HeldTimers
) -> None:
    again, account = old_and_young(office, profile)
    again.start()
    again.waits(account)
    again.send(account, text="newest", countdown_s=30)
    again.sandbox.start()
    assert timers.go_off() < 30  # it tries again
    again.until(lambda: again.states() == ["queued"] * 2 + ["accepted"] + ["queued"] * 3)
    again.until(lambda: not again.sender.sending())
    assert timers.go_off() == 30  # the countdown is over
    again.until(lambda: again.states() == ["queued"] * 2 + ["accepted"] * 4)
    assert again.at_rest(account).state is QueueState.STOPPED


def test_one_continue_tries_a_wrong_password_once(office: RunningOffice) -> None:
    account = office.account(credits=0)
    office.send(account, 2)
    office.at_rest(account)
    office.until(lambda: not office.poller.state(account.id).asking)
    office.sandbox.ledger.set_password("smsoffice", "office", "changed meanwhile")
    office.sender.resume(account)
    office.at_rest(account)
    assert office.sandbox.ledger.failed_logins("smsoffice", "office") == 1


def test_an_account_with_an_old_password_is_not_tried_because_another_one_gets_in(office: RunningOffice) -> None:
    account = office.account(password="old password")
    other = replace(account, id="other", name="The same login")
    office.save(other, PASSWORD)
    office.ask_balance(account, by_hand=False)
    for _ in range(3):
        office.ask_balance(other)
        assert office.poller.ask(account, by_hand=False) is None
    assert sum("old%20password" in seen.target for seen in office.sandbox.ledger.requests) == 1


def test_an_announcement_for_an_account_that_was_just_deleted_is_refused(office: RunningOffice) -> None:
    account = office.account()
    office.book.delete(account.id).result(PATIENCE_S)
    with pytest.raises(UserFacingError, match="deleted meanwhile"):
        office.send(account)
    assert office.states() == []


def test_a_time_to_leave_that_is_far_away_because_the_clock_was_set_back_is_asked_about(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account()
    office.sandbox.pause()
    office.send(account, 1)
    office.waits(account)
    age(office, -timedelta(hours=3))
    again = profile.open_again(office)
    again.sandbox.start()
    again.start()
    assert again.at_rest(account).state is QueueState.STOPPED
    assert again.states() == ["queued"]
