"""The history pane over a real database: what it reads, when, and how little it touches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QTableView

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.ui import announcements_model as past_columns
from smsdesk.ui import deliveries_model as delivery_columns
from smsdesk.ui.announcements_model import AnnouncementsModel
from smsdesk.ui.colours import Meaning
from smsdesk.ui.deliveries_model import DeliveriesModel
from smsdesk.ui.history_pane import HistoryPane
from smsdesk.ui.outcome_bar import COUNTS_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Office

ACCEPTED = Verdict(Outcome.ACCEPTED, message_id="1")
REJECTED = Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", "Invalid [to] <b>address</b>")
UNKNOWN = Verdict(Outcome.UNKNOWN, code="timeout")
NO_CREDIT = Verdict(Outcome.REJECTED, Scope.ACCOUNT, "no-credit", "Not enough credits")


class Opened:
    """The pane as a person sees it."""

    def __init__(self, qtbot: QtBot, office: Office) -> None:
        self.pane = HistoryPane(office.history, PROVIDERS)
        qtbot.addWidget(self.pane)
        self.pane.resize(1200, 320)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.past = self.table("historyTable")
        self.deliveries = self.table("deliveriesTable")
        self.use_again = self.pane.findChild(QPushButton, "useAgainButton")

    def table(self, name: str) -> QTableView:
        return self.pane.findChild(QTableView, name)

    def click(self, qtbot: QtBot, row: int) -> None:
        place = self.past.visualRect(self.past.model().index(row, past_columns.MESSAGE)).center()
        qtbot.mouseClick(self.past.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def chosen_rows(self) -> list[int]:
        return [index.row() for index in self.past.selectionModel().selectedRows()]

    def hints(self) -> list[str]:
        return [label.text() for label in self.pane.findChildren(QLabel) if label.isVisible()]


def cell(model: QAbstractItemModel, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(row, column).data(role)


def fetch_all(model: QAbstractItemModel) -> None:
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())


def touched(model: QAbstractItemModel) -> list[tuple[int, int, int, int]]:
    """Collects (first row, last row, first column, last column) of every change from now on."""
    seen: list[tuple[int, int, int, int]] = []
    model.dataChanged.connect(lambda top, bottom: seen.append((top.row(), bottom.row(), top.column(), bottom.column())))
    return seen


@pytest.fixture
def announcements(office: Office) -> AnnouncementsModel:
    return AnnouncementsModel(office.history, PROVIDERS)


@pytest.fixture
def deliveries(office: Office) -> DeliveriesModel:
    return DeliveriesModel(office.history, PROVIDERS)


# --- the announcements


def test_a_thousand_announcements_are_read_a_page_at_a_time(office: Office) -> None:
    for number in range(1000):
        office.announce(f"Note {number}", people=1)
    model = AnnouncementsModel(office.history, PROVIDERS)
    assert model.rowCount() == 50
    model.fetchMore()
    assert model.rowCount() == 100
    fetch_all(model)
    texts = [cell(model, row, past_columns.MESSAGE) for row in range(model.rowCount())]
    assert texts == [f"Note {number}" for number in reversed(range(1000))]


def test_scrolling_to_the_end_reads_on(qtbot: QtBot, office: Office) -> None:
    for number in range(120):
        office.announce(f"Note {number}", people=1)
    opened = Opened(qtbot, office)
    bar = opened.past.verticalScrollBar()

    def reads_on() -> bool:
        bar.setValue(bar.maximum())
        return opened.past.model().rowCount() == 120

    qtbot.waitUntil(reads_on)


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, office: Office) -> None:
    for _ in range(60):
        office.announce()
    model = AnnouncementsModel(office.history, PROVIDERS)
    shown = DeliveriesModel(office.history, PROVIDERS)
    shown.show(model.announcement(0))
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(shown, force_py=True)


def test_new_announcements_come_on_top(office: Office, announcements: AnnouncementsModel) -> None:
    for number in range(120):
        office.announce(f"Note {number}", people=1)
    announcements.reload_top()
    assert announcements.rowCount() == 120
    assert cell(announcements, 0, past_columns.MESSAGE) == "Note 119"
    announcements.reload_top()
    assert announcements.rowCount() == 120


def test_new_announcements_leave_the_older_pages_to_be_read(office: Office) -> None:
    for number in range(80):
        office.announce(f"Note {number}", people=1)
    model = AnnouncementsModel(office.history, PROVIDERS)
    office.announce("Newest", people=1)
    model.reload_top()
    fetch_all(model)
    texts = [cell(model, row, past_columns.MESSAGE) for row in range(model.rowCount())]
    assert texts == ["Newest", *(f"Note {number}" for number in reversed(range(80)))]


def test_only_what_changed_of_an_announcement_is_touched(office: Office) -> None:
    ids = [office.announce(f"Note {number}") for number in range(5)]
    model = AnnouncementsModel(office.history, PROVIDERS)
    seen = touched(model)
    office.submit(ids[3], ACCEPTED)
    model.refresh({ids[3], ids[0], 10_000})
    assert seen == [(1, 1, past_columns.PEOPLE, past_columns.OUTCOME)]
    assert cell(model, 1, past_columns.OUTCOME) == "1 accepted · 2 waiting"


def test_an_announcement_tells_when_what_who_and_how_it_went(office: Office) -> None:
    sent = office.announce("No school\n\ttomorrow", people=1500)
    office.submit(sent, REJECTED)
    model = AnnouncementsModel(office.history, PROVIDERS)
    assert cell(model, 0, past_columns.MESSAGE) == "No school tomorrow"
    assert cell(model, 0, past_columns.ACCOUNT) == "SMS Office — Front desk"
    assert cell(model, 0, past_columns.PEOPLE) == "1,500"
    assert cell(model, 0, past_columns.OUTCOME) == "1 rejected · 1,499 waiting"
    assert cell(model, 0, past_columns.OUTCOME, COUNTS_ROLE) == {
        DeliveryState.REJECTED: 1,
        DeliveryState.QUEUED: 1499,
    }
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert titles == ["Sent", "Message", "Account", "People", "Outcome"]


def test_a_renamed_account_shows_its_new_name(qtbot: QtBot, office: Office) -> None:
    office.announce()
    opened = Opened(qtbot, office)
    office.accounts.save(replace(office.accounts.all()[0], name="Reception")).result()
    opened.pane.accounts_changed()
    assert cell(opened.past.model(), 0, past_columns.ACCOUNT) == "SMS Office — Reception"


def test_markup_in_a_message_is_plain_text(office: Office) -> None:
    office.announce("<b>Free</b> & <img src=x>\nsecond line")
    model = AnnouncementsModel(office.history, PROVIDERS)
    assert cell(model, 0, past_columns.MESSAGE) == "<b>Free</b> & <img src=x> second line"
    tooltip = str(cell(model, 0, past_columns.MESSAGE, Qt.ItemDataRole.ToolTipRole))
    assert shown_by_qt(tooltip) == "<b>Free</b> & <img src=x>\nsecond line"


def shown_by_qt(tooltip: str) -> str:
    """What a tooltip's label makes of it."""
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


# --- the deliveries


def test_five_thousand_deliveries_are_read_a_page_at_a_time(office: Office, deliveries: DeliveriesModel) -> None:
    office.announce(people=5000)
    deliveries.show(office.history.page()[0])
    assert deliveries.rowCount() == 200
    fetch_all(deliveries)
    numbers = {cell(deliveries, row, delivery_columns.RECIPIENT) for row in range(deliveries.rowCount())}
    assert deliveries.rowCount() == len(numbers) == 5000


def test_a_change_touches_only_its_rows_and_those_that_are_loaded(office: Office, deliveries: DeliveriesModel) -> None:
    sent = office.announce(people=500)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    early = office.submit(sent, ACCEPTED, 3)
    deliveries.refresh(early)
    assert seen == [(0, 2, delivery_columns.STATE, delivery_columns.WHY)]
    office.submit(sent, ACCEPTED, 300)
    late = office.submit(sent, ACCEPTED, 100)
    deliveries.refresh(late)
    assert len(seen) == 1
    assert deliveries.rowCount() == 200


def test_when_any_delivery_may_have_changed_the_changed_ones_are_touched(
    office: Office, deliveries: DeliveriesModel
) -> None:
    sent = office.announce(people=5)
    office.submit(sent, ACCEPTED, 2)
    deliveries.show(office.history.page()[0])
    seen = touched(deliveries)
    office.outbox.cancel("front").result()
    deliveries.refresh(set())
    assert seen == [(2, 4, delivery_columns.STATE, delivery_columns.WHY)]
    assert cell(deliveries, 4, delivery_columns.STATE) == "– cancelled"


def test_a_delivery_tells_where_it_stands_and_why(office: Office, deliveries: DeliveriesModel) -> None:
    sent = office.announce(people=5)
    for verdict in (ACCEPTED, REJECTED, UNKNOWN):
        office.submit(sent, verdict)
    office.submit(sent, NO_CREDIT)
    deliveries.show(office.history.page()[0])
    told = [
        (cell(deliveries, row, delivery_columns.STATE), cell(deliveries, row, delivery_columns.WHY)) for row in range(5)
    ]
    assert told == [
        ("→ accepted", "No delivery report yet"),
        ("✗ rejected", "SMS Office does not accept this number: check its digits"),
        ("? unknown", "No answer after the request was sent"),
        ("… waiting", "Not enough credits at SMS Office: buy credits, then continue"),
        ("… waiting", "Waiting to be sent"),
    ]


def test_the_gateways_own_words_are_at_hand_as_plain_text(office: Office, deliveries: DeliveriesModel) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    tooltip = str(cell(deliveries, 0, delivery_columns.WHY, Qt.ItemDataRole.ToolTipRole))
    assert shown_by_qt(tooltip).endswith("The gateway said: “Invalid [to] <b>address</b>” (code bad-to)")


def test_a_recipient_is_shown_by_name_and_number(office: Office, deliveries: DeliveriesModel) -> None:
    office.announce(people=1, name="Amal Said")
    office.announce(people=1)
    named, nameless = reversed(office.history.page())
    deliveries.show(named)
    assert cell(deliveries, 0, delivery_columns.RECIPIENT) == "Amal Said · +968 9000 0000"
    deliveries.show(nameless)
    assert cell(deliveries, 0, delivery_columns.RECIPIENT) == "+968 9000 0000"


def test_states_stand_out_on_a_dark_background(dark: QPalette, office: Office, deliveries: DeliveriesModel) -> None:
    office.submit(office.announce(), REJECTED)
    deliveries.show(office.history.page()[0])
    shade = cell(deliveries, 0, delivery_columns.STATE, Qt.ItemDataRole.ForegroundRole)
    assert shade == QColor(Meaning.BAD.value[1])


# --- the pane


def test_an_empty_history_says_what_will_be_here_and_has_its_tables(qtbot: QtBot, office: Office) -> None:
    opened = Opened(qtbot, office)
    assert "What you send appears here, with what became of each message." in opened.hints()
    assert opened.past.isVisible()
    assert opened.deliveries.isVisible()
    assert opened.past.accessibleName() == "Announcements"
    assert opened.deliveries.accessibleName() == "Deliveries"
    assert opened.pane.findChild(QSplitter, "historySplitter") is not None
    assert not opened.pane.has_rows()
    assert not opened.use_again.isEnabled()


def test_the_first_announcement_takes_the_hint_away(qtbot: QtBot, office: Office) -> None:
    opened = Opened(qtbot, office)
    office.announce()
    opened.pane.select_newest()
    assert opened.pane.has_rows()
    assert opened.chosen_rows() == [0]
    assert opened.deliveries.model().rowCount() == 3
    assert opened.hints() == ["History"]


def test_choosing_an_announcement_shows_its_deliveries(qtbot: QtBot, office: Office) -> None:
    office.announce(people=4)
    office.announce(people=2)
    opened = Opened(qtbot, office)
    assert "Choose an announcement to see what became of each message." in opened.hints()
    opened.click(qtbot, 1)
    assert opened.deliveries.model().rowCount() == 4
    qtbot.keyClick(opened.past, Qt.Key.Key_Up)
    assert opened.deliveries.model().rowCount() == 2


def test_a_new_announcement_leaves_the_chosen_one_chosen(qtbot: QtBot, office: Office) -> None:
    office.announce("First", people=4)
    opened = Opened(qtbot, office)
    opened.click(qtbot, 0)
    office.announce("Second", people=2)
    opened.pane.announcements_added()
    assert cell(opened.past.model(), 0, past_columns.MESSAGE) == "Second"
    assert opened.chosen_rows() == [1]
    assert opened.deliveries.model().rowCount() == 4


def test_after_send_the_newest_is_chosen(qtbot: QtBot, office: Office) -> None:
    office.announce("First", people=4)
    opened = Opened(qtbot, office)
    opened.click(qtbot, 0)
    office.announce("Second", people=2)
    opened.pane.select_newest()
    assert opened.chosen_rows() == [0]
    assert opened.deliveries.model().rowCount() == 2


def test_after_send_the_newest_is_chosen_in_a_mirrored_window(mirrored: None, qtbot: QtBot, office: Office) -> None:
    office.announce(people=2)
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    assert opened.chosen_rows() == [0]
    assert opened.past.columnViewportPosition(past_columns.SENT) > opened.past.columnViewportPosition(
        past_columns.OUTCOME
    )


def test_news_of_deliveries_shows_in_both_tables(qtbot: QtBot, office: Office) -> None:
    sent = office.announce(people=3)
    other = office.announce(people=2)
    opened = Opened(qtbot, office)
    opened.click(qtbot, 1)
    in_deliveries = touched(opened.deliveries.model())
    changed = {sent: office.submit(sent, ACCEPTED), other: office.submit(other, REJECTED)}
    opened.pane.deliveries_changed(changed)
    assert cell(opened.past.model(), 0, past_columns.OUTCOME) == "1 rejected · 1 waiting"
    assert cell(opened.past.model(), 1, past_columns.OUTCOME) == "1 accepted · 2 waiting"
    assert in_deliveries == [(0, 0, delivery_columns.STATE, delivery_columns.WHY)]
    assert opened.chosen_rows() == [1]


def test_news_keeps_the_place_where_the_person_reads(qtbot: QtBot, office: Office) -> None:
    sent = office.announce(people=100)
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    bar = opened.deliveries.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(500)
    opened.pane.deliveries_changed({sent: office.submit(sent, ACCEPTED, 5)})
    QApplication.processEvents()
    assert bar.value() == 500


def test_use_again_names_the_chosen_announcement(qtbot: QtBot, office: Office) -> None:
    first = office.announce("First")
    office.announce("Second")
    opened = Opened(qtbot, office)
    opened.click(qtbot, 1)
    with qtbot.waitSignal(opened.pane.use_again) as asked:
        qtbot.mouseClick(opened.use_again, Qt.MouseButton.LeftButton)
    assert asked.args == [first]


def test_the_tables_are_for_reading(qtbot: QtBot, office: Office) -> None:
    office.announce("First")
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    for table in (opened.past, opened.deliveries):
        assert not table.edit(table.model().index(0, 0), QTableView.EditTrigger.AllEditTriggers, None)
    opened.past.setFocus()
    qtbot.keyClick(opened.past, Qt.Key.Key_Tab)
    assert not opened.past.hasFocus()
