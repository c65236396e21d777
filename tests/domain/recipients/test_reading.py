from __future__ import annotations

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.list import RecipientList
from smsdesk.domain.recipients.reading import ReadingChange, reading_change
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence


def pasted(text: str, country: str = "OM") -> RecipientList:
    recipients = RecipientList(country)
    recipients.add(split_pasted(text, country))
    return recipients


def oman_only(number: str) -> Sentence | None:
    return None if number.startswith("+968") else QT_TRANSLATE_NOOP("Numbers", "Numbers of Oman only")


def test_what_another_account_would_change_is_told_before() -> None:
    recipients = pasted("07700 900123\n90000012\n+447700900123\n90000012\n+968 9000 0031")
    assert reading_change(recipients.seats, "GB", None) == ReadingChange(lost=1, gained=1, places=(0, 1))
    assert reading_change(recipients.seats, "OM", oman_only) == ReadingChange(lost=1, places=(2,))
    assert not reading_change(recipients.seats, "OM", None)
    assert reading_change(pasted("3330000012", "IT").seats, "GB", None) == ReadingChange(changed=1, places=(0,))
