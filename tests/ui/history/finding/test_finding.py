"""Searching the history as one types, on a thread of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from smsdesk.store.history import search as store
from smsdesk.store.history.search import Found, HistorySearch
from tests.helpers.patience import PATIENCE_S
from tests.helpers.window.history_view import HistoryView, cell

if TYPE_CHECKING:
    from smsdesk.store.history.search import Wanted
    from tests.helpers.patient_bot import PatientBot
    from tests.helpers.window.stored_office import StoredOffice


@pytest.fixture
def opened(qtbot: PatientBot, office: StoredOffice) -> HistoryView:
    for number in range(60):
        office.announce(f"Note {number}", people=1, name="Amal" if number % 2 else "بدر")
    return HistoryView(qtbot, office)


def lists(qtbot: PatientBot, opened: HistoryView, *messages: str) -> None:
    qtbot.waitUntil(lambda: opened.messages() == list(messages))


def hint(opened: HistoryView) -> str:
    return "\n".join(text for text in opened.hints() if "found" in text)


def test_what_is_typed_narrows_the_list_and_emptying_brings_it_back(qtbot: PatientBot, opened: HistoryView) -> None:
    opened.search("note 7")
    lists(qtbot, opened, "Note 7")
    opened.search("")
    lists(qtbot, opened, *(f"Note {number}" for number in range(59, 9, -1)))


def test_names_are_found_newest_first_and_a_page_at_a_time(
    qtbot: PatientBot, opened: HistoryView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_AT_ONCE", 7)
    opened.search("amal")
    lists(qtbot, opened, *(f"Note {number}" for number in range(59, 0, -2)))


def test_nothing_found_is_said_with_what_was_typed(qtbot: PatientBot, opened: HistoryView) -> None:
    opened.search("nobody")
    qtbot.waitUntil(lambda: hint(opened) != "")
    assert hint(opened) == ("Nothing was found for “\u2068nobody\u2069”, neither in a message nor in a name or number.")
    opened.search("note 7")
    lists(qtbot, opened, "Note 7")
    assert hint(opened) == ""


def test_what_was_chosen_stays_chosen_while_it_is_found(qtbot: PatientBot, opened: HistoryView) -> None:
    opened.click(qtbot, 2)
    assert opened.deliveries.model().rowCount() == 1
    opened.search("note 57")
    lists(qtbot, opened, "Note 57")
    assert opened.chosen_rows() == [0]
    opened.search("note 7")
    lists(qtbot, opened, "Note 7")
    assert opened.chosen_rows() == []
    assert opened.deliveries.model().rowCount() == 0


def test_enter_goes_on_to_what_was_found_and_escape_empties(qtbot: PatientBot, opened: HistoryView) -> None:
    field = opened.pane.findChild(QLineEdit, "historySearch")
    opened.search("note 57")
    lists(qtbot, opened, "Note 57")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.chosen_rows() == [0]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert opened.chosen_rows() != []


def test_what_is_sent_meanwhile_ends_the_search(qtbot: PatientBot, opened: HistoryView, office: StoredOffice) -> None:
    opened.search("note 7")
    lists(qtbot, opened, "Note 7")
    office.announce("Brand new", people=1)
    opened.pane.select_newest()
    assert opened.messages()[:2] == ["Brand new", "Note 59"]
    assert opened.chosen_rows() == [0]


def test_the_window_is_never_held_and_an_older_question_is_given_up(
    qtbot: PatientBot, opened: HistoryView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = list[str](), threading.Event()
    usual = HistorySearch.people

    def held(self: HistorySearch, wanted: Wanted, below: int | None = None) -> Found:
        assert threading.current_thread() is not threading.main_thread()
        asked.append(wanted.words)
        go_on.wait(PATIENCE_S)
        return usual(self, wanted, below)

    monkeypatch.setattr(store, "_AT_ONCE", 5)
    monkeypatch.setattr(HistorySearch, "people", held)
    opened.search("amal")
    qtbot.waitUntil(lambda: asked == ["amal"])
    opened.search("note 7")
    go_on.set()
    lists(qtbot, opened, "Note 7")
    assert asked.count("amal") == 1


def test_a_mistake_on_the_thread_is_told(
    qtbot: PatientBot, opened: HistoryView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: HistorySearch, _wanted: Wanted) -> list[int]:
        raise ZeroDivisionError

    monkeypatch.setattr(HistorySearch, "texts", broken)
    with qtbot.captureExceptions() as told:
        opened.search("x")
        qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is ZeroDivisionError


def test_who_was_searched_for_is_shown_at_once_in_the_chosen_announcement(
    qtbot: PatientBot, office: StoredOffice
) -> None:
    office.announce("Fees are due", people=300)
    opened = HistoryView(qtbot, office)
    opened.search("9000 0207")
    lists(qtbot, opened, "Fees are due")
    opened.click(qtbot, 0)
    numbers = opened.deliveries.model()
    assert numbers.rowCount() == 1
    assert cell(numbers, 0, "number") == "+968 9000 0207"
    chip = opened.pane.findChild(QAbstractButton, "chipFound")
    assert (chip.text(), chip.isChecked()) == ("1 found", True)
    qtbot.mouseClick(opened.pane.findChild(QAbstractButton, "chipEverybody"), Qt.MouseButton.LeftButton)
    assert numbers.rowCount() == 200
    opened.search("fees")  # which is nobody's name
    qtbot.waitUntil(lambda: not chip.isVisible())
    assert numbers.rowCount() == 200
