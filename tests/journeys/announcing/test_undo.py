from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from smsdesk.store.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable


def announce(clerk: Any, text: str = "Closed on Sunday") -> None:
    clerk.write(text)
    clerk.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    clerk.send()


async def counting_down(clerk: Any) -> None:
    await clerk.until(lambda: clerk.label("progressText").startswith("2 messages leave in "))


def with_undo(open_demo: Callable[[], Any], demo: Any, seconds: int) -> Any:
    save_settings(demo.folder / "settings.json", Settings(undo_seconds=seconds))
    return open_demo()


async def test_undo_takes_everything_back_for_nothing_and_puts_it_where_it_was(
    open_demo: Callable[[], Any], demo: Any
) -> None:
    clerk = with_undo(open_demo, demo, 30)
    await clerk.ready()
    clerk.write("Closed on Sunday")
    clerk.add("Amal 90000012\nSaid 90000013\nBadr 900000")
    rows = clerk.rows("recipientsTable")
    clerk.send()
    await counting_down(clerk)
    assert clerk.message.toPlainText() == ""
    assert clerk.states() == ["queued"] * 2

    clerk.press("undoButton")
    await clerk.until(lambda: clerk.states() == ["cancelled"] * 2)
    await clerk.until(lambda: clerk.message.toPlainText() == "Closed on Sunday")
    assert clerk.rows("recipientsTable") == rows
    await clerk.until(lambda: clerk.label("progressText") == "Taken back: 2 messages, nothing of it was sent")
    assert demo.sandbox.ledger.accepted == []


async def test_what_is_written_meanwhile_is_not_written_over(open_demo: Callable[[], Any], demo: Any) -> None:
    clerk = with_undo(open_demo, demo, 30)
    await clerk.ready()
    announce(clerk)
    await counting_down(clerk)
    clerk.write("Something else")
    clerk.press("undoButton")
    await clerk.until(lambda: "“Use again” in the history brings it back" in clerk.label("progressText"))
    assert clerk.message.toPlainText() == "Something else"
    assert clerk.states() == ["cancelled"] * 2


async def test_without_undo_the_messages_leave_when_the_seconds_are_over(
    open_demo: Callable[[], Any], demo: Any
) -> None:
    clerk = with_undo(open_demo, demo, 2)
    await clerk.ready()
    announce(clerk)
    await counting_down(clerk)
    await clerk.until(lambda: clerk.states() == ["accepted"] * 2)
    await clerk.until(lambda: "handed to the gateway" in clerk.label("progressText"))
    assert not clerk.find(QPushButton, "undoButton").isEnabled()  # the list's own is back
    assert len(demo.sandbox.ledger.accepted) == 2


async def test_undo_that_is_switched_off_shows_no_countdown(open_demo: Callable[[], Any], demo: Any) -> None:
    clerk = with_undo(open_demo, demo, 0)
    await clerk.ready()
    announce(clerk)
    await clerk.until(lambda: clerk.states() == ["accepted"] * 2)
    assert not clerk.find(QPushButton, "undoButton").isEnabled()


async def test_the_same_text_can_be_sent_again_after_it_was_taken_back_and_is_no_repeat(
    open_demo: Callable[[], Any], demo: Any
) -> None:
    clerk = with_undo(open_demo, demo, 2)
    await clerk.ready()
    announce(clerk)
    await counting_down(clerk)
    clerk.press("undoButton")
    await clerk.until(lambda: clerk.message.toPlainText() == "Closed on Sunday")
    clerk.press("sendButton")
    await clerk.until(lambda: clerk.sees("confirmSendButton"))
    assert not clerk.sees("leaveOutCheck")
    clerk.press("confirmSendButton")
    await clerk.until(lambda: clerk.states() == ["cancelled"] * 2 + ["accepted"] * 2)


async def test_the_countdown_stays_in_sight_when_another_account_is_chosen(
    open_demo: Callable[[], Any], demo: Any
) -> None:
    clerk = with_undo(open_demo, demo, 30)
    await clerk.ready()
    announce(clerk)
    await counting_down(clerk)
    clerk.choose("iSmart (REST) — Demo")
    await counting_down(clerk)
    clerk.press("undoButton")
    await clerk.until(lambda: clerk.states() == ["cancelled"] * 2)
    await clerk.until(lambda: clerk.label("progressText") == "Taken back: 2 messages, nothing of it was sent")
