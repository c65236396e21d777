"""The first people and their countries, in one line each."""

from __future__ import annotations

import re

from smsdesk.services.confirming.audience import Listed
from smsdesk.ui.confirmation.who import first_names, where


def bare(text: str) -> str:
    """Without the marks that keep each name's direction."""
    return re.sub("[\u2066\u2068\u2069]", "", text)


def people(*names: str) -> list[Listed]:
    return [Listed(name, f"+968900000{place:02}", None) for place, name in enumerate(names, 12)]


def test_few_are_all_named_and_who_has_no_name_by_number() -> None:
    assert bare(first_names(people("Amal", "", "بدر"))) == "Amal, +968 9000 0013, بدر"
    assert first_names([]) == ""


def test_of_many_the_first_are_named() -> None:
    assert bare(first_names(people(*"ABCDEFGH"))) == "A, B, C, D, E, F, G, H"
    assert bare(first_names(people(*"ABCDEFGHI"))) == "A, B, C, D, E, F, G, H …"


def test_a_name_keeps_its_direction_and_stays_in_its_line() -> None:
    assert first_names(people("ليلى\nبنت سعيد")) == "\u2068ليلى بنت سعيد\u2069"


def test_countries_are_named_and_the_smallest_counted_together() -> None:
    assert where([("OM", 212), ("ZA", 2)]) == "212 in Oman, 2 in South Africa"
    assert where([("OM", 1212), ("US", 3), ("", 1)]) == (
        "1,212 in Oman, 3 in the United States or Canada, 1 with a number of no country"
    )
    assert where([("OM", 9), ("ZA", 5), ("GB", 4), ("IT", 3), ("KW", 2), ("QA", 1)]) == (
        "9 in Oman, 5 in South Africa, 4 in United Kingdom, 3 in Italy, 3 in other countries"
    )
    assert where([]) == ""
