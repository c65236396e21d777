from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import Profile, RunningOffice
    from tests.helpers.timers import HeldTimers


def test_during_the_countdown_nothing_leaves_and_undo_takes_everything_back(office: RunningOffice) -> None:
    account = office.account()
    before = datetime.now(UTC)
    announcement_id = office.send(account, countdown_s=30)
    after = datetime.now(UTC)
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.IDLE, 3)
    counting = office.sender.countdown()
    assert counting is not None
    whose, countdown = counting
    assert (whose.id, countdown.announcement_id, countdown.people) == (account.id, announcement_id, 3)
    assert before <= countdown.ends_at - timedelta(seconds=30) <= after
    assert office.sender.unsent() == 3

    assert office.sender.undo(account, announcement_id).result(PATIENCE_S) == 3
    assert office.states() == ["cancelled"] * 3
    assert office.peek("SELECT DISTINCT error_code FROM delivery") == ["undone"]
    assert office.sender.countdown() is None
    assert office.sender.progress(account.id).waiting == 0
    assert office.requests("send") == 0


def test_when_the_countdown_is_over_everybody_gets_it(office: RunningOffice, timers: HeldTimers) -> None:
    account = office.account()
    office.send(account, countdown_s=30)
    assert timers.go_off() == 30
    office.until(lambda: office.states() == ["accepted"] * 3)
    assert office.accepted(account) == office.numbers()


def test_undo_after_the_countdown_takes_back_what_has_not_left_and_says_how_many(
    office: RunningOffice, held_gateways: HeldGateways, timers: HeldTimers
) -> None:
    gateway = held_gateways.start()
    account = office.account(address=gateway.address)
    announcement_id = office.send(account, countdown_s=30)
    timers.go_off()
    gateway.next_request()
    assert office.sender.undo(account, announcement_id).result(PATIENCE_S) == 2
    gateway.answer_now()
    office.until(lambda: office.states() == ["accepted", "cancelled", "cancelled"])


def test_an_announcement_in_its_countdown_is_not_sent_along_with_one_that_goes_out(office: RunningOffice) -> None:
    account = office.account()
    held = office.send(account, text="second thoughts", countdown_s=30)
    office.send(account, text="at once")
    office.until(lambda: office.states() == ["queued"] * 3 + ["accepted"] * 3)
    office.until(lambda: not office.sender.sending())
    assert {copy.text for copy in office.sandbox.ledger.accepted} == {"at once"}
    assert office.sender.undo(account, held).result(PATIENCE_S) == 3


def test_stop_also_takes_back_what_is_in_its_countdown(office: RunningOffice) -> None:
    account = office.account()
    announcement_id = office.send(account, countdown_s=30)
    assert office.sender.stop(account).result(PATIENCE_S).cancelled == {announcement_id: 3}
    assert office.sender.countdown() is None
    assert office.states() == ["cancelled"] * 3


def test_a_countdown_that_the_end_of_the_program_cut_short_is_counted_on_at_the_next_start(
    office: RunningOffice, profile: Profile
) -> None:
    account = office.account()
    announcement_id = office.send(account, countdown_s=50)
    again = profile.open_again(office, starts=True)
    counting = again.sender.countdown()
    assert counting is not None
    _, countdown = counting
    assert countdown.announcement_id == announcement_id
    assert again.sender.undo(account, announcement_id).result(PATIENCE_S) == 3
    assert again.states() == ["cancelled"] * 3


def test_what_is_sent_while_the_queue_is_stopped_waits_with_the_rest_and_has_no_countdown(
    office: RunningOffice,
) -> None:
    account = office.account(credits=0)
    office.send(account)
    office.at_rest(account)
    office.send(account, countdown_s=30)
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.STOPPED, 6)
    assert office.sender.countdown() is None


def test_what_is_confirmed_before_the_data_file_was_checked_leaves_after_it(
    profile: Profile,
) -> None:
    office = profile.open_office(starts=False)
    account = office.account()
    office.send(account)
    assert office.states() == ["queued"] * 3
    assert not office.sender.sending()
    office.start()
    assert office.at_rest(account).done == 3
    assert office.accepted(account) == office.numbers()


NOT_TAKEN = [
    ("smsoffice", "Error: Not enough credits"),  # refused for the account: it would wait for Continue
    ("intellisms", "ERR:GATEWAY_ERROR"),  # not now: it would be tried again in a minute
]


@pytest.mark.parametrize(("provider", "answer"), NOT_TAKEN)
def test_undo_at_the_moment_of_leaving_cancels_what_comes_back(
    office: RunningOffice, held_gateways: HeldGateways, timers: HeldTimers, provider: str, answer: str
) -> None:
    gateway = held_gateways.start(answer)
    account = office.account(provider, address=gateway.address)
    announcement_id = office.send(account, countdown_s=30)
    timers.go_off()
    gateway.next_request()
    at_once = office.sender.undo(account, announcement_id).result(PATIENCE_S)
    gateway.answer_now(100)
    office.until(lambda: office.states() == ["cancelled"] * 3)
    office.until(lambda: not office.sender.sending())
    assert at_once < 3
    assert office.sender.taken_back(account.id, announcement_id) == 3
    assert office.peek("SELECT DISTINCT error_code FROM delivery") == ["undone"]
    assert len(gateway.targets) == 1
    assert timers.waiting_s() == []
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.IDLE, 0)


def test_undo_of_what_is_on_its_way_holds_back_nobody_elses_message(
    office: RunningOffice, held_gateways: HeldGateways, timers: HeldTimers
) -> None:
    gateway = held_gateways.start("Error: Not enough credits")
    account = office.account(address=gateway.address)
    taken_back = office.send(account, 2, countdown_s=30)
    timers.go_off()
    gateway.next_request()
    office.send(account, 2, "Another one.", first=10)
    office.sender.undo(account, taken_back).result(PATIENCE_S)
    gateway.answer_now(100)
    assert office.at_rest(account).state is QueueState.STOPPED
    gateway.answer = "Success:message tracking number:1"
    office.sender.resume(account)
    office.at_rest(account)
    assert office.states() == ["cancelled"] * 2 + ["accepted"] * 2
