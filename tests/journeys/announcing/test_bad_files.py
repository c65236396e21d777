"""Files that no list can come from: each is answered in words in the window, which goes on."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsdesk.importing import preview
from tests.helpers.waiting import until
from tests.helpers.window.import_dialog import Importer
from tests.helpers.workbooks import row, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.helpers.window.operator import OpenDemo, Operator

ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2_000)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(400)


def bomb() -> bytes:
    rows = row(1, 90000012) * 20_000
    return xlsx(rows for _ in range(250))


def a_line_of_200_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
        file.seek(0)
        file.write(b"90000012 ")


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        ("bomb.xlsx", lambda path: path.write_bytes(bomb()), "unpacked it would be too large"),
        ("entities.xlsx", lambda path: path.write_bytes(xlsx([row(1, "&b;")], doctype=ENTITIES)), "holds definitions"),
        ("secret.xlsx", lambda path: path.write_bytes(PROTECTED), "protected by a password"),
        ("picture.csv", lambda path: path.write_bytes(PNG), "neither a spreadsheet, nor text, nor contacts"),
        ("line.txt", a_line_of_200_megabytes, "too large"),
        ("long.txt", lambda path: path.write_bytes(b"9" * 2_000_000), "far too long to be a person"),
        ("empty.csv", lambda path: path.write_bytes(b""), "it is empty"),
        ("torn.xlsx", lambda path: path.write_bytes(xlsx([row(1, "Amal", 90000012)])[:-40]), "damaged"),
        ("folder", Path.mkdir, "is a folder"),
        ("gone.csv", lambda _path: None, "is not there any more"),
    ],
)
async def test_a_file_that_is_no_list_is_told_and_the_next_one_comes(
    open_demo: OpenDemo, tmp_path: Path, name: str, make: Callable[[Path], object], told: str
) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    make(tmp_path / name)
    good = tmp_path / "good.csv"
    good.write_bytes(b"Name,Mobile\nAmal,9000 0012\n")
    operator.program.desks.open_files([tmp_path / name, good])
    said = await importer.refused()
    assert told in said
    assert name in said
    assert not importer.button("takePeopleButton").isEnabled()
    assert importer.button("cancelImportButton").text() == "Close"
    importer.press("cancelImportButton")
    await importer.read("Take 1 person", of="good.csv")
    importer.press("takePeopleButton")
    await importer.closed()
    await operator.until(lambda: operator.window.recipients.ready == 1)


async def test_macros_are_not_run_and_their_workbook_is_read(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    path = tmp_path / "people.xlsm"
    path.write_bytes(xlsx([row(1, "Name", "Mobile"), row(2, "Amal", 90000012)], more={"xl/vbaProject.bin": "macros"}))
    operator.program.desks.open_files([path])
    await Importer(operator.window).read("Take 1 person")
    Importer(operator.window).press("cancelImportButton")


async def test_a_header_alone_is_nobody_and_names_alone_can_be_mended(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    (tmp_path / "header.csv").write_bytes(b"Name,Mobile\n")
    (tmp_path / "names.csv").write_bytes(b"Name,Class\nAmal Said,1A\nBadr Ali,1B\n")
    operator.program.desks.open_files([tmp_path / "header.csv", tmp_path / "names.csv"])
    await operator.until(lambda: operator.sees("importEmpty"))
    assert "nobody in it" in importer.label("importEmpty").text()
    assert not importer.button("takePeopleButton").isEnabled()
    importer.press("cancelImportButton")
    await importer.read("Take 2 rows to mend", of="names.csv")
    assert [row[-2:] for row in importer.rows()] == [("nobody yet", "No number in this line")] * 2
    importer.press("bringAlongCheck")
    assert not importer.button("takePeopleButton").isEnabled()
    importer.press("bringAlongCheck")
    importer.press("takePeopleButton")
    await importer.closed()
    await operator.until(lambda: operator.window.recipients.problems == 2)


async def test_a_file_that_may_not_be_read_is_told(
    open_demo: OpenDemo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a file that Excel holds open on Windows: it can't be opened."""
    operator = open_demo()
    path = tmp_path / "held.csv"
    path.write_bytes(b"90000012\n")
    opened = Path.open

    def held(file: Path, mode: str = "r") -> object:
        if file == path:
            raise PermissionError(13, "held")
        return opened(file, mode)

    monkeypatch.setattr(Path, "open", held)
    operator.program.desks.open_files([path])
    said = await Importer(operator.window).refused()
    assert "another program holds it" in said
    assert "Close it there and try again" in said
    Importer(operator.window).press("cancelImportButton")


async def test_a_file_that_vanishes_while_it_is_looked_at_is_there_all_the_same(
    open_demo: OpenDemo, tmp_path: Path
) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name,Mobile,Mobile 2\nAmal,9000 0012,9000 0031\n")
    operator.program.desks.open_files([path])
    await importer.read("Take 2 people")
    path.unlink()
    importer.choose("roleCombo3", "Keep")
    await importer.read("Take 1 person")
    importer.choose("importEncodingCombo", "UTF-8")
    await importer.read("Take 2 people")
    importer.press("cancelImportButton")


class Slow:
    """A disk that gives nothing until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.go = threading.Event()
        self.given = threading.Event()

    def read(self, _path: Path) -> bytes:
        self.asked.set()
        self.go.wait()
        self.given.set()
        return b"Name,Mobile\nAmal,9000 0012\n"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(preview, "read_bytes", slow.read)
    yield slow
    slow.go.set()
    until(lambda: not any(thread.name == "smsdesk-importing" for thread in threading.enumerate()))


async def test_a_file_that_takes_long_says_so_and_can_be_given_up_at_once(
    open_demo: OpenDemo, tmp_path: Path, slow: Slow
) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    operator.program.desks.open_files([tmp_path / "far away.xlsx"])
    await operator.until(slow.asked.is_set)
    assert importer.label("importProgressText").text() == "Reading far away.xlsx…"
    assert not importer.button("takePeopleButton").isEnabled()
    assert not importer.button("stopReadingButton").isVisible()
    importer.press("cancelImportButton")
    await importer.closed()
    slow.go.set()
    await operator.until(slow.given.is_set)
    assert operator.rows("recipientsTable") == []


async def test_leaving_while_a_file_is_read_waits_for_nothing(open_demo: OpenDemo, tmp_path: Path, slow: Slow) -> None:
    operator = open_demo()
    operator.program.desks.open_files([tmp_path / "far away.xlsx"])
    await operator.until(slow.asked.is_set)
    Importer(operator.window).dialog.reject()
    await operator.leave()
    assert not slow.given.is_set()


async def test_while_it_is_read_again_the_rows_before_can_be_kept(
    open_demo: OpenDemo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    path = tmp_path / "people.csv"
    path.write_bytes(b"Name,Mobile\n" + b"Amal,9000 0012\n" * 3_000)
    operator.program.desks.open_files([path])
    await importer.read("Take 1 person")
    await read_again_slowly(operator, importer, monkeypatch)
    importer.press("stopReadingButton")
    assert importer.button("takePeopleButton").text() == "&Take 1 person"
    assert importer.roles() == ["Name", "Number"]
    importer.press("cancelImportButton")


async def read_again_slowly(operator: Operator, importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    began, go = threading.Event(), threading.Event()
    reading = preview.ChosenFile.read

    def read(file: preview.ChosenFile, *wished: object) -> object:
        began.set()
        go.wait()
        return reading(file, *wished)

    monkeypatch.setattr(preview.ChosenFile, "read", read)
    importer.choose("roleCombo2", "Keep")
    await operator.until(began.is_set)
    await operator.until(importer.button("stopReadingButton").isVisible)
    go.set()
