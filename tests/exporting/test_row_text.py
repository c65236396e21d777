"""Rows as text for the clipboard: cells for a spreadsheet, and the same people when they come back."""

from __future__ import annotations

from smsdesk.domain.pasted_text import split_pasted
from smsdesk.domain.recipients.rows import Reader, RecipientRow
from smsdesk.exporting.row_text import text_of

OMAN = Reader("OM")


def test_a_row_is_name_number_and_fields_with_tabs_between() -> None:
    rows = [OMAN.row("90000012", "Amal", (("Grade", "5B"), ("Note", "by\tbus\nat 7"))), OMAN.row("9000 001")]
    assert text_of(rows) == "Amal\t+968 9000 0012\t5B\tby bus at 7\n\t9000 001"


def test_the_same_people_come_back() -> None:
    rows = [OMAN.row("90000012", "Amal"), OMAN.row("+27 83 000 0012", "ليلى"), OMAN.row("9000 001", "Omar")]
    back = split_pasted(text_of(rows), "ZA")
    assert [(one.name, one.read.number) for one in back[:2]] == [("Amal", "+96890000012"), ("ليلى", "+27830000012")]
    assert (back[2].name, back[2].typed) == ("Omar", "9000 001")


def test_no_name_and_no_field_begins_a_formula() -> None:
    row = RecipientRow("9000 001", "=1+1", OMAN.row("9000 001").read, fields=(("Note", "@SUM(1)"),))
    assert text_of([row]) == "'=1+1\t9000 001\t'@SUM(1)"


def test_of_very_many_the_numbers_are_not_grouped_and_mean_the_same() -> None:
    lines = text_of([OMAN.row("90000012", "Amal")] * 1_000).splitlines()
    assert len(lines) == 1_000
    assert {one.read.number for one in split_pasted(lines[0], "ZA")} == {"+96890000012"}
