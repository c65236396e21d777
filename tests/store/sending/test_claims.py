"""A delivery may have a text of its own: what is claimed together, and what it is billed as."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.store.history.history import History

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from smsdesk.store.database import Database
    from smsdesk.store.sending.outbox import Outbox
    from tests.helpers.profile.outbox import Announce
    from tests.helpers.profile.peek import Peek

NUMBERS = tuple(f"+278300000{place:02}" for place in range(6))
COMMON, AMAL, BADR = "We close at noon.", "Amal, we close at noon.", "بدر: نغلق ظهرا"
TEXTS = (COMMON, COMMON, AMAL, COMMON, BADR, BADR)
PARTS = {COMMON: 1, AMAL: 2, BADR: 3}


@pytest.fixture
def mixed(outbox: Outbox, account: Account) -> int:
    """An announcement of which some have a text of their own; gives its id."""
    recipients = tuple(
        Recipient(number) if text == COMMON else Recipient(number, text=text, parts=PARTS[text])
        for number, text in zip(NUMBERS, TEXTS, strict=True)
    )
    return outbox.add(Announcement(account.id, COMMON, "Office", PARTS[COMMON], recipients)).result()


def test_a_submission_carries_one_text_and_takes_whom_it_fits_from_the_head_of_the_list(
    outbox: Outbox, mixed: int
) -> None:
    claims = []
    while claim := outbox.claim(mixed, 50):
        claims.append((claim.text, claim.parts, claim.numbers))
    assert claims == [
        (COMMON, 1, NUMBERS[:2]),
        (AMAL, 2, NUMBERS[2:3]),
        (COMMON, 1, NUMBERS[3:4]),
        (BADR, 3, NUMBERS[4:]),
    ]


def test_each_copy_is_billed_as_its_own_parts(outbox: Outbox, mixed: int, account: Account, database: Database) -> None:
    outcomes = {COMMON: Outcome.ACCEPTED, AMAL: Outcome.REJECTED, BADR: Outcome.UNKNOWN}
    while claim := outbox.claim(mixed, 50):
        outbox.record(claim, [Verdict(outcomes[claim.text])] * len(claim.numbers))
    history = History(database)
    (past,) = history.page()
    assert past.part_counts == {DeliveryState.ACCEPTED: 3, DeliveryState.REJECTED: 2, DeliveryState.UNKNOWN: 6}
    assert history.parts_since(account.id, datetime.now(UTC) - timedelta(days=1)) == 3


@pytest.mark.parametrize("own", [{"text": AMAL}, {"parts": 2}])
def test_a_text_of_its_own_comes_with_its_parts(own: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="with its parts"):
        Recipient(NUMBERS[0], **own)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", [each for each in DeliveryState if each is not DeliveryState.QUEUED])
def test_what_stands_between_queued_ones_in_another_state_is_neither_claimed_nor_moved(
    outbox: Outbox, announce: Announce, database: Database, peek: Peek, state: DeliveryState
) -> None:
    announcement_id = announce(3)
    statement = "UPDATE delivery SET state = ? WHERE id = (SELECT min(id) + 1 FROM delivery)"
    database.write(lambda connection: connection.exec_driver_sql(statement, (state.value,)))
    claim = outbox.claim(announcement_id, 50)
    assert claim is not None
    assert claim.numbers == (NUMBERS[0], NUMBERS[2])
    assert peek("SELECT state, submission_id IS NULL FROM delivery ORDER BY id")[1] == (state, True)
