from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator


ISMART = "iSmart (REST) — Demo"
SMS_OFFICE = "SMS Office — Demo"


def marked(operator: Operator) -> list[tuple[int, int]]:
    """The marks in the message, as Qt counts."""
    selections = operator.message.extraSelections()
    return [(each.cursor.selectionStart(), each.cursor.selectionEnd()) for each in selections]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("", "0 parts · 0/160 · GSM-7"),
        ("a" * 160, "1 part · 160/160 · GSM-7"),
        ("a" * 161, "2 parts · 161/306 · GSM-7"),
        ("€", "1 part · 2/160 · GSM-7"),
        ("م" * 70, "1 part · 70/70 · UCS-2"),
        ("م" * 71, "2 parts · 71/134 · UCS-2"),
        ("😀", "1 part · 2/70 · UCS-2"),
    ],
)
async def test_the_summary_counts_parts_units_and_names_the_alphabet(
    operator: Operator, text: str, summary: str
) -> None:
    operator.write(text)
    assert operator.label("segmentSummary") == summary


async def test_the_summary_follows_every_key(operator: Operator) -> None:
    QTest.keyClicks(operator.message, "Hi")
    assert operator.label("segmentSummary") == "1 part · 2/160 · GSM-7"
    QTest.keyClick(operator.message, Qt.Key.Key_Backspace)
    assert operator.label("segmentSummary") == "1 part · 1/160 · GSM-7"


async def test_what_makes_the_text_dear_is_named_and_marked(operator: Operator) -> None:
    operator.write("Don’t come on Sunday")
    hint = next(text for text in operator.shown_texts() if text.startswith("Because of"))
    assert "’ (right single quotation mark)" in hint
    assert marked(operator) == [(3, 4)]


async def test_an_invisible_character_is_named_as_invisible(operator: Operator) -> None:
    operator.write("Room\u00a012, see\u200b you")
    hint = next(text for text in operator.shown_texts() if text.startswith("Because of"))
    assert "an invisible character (no-break space)" in hint
    assert "an invisible character (zero width space)" in hint
    assert marked(operator) == [(4, 5), (12, 13)]


async def test_a_mark_behind_an_emoji_stands_at_its_character(operator: Operator) -> None:
    operator.write("A party 😀 on “Sunday”, come all of you and bring a friend")
    assert marked(operator) == [(8, 10), (14, 15), (21, 22)]


async def test_arabic_is_neither_named_nor_marked(operator: Operator) -> None:
    operator.write("اجتماع أولياء الأمور يوم الأحد الساعة السابعة")
    assert not [text for text in operator.shown_texts() if text.startswith("Because of")]
    assert marked(operator) == []


async def test_a_no_break_space_is_sent_as_it_was_written(operator: Operator, demo: Demo) -> None:
    operator.write("Room\u00a012\nSecond line")
    operator.add("90000012")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"])
    assert demo.sandbox.ledger.accepted[0].text == "Room\u00a012\nSecond line"


async def test_every_paragraph_runs_in_its_own_direction(operator: Operator) -> None:
    operator.write("اجتماع يوم الأحد\nMeeting on Sunday\n12:30 الأحد")
    document = operator.message.document()
    directions = [document.findBlockByNumber(block).textDirection() for block in range(3)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [right, left, right]


async def test_the_send_button_says_how_many_it_will_send_and_the_line_beside_it_what_that_costs(
    operator: Operator,
) -> None:
    send = operator.find(QPushButton, "sendButton")
    assert send.text() == "&Send…"
    await operator.until(lambda: operator.label("balanceValue") == "1,234.56 credits")
    operator.write("م" * 71)
    operator.add("90000012\n90000013\n90000014")
    assert send.text() == "&Send 3 messages…"
    assert operator.label("sendTitle") == "3 people × 2 parts = 6 credits"
    assert operator.label("sendCaption") == "1,228.56 left after"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_control_and_enter_open_the_confirmation(operator: Operator, key: Qt.Key) -> None:
    operator.add("90000012")
    operator.write("Closed on Sunday")
    QTest.keyClick(operator.message, key, Qt.KeyboardModifier.ControlModifier)
    operator.press("cancelSendButton")
    assert operator.message.toPlainText() == "Closed on Sunday"


async def test_enter_makes_a_new_line(operator: Operator) -> None:
    operator.write("Closed")
    operator.add("90000012")
    QTest.keyClick(operator.message, Qt.Key.Key_Return)
    assert operator.message.toPlainText() == "Closed\n"
    assert not operator.sees("confirmSendButton")


@pytest.mark.parametrize(
    ("text", "people", "sender", "sentence"),
    [
        ("", "90000012", "SMSDESK", "There is no message yet."),
        (" \n ", "90000012", "SMSDESK", "There is no message yet."),
        ("a" * 613, "90000012", "SMSDESK", "The message has 5 parts; SMS Office takes 4 at most."),
        ("Closed", "", "SMSDESK", "Nobody is on the list yet."),
        ("Closed", "123", "SMSDESK", "None of the 1 row on the list has a number that can be sent to."),
        ("Closed", "90000012", "ALNOORSCHOOL", "The sender “ALNOORSCHOOL” is 1 character too long"),
        ("Closed", "90000012", "", "There is no sender."),
    ],
)
async def test_what_cannot_be_sent_is_answered_in_words_and_stays(
    operator: Operator, text: str, people: str, sender: str, sentence: str
) -> None:
    operator.write(text)
    if people:
        operator.add(people)
    operator.find(QLineEdit, "senderEdit").setText(sender)
    operator.press("sendButton")
    assert sentence in operator.label("problemText")
    assert not operator.sees("confirmSendButton")
    assert operator.message.toPlainText() == text
    assert operator.find(QLineEdit, "senderEdit").text() == sender
    assert len(operator.rows("recipientsTable")) == bool(people)


async def test_everything_that_is_wrong_is_said_at_once(operator: Operator) -> None:
    operator.find(QLineEdit, "senderEdit").setText("ALNOORSCHOOL")
    operator.press("sendButton")
    problems = operator.label("problemText").splitlines()
    assert [problem.split(".")[0] for problem in problems] == [
        "There is no message yet",
        "The sender “ALNOORSCHOOL” is 1 character too long: SMS Office takes 11 at most",
        "Nobody is on the list yet",
    ]


@pytest.mark.parametrize(
    "edit",
    [
        lambda operator: QTest.keyClicks(operator.message, "A"),
        lambda operator: QTest.keyClicks(operator.find(QLineEdit, "senderEdit"), "A"),
        lambda operator: operator.add("90000012"),
        lambda operator: operator.choose(ISMART),
    ],
    ids=["text", "sender", "recipients", "account"],
)
async def test_the_sentences_vanish_with_the_next_change(
    operator: Operator, edit: Callable[[Operator], object]
) -> None:
    operator.press("sendButton")
    assert operator.sees("problemText")
    edit(operator)
    assert not operator.sees("problemText")


async def test_where_the_gateway_takes_no_sender_the_field_is_off_and_says_why(operator: Operator) -> None:
    sender = operator.find(QLineEdit, "senderEdit")
    assert sender.isEnabled()
    assert sender.text() == "SMSDESK"
    operator.choose(ISMART)
    assert not sender.isEnabled()
    assert "iSmart (REST) has no field for a sender, so none can be chosen here" in operator.shown_texts()
    operator.choose(SMS_OFFICE)
    assert sender.isEnabled()
    assert sender.text() == "SMSDESK"
    assert not [text for text in operator.shown_texts() if "no field for a sender" in text]


async def test_a_sender_typed_by_hand_survives_another_account(operator: Operator) -> None:
    sender = operator.find(QLineEdit, "senderEdit")
    sender.setText("PARENTS")
    operator.choose(ISMART)
    operator.choose(SMS_OFFICE)
    assert sender.text() == "PARENTS"


async def test_the_start_is_in_the_message(operator: Operator) -> None:
    await operator.ready()
    assert operator.message.hasFocus()
