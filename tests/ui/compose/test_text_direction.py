"""Where a text stands in its box, read off the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from smsdesk.ui.compose.text_direction import follow_direction

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def inked(edit: QPlainTextEdit) -> list[int]:
    picture = edit.viewport().grab().toImage()
    dark = [x for x in range(picture.width()) for y in range(20) if picture.pixelColor(x, y).lightness() < 100]
    return [min(dark), max(dark)]


def test_arabic_stands_at_the_right_and_english_at_the_left(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    follow_direction(edit)
    edit.resize(400, 100)
    edit.show()
    edit.setPlainText("مرحبا بكم")
    assert inked(edit)[0] > 200
    edit.setPlainText("Hello")
    assert inked(edit)[1] < 200
