from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.draft import Draft
from smsdesk.services.sending.send_request import SendRequest
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import Profile, RunningOffice
    from tests.helpers.timers import HeldTimers

NUMBERS = [f"+278300000{n:02}" for n in range(10, 13)]
PEOPLE = tuple(Recipient(number) for number in NUMBERS)


def _request(account: Account, text: str) -> SendRequest:
    return SendRequest(account, Announcement(account.id, text, account.sender, 1, PEOPLE), before=Draft(text=text))


def _kept() -> set[str]:
    """The texts of this test's drafts that somebody still holds; other tests have drafts of their own."""
    gc.collect()
    texts = {each.text for each in gc.get_objects() if type(each) is Draft}
    return {text for text in texts if text.startswith(("to be undone", "short"))}


def test_those_who_are_left_out_get_nothing_and_the_draft_is_as_it_was(office: RunningOffice) -> None:
    account = office.account()
    request = _request(account, "Closed").without(frozenset(NUMBERS[:2]))
    assert request.before == Draft(text="Closed")
    office.request(request)
    office.at_rest(account)
    assert office.accepted(account) == NUMBERS[2:]


def test_undo_is_given_the_draft_and_what_can_no_longer_be_undone_leaves_none_behind(
    office: RunningOffice, timers: HeldTimers
) -> None:
    account = office.account()
    announcement_id = office.request(_request(account, "to be undone"), 600)
    for n in range(5):
        office.request(_request(account, f"short {n}"), 1)
        timers.go_off()
    office.until(lambda: office.states() == ["queued"] * 3 + ["accepted"] * 15)
    found = office.sender.countdown()
    assert found is not None
    assert found[1].before == Draft(text="to be undone")
    assert _kept() == {"to be undone"}
    office.sender.undo(account, announcement_id).result(PATIENCE_S)
    del found
    assert _kept() == set()


def test_what_is_sent_while_nothing_may_leave_yet_keeps_its_draft_through_the_start(profile: Profile) -> None:
    office = profile.open_office(starts=False)
    account = office.account()
    office.request(_request(account, "early"), 600)
    office.start()
    found = office.sender.countdown()
    assert found is not None
    assert found[1].before == Draft(text="early")
