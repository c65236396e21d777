from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smsdesk.domain.pasted_text import read_pasted, split_pasted
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
        ("+968;Amal 90000012", [("Amal", "+968 90000012")]),
        ("Oman +968, Amal 90000012", [("Oman Amal", "+968 90000012")]),
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
@example("0/E+0", "OM")
@example("+1;A\x1b0", "OM")
@example("000؛0", "OM")
@example("0０1؛0", "OM")
def test_no_letter_or_digit_of_a_paste_is_lost(text: str, country: str) -> None:
    """A header's words, which hypothesis knows how to write, stand above; a title's above the people."""
    people = read_pasted(text, country)
    lines = text.splitlines()
    above = [row for row in (people.header_row, *people.nobody) if 0 < row <= len(lines)]
    titles = [lines[row - 1] for row in above]
    kept = "".join([one.name + one.typed for one in people.entries] + titles)
    lost = Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, kept))
    assert not lost


@given(st.lists(st.integers(0, 99), min_size=1), st.sampled_from(["\n", ",", "؛", "/", " ", "\t", " | ", "\r\n"]))
def test_a_list_of_good_numbers_is_read_number_by_number(ends: list[int], separator: str) -> None:
    numbers = [f"+968900000{end:02d}" for end in ends]
    people = split_pasted(separator.join(numbers), "GB")
    assert [read_number(one.typed, "GB").number for one in people] == numbers


_READABLE = ["90000012", "9000 0031", "+968 9000 0045"]
_UNREADABLE = ["9000 001", "965 9912 3456", "9000001", "900000122", "+968 9000 001", "9000O01", "12345678", "9000-00"]


@given(
    st.lists(st.sampled_from(_READABLE + _UNREADABLE), min_size=2, max_size=6),
    st.sampled_from([", ", "; ", "\t", "، ", " | ", ",", "؛ "]),
    st.sampled_from(["{name} {number}", "{number} {name}", "{name}: {number}", "{name}{edge}{number}"]),
)
@example(["90000012", "965 9912 3456", "9000 001", "9000 0031"], ", ", "{name} {number}")
@example(["965 9912 3456", "90000012"], "; ", "{name} {number}")
@example(["90000012", "12345678", "9000 0031"], ", ", "{number} {name}")
def test_no_number_of_a_line_disappears_in_the_name_of_a_neighbour(numbers: list[str], edge: str, form: str) -> None:
    names = ["Amal", "Badr", "Huda", "Said", "Zahra", "Nasser"]
    entries = zip(names, numbers, strict=False)
    people = split_pasted(edge.join(form.format(name=name, number=one, edge=edge) for name, one in entries), "OM")
    assert [(one.name, one.typed.removesuffix(" ?")) for one in people] == list(zip(names, numbers, strict=False))


def told(text: str, country: str = "OM") -> list[tuple[int, str, str | None]]:
    return [(one.row, one.name, one.read.number) for one in read_pasted(text, country).entries]


def test_a_table_is_read_by_its_header_and_the_header_is_nobody() -> None:
    assert told("Name\tPhone\nAmal\t92123456") == [(2, "Amal", "+96892123456")]
    assert told("Name,Civil ID,Mobile\nAmal,92123461,92123456") == [(2, "Amal", "+96892123456")]
    assert told("الاسم؛الجوال\nأمل؛92123456") == [(2, "أمل", "+96892123456")]


def test_a_quoted_cell_may_go_over_several_lines() -> None:
    assert told('"Amal\nSaid"\t92123456\nHuda\t92123457') == [
        (1, "Amal Said", "+96892123456"),
        (2, "Huda", "+96892123457"),
    ]


def test_names_and_numbers_on_lines_of_their_own_belong_together() -> None:
    text = "Amal Said\n92123456\nHuda\n+968 9212 3457\n"
    assert told(text) == [(2, "Amal Said", "+96892123456"), (4, "Huda", "+96892123457")]
    assert told("Amal:\n92123456\nHuda:\n92123457\n") == [(2, "Amal", "+96892123456"), (4, "Huda", "+96892123457")]
    assert told("Amal\nHuda\n92123456") == [(1, "Amal", None), (2, "Huda", None), (3, "", "+96892123456")]


def test_titles_and_totals_are_nobody() -> None:
    people = read_pasted("Parents of class 4B:\n\nAmal 92123456\nTotal: 1\n", "OM")
    assert ([one.row for one in people.entries], people.nobody) == ([3], (1, 2, 4))


def test_a_chat_gives_its_senders() -> None:
    chat = "[15/03/2024, 10:30:12] Amal: 92123456\n15/03/2024, 10:31 - +968 9212 3457: hello at 99887766\n"
    assert told(chat) == [(1, "Amal", "+96892123456"), (2, "", "+96892123457")]


def test_a_list_of_members_gives_each_of_them() -> None:
    assert told("+968 9212 3456, +968 9212 3457, +968 9212 3458, Amal, You") == [
        (1, "", "+96892123456"),
        (1, "", "+96892123457"),
        (1, "", "+96892123458"),
        (1, "Amal", None),
        (1, "You", None),
    ]


def test_pasted_cards_are_read_as_cards() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Amal Said\nTEL;TYPE=CELL:+968 9212 3456\nEND:VCARD"
    assert told(card) == [(1, "Amal Said", "+96892123456")]


def test_spaces_that_a_web_page_spells_out_are_spaces() -> None:
    assert told("+968&nbsp;9212&nbsp;3456") == [(1, "", "+96892123456")]


lines = st.lists(
    st.sampled_from(
        ["Amal", "92123456", "Amal 92123456", "Huda 965 9912 3456", "", "Name\tPhone", "Total 3", "15/03/2024", "12",
         "90000012 90000031", "a@b.om", "92123456 (2)", "Civil ID: 12345678", "x\t+965\t99123456"]
    ),
    max_size=10,
)  # fmt: skip


@given(lines, st.sampled_from(["OM", "ZA", ""]))
def test_no_line_vanishes_none_is_invented_and_the_counts_add_up(text: list[str], country: str) -> None:
    people = read_pasted("\n".join(text), country)
    rows = {one.row for one in people.entries}
    assert rows | set(people.nobody) == set(range(1, len("\n".join(text).splitlines()) + 1))
    assert not rows & set(people.nobody)
    counts = people.counts()
    assert counts.pop("rows") == sum(counts.values()) == len(people.entries)


@pytest.mark.parametrize("head", ["", "Name\tPhone\n"])
def test_a_long_paste_tells_how_far_it_is_and_can_be_left(head: str) -> None:
    told: list[tuple[int, int]] = []
    text = head + "\n".join(["Amal\t90000012"] * 2_000)
    assert len(split_pasted(text, "OM", lambda done, of: told.append((done, of)))) == 2_000
    assert told[0][0] == 0
    assert all(0 <= done <= of for done, of in told)
    assert len(told) > 1

    def leave(done: int, _of: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        split_pasted(text, "OM", leave)
