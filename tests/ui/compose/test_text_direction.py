"""Where a text stands in its box, read off what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from smsdesk.ui.compose.text_direction import follow_direction

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTH = 400


@pytest.fixture
def edit(qtbot: QtBot) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    follow_direction(edit)
    edit.resize(WIDTH, 200)
    edit.show()
    return edit


def sides(edit: QPlainTextEdit) -> str:
    """For each paragraph, whether what is drawn of it stands at the left or at the right."""
    picture = edit.viewport().grab().toImage()
    found, block = "", edit.document().firstBlock()
    while block.isValid():
        area = edit.blockBoundingGeometry(block).translated(edit.contentOffset()).toRect()
        rows = range(area.top(), min(area.bottom(), picture.height()))
        dark = [x for y in rows for x in range(picture.width()) if picture.pixelColor(x, y).lightness() < 100]
        found += "-" if not dark else "L" if min(dark) < WIDTH - max(dark) else "R"
        block = block.next()
    return found


def test_each_paragraph_stands_where_its_first_letter_says(edit: QPlainTextEdit) -> None:
    edit.setPlainText("مرحبا بكم\nHello\n12 رسالة\nSMS رسالة\n(أهلًا) SMS")
    assert sides(edit) == "RLRLR"


def test_what_has_no_letter_stands_as_what_is_above_it(edit: QPlainTextEdit) -> None:
    edit.setPlainText("مرحبا\n08:30\nHello\n08:30")
    assert sides(edit) == "RRLL"


def test_it_follows_what_is_typed_and_another_width(edit: QPlainTextEdit) -> None:
    edit.setPlainText("Hello\nthere")
    assert sides(edit) == "LL"
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.insertPlainText("مرحبا ")
    assert sides(edit) == "RL"
    edit.resize(WIDTH - 30, 150)
    assert sides(edit) == "RL"


def test_a_click_meets_the_letter_that_is_seen(edit: QPlainTextEdit) -> None:
    edit.setPlainText("Hello\nمرحبا")
    right = edit.viewport().width() - 6
    row = round(edit.blockBoundingGeometry(edit.document().lastBlock()).center().y())
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right, row))
    assert edit.textCursor().position() == len("Hello\n")
    assert edit.cursorRect().x() > WIDTH // 2


@pytest.mark.usefixtures("mirrored")
def test_an_empty_text_begins_where_the_window_does(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    follow_direction(edit)
    edit.resize(WIDTH, 100)
    edit.show()
    edit.viewport().grab()
    assert edit.cursorRect().x() > WIDTH // 2
