"""A table read otherwise than it is recognised, because the user said so."""

from __future__ import annotations

import pytest

from smsdesk.domain.people.columns import TableChoice
from smsdesk.domain.people.header_words import Role
from smsdesk.domain.people.table import read_table, rows_of

HEADER = ["Name", "Home phone", "Mobile", "Class", "Civil ID"]
AMAL = ["Amal", "9000 0031", "9000 0012", "1A", "1234567"]
BADR = ["Badr", "9000 0044", "", "1B", ""]
HIND = ["Hind", "9000 0045", "-", "", ""]


def numbers(*records: list[str], choice: TableChoice) -> list[tuple[int, str, str | None]]:
    people = read_table(rows_of(records), "OM", choice)
    return [(one.row, one.name, one.read.number) for one in people.entries]


def roles(text: str) -> TableChoice:
    return TableChoice(roles=tuple(map(Role, text.split(", "))))


def test_of_several_numbers_each_is_a_person_unless_one_stands_in_for_the_others() -> None:
    every = [(2, "Amal", "+96890000012"), (2, "Amal", "+96890000031"), (3, "Badr", "+96890000044")]
    assert numbers(HEADER, AMAL, BADR, choice=TableChoice()) == every
    chosen = roles("name, number if empty, number, group, other")
    assert numbers(HEADER, AMAL, BADR, HIND, choice=chosen) == [
        (2, "Amal", "+96890000012"),
        (3, "Badr", "+96890000044"),
        (4, "Hind", "+96890000045"),
    ]


def test_a_number_that_was_not_needed_stays_with_its_person() -> None:
    people = read_table(rows_of([HEADER, AMAL, BADR]), "OM", roles("name, number if empty, number, group, left out"))
    assert [one.extras for one in people.entries] == [
        (("Class", "1A"), ("Home phone", "9000 0031")),
        (("Class", "1B"),),
    ]


def test_two_that_stand_in_are_taken_in_their_order() -> None:
    choice = roles("name, number if empty, number if empty, other, other")
    assert numbers(HEADER, AMAL, BADR, choice=choice) == [(2, "Amal", "+96890000031"), (3, "Badr", "+96890000044")]


def test_a_column_that_nobody_would_take_for_numbers_is_read_when_the_user_says_so() -> None:
    records = [["Ref", "Who"], ["9000 0012", "Amal"], ["none", "Badr"]]
    choice = TableChoice(1, (Role.NUMBER, Role.NAME))
    assert numbers(*records, choice=choice) == [(2, "Amal", "+96890000012"), (3, "Badr", None)]


@pytest.mark.parametrize(("header_row", "first"), [(3, "Amal"), (0, "Name")])
def test_the_header_may_stand_elsewhere_or_nowhere(header_row: int, first: str) -> None:
    records = [["School"], [], HEADER, AMAL]
    chosen = (Role.NAME, Role.OTHER, Role.NUMBER)
    people = read_table(rows_of(records), "OM", TableChoice(header_row, chosen))
    assert people.header_row == header_row
    assert first in [one.name for one in people.entries]
    assert [column.header for column in people.columns] == (HEADER if header_row else [""] * 5)


def test_columns_that_nothing_was_chosen_for_hold_what_they_hold() -> None:
    people = read_table(rows_of([HEADER, AMAL]), "OM", TableChoice(roles=(Role.NAME, Role.OTHER)))
    assert [column.role.value for column in people.columns] == ["name", "other", "number", "group", "other"]
    assert len(read_table(rows_of([HEADER, AMAL]), "OM", TableChoice(roles=(Role.OTHER,) * 9)).columns) == 5


def test_whoever_waits_is_told_how_far_it_is_and_may_end_it() -> None:
    told: list[float] = []
    read_table(rows_of([AMAL] * 2_500), "OM", progress=told.append)
    assert told == [0, 0.4, 0.8]

    def enough(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_table(rows_of([AMAL]), "OM", progress=enough)
