from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView

from smsdesk.demo import DATABASE
from smsdesk.store.database import Database
from smsdesk.store.drafts import DraftStore
from smsdesk.store.settings import Settings, save_settings
from tests.helpers.timers import HeldTimers

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> HeldTimers:
    """No countdown ends by itself: it goes off when the test says so."""
    return HeldTimers(monkeypatch)


async def announce(operator: Operator, text: str = "Closed on Sunday") -> None:
    """Send, and wait until it is on disk."""
    operator.write(text)
    operator.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    operator.send()
    await operator.until(lambda: len(operator.states()) == 2)


def draft_on_disk(demo: Demo) -> tuple[str, list[str]]:
    """The text of the draft, and the numbers of its people as they were typed."""
    database = Database(demo.folder / DATABASE)
    try:
        draft = DraftStore(database).load()
    finally:
        database.close()
    return draft.text, [person.typed for person in draft.people]


async def counting_down(operator: Operator) -> None:
    await operator.counts_down()
    await operator.until(lambda: operator.label("sendTitle").startswith("2 messages leave in "))


def with_undo(open_demo: OpenDemo, demo: Demo, seconds: int) -> Operator:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=seconds))
    return open_demo()


def is_locked(operator: Operator) -> bool:
    names = ("addRecipientsButton", "importButton", "undoButton", "removeRecipientsButton")
    return operator.message.isReadOnly() and not any(operator.find(QPushButton, name).isEnabled() for name in names)


def place_of(operator: Operator, name: str) -> QRect:
    button = operator.find(QPushButton, name)
    return QRect(button.mapTo(operator.window, QPoint(0, 0)), button.size())


async def undo(operator: Operator) -> None:
    """Press Undo, and wait until the window knows what that brought."""
    operator.press("undoSendButton")
    await operator.until(lambda: operator.states()[:2] == ["cancelled"] * 2)
    await operator.until(lambda: operator.find(QPushButton, "sendButton").isEnabled())


async def taken_back(operator: Operator) -> None:
    await operator.reads("sendTitle", "Taken back: 2 messages")


async def test_undo_takes_everything_back_for_nothing_and_all_stands_where_it_stood(
    open_demo: OpenDemo, demo: Demo
) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    rows, place = operator.rows("recipientsTable"), place_of(operator, "sendButton")
    operator.send()
    await counting_down(operator)
    assert operator.states() == ["queued"] * 2
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert operator.rows("recipientsTable") == rows
    assert is_locked(operator)
    assert not operator.sees("sendButton")
    assert place_of(operator, "undoSendButton") == place

    await undo(operator)
    assert not is_locked(operator)
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert operator.rows("recipientsTable") == rows
    assert place_of(operator, "sendButton") == place
    assert operator.find(QPushButton, "undoButton").isEnabled()  # what was added can be taken back as before
    operator.message.clear()
    operator.find(QTableView, "recipientsTable").selectAll()
    operator.press("removeRecipientsButton")
    await taken_back(operator)
    assert operator.label("sendCaption") == "Nothing of it was sent or paid"
    assert demo.sandbox.ledger.accepted == []


async def test_ctrl_z_takes_it_back_too(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    await operator.reads("sendAside", "Ctrl+Z")
    operator.window.activateWindow()
    await operator.until(lambda: operator.message.hasFocus())  # nothing is pressed by a key that is pressed twice
    QTest.keyClick(operator.message, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)
    await operator.until(lambda: not operator.message.isReadOnly())
    assert operator.message.toPlainText() == "Closed on Sunday"


async def test_nothing_that_is_typed_pasted_or_dropped_changes_what_counts_down(
    open_demo: OpenDemo, demo: Demo
) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    rows, table = operator.rows("recipientsTable"), operator.find(QTableView, "recipientsTable")
    QTest.keyClicks(operator.message, "no")
    operator.paste("90000019", table)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    table.setCurrentIndex(table.model().index(0, 0))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    operator.click_cell("recipientsTable", 0, 1, twice=True)
    assert table.state() == QTableView.State.NoState
    assert operator.rows("recipientsTable") == rows
    assert operator.message.toPlainText() == "Closed on Sunday"
    operator.press("undoSendButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)


async def test_what_counts_down_is_no_draft_on_disk_whatever_is_in_sight(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.program.desks.current.controller._save_draft()
    draft = operator.program.office.drafts.load()
    assert (draft.text, [person.typed for person in draft.people]) == ("", ["900000"])
    await operator.leave()
    assert draft_on_disk(demo) == ("", ["900000"])


async def test_another_account_frees_the_composer_and_what_is_written_then_is_not_written_over(
    open_demo: OpenDemo, demo: Demo
) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.choose("iSmart (REST) — Demo")
    await operator.until(lambda: operator.message.toPlainText() == "")
    operator.write("Something else")
    await undo(operator)
    assert operator.message.toPlainText() == "Something else"
    operator.message.clear()
    await operator.until(lambda: "“Use again” in the history brings it back" in operator.label("sendCaption"))


async def test_without_undo_the_messages_leave_when_the_seconds_are_over_and_the_composer_is_free(
    open_demo: OpenDemo, demo: Demo, timers: HeldTimers
) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    timers.go_off()
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    await operator.reads("sendTitle", "2 of 2 accepted by SMS Office")
    await operator.reads("stopDetail", "Signed in · 2 messages this month")
    assert operator.message.toPlainText() == ""
    assert len(operator.rows("recipientsTable")) == 1
    assert not is_locked(operator)
    assert not operator.find(QPushButton, "undoButton").isEnabled()
    assert len(demo.sandbox.ledger.accepted) == 2
    operator.press("useSentAgainButton")
    assert operator.message.toPlainText() == "Closed on Sunday"


async def test_undo_that_is_switched_off_shows_no_countdown(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 0)
    await operator.ready()
    await announce(operator)
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    await operator.until(lambda: operator.message.toPlainText() == "")
    assert not operator.sees("undoSendButton")


async def test_the_same_text_can_be_sent_again_after_it_was_taken_back_and_is_no_repeat(
    open_demo: OpenDemo, demo: Demo, timers: HeldTimers
) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    await undo(operator)
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("confirmSendButton"))
    assert not operator.sees("leaveOutCheck")
    operator.press("confirmSendButton")
    await counting_down(operator)
    timers.go_off()
    await operator.until(lambda: operator.states() == ["cancelled"] * 2 + ["accepted"] * 2)
    await operator.until(lambda: operator.message.toPlainText() == "")


async def test_the_countdown_stays_in_sight_when_another_account_is_chosen(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.choose("iSmart (REST) — Demo")
    await operator.until(lambda: operator.label("sendTitle").startswith("2 messages leave "))
    await undo(operator)
    assert operator.message.toPlainText() == "Closed on Sunday"
    operator.message.clear()
    operator.find(QTableView, "recipientsTable").selectAll()
    operator.press("removeRecipientsButton")
    await taken_back(operator)
