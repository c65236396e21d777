"""The problem rows as a file: mended there, dropped again, and read as what they are."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.phone_numbers import Verdict
from smsdesk.exporting.problem_rows import ProblemRow, Titles, save_problem_rows
from smsdesk.importing.registry import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from smsdesk.domain.people.entries import Entry

ROWS = [
    ProblemRow("Yousef Karim", "9000 001", "A digit is missing", (("Grade", "5B"), ("Balance", "-12"))),
    ProblemRow("=1+1", "+44 7700 900 12", "A digit is missing", (("Grade", "6A"),)),
    ProblemRow("ليلى حامد", "", "There is no number in this row"),
]
BOTH = pytest.mark.parametrize("ending", ["csv", "xlsx"])


def people(path: Path) -> tuple[Entry, ...]:
    return open_book(path).people("OM").entries


@BOTH
def test_every_row_comes_back_with_its_name_number_and_fields(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows.{ending}"
    save_problem_rows(path, ROWS, Titles())
    yousef, formula, laila = people(path)
    assert (yousef.name, yousef.typed, yousef.verdict) == ("Yousef Karim", "9000 001", Verdict.ATTENTION)
    assert dict(yousef.extras) == {
        "Grade": "5B", "Balance": "-12" if ending == "xlsx" else "'-12", "What to mend": "A digit is missing",
    }  # fmt: skip
    assert formula.name == "1+1"
    assert formula.typed.removeprefix("'") == "+44 7700 900 12"
    assert (laila.name, laila.typed, laila.verdict) == ("ليلى حامد", "", Verdict.ATTENTION)


@BOTH
@pytest.mark.parametrize(
    ("mended", "number"),
    [
        ("+968 9000 0012", "+96890000012"), ("+96590000044", "+96590000044"), ("+44 7700 900123", "+447700900123"),
        ("0096890000013", "+96890000013"), ("90000014", "+96890000014"), ("96890000012", "+96890000012"),
    ],
)  # fmt: skip
def test_a_mended_number_reads_back_as_that_number(tmp_path: Path, ending: str, mended: str, number: str) -> None:
    path = tmp_path / f"rows.{ending}"
    save_problem_rows(path, [ProblemRow("Amal", mended, "Why"), *ROWS], Titles())
    assert people(path)[0].read.number == number


@BOTH
def test_arabic_titles_are_found_again(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows.{ending}"
    save_problem_rows(path, ROWS, Titles("الاسم", "الرقم", "ما يلزم تصحيحه"))
    assert next((one.name, one.typed) for one in people(path)) == ("Yousef Karim", "9000 001")


def test_what_an_earlier_file_said_is_said_anew(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    save_problem_rows(path, ROWS, Titles())
    again = [ProblemRow(one.name, one.typed, "Still wrong", one.extras) for one in people(path)]
    save_problem_rows(path, again, Titles())
    assert [column.header for column in open_book(path).people("OM").columns] == [
        "Name", "Number", "Grade", "Balance", "What to mend",
    ]  # fmt: skip
    assert {dict(one.extras)["What to mend"] for one in people(path)} == {"Still wrong"}


def test_columns_of_one_header_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    fields = (("Note", "one"), ("Note", "two"), ("", "three"))
    save_problem_rows(path, [ProblemRow("Amal", "9000 001", "Why", fields)], Titles())
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows == [["Name", "Number", "Note", "Note", "", "What to mend"],
                    ["Amal", "9000 001", "one", "two", "three", "Why"]]  # fmt: skip


def test_excel_is_told_that_it_is_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    save_problem_rows(path, ROWS, Titles())
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "ليلى حامد" in path.read_text("utf-8-sig")
