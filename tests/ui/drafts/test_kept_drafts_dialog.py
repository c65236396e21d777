"""The kept drafts: one is brought back, others are thrown away, and nothing is final before the dialog is closed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from smsdesk.domain.draft import KeptDraft
from smsdesk.ui.drafts.kept_drafts_dialog import KeptDraftsDialog

if TYPE_CHECKING:
    from tests.helpers.patient_bot import PatientBot

NOW = datetime.now(UTC)
DRAFTS = [
    KeptDraft(9, NOW, "a1", "Closed on\nSunday", 31),
    KeptDraft(7, NOW, None, "الاجتماع الشهري", 0),
    KeptDraft(4, NOW, "a1", "Bring a hat", 2),
]


class Opened:
    """The dialog, and what it has told."""

    def __init__(self, qtbot: PatientBot, drafts: list[KeptDraft]) -> None:
        self.qtbot = qtbot
        self.dialog = KeptDraftsDialog(drafts, 20, 90, lambda id_: "Front desk" if id_ else "")
        qtbot.addWidget(self.dialog)
        self.told: list[object] = []
        self.dialog.wanted.connect(lambda id_: self.told.append(("wanted", id_)))
        self.dialog.thrown_away.connect(lambda ids: self.told.append(("thrown", ids)))
        qtbot.bring_up(self.dialog)
        self.table = self.dialog.findChildren(QTableView)[0]

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def choose(self, row: int) -> None:
        self.table.selectRow(row)

    def messages(self) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, 1).data()) for row in range(model.rowCount())]

    def hints(self) -> list[str]:
        return [label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def opened(qtbot: PatientBot) -> Opened:
    return Opened(qtbot, DRAFTS)


def test_it_lists_what_is_kept_and_says_for_how_long(opened: Opened) -> None:
    assert opened.messages() == ["Closed on Sunday", "الاجتماع الشهري", "Bring a hat"]
    assert [str(opened.table.model().index(row, 2).data()) for row in range(3)] == ["31", "0", "2"]
    assert "The last 20 drafts are kept. Each goes by itself after 90 days." in opened.hints()
    assert opened.table.hasFocus()


def test_enter_brings_the_chosen_one_back_and_closes(opened: Opened) -> None:
    opened.qtbot.keyClick(opened.table, Qt.Key.Key_Down)
    opened.qtbot.keyClick(opened.table, Qt.Key.Key_Return)
    assert opened.told == [("wanted", 7)]
    assert not opened.dialog.isVisible()


def test_what_is_thrown_away_goes_when_the_dialog_is_closed_and_no_sooner(opened: Opened) -> None:
    opened.choose(2)
    opened.press("throwAwayButton")
    opened.qtbot.keyClick(opened.table, Qt.Key.Key_Delete)  # the row that is chosen now
    assert opened.messages() == ["Closed on Sunday"]
    assert opened.told == []
    opened.press("closeKeptDraftsButton")
    assert opened.told == [("thrown", [4, 7])]


def test_undo_puts_the_last_one_back_where_it_stood(opened: Opened) -> None:
    assert not opened.button("undoThrowButton").isVisible()
    opened.choose(0)
    opened.press("throwAwayButton")
    opened.press("throwAwayButton")
    opened.press("undoThrowButton")
    assert opened.messages() == ["الاجتماع الشهري", "Bring a hat"]
    opened.qtbot.keyClick(opened.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.messages() == ["Closed on Sunday", "الاجتماع الشهري", "Bring a hat"]
    assert not opened.button("undoThrowButton").isVisible()
    opened.qtbot.keyClick(opened.table, Qt.Key.Key_Escape)
    assert opened.told == []


def test_one_is_brought_back_and_another_was_thrown_away(opened: Opened) -> None:
    opened.choose(1)
    opened.press("throwAwayButton")
    opened.choose(0)
    opened.press("bringKeptBackButton")
    assert opened.told == [("thrown", [7]), ("wanted", 9)]


def test_where_nothing_is_kept_it_says_what_would_be(qtbot: PatientBot) -> None:
    opened = Opened(qtbot, [])
    assert any(text.startswith("Nothing is kept.") for text in opened.hints())
    assert not opened.button("bringKeptBackButton").isEnabled()
    assert not opened.button("throwAwayButton").isEnabled()
