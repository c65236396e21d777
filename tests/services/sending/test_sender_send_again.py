"""Sent again after something had become known: looked at anew in the transaction that adds the second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.errors import UserFacingError
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import RunningOffice
    from tests.helpers.timers import HeldTimers


def two_unknown(office: RunningOffice) -> tuple[Account, Announcement]:
    """Two people of whom nobody knows whether they got it, and the announcement that would send to them again."""
    account = office.account("ismart-rest")
    office.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    announcement_id = office.send(account, 2)
    office.at_rest(account)
    people = tuple(
        Recipient(each.number, each.name, each.delivery_id) for each in office.unknowns.open_of(announcement_id)
    )
    assert len(people) == 2
    return account, Announcement(account.id, "We close at noon.", account.sender, 1, people)


@pytest.mark.parametrize("countdown_s", [0, 30])
def test_who_is_known_to_have_it_by_then_gets_no_second_copy(
    office: RunningOffice, timers: HeldTimers, countdown_s: int
) -> None:
    account, again = two_unknown(office)
    first = again.recipients[0].resend_of
    assert first is not None
    office.unknowns.arrived([first]).result(PATIENCE_S)  # while the question was open
    announcement_id = office.confirm(account, again, countdown_s)
    if countdown_s:
        office.until(office.sender.countdown)
        counting = office.sender.countdown()
        assert counting is not None
        assert counting[1].people == 1
        timers.go_off()
    office.until(lambda: "accepted" in office.states())
    done = office.at_rest(account)
    assert (done.state, done.waiting, done.total) == (QueueState.IDLE, 0, 1)
    assert office.states() == ["delivered", "unknown", "accepted"]
    assert [each.number for each in office.history.people(announcement_id)] == [again.recipients[1].number]


def test_where_nobody_is_left_nothing_is_sent_and_it_is_told(office: RunningOffice) -> None:
    account, again = two_unknown(office)
    office.unknowns.arrived([each.resend_of for each in again.recipients if each.resend_of]).result(PATIENCE_S)
    requests = office.requests("send")
    with pytest.raises(UserFacingError, match="become known"):
        office.confirm(account, again)
    assert office.states() == ["delivered"] * 2
    office.until(lambda: not office.sender.progress(account.id).waiting)
    assert office.requests("send") == requests


def test_who_was_confirmed_twice_is_sent_to_again_once(office: RunningOffice) -> None:
    account, again = two_unknown(office)
    office.confirm(account, again)
    with pytest.raises(UserFacingError, match="become known"):
        office.confirm(account, again)
    office.at_rest(account)
    assert office.states() == ["unknown"] * 2 + ["accepted"] * 2
