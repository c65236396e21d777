from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Secret
from smsdesk.services.sending.progress import QueueState
from smsdesk.services.sending.send_request import SendRequest

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE = tuple(Recipient(f"+278300000{n:02}") for n in range(10, 13))


def _send(office: Any, account: Any, countdown_s: float, text: str = "We close at noon.") -> int:
    new = Announcement(account.id, text, account.sender, 1, PEOPLE)
    return office.sender.send(SendRequest(account, new), countdown_s).result(20)


def test_during_the_countdown_nothing_leaves_and_undo_takes_everything_back(office: Any) -> None:
    account = office.account()
    announcement_id = _send(office, account, 30)
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.IDLE, 3)
    whose, countdown = office.sender.countdown()
    assert (whose.id, countdown.announcement_id, countdown.people) == (account.id, announcement_id, 3)
    assert timedelta(seconds=20) < countdown.ends_at - datetime.now(UTC) <= timedelta(seconds=30)
    assert office.sender.unsent() == 3

    assert office.sender.undo(account, announcement_id).result(20) == 3
    assert office.states() == ["cancelled"] * 3
    assert office.peek("SELECT DISTINCT error_code FROM delivery") == ["undone"]
    assert office.sender.countdown() is None
    assert office.sender.progress(account.id).waiting == 0
    assert office.requests("sendsms") == 0


def test_when_the_countdown_is_over_everybody_gets_it(office: Any) -> None:
    account = office.account()
    _send(office, account, 0.05)
    office.until(lambda: office.states() == ["accepted"] * 3)
    assert office.accepted(account) == [person.number for person in PEOPLE]


def test_undo_after_the_countdown_takes_back_what_has_not_left_and_says_how_many(
    office: Any, held_gateway: Callable[..., Any]
) -> None:
    gateway = held_gateway()
    account = office.account(address=gateway.address)
    announcement_id = _send(office, account, 0.01)
    gateway.next_request()
    assert office.sender.undo(account, announcement_id).result(20) == 2
    gateway.answer_now()
    office.until(lambda: office.states() == ["accepted", "cancelled", "cancelled"])


def test_an_announcement_in_its_countdown_is_not_sent_along_with_one_that_goes_out(office: Any) -> None:
    account = office.account()
    held = _send(office, account, 30, "second thoughts")
    _send(office, account, 0, "at once")
    office.until(lambda: office.states() == ["queued"] * 3 + ["accepted"] * 3)
    office.until(lambda: not office.sender.sending())
    assert {copy.text for copy in office.sandbox.ledger.accepted} == {"at once"}
    assert office.sender.undo(account, held).result(20) == 3


def test_stop_also_takes_back_what_is_in_its_countdown(office: Any) -> None:
    account = office.account()
    announcement_id = _send(office, account, 30)
    assert office.sender.stop(account).result(20).cancelled == {announcement_id: 3}
    assert office.sender.countdown() is None
    assert office.states() == ["cancelled"] * 3


def test_a_countdown_that_the_end_of_the_program_cut_short_is_counted_on_at_the_next_start(
    office: Any, open_office: Callable[..., Any]
) -> None:
    account = office.account()
    announcement_id = _send(office, account, 50)
    office.sender.write_down()
    office.close()
    again = open_office()
    again.credentials.keep(account.id, Secret("correct horse"))
    again.sender.start(again.store.all())
    _, countdown = again.sender.countdown()
    assert countdown.announcement_id == announcement_id
    assert again.sender.undo(account, announcement_id).result(20) == 3
    assert again.states() == ["cancelled"] * 3


def test_what_is_sent_while_the_queue_is_stopped_waits_with_the_rest_and_has_no_countdown(office: Any) -> None:
    account = office.account(credits=0)
    _send(office, account, 0)
    office.at_rest(account)
    _send(office, account, 30)
    now = office.sender.progress(account.id)
    assert (now.state, now.waiting) == (QueueState.STOPPED, 6)
    assert office.sender.countdown() is None


def test_what_is_confirmed_before_the_data_file_was_checked_leaves_after_it(
    open_office: Callable[..., Any],
) -> None:
    office = open_office(starts=False)
    account = office.account()
    _send(office, account, 0)
    assert office.states() == ["queued"] * 3
    assert not office.sender.sending()
    office.sender.start(office.store.all())
    assert office.at_rest(account).done == 3
    assert office.accepted(account) == [person.number for person in PEOPLE]
