"""What is cancelled, may not leave yet, or is held until the user says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import UNDONE, Outcome, Scope, Verdict
from smsdesk.store.accounts import AccountStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.claims import Claim
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek

    Stand = Callable[[DeliveryState], None]

S = DeliveryState
STATES = "SELECT state FROM delivery ORDER BY id"


def _claimed(outbox: Outbox, announcement_id: int, limit: int = 50) -> Claim:
    claim = outbox.claim(announcement_id, limit)
    assert claim is not None
    return claim


def test_cancelling_tells_how_many_of_which_announcement(outbox: Outbox, announce: Announce, peek: Peek) -> None:
    first, second = announce(3), announce(2)
    _claimed(outbox, first, 1)
    assert outbox.cancel("a1").result().cancelled == {first: 2, second: 2}
    assert peek(STATES) == ["submitting"] + ["cancelled"] * 4


def test_stop_and_hold_of_one_account_leave_the_others_alone(
    outbox: Outbox, announce: Announce, account: Account, database: Database, peek: Peek
) -> None:
    AccountStore(database).save(replace(account, id="a2")).result()
    own, others = announce(2), announce(3, account_id="a2")
    _claimed(outbox, others, 1)
    outbox.hold("a1").result()
    assert outbox.next_announcement("a2") == others
    stopped = outbox.cancel("a1").result()
    assert (stopped.cancelled, stopped.on_the_way) == ({own: 2}, frozenset())
    assert peek(STATES) == ["cancelled"] * 2 + ["submitting"] + ["queued"] * 2
    outbox.hold("a2").result()
    outbox.release("a1").result()
    assert outbox.next_announcement("a2") is None


def test_a_cancelled_delivery_is_never_claimed(outbox: Outbox, announce: Announce) -> None:
    announcement_id = announce(3)
    outbox.cancel("a1").result()
    assert outbox.claim(announcement_id, 50) is None
    assert outbox.next_announcement("a1") is None


def test_what_may_not_leave_yet_is_passed_over(outbox: Outbox, announce: Announce) -> None:
    first, second = announce(1), announce(1)
    assert outbox.next_announcement("a1", without=[first]) == second
    assert outbox.next_announcement("a1", without=[first, second]) is None


def test_what_is_held_waits_until_it_is_let_go(outbox: Outbox, announce: Announce) -> None:
    announcement_id = announce(2)
    outbox.hold("a1").result()
    assert outbox.next_announcement("a1") is None
    outbox.release("a1").result()
    assert outbox.next_announcement("a1") == announcement_id


def test_what_is_on_its_way_is_held_as_well_for_it_may_come_back(outbox: Outbox, announce: Announce) -> None:
    claim = _claimed(outbox, announce(1), 5)
    outbox.hold().result()
    outbox.record(claim, [Verdict(Outcome.NOT_SENT, code="connect")])
    assert outbox.next_announcement("a1") is None


def test_a_refusal_and_the_stop_that_it_means_are_on_disk_together(
    outbox: Outbox, announce: Announce, peek: Peek
) -> None:
    claim = _claimed(outbox, announce(2), 1)
    outbox.record(claim, [Verdict(Outcome.REJECTED, Scope.ACCOUNT, "no-credit")], hold=True)
    assert peek("SELECT leaves_at FROM announcement") == [None]
    (left,) = outbox.left_over(datetime.now(UTC)).values()
    assert (left.held_people, left.young, left.code) == (2, (), "no-credit")


def test_what_is_left_is_told_apart_by_its_age_and_the_old_is_held_from_then_on(
    outbox: Outbox, announce: Announce, database: Database
) -> None:
    old, young = announce(2), announce(3)
    an_hour_ago = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="microseconds")
    database.write(
        lambda c: c.exec_driver_sql("UPDATE announcement SET leaves_at = ? WHERE id = ?", (an_hour_ago, old))
    )
    (left,) = outbox.left_over(datetime.now(UTC) - timedelta(minutes=30)).values()
    assert left.held == ((old, 2),)
    assert [(announcement_id, people) for announcement_id, people, _ in left.young] == [(young, 3)]
    assert outbox.next_announcement("a1") == young


def test_what_comes_from_what_may_be_an_older_copy_is_held_from_then_on(outbox: Outbox, announce: Announce) -> None:
    doubted, fresh = announce(2), announce(3)
    (left,) = outbox.left_over(datetime.now(UTC) - timedelta(minutes=30), doubted).values()
    assert (left.held, left.doubted) == (((doubted, 2),), True)
    assert [(announcement_id, people) for announcement_id, people, _ in left.young] == [(fresh, 3)]
    (again,) = outbox.left_over(datetime.now(UTC) - timedelta(minutes=30)).values()
    assert (again.held, again.doubted) == (((doubted, 2),), False)


def test_an_announcement_is_cancelled_by_itself_with_the_reason_why(
    outbox: Outbox, announce: Announce, peek: Peek
) -> None:
    one, other = announce(2), announce(1)
    assert outbox.cancel_announcement(one, UNDONE).result().people == 2
    assert outbox.cancel_announcement(one, UNDONE).result().people == 0
    assert peek("SELECT announcement_id, state, error_code FROM delivery") == [
        (one, "cancelled", "undone"),
        (one, "cancelled", "undone"),
        (other, "queued", None),
    ]


@pytest.mark.parametrize(("leaves_in", "leaves"), [(timedelta(0), True), (timedelta(hours=1), True), (None, False)])
def test_what_waits_for_continue_has_no_time_to_leave(
    outbox: Outbox, account: Account, peek: Peek, leaves_in: timedelta | None, leaves: bool
) -> None:
    new = Announcement(account.id, "Hi", "Office", 1, (Recipient("+27830000000"),))
    announcement_id = outbox.add(new, leaves_in).result()
    assert (outbox.next_announcement(account.id) == announcement_id) == leaves
    ((created, leaves_at),) = peek("SELECT created_at, leaves_at FROM announcement")
    if leaves_in is None:
        assert leaves_at is None
    else:
        assert datetime.fromisoformat(leaves_at) - datetime.fromisoformat(created) == leaves_in
