"""Rows worked by keys and by the context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.helpers.window.people_card import CONTROL, NAME, NUMBER, SHIFT, PeopleCard, copied, files

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key
EVERYBODY = ["Amal", "Omar", "Badr", "Huda", "Sami"]
OMAR, BADR, HUDA = 1, 2, 3


def test_chosen_rows_are_copied_as_cells(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.choose_rows([2, 0, 1])
    card.key(Key.Key_C, CONTROL)
    assert copied() == "Amal\t+968 9000 0012\nOmar\t9000 001\nBadr\t+968 9000 0031"


def test_cut_rows_come_back_where_they_are_pasted(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.choose_rows([0, 1])
    card.key(Key.Key_X, CONTROL)
    assert "Omar" not in card.names
    card.key(Key.Key_V, CONTROL)
    assert card.names[-2:] == ["Amal", "Omar"]
    assert card.column(NUMBER)[-2:] == ["+968 9000 0012", "9000 001"]


def test_what_is_pasted_into_the_table_is_read_like_the_paste_box(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "Amal 90000012")
    QGuiApplication.clipboard().setText("Name,Mobile\nBadr,00968 9000 0031\nHind,٩٠٠٠٠٠١٣")
    card.key(Key.Key_V, CONTROL)
    assert list(zip(card.names, card.column(NUMBER), strict=True))[1:] == [
        ("Badr", "+968 9000 0031"), ("Hind", "+968 9000 0013"),
    ]  # fmt: skip
    assert card.table.hasFocus()


def test_files_that_are_pasted_are_not_taken_for_text(qtbot: QtBot, tmp_path: Path) -> None:
    card = PeopleCard(qtbot, "Amal 90000012")
    told = QSignalSpy(card.pane.files_dropped)
    QGuiApplication.clipboard().setMimeData(files(tmp_path / "staff.xlsx"))
    card.key(Key.Key_V, CONTROL)
    assert [told.at(at)[0] for at in range(told.count())] == [[tmp_path / "staff.xlsx"]]
    assert card.names == ["Amal"]


def test_all_are_chosen_deleted_and_brought_back_by_keys(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.key(Key.Key_A, CONTROL)
    card.key(Key.Key_Delete)
    assert card.names == []
    card.key(Key.Key_Z, CONTROL)
    assert card.names == EVERYBODY
    card.key(Key.Key_Y, CONTROL)
    assert card.names == []
    card.key(Key.Key_Z, CONTROL)
    card.key(Key.Key_Z, CONTROL | SHIFT)
    assert card.names == []


def test_every_kind_of_change_can_be_taken_back(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    before = [card.column(place) for place in (NAME, NUMBER)]
    card.type_into(OMAR, NAME, "Omar Zaki")
    card.go_to(HUDA)
    card.key(Key.Key_T, CONTROL)
    card.choose_rows([0])
    card.key(Key.Key_X, CONTROL)
    card.key(Key.Key_V, CONTROL)
    for _ in range(4):
        card.key(Key.Key_Z, CONTROL)
    assert [card.column(place) for place in (NAME, NUMBER)] == before


def test_keys_in_a_cell_that_is_edited_belong_to_the_cell(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.go_to(OMAR, NAME)
    card.key(Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    card.key(Key.Key_A, CONTROL, line)
    card.key(Key.Key_Delete, on=line)
    card.key(Key.Key_Z, CONTROL, line)
    assert line.text() == "Omar"
    card.key(Key.Key_Escape, on=line)
    assert card.names == EVERYBODY


def test_the_menu_offers_what_can_be_done_with_the_row(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    qtbot.waitUntil(card.button("lookAtSuggestionsButton").isVisible)
    card.choose_rows([HUDA])
    card.open_menu()
    offered = card.menu("listMenu")
    named = [text.partition("\t")[0] for text in offered]
    assert named == [
        "Edit", "Copy", "Cut", "Paste", "Use suggestion", "Take all alike", "Look at all suggestions…",
        "Delete", "Select all", "Undo add 6 rows", "Redo", "Save the problem rows…",
    ]  # fmt: skip
    assert not offered["Redo"]
    card.pick("listMenu", "Use suggestion")
    assert card.column(NUMBER)[HUDA] == "+44 7700 900123"


def test_the_menu_of_a_ready_row_has_no_suggestions_and_its_keys_stay_alive(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "Amal 90000012\nBadr 90000031")
    card.choose_rows([0])
    card.open_menu()
    assert not [text for text in card.menu("listMenu") if "uggest" in text or "problem" in text]
    card.pick("listMenu", "Delete")
    assert card.names == ["Badr"]
    card.open_menu()
    card.table.clearSelection()
    card.pick("listMenu", "Redo")
    card.choose_rows([0])
    card.key(Key.Key_Delete)
    assert card.names == []


def test_the_context_menu_key_opens_it_and_the_problem_rows_can_be_saved_from_it(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    told = QSignalSpy(card.pane.save_problems_requested)
    card.go_to(BADR)
    viewport = card.table.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1)))
    card.pick("listMenu", "Save the problem rows…")
    assert told.count() == 1


def test_edit_in_the_menu_of_the_check_cell_edits_the_number(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.go_to(OMAR, 2)
    card.open_menu()
    card.pick("listMenu", "Edit")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "9000 001"
