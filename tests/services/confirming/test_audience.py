"""Who an announcement goes to, and whom each caution means."""

from __future__ import annotations

from smsdesk.domain.announcement import Recipient
from smsdesk.domain.phone_numbers import read_number
from smsdesk.domain.recipients.rows import RecipientRow
from smsdesk.services.confirming.audience import Audience, Listed, audience

OMAN, OTHER, AFRICA, REPAIRED = "+96890000012", "+96890000013", "+27830000012", "+96890000014"
LIST = (
    ("90000012", "Amal"),
    ("+27 83 000 0012", "Thandi"),
    ("90000014.0", "Said"),
    ("900000", "Maryam"),
    ("90000013", ""),
)


def _audience(*listed: tuple[str, str], country: str = "OM") -> Audience:
    rows = [RecipientRow(typed, name, read_number(typed, "OM")) for typed, name in listed]
    return audience([Recipient(row.number, row.name) for row in rows if row.number], rows, country)


def _numbers(people: tuple[Listed, ...]) -> list[str]:
    return [each.number for each in people]


def test_people_stand_in_the_order_of_the_list_and_the_rest_is_left_out_with_its_reason() -> None:
    found = _audience(*LIST)
    assert _numbers(found.people) == [OMAN, AFRICA, REPAIRED, OTHER]
    assert [(each.name, each.number, str(each.said)) for each in found.left_out] == [
        ("Maryam", "900000", "2 digits missing")
    ]


def test_who_is_abroad_and_whose_number_was_mended_is_told() -> None:
    found = _audience(*LIST)
    assert _numbers(found.abroad) == [AFRICA]
    assert _numbers(found.repaired) == [REPAIRED]
    assert "decimals" in str(found.repaired[0].said)
    assert found.regions == (("OM", 3), ("ZA", 1))


def test_an_odd_number_is_told_with_what_is_odd() -> None:
    found = _audience(("+27 83 000 0012", "Amal"), ("+44 7700 900012", "Noor"))
    assert [(each.number, str(each.said)) for each in found.odd] == [("+447700900012", "perhaps not in use")]


def test_what_repeats_a_row_is_told_of_once_and_as_the_first_row_was_written() -> None:
    twice = _audience(("90000012", "Amal"), ("900000", "Said"), ("90000012.0", "Amal"), ("900000", "Said"))
    assert twice.repaired == ()
    assert len(twice.left_out) == 1


def test_nobody_is_abroad_for_an_account_without_a_country() -> None:
    assert _audience(*LIST, country="").abroad == ()


def test_without_some_of_the_people_everything_is_told_of_the_rest() -> None:
    rest = _audience(*LIST).without({AFRICA, REPAIRED})
    assert _numbers(rest.people) == [OMAN, OTHER]
    assert (rest.repaired, rest.abroad, rest.regions) == ((), (), (("OM", 2),))
    assert len(rest.left_out) == 1


def test_who_was_not_taken_from_a_list_is_told_by_name_and_number_alone() -> None:
    found = audience([Recipient(OMAN, "Amal")], (), "OM")
    assert found.people == (Listed("Amal", OMAN, None),)
    assert found.left_out == found.repaired == found.odd == found.abroad == ()
