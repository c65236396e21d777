from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from smsdesk.sandbox.faults import Fault
from tests.helpers.wire.requests import asked_to_send

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

ISMART = "iSmart (REST) — Demo"
NUMBERS = [f"968900000{number}" for number in range(12, 15)]


async def announce(operator: Operator, demo: Demo, *faults: Fault) -> None:
    """Send to three people; the first requests meet these faults, and then it goes on."""
    await operator.at_rest()
    demo.sandbox.faults.then(*faults)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013\nMaryam 90000014")
    operator.send()
    unknown = ["unknown"] * len(faults)
    await operator.until(lambda: operator.states()[: len(faults)] == unknown)
    await operator.until(lambda: operator.sees("continueButton") or "queued" not in operator.states())
    if operator.sees("continueButton"):
        operator.press("continueButton")
    await operator.until(lambda: operator.states() == [*unknown, *["accepted"] * (3 - len(faults))])
    await operator.at_rest()
    await operator.until(lambda: operator.sees("itArrivedButton"))
    operator.press("chipEverybody")  # rows that kept their places, under the mouse, find their order


def copies(demo: Demo) -> Counter[str]:
    """How many copies the gateway took for each number."""
    return Counter(copy.number for copy in demo.sandbox.ledger.accepted)


def why(operator: Operator) -> list[str]:
    return [row[4] for row in operator.rows("deliveriesTable")]


def choose_announcement(operator: Operator, row: int) -> None:
    operator.click_cell("historyTable", row, 1)


async def confirm(operator: Operator) -> None:
    """Press Send in the confirmation, and wait until the new announcement is shown and chosen."""
    before = len(operator.rows("historyTable"))
    operator.press("confirmSendButton")
    chosen = operator.find(QTableView, "historyTable").selectionModel().selectedRows
    await operator.until(lambda: len(operator.rows("historyTable")) > before and [at.row() for at in chosen()] == [0])


async def send_again(operator: Operator) -> None:
    operator.press("sendAgainButton")
    await confirm(operator)


def resend_of(operator: Operator) -> list[int | None]:
    with closing(sqlite3.connect(operator.program.database.path)) as connection:
        return [of for (of,) in connection.execute("SELECT resend_of FROM delivery ORDER BY id")]


async def test_an_unknown_message_is_shown_with_what_happened_and_what_the_balance_did(
    operator: Operator, demo: Demo
) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING)
    assert operator.label("unknownTitle") == "1 message may have been sent or not."
    await operator.until(lambda: "the balance went down by 3 credits" in operator.label("unknownText"))
    assert operator.label("unknownText").startswith("The connection broke after the request was sent, ")
    assert not operator.sees("unknownScope")
    assert operator.rows("historyTable")[0][-1].endswith("2 accepted · 1 unknown · 1 to decide about")


async def test_a_gateway_that_tells_nothing_is_named(operator: Operator, demo: Demo) -> None:
    operator.choose(ISMART)
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013")
    operator.send()
    await operator.until(lambda: operator.states() == ["unknown", "unknown"])
    told = "iSmart (REST) tells neither balance nor status: ask the people"
    await operator.until(lambda: operator.sees("unknownText") and told in operator.label("unknownText"))


async def test_it_arrived_for_one_leaves_nothing_to_decide_and_sends_nothing(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING)
    before = copies(demo)
    operator.press("itArrivedButton")
    await operator.until(lambda: operator.states() == ["delivered", "accepted", "accepted"])
    await operator.until(lambda: not operator.sees("itArrivedButton"))
    assert operator.rows("deliveriesTable")[0][2] == "✓ delivered"
    assert why(operator)[0].startswith("Marked as arrived by you, ")
    assert copies(demo) == before


async def test_it_arrived_for_all_is_asked_once(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.TRUNCATED)
    assert operator.label("unknownScope") == "For all 2:"
    operator.press("itArrivedButton")
    operator.press("theyArrivedButton")
    await operator.until(lambda: operator.states() == ["delivered", "delivered", "accepted"])
    await operator.until(lambda: not operator.sees("itArrivedButton"))


async def test_enter_at_that_question_leaves_everything_unknown(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    operator.press("itArrivedButton")
    cancel = operator.find(QPushButton, "cancelArrivedButton")
    await operator.until(lambda: QApplication.focusWidget() is cancel)
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    await operator.at_rest()
    assert operator.states() == ["unknown", "unknown", "accepted"]


async def test_send_again_sends_everybody_of_them_exactly_one_more_copy(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    before = copies(demo)
    assert before == {NUMBERS[0]: 1, NUMBERS[2]: 1}
    operator.press("sendAgainButton")
    assert operator.find(QPushButton, "confirmSendButton").text() == "Send 2 messages"
    assert "2 people may get it twice." in operator.shown_texts()
    await confirm(operator)
    await operator.until(lambda: operator.states() == ["unknown", "unknown", "accepted", "accepted", "accepted"])
    await operator.at_rest()
    assert copies(demo) == before + Counter(NUMBERS[:2])
    assert resend_of(operator) == [None, None, None, 1, 2]
    assert [row[1] for row in operator.rows("historyTable")] == ["Closed on Sunday"] * 2
    choose_announcement(operator, 1)
    assert not operator.sees("sendAgainButton")
    assert all(" · Sent again today at " in told for told in why(operator)[:2])
    assert operator.rows("historyTable")[1][-1] == "1 accepted · 2 unknown"


async def test_send_again_for_one_leaves_the_other_to_be_decided(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    operator.click_cell("deliveriesTable", 1, 0)
    assert operator.label("unknownScope") == "For the 1 selected:"
    await send_again(operator)
    await operator.until(lambda: operator.states() == ["unknown", "unknown", "accepted", "accepted"])
    assert copies(demo) == Counter(NUMBERS)
    choose_announcement(operator, 1)
    await operator.until(lambda: operator.label("unknownTitle") == "1 message may have been sent or not.")
    operator.press("itArrivedButton")
    await operator.until(lambda: operator.states() == ["delivered", "unknown", "accepted", "accepted"])


async def test_pressing_again_does_nothing_twice(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING)
    again, arrived = operator.find(QPushButton, "sendAgainButton"), operator.find(QPushButton, "itArrivedButton")
    operator.press("sendAgainButton")
    operator.press("confirmSendButton")
    again.click()  # before anything of it is on disk
    assert not operator.sees("confirmSendButton")
    await operator.until(lambda: operator.states() == ["unknown", "accepted", "accepted", "accepted"])
    operator.program.desks.current.controller._resending.send_again(1, [1])  # as from a window that is behind the times
    assert not operator.sees("confirmSendButton")
    await operator.until(lambda: not operator.sees("itArrivedButton"))
    arrived.click()
    await operator.at_rest()
    assert operator.states() == ["unknown", "accepted", "accepted", "accepted"]
    assert copies(demo) == Counter(NUMBERS + NUMBERS[:1])


async def test_who_is_known_to_have_it_while_the_question_is_open_gets_no_second_copy(
    operator: Operator, demo: Demo
) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    operator.press("sendAgainButton")
    operator.program.office.unknowns.arrived([1]).result()  # as a report does
    await confirm(operator)
    await operator.until(lambda: operator.states() == ["delivered", "unknown", "accepted", "accepted"])
    assert operator.label("noticeText").startswith("1 person left out: meanwhile it has become known")
    assert resend_of(operator)[-1] == 2


async def test_what_was_sent_again_and_taken_back_is_to_be_decided_again(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING)
    operator.program.settings.undo_seconds = 600
    await send_again(operator)
    await operator.until(lambda: operator.states() == ["unknown", "accepted", "accepted", "queued"])
    choose_announcement(operator, 1)
    assert not operator.sees("sendAgainButton")
    operator.press("undoSendButton")
    await operator.until(lambda: operator.states() == ["unknown", "accepted", "accepted", "cancelled"])
    await operator.until(lambda: operator.sees("sendAgainButton"))
    await operator.until(lambda: "Sent again" not in why(operator)[0])
    choose_announcement(operator, 0)
    assert why(operator) == ["Taken back before it was sent"]
    assert copies(demo) == Counter(NUMBERS)
    await operator.reads("sendTitle", "Taken back: 1 message")
    choose_announcement(operator, 1)
    operator.program.settings.undo_seconds = 0
    await send_again(operator)
    await operator.until(lambda: operator.states()[-1] == "accepted")
    assert copies(demo) == Counter(NUMBERS + NUMBERS[:1])


async def test_the_keyboard_reaches_rows_and_both_verbs(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    table = operator.find(QTableView, "deliveriesTable")
    operator.press("chipUnknown")  # under the mouse rows keep their places: the others may stand between them
    operator.click_cell("deliveriesTable", 0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert operator.label("unknownScope") == "For the 2 selected:"
    button = operator.find(QPushButton, "itArrivedButton")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    operator.press("theyArrivedButton")
    await operator.until(lambda: operator.states() == ["delivered", "delivered", "accepted"])


async def test_an_announcement_whose_account_is_gone_says_what_to_do(operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING)
    operator.program.office.book.delete(operator.account().id).result()
    operator.press("sendAgainButton")
    assert not operator.sees("confirmSendButton")
    assert operator.label("problemText").startswith("The account that this was sent with is no longer there.")


async def test_what_an_earlier_run_left_unknown_is_told_once_at_the_start(
    operator: Operator, open_demo: OpenDemo, demo: Demo
) -> None:
    operator.program.settings.undo_seconds = 0
    await operator.at_rest()
    demo.sandbox.faults.then(Fault.HANG)
    operator.write("Closed on Sunday")
    operator.add("90000012")
    operator.send()
    await operator.until(lambda: asked_to_send(demo.sandbox.ledger))
    assert operator.states() == ["submitting"]
    await operator.leave()
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
    third.window.resize(1180, 1000)  # lower, what happened would be told by a tooltip
    choose_announcement(third, 0)
    assert third.label("unknownText").startswith("The program ended while this was being sent, ")
    assert third.sees("sendAgainButton")


async def test_both_verbs_work_in_a_mirrored_window(mirrored: None, operator: Operator, demo: Demo) -> None:
    await announce(operator, demo, Fault.RESET_AFTER_ACCEPTING, Fault.RESET_AFTER_READING)
    arrived, again = operator.find(QPushButton, "itArrivedButton"), operator.find(QPushButton, "sendAgainButton")
    assert arrived.x() > again.x()
    operator.click_cell("deliveriesTable", 0, 0)
    operator.press("itArrivedButton")
    await operator.until(lambda: operator.states() == ["delivered", "unknown", "accepted"])
    await operator.until(lambda: operator.label("unknownTitle") == "1 message may have been sent or not.")
    await send_again(operator)
    await operator.until(lambda: operator.states() == ["delivered", "unknown", "accepted", "accepted"])
    assert copies(demo) == Counter(NUMBERS)
