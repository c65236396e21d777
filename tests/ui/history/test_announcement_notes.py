"""What the history says of unknown messages and of bills, and the verbs that go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.outcome import UNDONE, Outcome, Verdict
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.store.history.unknowns import Unknowns
from smsdesk.ui.history.announcements_model import AnnouncementsModel
from smsdesk.ui.history.deliveries_model import DeliveriesModel
from smsdesk.ui.history.outcome_delegate import SIGNS_ROLE
from smsdesk.ui.history.reconciliation_text import Bill
from tests.helpers.window.history_view import (
    ACCEPTED,
    UNKNOWN,
    HistoryView,
    cell,
    clock,
    shown_by_qt,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice


@pytest.fixture
def deliveries(office: StoredOffice) -> DeliveriesModel:
    return DeliveriesModel(office.history, PROVIDERS)


@pytest.fixture
def doubtful(office: StoredOffice) -> int:
    """An announcement for five: the first is accepted, three are unknown, the last waits."""
    sent = office.announce(people=5)
    office.submit(sent, ACCEPTED)
    office.submit(sent, UNKNOWN, 2)
    office.submit(sent, Verdict(Outcome.UNKNOWN, code="reset"))
    return sent


def ids_of(office: StoredOffice, announcement: int) -> list[int]:
    return [past.id for past in office.history.deliveries(announcement)]


def test_without_unknown_messages_and_bill_there_are_no_notes(qtbot: QtBot, office: StoredOffice) -> None:
    office.submit(office.announce(), ACCEPTED)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    for name in ("itArrivedButton", "sendAgainButton"):
        assert not opened.button(name).isVisible()
    assert opened.label("unknownTitle") == opened.label("billNote") == ""


def test_unknown_messages_are_told_with_what_happened_when_and_the_evidence(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    asked: list[tuple[int, list[int]]] = []

    def evidence(announcement: int, deliveries: Sequence[int]) -> list[str]:
        asked.append((announcement, list(deliveries)))
        return ["The balance went down by 2 credits."]

    opened = HistoryView(qtbot, office, evidence)
    opened.pane.select_newest()
    assert opened.label("unknownTitle") == "3 messages may have been sent or not."
    assert opened.label("unknownText").splitlines() == [
        f"2: No answer after the request was sent, {clock(office, 1)}",
        f"1: The connection broke after the request was sent, {clock(office, 3)}",
        "The balance went down by 2 credits.",
    ]
    assert asked[-1] == (doubtful, ids_of(office, doubtful)[1:4])
    opened.choose_deliveries(1)
    assert asked[-1] == (doubtful, ids_of(office, doubtful)[2:3])


def test_more_evidence_than_there_is_room_for_is_counted_and_at_hand(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office, lambda _id, _ids: [f"Reason {number}" for number in range(10)])
    opened.pane.select_newest()
    shown = opened.label("unknownText").splitlines()
    assert shown[2:] == [*(f"Reason {number}" for number in range(5)), "and 5 more"]
    tooltip = opened.pane.findChild(QLabel, "unknownText").toolTip()
    assert shown_by_qt(tooltip).splitlines()[2:] == [f"Reason {number}" for number in range(10)]


def test_much_evidence_is_scrolled_and_leaves_the_messages_to_be_seen(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office, lambda _id, _ids: ["The balance went down by a few credits. " * 5] * 6)
    opened.pane.select_newest()
    bar = opened.pane.findChild(QLabel, "unknownText").parent().parent().verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert opened.pane.minimumSizeHint().height() < 400
    rows = opened.deliveries.viewport().height() // opened.deliveries.rowHeight(0)
    assert rows >= 2


def test_the_verbs_are_for_the_selected_unknown_messages_or_for_all(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    again = opened.button("sendAgainButton")
    everybody = ids_of(office, doubtful)
    for rows, scope, meant in (
        ((), "For all 3:", everybody[1:4]),
        ((3, 4), "For all 3:", everybody[1:4]),
        ((3, 1), "For the 1 selected:", [everybody[2]]),
        ((0, 2), "For the 2 selected:", [everybody[1], everybody[3]]),
    ):
        opened.choose_deliveries(*rows)
        assert opened.label("unknownScope") == again.accessibleDescription() == scope
        with qtbot.waitSignal(opened.pane.send_again) as asked:
            qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        assert asked.args == [doubtful, meant]


def test_one_message_is_marked_as_arrived_at_once(qtbot: QtBot, office: StoredOffice, doubtful: int) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    opened.choose_deliveries(0)
    with qtbot.waitSignal(opened.pane.arrived) as said:
        qtbot.mouseClick(opened.button("itArrivedButton"), Qt.MouseButton.LeftButton)
    assert said.args == [doubtful, [ids_of(office, doubtful)[1]]]
    assert opened.pane.findChild(QMessageBox) is None


def test_several_are_marked_as_arrived_after_a_question_whose_default_is_no(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office)
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


def test_the_menu_of_unknown_rows_offers_both_verbs_and_that_of_others_only_to_copy(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    opened.choose_deliveries(3)
    menu = opened.menu(opened.deliveries, "deliveriesMenu")
    assert [action.text() for action in menu.actions()] == ["Copy", "Sort by", "Columns"]
    menu.close()
    opened.choose_deliveries(1)
    menu = opened.menu(opened.deliveries, "deliveriesMenu")
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["It arrived", "Send again (may arrive twice)…", "Copy", "Sort by", "Columns"]
    with qtbot.waitSignal(opened.pane.arrived) as said:
        menu.actions()[0].trigger()
    assert said.args == [doubtful, [ids_of(office, doubtful)[2]]]
    menu.close()


def test_what_was_decided_shows_in_the_rows_the_notes_and_the_list(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    assert cell(opened.past.model(), 0, "outcome") == "1 accepted · 3 unknown · 1 waiting · 3 to decide about"
    assert cell(opened.past.model(), 0, "outcome", SIGNS_ROLE) == "? 3"
    _, first, second, third, _ = ids_of(office, doubtful)
    Unknowns(office.database).arrived([first]).result()
    opened.pane.deliveries_changed({doubtful: {first}})
    assert cell(opened.deliveries.model(), 3, "why") == f"Marked as arrived by you, {clock(office, 1)}"
    assert shown_by_qt(str(cell(opened.deliveries.model(), 3, "why", Qt.ItemDataRole.ToolTipRole))) == (
        f"Marked as arrived by you, {clock(office, 1)}"
    )
    assert opened.label("unknownTitle") == "2 messages may have been sent or not."
    again = office.outbox.add(
        Announcement(
            "front", "Again", "", 1, (Recipient("+96890000002", "", second), Recipient("+96890000003", "", third))
        )
    ).result()
    opened.pane.announcements_added()
    assert opened.label("unknownTitle") == ""
    assert cell(opened.past.model(), 1, "outcome", SIGNS_ROLE) == ""
    why = cell(opened.deliveries.model(), 1, "why")
    assert " · Sent again today at " in str(why)
    office.outbox.cancel_announcement(again, UNDONE).result()
    opened.pane.deliveries_changed({again: set()})
    assert opened.label("unknownTitle") == "2 messages may have been sent or not."
    assert cell(opened.past.model(), 1, "outcome", SIGNS_ROLE) == "? 2"
    assert "Sent again" not in str(cell(opened.deliveries.model(), 1, "why"))


def test_what_was_taken_back_says_so(office: StoredOffice, deliveries: DeliveriesModel) -> None:
    office.outbox.cancel_announcement(office.announce(people=1), UNDONE).result()
    deliveries.show(office.history.page()[0])
    assert cell(deliveries, 0, "state") == "– cancelled"
    assert cell(deliveries, 0, "why") == "Taken back before it was sent"


def test_the_verbs_stand_the_other_way_round_in_a_mirrored_window(
    mirrored: None, qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office)
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
    qtbot: QtBot, office: StoredOffice, bill: Bill, note: str, signs: str, outcome: str
) -> None:
    office.announce()
    opened = HistoryView(qtbot, office, bill_of=lambda _past: bill)
    opened.pane.select_newest()
    assert opened.label("billNote") == note
    assert not opened.button("itArrivedButton").isVisible()
    assert cell(opened.past.model(), 0, "outcome", SIGNS_ROLE) == signs
    assert cell(opened.past.model(), 0, "outcome") == outcome


def test_the_bill_of_an_announcement_is_worked_out_again_only_when_it_changed(office: StoredOffice) -> None:
    sent = office.announce()
    asked: list[int] = []
    model = AnnouncementsModel(office.history, PROVIDERS, lambda past: asked.append(past.id))
    for _ in range(3):
        cell(model, 0, "outcome")
    office.submit(sent, ACCEPTED)
    model.refresh({sent})
    cell(model, 0, "outcome")
    assert asked == [sent, sent]


def test_signs_are_drawn_beside_the_words_and_take_from_the_bar(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    plain, signed = (
        HistoryView(qtbot, office),
        HistoryView(qtbot, office, bill_of=lambda _past: Bill("More", differs=True)),
    )
    Unknowns(office.database).arrived(ids_of(office, doubtful)).result()
    plain.pane.accounts_changed()
    for view in (plain, signed):
        view.past.setColumnWidth(
            view.past.model().columns.place("outcome"), 44 * view.past.fontMetrics().averageCharWidth()
        )
    assert bar_width(plain) > bar_width(signed)


def bar_width(opened: HistoryView) -> int:
    """Columns of the outcome cell in which the bar's first colour is seen in the row's middle."""
    place = opened.past.visualRect(opened.past.model().index(0, opened.past.model().columns.place("outcome")))
    picture = opened.past.viewport().grab(place).toImage()
    middle = picture.height() // 2
    background = picture.pixelColor(1, 1)
    row = [picture.pixelColor(x, middle) != background for x in range(picture.width())]
    return row.index(False, row.index(True))


def test_where_it_is_low_the_rows_are_seen_and_the_evidence_is_in_the_tooltip(
    qtbot: QtBot, office: StoredOffice, doubtful: int
) -> None:
    opened = HistoryView(qtbot, office, lambda _id, _ids: ["The balance went down by 2 credits."])
    opened.pane.resize(1340, 205)
    opened.pane.select_newest()
    title = opened.pane.findChild(QLabel, "unknownTitle")
    assert opened.label("unknownText") == ""
    assert "The balance went down by 2 credits." in shown_by_qt(title.toolTip())
    first = opened.deliveries.visualRect(opened.deliveries.model().index(0, 0))
    below = opened.deliveries.viewport().mapTo(opened.pane, first.bottomLeft())
    assert below.y() < opened.pane.height()
    opened.pane.resize(1340, 330)
    assert "The balance went down by 2 credits." in opened.label("unknownText")
