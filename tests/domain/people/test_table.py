from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.people.header_words import Role
from smsdesk.domain.people.table import Cell, CellKind, Row, read_table, rows_of

if TYPE_CHECKING:
    from smsdesk.domain.people.entries import People


def read(*records: list[str], country: str = "OM") -> People:
    return read_table(rows_of(records), country)


def said(people: People) -> list[tuple[int, str, str | None, str]]:
    return [(one.row, one.name, one.read.number, one.verdict.value) for one in people.entries]


def test_columns_are_told_by_their_headers_in_english_and_arabic() -> None:
    english = read(["Full Name", "Mobile No.", "Civil ID", "Class"], ["Amal", "92123456", "92123461", "4B"])
    arabic = read(["الاسم الكامل", "رقم الجوال", "الرقم المدني", "الصف"], ["أمل", "92123456", "92123461", "4B"])
    roles = [Role.NAME, Role.NUMBER, Role.OTHER, Role.GROUP]
    for people in (english, arabic):
        assert [column.role for column in people.columns] == roles
        (one,) = people.entries
        assert one.read.number == "+96892123456"
        assert [text for _, text in one.extras] == ["92123461", "4B"]


def test_columns_without_a_header_are_told_by_what_stands_in_them() -> None:
    people = read(["17", "Amal Said", "92123456"], ["18", "Huda Ali", "92123457"], ["19", "Nasser", "9212345"])
    assert [column.role for column in people.columns] == [Role.OTHER, Role.NAME, Role.NUMBER]
    assert said(people) == [
        (1, "Amal Said", "+96892123456", "ready"),
        (2, "Huda Ali", "+96892123457", "ready"),
        (3, "Nasser", None, "attention"),
    ]


def test_what_a_header_leaves_open_is_told_by_the_cells() -> None:
    people = read(["Name", "Contact #"], ["Amal", "92123456"])
    assert [column.role for column in people.columns] == [Role.NAME, Role.NUMBER]
    people = read(["Name", "Contact"], ["Amal", "92123456"], ["Huda", "92123457"])
    assert [one.read.number for one in people.entries] == ["+96892123456", "+96892123457"]
    people = read(["First Name", "Phone 1 - Label", "Phone 1 - Value"], ["Amal", "Mobile", "92123456"])
    assert said(people) == [(2, "Amal", "+96892123456", "ready")]


def test_a_row_without_a_number_takes_none_from_the_column_that_counts() -> None:
    people = read(["1", "Amal", "92123456"], ["2", "Huda", "92123457"], ["3", "Nasser", ""])
    assert (people.entries[2].name, people.entries[2].typed) == ("Nasser", "")


def test_titles_headers_totals_and_blank_rows_are_nobody_and_are_counted() -> None:
    people = read(
        ["Class list 2024", ""], [], ["Name", "Phone"], ["Amal", "92123456"], ["Name", "Phone"], ["", ""],
        ["Huda", "92123457"], ["Total", "2"],
    )  # fmt: skip
    assert said(people) == [(4, "Amal", "+96892123456", "ready"), (7, "Huda", "+96892123457", "ready")]
    assert people.nobody == (1, 2, 3, 5, 6, 8)


def test_a_person_above_the_header_is_not_lost() -> None:
    people = read(["Nasser", "92123458"], ["Name", "Phone"], ["Amal", "92123456"])
    assert [one.read.number for one in people.entries] == ["+96892123458", "+96892123456"]


def test_all_columns_of_numbers_are_read_the_mobile_first() -> None:
    people = read(["Name", "Phone", "Mobile"], ["Amal", "24123456", "92123456"], ["Huda", "92123457", ""])
    assert said(people) == [
        (2, "Amal", "+96892123456", "ready"),
        (2, "Amal", None, "attention"),
        (3, "Huda", "+96892123457", "ready"),
    ]


def test_two_numbers_in_a_cell_are_two_people_and_it_is_said() -> None:
    people = read(["Name", "Phone"], ["Amal", "92123456 / 92123457"])
    assert said(people) == [(2, "Amal", "+96892123456", "repaired"), (2, "Amal", "+96892123457", "repaired")]
    assert str(people.entries[0].sentence) == "several numbers stood in one cell"


def test_a_country_code_may_have_a_column_of_its_own() -> None:
    people = read(["Name", "Country code", "Phone"], ["Amal", "965", "99123456"], ["Huda", "+968", "92123456"])
    assert [one.read.number for one in people.entries] == ["+96599123456", "+96892123456"]


def test_a_repeat_names_the_row_that_it_repeats() -> None:
    people = read(["Name", "Phone"], ["Amal", "92123456"], ["Huda", "+968 9212 3456"])
    assert said(people)[1] == (3, "Huda", "+96892123456", "repeated")
    assert str(people.entries[1].sentence) == "the same number as in row 2"
    assert people.counts() == {"rows": 2, "ready": 1, "repaired": 0, "repeated": 1, "attention": 0}


def test_who_wants_no_messages_is_kept_back() -> None:
    people = read(["Name", "Phone", "Opt-out"], ["Amal", "92123456", "yes"], ["Huda", "92123457", "no"])
    assert said(people) == [(2, "Amal", None, "attention"), (3, "Huda", "+96892123457", "ready")]
    assert str(people.entries[0].sentence) == "Wants no messages, says the column “Opt-out”"


def test_a_number_in_the_wrong_column_is_shown_and_not_sent_to() -> None:
    people = read(["Name", "Phone"], ["Amal 92123456", ""], ["Huda", "92123457"])
    assert said(people)[0][2:] == (None, "attention")
    assert people.entries[0].read.suggestion == "+96892123456"


def test_a_name_without_a_number_stays_a_row() -> None:
    assert said(read(["Name", "Phone"], ["Amal", ""], ["Huda", "92123457"]))[0] == (2, "Amal", None, "attention")


def test_dates_fractions_and_booleans_are_no_numbers_whatever_they_look_like() -> None:
    header = Row(1, (Cell("Name"), Cell("Phone")))
    cells = [
        Cell("2024-03-15", CellKind.OTHER), Cell("92123456", CellKind.OTHER), Cell("TRUE", CellKind.OTHER),
        Cell("90000017.5", CellKind.NUMBER), Cell("-89999045", CellKind.NUMBER), Cell("92123456", CellKind.NUMBER),
    ]  # fmt: skip
    rows = [Row(number, (Cell("Amal"), cell)) for number, cell in enumerate(cells, 2)]
    people = read_table([header, *rows], "OM")
    assert [one.read.number for one in people.entries] == [None] * 5 + ["+96892123456"]


cell = st.one_of(
    st.sampled_from(
        ["", "Amal", "Name", "Phone", "Total", "92123456", "90000012", "965 9912 3456", "15/03/2024", "12"]
    ),
    st.text(alphabet="0123456789+ -/.,;()aبA@:", max_size=20),
)


@given(st.lists(st.lists(cell, max_size=4), max_size=12), st.sampled_from(["OM", "ZA", "GB", ""]))
def test_no_row_vanishes_none_is_invented_and_the_counts_add_up(records: list[list[str]], country: str) -> None:
    people = read(*records, country=country)
    rows = {one.row for one in people.entries}
    assert rows | set(people.nobody) == set(range(1, len(records) + 1))
    assert not rows & set(people.nobody)
    counts = people.counts()
    assert counts.pop("rows") == sum(counts.values()) == len(people.entries)
    sent = [one.read.number for one in people.entries if one.verdict.value in ("ready", "repaired")]
    assert len(sent) == len(set(sent))
