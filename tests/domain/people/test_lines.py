from __future__ import annotations

from itertools import pairwise

import pytest

from smsdesk.domain.people.lines import people_of
from smsdesk.domain.phone_numbers import read_number

READ = [
    # a country code apart from its number is never a label
    ("OM", "Amal 965 9912 3456", [("Amal", None)]),
    ("OM", "Amal, 965 99123456", [("Amal", None)]),
    ("SA", "Amal 971 50 123 4567", [("Amal", None)]),
    ("ZA", "Amal 263 77 123 4567", [("Amal", None)]),
    ("IT", "Amal 44 7700 900123", [("Amal", None)]),
    ("OM", "Amal 974 5512 3456", [("Amal", "+97455123456")]),
    ("OM", "Amal 973 3612 3456", [("Amal", "+97336123456")]),
    ("OM", "Amal\t+965\t99123456", [("Amal", "+96599123456")]),
    ("OM", "Amal\tKuwait (+965)\t99123456", [("Amal Kuwait", "+96599123456")]),
    ("OM", "Amal\t+968\t92123456", [("Amal", "+96892123456")]),
    ("OM", "Amal\t965\t99123456", [("Amal", None)]),
    ("OM", "12\tAmal\t99123456", [("12 Amal", "+96899123456")]),
    ("OM", "Zoom 921 9234 5678", [("Zoom", None)]),
    # small numbers beside the number
    ("OM", "Huda 92123456 2024", [("Huda", None)]),
    ("OM", "Amal 98123456 12.50", [("Amal 12.50", "+96898123456")]),
    ("ZA", "1.083 123 4567", [("", None)]),
    ("OM", "92123456 4B", [("4B", "+96892123456")]),
    ("OM", "Mona 92123458/9", [("Mona", None)]),
    ("OM", "92123456 (2)", [("", None)]),
    ("OM", "Amal 92123456 1,250.500", [("Amal 1,250.500", "+96892123456")]),
    ("GB", "07400 123456 4B", [("4B", "+447400123456")]),
    ("OM", "92123456\t4", [("4", "+96892123456")]),
    ("OM", "Amal 92123456 Grade 4", [("Amal Grade 4", "+96892123456")]),
    ("OM", "Flat 12 92123456", [("Flat 12", "+96892123456")]),
    ("OM", "1.92123456", [("", None)]),
    ("OM", "1)92123456", [("1)", "+96892123456")]),
    ("OM", "(1) 92123456", [("(1)", "+96892123456")]),
    ("OM", "1/ 92123456", [("1", "+96892123456")]),
    ("OM", "12) 92123456", [("12)", "+96892123456")]),
    # dates and times
    ("OM", "Amal 92123456 15/03/2024", [("Amal 15/03/2024", "+96892123456")]),
    ("OM", "Amal, 15/03/2024, 92123456", [("Amal 15/03/2024", "+96892123456")]),
    ("OM", "Amal\t03/15/2024\t92123456", [("Amal 03/15/2024", "+96892123456")]),
    ("OM", "Amal 15/03/24 92123456", [("Amal 15/03/24", "+96892123456")]),
    ("OM", "Amal 1990-2024 92123456", [("Amal 1990-2024", "+96892123456")]),
    ("OM", "15-Mar-2024 92123456", [("15-Mar-2024", "+96892123456")]),
    ("OM", "[15/03/2024, 10:30] Amal: 92123456", [("Amal", "+96892123456")]),
    ("OM", "15/03/2024, 10:30 - 92123456: hello 2024", [("", "+96892123456")]),
    ("OM", "Amal 15/03/2024", [("Amal 15/03/2024", None)]),
    # identity numbers, invoices, amounts, codes
    ("OM", "Huda\t12345678\t92123456", [("Huda 12345678", "+96892123456")]),
    ("OM", "Civil ID: 12345678, GSM: 92123456", [("Civil ID: 12345678", "+96892123456")]),
    ("OM", "Civil ID: 12345678", [("Civil ID: 12345678", None)]),
    ("OM", "784-1990-1234567-1, Nasser, 92123456", [("784-1990-1234567-1 Nasser", "+96892123456")]),
    ("OM", "Invoice 2024001 Amal 92123456", [("Invoice 2024001 Amal", "+96892123456")]),
    ("ZA", "Amal\t0831234567\tR1500.00", [("Amal R1500.00", "+27831234567")]),
    ("GB", "Amal\t2024/123\t07400 123456", [("Amal 2024/123", "+447400123456")]),
    ("ZA", "Amal 800101 5009 087 083 123 4567", [("Amal", None)]),
    ("OM", "INV-2024-00123 Amal 92123456", [("INV-2024-00123 Amal", "+96892123456")]),
    ("OM", "Amal, Ruwi 112, PO Box 1234, 92123456", [("Amal Ruwi 112 PO Box 1234", "+96892123456")]),
    ("OM", "Class 4B 92123456", [("Class 4B", "+96892123456")]),
    ("OM", "192.168.1.10", [("", None)]),
    ("OM", "92123456, 12345678", [("", "+96892123456"), ("", None)]),
    ("OM", "90000012\t12345678\tHuda", [("12345678 Huda", "+96890000012")]),
    ("OM", "P92123456", [("P92123456", None)]),
    ("OM", "Amal92123456", [("Amal", None)]),
    ("OM", "GSM92123456", [("GSM", "+96892123456")]),
    ("OM", "Amal, Kuwait 965, 99123456", [("Amal Kuwait", None)]),
    ("OM", "968 9212 3456 965 9912 3456", [("", None)]),
    ("OM", "4111 1111 1111 1111", [("", None)]),
    ("OM", "IBAN OM12 0123 4567 8901 2345 678 92123456", [("IBAN OM12", None)]),
    ("OM", "Invoice no. 92123461", [("Invoice no. 92123461", None)]),
    ("OM", "box 112 postal code 92123461 Amal", [("box 112 postal code 92123461 Amal", None)]),
    ("OM", "Amal 92123456 OMR 12.500", [("Amal OMR 12.500", "+96892123456")]),
    ("OM", "12345678 OMR", [("12345678 OMR", None)]),
    ("OM", "23.6100 58.5400 Amal 92123456", [("23.6100 58.5400 Amal", "+96892123456")]),
    ("OM", "1: 92123456", [("1", "+96892123456")]),
    ("OM", "50% 92123456", [("50%", "+96892123456")]),
    ("OM", "١. ٩٢١٢٣٤٥٦", [("١.", "+96892123456")]),
    ("OM", "92'123'456", [("", None)]),
    ("OM", "-92123456", [("", None)]),
    ("OM", "Amal-92123456", [("Amal", None)]),
    ("OM", "3/15/24, 10:30 AM - Amal: my number is 92123456", [("Amal", "+96892123456")]),
    ("OM", "Name: Amal, Phone: 92123456", [("Amal", "+96892123456")]),
    # mail and web addresses
    ("OM", "amal92123461@example.com, 92123456", [("amal92123461@example.com", "+96892123456")]),
    ("OM", "https://example.com/p/92123461 Amal 92123456", [("https://example.com/p/92123461 Amal", "+96892123456")]),
    ("OM", "https://wa.me/96892123456", [("", "+96892123456")]),
    # several numbers
    ("OM", "92123456; 92123457", [("", "+96892123456"), ("", "+96892123457")]),
    ("OM", "9212 3456 9212 3457", [("", "+96892123456"), ("", "+96892123457")]),
    ("OM", "92123456 or 92123457", [("", "+96892123456"), ("", "+96892123457")]),
    ("OM", "Amal 92123456 / +44 7700 900123", [("Amal", "+96892123456"), ("Amal", "+447700900123")]),
    ("OM", "92,123,456", [("", None)]),
    # numbers of several people, some of which can't be read
    ("OM", "Huda 965 9912 3456, Amal 90000012", [("Huda", None), ("Amal", "+96890000012")]),
    (
        "OM",
        "Amal 90000012; Said 9000 001; Huda 90000045",
        [("Amal", "+96890000012"), ("Said", None), ("Huda", "+96890000045")],
    ),
    ("OM", "Amal 90000012\tSaid 9000 001", [("Amal", "+96890000012"), ("Said", None)]),
    ("OM", "Amal\t90000012\tSaid\t9000001", [("Amal", "+96890000012"), ("Said", None)]),
    ("OM", "أمل ٩٠٠٠٠٠١٢، سعيد ٩٠٠٠٠٠١", [("أمل", "+96890000012"), ("سعيد", None)]),
    (
        "OM",
        "90000012 Amal, 9000 001 Said, 90000045 Huda",
        [("Amal", "+96890000012"), ("Said", None), ("Huda", "+96890000045")],
    ),
    ("OM", "Said, 12345678, Amal, 90000012", [("Said", None), ("Amal", "+96890000012")]),
    ("OM", "Amal 90000012, Huda 12345", [("Amal", "+96890000012"), ("Huda", None)]),
    ("OM", "Amal 90000012, Office 24123456", [("Amal", "+96890000012"), ("Office", None)]),
    ("OM", "Amal 90000012; Said 9,68E+10", [("Amal", "+96890000012"), ("Said", None)]),
    ("OM", "Said92123456, Amal 90000012", [("Said", None), ("Amal", "+96890000012")]),
    ("OM", "Amal Room 12 90000012, Said Room 14 9000 001", [("Amal Room 12", "+96890000012"), ("Said Room", None)]),
    ("OM", "Said 9000 001, 90000012", [("Said", None), ("", "+96890000012")]),
    ("OM", "Amal, +999 1234567, 90000012", [("Amal", None), ("", "+96890000012")]),
    ("GB", "Amal 07700 900123, Said 07700 90012", [("Amal", "+447700900123"), ("Said", None)]),
    # one person with a note
    ("OM", "Amal, 3A, 90000012", [("Amal 3A", "+96890000012")]),
    ("OM", "Amal, Staff 1234567, 90000012", [("Amal Staff 1234567", "+96890000012")]),
    ("OM", "Amal, Room 120456, 90000012", [("Amal Room 120456", "+96890000012")]),
    ("OM", "Amal 90000012, Flat 120456", [("Amal Flat 120456", "+96890000012")]),
    ("OM", "12345678, Nasser, 92123456, Teacher", [("12345678 Nasser Teacher", "+96892123456")]),
    # extensions
    ("OM", "tel:+968-9212-3456;ext=12", [("", "+96892123456")]),
    ("OM", "tel:+96892123456,1234", [("", "+96892123456")]),
    ("OM", "Amal 92123456 ext 123", [("Amal", "+96892123456")]),
    ("OM", "Local 212, 92123456", [("Local 212", "+96892123456")]),
    # contacts
    ("OM", "Amal Said <92123456>, Huda <92123457>", [("Amal Said", "+96892123456"), ("Huda", "+96892123457")]),
    ("OM", "\u202d+968 9212 3456\u202c", [("", "+96892123456")]),
]


@pytest.mark.parametrize(("country", "line", "people"), READ)
def test_a_line_gives_these_people_and_no_others(country: str, line: str, people: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.read.number) for one in people_of(line, country)] == people


@pytest.mark.parametrize(("country", "line", "_"), READ)
def test_what_is_typed_is_read_the_same_again(country: str, line: str, _: object) -> None:
    for one in people_of(line, country):
        if one.typed:
            again = read_number(one.typed, country)
            assert (again.number, again.verdict) == (one.read.number, one.read.verdict)


@pytest.mark.parametrize(
    ("line", "suggestion"),
    [
        ("Amal 965 9912 3456", "+96599123456"),
        ("Huda 92123456 2024", "+96892123456"),
        ("Amal92123456", "+96892123456"),
        ("24123456 ext 123", "+96824123456"),
    ],
)
def test_a_likely_reading_is_offered(line: str, suggestion: str) -> None:
    (one,) = people_of(line, "OM")
    assert (one.read.number, one.read.suggestion) == (None, suggestion)


@pytest.mark.parametrize("groups", [(8,), (4, 4), (2, 2, 2, 2), (1,) * 8])
def test_two_thousand_numbers_may_stand_in_one_line(groups: tuple[int, ...]) -> None:
    numbers = [f"9212{n:04d}" for n in range(2_000)]
    starts = [sum(groups[:place]) for place in range(len(groups) + 1)]
    written = [" ".join(number[start:end] for start, end in pairwise(starts)) for number in numbers]
    people = people_of(" ".join(written), "OM")
    assert [one.read.number for one in people] == [f"+968{number}" for number in numbers]


@pytest.mark.parametrize("edge", [", ", "; ", " ", ","])
def test_numbers_with_their_country_code_may_stand_in_one_line(edge: str) -> None:
    written = ("+968 9212 0001", "+96892120002", "+968 92120003", "+965 9912 3456")
    people = people_of(edge.join(written), "OM")
    assert [(one.typed, one.read.number) for one in people] == [(number, number.replace(" ", "")) for number in written]


@pytest.mark.parametrize("odd", ["+968 92120002 12", "+968 9212000", "92120002+", "+1 2", "+968 92120002 92120003"])
def test_a_line_of_numbers_of_which_one_is_odd_is_looked_at_closer(odd: str) -> None:
    people = people_of(f"+968 9212 0001, {odd}, 92120009", "OM")
    alone = [one.read.number for one in people_of(odd, "OM")]
    assert [one.read.number for one in people] == ["+96892120001", *alone, "+96892120009"]
