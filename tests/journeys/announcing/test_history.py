"""Going on from the history: again to whom it did not reach, to the rest after Stop, and back into the composer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.sandbox.faults import Fault
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.ui.text.formatting import without_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator, Programs
    from tests.helpers.wire.turnstile import Turnstile

ISMART = "iSmart (REST) — Demo"
REFUSED_ENDING = "smsdesk.sandbox.gateways.smsoffice.REFUSED_ENDING"
DRAFT = "What I was writing"


def copies(demo: Demo) -> list[str]:
    return sorted(copy.number for copy in demo.sandbox.ledger.accepted)


def resend_of(operator: Operator) -> list[int | None]:
    with closing(sqlite3.connect(operator.program.database.path)) as connection:
        return [of for (of,) in connection.execute("SELECT resend_of FROM delivery ORDER BY id")]


def shown_button(operator: Operator, name: str) -> str:
    return without_letter(operator.find(QPushButton, name).text()) if operator.sees(name) else ""


async def confirm(operator: Operator, verb: str) -> None:
    await operator.until(lambda: operator.sees("confirmSendButton"))
    assert operator.find(QPushButton, "confirmSendButton").text() == verb
    operator.press("confirmSendButton")


async def test_resend_failed_goes_to_the_failed_alone_and_says_the_cost(
    operator: Operator, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.at_rest()
    demo.sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012\nSaid 90000099\nBadr 92000099\nMona 90000014")
    operator.send()
    await operator.until(lambda: operator.states() == ["unknown", "rejected", "rejected", "accepted"])
    await operator.until(lambda: shown_button(operator, "resendFailedButton") == "Resend 2 failed…")
    operator.write(DRAFT)
    monkeypatch.setattr(REFUSED_ENDING, "none")
    await operator.at_rest()
    operator.press("resendFailedButton")
    await operator.until(lambda: operator.sees("costSummary"))
    assert operator.label("costSummary").startswith("2 people × 1 part = 2 credits")
    await confirm(operator, "Send 2 messages")
    await operator.until(lambda: operator.states()[4:] == ["accepted", "accepted"])
    await operator.at_rest()
    assert resend_of(operator) == [None] * 4 + [2, 3]
    assert copies(demo) == sorted(["96890000012", "96890000014", "96890000099", "96892000099"])
    assert operator.message.toPlainText() == DRAFT
    operator.click_cell("historyTable", 1, 1)
    assert not operator.sees("resendFailedButton")


async def test_who_got_the_text_otherwise_meanwhile_is_told_before_it_is_sent_again(
    operator: Operator, demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator.program.settings.repeat_hours = 0  # what is sent again is looked up all the same
    operator.write("Closed on Sunday")
    operator.add("Said 90000099\nBadr 92000099")
    operator.send()
    await operator.until(lambda: operator.states() == ["rejected", "rejected"])
    await operator.until(lambda: operator.message.toPlainText() == "")
    monkeypatch.setattr(REFUSED_ENDING, "none")
    operator.write("Closed on Sunday")
    operator.add("Said 90000099")
    operator.press("sendButton")
    await confirm(operator, "Send 1 message")
    await operator.until(lambda: operator.states() == ["rejected", "rejected", "accepted"])
    await operator.at_rest()
    operator.click_cell("historyTable", 1, 1)
    operator.press("resendFailedButton")
    await confirm(operator, "Send 1 message")
    await operator.until(lambda: operator.states() == ["rejected", "rejected", "accepted", "accepted"])
    assert copies(demo) == ["96890000099", "96892000099"]


async def test_after_stop_the_rest_is_sent_and_nobody_twice(programs: Programs, turnstile: Turnstile) -> None:
    demo = turnstile.demo
    operator = programs.open(demo.folder, demo.vault)
    operator.write("Closed on Sunday")
    operator.add("\n".join(f"900000{number:02}" for number in range(10, 40)))
    operator.send()
    await operator.until(turnstile.is_closed)
    await operator.until(lambda: operator.sees("stopButton"))
    operator.press("stopButton")
    await operator.until(lambda: "queued" not in operator.states())
    turnstile.open()
    await operator.at_rest()
    await operator.until(lambda: operator.sees("sendRestButton"))
    operator.press("sendRestButton")
    await confirm(operator, "Send 27 messages")
    await operator.until(lambda: operator.states() == ["accepted"] * 3 + ["cancelled"] * 27 + ["accepted"] * 27)
    await operator.at_rest()
    assert copies(demo) == [f"968900000{number}" for number in range(10, 40)]
    operator.click_cell("historyTable", 1, 1)
    assert not operator.sees("sendRestButton")


async def test_use_again_over_a_draft_keeps_it_says_so_and_brings_it_back(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.message.toPlainText() == "")
    await operator.at_rest()
    operator.press("useAgainButton")
    assert not operator.sees("keptDraftText")  # nothing was written that could be lost
    operator.choose(ISMART)
    operator.write(DRAFT)
    operator.add("Zahra 90000015\nno number 12")
    operator.paste("still typing", operator.paste_box)
    operator.press("useAgainButton")
    assert operator.message.toPlainText() == "Closed on Sunday"
    assert operator.paste_box.toPlainText() == ""
    assert DRAFT in operator.label("keptDraftText")
    operator.press("useAgainButton")  # the same again takes nothing from what is kept
    assert DRAFT in operator.label("keptDraftText")
    operator.press("bringBackButton")
    assert operator.message.toPlainText() == DRAFT
    assert operator.paste_box.toPlainText() == "still typing"
    assert "Zahra" in [row[0] for row in operator.rows("recipientsTable")]
    assert "iSmart" in operator.find(QComboBox, "accountCombo").currentText()
    assert not operator.sees("keptDraftText")


async def test_what_was_written_over_it_is_kept_in_turn(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.message.toPlainText() == "")
    operator.write(DRAFT)
    operator.press("useAgainButton")
    operator.write("Closed on Monday instead")
    operator.press("bringBackButton")
    assert operator.message.toPlainText() == DRAFT
    assert "Closed on Monday instead" in operator.label("keptDraftText")
    operator.press("bringBackButton")
    assert operator.message.toPlainText() == "Closed on Monday instead"


async def test_a_second_draft_takes_nothing_from_the_first_and_only_a_click_discards(operator: Operator) -> None:
    operator.write("Closed on Sunday")
    operator.add("Amal 90000012")
    operator.send()
    await operator.until(lambda: operator.message.toPlainText() == "")
    for text in ("The first", "The second"):
        operator.write(text)
        operator.press("useAgainButton")
        assert text in operator.label("keptDraftText")
    operator.press("discardKeptButton")
    assert "The first" in operator.label("keptDraftText")
    operator.press("bringBackButton")
    assert operator.message.toPlainText() == "The first"
    assert not operator.sees("keptDraftText")


async def test_a_scheduled_announcement_that_waits_here_can_be_cancelled_and_nothing_is_left_to_continue(
    new_password: Callable[[], str], operator: Operator, demo: Demo
) -> None:
    new_password()  # which this computer does not know: the queue stops, and has everything still
    account = operator.account()
    people = tuple(Recipient(f"+9689000001{number}") for number in range(3))
    later = datetime.now(UTC) + timedelta(hours=20)
    new = Announcement(account.id, "Staff meeting", account.sender, 1, people, send_at=later)
    operator.program.office.sender.send(SendRequest(account, new)).result()
    await operator.until(lambda: operator.sees("continueButton") and operator.rows("historyTable"))
    operator.click_cell("historyTable", 0, 1)
    assert operator.rows("historyTable")[0][-1] == "scheduled · leaves in 20 h"
    operator.press("cancelScheduledButton")
    operator.press("cancelMessagesButton")
    await operator.until(lambda: operator.states() == ["cancelled"] * 3)
    await operator.until(lambda: not operator.sees("continueButton"))
    await operator.until(lambda: not operator.sees("cancelScheduledButton"))
    assert demo.sandbox.ledger.accepted == []


async def test_a_search_finds_a_number_as_it_is_typed_and_says_when_nothing_is_found(operator: Operator) -> None:
    for text, people in (("Closed on Sunday", "Amal 90000012"), ("Open again", "Badr 90000031")):
        operator.write(text)
        operator.add(people)
        operator.send()
        await operator.until(lambda: operator.message.toPlainText() == "")
    await operator.at_rest()

    def listed() -> list[str]:
        return [row[1] for row in operator.rows("historyTable")]

    field = operator.find(QLineEdit, "historySearch")
    field.setText("٩٠٠٠ ٠٠١٢")
    await operator.until(lambda: listed() == ["Closed on Sunday"])
    field.setText("xyz")
    await operator.until(lambda: listed() == [])
    told = [each.text() for each in operator.window.history.findChildren(QLabel) if each.isVisible()]
    assert any(text.startswith("Nothing was found for “\u2068xyz\u2069”") for text in told)
    field.clear()
    await operator.until(lambda: listed() == ["Open again", "Closed on Sunday"])


async def test_columns_stand_after_the_next_start_as_they_stood(operator: Operator, open_demo: OpenDemo) -> None:
    header = operator.find(QTableView, "historyTable").horizontalHeader()
    header.resizeSection(0, 150)
    width = header.sectionSize(0)
    await operator.leave()
    again = open_demo()
    await again.ready()
    kept = again.find(QTableView, "historyTable").horizontalHeader().sectionSize(0)
    assert abs(kept - width) <= again.window.fontMetrics().averageCharWidth()
