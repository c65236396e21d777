"""Suggestions: taken for one row, for all that are alike, or after a look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget

from smsdesk.ui.recipients.suggestions_dialog import SuggestionsDialog
from tests.helpers.window.people_card import CONTROL, NUMBER, SHIFT, PeopleCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DATE, HUDA, SAMI, DOUBTED = range(4)
PASTED = "Zahra 15032024\nHuda 447700900123\nSami 447700900124\n+44 07700 900125x\nAmal 90000012"
TYPED = ["15032024", "447700900123", "447700900124", "+44 07700 900125 ?", "+968 9000 0012"]
BRITISH = ["+44 7700 900123", "+44 7700 900124"]


@pytest.fixture
def card(qtbot: QtBot) -> PeopleCard:
    card = PeopleCard(qtbot, PASTED)
    assert card.column(NUMBER) == TYPED
    return card


def look(card: PeopleCard) -> SuggestionsDialog:
    card.qtbot.waitUntil(card.button("lookAtSuggestionsButton").isVisible)
    card.press("lookAtSuggestionsButton")
    dialog = card.window.findChild(SuggestionsDialog)
    card.qtbot.waitUntil(dialog.isVisible)
    return dialog


def take(dialog: SuggestionsDialog) -> None:
    dialog.findChild(QPushButton, "takeSuggestionsButton").click()


def test_a_suggestion_that_is_alone_is_taken_with_one_click(card: PeopleCard) -> None:
    card.press_suggestion(DATE)
    assert card.column(NUMBER) == ["+968 1503 2024", *TYPED[1:]]


def test_who_does_not_see_the_button_hears_of_it(card: PeopleCard) -> None:
    model = card.table.model()
    said = [model.index(row, 2).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in (HUDA, 4)]
    assert said == ["+44 7700 900123 is suggested: take it with Ctrl+T", ""]


def test_where_others_are_alike_a_menu_asks_for_one_or_all(card: PeopleCard) -> None:
    card.press_suggestion(HUDA)
    assert list(card.menu("alikeMenu")) == [
        "Use \u2066+44 7700 900123\u2069 in this row", "2 rows: read as United Kingdom \u2066+44\u2069",
    ]  # fmt: skip
    card.pick("alikeMenu", "in this row")
    assert card.column(NUMBER)[HUDA : SAMI + 1] == [BRITISH[0], TYPED[SAMI]]


def test_all_alike_are_one_step_to_undo(card: PeopleCard) -> None:
    card.press_suggestion(SAMI)
    card.pick("alikeMenu", "2 rows")
    assert card.column(NUMBER)[HUDA : SAMI + 1] == BRITISH
    assert card.column(NUMBER)[DOUBTED] == TYPED[DOUBTED]
    assert card.button("undoButton").toolTip() == "Undo take 2 suggestions"
    card.press("undoButton")
    assert card.column(NUMBER) == TYPED


def test_keys_take_one_or_all_alike(card: PeopleCard) -> None:
    card.go_to(SAMI)
    card.key(Qt.Key.Key_T, CONTROL)
    assert card.column(NUMBER)[HUDA : SAMI + 1] == [TYPED[HUDA], BRITISH[1]]
    card.key(Qt.Key.Key_Z, CONTROL)
    card.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert card.column(NUMBER)[HUDA : SAMI + 1] == BRITISH
    card.go_to(4)
    card.key(Qt.Key.Key_T, CONTROL)
    assert card.column(NUMBER)[4] == TYPED[4]


def test_the_look_shows_kinds_and_leaves_out_what_is_doubted(card: PeopleCard) -> None:
    dialog = look(card)
    tree = dialog.findChild(QTreeWidget)
    tops = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert [top.text(0).partition(" · ")[0] for top in tops] == [
        "2 rows: read as United Kingdom \u2066+44\u2069",
        "1 row: read as Oman \u2066+968\u2069",
        "1 row: read as United Kingdom \u2066+44\u2069",
    ]
    assert [top.checkState(0) for top in tops] == [Qt.CheckState.Checked] * 2 + [Qt.CheckState.Unchecked]
    assert [tops[0].child(at).text(2) for at in range(2)] == BRITISH
    assert dialog.findChild(QPushButton, "takeSuggestionsButton").text() == "&Take 3 suggestions"
    take(dialog)
    assert card.column(NUMBER) == ["+968 1503 2024", *BRITISH, *TYPED[3:]]
    card.press("undoButton")
    assert card.column(NUMBER) == TYPED


def test_a_row_and_a_kind_can_be_left_out(card: PeopleCard) -> None:
    dialog = look(card)
    tree = dialog.findChild(QTreeWidget)
    tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert tree.topLevelItem(0).checkState(0) == Qt.CheckState.PartiallyChecked
    assert dialog.findChild(QPushButton, "takeSuggestionsButton").text() == "&Take 1 suggestion"
    take(dialog)
    assert card.column(NUMBER) == [*TYPED[:2], BRITISH[1], *TYPED[3:]]


def test_cancel_takes_none_and_none_can_be_taken_of_nothing(card: PeopleCard) -> None:
    dialog = look(card)
    tree = dialog.findChild(QTreeWidget)
    for at in range(2):
        tree.topLevelItem(at).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.findChild(QPushButton, "takeSuggestionsButton").isEnabled()
    dialog.findChild(QPushButton, "cancelSuggestionsButton").click()
    assert card.column(NUMBER) == TYPED


def test_of_very_many_the_first_are_listed_and_all_are_taken(qtbot: QtBot) -> None:
    card = PeopleCard(qtbot, "")
    card.add("\n".join(f"4477009{number:05}" for number in range(250)))
    qtbot.waitUntil(lambda: len(card.names) == 250)
    dialog = look(card)
    top = dialog.findChild(QTreeWidget).topLevelItem(0)
    assert top.childCount() == 200
    assert top.text(0).endswith("50 more rows not shown")
    take(dialog)
    assert all(number.startswith("+44") for number in card.column(NUMBER))
