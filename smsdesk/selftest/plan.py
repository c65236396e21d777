"""What the self-test sends, and what has to come of it: worked out by hand, not by the program that is tried."""

from __future__ import annotations

from typing import Final

from smsdesk.domain.frozen import frozen


class NotAsExpected(Exception):
    """The program, or what it kept, is not as it has to be; the text says in what."""


def expect(fulfilled: object, what: str) -> None:
    """Go on only if it is so.

    Raises:
        NotAsExpected: it is not; `what` says what was found.
    """
    if not fulfilled:
        raise NotAsExpected(what)


@frozen
class Planned:
    """One announcement.

    Attributes:
        title: the account, as `accountCombo` names it.
        provider: its provider's id.
        unit: what its balance and prices are in; "" where the gateway offers no balance and nobody knows a price.
        language: what the text is written in, for the line that is printed.
        text: the message.
        summary: what `segmentSummary` has to read.
        parts: its parts.
        pasted: what goes into `recipientsInput`.
        people: everybody it has to go to, as (number, name).
        left_out: rows with a problem, which have to stay on the list.
        refused: the numbers among `people` that the gateway refuses.
    """

    title: str
    provider: str
    unit: str
    language: str
    text: str
    summary: str
    parts: int
    pasted: str
    people: tuple[tuple[str, str], ...]
    left_out: int
    refused: tuple[str, ...] = ()

    @property
    def accepted(self) -> int:
        """How many the gateway takes, and charges for."""
        return len(self.people) - len(self.refused)


_SMS_OFFICE: Final = ("SMS Office — Demo", "smsoffice", "credits")
_ISMART: Final = ("iSmart (REST) — Demo", "ismart-rest", "")

# Arabic digits, a repeat, a number from abroad, one that SMS Office refuses, and one with two digits missing.
_MIXED: Final = """Amal Said\t+968 9000 0012
Badr Ali ٩٠٠٠٠٠٣١
0096890000012
Khalid Omar, +44 7700 900123
Mona Saif +968 9000 0099
Hind Nasser +968 9000 00
"""
_MIXED_ARABIC: Final = """أمل سعيد ٩٠٠٠ ٠٠١٢
بدر علي +968 9000 0031
Layla Hamed 90000044; 90000044
Hind Nasser +968 9000 00
"""
_OF_MIXED: Final = (("+96890000012", "Amal Said"), ("+96890000031", "Badr Ali"), ("+96890000099", "Mona Saif"))
_OF_MIXED_ARABIC: Final = (("+96890000012", "أمل سعيد"), ("+96890000031", "بدر علي"), ("+96890000044", "Layla Hamed"))

PLAN: Final = (
    Planned(
        *_SMS_OFFICE,
        language="English",
        text="Dear parents, the parent evening moves to Thursday at 17:00. Please bring your child's report card.",
        summary="1 part · 99/160 · GSM-7",
        parts=1,
        pasted=_MIXED,
        people=(*_OF_MIXED[:2], ("+447700900123", "Khalid Omar"), _OF_MIXED[2]),
        left_out=1,
        refused=("+96890000099",),
    ),
    Planned(
        *_SMS_OFFICE,
        language="Arabic",
        text="أولياء الأمور الكرام، ستغلق المدرسة أبوابها غدًا الأحد بسبب الأحوال الجوية، وتبدأ الدروس عن بعد الساعة "
        "٨:٣٠ صباحًا. شكرًا لتفهمكم.",
        summary="2 parts · 130/134 · UCS-2",
        parts=2,
        pasted=_MIXED_ARABIC,
        people=_OF_MIXED_ARABIC,
        left_out=1,
    ),
    Planned(
        *_ISMART,
        language="English",
        text="Bus 3 is 20 minutes late today because of road works. Thank you for waiting.",
        summary="1 part · 76/160 · GSM-7",
        parts=1,
        pasted=_MIXED,
        people=_OF_MIXED,
        left_out=2,  # it sends to Oman only
    ),
    Planned(
        *_ISMART,
        language="Arabic",
        text="تذكير: آخر موعد لدفع الرسوم المدرسية هو ٣٠ نوفمبر.",
        summary="1 part · 50/70 · UCS-2",
        parts=1,
        pasted=_MIXED_ARABIC,
        people=_OF_MIXED_ARABIC,
        left_out=1,
    ),
)

DRAFT: Final = Planned(
    *_SMS_OFFICE,
    language="English",
    text="Dear parents, school is closed tomorrow, Sunday 22 November, because of the weather. Online lessons start at "
    "08:30. Please do not come to the gate; buses are not running. Thank you for your understanding.",
    summary="2 parts · 204/306 · GSM-7",
    parts=2,
    pasted="""Amal Said +968 9000 0012
Badr Ali +968 9000 0031
Hind Nasser +968 9000 00
Khalid Omar +44 7700 900123
Layla Hamed +968 9000 0044
Mona Saif +968 9000 0059
""",
    people=(
        ("+96890000012", "Amal Said"),
        ("+96890000031", "Badr Ali"),
        ("+447700900123", "Khalid Omar"),
        ("+96890000044", "Layla Hamed"),
        ("+96890000059", "Mona Saif"),
    ),
    left_out=1,
)
"""Written and never sent: it is in the picture, and it has to be kept for the next start."""
