"""Are lists of people read: the readers are loaded when somebody brings a list, and their parts in C by odd names."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.build_check.check import expect

if TYPE_CHECKING:
    from smsdesk.importing.base import Book

_COUNTRY = "OM"
_HEADER = ("الاسم", "الهاتف")
_PEOPLE = (("أمل", "90000012"), ("هدى", "90000013"), ("سعيد", "90000014"))
_CODE_PAGE = "cp1256"
"""What Excel writes a CSV in on an Arabic Windows."""


def lists_of_people() -> str:
    """Write a workbook and read it again; read a CSV in Arabic whose code page has to be found out."""
    from smsdesk.exporting.table_file import write_table
    from smsdesk.importing.registry import open_book, open_bytes

    with tempfile.TemporaryDirectory(prefix="smsdesk-build-check-", ignore_cleanup_errors=True) as folder:
        workbook = Path(folder) / "people.xlsx"
        write_table(workbook, _HEADER, iter(_PEOPLE))
        _expect_everybody(open_book(workbook), "the workbook")
    text = "\r\n".join(",".join(row) for row in (_HEADER, *_PEOPLE))
    csv = open_bytes("people.csv", text.encode(_CODE_PAGE))
    _expect_everybody(csv, f"the CSV, taken for {csv.encoding},")
    return f"XLSX, CSV in {csv.encoding}"


def _expect_everybody(book: Book, what: str) -> None:
    names = tuple(entry.name for entry in book.people(_COUNTRY).entries)
    expect(names == tuple(name for name, _ in _PEOPLE), f"{what} shows {', '.join(names) or 'nobody'}")
