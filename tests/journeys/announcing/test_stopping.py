from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from smsdesk.demo import demo_profile
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending import retry_policy as next_move

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

ISMART = "iSmart (REST) — Demo"
SMS_OFFICE = "SMS Office — Demo"
REFUSED = "Wrong user name or password at SMS Office"


def announce(clerk: Any, people: int = 3, text: str = "Closed on Sunday") -> None:
    clerk.write(text)
    clerk.add("\n".join(f"900000{number:02}" for number in range(10, 10 + people)))
    clerk.send()


def sent_to(demo: Any) -> list[str]:
    return [copy.number for copy in demo.sandbox.ledger.accepted]


async def test_stop_cancels_the_rest_and_says_how_many(house: Any) -> None:
    with demo_profile(pace_s=0.1) as demo:
        clerk = house.open(demo.folder, demo.vault)
        announce(clerk, 30)
        await clerk.until(lambda: re.match(r"Sending \d+ of 30", clerk.label("progressText")))
        await clerk.until(lambda: clerk.states().count("accepted") >= 2)
        clerk.press("stopButton")
        await clerk.until(lambda: "queued" not in clerk.states())
        await clerk.at_rest()
        accepted, cancelled = clerk.states().count("accepted"), clerk.states().count("cancelled")
        assert accepted + cancelled == 30
        assert sent_to(demo) == [f"968900000{number}" for number in range(10, 10 + accepted)]
        told = f"Stopped: {cancelled} messages cancelled · {accepted} had been handed over"
        await clerk.until(lambda: clerk.label("progressText") == told)
        assert not clerk.sees("stopButton")
        await clerk.leave()


async def test_what_a_stop_said_is_forgotten_with_the_next_announcement(clerk: Any, demo: Any) -> None:
    demo.sandbox.faults.always(Fault.HTML_PAGE)
    announce(clerk, 2)
    await clerk.until(lambda: clerk.sees("cancelRestButton"))
    clerk.press("cancelRestButton")
    await clerk.until(lambda: clerk.label("progressText").startswith("Stopped: 1 message cancelled"))
    demo.sandbox.faults.clear()
    announce(clerk, 2, "Open again on Monday")
    await clerk.until(lambda: clerk.label("progressText") == "2 messages handed to the gateway")


async def test_a_wrong_password_stops_that_account_with_one_sentence_and_the_others_go_on(
    new_password: Callable[[], str], clerk: Any
) -> None:
    new_password()
    announce(clerk)
    await clerk.until(lambda: clerk.sees("stopReason"))
    assert f"Sending has stopped. {REFUSED}" in clerk.label("stopReason")
    assert clerk.sees("continueButton")
    assert clerk.label("progressText") == "3 messages waiting"
    assert clerk.states() == ["queued"] * 3
    clerk.choose(ISMART)
    assert not clerk.sees("stopReason")
    assert not clerk.sees("continueButton")
    assert clerk.label("progressText") == ""
    announce(clerk, text="Open again on Monday")
    await clerk.until(lambda: clerk.states() == ["queued"] * 3 + ["accepted"] * 3)
    clerk.choose(SMS_OFFICE)
    assert clerk.sees("continueButton")


async def test_after_the_password_is_mended_continue_sends_the_rest_and_nobody_twice(
    new_password: Callable[[], str], clerk: Any, demo: Any
) -> None:
    right = new_password()
    announce(clerk)
    await clerk.until(lambda: clerk.sees("continueButton"))
    clerk.press("editAccountButton")
    QTest.keyClicks(clerk.find(QLineEdit, "passwordEdit"), right)
    clerk.press("saveAccountButton")
    await clerk.until(lambda: not clerk.sees("saveAccountButton"))
    assert clerk.states() == ["queued"] * 3
    clerk.press("continueButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    await clerk.until(lambda: not clerk.sees("stopReason"))
    assert sent_to(demo) == ["96890000010", "96890000011", "96890000012"]


async def test_a_refused_login_is_not_tried_again_by_the_clock_or_after_sending(
    new_password: Callable[[], str], clerk: Any, demo: Any
) -> None:
    await clerk.at_rest()
    new_password()
    clerk.press("refreshBalanceButton")
    await clerk.until(lambda: REFUSED in clerk.label("balanceCaption"))
    tried = demo.sandbox.ledger.failed_logins("smsoffice", "demo")
    clerk.program._settings_changed()
    await clerk.at_rest()
    assert demo.sandbox.ledger.failed_logins("smsoffice", "demo") == tried


async def test_stop_instead_of_continue_cancels_what_is_waiting(new_password: Callable[[], str], clerk: Any) -> None:
    new_password()
    announce(clerk)
    await clerk.until(lambda: clerk.sees("cancelRestButton"))
    clerk.press("cancelRestButton")
    await clerk.until(lambda: clerk.states() == ["cancelled"] * 3)
    await clerk.until(lambda: not clerk.sees("stopReason"))
    assert clerk.label("progressText") == "Stopped: 3 messages cancelled · 0 had been handed over"


async def test_a_gateway_that_is_away_is_said_and_waited_for_and_can_be_tried_at_once(clerk: Any, demo: Any) -> None:
    await clerk.at_rest()
    demo.sandbox.close()
    announce(clerk)
    await clerk.until(lambda: clerk.sees("continueButton"))
    assert "The gateway could not be reached" in clerk.label("stopReason")
    assert "Nothing is lost: 3 messages waiting. smsdesk tries again by itself in" in clerk.label("stopReason")
    assert clerk.find(QPushButton, "continueButton").text() == "Try now"
    assert clerk.states() == ["queued"] * 3
    demo.sandbox.start()
    clerk.press("continueButton")
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    await clerk.until(lambda: not clerk.sees("stopReason"))
    assert len(sent_to(demo)) == 3


async def test_when_the_gateway_is_back_the_messages_leave_and_nobody_pressed_anything(
    clerk: Any, demo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(next_move, "NOT_SENT_PAUSES_S", (0.3,))
    await clerk.at_rest()
    demo.sandbox.close()
    announce(clerk)
    await clerk.until(lambda: clerk.sees("stopReason"))
    demo.sandbox.start()
    await clerk.until(lambda: clerk.states() == ["accepted"] * 3)
    await clerk.until(lambda: not clerk.sees("stopReason"))
    assert clerk.label("progressText") == "3 messages handed to the gateway"


async def test_a_sign_in_page_stops_the_queue_after_one_message_and_asks_to_look(clerk: Any, demo: Any) -> None:
    demo.sandbox.faults.then(Fault.HTML_PAGE)
    announce(clerk)
    await clerk.until(lambda: clerk.sees("continueButton"))
    assert clerk.states() == ["unknown", "queued", "queued"]
    assert "Look at the messages marked unknown in the history" in clerk.label("stopReason")
    clerk.press("continueButton")
    await clerk.until(lambda: clerk.states() == ["unknown", "accepted", "accepted"])
    assert sent_to(demo) == ["96890000011", "96890000012"]


async def test_a_second_announcement_waits_behind_the_one_that_stopped(
    new_password: Callable[[], str], clerk: Any, demo: Any
) -> None:
    new_password()
    announce(clerk, 2)
    await clerk.until(lambda: clerk.sees("continueButton"))
    announce(clerk, 1, "Open again on Monday")
    await clerk.until(lambda: clerk.label("progressText") == "3 messages waiting")
    assert clerk.states() == ["queued"] * 3
    assert demo.sandbox.ledger.accepted == []
