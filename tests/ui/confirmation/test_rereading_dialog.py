"""The question whether a list is read for another country: what it shows, and what each button and key answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from smsdesk.domain.recipients.list import RecipientList
from smsdesk.services.confirming.rereading import rereading
from smsdesk.ui.confirmation.rereading_dialog import Answer, RereadingDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from pytestqt.qtbot import QtBot

FRONT_DESK = "SMS Office — Front desk"
LOST, GAINED = ("90000012", "Amal"), ("083 000 0012", "Thandi")


class Question:
    """Somebody before the question."""

    def __init__(self, window: QWidget, *listed: tuple[str, str], stay_with: str = FRONT_DESK) -> None:
        recipients = RecipientList("OM")
        recipients.replace([recipients.reader.row(typed, name) for typed, name in listed])
        self.answers: list[Answer] = []
        self.dialog = RereadingDialog(rereading(recipients, "ZA"), stay_with, window)
        self.dialog.answered.connect(self.answers.append)
        self.dialog.open()
        assert QTest.qWaitForWindowExposed(self.dialog)

    def text(self, name: str) -> str:
        return self.dialog.findChild(QLabel, name).text()

    def buttons(self) -> list[str]:
        return [each.objectName() for each in self.dialog.findChildren(QPushButton) if each.isVisible()]

    def press(self, name: str) -> None:
        self.dialog.findChild(QPushButton, name).click()


def test_it_says_what_changes_and_shows_the_rows(window: QWidget) -> None:
    seen = Question(window, LOST, GAINED, ("+968 9000 0013", "Said"))
    assert seen.text("rereadingTitle") == "Read as South Africa: 2 rows change"
    assert seen.text("rereadingText").split("\n") == [
        "1 row would need attention, and not be sent to.",
        "1 row more would be sent to, also if numbers are kept.",
    ]
    model = seen.dialog.findChild(QTableView, "rereadingTable").model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [row[:2] for row in rows] == [["Amal", "90000012"], ["Thandi", "083 000 0012"]]
    assert rows[0][2] == "+968 9000 0012"
    assert rows[0][3].startswith("! ")
    assert rows[1][2].startswith("! ")
    assert rows[1][3] == "+27 83 000 0012"


@pytest.mark.parametrize(
    ("button", "answer"),
    [("readAnewButton", Answer.READ_ANEW), ("keepNumbersButton", Answer.KEEP_NUMBERS), ("stayButton", Answer.STAY)],
)
def test_each_button_is_an_answer_given_once(window: QWidget, button: str, answer: Answer) -> None:
    seen = Question(window, LOST)
    seen.press(button)
    assert (seen.answers, seen.dialog.isVisible()) == ([answer], False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_change_no_number(window: QWidget, key: Qt.Key) -> None:
    seen = Question(window, LOST)
    QTest.keyClick(seen.dialog.focusWidget() or seen.dialog, key)
    assert seen.answers == [Answer.STAY]
    edited = Question(window, LOST, stay_with="")
    assert edited.buttons() == ["readAnewButton", "keepNumbersButton"]
    QTest.keyClick(edited.dialog.focusWidget() or edited.dialog, key)
    assert edited.answers == [Answer.KEEP_NUMBERS]


def test_numbers_are_kept_only_where_there_are_any(window: QWidget) -> None:
    assert Question(window, GAINED).buttons() == ["readAnewButton", "stayButton"]


@pytest.mark.usefixtures("mirrored")
def test_in_large_print_on_a_small_screen_the_table_gives_way(window: QWidget, qtbot: QtBot) -> None:
    window.setFont(_large(window))
    seen = Question(window, *((f"900000{n:02}", "Amal") for n in range(90)))
    qtbot.addWidget(seen.dialog)
    least = seen.dialog.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 660) == (True, True)


def _large(window: QWidget) -> QFont:
    font = window.font()
    font.setPointSizeF(18)
    return font
