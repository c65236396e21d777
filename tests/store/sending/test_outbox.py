from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import MOVES, DeliveryState
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.store.accounts import AccountStore
from smsdesk.store.schema import delivery

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.store.database import Database
    from smsdesk.store.sending.claims import Claim
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek

    Stand = Callable[[DeliveryState], None]

S = DeliveryState
STATES = "SELECT state FROM delivery ORDER BY id"

TARGETS = {
    Outcome.ACCEPTED: S.ACCEPTED,
    Outcome.REJECTED: S.REJECTED,
    Outcome.UNKNOWN: S.UNKNOWN,
    Outcome.NOT_SENT: S.QUEUED,
}


@pytest.fixture
def stand(database: Database) -> Stand:
    """Puts every delivery into a state, past the outbox."""

    def stand(state: DeliveryState) -> None:
        database.write(lambda c: c.execute(update(delivery).values(state=state)))

    return stand


def _claimed(outbox: Outbox, announcement_id: int, limit: int = 50) -> Claim:
    claim = outbox.claim(announcement_id, limit)
    assert claim is not None
    return claim


def test_what_is_added_is_queued_with_number_name_and_text(announce: Announce, peek: Peek) -> None:
    announcement_id = announce(2, text="مرحبا — 20% & more")
    assert peek("SELECT account_id, text, sender, parts FROM announcement") == [
        ("a1", "مرحبا — 20% & more", "Office", 1)
    ]
    assert peek("SELECT announcement_id, number, name, state, submission_id, resend_of FROM delivery") == [
        (announcement_id, "+27830000000", "Name 0", "queued", None, None),
        (announcement_id, "+27830000001", "Name 1", "queued", None, None),
    ]
    (at,) = peek("SELECT created_at FROM announcement")
    assert at.endswith("+00:00")


def test_half_a_surrogate_pair_from_a_clipboard_does_not_keep_an_announcement_from_being_queued(
    outbox: Outbox, account: Account, peek: Peek
) -> None:
    people = (Recipient("+27830000000", "Name\udc00"),)
    outbox.add(Announcement(account.id, "half \ud83d, whole \U0001f600", "Office", 1, people)).result()
    assert peek("SELECT text FROM announcement") == ["half \ufffd, whole \U0001f600"]
    assert peek("SELECT name FROM delivery") == ["Name\ufffd"]


def test_a_claim_is_taken_from_the_head_of_the_list_and_holds_what_is_to_be_sent(
    outbox: Outbox, announce: Announce, peek: Peek
) -> None:
    announcement_id = announce(5)
    claim = _claimed(outbox, announcement_id, 2)
    assert (claim.text, claim.sender, claim.parts) == ("We close at noon.", "Office", 1)
    assert claim.numbers == ("+27830000000", "+27830000001")
    assert peek(STATES) == ["submitting", "submitting", "queued", "queued", "queued"]
    assert _claimed(outbox, announcement_id, 2).numbers == ("+27830000002", "+27830000003")
    assert _claimed(outbox, announcement_id, 2).numbers == ("+27830000004",)
    assert outbox.claim(announcement_id, 2) is None


def test_an_announcement_that_goes_one_by_one_is_claimed_so(outbox: Outbox, account: Account) -> None:
    people = (Recipient("+27830000000"), Recipient("+27830000001"))
    queued = outbox.add(Announcement(account.id, "Hi", "Office", 1, people, one_by_one=True)).result()
    assert [_claimed(outbox, queued).numbers for _ in people] == [("+27830000000",), ("+27830000001",)]
    assert outbox.claim(queued, 50) is None


def test_a_claim_is_on_disk_together_with_its_unfinished_submission(
    outbox: Outbox, announce: Announce, peek: Peek
) -> None:
    claim = _claimed(outbox, announce(2))
    assert peek("SELECT id, account_id, announcement_id, finished_at, outcome FROM submission") == [
        (claim.submission_id, "a1", claim.announcement_id, None, None)
    ]
    assert peek("SELECT state, submission_id FROM delivery") == [("submitting", claim.submission_id)] * 2


def test_the_oldest_announcement_with_something_queued_is_next(outbox: Outbox, announce: Announce) -> None:
    first, second = announce(1), announce(1)
    assert outbox.next_announcement("a1") == first
    _claimed(outbox, first)
    assert outbox.next_announcement("a1") == second
    _claimed(outbox, second)
    assert outbox.next_announcement("a1") is None


def test_an_account_is_never_given_anothers_announcement(
    outbox: Outbox, announce: Announce, database: Database
) -> None:
    AccountStore(database).save(Account("a2", "Back office", "smsoffice", "b", (), "http://127.0.0.1:1", "ZA")).result()
    announce(2)
    other = announce(1, account_id="a2")
    assert outbox.next_announcement("a2") == other
    left = outbox.left_over(datetime.now(UTC) - timedelta(minutes=30))
    assert {account_id: left_over.people for account_id, left_over in left.items()} == {"a1": 2, "a2": 1}
    assert outbox.cancel("a2").result().cancelled == {other: 1}
    assert set(outbox.left_over(datetime.now(UTC))) == {"a1"}


def test_each_recipient_gets_the_verdict_of_his_own_place(outbox: Outbox, announce: Announce, peek: Peek) -> None:
    claim = _claimed(outbox, announce(4))
    outbox.record(
        claim,
        (
            Verdict(Outcome.ACCEPTED, message_id="100001"),
            Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", "Invalid [to]"),
            Verdict(Outcome.UNKNOWN, code="timeout"),
            Verdict(Outcome.NOT_SENT, code="dns"),
        ),
    )
    submission_id = claim.submission_id
    assert peek("SELECT state, message_id, error_code, error_text, submission_id FROM delivery ORDER BY id") == [
        ("accepted", "100001", None, None, submission_id),
        ("rejected", None, "bad-to", "Invalid [to]", submission_id),
        ("unknown", None, "timeout", None, submission_id),
        ("queued", None, "dns", None, None),
    ]
    assert peek("SELECT outcome, finished_at IS NOT NULL FROM submission") == [("mixed", 1)]


@pytest.mark.parametrize("scope", [Scope.ACCOUNT, Scope.GATEWAY])
def test_a_refused_request_goes_back_to_queued_and_is_claimed_again(
    outbox: Outbox, announce: Announce, peek: Peek, scope: Scope
) -> None:
    announcement_id = announce(2)
    refused = _claimed(outbox, announcement_id)
    outbox.record(refused, (Verdict(Outcome.REJECTED, scope, "no-credit", "Not enough credits"),) * 2)
    assert peek("SELECT state, submission_id FROM delivery") == [("queued", None)] * 2
    assert peek("SELECT outcome, error_code, error_text FROM submission") == [
        ("rejected", "no-credit", "Not enough credits")
    ]
    again = _claimed(outbox, announcement_id)
    assert again.numbers == refused.numbers
    assert peek("SELECT error_code, error_text FROM delivery") == [(None, None)] * 2
    outbox.record(again, (Verdict(Outcome.ACCEPTED),) * 2)
    assert peek("SELECT state, submission_id FROM delivery") == [("accepted", again.submission_id)] * 2


@pytest.mark.parametrize("count", [1, 3])
def test_a_verdict_too_few_records_nothing(outbox: Outbox, announce: Announce, peek: Peek, count: int) -> None:
    claim = _claimed(outbox, announce(2))
    with pytest.raises(ValueError, match="zip"):
        outbox.record(claim, (Verdict(Outcome.ACCEPTED),) * count)
    assert set(peek(STATES)) == {"submitting"}


@pytest.mark.parametrize(("state", "outcome"), list(product(S, Outcome)))
def test_no_verdict_makes_a_move_that_is_not_in_the_table(
    outbox: Outbox,
    announce: Announce,
    peek: Peek,
    stand: Stand,
    state: DeliveryState,
    outcome: Outcome,
) -> None:
    claim = _claimed(outbox, announce(2))
    stand(state)
    outbox.record(claim, (Verdict(outcome),) * 2)
    # Of the states that may move to where a verdict moves to, only one waits for a verdict.
    allowed = state is S.SUBMITTING
    assert (TARGETS[outcome] in MOVES[state]) or not allowed
    assert peek(STATES) == [TARGETS[outcome] if allowed else state] * 2


@pytest.mark.parametrize("state", list(S))
def test_only_queued_deliveries_are_claimed(
    outbox: Outbox, announce: Announce, peek: Peek, stand: Stand, state: DeliveryState
) -> None:
    announcement_id = announce(2)
    stand(state)
    claimed = outbox.claim(announcement_id, 50) is not None
    assert claimed == (S.SUBMITTING in MOVES[state])
    assert peek(STATES) == [S.SUBMITTING if claimed else state] * 2


@pytest.mark.parametrize("state", list(S))
def test_only_queued_deliveries_are_cancelled(
    outbox: Outbox, announce: Announce, peek: Peek, stand: Stand, state: DeliveryState
) -> None:
    announcement_id = announce(2)
    stand(state)
    can = S.CANCELLED in MOVES[state]
    assert outbox.cancel("a1").result().cancelled == ({announcement_id: 2} if can else {})
    assert peek(STATES) == [S.CANCELLED if can else state] * 2


@pytest.mark.parametrize("state", list(S))
def test_recovery_makes_unknown_of_what_was_submitting_and_touches_nothing_else(
    outbox: Outbox, announce: Announce, peek: Peek, stand: Stand, state: DeliveryState
) -> None:
    announce(2)
    stand(state)
    interrupted = state is S.SUBMITTING
    assert outbox.recover() == (2 if interrupted else 0)
    assert peek(STATES) == [S.UNKNOWN if interrupted else state] * 2


def test_recovery_finishes_the_submission_and_says_why(outbox: Outbox, announce: Announce, peek: Peek) -> None:
    claim = _claimed(outbox, announce(3), 1)
    assert outbox.recover() == 1
    assert peek("SELECT state, error_code, submission_id FROM delivery ORDER BY id LIMIT 1") == [
        ("unknown", "interrupted", claim.submission_id)
    ]
    assert peek("SELECT outcome, error_code, finished_at IS NOT NULL FROM submission") == [
        ("unknown", "interrupted", 1)
    ]
    assert outbox.recover() == 0
