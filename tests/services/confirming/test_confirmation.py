"""What is asked before money is spent: of everybody, and of those who haven't got the text yet."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from smsdesk.accounts.account import Account
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.money import Amount
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.confirming.confirmation import confirmation
from smsdesk.services.sending.review import AlreadySent, Review, review
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.history.duplicates import Duplicate

ACCOUNT = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://127.0.0.1", "OM")
NUMBERS = ("+96890000012", "+96890000013", "+27830000012")
NOW = datetime(2026, 11, 26, 6, 31, tzinfo=UTC)


def _review(people: int) -> Review:
    balance = Amount(Decimal(10), "credits")
    return review("We close at noon.", "Office", people, 0, ACCOUNT, PROVIDERS["smsoffice"], balance)


def _request() -> SendRequest:
    people = tuple(Recipient(number) for number in NUMBERS)
    return SendRequest(ACCOUNT, Announcement("a1", "We close at noon.", "Office", 1, people), _review(3))


def test_when_nobody_has_the_text_there_is_one_choice() -> None:
    asked = confirmation(_request(), _review(3), None, 10)
    assert asked.chosen(leave_out=True) == asked.chosen(leave_out=False) == (asked.review, asked.everybody)
    assert asked.repeated == ()


def test_who_has_it_can_be_left_out_and_is_known_by_name() -> None:
    already = AlreadySent(Duplicate({NUMBERS[2]: NOW, NUMBERS[0]: NOW}), _review(1))
    asked = confirmation(_request(), _review(3), already, 10)
    assert [each.number for each in asked.repeated] == [NUMBERS[0], NUMBERS[2]]
    left, others = asked.chosen(leave_out=True)
    assert (left.people, [each.number for each in others.people]) == (1, [NUMBERS[1]])
    everything, everybody = asked.chosen(leave_out=False)
    assert (everything.people, len(everybody.people)) == (3, 3)
