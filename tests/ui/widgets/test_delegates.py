"""Which way numbers and sentences run, whichever way the window does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QTableView

from smsdesk.domain.delivery import DeliveryState
from smsdesk.ui.widgets.delegates import LeftToRightDelegate, OwnDirectionDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

S = DeliveryState
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
MARKS = "\u2066\u2068\u2069"


def painted_text(qtbot: QtBot, delegate: type, text: str) -> str:
    table = QTableView()
    qtbot.addWidget(table)
    return delegate(table).displayText(text, table.locale())


def seen(text: str, direction: Qt.LayoutDirection) -> str:
    """The characters in the order in which they stand on the screen, from left to right."""
    option = QTextOption()
    option.setTextDirection(direction)
    layout = QTextLayout(text)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    places = (
        (layout.glyphRuns(at, 1)[0].positions()[0].x(), char) for at, char in enumerate(text) if char not in MARKS
    )
    return "".join(char for _, char in sorted(places, key=lambda place: place[0]))


def test_a_number_reads_the_same_in_a_mirrored_window(qtbot: QtBot) -> None:
    number = "+968 9000 0012"
    assert seen(number, RIGHT_TO_LEFT) != number, "what would happen without the delegate"
    assert seen(painted_text(qtbot, LeftToRightDelegate, number), RIGHT_TO_LEFT) == number


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_number_reads_the_same_beside_an_arabic_name(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    shown = painted_text(qtbot, LeftToRightDelegate, "أمل · +968 9000 0012")
    assert "+968 9000 0012" in seen(shown, direction)


def test_a_half_typed_number_stays_in_one_piece(qtbot: QtBot) -> None:
    assert painted_text(qtbot, LeftToRightDelegate, "(0) 9000-00") == "\u2066(0) 9000-00\u2069"


def test_an_english_sentence_keeps_its_full_stop_at_the_end_in_a_mirrored_window(qtbot: QtBot) -> None:
    assert seen(painted_text(qtbot, OwnDirectionDelegate, "No school."), RIGHT_TO_LEFT) == "No school."


def test_an_arabic_sentence_keeps_its_full_stop_at_the_end_in_an_english_window(qtbot: QtBot) -> None:
    assert seen("نعم.", Qt.LayoutDirection.LeftToRight) == "معن.", "what would happen without the delegate"
    assert seen(painted_text(qtbot, OwnDirectionDelegate, "نعم."), Qt.LayoutDirection.LeftToRight) == ".معن"
