from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPushButton, QVBoxLayout

from smsdesk.ui.problems.discard_question import ask_to_discard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Note(QDialog):
    """A dialog with one line that somebody may have written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def reject(self) -> None:
        if self.line.text():
            ask_to_discard(self, super().reject)
        else:
            super().reject()

    @property
    def questions(self) -> list[QMessageBox]:
        return [box for box in self.findChildren(QMessageBox) if box.isVisible()]

    def answer(self, name: str) -> None:
        (box,) = self.questions
        box.findChild(QPushButton, name).click()


@pytest.fixture
def note(window: QWidget) -> Note:
    note = Note(window)
    note.open()
    return note


def test_nothing_typed_closes_at_once(note: Note) -> None:
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert note.questions == []


def test_escape_asks_and_a_second_escape_keeps_what_was_typed(note: Note) -> None:
    note.line.setText("Front desk")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    (box,) = note.questions
    assert box.text() == "Close without saving what you entered?"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert note.isVisible()
    assert note.line.text() == "Front desk"
    assert note.questions == []


def test_enter_keeps_what_was_typed(note: Note) -> None:
    note.line.setText("Front desk")
    note.reject()
    QTest.keyClick(note.questions[0], Qt.Key.Key_Return)
    assert note.isVisible()


def test_discard_closes_the_dialog(note: Note) -> None:
    note.line.setText("Front desk")
    note.close()
    assert note.isVisible()
    note.answer("discardButton")
    assert not note.isVisible()


def test_it_is_asked_once_at_a_time_and_again_after_an_answer(note: Note) -> None:
    note.line.setText("Front desk")
    note.reject()
    note.reject()
    assert len(note.questions) == 1
    note.answer("keepEditingButton")
    note.reject()
    assert len(note.questions) == 1
