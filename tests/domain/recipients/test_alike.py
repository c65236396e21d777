"""Suggestions of one kind stand together, so that one look is enough for all of them."""

from __future__ import annotations

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.alike import alike, kind_of
from smsdesk.domain.recipients.list import RecipientList

PASTED = """Amal 90000012
+44 07700 900125x
Yousef 447700900123
Huda 447700900124
15032024
Omar 9000 001
15032024"""


def listed(text: str = PASTED) -> RecipientList:
    recipients = RecipientList("OM")
    recipients.add(split_pasted(text, "OM"))
    return recipients


def test_rows_of_one_reason_and_country_are_alike_in_their_order() -> None:
    found = alike(listed().seats)
    assert [(one.kind.region, one.kind.code, len(one.seats)) for one in found] == [
        ("GB", "44", 2), ("OM", "968", 1), ("GB", "44", 1),
    ]  # fmt: skip
    assert [seat.row.name for seat in found[0].seats] == ["Yousef", "Huda"]
    assert found[0].problem is not None
    assert found[0].kind.reason == found[0].problem.text


def test_another_reason_is_another_kind_and_what_is_doubted_comes_last() -> None:
    found = alike(listed().seats)
    assert len({one.kind for one in found}) == 3
    assert [one.kind.doubted for one in found] == [False, False, True]
    assert found[-1].seats[0].row.typed.endswith("?")


def test_what_is_sent_to_repeats_or_has_no_suggestion_is_left_out() -> None:
    recipients = listed()
    seats = {seat for one in alike(recipients.seats) for seat in one.seats}
    assert all(seat.row.suggestion for seat in seats)
    assert recipients.seats[0] not in seats
    assert recipients.seats[-1] not in seats  # the same as the third row
    assert kind_of(recipients.seats[0].row) is None


def test_taking_all_alike_leaves_the_others() -> None:
    recipients = listed("447700900123\n15032024\nHuda 447700900124")
    first = alike(recipients.seats)[0]
    recipients.take_suggestions([recipients.place_of(seat) for seat in first.seats])
    assert [row.number for row in recipients] == ["+447700900123", None, "+447700900124"]
