"""The table of announcements over a real database: what it reads, when, and how little it touches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from smsdesk.domain.delivery import DeliveryState
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.outcome_delegate import COUNTS_ROLE
from tests.helpers.window.history_view import (
    ACCEPTED,
    REJECTED,
    HistoryView,
    cell,
    fetch_all,
    no_bill,
    shown_by_qt,
    touched,
)

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice


@pytest.fixture
def announcements(office: StoredOffice) -> AnnouncementsModel:
    return AnnouncementsModel(office.history, PROVIDERS, no_bill)


def test_a_thousand_announcements_are_read_a_page_at_a_time(office: StoredOffice) -> None:
    for number in range(1000):
        office.announce(f"Note {number}", people=1)
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    assert model.rowCount() == 50
    model.fetchMore()
    assert model.rowCount() == 100
    fetch_all(model)
    texts = [cell(model, row, "message") for row in range(model.rowCount())]
    assert texts == [f"Note {number}" for number in reversed(range(1000))]


def test_scrolling_to_the_end_reads_on(qtbot: QtBot, office: StoredOffice) -> None:
    for number in range(120):
        office.announce(f"Note {number}", people=1)
    opened = HistoryView(qtbot, office)
    bar = opened.past.verticalScrollBar()

    def reads_on() -> bool:
        bar.setValue(bar.maximum())
        return opened.past.model().rowCount() == 120

    qtbot.waitUntil(reads_on)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, office: StoredOffice) -> None:
    for _ in range(60):
        office.announce()
    qtmodeltester.check(AnnouncementsModel(office.history, PROVIDERS, no_bill), force_py=True)


def test_new_announcements_come_on_top(office: StoredOffice, announcements: AnnouncementsModel) -> None:
    for number in range(120):
        office.announce(f"Note {number}", people=1)
    announcements.reload_top()
    assert announcements.rowCount() == 120
    assert cell(announcements, 0, "message") == "Note 119"
    announcements.reload_top()
    assert announcements.rowCount() == 120


def test_new_announcements_leave_the_older_pages_to_be_read(office: StoredOffice) -> None:
    for number in range(80):
        office.announce(f"Note {number}", people=1)
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    office.announce("Newest", people=1)
    model.reload_top()
    fetch_all(model)
    texts = [cell(model, row, "message") for row in range(model.rowCount())]
    assert texts == ["Newest", *(f"Note {number}" for number in reversed(range(80)))]


def test_only_what_changed_of_an_announcement_is_touched(office: StoredOffice) -> None:
    ids = [office.announce(f"Note {number}") for number in range(5)]
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    seen = touched(model)
    office.submit(ids[3], ACCEPTED)
    model.refresh({ids[3], ids[0], 10_000})
    assert seen == [(1, 1, "people", "outcome")]
    assert cell(model, 1, "outcome") == "1 accepted · 2 waiting"


def test_an_announcement_tells_when_what_who_and_how_it_went(office: StoredOffice) -> None:
    sent = office.announce("No school\n\ttomorrow", people=1500)
    office.submit(sent, REJECTED)
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    assert cell(model, 0, "message") == "No school tomorrow"
    assert cell(model, 0, "account") == "SMS Office — Front desk"
    assert cell(model, 0, "people") == "1,500"
    assert cell(model, 0, "outcome") == "1 failed · 1,499 waiting"
    assert cell(model, 0, "outcome", COUNTS_ROLE) == {
        DeliveryState.REJECTED: 1,
        DeliveryState.QUEUED: 1499,
    }
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Sent", "Message", "Account", "People", "Outcome"]


def test_a_renamed_account_shows_its_new_name(qtbot: QtBot, office: StoredOffice) -> None:
    office.announce()
    opened = HistoryView(qtbot, office)
    office.accounts.save(replace(office.accounts.all()[0], name="Reception")).result()
    opened.pane.accounts_changed()
    assert cell(opened.past.model(), 0, "account") == "SMS Office — Reception"


def test_markup_in_a_message_is_plain_text(office: StoredOffice) -> None:
    office.announce("<b>Free</b> & <img src=x>\nsecond line")
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    assert cell(model, 0, "message") == "<b>Free</b> & <img src=x> second line"
    tooltip = str(cell(model, 0, "message", Qt.ItemDataRole.ToolTipRole))
    assert shown_by_qt(tooltip) == "<b>Free</b> & <img src=x>\nsecond line"
