"""What a screen reader is told while somebody writes, sends and takes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from smsdesk.sandbox.faults import Fault
from smsdesk.ui.voice.announcer import Announcer

if TYPE_CHECKING:
    from smsdesk.demo import Demo
    from tests.helpers.window.operator import Operator


@pytest.fixture
def said(operator: Operator) -> list[tuple[str, bool]]:
    """All that is said from now on, and whether at once."""
    heard: list[tuple[str, bool]] = []
    announcer = operator.window.findChildren(Announcer)[0]
    announcer._pause.setInterval(1)
    announcer.said.connect(lambda text, at_once: heard.append((text, at_once)))
    return heard


async def test_parts_are_said_when_their_number_changes_and_not_at_each_key(
    operator: Operator, said: list[tuple[str, bool]]
) -> None:
    operator.write("a" * 158)
    await operator.until(lambda: said == [("1 part", False)])
    QTest.keyClicks(operator.message, "bc")
    QTest.keyClicks(operator.message, "d")
    await operator.until(lambda: len(said) > 1)
    assert said[1:] == [("2 parts", False)]


async def test_who_was_added_and_what_it_costs_are_said(operator: Operator, said: list[tuple[str, bool]]) -> None:
    operator.write("a" * 170)
    await operator.until(lambda: said == [("2 parts", False)])
    operator.add("90000012\n90000013\n90000014")
    await operator.at_rest()
    await operator.until(lambda: len(said) > 2)
    assert said[1:] == [("3 added", False), ("3 messages: 6 credits", False)]


async def test_why_it_cannot_be_sent_is_said_at_once(operator: Operator, said: list[tuple[str, bool]]) -> None:
    operator.add("90000012")
    operator.press("sendButton")
    assert said[-1][1]
    assert "There is no message yet." in said[-1][0]


async def test_how_the_history_was_sorted_is_said(operator: Operator, said: list[tuple[str, bool]]) -> None:
    operator.find(QTableView, "historyTable").sortByColumn(0, Qt.SortOrder.DescendingOrder)
    await operator.until(lambda: said == [("Sent, sorted falling", False)])


async def test_countdown_and_undo_are_said(operator: Operator, said: list[tuple[str, bool]]) -> None:
    operator.program.settings.undo_seconds = 600
    operator.add("90000012\n90000013")
    operator.write("Closed on Sunday")
    operator.send()
    await operator.until(lambda: any(at_once for _, at_once in said))
    told, at_once = said[-1]
    assert re.fullmatch(r"2 messages leave in \d+ seconds\. Undo takes it back\.", told)  # those that are left by then
    assert at_once
    newest = operator.program.office.sender.countdown()
    assert newest is not None
    operator.program.office.sender.undo(newest[0], newest[1].announcement_id)
    await operator.until(lambda: said[-1] == ("Taken back: 2 messages, nothing of it was sent", True))


async def test_the_result_is_said(operator: Operator, said: list[tuple[str, bool]]) -> None:
    operator.add("90000012\n90000013")
    operator.write("Closed on Sunday")
    operator.send()
    await operator.until(lambda: operator.states() == ["accepted"] * 2)
    await operator.at_rest()
    await operator.until(lambda: ("2 messages accepted by the gateway", False) in said)


async def test_a_stop_is_said_at_once_with_its_reason(
    operator: Operator, demo: Demo, said: list[tuple[str, bool]]
) -> None:
    demo.sandbox.faults.always(Fault.HTML_PAGE)
    operator.add("90000012\n90000013")
    operator.write("Closed on Sunday")
    operator.send()
    await operator.halted()
    await operator.until(lambda: any("1 message waiting" in text and at_once for text, at_once in said))
    operator.press("cancelRestButton")
    await operator.until(lambda: any("1 cancelled" in text for text, _ in said))
