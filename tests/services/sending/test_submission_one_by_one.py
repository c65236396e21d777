"""A batch that the gateway refused without saying which number was bad: each is sent to alone, nobody twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient

if TYPE_CHECKING:
    from tests.helpers.office import RunningOffice

PEOPLE = (Recipient("+96890000011"), Recipient("+96890000098", "Opted out"), Recipient("+96890000012"))


def test_a_batch_refused_as_a_whole_can_be_sent_one_by_one(office: RunningOffice) -> None:
    account = office.account("ismart-rest")
    history = office.history
    first = office.confirm(account, Announcement(account.id, "Hi", "", 1, PEOPLE))
    office.at_rest(account)
    assert office.states() == ["rejected"] * 3
    assert office.peek("SELECT DISTINCT error_code FROM delivery") == ["23-batch"]

    again = tuple(history.refused_in_batch(first))
    assert [(person.number, person.name) for person in again] == [(p.number, p.name) for p in PEOPLE]
    office.confirm(account, Announcement(account.id, "Hi", "", 1, again, one_by_one=True))
    office.at_rest(account)

    assert office.states() == ["rejected"] * 3 + ["accepted", "rejected", "accepted"]
    assert office.accepted(account) == ["+96890000011", "+96890000012"]
    assert office.peek("SELECT error_code FROM delivery WHERE id > 3 AND state = 'rejected'") == ["23"]
    assert office.peek("SELECT resend_of FROM delivery WHERE id > 3") == [1, 2, 3]
    assert history.refused_in_batch(first) == []
