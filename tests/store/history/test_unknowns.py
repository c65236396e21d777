"""Which unknown deliveries wait for a decision, and what a decision changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import UNDONE, Outcome, Scope, Verdict
from smsdesk.store.history.delivery_reports import DeliveryReportStore
from smsdesk.store.history.history import History
from smsdesk.store.history.unknowns import Unknowns
from tests.helpers.profile.outbox import SendAgain

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce, Submit
    from tests.helpers.profile.peek import Peek

S = DeliveryState
NO_ANSWER = Verdict(Outcome.UNKNOWN, code="timeout", words="no answer within 30 s")
TAKEN = Verdict(Outcome.ACCEPTED, message_id="m1")
REFUSED = Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to")


@pytest.fixture
def unknowns(database: Database) -> Unknowns:
    return Unknowns(database)


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


@pytest.fixture
def send_again(outbox: Outbox, account: Account, unknowns: Unknowns) -> SendAgain:
    return SendAgain(outbox, account, unknowns)


def open_ids(unknowns: Unknowns, announcement_id: int) -> list[int]:
    return [each.delivery_id for each in unknowns.open_of(announcement_id)]


def test_only_unknown_deliveries_of_that_announcement_are_open_in_their_order(
    unknowns: Unknowns, history: History, announce: Announce, submit: Submit
) -> None:
    other, sent = announce(1), announce(4)
    submit(other, NO_ANSWER)
    first, _, third = submit(sent, NO_ANSWER, TAKEN, NO_ANSWER)
    found = unknowns.open_of(sent)
    assert [(each.delivery_id, each.number, each.name, each.error_code) for each in found] == [
        (first, "+27830000000", "Name 0", "timeout"),
        (third, "+27830000002", "Name 2", "timeout"),
    ]
    assert [each.changed_at for each in found] == [d.changed_at for d in history.deliveries_by_id([first, third])]
    assert [past.unknown_open for past in history.page()] == [2, 1]


def test_it_arrived_moves_only_what_is_unknown_and_only_once(
    unknowns: Unknowns, announce: Announce, submit: Submit, peek: Peek
) -> None:
    sent = announce(4)
    first, second, _ = submit(sent, NO_ANSWER, NO_ANSWER, TAKEN)
    before = peek("SELECT changed_at FROM delivery WHERE id = ?", first)
    assert unknowns.arrived(peek("SELECT id FROM delivery WHERE id <> ?", second)).result() == 1
    assert unknowns.arrived([first]).result() == 0
    assert peek("SELECT state FROM delivery ORDER BY id") == ["delivered", "unknown", "accepted", "queued"]
    assert peek("SELECT error_code, error_text, check_at FROM delivery WHERE id = ?", first) == [
        ("by-hand", None, None)
    ]
    assert peek("SELECT changed_at FROM delivery WHERE id = ?", first) > before
    assert open_ids(unknowns, sent) == [second]


def test_what_was_sent_again_is_open_no_more_and_tells_when(
    unknowns: Unknowns, history: History, announce: Announce, submit: Submit, send_again: SendAgain
) -> None:
    sent = announce(2)
    first, second = submit(sent, NO_ANSWER, TAKEN)
    again = send_again(sent)
    assert open_ids(unknowns, sent) == []
    assert [past.unknown_open for past in history.page()] == [0, 0]
    old, taken = history.deliveries(sent)
    assert (old.id, old.state, old.sent_again_at) == (first, S.UNKNOWN, history.announcements([again])[0].created_at)
    assert (taken.id, taken.sent_again_at) == (second, None)


@pytest.mark.parametrize("verdict", [TAKEN, NO_ANSWER])
def test_whatever_may_have_left_again_leaves_the_old_one_decided(
    unknowns: Unknowns, announce: Announce, submit: Submit, send_again: SendAgain, verdict: Verdict
) -> None:
    sent = announce(1)
    submit(sent, NO_ANSWER)
    again = send_again(sent)
    ids = submit(again, verdict)
    assert open_ids(unknowns, sent) == []
    assert open_ids(unknowns, again) == ([*ids] if verdict is NO_ANSWER else [])


def test_what_was_sent_again_in_vain_opens_the_old_one_again(
    unknowns: Unknowns, history: History, outbox: Outbox, announce: Announce, submit: Submit, send_again: SendAgain
) -> None:
    sent = announce(2)
    both = submit(sent, NO_ANSWER, NO_ANSWER)
    again = send_again(sent)
    submit(again, REFUSED)
    assert open_ids(unknowns, sent) == [both[0]]
    outbox.cancel_announcement(again, UNDONE).result()
    assert open_ids(unknowns, sent) == [*both]
    assert [past.sent_again_at for past in history.deliveries(sent)] == [None, None]
    assert history.announcements([sent])[0].unknown_open == 2


def test_a_report_that_comes_after_all_leaves_nothing_to_decide(
    unknowns: Unknowns, database: Database, account: Account, announce: Announce, submit: Submit
) -> None:
    sent = announce(1)
    (unknown,) = submit(sent, Verdict(Outcome.UNKNOWN, code="timeout", message_id="own-1"))

    DeliveryReportStore(database).receive(account.id, DeliveryReport("own-1", "", S.UNDELIVERED, "5"))
    assert open_ids(unknowns, sent) == []
    assert unknowns.arrived([unknown]).result() == 0


def test_the_deliveries_behind_others_are_those_that_were_sent_again(
    unknowns: Unknowns, announce: Announce, submit: Submit, send_again: SendAgain
) -> None:
    sent = announce(2)
    old = submit(sent, NO_ANSWER, NO_ANSWER)
    again = send_again(sent)
    new = submit(again, TAKEN, TAKEN)
    assert unknowns.behind({again: ()}) == {sent: {*old}}
    assert unknowns.behind({again: {new[1]}}) == {sent: {old[1]}}
    assert unknowns.behind({sent: (), announce(3): ()}) == {}
    assert unknowns.behind({}) == {}


def test_what_was_refused_in_a_batch_is_offered_again_when_the_second_try_was_taken_back(
    history: History, outbox: Outbox, account: Account, announce: Announce, submit: Submit
) -> None:
    sent = announce(1)
    submit(sent, Verdict(Outcome.REJECTED, Scope.RECIPIENT, "9-batch"))
    people = history.refused_in_batch(sent)
    again = outbox.add(Announcement(account.id, "", "Office", 1, tuple(people), one_by_one=True)).result()
    assert history.refused_in_batch(sent) == []
    outbox.cancel_announcement(again, UNDONE).result()
    assert history.refused_in_batch(sent) == people
