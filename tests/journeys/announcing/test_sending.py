from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QTableView

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from sqlalchemy import Connection

ISMART = "iSmart (REST) — Demo"
THREE = "Amal 90000012\nSaid 90000013\nMaryam 90000014"
BAD = "900000"


def compose(clerk: Any, people: str = THREE) -> None:
    clerk.write("Closed on Sunday")
    clerk.add(people)


def outcome(clerk: Any) -> str:
    """What the newest announcement's outcome says."""
    return clerk.rows("historyTable")[0][-1]


def chosen_rows(clerk: Any) -> list[int]:
    return [index.row() for index in clerk.find(QTableView, "historyTable").selectionModel().selectedRows()]


async def test_the_confirmation_says_who_what_and_how_much(clerk: Any) -> None:
    await clerk.until(lambda: clerk.label("balanceValue") == "1,234.56 credits")
    compose(clerk)
    clerk.press("sendButton")
    assert clerk.label("costSummary") == "3 people × 1 part = 3 credits · 1,231.56 credits left after"
    assert clerk.find(QPushButton, "confirmSendButton").text() == "Send 3 messages"
    assert "SMS Office — Demo" in clerk.shown_texts()
    assert "SMSDESK" in clerk.shown_texts()
    clerk.press("cancelSendButton")


async def test_the_confirmation_warns_of_rows_that_are_left_out(clerk: Any) -> None:
    compose(clerk, f"90000012\n{BAD}")
    clerk.press("sendButton")
    assert clerk.find(QPushButton, "confirmSendButton").text() == "Send 1 message"
    assert "1 row with a problem will be left out." in clerk.shown_texts()
    clerk.press("cancelSendButton")


async def test_the_confirmation_warns_of_a_balance_that_is_too_low(clerk: Any, demo: Any) -> None:
    await clerk.at_rest()
    demo.sandbox.ledger.set_credits("smsoffice", "demo", Decimal(2))
    clerk.press("refreshBalanceButton")
    await clerk.until(lambda: clerk.label("balanceValue") == "2.00 credits")
    compose(clerk)
    clerk.press("sendButton")
    assert clerk.label("costSummary").endswith("-1.00 credits left after")
    assert any("The balance may not be enough" in text for text in clerk.shown_texts())
    clerk.press("cancelSendButton")


async def test_enter_in_the_confirmation_cancels_and_keeps_everything(clerk: Any, demo: Any) -> None:
    compose(clerk)
    clerk.press("sendButton")
    cancel = clerk.find(QPushButton, "cancelSendButton")
    assert cancel.isDefault()
    await clerk.until(lambda: QApplication.focusWidget() is cancel)
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not clerk.sees("confirmSendButton")
    assert clerk.message.toPlainText() == "Closed on Sunday"
    assert len(clerk.rows("recipientsTable")) == 3
    await clerk.at_rest()
    assert demo.sandbox.ledger.accepted == []
    assert clerk.states() == []


async def test_after_send_the_composer_and_the_list_are_empty_and_the_history_shows_what_became_of_it(
    clerk: Any,
) -> None:
    compose(clerk, "Amal 90000012\nSaid 90000099")
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted", "rejected"])
    assert clerk.message.toPlainText() == ""
    assert clerk.rows("recipientsTable") == []
    assert clerk.label("segmentSummary") == "0 parts · 0/160 · GSM-7"
    assert chosen_rows(clerk) == [0]
    assert [row[1:4] for row in clerk.rows("historyTable")] == [("Closed on Sunday", "SMS Office — Demo", "2")]
    await clerk.until(lambda: [row[1][0] for row in clerk.rows("deliveriesTable")] == ["→", "✗"])
    assert [row[0] for row in clerk.rows("deliveriesTable")] == ["Amal · +968 9000 0012", "Said · +968 9000 0099"]
    assert clerk.rows("deliveriesTable")[1][2] == "SMS Office does not accept this number: check its digits"


async def test_rows_with_a_problem_stay_on_the_list_after_send(clerk: Any) -> None:
    compose(clerk, f"90000012\nSaid {BAD}")
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted"])
    await clerk.until(lambda: [row[:2] for row in clerk.rows("recipientsTable")] == [("Said", BAD)])


async def test_undo_after_send_does_not_bring_sent_people_back(clerk: Any) -> None:
    compose(clerk)
    clerk.send()
    await clerk.until(lambda: clerk.rows("recipientsTable") == [])
    assert not clerk.find(QPushButton, "undoButton").isEnabled()
    clerk.message.undo()
    assert clerk.message.toPlainText() == ""


async def test_the_balance_is_asked_for_at_the_start_and_after_sending(clerk: Any) -> None:
    await clerk.until(lambda: clerk.label("balanceValue") == "1,234.56 credits")
    assert "about 1,234 messages of 1 part" in clerk.label("balanceCaption")
    compose(clerk)
    clerk.send()
    await clerk.until(lambda: clerk.label("balanceValue") == "1,231.56 credits")


async def test_what_was_sent_is_what_was_written_to_everybody_once(clerk: Any, demo: Any) -> None:
    text = "اجتماع يوم الأحد & 50% + {اسم} #1 €"
    clerk.write(text)
    clerk.add(THREE)
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    taken = [(copy.number, copy.text, copy.sender) for copy in demo.sandbox.ledger.accepted]
    assert taken == [(f"9689000001{digit}", text, "SMSDESK") for digit in (2, 3, 4)]


async def test_the_foot_says_how_many_were_handed_over_and_forgets_it_with_the_account(clerk: Any) -> None:
    compose(clerk)
    clerk.send()
    await clerk.until(lambda: clerk.label("progressText") == "3 messages handed to the gateway")
    assert not clerk.sees("stopButton")
    clerk.choose(ISMART)
    assert clerk.label("progressText") == ""


async def test_a_gateway_without_a_balance_says_so(clerk: Any) -> None:
    clerk.choose(ISMART)
    assert clerk.label("balanceValue") == "Balance not offered"
    assert not clerk.find(QAbstractButton, "refreshBalanceButton").isEnabled()
    compose(clerk)
    assert clerk.label("costLine") == "3 people × 1 part = 3 parts · price unknown"
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)


async def test_use_again_brings_text_sender_and_people_back_and_undo_takes_them_away(clerk: Any) -> None:
    compose(clerk)
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    clerk.choose(ISMART)
    clerk.write("Another text")
    clerk.add("Zahra 90000015")
    clerk.press("useAgainButton")
    assert clerk.message.toPlainText() == "Closed on Sunday"
    assert [row[0] for row in clerk.rows("recipientsTable")] == ["Amal", "Said", "Maryam"]
    assert "SMS Office — Demo" in clerk.window.account._combo.currentText()
    clerk.press("undoButton")
    assert [row[0] for row in clerk.rows("recipientsTable")] == ["Zahra"]
    clerk.message.undo()
    assert clerk.message.toPlainText() == "Another text"


async def test_a_full_disk_is_told_and_nothing_written_is_lost(clerk: Any, demo: Any) -> None:
    def fill_up(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite takes the pages in use for the least

    clerk.write("a" * 600)
    clerk.add("\n".join(f"{'Somebody with a long name ' * 10}\t+968900000{n:02}" for n in range(99)))
    clerk.program.database.write(fill_up)
    clerk.send()
    await clerk.until(lambda: clerk.sees("problemBox"))
    assert any("The disk that holds your smsdesk data is full." in text for text in clerk.shown_texts())
    clerk.press("closeProblemButton")
    assert clerk.message.toPlainText() == "a" * 600
    assert len(clerk.rows("recipientsTable")) == 99
    assert demo.sandbox.ledger.accepted == []

    def make_room(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")

    clerk.program.database.write(make_room)
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["accepted"] * 99)
    assert len(demo.sandbox.ledger.accepted) == 99


async def test_a_reset_after_the_request_leaves_unknown_and_the_reason_in_words(clerk: Any, demo: Any) -> None:
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    compose(clerk)
    clerk.send()
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted", "accepted"])
    await clerk.until(lambda: clerk.rows("deliveriesTable")[0][1][0] == "?")
    assert clerk.rows("deliveriesTable")[0][2].startswith("The connection broke after the request was sent, ")
