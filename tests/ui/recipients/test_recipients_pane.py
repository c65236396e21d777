"""The card of people as it is looked at: what it counts, what its chips show, and what gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.helpers.window.people_card import CHECK, NAME, NUMBER, PeopleCard, files, text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

OMAR, HUDA = 1, 3


def count(card: PeopleCard) -> str:
    return card.pane.findChild(QLabel, "peopleCount").text()


def test_people_are_those_a_message_goes_to_and_the_chips_add_up_to_the_rows(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    assert count(card) == "2 people"
    assert card.chips == ["2 ready", "3 need attention", "1 repeat"]
    card.type_into(OMAR, NUMBER, "90000044")
    assert count(card) == "3 people"
    assert card.chips == ["3 ready", "2 need attention", "1 repeat"]


def test_a_chip_filters_and_a_mended_row_stays_where_it_is(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.press("chipAttention")
    assert card.names == ["Omar", "Huda", "Sami"]
    card.type_into(0, NUMBER, "90000044")
    assert card.names == ["Omar", "Huda", "Sami"]
    assert card.column(CHECK)[0].startswith("✓")
    card.press("chipAttention")
    assert card.names == ["Amal", "Omar", "Badr", "Huda", "Sami"]
    card.press("chipRepeated")
    assert card.column(NUMBER) == ["+968 9000 0012"]


def test_whoever_is_added_is_seen_though_a_chip_was_pressed(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.press("chipAttention")
    card.add("Maryam 90000055")
    assert "Maryam" in card.names
    assert not card.button("chipAttention").isChecked()


def test_a_sentence_is_said_as_soon_as_a_number_was_edited(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.type_into(0, NUMBER, "9000 002")
    assert card.column(CHECK)[0] == "! 1 digit short of a mobile number"


def test_undo_says_what_it_takes_back(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    assert card.button("undoButton").toolTip() == "Undo add 6 rows"
    card.choose_rows([0, 2])
    card.key(Qt.Key.Key_Delete)
    assert card.button("undoButton").toolTip() == "Undo delete 2 rows"
    card.press("undoButton")
    assert card.names == ["Amal", "Omar", "Badr", "Huda", "Sami"]
    card.press("undoButton")
    assert not card.button("undoButton").isEnabled()


def test_headers_sort_and_the_third_click_gives_the_order_back_in_which_they_came(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    header = card.table.horizontalHeader()
    at = header.viewport().rect().topLeft()
    at.setX(header.sectionViewportPosition(NAME) + 10)
    at.setY(header.height() // 2)
    seen = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        seen.append(card.names)
    came = ["Amal", "Omar", "Badr", "Huda", "Sami"]
    assert seen == [sorted(came), sorted(came, reverse=True), came]


def test_import_is_asked_for(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "")
    with qtbot.waitSignal(card.pane.import_requested):
        card.press("importButton")


def test_text_that_is_dropped_is_read_like_the_paste_box_which_keeps_what_stands_in_it(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "")
    card.input.setPlainText("not added yet")
    assert card.drop(text("Amal\t9000 0012\nBadr\t9000 0031"))
    assert card.names == ["Amal", "Badr"]
    assert card.input.toPlainText() == "not added yet"


def test_files_that_are_dropped_or_pasted_are_given_to_who_reads_files(qtbot: QtBot, tmp_path: Path) -> None:
    card = PeopleCard(qtbot, "")
    told = QSignalSpy(card.pane.files_dropped)
    paths = [tmp_path / "staff.xlsx", tmp_path / "قائمة.csv"]
    assert card.drop(files(*paths))
    card.input.insertFromMimeData(files(paths[0]))
    assert [told.at(at)[0] for at in range(told.count())] == [paths, paths[:1]]
    assert card.input.toPlainText() == ""
    assert card.names == []


def test_in_a_narrow_window_remove_and_the_look_give_way_and_nothing_is_cut(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    look, remove = card.button("lookAtSuggestionsButton"), card.button("removeRecipientsButton")
    qtbot.waitUntil(look.isVisible)
    assert look.text() == "Ta&ke 2 suggestions…"
    assert remove.isVisible()
    card.make_wide(1)
    assert not look.isVisible()
    assert not remove.isVisible()
    buttons = [each for each in card.pane.findChildren(QPushButton) if each.isVisible()]
    qtbot.waitUntil(lambda: all(each.width() >= each.minimumSizeHint().width() for each in buttons))
    assert all(card.pane.rect().contains(each.geometry()) for each in buttons)
    card.make_wide(700)
    assert look.isVisible()
    assert remove.isVisible()


def test_the_look_is_absent_where_nothing_is_suggested(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "Amal 90000012\nOmar 9000 001")
    qtbot.wait(1)
    assert not card.button("lookAtSuggestionsButton").isVisible()


def test_enter_after_a_mended_row_leaves_the_keyboard_in_the_list(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot)
    card.type_into(HUDA, NUMBER, "90000066")
    assert card.table.hasFocus()
    assert (card.table.currentIndex().row(), card.table.currentIndex().column()) == (HUDA + 1, NUMBER)
