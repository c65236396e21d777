"""The history pane over a real database: what it reads, when, and how little it touches."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QSplitter, QTableView

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.outcome import UNDONE, Outcome, Scope, Verdict
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.store.outbox import NewAnnouncement, Person
from smsdesk.store.unknowns import Unknowns
from smsdesk.ui import announcements_model as past_columns
from smsdesk.ui import deliveries_model as delivery_columns
from smsdesk.ui.announcements_model import AnnouncementsModel
from smsdesk.ui.colours import Meaning
from smsdesk.ui.deliveries_model import DeliveriesModel
from smsdesk.ui.evidence_words import Bill
from smsdesk.ui.history_pane import HistoryPane
from smsdesk.ui.outcome_bar import COUNTS_ROLE, SIGNS_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from smsdesk.store.history import PastAnnouncement
    from smsdesk.ui.announcement_notes import BillOf, Evidence
    from tests.ui.conftest import Office

ACCEPTED = Verdict(Outcome.ACCEPTED, message_id="1")
REJECTED = Verdict(Outcome.REJECTED, Scope.RECIPIENT, "bad-to", "Invalid [to] <b>address</b>")
UNKNOWN = Verdict(Outcome.UNKNOWN, code="timeout")
NO_CREDIT = Verdict(Outcome.REJECTED, Scope.ACCOUNT, "no-credit", "Not enough credits")


def no_evidence(_announcement_id: int, _delivery_ids: Sequence[int]) -> list[str]:
    return []


def no_bill(_past: PastAnnouncement) -> Bill | None:
    return None


class Opened:
    """The pane as a person sees it."""

    def __init__(
        self, qtbot: QtBot, office: Office, evidence: Evidence = no_evidence, bill_of: BillOf = no_bill
    ) -> None:
        self.pane = HistoryPane(office.history, Unknowns(office.database), PROVIDERS, evidence, bill_of)
        qtbot.addWidget(self.pane)
        self.pane.resize(1200, 320)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.past = self.table("historyTable")
        self.deliveries = self.table("deliveriesTable")
        self.use_again = self.button("useAgainButton")

    def table(self, name: str) -> QTableView:
        return self.pane.findChild(QTableView, name)

    def button(self, name: str) -> QPushButton:
        return self.pane.findChild(QPushButton, name)

    def label(self, name: str) -> str:
        label = self.pane.findChild(QLabel, name)
        return label.text() if label.isVisible() else ""

    def choose_deliveries(self, *rows: int) -> None:
        chosen = QItemSelection()
        for row in rows:
            index = self.deliveries.model().index(row, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.deliveries.selectionModel().select(chosen, flags)

    def click(self, qtbot: QtBot, row: int) -> None:
        place = self.past.visualRect(self.past.model().index(row, past_columns.MESSAGE)).center()
        qtbot.mouseClick(self.past.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def chosen_rows(self) -> list[int]:
        return [index.row() for index in self.past.selectionModel().selectedRows()]

    def hints(self) -> list[str]:
        return [label.text() for label in self.pane.findChildren(QLabel) if label.isVisible()]


def cell(model: QAbstractItemModel, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(row, column).data(role)


def clock(office: Office, place: int) -> str:
    """When the delivery at this place of the newest announcement last moved, as a clock here shows it."""
    past = office.history.deliveries(office.history.page()[0].id)[place]
    return past.changed_at.astimezone().strftime("%H:%M")


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
    return AnnouncementsModel(office.history, PROVIDERS, no_bill)


@pytest.fixture
def deliveries(office: Office) -> DeliveriesModel:
    return DeliveriesModel(office.history, PROVIDERS)


# --- the announcements


def test_a_thousand_announcements_are_read_a_page_at_a_time(office: Office) -> None:
    for number in range(1000):
        office.announce(f"Note {number}", people=1)
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
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
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
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
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    office.announce("Newest", people=1)
    model.reload_top()
    fetch_all(model)
    texts = [cell(model, row, past_columns.MESSAGE) for row in range(model.rowCount())]
    assert texts == ["Newest", *(f"Note {number}" for number in reversed(range(80)))]


def test_only_what_changed_of_an_announcement_is_touched(office: Office) -> None:
    ids = [office.announce(f"Note {number}") for number in range(5)]
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
    seen = touched(model)
    office.submit(ids[3], ACCEPTED)
    model.refresh({ids[3], ids[0], 10_000})
    assert seen == [(1, 1, past_columns.PEOPLE, past_columns.OUTCOME)]
    assert cell(model, 1, past_columns.OUTCOME) == "1 accepted · 2 waiting"


def test_an_announcement_tells_when_what_who_and_how_it_went(office: Office) -> None:
    sent = office.announce("No school\n\ttomorrow", people=1500)
    office.submit(sent, REJECTED)
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
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
    model = AnnouncementsModel(office.history, PROVIDERS, no_bill)
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
        ("? unknown", f"No answer after the request was sent, {clock(office, 2)}"),
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


# --- unknown messages


@pytest.fixture
def doubtful(office: Office) -> int:
    """An announcement for five: the first is accepted, three are unknown, the last waits."""
    sent = office.announce(people=5)
    office.submit(sent, ACCEPTED)
    office.submit(sent, UNKNOWN, 2)
    office.submit(sent, Verdict(Outcome.UNKNOWN, code="reset"))
    return sent


def ids_of(office: Office, announcement: int) -> list[int]:
    return [past.id for past in office.history.deliveries(announcement)]


def test_without_unknown_messages_and_bill_there_are_no_notes(qtbot: QtBot, office: Office) -> None:
    office.submit(office.announce(), ACCEPTED)
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    for name in ("itArrivedButton", "sendAgainButton"):
        assert not opened.button(name).isVisible()
    assert opened.label("unknownTitle") == opened.label("billNote") == ""


def test_unknown_messages_are_told_with_what_happened_when_and_the_evidence(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    asked: list[tuple[int, list[int]]] = []

    def evidence(announcement: int, deliveries: Sequence[int]) -> list[str]:
        asked.append((announcement, list(deliveries)))
        return ["The balance went down by 2 credits."]

    opened = Opened(qtbot, office, evidence)
    opened.pane.select_newest()
    assert opened.label("unknownTitle") == "3 messages may have been sent or not."
    assert opened.label("unknownText").splitlines() == [
        f"2: No answer after the request was sent, {clock(office, 1)}",
        f"1: The connection broke after the request was sent, {clock(office, 3)}",
        "The balance went down by 2 credits.",
    ]
    assert asked[-1] == (doubtful, ids_of(office, doubtful)[1:4])
    opened.choose_deliveries(2)
    assert asked[-1] == (doubtful, ids_of(office, doubtful)[2:3])


def test_more_evidence_than_there_is_room_for_is_counted_and_at_hand(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office, lambda _id, _ids: [f"Reason {number}" for number in range(10)])
    opened.pane.select_newest()
    shown = opened.label("unknownText").splitlines()
    assert shown[2:] == [*(f"Reason {number}" for number in range(5)), "and 5 more"]
    tooltip = opened.pane.findChild(QLabel, "unknownText").toolTip()
    assert shown_by_qt(tooltip).splitlines()[2:] == [f"Reason {number}" for number in range(10)]


def test_much_evidence_is_scrolled_and_leaves_the_messages_to_be_seen(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office, lambda _id, _ids: ["The balance went down by a few credits. " * 5] * 6)
    opened.pane.select_newest()
    bar = opened.pane.findChild(QLabel, "unknownText").parent().parent().verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert opened.pane.minimumSizeHint().height() < 400
    rows = opened.deliveries.viewport().height() // opened.deliveries.rowHeight(0)
    assert rows >= 2


def test_the_verbs_are_for_the_selected_unknown_messages_or_for_all(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    again = opened.button("sendAgainButton")
    everybody = ids_of(office, doubtful)
    for rows, scope, meant in (
        ((), "For all 3:", everybody[1:4]),
        ((0, 4), "For all 3:", everybody[1:4]),
        ((0, 2), "For the 1 selected:", [everybody[2]]),
        ((1, 3), "For the 2 selected:", [everybody[1], everybody[3]]),
    ):
        opened.choose_deliveries(*rows)
        assert opened.label("unknownScope") == again.accessibleDescription() == scope
        with qtbot.waitSignal(opened.pane.send_again) as asked:
            qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        assert asked.args == [doubtful, meant]


def test_one_message_is_marked_as_arrived_at_once(qtbot: QtBot, office: Office, doubtful: int) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    opened.choose_deliveries(1)
    with qtbot.waitSignal(opened.pane.arrived) as said:
        qtbot.mouseClick(opened.button("itArrivedButton"), Qt.MouseButton.LeftButton)
    assert said.args == [doubtful, [ids_of(office, doubtful)[1]]]
    assert opened.pane.findChild(QMessageBox) is None


def test_several_are_marked_as_arrived_after_a_question_whose_default_is_no(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    said: list[list[int]] = []
    opened.pane.arrived.connect(lambda _announcement, ids: said.append(ids))
    for name in ("cancelArrivedButton", "theyArrivedButton"):
        qtbot.mouseClick(opened.button("itArrivedButton"), Qt.MouseButton.LeftButton)
        (box,) = (box for box in opened.pane.findChildren(QMessageBox) if box.isVisible())
        assert box.text() == "Did 3 messages arrive?"
        assert box.textFormat() is Qt.TextFormat.PlainText
        assert box.defaultButton().objectName() == "cancelArrivedButton"
        assert said == []
        box.findChild(QPushButton, name).click()
    assert said == [ids_of(office, doubtful)[1:4]]


def test_the_menu_of_unknown_rows_offers_both_verbs_and_that_of_others_nothing(
    qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    opened.choose_deliveries(0)
    opened.deliveries.customContextMenuRequested.emit(QPoint(5, 5))
    assert opened.deliveries.findChild(QMenu) is None
    opened.choose_deliveries(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(opened.deliveries, event)
    menu = opened.deliveries.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["It arrived", "Send again (may arrive twice)…"]
    with qtbot.waitSignal(opened.pane.arrived) as said:
        menu.actions()[0].trigger()
    assert said.args == [doubtful, [ids_of(office, doubtful)[2]]]
    menu.close()


def test_what_was_decided_shows_in_the_rows_the_notes_and_the_list(qtbot: QtBot, office: Office, doubtful: int) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    assert (
        cell(opened.past.model(), 0, past_columns.OUTCOME) == "1 accepted · 3 unknown · 1 waiting · 3 to decide about"
    )
    assert cell(opened.past.model(), 0, past_columns.OUTCOME, SIGNS_ROLE) == "? 3"
    _, first, second, third, _ = ids_of(office, doubtful)
    Unknowns(office.database).arrived([first]).result()
    opened.pane.deliveries_changed({doubtful: {first}})
    assert cell(opened.deliveries.model(), 1, delivery_columns.WHY) == f"Marked as arrived by you, {clock(office, 1)}"
    assert shown_by_qt(str(cell(opened.deliveries.model(), 1, delivery_columns.WHY, Qt.ItemDataRole.ToolTipRole))) == (
        f"Marked as arrived by you, {clock(office, 1)}"
    )
    assert opened.label("unknownTitle") == "2 messages may have been sent or not."
    again = office.outbox.add(
        NewAnnouncement(
            "front", "Again", "", 1, (Person("+96890000002", "", second), Person("+96890000003", "", third))
        )
    ).result()
    opened.pane.announcements_added()
    assert opened.label("unknownTitle") == ""
    assert cell(opened.past.model(), 1, past_columns.OUTCOME, SIGNS_ROLE) == ""
    why = cell(opened.deliveries.model(), 2, delivery_columns.WHY)
    assert " · Sent again today at " in str(why)
    office.outbox.cancel_announcement(again, UNDONE).result()
    opened.pane.deliveries_changed({again: set()})
    assert opened.label("unknownTitle") == "2 messages may have been sent or not."
    assert cell(opened.past.model(), 1, past_columns.OUTCOME, SIGNS_ROLE) == "? 2"
    assert "Sent again" not in str(cell(opened.deliveries.model(), 2, delivery_columns.WHY))


def test_what_was_taken_back_says_so(office: Office, deliveries: DeliveriesModel) -> None:
    office.outbox.cancel_announcement(office.announce(people=1), UNDONE).result()
    deliveries.show(office.history.page()[0])
    assert cell(deliveries, 0, delivery_columns.STATE) == "– cancelled"
    assert cell(deliveries, 0, delivery_columns.WHY) == "Taken back before it was sent"


def test_the_verbs_stand_the_other_way_round_in_a_mirrored_window(
    mirrored: None, qtbot: QtBot, office: Office, doubtful: int
) -> None:
    opened = Opened(qtbot, office)
    opened.pane.select_newest()
    assert opened.button("itArrivedButton").x() > opened.button("sendAgainButton").x()
    opened.pane.grab()


# --- the bill


@pytest.mark.parametrize(
    ("bill", "note", "signs", "outcome"),
    [
        (Bill("Cost 3 credits, as expected.", differs=False), "Cost 3 credits, as expected.", "", "3 waiting"),
        (Bill("It cost 6 credits.", differs=True), "≠ It cost 6 credits.", "≠", "3 waiting · It cost 6 credits."),
    ],
)
def test_a_bill_is_told_with_a_sign_when_it_differs(
    qtbot: QtBot, office: Office, bill: Bill, note: str, signs: str, outcome: str
) -> None:
    office.announce()
    opened = Opened(qtbot, office, bill_of=lambda _past: bill)
    opened.pane.select_newest()
    assert opened.label("billNote") == note
    assert not opened.button("itArrivedButton").isVisible()
    assert cell(opened.past.model(), 0, past_columns.OUTCOME, SIGNS_ROLE) == signs
    assert cell(opened.past.model(), 0, past_columns.OUTCOME) == outcome


def test_the_bill_of_an_announcement_is_worked_out_again_only_when_it_changed(office: Office) -> None:
    sent = office.announce()
    asked: list[int] = []
    model = AnnouncementsModel(office.history, PROVIDERS, lambda past: asked.append(past.id))
    for _ in range(3):
        cell(model, 0, past_columns.OUTCOME)
    office.submit(sent, ACCEPTED)
    model.refresh({sent})
    cell(model, 0, past_columns.OUTCOME)
    assert asked == [sent, sent]


def test_signs_are_drawn_beside_the_bar_and_not_over_it(qtbot: QtBot, office: Office, doubtful: int) -> None:
    plain, signed = Opened(qtbot, office), Opened(qtbot, office, bill_of=lambda _past: Bill("More", differs=True))
    Unknowns(office.database).arrived(ids_of(office, doubtful)).result()
    plain.pane.accounts_changed()
    assert bar_width(plain) > bar_width(signed)


def bar_width(opened: Opened) -> int:
    """Columns of the outcome cell in which the bar's first colour is seen in the row's middle."""
    place = opened.past.visualRect(opened.past.model().index(0, past_columns.OUTCOME))
    picture = opened.past.viewport().grab(place).toImage()
    middle = picture.height() // 2
    background = picture.pixelColor(1, 1)
    row = [picture.pixelColor(x, middle) != background for x in range(picture.width())]
    return row.index(False, row.index(True))
