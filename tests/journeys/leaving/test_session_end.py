"""The user logs out, or shuts the computer down: what the system asks, and what is on disk when it has its answer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.demo import DATABASE
from smsdesk.sandbox.faults import Fault
from smsdesk.ui.controllers.session_end import SessionEnd
from tests.helpers.wire.requests import asked_to_send

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from smsdesk.demo import Demo
    from tests.helpers.window.operator import OpenDemo, Operator, Programs
    from tests.helpers.wire.turnstile import Turnstile

LINES = "\n".join(f"900000{number}" for number in range(10, 15))


class Session:
    """What the system offers while it waits for the answer."""

    def __init__(self) -> None:
        self.cancelled = 0

    def cancel(self) -> None:
        self.cancelled += 1


def ends(operator: Operator, platform: str) -> Session:
    """Let the session of that system end, and give what was answered; no event loop runs meanwhile."""
    session = Session()
    desks = operator.program.desks
    SessionEnd(desks, lambda: desks.current.closing, operator.program.close, platform).commit(session)
    return session


def draft(folder: Path) -> str:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return connection.execute("SELECT text FROM draft").fetchone()[0]


async def third_under_way(operator: Operator, turnstile: Turnstile) -> None:
    operator.write("Closed on Sunday")
    operator.add(LINES)
    operator.send()
    await operator.until(turnstile.is_closed)
    await operator.until(lambda: operator.states() == ["accepted", "accepted", "submitting", "queued", "queued"])
    await operator.until(lambda: operator.label("sendTitle") == "2 of 5 handed over")


@pytest.fixture
def busy(programs: Programs, turnstile: Turnstile) -> Operator:
    return programs.open(turnstile.demo.folder, turnstile.demo.vault)


@pytest.mark.parametrize("platform", ["win32", "linux"])
async def test_what_was_just_written_and_set_is_on_disk_when_the_system_has_its_answer(
    operator: Operator, open_demo: OpenDemo, demo: Demo, platform: str
) -> None:
    await operator.at_rest()
    operator.write("Half a thought")
    operator.program.settings.balance_minutes = 17
    assert ends(operator, platform).cancelled == 0
    assert draft(demo.folder) == "Half a thought"
    assert json.loads((demo.folder / "settings.json").read_text(encoding="utf-8"))["balance_minutes"] == 17
    assert not operator.window.isVisible()
    await operator.left()  # where the system lets it live so long

    again = open_demo()
    await again.ready()
    assert again.message.toPlainText() == "Half a thought"


@pytest.mark.usefixtures("answers_in_time")
async def test_an_answer_under_way_is_on_disk_when_windows_has_its_answer_and_nothing_new_has_left(
    busy: Operator, turnstile: Turnstile
) -> None:
    await third_under_way(busy, turnstile)
    end = busy.program.office.sender.end

    def end_and_open() -> None:
        end()
        turnstile.open()

    busy.program.office.sender.end = end_and_open  # type: ignore[method-assign]
    busy.window.close()
    assert ends(busy, "win32").cancelled == 0
    assert busy.states() == ["accepted"] * 3 + ["queued"] * 2
    await busy.left()
    assert not busy.sees("closingBox")
    assert len(turnstile.demo.sandbox.ledger.accepted) == 3


async def test_a_gateway_that_hangs_does_not_hold_the_system_up(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    demo.sandbox.faults.always(Fault.HANG)
    operator.write("Closed on Sunday")
    operator.add(LINES)
    operator.send()
    await operator.until(lambda: asked_to_send(demo.sandbox.ledger))
    ends(operator, "win32")
    assert operator.states() == ["submitting", *["queued"] * 4], "the request was given up, not waited for"
    await operator.left()
    demo.sandbox.faults.clear()


async def test_a_quit_on_macos_asks_as_ever_while_messages_have_not_left(busy: Operator, turnstile: Turnstile) -> None:
    await third_under_way(busy, turnstile)
    for _wish in range(2):
        assert ends(busy, "darwin").cancelled == 1
        assert busy.sees("closingBox")
    busy.press("stayButton")
    assert not busy.has_left()
    assert busy.window.isVisible()
    turnstile.open()


async def test_a_quit_on_macos_with_nothing_to_send_goes_on_to_the_usual_end(
    operator: Operator, qapp: QApplication
) -> None:
    await operator.at_rest()
    assert ends(operator, "darwin").cancelled == 0
    assert not operator.has_left()
    assert operator.window.isVisible()
    qapp.quit()  # the event that Qt sends next
    await operator.left()
