"""The tables of the history over a real database: what they read, when, and how little they touch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from smsdesk.domain.delivery import DeliveryState
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.history.outcome_bar import COUNTS_ROLE
from smsdesk.ui.widgets.colours import Meaning
from tests.helpers.history_view import (
    ACCEPTED,
    NO_CREDIT,
    REJECTED,
    UNKNOWN,
    HistoryView,
    cell,
    clock,
    fetch_all,
    no_bill,
    shown_by_qt,
    touched,
)

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.helpers.stored_office import StoredOffice


@pytest.fixture
def announcements(office: StoredOffice) -> AnnouncementsModel:
    return AnnouncementsModel(office.history, PROVIDERS, no_bill)


@pytest.fixture
def deliveries(office: StoredOffice) -> DeliveriesModel:
    return DeliveriesModel(office.history, PROVIDERS)


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


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, office: StoredOffice) -> None:
    for _ in range(60):
        office.announce()
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    shown = DeliveriesModel(office.history, PROVIDERS)
    shown.show(model.announcement(0))
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(shown, force_py=True)


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
    assert cell(model, 0, "outcome") == "1 rejected · 1,499 waiting"
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


def test_five_thousand_deliveries_are_read_a_page_at_a_time(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.announce(people=5000)
    deliveries.show(office.history.page()[0])
    assert deliveries.rowCount() == 200
    fetch_all(deliveries)
    numbers = {cell(deliveries, row, "recipient") for row in range(deliveries.rowCount())}
    assert deliveries.rowCount() == len(numbers) == 5000


def test_a_change_touches_only_its_rows_and_those_that_are_loaded(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=500)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    early = office.submit(sent, ACCEPTED, 3)
    deliveries.refresh(early)
    assert seen == [(0, 2, "state", "why")]
    office.submit(sent, ACCEPTED, 300)
    late = office.submit(sent, ACCEPTED, 100)
    deliveries.refresh(late)
    assert len(seen) == 1
    assert deliveries.rowCount() == 200


def test_when_any_delivery_may_have_changed_the_changed_ones_are_touched(
    office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=5)
    office.submit(sent, ACCEPTED, 2)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    office.outbox.cancel("front").result()
    deliveries.refresh(set())
    assert seen == [(2, 4, "state", "why")]
    assert cell(deliveries, 4, "state") == "– cancelled"


def test_a_delivery_tells_where_it_stands_and_why(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    sent = office.announce(people=5)
    for verdict in (ACCEPTED, REJECTED, UNKNOWN):
        office.submit(sent, verdict)
    office.submit(sent, NO_CREDIT)
    deliveries.show(office.history.page()[0])
    told = [(cell(deliveries, row, "state"), cell(deliveries, row, "why")) for row in range(5)]
    assert told == [
        ("→ accepted", "No delivery report yet"),
        ("✗ rejected", "SMS Office does not accept this number: check its digits"),
        ("? unknown", f"No answer after the request was sent, {clock(office, 2)}"),
        ("… waiting", "Not enough credits at SMS Office: buy credits, then continue"),
        ("… waiting", "Waiting to be sent"),
    ]


def test_the_gateways_own_words_are_at_hand_as_plain_text(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    tooltip = str(cell(deliveries, 0, "why", Qt.ItemDataRole.ToolTipRole))
    assert shown_by_qt(tooltip).endswith("The gateway said: “Invalid [to] <b>address</b>” (code bad-to)")


def test_a_recipient_is_shown_by_name_and_number(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.announce(people=1, name="Amal Said")
    office.announce(people=1)
    named, nameless = reversed(office.history.page())
    deliveries.show(named)
    assert cell(deliveries, 0, "recipient") == "Amal Said · +968 9000 0000"
    deliveries.show(nameless)
    assert cell(deliveries, 0, "recipient") == "+968 9000 0000"


def test_states_stand_out_on_a_dark_background(
    dark: QPalette, office: StoredOffice, deliveries: DeliveriesModel
) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    shade = cell(deliveries, 0, "state", Qt.ItemDataRole.ForegroundRole)
    assert shade == QColor(Meaning.BAD.value[1])
