from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, update

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import FAILED, DeliveryState
from smsdesk.domain.history import Unreached
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.history.history import History
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.store.schema import delivery

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce, Submit

S = DeliveryState


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


def test_an_empty_history_has_an_empty_page(history: History) -> None:
    assert history.page() == []
    assert history.announcements([]) == []
    assert history.deliveries(1) == []


def test_pages_come_newest_first_and_join_without_gap_or_repeat(history: History, announce: Announce) -> None:
    made = [announce(1) for _ in range(7)]
    first = history.page(limit=3)
    second = history.page(first[-1].id, limit=3)
    third = history.page(second[-1].id, limit=3)
    assert [past.id for past in (*first, *second, *third)] == made[::-1]
    assert history.page(third[-1].id, limit=3) == []


def test_a_page_stays_in_place_when_something_is_announced_meanwhile(history: History, announce: Announce) -> None:
    made = [announce(1) for _ in range(4)]
    first = history.page(limit=2)
    announce(1)
    assert [past.id for past in history.page(first[-1].id, limit=2)] == [made[1], made[0]]


def test_an_announcement_tells_its_account_text_and_how_many_stand_where(
    history: History, outbox: Outbox, announce: Announce
) -> None:
    announce(2)
    announcement_id = announce(5, text="تنبيه")
    claim = outbox.claim(announcement_id, 3)
    assert claim is not None
    refused = Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to")
    outbox.record(claim, (Verdict(Outcome.ACCEPTED), Verdict(Outcome.ACCEPTED), refused))
    past = history.page()[0]
    assert (past.id, past.account_id, past.account_name, past.provider) == (
        announcement_id, "a1", "Front desk", "smsoffice"
    )  # fmt: skip
    assert (past.text, past.sender, past.parts, past.people) == ("تنبيه", "Office", 1, 5)
    assert past.counts == {S.ACCEPTED: 2, S.REJECTED: 1, S.QUEUED: 2}
    assert past.created_at.utcoffset() is not None
    assert history.announcements([announcement_id]) == [past]


def test_deliveries_come_in_pages_in_the_order_they_were_listed(history: History, announce: Announce) -> None:
    announce(2)
    announcement_id = announce(5)
    first = history.deliveries(announcement_id, limit=3)
    second = history.deliveries(announcement_id, first[-1].id, limit=3)
    assert [past.name for past in (*first, *second)] == [f"Name {n}" for n in range(5)]
    assert history.deliveries(announcement_id, second[-1].id) == []


def test_a_delivery_tells_the_gateways_code_and_words(history: History, outbox: Outbox, announce: Announce) -> None:
    claim = outbox.claim(announce(2), 1)
    assert claim is not None
    outbox.record(claim, (Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", "Invalid [to]"),))
    refused, queued = history.deliveries(claim.announcement_id)
    assert (refused.state, refused.error_code, refused.error_text) == (S.REJECTED, "bad-to", "Invalid [to]")
    assert (queued.state, queued.error_code, queued.error_text, queued.message_id) == (S.QUEUED, "", "", "")
    assert history.deliveries_by_id([refused.id]) == [refused]


def test_everybody_is_there_to_be_used_again_in_order_and_once(
    history: History, announce: Announce, database: Database
) -> None:
    announcement_id = announce(3)
    first = history.deliveries(announcement_id)[0]
    again = {
        "announcement_id": announcement_id,
        "number": first.number,
        "name": first.name,
        "state": S.QUEUED,
        "resend_of": first.id,
        "changed_at": first.changed_at,
    }
    database.write(lambda c: c.execute(insert(delivery), again))
    assert history.people(announcement_id) == [Recipient(f"+278300000{n:02}", f"Name {n}") for n in range(3)]


def test_an_announcement_that_sent_another_again_has_its_people_too(
    history: History, outbox: Outbox, announce: Announce
) -> None:
    first = history.deliveries(announce(2))
    claim = outbox.claim(1, 5)
    assert claim is not None
    outbox.record(claim, [Verdict(Outcome.UNKNOWN)] * 2)
    people = tuple(Recipient(past.number, past.name, past.id) for past in first)
    again = outbox.add(Announcement("a1", "We close at noon.", "Office", 1, people, one_by_one=True)).result()
    assert history.people(again) == [Recipient(past.number, past.name) for past in first]


def test_only_what_was_refused_in_a_batch_and_not_tried_since_is_offered_one_by_one(
    history: History, outbox: Outbox, announce: Announce
) -> None:
    claim = outbox.claim(announce(4), 3)
    assert claim is not None
    in_batch, alone = (Verdict(Outcome.REJECTED, Scope.RECIPIENT, code) for code in ("9-batch", "9"))
    outbox.record(claim, (in_batch, alone, in_batch))
    expected = [Recipient(f"+278300000{n:02}", f"Name {n}", claim.delivery_ids[n]) for n in (0, 2)]
    assert history.refused_in_batch(claim.announcement_id) == expected
    outbox.add(Announcement("a1", "", "Office", 1, (expected[0],), one_by_one=True)).result()
    assert history.refused_in_batch(claim.announcement_id) == expected[1:]


REFUSED, TAKEN, LOST = (
    Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to"), Verdict(Outcome.ACCEPTED, message_id="m"),
    Verdict(Outcome.UNKNOWN, code="timeout"),
)  # fmt: skip


def numbers(people: list[Recipient]) -> list[int]:
    """Which of those that `announce` lists these are."""
    return [int(each.number[-2:]) for each in people]


def test_deliveries_in_some_states_come_in_pages_too(history: History, announce: Announce, submit: Submit) -> None:
    sent = announce(7)
    announce(2)
    submit(sent, REFUSED, TAKEN, LOST, REFUSED, TAKEN, REFUSED)
    first = history.deliveries(sent, limit=2, states=FAILED)
    second = history.deliveries(sent, first[-1].id, limit=2, states=FAILED)
    assert [past.name for past in (*first, *second)] == ["Name 0", "Name 3", "Name 5"]
    assert [past.name for past in history.deliveries(sent, states=[S.UNKNOWN, S.QUEUED])] == ["Name 2", "Name 6"]
    assert history.deliveries(sent, states=[S.EXPIRED]) == []


def test_only_who_was_surely_not_reached_is_failed_and_only_who_was_stopped_is_the_rest(
    history: History, outbox: Outbox, announce: Announce, submit: Submit
) -> None:
    sent = announce(6)
    submit(sent, REFUSED, TAKEN, LOST, REFUSED)
    assert numbers(history.never_sent(sent)) == []
    outbox.cancel("a1").result()
    assert (numbers(history.failed(sent)), numbers(history.never_sent(sent))) == ([0, 3], [4, 5])
    assert history.how_many(sent) == Unreached(2, 2)


def test_whoever_is_sent_to_again_is_offered_once_wherever_the_copy_stands(
    history: History, outbox: Outbox, announce: Announce, submit: Submit
) -> None:
    sent = announce(4)
    submit(sent, REFUSED, REFUSED)
    outbox.cancel("a1").result()

    def again(*people: Recipient) -> int:
        return outbox.add(Announcement("a1", "We close at noon.", "Office", 1, people)).result()

    def offered(*announcements: int) -> list[int]:
        ids = (history.failed(each) + history.never_sent(each) for each in announcements)
        return sorted(number for people in ids for number in numbers(people))

    copy = again(*history.failed(sent), *history.never_sent(sent))
    assert offered(sent, copy) == []
    submit(copy, REFUSED)
    assert offered(sent, copy) == [0]
    outbox.cancel("a1").result()  # what is stopped is offered again: by the first, not by both
    assert offered(sent, copy) == [0, 1, 2, 3]
    third = again(*history.failed(sent), *history.never_sent(sent))
    assert outbox.people_of(third) == 3
    assert offered(sent, copy, third) == [0]


def test_a_copy_of_an_unknown_one_that_was_rejected_is_no_second_way_to_send_it(
    history: History, announce: Announce, submit: Submit, outbox: Outbox, database: Database
) -> None:
    sent = announce(1)
    submit(sent, LOST)
    (open_one,) = Unknowns(database).open_of(sent)
    person = Recipient(open_one.number, open_one.name, open_one.delivery_id)
    copy = outbox.add(Announcement("a1", "We close at noon.", "Office", 1, (person,))).result()
    submit(copy, REFUSED)
    assert len(Unknowns(database).open_of(sent)) == 1
    assert history.failed(copy) == []


def test_what_arrived_after_all_is_not_sent_again(
    history: History, outbox: Outbox, announce: Announce, submit: Submit, database: Database
) -> None:
    sent = announce(2)
    submit(sent, TAKEN, REFUSED)
    undelivered = update(delivery).where(delivery.c.state == S.ACCEPTED)
    database.write(lambda connection: connection.execute(undelivered.values(state=S.UNDELIVERED)))
    people = tuple(history.failed(sent))
    assert numbers([*people]) == [0, 1]
    arrived = update(delivery).where(delivery.c.state == S.UNDELIVERED).values(state=S.DELIVERED)
    database.write(lambda connection: connection.execute(arrived))
    copy = outbox.add(Announcement("a1", "We close at noon.", "Office", 1, people)).result()
    assert numbers(history.people(copy)) == [1]


def test_the_history_of_a_deleted_account_stays_under_its_name(
    history: History, outbox: Outbox, account: Account, announce: Announce, database: Database
) -> None:
    announce(1)
    outbox.cancel(account.id).result()
    AccountStore(database).delete(account.id).result()
    assert AccountStore(database).all() == []
    assert [past.account_name for past in history.page()] == ["Front desk"]
