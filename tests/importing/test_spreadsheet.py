from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
import xlwt

from smsdesk.domain.errors import UserFacingError
from smsdesk.importing.registry import open_bytes
from tests.helpers.workbooks import ods, ods_row, row, xlsx

if TYPE_CHECKING:
    from smsdesk.importing.base import Book

AMAL, SAID = "+96890000012", "+96890000031"


def written(*, macro: bool = False) -> bytes:
    """A workbook as an office has it: a title, blank rows, dates, a formula, a hidden row and a hidden sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("People")
        date = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write("B2", "Class 4B")
        sheet.write_row("B4", ["Name", "Mobile", "Paid on"])
        sheet.write_row("B5", ["Amal", 96890000012])
        sheet.write_datetime("D5", datetime.datetime(2024, 3, 15), date)
        sheet.write_row("B6", ["Huda", 90000017.5])
        sheet.write("B7", "Nasser")
        sheet.write_datetime("C7", datetime.datetime(2024, 3, 15), date)
        sheet.write_row("B8", ["Maryam", True])
        sheet.write("B9", "Said")
        sheet.write_formula("C9", '="90000031"', None, "90000031")
        sheet.set_row(8, None, None, {"hidden": True})
        other = book.add_worksheet("Last year")
        other.write("A1", "90000045")
        other.hide()
        if macro:
            book.set_vba_name("ThisWorkbook")
    return file.getvalue()


def sent(book: Book) -> list[tuple[int, str, str | None]]:
    return [(one.row, one.name, one.read.number) for one in book.people("OM").entries]


def test_a_workbook_is_read_by_the_rows_that_the_spreadsheet_shows() -> None:
    book = open_bytes("people.xlsx", written())
    assert sent(book) == [
        (5, "Amal", AMAL),
        (6, "Huda", None),
        (7, "Nasser", None),
        (8, "Maryam", None),
        (9, "Said", SAID),
    ]
    assert book.people("OM").entries[0].extras == (("Paid on", "2024-03-15"),)


def test_hidden_rows_and_other_sheets_are_told_of() -> None:
    book = open_bytes("people.xlsx", written())
    assert [(sheet.name, sheet.hidden, sheet.hidden_rows) for sheet in book.sheets] == [
        ("People", False, 1),
        ("Last year", True, 0),
    ]
    assert [str(notice) for notice in book.notices] == [
        "1 other sheet of this workbook not read",
        "1 row hidden or filtered away in the sheet",
    ]


def test_a_sheet_may_be_chosen() -> None:
    book = open_bytes("people.xlsx", written())
    assert [one.read.number for one in book.people("OM", 1).entries] == ["+96890000045"]


def test_the_older_kind_of_workbook_is_read() -> None:
    old = xlwt.Workbook()
    sheet = old.add_sheet("People")
    for number, (name, phone) in enumerate([("Name", "Phone"), ("Amal", 90000012), ("Said", "9000 0031")]):
        sheet.write(number, 0, name)
        sheet.write(number, 1, phone)
    file = io.BytesIO()
    old.save(file)
    assert sent(open_bytes("people.csv", file.getvalue())) == [(2, "Amal", AMAL), (3, "Said", SAID)]


def test_a_workbook_of_libreoffice_is_read() -> None:
    rest = '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
    rows = ods_row("Name", "Phone") + ods_row("Amal", 90000012) + ods_row("Said", "9000 0031") + rest
    assert sent(open_bytes("people.ods", ods(rows))) == [(2, "Amal", AMAL), (3, "Said", SAID)]


def test_macros_are_left_alone_and_the_cells_are_read() -> None:
    more = {"xl/vbaProject.bin": "not run, not even looked at"}
    assert sent(open_bytes("people.xlsm", xlsx([row(1, "Amal", 90000012)], more=more))) == [(1, "Amal", AMAL)]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (ods("", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4000, "damaged, or no workbook"),
        (xlsx([row(1, "Amal", 90000012)])[:700], "damaged, or no workbook"),
        (xlsx([]), "its sheets are empty"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(data: bytes, why: str) -> None:
    with pytest.raises(UserFacingError, match=why):
        open_bytes("people.xlsx", data)
