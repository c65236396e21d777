from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QTableView

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator

ISMART = "iSmart (REST) — Demo"
THREE = "Amal 90000012\nSaid 90000013\nMaryam 90000014"
BAD = "900000"


def compose(operator: Operator, people: str = THREE) -> None:
    operator.write("Closed on Sunday")
    operator.add(people)


def outcome(operator: Operator) -> str:
    """What the newest announcement's outcome says."""
    return operator.rows("historyTable")[0][-1]


def chosen_rows(operator: Operator) -> list[int]:
    return [index.row() for index in operator.find(QTableView, "historyTable").selectionModel().selectedRows()]


async def test_the_confirmation_says_who_what_and_how_much(operator: Operator) -> None:
    await operator.until(lambda: operator.label("balanceValue") == "1,234.56 credits")
    compose(operator)
    operator.program.settings.undo_seconds = 25
    operator.press("sendButton")
    assert operator.label("costSummary") == "3 people × 1 part = 3 credits · 1,231.56 credits left after"
    assert operator.find(QPushButton, "confirmSendButton").text() == "Send 3 messages"
    assert operator.label("previewRoute") == "From SMSDESK, through SMS Office — Demo"
    assert operator.label("previewSender") == "SMSDESK"
    assert operator.label("whereText") == "3 in Oman"
    assert operator.label("whenText") == "Now, after 25 seconds to undo"
    operator.press("cancelSendButton")


async def test_the_confirmation_warns_of_rows_that_are_left_out(operator: Operator) -> None:
    compose(operator, f"90000012\n{BAD}")
    operator.press("sendButton")
    assert operator.find(QPushButton, "confirmSendButton").text() == "Send 1 message"
    assert operator.label("leftOutText") == "1 row that needs attention"
    operator.press("cancelSendButton")


async def test_the_confirmation_warns_of_a_balance_that_is_too_low(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    demo.sandbox.ledger.set_credits("smsoffice", "demo", Decimal(2))
    operator.press("refreshBalanceButton")
    await operator.until(lambda: operator.label("balanceValue") == "2.00 credits")
    compose(operator)
    operator.press("sendButton")
    assert operator.label("costSummary").endswith("-1.00 credits left after")
    assert any("The balance may not be enough" in text for text in operator.shown_texts())
    operator.press("cancelSendButton")


async def test_enter_in_the_confirmation_cancels_and_keeps_everything(operator: Operator, demo: Demo) -> None:
    compose(operator)
    operator.press("sendButton")
    cancel = operator.find(QPushButton, "cancelSendButton")
    assert cancel.isDefault()
    await operator.until(lambda: QApplication.focusWidget() is cancel)
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not operator.sees("confirmSendButton")
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert len(operator.rows("recipientsTable")) == 3
    await operator.at_rest()
    assert demo.sandbox.ledger.accepted == []
    assert operator.states() == []


async def test_after_send_the_composer_and_the_list_are_empty_and_the_history_shows_what_became_of_it(
    operator: Operator,
) -> None:
    compose(operator, "Amal 90000012\nSaid 90000099")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted", "rejected"])
    await operator.until(lambda: operator.message.toPlainText() == "")
    assert operator.rows("recipientsTable") == []
    assert operator.label("segmentSummary") == "0 parts · 0/160 · GSM-7"
    assert chosen_rows(operator) == [0]
    assert [row[1:4] for row in operator.rows("historyTable")] == [("Closed on Sunday", "SMS Office — Demo", "2")]
    # Under the mouse rows keep their places: who failed may stand below.
    await operator.until(
        lambda: sorted(row[2] for row in operator.rows("deliveriesTable")) == ["→ accepted", "✗ rejected"]
    )
    taken, failed = sorted(operator.rows("deliveriesTable"))
    assert (failed[:2], taken[:2]) == (("Said", "+968 9000 0099"), ("Amal", "+968 9000 0012"))
    assert failed[4] == "SMS Office does not accept this number: check its digits"


async def test_rows_with_a_problem_stay_on_the_list_after_send(operator: Operator) -> None:
    compose(operator, f"90000012\nSaid {BAD}")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    await operator.until(lambda: [row[:2] for row in operator.rows("recipientsTable")] == [("Said", BAD)])


async def test_undo_after_send_does_not_bring_sent_people_back(operator: Operator) -> None:
    compose(operator)
    operator.send()
    await operator.until(lambda: operator.rows("recipientsTable") == [])
    assert not operator.find(QPushButton, "undoButton").isEnabled()
    operator.message.undo()
    assert operator.message.toPlainText() == ""


async def test_the_balance_is_asked_for_at_the_start_and_after_sending(operator: Operator) -> None:
    await operator.until(lambda: operator.label("balanceValue") == "1,234.56 credits")
    assert "about 1,234 messages of 1 part" in operator.label("balanceCaption")
    compose(operator)
    operator.send()
    await operator.until(lambda: operator.label("balanceValue") == "1,231.56 credits")


async def test_what_was_sent_is_what_was_written_to_everybody_once(operator: Operator, demo: Demo) -> None:
    text = "اجتماع يوم الأحد & 50% + {اسم} #1 €"
    operator.write(text)
    operator.add(THREE)
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    taken = [(copy.number, copy.text, copy.sender) for copy in demo.sandbox.ledger.accepted]
    assert taken == [(f"9689000001{digit}", text, "SMSDESK") for digit in (2, 3, 4)]


async def test_the_foot_says_how_many_were_handed_over_and_forgets_it_with_the_account(operator: Operator) -> None:
    compose(operator)
    operator.send()
    await operator.until(lambda: operator.label("sendTitle") == "3 of 3 accepted by SMS Office")
    assert not operator.sees("stopButton")
    operator.choose(ISMART)
    assert operator.label("sendTitle") == "Write a message and add people"


async def test_a_gateway_without_a_balance_says_so(operator: Operator) -> None:
    operator.choose(ISMART)
    assert operator.label("balanceValue") == "Balance not offered"
    assert not operator.find(QAbstractButton, "refreshBalanceButton").isEnabled()
    compose(operator)
    assert operator.label("sendTitle") == "3 people × 1 part = 3 parts · price unknown"
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)


async def test_use_again_brings_text_sender_and_people_back_and_undo_takes_them_away(operator: Operator) -> None:
    compose(operator)
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.until(lambda: operator.message.toPlainText() == "")
    operator.choose(ISMART)
    operator.write("Another text")
    operator.add("Zahra 90000015")
    operator.press("useAgainButton")
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert [row[0] for row in operator.rows("recipientsTable")] == ["Amal", "Said", "Maryam"]
    assert "SMS Office — Demo" in operator.find(QComboBox, "accountCombo").currentText()
    operator.press("undoButton")
    assert [row[0] for row in operator.rows("recipientsTable")] == ["Zahra"]
    operator.message.undo()
    assert operator.message.toPlainText() == "Another text"


async def test_a_full_disk_is_told_and_nothing_written_is_lost(operator: Operator, demo: Demo) -> None:
    def fill_up(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite takes the pages in use for the least

    operator.write("a" * 600)
    operator.add("\n".join(f"{'Somebody with a long name ' * 10}\t+968900000{n:02}" for n in range(99)))
    await operator.until(lambda: len(operator.rows("recipientsTable")) == 99)
    operator.program.database.write(fill_up)
    operator.send()
    await operator.until(lambda: operator.sees("problemBox"))
    assert any("The disk that holds your smsdesk data is full." in text for text in operator.shown_texts())
    operator.press("closeProblemButton")
    assert operator.message.toPlainText() == "a" * 600
    assert len(operator.rows("recipientsTable")) == 99
    assert demo.sandbox.ledger.accepted == []

    def make_room(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")

    operator.program.database.write(make_room)
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"] * 99)
    assert len(demo.sandbox.ledger.accepted) == 99


async def test_a_reset_after_the_request_leaves_unknown_and_the_reason_in_words(operator: Operator, demo: Demo) -> None:
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    compose(operator)
    operator.send()
    await operator.until(lambda: operator.states() == ["unknown", "accepted", "accepted"])
    await operator.until(lambda: "?" in [row[2][0] for row in operator.rows("deliveriesTable")])
    (unknown,) = (row for row in operator.rows("deliveriesTable") if row[2][0] == "?")
    assert unknown[4].startswith("The connection broke after the request was sent, ")
