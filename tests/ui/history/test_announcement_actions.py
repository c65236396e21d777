"""What is offered for the chosen announcement, and what each button asks for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.ui.text.formatting import without_letter
from tests.helpers.window.history_view import ACCEPTED, REJECTED, UNKNOWN, HistoryView

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.helpers.window.stored_office import StoredOffice

OFFERED = ("oneByOneButton", "cancelScheduledButton", "sendRestButton", "useAgainButton", "resendFailedButton")


def offered(opened: HistoryView) -> list[str]:
    buttons = (opened.button(name) for name in OFFERED)
    return [without_letter(button.text()) for button in buttons if button.isVisible() and button.isEnabled()]


def test_nothing_is_offered_while_nothing_is_chosen(qtbot: QtBot, office: StoredOffice) -> None:
    office.submit(office.announce(), REJECTED)
    assert offered(HistoryView(qtbot, office)) == []


def test_the_failed_are_counted_without_the_unknown_and_the_rest_after_stop(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce(people=8)
    for verdict, count in ((ACCEPTED, 1), (REJECTED, 2), (UNKNOWN, 3)):
        office.submit(sent, verdict, count)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    assert offered(opened) == ["Use again", "Resend 2 failed…"]
    office.outbox.cancel("front").result()
    opened.pane.deliveries_changed({sent: set()})
    assert offered(opened) == ["Send the rest…", "Use again", "Resend 2 failed…"]
    assert opened.button("sendRestButton").toolTip() == "Send it to the 2 people for whom it was stopped"


def test_what_is_refused_together_can_be_sent_one_by_one_too(qtbot: QtBot, office: StoredOffice) -> None:
    office.submit(office.announce(), Verdict(Outcome.REJECTED, Scope.RECIPIENT, "9-batch"), 3)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    assert offered(opened) == ["Send one by one…", "Use again", "Resend 3 failed…"]


def test_each_button_names_the_announcement(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce()
    office.submit(sent, REJECTED)
    office.outbox.cancel("front").result()
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    about = opened.pane.about_chosen
    for name, signal in (
        ("useAgainButton", about.use_again),
        ("resendFailedButton", about.resend_failed),
        ("sendRestButton", about.send_rest),
    ):
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(opened.button(name), Qt.MouseButton.LeftButton)
        assert asked.args == [sent]


def test_the_menu_offers_what_the_buttons_offer(qtbot: QtBot, office: StoredOffice) -> None:
    sent = office.announce()
    office.submit(sent, REJECTED)
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    menu = opened.menu(opened.past, "historyMenu")
    texts = [without_letter(action.text()) for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Use again", "Resend 1 failed…", "Copy", "Sort by", "Columns"]
    with qtbot.waitSignal(opened.pane.about_chosen.resend_failed) as asked:
        menu.actions()[1].trigger()
    assert asked.args == [sent]
    menu.close()


def test_cancel_is_asked_once_with_the_number_and_keeps_by_default(qtbot: QtBot, office: StoredOffice) -> None:
    people = tuple(Recipient(f"+9689000001{number}") for number in range(3))
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    sent = office.outbox.add(Announcement("front", "Staff", "ALNOORSCH", 1, people, send_at=tomorrow)).result()
    opened = HistoryView(qtbot, office)
    opened.pane.select_newest()
    asked: list[int] = []
    opened.pane.about_chosen.cancel.connect(asked.append)
    for name in ("keepMessagesButton", "cancelMessagesButton"):
        qtbot.mouseClick(opened.button("cancelScheduledButton"), Qt.MouseButton.LeftButton)
        (box,) = (box for box in opened.pane.findChildren(QMessageBox) if box.isVisible())
        assert box.text() == "Cancel 3 messages?"
        assert box.defaultButton().objectName() == "keepMessagesButton"
        assert asked == []
        box.findChild(QPushButton, name).click()
    assert asked == [sent]


def test_what_can_not_be_failed_is_not_looked_up(
    qtbot: QtBot, office: StoredOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.announce(people=5)
    opened = HistoryView(qtbot, office)

    def looked_up(_announcement_id: int) -> None:
        raise AssertionError("read for nothing")

    monkeypatch.setattr(office.history, "how_many", looked_up)
    opened.pane.select_newest()
    assert offered(opened) == ["Use again"]
