from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator

ISMART = "iSmart (REST) — Demo"
TEXT = "Closed on Sunday"
TWO = "Amal 90000012\nSaid 90000013"
THREE = f"{TWO}\nMaryam 90000014"
TODAY = r"today at \d{1,2}:\d\d.*\."


def compose(operator: Operator, people: str, text: str = TEXT) -> None:
    operator.write(text)
    operator.add(people)


async def sent(operator: Operator, people: str, states: list[str], text: str = TEXT) -> None:
    """Send a text that nobody has yet, and wait for what becomes of it."""
    compose(operator, people, text)
    operator.send()
    await operator.until(lambda: operator.states() == states)
    await operator.at_rest()
    await operator.until(lambda: operator.message.toPlainText() == "")


async def ask(operator: Operator) -> None:
    """Press Send, and wait for the confirmation: a text that was sent before is looked up first."""
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("confirmSendButton"))


def button(operator: Operator) -> QPushButton:
    return operator.find(QPushButton, "confirmSendButton")


def numbers(demo: Demo) -> list[str]:
    return [copy.number for copy in demo.sandbox.ledger.accepted]


async def test_who_got_it_today_is_said_and_left_out_unless_the_person_wants_otherwise(
    operator: Operator, demo: Demo
) -> None:
    await sent(operator, TWO, ["accepted"] * 2)
    await operator.until(lambda: operator.label("balanceValue") == "1,232.56 credits")
    compose(operator, THREE)
    await ask(operator)
    assert re.fullmatch(f"2 of 3 got this {TODAY}", operator.label("repeatText"))
    assert operator.find(QCheckBox, "leaveOutCheck").isChecked()
    assert operator.label("costSummary") == "1 person × 1 part = 1 credit · 1,231.56 credits left after"
    assert button(operator).text() == "Send 1 message"
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    assert numbers(demo) == ["96890000012", "96890000013", "96890000014"]
    await operator.until(lambda: operator.message.toPlainText() == "")
    assert operator.rows("recipientsTable") == []


async def test_unticked_it_goes_to_everybody_and_says_what_that_costs(operator: Operator, demo: Demo) -> None:
    await sent(operator, TWO, ["accepted"] * 2)
    await operator.until(lambda: operator.label("balanceValue") == "1,232.56 credits")
    compose(operator, THREE)
    await ask(operator)
    operator.press("leaveOutCheck")
    assert operator.label("costSummary") == "3 people × 1 part = 3 credits · 1,229.56 credits left after"
    assert button(operator).text() == "Send 3 messages"
    operator.press("leaveOutCheck")
    assert button(operator).text() == "Send 1 message"
    operator.press("leaveOutCheck")
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 5)
    assert sorted(numbers(demo)) == ["96890000012"] * 2 + ["96890000013"] * 2 + ["96890000014"]


async def test_the_warning_of_a_low_balance_follows_the_choice(operator: Operator, demo: Demo) -> None:
    await sent(operator, TWO, ["accepted"] * 2)
    demo.sandbox.ledger.set_credits("smsoffice", "demo", Decimal(1))
    operator.press("refreshBalanceButton")
    await operator.until(lambda: operator.label("balanceValue") == "1.00 credits")
    compose(operator, THREE)
    await ask(operator)
    assert not any("The balance may not be enough" in text for text in operator.shown_texts())
    operator.press("leaveOutCheck")
    assert any("The balance may not be enough" in text for text in operator.shown_texts())
    operator.press("cancelSendButton")


async def test_when_everybody_has_it_there_is_nobody_left_to_send_to(operator: Operator, demo: Demo) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    compose(operator, THREE, f"{TEXT} \n")
    await ask(operator)
    assert re.fullmatch(f"3 of 3 got this {TODAY}", operator.label("repeatText"))
    assert operator.label("costSummary") == "Nobody is left to send to."
    assert not button(operator).isEnabled()
    operator.press("leaveOutCheck")
    assert button(operator).isEnabled()
    assert button(operator).text() == "Send 3 messages"
    operator.press("cancelSendButton")
    assert len(operator.rows("recipientsTable")) == 3
    assert operator.find(QPushButton, "sendButton").isEnabled()
    await operator.at_rest()
    assert len(numbers(demo)) == 3


async def test_of_several_times_the_last_is_said(operator: Operator) -> None:
    await sent(operator, "90000012", ["accepted"])
    compose(operator, "90000013")
    await ask(operator)
    assert not operator.sees("leaveOutCheck")
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    await operator.until(lambda: operator.message.toPlainText() == "")
    compose(operator, THREE)
    await ask(operator)
    assert re.fullmatch(f"2 of 3 got this, the last of them {TODAY}", operator.label("repeatText"))
    operator.press("cancelSendButton")


async def test_it_is_noticed_with_another_account_too(operator: Operator, demo: Demo) -> None:
    await sent(operator, TWO, ["accepted"] * 2)
    operator.choose(ISMART)
    compose(operator, THREE)
    await ask(operator)
    assert operator.label("repeatText").startswith("2 of 3")
    assert operator.label("costSummary") == "1 person × 1 part = 1 part · price unknown"
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    assert len(numbers(demo)) == 3


async def test_another_text_is_no_repeat(operator: Operator) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    compose(operator, THREE, "Open again on Monday")
    operator.press("sendButton")
    assert not operator.sees("repeatText")
    assert button(operator).text() == "Send 3 messages"
    operator.press("cancelSendButton")


async def test_repeats_are_not_looked_for_when_that_is_off(operator: Operator) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    operator.program.settings.repeat_hours = 0
    compose(operator, THREE)
    operator.press("sendButton")
    assert not operator.sees("leaveOutCheck")
    assert button(operator).text() == "Send 3 messages"
    operator.press("cancelSendButton")


async def test_what_was_sent_longer_ago_than_is_set_is_no_repeat(operator: Operator) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    with closing(sqlite3.connect(operator.program.database.path)) as connection, connection:
        connection.execute("UPDATE announcement SET created_at = '2025-11-18T10:42:00.000000+00:00'")
    compose(operator, THREE)
    operator.press("sendButton")
    assert not operator.sees("leaveOutCheck")
    operator.press("cancelSendButton")


@pytest.mark.parametrize(
    ("days", "said"), [(1, r"yesterday at \d{1,2}:\d\d.*\."), (3, r"on \d+ \w+.* at \d{1,2}:\d\d.*\.")]
)
async def test_the_day_is_said_when_it_was_not_today(operator: Operator, days: int, said: str) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    operator.program.settings.repeat_hours = 7 * 24
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(operator.program.database.path)) as connection, connection:
        connection.execute("UPDATE announcement SET created_at = ?", (then,))
    compose(operator, THREE)
    await ask(operator)
    assert re.fullmatch(f"3 of 3 got this {said}", operator.label("repeatText"))
    operator.press("cancelSendButton")


async def test_whoever_was_rejected_is_no_repeat(operator: Operator) -> None:
    await sent(operator, "Amal 90000012\nSaid 90000099", ["accepted", "rejected"])
    compose(operator, "90000099")
    await ask(operator)
    assert not operator.sees("leaveOutCheck")
    assert button(operator).text() == "Send 1 message"
    operator.press("cancelSendButton")


async def test_whoever_was_cancelled_is_no_repeat_but_an_unknown_message_is(operator: Operator, demo: Demo) -> None:
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    compose(operator, THREE)
    operator.send()
    await operator.halted()
    operator.press("cancelRestButton")
    await operator.until(lambda: operator.states() == ["unknown", "cancelled", "cancelled"])
    compose(operator, THREE)
    await ask(operator)
    assert operator.label("repeatText").startswith("1 of 3")
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.states() == ["unknown", "cancelled", "cancelled", "accepted", "accepted"])


async def test_those_left_out_are_off_the_list_and_out_of_the_draft_but_rows_with_a_problem_stay(
    operator: Operator, open_demo: OpenDemo
) -> None:
    await sent(operator, TWO, ["accepted"] * 2)
    compose(operator, f"{THREE}\nHind 900000")
    await ask(operator)
    assert operator.label("leftOutText") == "1 row that needs attention"
    operator.press("confirmSendButton")
    await operator.until(lambda: [row[0] for row in operator.rows("recipientsTable")] == ["Hind"])
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert [row[0] for row in again.rows("recipientsTable")] == ["Hind"]
    assert again.message.toPlainText() == ""


async def test_nobody_can_press_send_twice_while_it_is_looked_up(operator: Operator) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    compose(operator, THREE)
    operator.press("sendButton")
    assert not operator.find(QPushButton, "sendButton").isEnabled()
    await operator.until(lambda: operator.sees("leaveOutCheck"))
    assert operator.find(QPushButton, "sendButton").isEnabled()
    operator.press("cancelSendButton")


async def test_a_look_up_that_fails_is_told_and_loses_nothing(operator: Operator) -> None:
    await sent(operator, THREE, ["accepted"] * 3)
    compose(operator, THREE)

    def take_away(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE delivery RENAME TO taken_away")

    def put_back(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE taken_away RENAME TO delivery")

    operator.program.database.write(take_away)
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("closeCrashButton"))
    operator.press("closeCrashButton")
    operator.program.database.write(put_back)
    assert operator.find(QPushButton, "sendButton").isEnabled()
    assert operator.message.toPlainText() == TEXT
    assert len(operator.rows("recipientsTable")) == 3
