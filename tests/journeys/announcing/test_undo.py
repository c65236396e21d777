from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from smsdesk.store.settings import Settings, save_settings
from tests.helpers.timers import HeldTimers

if TYPE_CHECKING:
    import pytest

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator


async def announce(operator: Operator, text: str = "Closed on Sunday") -> None:
    """Send, and wait until it is on disk and the composer is free for something else."""
    operator.write(text)
    operator.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    operator.send()
    await operator.until(lambda: operator.message.toPlainText() == "")


async def counting_down(operator: Operator) -> None:
    await operator.until(lambda: operator.label("progressText").startswith("2 messages leave in "))


def with_undo(open_demo: OpenDemo, demo: Demo, seconds: int) -> Operator:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=seconds))
    return open_demo()


async def test_undo_takes_everything_back_for_nothing_and_puts_it_where_it_was(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    rows = operator.rows("recipientsTable")
    operator.send()
    await counting_down(operator)
    await operator.until(lambda: operator.message.toPlainText() == "")
    assert operator.states() == ["queued"] * 2

    operator.press("undoButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)
    await operator.until(lambda: operator.message.toPlainText() == "Closed on Sunday")
    assert operator.rows("recipientsTable") == rows
    await operator.until(lambda: operator.label("progressText") == "Taken back: 2 messages, nothing of it was sent")
    assert demo.sandbox.ledger.accepted == []


async def test_what_is_written_meanwhile_is_not_written_over(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.write("Something else")
    operator.press("undoButton")
    await operator.until(lambda: "“Use again” in the history brings it back" in operator.label("progressText"))
    assert operator.message.toPlainText() == "Something else"
    assert operator.states() == ["cancelled"] * 2


async def test_without_undo_the_messages_leave_when_the_seconds_are_over(
    open_demo: OpenDemo, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    timers = HeldTimers(monkeypatch)
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    timers.go_off()
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    await operator.until(lambda: "handed to the gateway" in operator.label("progressText"))
    assert not operator.find(QPushButton, "undoButton").isEnabled()  # the list's own is back
    assert len(demo.sandbox.ledger.accepted) == 2


async def test_undo_that_is_switched_off_shows_no_countdown(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 0)
    await operator.ready()
    await announce(operator)
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    assert not operator.find(QPushButton, "undoButton").isEnabled()


async def test_the_same_text_can_be_sent_again_after_it_was_taken_back_and_is_no_repeat(
    open_demo: OpenDemo, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    timers = HeldTimers(monkeypatch)
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.press("undoButton")
    await operator.until(lambda: operator.message.toPlainText() == "Closed on Sunday")
    operator.press("sendButton")
    await operator.until(lambda: operator.sees("confirmSendButton"))
    assert not operator.sees("leaveOutCheck")
    operator.press("confirmSendButton")
    await operator.until(lambda: operator.message.toPlainText() == "")
    await counting_down(operator)
    timers.go_off()
    await operator.until(lambda: operator.states() == ["cancelled"] * 2 + ["accepted"] * 2)


async def test_the_countdown_stays_in_sight_when_another_account_is_chosen(open_demo: OpenDemo, demo: Demo) -> None:
    operator = with_undo(open_demo, demo, 30)
    await operator.ready()
    await announce(operator)
    await counting_down(operator)
    operator.choose("iSmart (REST) — Demo")
    await counting_down(operator)
    operator.press("undoButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 2)
    await operator.until(lambda: operator.label("progressText") == "Taken back: 2 messages, nothing of it was sent")
