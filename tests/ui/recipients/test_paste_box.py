"""The field that takes people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QSignalSpy, QTest

from smsdesk.ui.recipients.paste_box import PasteBox
from tests.helpers.window.people_card import files, text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(qtbot: QtBot) -> PasteBox:
    box = PasteBox()
    qtbot.addWidget(box)
    return box


def test_it_is_one_line_high_and_grows_to_three(box: PasteBox) -> None:
    heights = []
    for lines in (1, 2, 3, 4, 1):
        box.setPlainText("\n".join(["90000012"] * lines))
        heights.append(box.height())
    line = box.fontMetrics().lineSpacing()
    assert [round((height - heights[0]) / line) for height in heights] == [0, 1, 2, 2, 0]
    assert heights[0] < 2 * line + 8


def test_enter_adds_and_shift_enter_makes_a_line(box: PasteBox) -> None:
    told = QSignalSpy(box.entered)
    QTest.keyClicks(box, "90000012")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert box.toPlainText() == "90000012\n"
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert told.count() == 2
    assert box.toPlainText() == "90000012\n"


def test_text_is_written_and_files_are_given_away(box: PasteBox, tmp_path: Path) -> None:
    told = QSignalSpy(box.files_pasted)
    file = files(tmp_path / "staff.xlsx")
    assert box.canInsertFromMimeData(file)
    box.insertFromMimeData(file)
    box.insertFromMimeData(text("90000012"))
    assert box.toPlainText() == "90000012"
    assert [told.at(at)[0] for at in range(told.count())] == [[tmp_path / "staff.xlsx"]]
    assert not box.canInsertFromMimeData(QMimeData())


def test_a_long_text_is_not_looked_through_here(box: PasteBox) -> None:
    told = QSignalSpy(box.long_pasted)
    long = "90000012\n" * 20_000
    box.insertFromMimeData(text(long))
    assert [told.at(at)[0] for at in range(told.count())] == [long]
    assert box.toPlainText() == ""
