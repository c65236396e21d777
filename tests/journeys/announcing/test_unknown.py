from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ISMART = "iSmart (REST) — Demo"
NUMBERS = [f"968900000{number}" for number in range(12, 15)]


@pytest.fixture
def doubtful(clerk: Any) -> Any:
    """A clerk who sends without a countdown."""
    clerk.program.settings.undo_seconds = 0
    return clerk


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


async def announce(clerk: Any, demo: Any, *faults: Fault) -> None:
    """Send to three people; the first requests meet these faults, and then it goes on."""
    await clerk.at_rest()
    demo.sandbox.faults.then(*faults)
    clerk.write("Closed on Sunday")
    clerk.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    clerk.send()
    unknown = ["unknown"] * len(faults)
    await clerk.until(lambda: clerk.states()[: len(faults)] == unknown)
    await clerk.until(lambda: clerk.sees("continueButton") or "queued" not in clerk.states())
    if clerk.sees("continueButton"):
        clerk.press("continueButton")
    await clerk.until(lambda: clerk.states() == [*unknown, *["accepted"] * (3 - len(faults))])
    await clerk.at_rest()
    await clerk.until(lambda: clerk.sees("itArrivedButton"))


def copies(demo: Any) -> Counter[str]:
    """How many copies the gateway took for each number."""
    return Counter(copy.number for copy in demo.sandbox.ledger.accepted)


def why(clerk: Any) -> list[str]:
    return [row[2] for row in clerk.rows("deliveriesTable")]


def choose_announcement(clerk: Any, row: int) -> None:
    clerk.click_cell("historyTable", row, 1)


async def confirm(clerk: Any) -> None:
    """Press Send in the confirmation, and wait until the new announcement is shown and chosen."""
    before = len(clerk.rows("historyTable"))
    clerk.press("confirmSendButton")
    chosen = clerk.find(QTableView, "historyTable").selectionModel().selectedRows
    await clerk.until(lambda: len(clerk.rows("historyTable")) > before and [at.row() for at in chosen()] == [0])


async def send_again(clerk: Any) -> None:
    clerk.press("sendAgainButton")
    await confirm(clerk)


def resend_of(clerk: Any) -> list[int | None]:
    with closing(sqlite3.connect(clerk.program.database.path)) as connection:
        return [of for (of,) in connection.execute("SELECT resend_of FROM delivery ORDER BY id")]


async def test_an_unknown_message_is_shown_with_what_happened_and_what_the_balance_did(
    doubtful: Any, demo: Any
) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING)
    assert clerk.label("unknownTitle") == "1 message may have been sent or not."
    await clerk.until(lambda: "the balance went down by 3 credits" in clerk.label("unknownText"))
    assert clerk.label("unknownText").startswith("The connection broke after the request was sent, ")
    assert not clerk.sees("unknownScope")
    assert clerk.rows("historyTable")[0][-1].endswith("2 accepted · 1 unknown · 1 to decide about")


async def test_a_gateway_that_tells_nothing_is_named(doubtful: Any, demo: Any) -> None:
    doubtful.choose(ISMART)
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    doubtful.write("Closed on Sunday")
    doubtful.add("Amal 90000012\nSaid 90000013")
    doubtful.send()
    await doubtful.until(lambda: doubtful.states() == ["unknown", "unknown"])
    told = "iSmart (REST) tells neither balance nor status: ask the people"
    await doubtful.until(lambda: doubtful.sees("unknownText") and told in doubtful.label("unknownText"))


async def test_it_arrived_for_one_leaves_nothing_to_decide_and_sends_nothing(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING)
    before = copies(demo)
    clerk.press("itArrivedButton")
    await clerk.until(lambda: clerk.states() == ["delivered", "accepted", "accepted"])
    await clerk.until(lambda: not clerk.sees("itArrivedButton"))
    assert clerk.rows("deliveriesTable")[0][1] == "✓ delivered"
    assert why(clerk)[0].startswith("Marked as arrived by you, ")
    assert copies(demo) == before


async def test_it_arrived_for_all_is_asked_once(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.TRUNCATED)
    assert clerk.label("unknownScope") == "For all 2:"
    clerk.press("itArrivedButton")
    clerk.press("theyArrivedButton")
    await clerk.until(lambda: clerk.states() == ["delivered", "delivered", "accepted"])
    await clerk.until(lambda: not clerk.sees("itArrivedButton"))


async def test_enter_at_that_question_leaves_everything_unknown(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    clerk.press("itArrivedButton")
    cancel = clerk.find(QPushButton, "cancelArrivedButton")
    await clerk.until(lambda: QApplication.focusWidget() is cancel)
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    await clerk.at_rest()
    assert clerk.states() == ["unknown", "unknown", "accepted"]


async def test_send_again_sends_everybody_of_them_exactly_one_more_copy(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    before = copies(demo)
    assert before == {NUMBERS[0]: 1, NUMBERS[2]: 1}
    clerk.press("sendAgainButton")
    assert clerk.find(QPushButton, "confirmSendButton").text() == "Send 2 messages"
    assert "2 people may get it twice." in clerk.shown_texts()
    await confirm(clerk)
    await clerk.until(lambda: clerk.states() == ["unknown", "unknown", "accepted", "accepted", "accepted"])
    await clerk.at_rest()
    assert copies(demo) == before + Counter(NUMBERS[:2])
    assert resend_of(clerk) == [None, None, None, 1, 2]
    assert [row[1] for row in clerk.rows("historyTable")] == ["Closed on Sunday"] * 2
    choose_announcement(clerk, 1)
    assert not clerk.sees("sendAgainButton")
    assert all(" · Sent again today at " in told for told in why(clerk)[:2])
    assert clerk.rows("historyTable")[1][-1] == "1 accepted · 2 unknown"


async def test_send_again_for_one_leaves_the_other_to_be_decided(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    clerk.click_cell("deliveriesTable", 1, 0)
    assert clerk.label("unknownScope") == "For the 1 selected:"
    await send_again(clerk)
    await clerk.until(lambda: clerk.states() == ["unknown", "unknown", "accepted", "accepted"])
    assert copies(demo) == Counter(NUMBERS)
    choose_announcement(clerk, 1)
    await clerk.until(lambda: clerk.label("unknownTitle") == "1 message may have been sent or not.")
    clerk.press("itArrivedButton")
    await clerk.until(lambda: clerk.states() == ["delivered", "unknown", "accepted", "accepted"])


async def test_pressing_again_does_nothing_twice(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING)
    again, arrived = clerk.find(QPushButton, "sendAgainButton"), clerk.find(QPushButton, "itArrivedButton")
    clerk.press("sendAgainButton")
    clerk.press("confirmSendButton")
    again.click()  # before anything of it is on disk
    assert not clerk.sees("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted", "accepted", "accepted"])
    clerk.program.controller._resending.send_again(1, [1])  # as from a window that is behind the times
    assert not clerk.sees("confirmSendButton")
    arrived.click()
    await clerk.at_rest()
    assert clerk.states() == ["unknown", "accepted", "accepted", "accepted"]
    assert copies(demo) == Counter(NUMBERS + NUMBERS[:1])


async def test_what_was_sent_again_and_taken_back_is_to_be_decided_again(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING)
    clerk.program.settings.undo_seconds = 60
    await send_again(clerk)
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted", "accepted", "queued"])
    choose_announcement(clerk, 1)
    assert not clerk.sees("sendAgainButton")
    clerk.press("undoButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted", "accepted", "cancelled"])
    await clerk.until(lambda: clerk.sees("sendAgainButton"))
    assert "Sent again" not in why(clerk)[0]
    choose_announcement(clerk, 0)
    assert why(clerk) == ["Taken back before it was sent"]
    assert copies(demo) == Counter(NUMBERS)
    choose_announcement(clerk, 1)
    clerk.program.settings.undo_seconds = 0
    await send_again(clerk)
    await clerk.until(lambda: clerk.states()[-1] == "accepted")
    assert copies(demo) == Counter(NUMBERS + NUMBERS[:1])


async def test_the_keyboard_reaches_rows_and_both_verbs(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    table = clerk.find(QTableView, "deliveriesTable")
    clerk.click_cell("deliveriesTable", 0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.label("unknownScope") == "For the 2 selected:"
    button = clerk.find(QPushButton, "itArrivedButton")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    clerk.press("theyArrivedButton")
    await clerk.until(lambda: clerk.states() == ["delivered", "delivered", "accepted"])


async def test_an_announcement_whose_account_is_gone_says_what_to_do(doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING)
    clerk.program.office.book.delete(clerk.account().id).result()
    clerk.press("sendAgainButton")
    assert not clerk.sees("confirmSendButton")
    assert clerk.label("problemText").startswith("The account that this was sent with is no longer there.")


async def test_what_an_earlier_run_left_unknown_is_told_once_at_the_start(
    clerk: Any, open_demo: Callable[[], Any], demo: Any
) -> None:
    clerk.program.settings.undo_seconds = 0
    await clerk.at_rest()
    demo.sandbox.faults.then(Fault.HANG)
    clerk.write("Closed on Sunday")
    clerk.add("90000012")
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["submitting"])
    await clerk.leave()
    again = open_demo()
    await again.ready()
    assert again.label("noticeText") == (
        "1 message may or may not have been sent when smsdesk ended, marked unknown in the history."
    )
    again.press("dismissButton")
    await again.leave()
    third = open_demo()
    await third.ready()
    assert not third.sees("noticeText")
    choose_announcement(third, 0)
    assert third.label("unknownText").startswith("The program ended while this was being sent, ")
    assert third.sees("sendAgainButton")


async def test_both_verbs_work_in_a_mirrored_window(mirrored: None, doubtful: Any, demo: Any) -> None:
    clerk = doubtful
    await announce(clerk, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    arrived, again = clerk.find(QPushButton, "itArrivedButton"), clerk.find(QPushButton, "sendAgainButton")
    assert arrived.x() > again.x()
    clerk.click_cell("deliveriesTable", 0, 0)
    clerk.press("itArrivedButton")
    await clerk.until(lambda: clerk.states() == ["delivered", "unknown", "accepted"])
    await clerk.until(lambda: clerk.label("unknownTitle") == "1 message may have been sent or not.")
    await send_again(clerk)
    await clerk.until(lambda: clerk.states() == ["delivered", "unknown", "accepted", "accepted"])
    assert copies(demo) == Counter(NUMBERS)
