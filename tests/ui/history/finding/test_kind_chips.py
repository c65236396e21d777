"""The chips over the announcements: they count, filter, and follow what happens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from smsdesk.domain.announcement import Announcement, Recipient
from tests.helpers.window.history_view import ACCEPTED, REJECTED, UNKNOWN, HistoryView
from tests.helpers.window.stored_office import FRONT_DESK

if TYPE_CHECKING:
    from tests.helpers.patient_bot import PatientBot
    from tests.helpers.window.stored_office import StoredOffice

NAMES = (
    "chipAnnouncements", "chipDoubtfulAnnouncements", "chipScheduledAnnouncements", "chipWaitingAnnouncements",
)  # fmt: skip

ALL = ("All 5", "2 with failed or unknown", "1 scheduled", "1 waiting")


def chip(opened: HistoryView, name: str) -> QAbstractButton:
    found = opened.pane.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def said(opened: HistoryView) -> list[str]:
    return [chip(opened, name).text() for name in NAMES if chip(opened, name).isVisible()]


def reads(qtbot: PatientBot, opened: HistoryView, *chips: str) -> None:
    qtbot.waitUntil(lambda: said(opened) == list(chips))


def lists(qtbot: PatientBot, opened: HistoryView, *messages: str) -> None:
    qtbot.waitUntil(lambda: opened.messages() == list(messages))


def press(qtbot: PatientBot, opened: HistoryView, name: str) -> None:
    qtbot.mouseClick(chip(opened, name), Qt.MouseButton.LeftButton)


@pytest.fixture
def sent(office: StoredOffice) -> dict[str, int]:
    """An announcement of each kind; what it did not come to waits."""
    ids = {text: office.announce(text, people=2) for text in ("Well", "Failed", "Doubtful", "Waits")}
    for text, verdict in (("Well", ACCEPTED), ("Failed", REJECTED), ("Doubtful", UNKNOWN)):
        office.submit(ids[text], verdict, 2)
    later = datetime.now(UTC) + timedelta(hours=20)
    people = (Recipient("+96890000012"),)
    ids["Later"] = office.outbox.add(
        Announcement(FRONT_DESK.id, "Later", "ALNOORSCH", 1, people, send_at=later)
    ).result()
    return ids


def test_they_count_each_kind_and_are_known_by_their_words(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    assert [chip(opened, name).accessibleName() for name in NAMES] == said(opened)
    assert chip(opened, NAMES[0]).isChecked()


def test_pressing_one_lists_only_these_and_again_all_of_them(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    press(qtbot, opened, NAMES[1])
    lists(qtbot, opened, "Doubtful", "Failed")
    chip(opened, NAMES[2]).setFocus()
    qtbot.keyClick(chip(opened, NAMES[2]), Qt.Key.Key_Space)
    lists(qtbot, opened, "Later")
    press(qtbot, opened, NAMES[2])
    lists(qtbot, opened, "Later", "Waits", "Doubtful", "Failed", "Well")


def test_what_was_typed_and_the_kind_hold_together(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    press(qtbot, opened, NAMES[1])
    opened.search("fail")
    lists(qtbot, opened, "Failed")
    opened.search("well")
    lists(qtbot, opened)
    opened.search("")
    lists(qtbot, opened, "Doubtful", "Failed")


def test_where_there_is_nothing_to_choose_between_there_are_no_chips(qtbot: PatientBot, office: StoredOffice) -> None:
    opened = HistoryView(qtbot, office)
    went_well = office.announce("Well", people=1)
    opened.pane.announcements_added()
    reads(qtbot, opened, "All 1", "1 waiting")
    office.submit(went_well, ACCEPTED)
    opened.pane.deliveries_changed({went_well: set()})
    reads(qtbot, opened)


def test_what_moves_on_leaves_the_list_as_soon_as_nobody_reads_there(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    press(qtbot, opened, NAMES[3])
    lists(qtbot, opened, "Waits")
    opened.past.setFocus()
    office.submit(sent["Waits"], ACCEPTED, 2)
    opened.pane.deliveries_changed({sent["Waits"]: set()})
    reads(qtbot, opened, "All 5", "2 with failed or unknown", "1 scheduled", "0 waiting")
    qtbot.waitUntil(lambda: not opened.pane._finding._reading.busy)
    assert opened.messages() == ["Waits"]
    chip(opened, NAMES[3]).setFocus()
    opened.pane.deliveries_changed({sent["Waits"]: set()})
    lists(qtbot, opened)
    assert "There is none of these any more." in opened.hints()


def test_after_send_all_are_listed_again_with_the_newest_chosen(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    press(qtbot, opened, NAMES[1])
    lists(qtbot, opened, "Doubtful", "Failed")
    office.announce("Brand new", people=1)
    opened.pane.select_newest()
    assert opened.messages()[:2] == ["Brand new", "Later"]
    assert opened.chosen_rows() == [0]
    assert chip(opened, NAMES[0]).isChecked()


def test_without_room_beside_the_title_they_stand_below_it_and_nothing_is_clipped(
    qtbot: PatientBot, office: StoredOffice, sent: dict[str, int]
) -> None:
    opened = HistoryView(qtbot, office)
    reads(qtbot, opened, *ALL)
    first, button = chip(opened, NAMES[0]), opened.use_again
    for width, below in ((1300, False), (480, True), (1300, False)):
        opened.pane.resize(width, 320)
        qtbot.waitUntil(lambda below=below: _is_below(first, button) is below)
        row = first.parentWidget()
        assert row.width() >= row.minimumSizeHint().width()


def _is_below(chip: QAbstractButton, button: QAbstractButton) -> bool:
    return chip.mapToGlobal(chip.rect().topLeft()).y() > button.mapToGlobal(button.rect().bottomLeft()).y()
