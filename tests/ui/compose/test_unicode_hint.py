"""What makes the text dear is written plainly at one press, where that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from smsdesk.services.sending.review import review
from smsdesk.ui.compose.unicode_hint import UnicodeHint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Written:
    """A message, and the hint below it."""

    def __init__(self, qtbot: QtBot, text: str) -> None:
        self.edit = QPlainTextEdit()
        self.hint = UnicodeHint(self.edit)
        for widget in (self.edit, self.hint):
            qtbot.addWidget(widget)
        self.edit.setPlainText(text)
        self.look()

    def look(self) -> None:
        seen = review(self.edit.document().toRawText(), "", 1, 0, None, None, None)
        self.hint.show_unicode(seen.unicode, seen.info.segments)

    def button(self) -> QPushButton:
        button = self.hint.findChild(QPushButton, "plainCharactersButton")
        assert isinstance(button, QPushButton)
        return button


@pytest.mark.parametrize(
    ("text", "verb", "plain"),
    [
        ("Don\u2019t come, it isn\u2019t open", "T&ype ' instead", "Don't come, it isn't open"),
        ("Wait\u2026", "T&ype ... instead", "Wait..."),
        ("\u201cClosed\u201d \u2013 all day", "T&ype plain ones instead", '"Closed" - all day'),
        ("Room\u00a012, see\u200b you", "T&ype plain ones instead", "Room 12, see you"),
    ],
)
def test_at_one_press_it_is_written_plainly_and_one_undo_takes_it_back(
    qtbot: QtBot, text: str, verb: str, plain: str
) -> None:
    written = Written(qtbot, text)
    assert not written.hint.isHidden()
    assert written.button().text() == verb
    written.button().click()
    assert written.edit.toPlainText() == plain
    written.look()
    assert written.hint.isHidden()
    written.edit.undo()
    assert written.edit.document().toRawText() == text


@pytest.mark.parametrize("text", ["Don\u2019t come \U0001f600", "Fran\u00e7ois, \u0151 and don\u2019t"])
def test_nothing_is_offered_where_the_text_would_stay_as_dear(qtbot: QtBot, text: str) -> None:
    written = Written(qtbot, text)
    assert not written.hint.isHidden()
    assert written.button().isHidden()


def test_a_message_that_can_be_taken_back_is_not_changed(qtbot: QtBot) -> None:
    written = Written(qtbot, "Don\u2019t come")
    written.hint.set_locked(True)
    written.button().click()
    assert written.edit.toPlainText() == "Don\u2019t come"
