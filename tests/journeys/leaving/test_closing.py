from __future__ import annotations

import signal
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from smsdesk.demo import DATABASE, demo_profile
from smsdesk.sandbox.faults import Fault
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.patience import PATIENCE_S
from tests.helpers.wire.hanging_gateways import at_hanging_gateways
from tests.helpers.wire.requests import asked_to_send

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator, Programs
    from tests.helpers.wire.turnstile import Turnstile


def announce(operator: Operator, people: int = 30) -> None:
    operator.write("Closed on Sunday")
    operator.add("\n".join(f"900000{number:02}" for number in range(10, 10 + people)))
    operator.send()


async def under_way(operator: Operator, turnstile: Turnstile, people: int = 30) -> None:
    """Send, and wait until two have left and the third is kept waiting by the gateway."""
    announce(operator, people)
    await operator.until(turnstile.is_closed)
    await operator.until(
        lambda: operator.states() == ["accepted", "accepted", "submitting", *["queued"] * (people - 3)]
    )
    await operator.until(lambda: operator.label("sendTitle") == f"2 of {people} handed over")


def open_at_the_end(operator: Operator, turnstile: Turnstile) -> None:
    """Let the gateway answer what is under way once nothing new leaves any more."""
    sender = operator.program.office.sender
    end = sender.end

    def end_and_open() -> None:
        end()
        turnstile.open()

    sender.end = end_and_open  # type: ignore[method-assign]


def question(operator: Operator) -> QMessageBox:
    return operator.find(QMessageBox, "closingBox")


@pytest.fixture
def busy(programs: Programs, turnstile: Turnstile) -> Operator:
    return programs.open(turnstile.demo.folder, turnstile.demo.vault)


async def test_a_window_with_nothing_to_send_closes_without_a_question(operator: Operator) -> None:
    operator.window.close()
    assert not operator.sees("closingBox")
    await operator.left()


async def test_closing_while_sending_asks_and_staying_is_the_default(busy: Operator, turnstile: Turnstile) -> None:
    await under_way(busy, turnstile)
    busy.window.close()
    box = question(busy)
    assert box.text() == "28 messages not sent yet."
    assert "smsdesk asks about them at the next start" in box.informativeText()
    shown = {button.objectName(): button.text() for button in box.findChildren(QPushButton) if button.isVisible()}
    assert shown == {
        "keepSendingButton": "&Keep sending in the background",
        "stopHereButton": "&Stop here and quit",
        "stayButton": "&Go back",
    }
    assert box.defaultButton().objectName() == "stayButton"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    await busy.until(lambda: not busy.sees("closingBox"))
    assert busy.window.isVisible()
    assert not busy.has_left()
    turnstile.open()


async def test_the_question_counts_down_while_it_is_thought_about(busy: Operator, turnstile: Turnstile) -> None:
    await under_way(busy, turnstile)
    busy.window.close()
    assert question(busy).text() == "28 messages not sent yet."
    turnstile.let_pass(3)
    await busy.until(lambda: question(busy).text() == "25 messages not sent yet.")
    turnstile.open()


async def test_a_second_wish_to_close_opens_no_second_question(busy: Operator, turnstile: Turnstile) -> None:
    await under_way(busy, turnstile)
    busy.window.close()
    first = question(busy)
    busy.window.close()
    assert question(busy) is first
    turnstile.open()


async def test_a_quit_that_the_system_asks_for_asks_too(
    busy: Operator, turnstile: Turnstile, qapp: QApplication
) -> None:
    await under_way(busy, turnstile)
    qapp.quit()
    await busy.until(lambda: busy.sees("closingBox"))
    busy.press("stayButton")
    assert not busy.has_left()
    turnstile.open()


@pytest.mark.usefixtures("answers_in_time")
async def test_stop_here_writes_down_what_is_under_way_and_the_rest_waits_to_be_asked_about(
    busy: Operator, programs: Programs, turnstile: Turnstile
) -> None:
    await under_way(busy, turnstile)
    open_at_the_end(busy, turnstile)
    busy.window.close()
    busy.press("stopHereButton")
    await busy.left()
    assert busy.states() == ["accepted"] * 3 + ["queued"] * 27
    assert len(turnstile.demo.sandbox.ledger.accepted) == 3

    again = programs.open(turnstile.demo.folder, turnstile.demo.vault)
    await again.ready()
    await again.until(lambda: again.sees("continueButton"))
    assert "Not sent before the program was closed: 27 messages." in again.label("stopReason")
    await again.at_rest()
    assert len(turnstile.demo.sandbox.ledger.accepted) == 3


async def test_keep_sending_puts_the_window_away_sends_all_and_leaves_by_itself(
    busy: Operator, turnstile: Turnstile
) -> None:
    busy.program.desks.current.background._last.setInterval(0)
    await under_way(busy, turnstile)
    busy.window.close()
    busy.press("keepSendingButton")
    assert busy.window.isMinimized()  # there is no tray here
    turnstile.open()
    await busy.left()
    assert busy.states() == ["accepted"] * 30
    assert len({copy.number for copy in turnstile.demo.sandbox.ledger.accepted}) == 30


async def test_a_queue_that_stops_in_the_background_waits_for_the_person(busy: Operator, turnstile: Turnstile) -> None:
    busy.program.desks.current.background._last.setInterval(0)
    await under_way(busy, turnstile)
    busy.window.close()
    busy.press("keepSendingButton")
    turnstile.demo.sandbox.ledger.set_password("smsoffice", "demo", "new-demo-password")
    turnstile.open()
    await busy.until(lambda: busy.sees("stopReason"))
    await busy.at_rest()
    assert not busy.has_left()
    assert busy.window.isVisible()
    assert busy.states() == ["accepted"] * 3 + ["queued"] * 27


async def test_a_window_that_came_back_is_asked_about_again(busy: Operator, turnstile: Turnstile) -> None:
    await under_way(busy, turnstile)
    busy.window.close()
    busy.press("keepSendingButton")
    busy.window.raise_up()
    await busy.until(lambda: not busy.window.isMinimized())
    busy.window.close()
    assert busy.sees("closingBox")
    busy.press("stayButton")
    turnstile.open()


@pytest.mark.usefixtures("answers_in_time")
async def test_the_end_of_the_session_asks_nothing_and_goes_on_after_the_next_start(
    busy: Operator, programs: Programs, turnstile: Turnstile
) -> None:
    await under_way(busy, turnstile, 10)
    open_at_the_end(busy, turnstile)
    busy.window.close()
    busy.program.desks.current.closing.session_ends()
    await busy.left()
    assert not busy.sees("closingBox")
    assert busy.states() == ["accepted"] * 3 + ["queued"] * 7

    again = programs.open(turnstile.demo.folder, turnstile.demo.vault)
    await again.until(lambda: again.states() == ["accepted"] * 10)
    assert len(turnstile.demo.sandbox.ledger.accepted) == 10


@pytest.mark.usefixtures("answers_in_time")
async def test_an_answer_that_is_under_way_is_still_written_down_and_nothing_new_is_claimed(
    busy: Operator, turnstile: Turnstile
) -> None:
    await under_way(busy, turnstile, 5)
    open_at_the_end(busy, turnstile)
    busy.program.leave()
    await busy.left()
    assert busy.states() == ["accepted"] * 3 + ["queued"] * 2
    assert len(turnstile.demo.sandbox.ledger.accepted) == 3


async def test_stop_here_does_not_wait_for_a_gateway_that_hangs(
    operator: Operator, open_demo: OpenDemo, demo: Demo
) -> None:
    await operator.at_rest()
    demo.sandbox.faults.always(Fault.HANG)
    announce(operator, 3)
    await operator.until(lambda: asked_to_send(demo.sandbox.ledger))
    assert operator.states() == ["submitting", "queued", "queued"]
    operator.window.close()
    operator.press("stopHereButton")
    await operator.left()
    assert operator.states() == ["submitting", "queued", "queued"], "the request was given up, not waited for"
    demo.sandbox.faults.clear()

    again = open_demo()
    await again.ready()
    assert again.states() == ["unknown", "queued", "queued"]


@pytest.mark.skipif(sys.platform == "win32", reason="that system ends a program in another way")
def test_a_real_process_ends_when_told_to_though_every_gateway_hangs() -> None:
    with demo_profile() as demo:
        with at_hanging_gateways(demo) as process:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE_S) == 0
        with closing(sqlite3.connect(demo.folder / DATABASE)) as connection:
            states = [state for (state,) in connection.execute("SELECT state FROM delivery ORDER BY id")]
        assert states == ["submitting", "queued", "queued"]
        database = Database(demo.folder / DATABASE)
        Outbox(database).recover()
        with closing(sqlite3.connect(demo.folder / DATABASE)) as connection:
            states = [state for (state,) in connection.execute("SELECT state FROM delivery ORDER BY id")]
        database.close()
        assert states == ["unknown", "queued", "queued"]
