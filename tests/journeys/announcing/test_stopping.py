from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending.queue import retry_policy as next_move

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator, Programs
    from tests.helpers.wire.turnstile import Turnstile

ISMART = "iSmart (REST) — Demo"
SMS_OFFICE = "SMS Office — Demo"
REFUSED = "Wrong user name or password at SMS Office"


async def announce(operator: Operator, people: int = 3, text: str = "Closed on Sunday") -> None:
    operator.write(text)
    operator.add("\n".join(f"900000{number:02}" for number in range(10, 10 + people)))
    operator.send()
    await operator.composer_is_free()


def sent_to(demo: Demo) -> list[str]:
    return [copy.number for copy in demo.sandbox.ledger.accepted]


async def test_stop_cancels_the_rest_and_says_how_many(programs: Programs, turnstile: Turnstile) -> None:
    demo = turnstile.demo
    operator = programs.open(demo.folder, demo.vault)
    await announce(operator, 30)
    await operator.until(turnstile.is_closed)
    await operator.until(lambda: operator.label("sendTitle") == "2 of 30 handed over")
    assert operator.find(QPushButton, "stopButton").text() == "Cance&l the 28 that wait"
    operator.press("stopButton")
    await operator.until(lambda: "queued" not in operator.states())
    turnstile.open()
    await operator.at_rest()
    assert operator.states() == ["accepted"] * 3 + ["cancelled"] * 27
    assert sent_to(demo) == [f"968900000{number}" for number in range(10, 13)]
    await operator.reads("sendTitle", "27 messages cancelled")
    assert operator.label("sendCaption") == "3 accepted"
    assert not operator.sees("stopButton")


async def test_what_a_stop_said_is_forgotten_with_the_next_announcement(operator: Operator, demo: Demo) -> None:
    demo.sandbox.faults.always(Fault.HTML_PAGE)
    await announce(operator, 2)
    await operator.halted()
    operator.press("cancelRestButton")
    await operator.until(lambda: operator.label("sendTitle") == "1 message cancelled")
    demo.sandbox.faults.clear()
    await announce(operator, 2, "Open again on Monday")
    await operator.until(lambda: operator.label("sendTitle") == "2 of 2 accepted by SMS Office")


async def test_a_wrong_password_stops_that_account_with_one_sentence_and_the_others_go_on(
    new_password: Callable[[], str], operator: Operator
) -> None:
    new_password()
    await announce(operator)
    await operator.halted()
    assert operator.label("stopDetail").startswith("3 messages wait. ")
    assert f"Sending has stopped. {REFUSED}" in operator.label("stopReason")
    assert operator.sees("continueButton")
    told_of_it = [text for text in operator.shown_texts() if REFUSED in text]
    assert len(told_of_it) == 1
    assert operator.states() == ["queued"] * 3
    operator.choose(ISMART)
    assert not operator.sees("stopReason")
    assert not operator.sees("continueButton")
    assert operator.label("sendTitle") == "Write a message and add people"
    await announce(operator, text="Open again on Monday")
    await operator.until(lambda: operator.states() == ["queued"] * 3 + ["accepted"] * 3)
    operator.choose(SMS_OFFICE)
    assert operator.label("stopDetail").startswith("3 messages wait. ")
    assert operator.sees("continueButton")


@pytest.mark.parametrize("button", ["changePasswordButton", "continueButton", "editAccountButton"])
async def test_after_the_password_is_changed_the_rest_is_sent_by_itself_and_nobody_twice(
    new_password: Callable[[], str], operator: Operator, demo: Demo, button: str
) -> None:
    right = new_password()
    await announce(operator)
    await operator.halted()
    assert operator.find(QPushButton, "changePasswordButton").text() == "Chan&ge password…"
    tried = demo.sandbox.ledger.failed_logins("smsoffice", "demo")
    operator.press(button)
    password = operator.find(QLineEdit, "passwordEdit")
    if button != "editAccountButton":
        await operator.until(password.hasFocus)
    assert demo.sandbox.ledger.failed_logins("smsoffice", "demo") == tried
    QTest.keyClicks(password, right)
    operator.press("saveAccountButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.until(lambda: not operator.sees("changePasswordButton"))
    await operator.until(lambda: not operator.sees("stopReason"))
    assert sent_to(demo) == ["96890000010", "96890000011", "96890000012"]


async def test_a_refused_login_is_not_tried_again_by_the_clock_or_after_sending(
    new_password: Callable[[], str], operator: Operator, demo: Demo
) -> None:
    await operator.at_rest()
    new_password()
    operator.press("refreshBalanceButton")
    await operator.until(lambda: operator.sees("stopReason") and REFUSED in operator.label("stopReason"))
    tried = demo.sandbox.ledger.failed_logins("smsoffice", "demo")
    operator.program._settings_changed()
    await operator.at_rest()
    assert demo.sandbox.ledger.failed_logins("smsoffice", "demo") == tried


async def test_stop_instead_of_continue_cancels_what_is_waiting(
    new_password: Callable[[], str], operator: Operator
) -> None:
    new_password()
    await announce(operator)
    await operator.halted()
    assert operator.find(QPushButton, "cancelRestButton").text() == "Cance&l the 3 messages"
    operator.press("cancelRestButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 3)
    await operator.until(lambda: not operator.sees("continueButton"))
    await operator.reads("sendTitle", "3 messages cancelled")
    assert operator.label("sendCaption") == "Nothing had left before"


async def test_a_gateway_that_is_away_is_said_and_waited_for_and_can_be_tried_at_once(
    operator: Operator, demo: Demo
) -> None:
    await operator.at_rest()
    demo.sandbox.pause()
    await announce(operator)
    told = "3 messages wait, next try in"
    await operator.until(lambda: operator.sees("stopReason") and told in operator.label("stopDetail"))
    assert "The gateway could not be reached" in operator.label("stopReason")
    assert operator.find(QPushButton, "continueButton").text() == "Try n&ow"
    assert operator.states() == ["queued"] * 3
    demo.sandbox.start()
    operator.press("continueButton")
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.until(lambda: not operator.sees("stopReason"))
    assert len(sent_to(demo)) == 3


async def test_when_the_gateway_is_back_the_messages_leave_and_nobody_pressed_anything(
    operator: Operator, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(next_move, "NOT_SENT_PAUSES_S", (0.3,))
    await operator.at_rest()
    demo.sandbox.pause()
    await announce(operator)
    await operator.halted()
    demo.sandbox.start()
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.until(lambda: not operator.sees("stopReason"))
    await operator.reads("sendTitle", "3 of 3 accepted by SMS Office")


async def test_a_sign_in_page_stops_the_queue_after_one_message_and_asks_to_look(
    operator: Operator, demo: Demo
) -> None:
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    await announce(operator)
    await operator.halted()
    assert operator.states() == ["unknown", "queued", "queued"]
    assert "Look at the messages marked unknown in the history" in operator.label("stopDetail")
    operator.press("continueButton")
    await operator.until(lambda: operator.states() == ["unknown", "accepted", "accepted"])
    assert sent_to(demo) == ["96890000011", "96890000012"]


async def test_a_second_announcement_waits_behind_the_one_that_stopped(
    new_password: Callable[[], str], operator: Operator, demo: Demo
) -> None:
    new_password()
    await announce(operator, 2)
    await operator.halted()
    await announce(operator, 1, "Open again on Monday")
    await operator.halted()
    assert operator.label("stopDetail").startswith("3 messages wait. ")
    assert operator.states() == ["queued"] * 3
    assert demo.sandbox.ledger.accepted == []
