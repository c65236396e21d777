"""Both tables of the history are sorted by their titles: marked, said, remembered, and never in anybody's way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QTableView

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.store.history import ordering as store
from smsdesk.store.history.ordering import HistoryOrdering
from smsdesk.ui.history import deliveries_panel
from smsdesk.ui.widgets.listing.column_layout import ColumnLayout
from tests.helpers.window.history_view import ACCEPTED, REJECTED, UNKNOWN, HistoryView, cell, fetch_all
from tests.helpers.window.stored_office import FRONT_DESK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.patient_bot import PatientBot
    from tests.helpers.window.stored_office import StoredOffice

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def click_title(qtbot: PatientBot, table: QTableView, key: str) -> None:
    header, place = table.horizontalHeader(), table.model().columns.place(key)
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def mark(table: QTableView) -> tuple[str, Qt.SortOrder] | None:
    header = table.horizontalHeader()
    place = header.sortIndicatorSection()
    return (table.model().columns[place].key, header.sortIndicatorOrder()) if place >= 0 else None


def title_heard(table: QTableView, key: str) -> str:
    model, place = table.model(), table.model().columns.place(key)
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = model.headerData(place, Qt.Orientation.Horizontal, role)
    return str(heard or model.headerData(place, Qt.Orientation.Horizontal))


def lists(qtbot: PatientBot, opened: HistoryView, *messages: str) -> None:
    qtbot.waitUntil(lambda: opened.messages() == list(messages))


def column(table: QTableView, key: str) -> list[str]:
    return [str(cell(table.model(), row, key)) for row in range(table.model().rowCount())]


def named_people(office: StoredOffice, *names: str) -> int:
    people = tuple(Recipient(f"+9689000{place:04}", name) for place, name in enumerate(names))
    return office.outbox.add(Announcement(FRONT_DESK.id, "Named", "ALNOORSCH", 1, people)).result()


@pytest.fixture
def opened(qtbot: PatientBot, office: StoredOffice) -> HistoryView:
    office.announce("Closed", people=3)
    office.announce("bring a hat", people=1)
    office.announce("At noon", people=2)
    return HistoryView(qtbot, office)


def test_a_click_sorts_a_second_turns_it_round_and_a_third_gives_the_usual_order_back(
    qtbot: PatientBot, opened: HistoryView
) -> None:
    heard: list[str] = []
    opened.pane.said.connect(heard.append)
    assert mark(opened.past) is None
    click_title(qtbot, opened.past, "message")
    lists(qtbot, opened, "At noon", "bring a hat", "Closed")
    assert mark(opened.past) == ("message", RISING)
    assert title_heard(opened.past, "message") == "Message, sorted rising"
    click_title(qtbot, opened.past, "message")
    lists(qtbot, opened, "Closed", "bring a hat", "At noon")
    assert mark(opened.past) == ("message", FALLING)
    click_title(qtbot, opened.past, "message")
    lists(qtbot, opened, "At noon", "bring a hat", "Closed")
    assert mark(opened.past) is None
    assert title_heard(opened.past, "message") == "Message"
    assert heard == ["Message, sorted rising", "Message, sorted falling", "In the usual order"]


def test_what_was_chosen_stays_chosen_and_its_deliveries_are_not_read_anew(
    qtbot: PatientBot, opened: HistoryView
) -> None:
    opened.click(qtbot, 2)
    resets: list[bool] = []
    opened.deliveries.model().modelReset.connect(lambda: resets.append(True))
    click_title(qtbot, opened.past, "people")
    lists(qtbot, opened, "bring a hat", "At noon", "Closed")
    click_title(qtbot, opened.past, "people")
    lists(qtbot, opened, "Closed", "At noon", "bring a hat")
    assert opened.chosen_rows() == [0]
    assert opened.deliveries.model().rowCount() == 3
    assert resets == []


def test_a_search_keeps_the_order(qtbot: PatientBot, opened: HistoryView) -> None:
    click_title(qtbot, opened.past, "message")
    lists(qtbot, opened, "At noon", "bring a hat", "Closed")
    opened.search("o")
    lists(qtbot, opened, "At noon", "Closed")
    opened.search("")
    lists(qtbot, opened, "At noon", "bring a hat", "Closed")


def test_after_send_the_newest_is_chosen_wherever_the_order_puts_it(
    qtbot: PatientBot, opened: HistoryView, office: StoredOffice
) -> None:
    for number in range(60):
        office.announce(f"Before {number:02}", people=1)
    opened.pane.announcements_added()
    click_title(qtbot, opened.past, "message")
    qtbot.waitUntil(lambda: opened.messages()[:2] == ["At noon", "Before 00"])
    office.announce("Bees", people=5)
    opened.pane.select_newest()
    qtbot.waitUntil(lambda: opened.deliveries.model().rowCount() == 5)
    sent = office.announce("Zebra", people=4)  # of which the row is not loaded
    opened.pane.select_newest()
    qtbot.waitUntil(lambda: opened.deliveries.model().rowCount() == 4)
    assert "Zebra" not in opened.messages()
    assert opened.chosen_rows() == []
    opened.pane._finding.look()  # as it does by itself, whenever something has changed
    qtbot.waitUntil(lambda: not opened.pane._finding._reading.busy)
    assert opened.deliveries.model().rowCount() == 4
    opened.pane.deliveries_changed({sent: office.submit(sent, REJECTED, 4)})
    qtbot.waitUntil(lambda: opened.button("resendFailedButton").text().replace("&", "") == "Resend 4 failed…")


def test_the_order_stands_after_the_next_start_and_is_read_once_the_stores_are_loaded(
    qtbot: PatientBot, opened: HistoryView, office: StoredOffice
) -> None:
    kept: dict[str, str] = {}
    for layout in opened.pane.findChildren(ColumnLayout):
        layout.remember_in(kept)
    click_title(qtbot, opened.past, "people")
    click_title(qtbot, opened.deliveries, "name")
    again = HistoryView(qtbot, office)
    heard: list[str] = []
    again.pane.said.connect(heard.append)
    for layout in again.pane.findChildren(ColumnLayout):
        layout.remember_in(kept)
    lists(qtbot, again, "bring a hat", "At noon", "Closed")
    assert mark(again.past) == ("people", RISING)
    assert mark(again.deliveries) == ("name", RISING)
    assert heard == []  # nobody has sorted anything


def test_without_a_mouse_the_menu_sorts(qtbot: PatientBot, opened: HistoryView) -> None:
    def choose(name: str) -> None:
        menu = opened.menu(opened.past, "historyMenu")
        found = menu.findChild(QMenu, "sortMenu")
        assert found is not None
        action = found.findChild(QAction, name)
        assert action is not None
        action.trigger()
        menu.close()

    choose("sortByPeopleAction")
    lists(qtbot, opened, "bring a hat", "At noon", "Closed")
    choose("turnSortAction")
    lists(qtbot, opened, "Closed", "At noon", "bring a hat")
    choose("usualSortAction")
    lists(qtbot, opened, "At noon", "bring a hat", "Closed")


def test_deliveries_are_sorted_and_the_chips_hold_too(qtbot: PatientBot, office: StoredOffice) -> None:
    sent = named_people(office, "Zahra", "Badr", "", "Amal")
    office.submit(sent, UNKNOWN)
    office.submit(sent, REJECTED, 2)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    assert column(opened.deliveries, "state") == ["? unknown", "✗ rejected", "✗ rejected", "… waiting"]
    click_title(qtbot, opened.deliveries, "name")
    assert column(opened.deliveries, "name") == ["Amal", "Badr", "Zahra", ""]
    click_title(qtbot, opened.deliveries, "number")
    click_title(qtbot, opened.deliveries, "number")
    assert column(opened.deliveries, "name") == ["Amal", "", "Badr", "Zahra"]
    qtbot.mouseClick(opened.pane.findChild(QAbstractButton, "chipFailed"), Qt.MouseButton.LeftButton)
    assert column(opened.deliveries, "name") == ["", "Badr"]


def test_why_can_not_be_sorted_by_and_a_click_on_it_changes_nothing(qtbot: PatientBot, office: StoredOffice) -> None:
    named_people(office, "Zahra", "Amal")
    opened = HistoryView(qtbot, office)
    opened.pane.resize(1700, 320)
    opened.pane.select_newest()
    click_title(qtbot, opened.deliveries, "name")
    click_title(qtbot, opened.deliveries, "why")
    assert mark(opened.deliveries) == ("name", RISING)
    assert column(opened.deliveries, "name") == ["Amal", "Zahra"]
    menu = opened.menu(opened.deliveries, "deliveriesMenu").findChild(QMenu, "sortMenu")
    assert menu is not None
    assert [each.text() for each in menu.actions()][:4] == ["Name", "Number", "State", "Time"]


def test_a_long_list_is_ordered_off_the_windows_thread_and_a_page_at_a_time(
    qtbot: PatientBot, office: StoredOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = set[str]()
    usual = HistoryOrdering.deliveries

    def noted(self: HistoryOrdering, *of: object, **how: object) -> Iterator[list[int] | None]:
        for step in usual(self, *of, **how):  # type: ignore[arg-type]
            threads.add(threading.current_thread().name)
            yield step

    monkeypatch.setattr(HistoryOrdering, "deliveries", noted)
    monkeypatch.setattr(store, "_DELIVERIES", 70)
    monkeypatch.setattr(deliveries_panel, "_AT_ONCE", 100)
    office.announce("Many", people=500)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    click_title(qtbot, opened.deliveries, "number")
    click_title(qtbot, opened.deliveries, "number")
    model = opened.deliveries.model()
    qtbot.waitUntil(lambda: cell(model, 0, "number") == "+968 9000 0499")
    assert threads == {"smsdesk-history"}
    assert model.rowCount() == 200
    fetch_all(model)
    assert column(opened.deliveries, "number") == [f"+968 9000 {number:04}" for number in range(499, -1, -1)]


def test_rows_that_move_on_find_their_order_when_nobody_reads(qtbot: PatientBot, office: StoredOffice) -> None:
    sent = named_people(office, "Zahra", "Amal", "Badr")
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    click_title(qtbot, opened.deliveries, "state")
    opened.choose_deliveries(2)
    changed = office.submit(sent, ACCEPTED)
    opened.pane.deliveries_changed({sent: changed})
    assert column(opened.deliveries, "name") == ["Zahra", "Amal", "Badr"]
    assert column(opened.deliveries, "state") == ["→ accepted", "… waiting", "… waiting"]
    opened.deliveries.clearSelection()
    opened.pane.deliveries_changed({sent: changed})
    assert column(opened.deliveries, "name") == ["Amal", "Badr", "Zahra"]
