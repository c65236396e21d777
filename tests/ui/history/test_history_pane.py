"""The history pane over a real database: choosing, news, and going on with what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTableView

from smsdesk.ui.history.announcement_notes import AnnouncementNotes
from smsdesk.ui.history.finding.title_line import TitleLine
from tests.helpers.window.history_view import (
    ACCEPTED,
    REJECTED,
    UNKNOWN,
    HistoryView,
    cell,
    handles_on_items,
    touched,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice


def test_an_empty_history_says_what_will_be_here_and_has_its_tables(qtbot: QtBot, office: StoredOffice) -> None:
    opened = HistoryView(qtbot, office)
    assert "What you send appears here, with what became of each message." in opened.hints()
    assert opened.past.isVisible()
    assert opened.deliveries.isVisible()
    assert opened.past.accessibleName() == "Announcements"
    assert opened.deliveries.accessibleName() == "Deliveries"
    assert opened.pane.findChild(QSplitter, "historySplitter") is not None
    assert not opened.pane.has_rows()
    assert not opened.use_again.isEnabled()


def test_the_first_announcement_takes_the_hint_away(qtbot: QtBot, office: StoredOffice) -> None:
    opened = HistoryView(qtbot, office)
    office.announce()
    opened.pane.select_newest()
    assert opened.pane.has_rows()
    assert opened.chosen_rows() == [0]
    assert opened.deliveries.model().rowCount() == 3
    assert opened.hints() == ["History"]


def test_choosing_an_announcement_shows_its_deliveries(qtbot: QtBot, office: StoredOffice) -> None:
    office.announce(people=4)
    office.announce(people=2)
    opened = HistoryView(qtbot, office)
    assert "Choose an announcement to see what became of each message." in opened.hints()
    opened.click(qtbot, 1)
    assert opened.deliveries.model().rowCount() == 4
    qtbot.keyClick(opened.past, Qt.Key.Key_Up)
    assert opened.deliveries.model().rowCount() == 2


def test_a_new_announcement_leaves_the_chosen_one_chosen(qtbot: QtBot, office: StoredOffice) -> None:
    office.announce("First", people=4)
    opened = HistoryView(qtbot, office)
    opened.click(qtbot, 0)
    office.announce("Second", people=2)
    opened.pane.announcements_added()
    assert cell(opened.past.model(), 0, "message") == "Second"
    assert opened.chosen_rows() == [1]
    assert opened.deliveries.model().rowCount() == 4


def test_after_send_the_newest_is_chosen(qtbot: QtBot, office: StoredOffice) -> None:
    office.announce("First", people=4)
    opened = HistoryView(qtbot, office)
    opened.click(qtbot, 0)
    office.announce("Second", people=2)
    opened.pane.select_newest()
    assert opened.chosen_rows() == [0]
    assert opened.deliveries.model().rowCount() == 2


def test_after_send_the_newest_is_chosen_in_a_mirrored_window(
    mirrored: None, qtbot: QtBot, office: StoredOffice
) -> None:
    office.announce(people=2)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    assert opened.chosen_rows() == [0]
    place = opened.past.model().columns.place
    assert opened.past.columnViewportPosition(place("sent")) > opened.past.columnViewportPosition(place("outcome"))


def test_news_of_deliveries_shows_in_both_tables(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce(people=3)
    other = office.announce(people=2)
    opened = HistoryView(qtbot, office)
    opened.click(qtbot, 1)
    in_deliveries = touched(opened.deliveries.model())
    changed = {sent: office.submit(sent, ACCEPTED), other: office.submit(other, REJECTED)}
    opened.pane.deliveries_changed(changed)
    assert cell(opened.past.model(), 0, "outcome") == "1 failed · 1 waiting"
    assert cell(opened.past.model(), 1, "outcome") == "1 accepted · 2 waiting"
    assert in_deliveries == [(0, 0, "state", "why")]
    assert opened.chosen_rows() == [1]


def test_news_keeps_the_place_where_the_person_reads(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce(people=100)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    bar = opened.deliveries.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(500)
    opened.pane.deliveries_changed({sent: office.submit(sent, ACCEPTED, 5)})
    QApplication.processEvents()
    assert bar.value() == 500


def test_use_again_names_the_chosen_announcement(qtbot: QtBot, office: StoredOffice) -> None:
    first = office.announce("First")
    office.announce("Second")
    opened = HistoryView(qtbot, office)
    opened.click(qtbot, 1)
    with qtbot.waitSignal(opened.pane.about_chosen.use_again) as asked:
        qtbot.mouseClick(opened.use_again, Qt.MouseButton.LeftButton)
    assert asked.args == [first]


def test_the_tables_are_for_reading(qtbot: QtBot, office: StoredOffice) -> None:
    office.announce("First")
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    for table in (opened.past, opened.deliveries):
        assert not table.edit(table.model().index(0, 0), QTableView.EditTrigger.AllEditTriggers, None)
    opened.past.setFocus()
    qtbot.keyClick(opened.past, Qt.Key.Key_Tab)
    assert not opened.past.hasFocus()


@pytest.mark.parametrize("size", [(1000, 215), (1340, 240), (1340, 640)])
def test_no_splitter_moves_when_a_row_with_unknown_messages_is_chosen(
    qtbot: QtBot, office: StoredOffice, size: tuple[int, int]
) -> None:
    office.submit(office.announce("Doubtful"), UNKNOWN, 2)
    office.announce("Plain")
    opened = HistoryView(qtbot, office, lambda _id, _ids: ["The balance went down by a few credits. " * 4] * 6)
    opened.pane.resize(*size)
    splitter = opened.pane.findChild(QSplitter, "historySplitter")
    opened.click(qtbot, 0)
    before = splitter.sizes(), opened.pane.minimumSizeHint(), opened.pane.size()
    opened.click(qtbot, 1)
    QApplication.processEvents()
    assert opened.label("unknownTitle") != ""
    assert (splitter.sizes(), opened.pane.minimumSizeHint(), opened.pane.size()) == before
    splitter.setSizes([9_000, 0])
    QApplication.processEvents()
    assert opened.pane.size() == before[2]


def test_low_the_tables_stand_side_by_side_and_high_one_below_the_other(qtbot: QtBot, office: StoredOffice) -> None:
    opened = HistoryView(qtbot, office)
    splitter = opened.pane.findChild(QSplitter, "historySplitter")
    assert splitter.orientation() == Qt.Orientation.Horizontal
    opened.pane.resize(1300, 700)
    assert splitter.orientation() == Qt.Orientation.Vertical


@pytest.mark.parametrize("kind", [AnnouncementNotes, TitleLine])
def test_where_widgets_go_from_line_to_line_python_has_no_handle_on_what_qt_deletes_then(
    qtbot: QtBot, office: StoredOffice, kind: type[QWidget]
) -> None:
    pane = HistoryView(qtbot, office).pane
    assert handles_on_items(pane.findChild(kind)) == []
    for width in (600, 1800):
        pane.resize(width, 320)
        QApplication.processEvents()
        assert handles_on_items(pane.findChild(kind)) == []
