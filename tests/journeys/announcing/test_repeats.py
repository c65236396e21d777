from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

ISMART = "iSmart (REST) — Demo"
TEXT = "Closed on Sunday"
TWO = "Amal 90000012\nSaid 90000013"
THREE = f"{TWO}\nMaryam 90000014"
TODAY = r"today at \d{1,2}:\d\d.*\."


def compose(clerk: Any, people: str, text: str = TEXT) -> None:
    clerk.write(text)
    clerk.add(people)


async def sent(clerk: Any, people: str, states: list[str], text: str = TEXT) -> None:
    """Send a text that nobody has yet, and wait for what becomes of it."""
    compose(clerk, people, text)
    clerk.send()
    await clerk.until(lambda: clerk.states() == states)
    await clerk.at_rest()
    await clerk.until(lambda: clerk.message.toPlainText() == "")


async def ask(clerk: Any) -> None:
    """Press Send, and wait for the confirmation: a text that was sent before is looked up first."""
    clerk.press("sendButton")
    await clerk.until(lambda: clerk.sees("confirmSendButton"))


def button(clerk: Any) -> QPushButton:
    return clerk.find(QPushButton, "confirmSendButton")


def numbers(demo: Any) -> list[str]:
    return [copy.number for copy in demo.sandbox.ledger.accepted]


async def test_who_got_it_today_is_said_and_left_out_unless_the_person_wants_otherwise(clerk: Any, demo: Any) -> None:
    await sent(clerk, TWO, ["accepted"] * 2)
    await clerk.until(lambda: clerk.label("balanceValue") == "1,232.56 credits")
    compose(clerk, THREE)
    await ask(clerk)
    assert re.fullmatch(f"2 of 3 got this {TODAY}", clerk.label("repeatText"))
    assert clerk.find(QCheckBox, "leaveOutCheck").isChecked()
    assert clerk.label("costSummary") == "1 person × 1 part = 1 credit · 1,231.56 credits left after"
    assert button(clerk).text() == "Send 1 message"
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    assert numbers(demo) == ["96890000012", "96890000013", "96890000014"]
    assert clerk.message.toPlainText() == ""
    assert clerk.rows("recipientsTable") == []


async def test_unticked_it_goes_to_everybody_and_says_what_that_costs(clerk: Any, demo: Any) -> None:
    await sent(clerk, TWO, ["accepted"] * 2)
    await clerk.until(lambda: clerk.label("balanceValue") == "1,232.56 credits")
    compose(clerk, THREE)
    await ask(clerk)
    clerk.press("leaveOutCheck")
    assert clerk.label("costSummary") == "3 people × 1 part = 3 credits · 1,229.56 credits left after"
    assert button(clerk).text() == "Send 3 messages"
    clerk.press("leaveOutCheck")
    assert button(clerk).text() == "Send 1 message"
    clerk.press("leaveOutCheck")
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 5)
    assert sorted(numbers(demo)) == ["96890000012"] * 2 + ["96890000013"] * 2 + ["96890000014"]


async def test_the_warning_of_a_low_balance_follows_the_choice(clerk: Any, demo: Any) -> None:
    await sent(clerk, TWO, ["accepted"] * 2)
    demo.sandbox.ledger.set_credits("smsoffice", "demo", Decimal(1))
    clerk.press("refreshBalanceButton")
    await clerk.until(lambda: clerk.label("balanceValue") == "1.00 credits")
    compose(clerk, THREE)
    await ask(clerk)
    assert not any("The balance may not be enough" in text for text in clerk.shown_texts())
    clerk.press("leaveOutCheck")
    assert any("The balance may not be enough" in text for text in clerk.shown_texts())
    clerk.press("cancelSendButton")


async def test_when_everybody_has_it_there_is_nobody_left_to_send_to(clerk: Any, demo: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    compose(clerk, THREE, f"{TEXT} \n")
    await ask(clerk)
    assert re.fullmatch(f"3 of 3 got this {TODAY}", clerk.label("repeatText"))
    assert clerk.label("costSummary") == "Nobody is left to send to."
    assert not button(clerk).isEnabled()
    clerk.press("leaveOutCheck")
    assert button(clerk).isEnabled()
    assert button(clerk).text() == "Send 3 messages"
    clerk.press("cancelSendButton")
    assert len(clerk.rows("recipientsTable")) == 3
    assert clerk.find(QPushButton, "sendButton").isEnabled()
    await clerk.at_rest()
    assert len(numbers(demo)) == 3


async def test_of_several_times_the_last_is_said(clerk: Any) -> None:
    await sent(clerk, "90000012", ["accepted"])
    compose(clerk, "90000013")
    await ask(clerk)
    assert not clerk.sees("leaveOutCheck")
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 2)
    await clerk.until(lambda: clerk.message.toPlainText() == "")
    compose(clerk, THREE)
    await ask(clerk)
    assert re.fullmatch(f"2 of 3 got this, the last of them {TODAY}", clerk.label("repeatText"))
    clerk.press("cancelSendButton")


async def test_it_is_noticed_with_another_account_too(clerk: Any, demo: Any) -> None:
    await sent(clerk, TWO, ["accepted"] * 2)
    clerk.choose(ISMART)
    compose(clerk, THREE)
    await ask(clerk)
    assert clerk.label("repeatText").startswith("2 of 3")
    assert clerk.label("costSummary") == "1 person × 1 part = 1 part · price unknown"
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    assert len(numbers(demo)) == 3


async def test_another_text_is_no_repeat(clerk: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    compose(clerk, THREE, "Open again on Monday")
    clerk.press("sendButton")
    assert not clerk.sees("repeatText")
    assert button(clerk).text() == "Send 3 messages"
    clerk.press("cancelSendButton")


async def test_repeats_are_not_looked_for_when_that_is_off(clerk: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    clerk.program.settings.repeat_hours = 0
    compose(clerk, THREE)
    clerk.press("sendButton")
    assert not clerk.sees("leaveOutCheck")
    assert button(clerk).text() == "Send 3 messages"
    clerk.press("cancelSendButton")


async def test_what_was_sent_longer_ago_than_is_set_is_no_repeat(clerk: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    with closing(sqlite3.connect(clerk.program.database.path)) as connection, connection:
        connection.execute("UPDATE announcement SET created_at = '2025-11-18T10:42:00.000000+00:00'")
    compose(clerk, THREE)
    clerk.press("sendButton")
    assert not clerk.sees("leaveOutCheck")
    clerk.press("cancelSendButton")


@pytest.mark.parametrize(
    ("days", "said"), [(1, r"yesterday at \d{1,2}:\d\d.*\."), (3, r"on \d+ \w+.* at \d{1,2}:\d\d.*\.")]
)
async def test_the_day_is_said_when_it_was_not_today(clerk: Any, days: int, said: str) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    clerk.program.settings.repeat_hours = 7 * 24
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(clerk.program.database.path)) as connection, connection:
        connection.execute("UPDATE announcement SET created_at = ?", (then,))
    compose(clerk, THREE)
    await ask(clerk)
    assert re.fullmatch(f"3 of 3 got this {said}", clerk.label("repeatText"))
    clerk.press("cancelSendButton")


async def test_whoever_was_rejected_is_no_repeat(clerk: Any) -> None:
    await sent(clerk, "Amal 90000012\nSaid 90000099", ["accepted", "rejected"])
    compose(clerk, "90000099")
    await ask(clerk)
    assert not clerk.sees("leaveOutCheck")
    assert button(clerk).text() == "Send 1 message"
    clerk.press("cancelSendButton")


async def test_whoever_was_cancelled_is_no_repeat_but_an_unknown_message_is(clerk: Any, demo: Any) -> None:
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    compose(clerk, THREE)
    clerk.send()
    await clerk.until(lambda: clerk.sees("cancelRestButton"))
    clerk.press("cancelRestButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "cancelled", "cancelled"])
    compose(clerk, THREE)
    await ask(clerk)
    assert clerk.label("repeatText").startswith("1 of 3")
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "cancelled", "cancelled", "accepted", "accepted"])


async def test_those_left_out_are_off_the_list_and_out_of_the_draft_but_rows_with_a_problem_stay(
    clerk: Any, open_demo: Callable[[], Any]
) -> None:
    await sent(clerk, TWO, ["accepted"] * 2)
    compose(clerk, f"{THREE}\nHind 900000")
    await ask(clerk)
    assert "1 row with a problem will be left out." in clerk.shown_texts()
    clerk.press("confirmSendButton")
    await clerk.until(lambda: [row[0] for row in clerk.rows("recipientsTable")] == ["Hind"])
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    await clerk.leave()
    again = open_demo()
    await again.ready()
    assert [row[0] for row in again.rows("recipientsTable")] == ["Hind"]
    assert again.message.toPlainText() == ""


async def test_nobody_can_press_send_twice_while_it_is_looked_up(clerk: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    compose(clerk, THREE)
    clerk.press("sendButton")
    assert not clerk.find(QPushButton, "sendButton").isEnabled()
    await clerk.until(lambda: clerk.sees("leaveOutCheck"))
    assert clerk.find(QPushButton, "sendButton").isEnabled()
    clerk.press("cancelSendButton")


async def test_a_look_up_that_fails_is_told_and_loses_nothing(clerk: Any) -> None:
    await sent(clerk, THREE, ["accepted"] * 3)
    compose(clerk, THREE)

    def take_away(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE delivery RENAME TO taken_away")

    def put_back(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE taken_away RENAME TO delivery")

    clerk.program.database.write(take_away)
    clerk.press("sendButton")
    await clerk.until(lambda: clerk.sees("closeCrashButton"))
    clerk.press("closeCrashButton")
    clerk.program.database.write(put_back)
    assert clerk.find(QPushButton, "sendButton").isEnabled()
    assert clerk.message.toPlainText() == TEXT
    assert len(clerk.rows("recipientsTable")) == 3
