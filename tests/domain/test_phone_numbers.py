from __future__ import annotations

import subprocess
import sys
from collections import Counter

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.phone_numbers import calling_code, display, read_number, regions

AMAL, SAID, HUDA = "+96890000012", "+96890000031", "+96890000045"

FORMS = [
    ("OM", "90000012", AMAL),
    ("OM", "9000 0012", AMAL),
    ("OM", "9000-0012", AMAL),
    ("OM", "9000\u20110012", AMAL),
    ("OM", "9000.0012", AMAL),
    ("OM", "(9000) 0012", AMAL),
    ("OM", "9000\u00a00012", AMAL),
    ("OM", "+968 9000 0012", AMAL),
    ("OM", "+ 968 (9000) 0012", AMAL),
    ("OM", "＋９６８９０００００１２", AMAL),
    ("OM", "00968 9000 0012", AMAL),
    ("OM", "+00968 9000 0012", AMAL),
    ("OM", "96890000012", AMAL),
    ("OM", "٩٠٠٠٠٠١٢", AMAL),
    ("OM", "+٩٦٨ ٩٠٠٠ ٠٠١٢", AMAL),
    ("OM", "۹۰۰۰ ۰۰۱۲", AMAL),
    ("OM", "\u202a+968 9000 0012\u202c", AMAL),
    ("OM", "\u2066\u200e90000012\u2069\u200f", AMAL),
    ("OM", "9000\u200b0012\ufeff", AMAL),
    ("OM", "96890000012+", AMAL),
    ("OM", "'96890000012", AMAL),
    ("OM", "96890000012.0", AMAL),
    ("OM", "tel:+968-9000-0012", AMAL),
    ("OM", "+968 (0) 9000 0012", AMAL),
    ("OM", "447700900123", "+447700900123"),
    ("GB", "07700 900123", "+447700900123"),
    ("GB", "7700900123", "+447700900123"),
    ("GB", "+44 (0)7700 900123", "+447700900123"),
    ("GB", "0044 7700 900123", "+447700900123"),
    ("GB", "447700900123", "+447700900123"),
    ("GB", "96890000012", AMAL),
    ("US", "0044 7700 900123", "+447700900123"),
    ("ZA", "083 000 0012", "+27830000012"),
    ("ZA", "+27 (0)83 000 0012", "+27830000012"),
    ("ZA", "27830000012", "+27830000012"),
    ("IT", "333 000 0012", "+393330000012"),
    ("IT", "+39 333 000 0012", "+393330000012"),
    ("IT", "393330000012", "+393330000012"),
    ("IT", "+39 (0)333 000 0012", "+393330000012"),
    ("IT", "96890000012", AMAL),
    ("", "+968 9000 0012", AMAL),
    ("", "96890000012", AMAL),
]


@pytest.mark.parametrize(("country", "typed", "number"), FORMS)
def test_every_way_to_write_a_number_is_read(country: str, typed: str, number: str) -> None:
    read = read_number(typed, country)
    assert (read.number, read.problem) == (number, None)


@pytest.mark.parametrize("typed", ["06 0000 0012", "+39 06 0000 0012", "+39 (0)6 0000 0012", "0039 0600000012"])
def test_an_italian_landline_keeps_its_zero(typed: str) -> None:
    assert read_number(typed, "IT").number == "+390600000012"


@pytest.mark.parametrize(
    ("country", "typed", "problem"),
    [
        ("OM", "+968 9000 00", "2 digits missing"),
        ("OM", "900000", "2 digits missing"),
        ("OM", "+968", "8 digits missing"),
        ("OM", "112", "5 digits missing"),
        ("OM", "9999", "4 digits missing"),
        ("OM", "9000 0012 34", "2 digits too many"),
        ("OM", "9" * 300, "292 digits too many"),
        ("GB", "+44 7700 9001234", "1 digit too many"),
        ("GB", "900123", "4 digits missing"),  # an area's own, "local only" form
        ("OM", "+999 1234567", "There is no country with the code 999"),
        ("OM", "+0 9000 0012", "There is no country with the code 0"),
        ("OM", "+9", "Too short to be a phone number"),
        ("OM", "", "No number in this line"),
        ("OM", " \u200f+", "No number in this line"),
        ("OM", "Amal", "No number in this line"),
        ("OM", "9000O012", "“O” does not belong in a phone number"),
        ("OM", "9000+0012", "“+” does not belong in a phone number"),
        ("OM", "9000,0012", "“,” does not belong in a phone number"),
        ("", "9000 0012", "The country code is missing: write it first, as in +968"),
        ("XX", "9000 0012", "The country code is missing: write it first, as in +968"),
    ],
)
def test_a_refused_number_says_why(country: str, typed: str, problem: str) -> None:
    read = read_number(typed, country)
    assert (read.number, str(read.problem)) == (None, problem)


@pytest.mark.parametrize("typed", ["9.6890000012E+10", "9,6890000012E+10", "9.68E+10", "1e+11", "٩٫٦٨E+١٠"])
def test_a_number_that_excel_shortened_is_refused_and_says_how_to_mend_it(typed: str) -> None:
    read = read_number(typed, "OM")
    assert read.number is None
    assert str(read.problem).startswith("Excel shortened this number; format its column as Number")


@pytest.mark.parametrize(
    ("country", "typed", "note"),
    [
        ("GB", "07700 900123", "perhaps not in use"),
        ("OM", "9000001", "1 digit short of a mobile number"),
        ("OM", "900000123", "1 digit too many for a mobile number"),
        ("OM", "447700900123", "read as +44 7700 900123, of another country"),
        ("OM", "90000012", "perhaps not a mobile number"),
    ],
)
def test_an_odd_number_gets_a_note_and_is_sent_all_the_same(country: str, typed: str, note: str) -> None:
    read = read_number(typed, country)
    assert read.number
    assert str(read.note) == note


def test_a_landline_gets_a_note_and_is_sent_all_the_same() -> None:
    landline = phonenumbers.example_number_for_type("GB", phonenumbers.PhoneNumberType.FIXED_LINE)
    read = read_number(phonenumbers.format_number(landline, phonenumbers.PhoneNumberFormat.E164), "OM")
    assert read.number
    assert str(read.note) == "looks like a landline"


def test_a_known_mobile_number_has_no_note() -> None:
    assert read_number("083 000 0012", "ZA").note is None


def test_numbers_are_shown_with_spaces_and_their_country_code() -> None:
    assert display(AMAL) == "+968 9000 0012"
    assert display("nonsense") == "nonsense"


def test_every_region_offered_has_a_calling_code() -> None:
    assert calling_code("OM") == 968
    assert calling_code("XX") == 0
    assert {"OM", "GB", "ZA", "IT"} < set(regions())
    assert all(calling_code(region) for region in regions())


def test_the_tables_are_not_loaded_before_they_are_needed() -> None:
    probe = "import sys, smsdesk.domain.recipients; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


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
@example("1\u0660E+1", "OM")
def test_reading_never_raises_and_gives_a_number_or_a_problem(typed: str, country: str) -> None:
    read = read_number(typed, country)
    assert (read.number is None) == (read.problem is not None)


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
