from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.phone_numbers import read_number

AMAL, SAID, HUDA = "+96890000012", "+96890000031", "+96890000045"


def test_a_list_without_names_may_be_parted_by_anything() -> None:
    for text in (
        "90000012\n90000031\r\n90000045",
        "90000012,90000031, 90000045",
        "90000012; 90000031;90000045",
        "90000012، 90000031؛ 90000045",
        "90000012\t90000031\t90000045",
        "90000012/90000031 / 90000045",
        "90000012|90000031 | 90000045",
        "90000012 90000031 90000045",
        "90000012 - 90000031 - 90000045",
        "9000 0012 9000 0031 9000 0045",
        "+96890000012 +96890000031 +96890000045",
        "+96890000012+96890000031+96890000045",
        "96890000012+ 96890000031+ 96890000045+",
        "0096890000012 0096890000031 0096890000045",
        "+968 9000 0012 +968 9000 0031 9000 0045",
        "•\u00a090000012\n• 90000031\n* 90000045",
        "٩٠٠٠٠٠١٢، ٩٠٠٠٠٠٣١؛ ٩٠٠٠٠٠٤٥",
        '"90000012","90000031","90000045"',
        "96890000012.0\n96890000031,0\n96890000045.00",
    ):
        people = split_pasted(text, "OM")
        assert [read_number(one.typed, "OM").number for one in people] == [AMAL, SAID, HUDA], text
        assert {one.name for one in people} == {""}, text


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Amal Said +968 9000 0012", [("Amal Said", "+968 9000 0012")]),
        ("Amal Said\t90000012", [("Amal Said", "90000012")]),
        ("90000012, Amal", [("Amal", "90000012")]),
        ("Amal Said <90000012>", [("Amal Said", "90000012")]),
        ("Amal (HR): (9000) 0012", [("Amal (HR)", "(9000) 0012")]),
        ("أمل سعيد ٩٠٠٠٠٠١٢", [("أمل سعيد", "٩٠٠٠٠٠١٢")]),
        ("٩٠٠٠٠٠١٢، أمل", [("أمل", "٩٠٠٠٠٠١٢")]),
        ('"Said, Amal";"90000012"', [("Said Amal", "90000012")]),
        ("Amal 90000012; Huda 90000045", [("Amal", "90000012"), ("Huda", "90000045")]),
        ("Amal, 90000012, Huda, 90000045", [("Amal", "90000012"), ("Huda", "90000045")]),
        ("90000012, Amal; 90000045, Huda", [("Amal", "90000012"), ("Huda", "90000045")]),
        ("Amal: 90000012 / 90000031", [("Amal", "90000012"), ("Amal", "90000031")]),
        ("Amal 90000012, 90000031", [("Amal", "90000012"), ("", "90000031")]),
        ("12\tAmal\t90000012\tHR", [("12 Amal HR", "90000012")]),
        ("12/05/2026 Amal 90000012", [("12/05/2026 Amal", "90000012")]),
        ("1. 90000012\n2) Amal 90000031", [("1.", "90000012"), ("2) Amal", "90000031")]),
        ("Flat 12 9000 0012", [("Flat 12", "9000 0012")]),
        ("Desk 7 +968 9000 0012", [("Desk 7", "+968 9000 0012")]),
    ],
)
def test_names_stay_with_their_numbers(text: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.typed) for one in split_pasted(text, "OM")] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Amal Said", [("Amal Said", "")]),
        ("Amal 90000012, Huda, Said 90000031", [("Amal", "90000012"), ("Huda", ""), ("Said", "90000031")]),
        ("90000012, 12, 90000031", [("", "90000012"), ("", "12"), ("", "90000031")]),
        ("90000012 345 90000031", [("", "90000012"), ("", "345"), ("", "90000031")]),
        ("Amal 9000", [("Amal", "9000")]),
        ("9000O012, Amal", [("Amal", "9000O012")]),
        ("9.6890000012E+10, Amal", [("Amal", "9.6890000012E+10")]),
        ("9,68E+10", [("", "9,68E+10")]),
    ],
)
def test_what_is_no_number_becomes_a_row_to_be_mended(text: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.typed) for one in split_pasted(text, "OM")] == people


@pytest.mark.parametrize("run", ["9000 0012 345", "90000012 / 12", "Amal 9000 0012 345"])
def test_a_number_with_digits_to_spare_is_never_cut_to_one_that_fits(run: str) -> None:
    (one,) = split_pasted(run, "OM")
    assert read_number(one.typed, "OM").number is None


@pytest.mark.parametrize("text", ["", "\n \n", "---\n;;,\n"])
def test_nothing_pasted_gives_nothing(text: str) -> None:
    assert split_pasted(text, "OM") == []


@pytest.mark.parametrize("text", ["(" * 50_000, "a" + " " * 50_000 + "a", "1" * 50_000, "1 a" * 20_000, "+1" * 20_000])
def test_a_large_paste_of_nonsense_is_answered(text: str) -> None:
    split_pasted(text, "OM")


countries = st.sampled_from(["OM", "GB", "ZA", "IT", "US", "DE", "", "XX"])
likely = st.text(alphabet=" +-()./,;\t\n'\"<>|0123456789٠٩۰۹０9abEeسع،؛\u00a0\u200f\u202a:²", max_size=60)


@given(st.one_of(st.text(), likely), countries)
def test_no_letter_or_digit_of_a_paste_is_lost(text: str, country: str) -> None:
    kept = "".join(one.name + one.typed for one in split_pasted(text, country))
    lost = Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, kept))
    assert not lost


@given(st.lists(st.integers(0, 99), min_size=1), st.sampled_from(["\n", ",", "؛", "/", " ", "\t", " | ", "\r\n"]))
def test_a_list_of_good_numbers_is_read_number_by_number(ends: list[int], separator: str) -> None:
    numbers = [f"+968900000{end:02d}" for end in ends]
    people = split_pasted(separator.join(numbers), "GB")
    assert [read_number(one.typed, "GB").number for one in people] == numbers
