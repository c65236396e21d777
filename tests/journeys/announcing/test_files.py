"""People come in from files: chosen, dropped, given with the start; looked at, changed and taken."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import xlsxwriter
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.helpers.window.import_dialog import Importer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.window.operator import OpenDemo, Operator

PARENTS = [
    ["Class", "Name", "Mobile", "Mobile 2"],
    ["1A", "Amal Said", "9000 0012", ""],
    ["1A", "Badr Ali", "", "9000 0059"],
    ["1B", "Omar Zaki", "9000 001", ""],
    ["2A", "Noor Salim", "9000 0012", "9000 0097"],
    ["2A", "Hind Nasser", "9.6890000013E+10", ""],
]


def workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Grade 1")
        for place, record in enumerate(PARENTS):
            for column, text in enumerate(record):
                sheet.write_string(place, column, text)
        sheet.set_row(2, None, None, {"hidden": True})
        staff = book.add_worksheet("Staff")
        staff.write_row(0, 0, ["Sami", "9000 0077"])
        book.add_worksheet("Empty")
    return path


def text_file(path: Path, *people: str) -> Path:
    path.write_text("Name;Mobile\n" + "".join(f"{each}\n" for each in people), encoding="utf-8")
    return path


def listed(operator: Operator) -> list[str]:
    return [row[0] for row in operator.rows("recipientsTable")]


def drop_on(widget: QWidget, *paths: Path, text: str = "") -> bool:
    """Drop files or a text; gives whether they were taken."""
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(widget, entered)
    dropped = QDropEvent(QPointF(5, 5), action, data, button, none)
    QApplication.sendEvent(widget, dropped)
    return entered.isAccepted() and dropped.isAccepted()


async def test_a_workbook_is_looked_at_and_its_people_are_taken(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    operator.program.desks.open_files([workbook(tmp_path / "Parents 2026.xlsx")])
    await importer.read("Take 4 people")
    assert importer.dialog.windowTitle() == "Import people — Parents 2026.xlsx"
    assert importer.label("importNotices").text() == (
        "1 more sheet of this workbook not read: Staff (1 row). "
        "Included: 1 row that the workbook hides or filters away."
    )
    assert importer.rows()[0] == ("2", "1A", "Amal Said", "9000 0012", "", "+968 9000 0012", importer.rows()[0][6])
    assert [row[5] for row in importer.rows()] == [
        "+968 9000 0012",
        "+968 9000 0059",
        "nobody yet",
        "with row 2",
        "+968 9000 0097",
        "+968 9000 0013",
    ]
    assert importer.roles() == ["Group", "Name", "Number", "Also a number"]
    importer.choose("roleCombo4", "If that is empty")
    await importer.read("Take 3 people")
    importer.press("takePeopleButton")
    await importer.closed()
    await operator.until(lambda: operator.window.recipients.ready == 3)
    assert operator.window.recipients.problems == 1
    assert {"Amal Said", "Badr Ali", "Omar Zaki", "Hind Nasser"} <= set(listed(operator))
    operator.press("undoButton")
    assert listed(operator) == []


async def test_what_needs_attention_stays_out_when_nobody_wants_it(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    operator.program.desks.open_files([workbook(tmp_path / "people.xlsx")])
    await importer.read("Take 4 people")
    assert importer.button("bringAlongCheck").text() == "&Bring along 1 row that needs attention"
    importer.press("bringAlongCheck")
    importer.press("takePeopleButton")
    await importer.closed()
    await operator.until(lambda: operator.window.recipients.ready == 4)
    assert operator.window.recipients.problems == 0


async def test_what_was_changed_is_remembered_for_the_next_file_and_can_be_read_afresh(
    open_demo: OpenDemo, tmp_path: Path
) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    operator.program.desks.open_files([workbook(tmp_path / "May.xlsx"), workbook(tmp_path / "June.xlsx")])
    await importer.read("Take 4 people")
    importer.choose("roleCombo4", "Leave out")
    await importer.read("Take 2 people")
    assert not importer.button("readAfreshButton").isVisible()
    importer.press("takePeopleButton")
    await importer.read("Take 2 people", of="June.xlsx")
    assert importer.roles() == ["Group", "Name", "Number", "Leave out"]
    importer.press("readAfreshButton")
    await importer.read("Take 4 people")
    assert not importer.button("readAfreshButton").isVisible()
    importer.press("takePeopleButton")
    await importer.closed()
    assert operator.program.settings.import_choices == {}
    assert operator.program.settings.import_folder == str(tmp_path)


async def test_files_are_dropped_on_the_list_on_the_message_or_anywhere(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    one = text_file(tmp_path / "one.csv", "Amal;9000 0012")
    for target in (operator.window, operator.message.viewport(), operator.paste_box.viewport()):
        assert drop_on(target, one)
        await importer.read("Take 1 person")
        importer.press("cancelImportButton")
        await importer.closed()
    assert (operator.message.toPlainText(), operator.paste_box.toPlainText(), listed(operator)) == ("", "", [])
    assert drop_on(operator.message.viewport(), text="Dear parents")
    assert operator.message.toPlainText() == "Dear parents"


async def test_several_files_come_one_after_the_other(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    names = ("Amal", "Badr", "Hind")
    files = [text_file(tmp_path / f"{name}.csv", f"{name};9000 001{at}") for at, name in enumerate(names)]
    operator.program.desks.open_files(files)
    for name, button in zip(names, ("takePeopleButton", "cancelImportButton", "takePeopleButton"), strict=True):
        await importer.read("Take 1 person", of=f"{name}.csv")
        importer.press(button)
    await importer.closed()
    await operator.until(lambda: listed(operator) == ["Amal", "Hind"])


async def test_the_menu_lets_choose_files_where_the_last_one_was(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    operator.program.settings.import_folder = str(tmp_path)
    text_file(tmp_path / "people.csv", "Amal;9000 0012")
    operator.trigger("&Import people…")
    dialog = operator.find(QFileDialog, "importFileDialog")
    assert dialog.directory().absolutePath() == str(tmp_path)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(tmp_path / "people.csv")])
    dialog.reject()
    await Importer(operator.window).read("Take 1 person")
    Importer(operator.window).press("cancelImportButton")


async def test_another_country_sheet_and_encoding_are_read_at_once(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    south = tmp_path / "south.csv"
    south.write_bytes("Name,Mobile\nأمل,083 000 0012\n".encode("cp1256"))
    operator.program.desks.open_files([south, workbook(tmp_path / "people.xlsx")])
    await importer.read("Take 1 row to mend")
    importer.combo("importCountryCombo").set_country("ZA")
    await importer.read("Take 1 person")
    importer.choose("importEncodingCombo", "Western (Windows, cp1252)")
    await operator.until(lambda: importer.rows()[0][1] == "Ããá")
    importer.choose("importEncodingCombo", "Arabic (Windows, cp1256)")
    await operator.until(lambda: importer.rows()[0][1] == "أمل")
    importer.press("takePeopleButton")
    await importer.read("Take 4 people", of="people.xlsx")
    await operator.until(lambda: [row.number for row in operator.window.recipients.listed()] == ["+27830000012"])
    assert not importer.combo("importEncodingCombo").isVisible()
    importer.choose("importSheetCombo", "Staff (1 row)")
    await importer.read("Take 1 person")
    importer.choose("importHeaderCombo", "1")
    await operator.until(lambda: importer.rows() == [])
    assert "nobody in it" in importer.label("importEmpty").text()
    importer.press("cancelImportButton")


async def test_the_problem_rows_are_saved_to_be_mended_and_come_in_again(open_demo: OpenDemo, tmp_path: Path) -> None:
    operator = open_demo()
    importer = Importer(operator.window)
    operator.program.desks.open_files([workbook(tmp_path / "people.xlsx")])
    await importer.read("Take 4 people")
    importer.press("saveProblemRowsButton")
    (dialog,) = importer.dialog.findChildren(QFileDialog, "problemRowsFileDialog")
    dialog.fileSelected.emit(str(tmp_path / "mend.csv"))
    dialog.reject()
    await operator.until((tmp_path / "mend.csv").exists)
    importer.press("cancelImportButton")
    await importer.closed()
    with (tmp_path / "mend.csv").open(encoding="utf-8-sig", newline="") as file:
        header, record = csv.reader(file)
    assert header == ["Name", "Number", "Class", "What to mend"]
    assert record[:3] == ["Omar Zaki", "9000 001", "1B"]
    mended = (tmp_path / "mend.csv").read_text(encoding="utf-8-sig").replace("9000 001", "9000 0018")
    (tmp_path / "mend.csv").write_text(mended, encoding="utf-8-sig")
    operator.program.desks.open_files([tmp_path / "mend.csv"])
    await importer.read("Take 1 person")
    importer.press("takePeopleButton")
    await importer.closed()
    await operator.until(lambda: [row.number for row in operator.window.recipients.listed()] == ["+96890000018"])
