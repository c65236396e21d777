from __future__ import annotations

import sys

import pytest

from smsdesk.build_check.check import Missing
from smsdesk.build_check.people_files import lists_of_people
from smsdesk.importing import csv_text


def test_a_workbook_and_a_csv_in_arabic_are_read() -> None:
    assert lists_of_people() == "XLSX, CSV in cp1256"


@pytest.mark.parametrize("library", ["python_calamine", "xlsxwriter", "charset_normalizer"])
def test_a_library_that_the_build_lost_fails_it(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError, match=library):
        lists_of_people()


def test_names_in_other_letters_fail_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "_code_page", lambda _data: "cp1252")
    with pytest.raises(Missing, match="taken for cp1252"):
        lists_of_people()
