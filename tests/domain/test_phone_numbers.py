from __future__ import annotations

import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smsdesk.domain.phone_numbers import Verdict, calling_code, display, read_number, regions

AMAL = "+96890000012"

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
    ("GB", "07700 900123", "+447700900123"),
    ("GB", "7700900123", "+447700900123"),
    ("GB", "+44 (0)7700 900123", "+447700900123"),
    ("GB", "0044 7700 900123", "+447700900123"),
    ("GB", "447700900123", "+447700900123"),
    ("US", "0044 7700 900123", "+447700900123"),
    ("ZA", "083 000 0012", "+27830000012"),
    ("ZA", "+27 (0)83 000 0012", "+27830000012"),
    ("ZA", "27830000012", "+27830000012"),
    ("IT", "333 000 0012", "+393330000012"),
    ("IT", "+39 333 000 0012", "+393330000012"),
    ("IT", "393330000012", "+393330000012"),
    ("IT", "+39 (0)333 000 0012", "+393330000012"),
    ("OM", "27830000012", "+27830000012"),
    ("OM", "9.6890000012E+10", AMAL),
    ("OM", "9,6890000012E+10", AMAL),
    ("OM", "9.0000012E7", AMAL),
    ("OM", '="90000012"', AMAL),
    ("OM", "90000012'", AMAL),
    ("OM", "9000&nbsp;0012", AMAL),
    ("OM", "9000\ufe0d0012", AMAL),
    ("OM", "9000\u31640012", AMAL),
    ("OM", "9000\x000012", AMAL),
    ("OM", "tel:+968-9000-0012;ext=12", AMAL),
    ("OM", "tel:+96890000012,1234", AMAL),
    ("OM", "90000012 ext. 12", AMAL),
    ("OM", "https://wa.me/96890000012", AMAL),
    ("OM", "+27 083 000 0012", "+27830000012"),
    ("ZA", "830000012", "+27830000012"),
    ("", "+968 9000 0012", AMAL),
    ("", "27830000012", "+27830000012"),
]


@pytest.mark.parametrize(("country", "typed", "number"), FORMS)
def test_every_way_to_write_a_number_is_read(country: str, typed: str, number: str) -> None:
    read = read_number(typed, country)
    assert (read.number, read.problem) == (number, None)


@pytest.mark.parametrize("typed", ["06 0000 0012", "+39 06 0000 0012", "+39 (0)6 0000 0012", "0039 0600000012"])
def test_an_italian_landline_keeps_its_zero_and_is_only_suggested(typed: str) -> None:
    read = read_number(typed, "IT")
    assert (read.number, read.suggestion, read.verdict) == (None, "+390600000012", Verdict.ATTENTION)
    assert str(read.problem).startswith("This is a landline")


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


@pytest.mark.parametrize("typed", ["9.68E+10", "1e+11", "٩٫٦٨E+١٠", "9.689000001E+10"])
def test_a_number_that_excel_shortened_is_refused_and_says_how_to_mend_it(typed: str) -> None:
    read = read_number(typed, "OM")
    assert read.number is None
    assert str(read.problem).startswith("Excel shortened this number; format its column as Number")


@pytest.mark.parametrize(
    ("country", "typed", "warning"),
    [("GB", "07700 900123", "perhaps not in use"), ("OM", "90000012", "perhaps not a mobile number")],
)
def test_tables_that_lag_warn_and_hold_nothing_back(country: str, typed: str, warning: str) -> None:
    read = read_number(typed, country)
    assert (read.verdict, str(read.warning), str(read.note)) == (Verdict.READY, warning, warning)


@pytest.mark.parametrize(
    ("country", "typed", "problem", "suggestion"),
    [
        ("OM", "9000001", "1 digit short of a mobile number", None),
        ("OM", "900000123", "1 digit too many for a mobile number", None),
        ("ZA", "083 000 00", "2 digits short of a mobile number", None),
        ("ZA", "+27 83000", "4 digits short of a mobile number", None),
        ("OM", "+968 09212 3456", "1 digit too many for a mobile number", "+96892123456"),
        ("OM", "92123456 2024", "4 digits too many", "+96892123456"),
        ("OM", "921 9234 5678", "3 digits too many", "+96892345678"),
        ("OM", "92123458/9", "1 digit too many for a mobile number", "+96892123458"),
        ("OM", "1.92123456", "1 digit too many for a mobile number", "+96892123456"),
        ("OM", "98123456 12.50", "4 digits too many", "+96898123456"),
        ("ZA", "1.083 123 4567", "2 digits too many", "+27831234567"),
        ("OM", "92,123,456", "Written like an amount; take the commas out if it is a phone number", "+96892123456"),
        ("OM", "92123456 ?", "Perhaps no phone number; take the question mark away if it is one", "+96892123456"),
        ("OM", "15/03/2024", "A date is no phone number", None),
        ("OM", "2024-03-15", "A date is no phone number", None),
        ("OM", "15-Mar-2024", "A date is no phone number", None),
        ("OM", "20240315", "Looks like a date; write the country code first if it is a phone number", "+96820240315"),
        ("OM", "15/3 92123456", "3 digits too many", "+96892123456"),
        ("OM", "24123456", "This is a landline: it takes no messages in most countries", "+96824123456"),
        ("OM", "10:30", "A time is no phone number", None),
        ("OM", "192.168.1.10", "An internet address is no phone number", None),
        ("OM", "amal92123461@example.com", "A mail address is no phone number", None),
        ("OM", "https://example.com/p/92123461", "A web address is no phone number", None),
        ("OM", "1,250.500", "An amount is no phone number", None),
        ("OM", "90000017.5", "A number with a fraction is no phone number", None),
        ("OM", "-89999045", "A number below zero is no phone number", "+96889999045"),
    ],
)
def test_what_needs_attention_says_why_and_offers_the_likely_reading(
    country: str, typed: str, problem: str, suggestion: str | None
) -> None:
    read = read_number(typed, country)
    assert (read.number, str(read.problem), read.verdict) == (None, problem, Verdict.ATTENTION)
    assert read.suggestion == suggestion


@pytest.mark.parametrize(
    ("country", "typed", "repair"),
    [
        ("OM", "90000012.0", "the spreadsheet's decimals were taken off"),
        ("OM", "9.6890000012E+10", "written out again: Excel had shortened it, with every digit kept"),
        ("OM", '="90000012"', "the spreadsheet's quotes were taken off"),
        ("OM", "'90000012", "the spreadsheet's quotes were taken off"),
        ("OM", "9000\u200b0012", "hidden characters were taken out"),
        ("OM", "٩٠٠٠٠٠١٢", "its digits were read from another script"),
        ("OM", "90000012 ext 12", "the extension was left out"),
        ("ZA", "830000012", "the 0 that is missing at its front was added"),
        ("ZA", "+27 (0)83 000 0012", "the 0 behind the country code was left out"),
        ("FR", "+33 06 12 34 56 78", "the 0 behind the country code was left out"),
        ("OM", "974 5512 3456", "read as +974 5512 3456, of another country"),
        ("OM", "27830000012", "read as +27 83 000 0012, of another country"),
    ],
)
def test_what_was_mended_is_said(country: str, typed: str, repair: str) -> None:
    read = read_number(typed, country)
    assert read.number
    assert (read.verdict, str(read.repair)) == (Verdict.REPAIRED, repair)
    assert str(read.note).startswith(repair)


@pytest.mark.parametrize(
    ("country", "typed", "suggestion"),
    [
        ("OM", "965 9912 3456", "+96599123456"),  # could be 9912 3456 at home, behind some other number
        ("SA", "971 50 123 4567", "+971501234567"),
        ("ZA", "263 77 123 4567", "+263771234567"),
        ("IT", "44 7700 900123", "+447700900123"),  # in no table
        ("GB", "96890000012", AMAL),
        ("", "96890000012", AMAL),
    ],
)
def test_a_country_that_is_guessed_is_only_suggested(country: str, typed: str, suggestion: str) -> None:
    read = read_number(typed, country)
    assert (read.number, read.suggestion) == (None, suggestion)
    assert str(read.problem).startswith("Perhaps +")


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
    probe = "import sys, smsdesk.domain.recipients.list; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


countries = st.sampled_from(["OM", "GB", "ZA", "IT", "US", "DE", "", "XX"])
likely = st.text(alphabet=" +-()./,;\t\n'\"<>|0123456789٠٩۰۹０9abEeسع،؛\u00a0\u200f\u202a:²", max_size=60)


@given(st.one_of(st.text(), likely), countries)
@example("1\u0660E+1", "OM")
def test_reading_never_raises_and_gives_a_number_or_a_problem(typed: str, country: str) -> None:
    read = read_number(typed, country)
    assert (read.number is None) == (read.problem is not None)


@given(st.one_of(st.text(), likely), countries)
def test_nothing_is_sent_that_can_be_no_number_of_its_country(typed: str, country: str) -> None:
    read = read_number(typed, country)
    for number in filter(None, (read.number, read.suggestion)):
        assert phonenumbers.is_possible_number(phonenumbers.parse(number))
