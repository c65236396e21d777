"""A table on disk: nothing in it is a formula, and an older file is never lost."""

from __future__ import annotations

import csv
import errno
import io
import re
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.people.table import CellKind
from smsdesk.exporting.table_file import guarded, guarded_number, write_table
from smsdesk.importing.registry import open_book
from tests.helpers.scanner import held_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ["Name", "Number"]
FORMULAS = ['=HYPERLINK("http://x.example","Amal")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "  =1+1", "＝1+1"]

pytestmark = pytest.mark.parametrize("ending", ["csv", "xlsx"])


def written(path: Path, *rows: list[str]) -> Path:
    write_table(path, HEADER, rows, numbers=(1,))
    return path


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_no_cell_begins_a_formula(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    write_table(path, [*HEADER, "=1+1"], [[text, text, text] for text in FORMULAS])
    if ending == "csv":
        cells = [cell for row in csv_rows(path) for cell in row]
        assert len(cells) == 3 * len(FORMULAS) + 3
        assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝")] == []
    else:
        with zipfile.ZipFile(path) as parts:
            sheet, styles = (parts.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
        assert "<f>" not in sheet
        assert set(re.findall(r'<c [^>]*t="(\w+)"', sheet)) == {"inlineStr"}
        assert len(re.findall("<c ", sheet)) == 3 * len(FORMULAS) + 3
        assert 'quotePrefix="1"' in styles  # still text when the cell was edited


def test_what_is_harmless_stays_as_it_came(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"out.{ending}", ['Amal, "Umm" Said', "9000 001"], ["بدر\nعلي", "90000012"])
    sheet = open_book(path).sheets[0]
    assert [[cell.text for cell in row.cells] for row in sheet.rows if not row.blank] == [
        HEADER,
        ['Amal, "Umm" Said', "9000 001"],
        ["بدر\nعلي", "90000012"],
    ]


def test_digits_that_a_spreadsheet_would_drop_stay(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"out.{ending}", ["Amal", "0090000012"], ["Badr", "968900000120"])
    if ending == "csv":
        assert [row[1] for row in csv_rows(path)[1:]] == ["'0090000012", "'968900000120"]
    else:
        with zipfile.ZipFile(path) as parts:
            assert 'formatCode="@"' in parts.read("xl/styles.xml").decode()  # text
        assert [row.cells[1] for row in open_book(path).sheets[0].rows[1:]] == [
            ("0090000012", CellKind.TEXT),
            ("968900000120", CellKind.TEXT),
        ]


def test_characters_that_no_file_can_hold_become_spaces(tmp_path: Path, ending: str) -> None:
    path = written(tmp_path / f"out.{ending}", ["A\0mal\x0b\u2028Said", "9000 001"])
    assert open_book(path).sheets[0].rows[1].cells[0].text == "A mal  Said"


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    path.write_bytes(b"older")
    path.chmod(0o640)
    written(path, ["Amal", "9000 001"])
    assert open_book(path).sheets[0].rows[1].cells[0].text == "Amal"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_stays_a_link(tmp_path: Path, ending: str) -> None:
    target, link = tmp_path / f"target.{ending}", tmp_path / f"link.{ending}"
    target.write_bytes(b"older")
    link.symlink_to(target)
    written(link, ["Amal", "9000 001"])
    assert link.is_symlink()
    assert target.read_bytes() != b"older"


def test_a_failure_in_between_leaves_the_older_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    path.write_bytes(b"older")

    def rows() -> Iterator[list[str]]:
        yield ["Amal", "9000 001"]
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(UserFacingError) as told:
        write_table(path, HEADER, rows())
    assert str(told.value).startswith(f"There is no room left to save “out.{ending}”. Make some room")
    assert path.read_bytes() == b"older"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
def test_a_full_disk_is_a_sentence(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.with_name", lambda _path, _name: _path.parent / "beside")
    (tmp_path / "beside").symlink_to("/dev/full")
    path = tmp_path / f"out.{ending}"
    with pytest.raises(UserFacingError, match="There is no room left"):
        written(path, *[["Amal", "9000 001"]] * 5000)
    assert not path.exists()


def test_what_is_in_the_way_is_a_sentence(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"folder.{ending}").mkdir()
    for path, what in {
        tmp_path / f"folder.{ending}": f"“folder.{ending}” is a folder.",
        tmp_path / "gone" / f"out.{ending}": f"“out.{ending}” can't be saved: its folder is not there any more.",
        tmp_path / f"{'x' * 300}.{ending}": "could not be saved",
    }.items():
        with pytest.raises(UserFacingError, match=re.escape(what)):
            written(path, ["Amal", "9000 001"])


def test_a_file_that_another_program_holds_is_a_sentence(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_names: object) -> None:  # as Windows answers while Excel has it open
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    path = tmp_path / f"out.{ending}"
    path.write_bytes(b"older")
    monkeypatch.setattr("pathlib.Path.replace", held)
    monkeypatch.setattr("smsdesk.files.replacing._PAUSES_S", ())
    with pytest.raises(UserFacingError, match="another program has it open"):
        written(path, ["Amal", "9000 001"])
    assert path.read_bytes() == b"older"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced_all_the_same(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"out.{ending}"
    path.write_bytes(b"older")
    pauses = held_for(monkeypatch, 2)
    written(path, ["Amal", "9000 001"])
    assert len(pauses) == 2
    assert path.read_bytes() != b"older"


def test_the_guard_is_an_apostrophe_and_only_where_it_is_needed(ending: str) -> None:
    assert ending
    assert [guarded(text) for text in ("Amal", "", "=1", "a=1", "\u200f=1")] == [
        "Amal", "", "'=1", "a=1", "'\u200f=1",
    ]  # fmt: skip
    assert [guarded_number(text) for text in ("90000012", "+96890000012", "0500", "96890000012", "")] == [
        "90000012", "'+96890000012", "'0500", "96890000012", "",
    ]  # fmt: skip
