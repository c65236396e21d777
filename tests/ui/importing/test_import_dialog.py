"""The dialog by itself: what it shows of a file, by keyboard, mirrored, with large fonts and in little room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTableView, QWidget

from smsdesk.importing.preview import ChosenFile, Wish
from smsdesk.ui.importing.import_dialog import ImportDialog
from smsdesk.ui.importing.watched import Watched
from smsdesk.ui.recipients.check_delegate import CheckDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = "Class;Name;Mobile;Mobile 2;Language;Wants no SMS"
PEOPLE = (
    "1A;Amal Said;9000 0012;9000 0031;ar;\n"
    "1A;Badr Ali;092123456;;en;\n"
    "2B;Hind Nasser;9000 001;;en;\n"
    "2B;Noor Salim;9000 0012;;ar;\n"
)


@pytest.fixture
def file(tmp_path: Path) -> ChosenFile:
    path = tmp_path / "Parents 2026.csv"
    path.write_text(f"{HEADER}\n{PEOPLE}", encoding="utf-8")
    return ChosenFile(path, {})


@pytest.fixture
def dialog(window: QWidget, file: ChosenFile) -> ImportDialog:
    """It is read whenever it wishes, and at once."""
    window.resize(1024, 700)
    dialog = ImportDialog(file.name, "OM", window)
    dialog.wished.connect(lambda wish: dialog.show_preview(file.read(wish)))
    dialog.open()
    dialog.begin()
    return dialog


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = QFont(before)
    font.setPointSize(18)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def button(dialog: ImportDialog, name: str) -> QAbstractButton:
    return dialog.findChild(QAbstractButton, name)


def roles(dialog: ImportDialog) -> list[QComboBox]:
    return [box for box in dialog.findChildren(QComboBox) if box.objectName().startswith("roleCombo")]


def placed(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def test_a_chip_shows_only_its_rows(dialog: ImportDialog) -> None:
    model = dialog.findChild(QTableView, "importTable").model()
    assert model.rowCount() == 5
    button(dialog, "chipAttention").click()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["Badr Ali", "Hind Nasser"]
    button(dialog, "chipAll").click()
    assert model.rowCount() == 5


def test_a_suggestion_is_taken_by_its_button_and_by_the_space_bar(dialog: ImportDialog, file: ChosenFile) -> None:
    taken: list[int] = []
    dialog.suggestion_taken.connect(taken.append)
    table = dialog.findChild(QTableView, "importTable")
    last = table.model().columnCount() - 1
    index = table.model().index(2, last)
    delegate = table.itemDelegateForColumn(last)
    assert isinstance(delegate, CheckDelegate)
    place = delegate.button_rect(table, index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert taken == [2]
    table.setFocus()
    table.setCurrentIndex(index)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert taken == [2, 2]
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert taken == [2, 2]
    dialog.show_preview(file.read(Wish("OM")).with_suggestion(2))
    assert table.model().index(2, last - 1).data() == "+968 9212 3456"
    assert button(dialog, "takePeopleButton").text() == "&Take 3 people"


def test_stepping_through_a_box_by_keyboard_keeps_the_focus(dialog: ImportDialog) -> None:
    box = roles(dialog)[3]
    box.setFocus()
    assert box.currentText() == "Also a number"
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (box.hasFocus(), box.currentText()) == (True, "If that is empty")
    assert button(dialog, "takePeopleButton").text() == "&Take 1 person"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.hasFocus(), box.currentText()) == (True, "Also a number")


def test_after_a_long_reading_the_focus_is_where_it_was(
    dialog: ImportDialog, file: ChosenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smsdesk.ui.importing.import_dialog._READ_AT_ONCE", 0)
    box = roles(dialog)[2]
    box.setFocus()
    dialog.show_reading(Watched())
    assert not box.isVisible()
    assert not button(dialog, "takePeopleButton").isEnabled()
    dialog.show_preview(file.read(Wish("OM")))
    assert box.hasFocus()


def test_tab_goes_from_the_options_over_the_boxes_to_the_buttons(dialog: ImportDialog) -> None:
    dialog.findChild(QComboBox, "importHeaderCombo").setFocus()
    seen = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    wanted = ["importEncodingCombo", "chipAll", "roleCombo1", "roleCombo6", "importTable"]
    wanted += ["bringAlongCheck", "saveProblemRowsButton"]
    assert [name for name in seen if name in wanted][: len(wanted)] == wanted, " ".join(seen)
    assert {"takePeopleButton", "cancelImportButton"} <= set(seen)


@pytest.mark.parametrize("shape", ["usual", "large", "mirrored"])
def test_the_table_gives_way_and_the_buttons_never(
    shape: str, window: QWidget, file: ChosenFile, request: pytest.FixtureRequest
) -> None:
    if shape != "usual":
        request.getfixturevalue(shape)
    window.resize(1024, 700)
    dialog = ImportDialog(file.name, "OM", window)
    dialog.open()
    dialog.resize(1024, 660)
    dialog.show_preview(file.read(Wish("OM")))
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (1024, 660)
    names = ("saveProblemRowsButton", "cancelImportButton", "takePeopleButton", "bringAlongCheck")
    shown: list[QWidget] = [button(dialog, name) for name in names]
    shown += [each for each in dialog.findChildren(QComboBox) if each.objectName().startswith("import")]
    table = dialog.findChild(QTableView, "importTable")
    for each in (*shown, table):
        if each.isVisible():
            assert dialog.rect().contains(placed(each, dialog)), each.objectName()
            assert each.width() >= min(each.minimumSizeHint().width(), each.maximumWidth()), each.objectName()
    header = table.horizontalHeader()
    for place, box in enumerate(roles(dialog), 1):
        column = header.mapTo(dialog, QPoint(header.sectionViewportPosition(place), 0)).x()
        assert column <= placed(box, dialog).left() <= column + header.sectionSize(place)
        assert box.width() >= box.sizeHint().width()


def test_a_typed_number_reads_from_left_to_right_in_a_mirrored_window(mirrored: None, dialog: ImportDialog) -> None:
    table = dialog.findChild(QTableView, "importTable")
    for place, typed in ((3, "9.6890000013E+10"), (4, "٩٠٠٠٠٠٥٩"), (7, "+968 9000 0012")):
        shown = table.itemDelegateForColumn(place).displayText(typed, QLocale())
        isolated = re.fullmatch("[\u2066\u2068](.*)\u2069", shown)
        assert isolated is not None, shown
        assert isolated[1] == typed


def test_what_was_wished_is_told_to_whoever_reads(window: QWidget, file: ChosenFile) -> None:
    dialog = ImportDialog(file.name, "OM", window)
    wishes: list[Wish] = []
    dialog.wished.connect(wishes.append)
    dialog.open()
    dialog.begin()
    assert wishes == [Wish("OM")]
    preview = file.read(wishes[0])
    dialog.show_preview(preview)
    country = dialog.findChild(QComboBox, "importCountryCombo")
    country.setCurrentIndex(country.findData("ZA"))
    country.setCurrentIndex(country.findData("ZA"))
    assert [wish.country for wish in wishes] == ["OM", "ZA"]
    assert wishes[1].choice == preview.choice
