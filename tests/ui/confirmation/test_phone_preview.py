"""The message as a phone shows it: every paragraph in its own direction, and all of it within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit

from smsdesk.ui.confirmation.phone_preview import PhonePreview

if TYPE_CHECKING:
    from tests.helpers.patient_bot import PatientBot

ENGLISH, ARABIC = "We close at noon.", "سنغلق ظهراً."


def shown(qtbot: PatientBot, text: str, size: QSize, sender: str = "ALNOORSCH") -> tuple[PhonePreview, QTextEdit]:
    preview = PhonePreview(text, sender, "Today 10:44")
    qtbot.addWidget(preview)
    preview.resize(size)
    qtbot.bring_up(preview)
    return preview, preview.findChild(QTextEdit, "previewText")


def begins_at_the_right(edit: QTextEdit, paragraph: int) -> bool:
    cursor = QTextCursor(edit.document().findBlockByNumber(paragraph))
    return edit.cursorRect(cursor).center().x() > edit.viewport().width() / 2


def test_every_paragraph_begins_where_its_language_does(qtbot: PatientBot) -> None:
    for direction in Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft:
        preview, edit = shown(qtbot, f"{ENGLISH}\n{ARABIC}\n{ENGLISH}", QSize(320, 400))
        preview.setLayoutDirection(direction)
        assert [begins_at_the_right(edit, paragraph) for paragraph in range(3)] == [False, True, False]


def test_the_bubble_stands_at_the_side_where_its_text_begins(qtbot: PatientBot) -> None:
    for text, right in ((ENGLISH, False), (ARABIC, True)):
        preview, edit = shown(qtbot, text, QSize(320, 400))
        middle = edit.mapTo(preview, edit.rect().center()).x()
        assert (middle > preview.width() / 2) is right


def test_a_short_message_takes_no_more_than_it_needs(qtbot: PatientBot) -> None:
    _, edit = shown(qtbot, ENGLISH, QSize(320, 400))
    assert edit.height() < 3 * edit.fontMetrics().lineSpacing()
    assert not edit.verticalScrollBar().isVisible()


def test_a_long_message_is_scrolled_from_its_beginning(qtbot: PatientBot) -> None:
    preview, edit = shown(qtbot, f"{ENGLISH}\n" * 60, QSize(320, 400))
    assert edit.verticalScrollBar().maximum() > 0
    assert edit.verticalScrollBar().value() == 0
    assert edit.mapTo(preview, edit.rect().bottomLeft()).y() < preview.height()
    assert edit.toPlainText() == f"{ENGLISH}\n" * 60


def test_markup_is_shown_as_it_is_written(qtbot: PatientBot) -> None:
    _, edit = shown(qtbot, "<b>Free</b> & easy", QSize(320, 400), "<i>A</i>")
    assert edit.toPlainText() == "<b>Free</b> & easy"
    sender = edit.window().findChild(QLabel, "previewSender")
    assert (sender.text(), sender.textFormat()) == ("<i>A</i>", Qt.TextFormat.PlainText)
