from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QSplitter

from smsdesk.sandbox.faults import Fault
from smsdesk.store.drafts import put_draft
from smsdesk.store.sending import outbox
from smsdesk.ui.window import main_window
from tests.helpers.patience import PATIENCE_S
from tests.helpers.wire.requests import asked_to_send

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smsdesk.demo import Demo
    from smsdesk.domain.draft import Draft
    from tests.helpers.window.operator import OpenDemo, Operator

ISMART = "iSmart (REST) — Demo"


def announce(operator: Operator, people: int = 3) -> None:
    operator.write("Closed on Sunday")
    operator.add("\n".join(f"900000{number:02}" for number in range(10, 10 + people)))
    operator.send()


def places(operator: Operator) -> dict[str, list[int]]:
    return {each.objectName(): each.sizes() for each in operator.window.findChildren(QSplitter) if each.objectName()}


async def test_an_unsent_draft_survives_a_restart(operator: Operator, open_demo: OpenDemo) -> None:
    operator.choose(ISMART)
    operator.write("Room\u00a012 is closed\nاجتماع يوم الأحد")
    operator.add("Amal 90000012\nSaid 900000\n+44 7700 900123")
    operator.paste("Maryam 90000014", operator.paste_box)
    rows = operator.rows("recipientsTable")
    await operator.leave()

    again = open_demo()
    await again.ready()
    assert again.program.desks.current.controller.account.provider == "ismart-rest"
    assert again.window.compose.text() == "Room\u00a012 is closed\nاجتماع يوم الأحد"
    assert again.rows("recipientsTable") == rows
    assert again.paste_box.toPlainText() == "Maryam 90000014"
    assert again.label("segmentSummary") == operator.window.compose._summary.text()


async def test_a_sender_typed_by_hand_survives_a_restart(operator: Operator, open_demo: OpenDemo) -> None:
    operator.find(QLineEdit, "senderEdit").setText("PARENTS")
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert again.find(QLineEdit, "senderEdit").text() == "PARENTS"


async def test_what_was_sent_is_no_draft_any_more(operator: Operator, open_demo: OpenDemo) -> None:
    announce(operator)
    await operator.until(lambda: operator.states() == ["accepted"] * 3)
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert again.message.toPlainText() == ""
    assert again.rows("recipientsTable") == []
    assert [row[1] for row in again.rows("historyTable")] == ["Closed on Sunday"]


async def test_what_the_disk_was_just_taking_is_no_draft_any_more_either(
    operator: Operator, open_demo: OpenDemo, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender, writing, goes_on = operator.program.office.sender, threading.Event(), threading.Event()

    def put_slowly(connection: Connection, draft: Draft) -> None:
        writing.set()
        assert goes_on.wait(PATIENCE_S)
        put_draft(connection, draft)

    monkeypatch.setattr(outbox, "put_draft", put_slowly)
    announce(operator)
    await operator.until(writing.is_set)
    operator.window.compose.edited.emit()  # the draft would be saved at the end, as it was edited just now
    ends = sender.end
    monkeypatch.setattr(sender, "end", lambda: (goes_on.set(), ends()))
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert again.message.toPlainText() == ""
    assert again.rows("recipientsTable") == []
    again.press("continueButton")
    await again.until(lambda: again.states() == ["accepted"] * 3)


def share(sizes: list[int]) -> float:
    return sizes[0] / sum(sizes)


async def test_the_windows_size_and_splitters_survive_a_restart(
    operator: Operator, open_demo: OpenDemo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "keep_on_screen", lambda _window: None)  # as on a screen that is large enough
    operator.window.resize(operator.window.width(), 720)  # the width may be all that the screen has
    usual = places(operator)
    desk, work = operator.find(QSplitter, "deskSplitter"), operator.find(QSplitter, "workSplitter")
    work.setSizes([300, 320])
    desk.setSizes([1, 2000])
    kept = places(operator)
    assert kept["workSplitter"] != usual["workSplitter"]
    await operator.leave()
    again = open_demo()
    await again.ready()
    assert again.window.height() == 720
    again.window.resize(1180, 720)  # the screen that is not there is narrower
    await again.until(lambda: again.sees("historyTable"))
    assert share(places(again)["workSplitter"]) == pytest.approx(share(kept["workSplitter"]), abs=0.02)
    assert again.find(QSplitter, "deskSplitter").sizes()[0] < usual["deskSplitter"][0]


async def test_messages_left_in_the_queue_wait_for_continue_after_a_restart(
    operator: Operator, open_demo: OpenDemo, demo: Demo
) -> None:
    await operator.at_rest()
    demo.sandbox.pause()
    announce(operator)
    await operator.halted()
    await operator.leave()
    demo.sandbox.start()

    again = open_demo()
    await again.ready()
    await again.until(lambda: again.sees("continueButton"))
    assert "Not sent before the program was closed: 3 messages." in again.label("stopReason")
    assert again.label("stopDetail").startswith("3 messages wait. ")
    await again.at_rest()
    assert demo.sandbox.ledger.accepted == []
    again.press("continueButton")
    await again.until(lambda: again.states() == ["accepted"] * 3)
    assert len(demo.sandbox.ledger.accepted) == 3


async def test_closing_during_a_request_that_hangs_ends_soon_and_loses_nothing(
    operator: Operator, open_demo: OpenDemo, demo: Demo
) -> None:
    await operator.at_rest()
    demo.sandbox.faults.then(Fault.HANG)
    announce(operator)
    await operator.until(lambda: asked_to_send(demo.sandbox.ledger))
    assert operator.states() == ["submitting", "queued", "queued"]
    await operator.leave()  # long before the request's own deadline
    assert operator.states() == ["submitting", "queued", "queued"]

    again = open_demo()
    await again.ready()
    assert again.states() == ["unknown", "queued", "queued"]
    await again.until(lambda: again.sees("continueButton"))
    assert "Not sent before the program was closed: 2 messages." in again.label("stopReason")
    again.press("continueButton")
    await again.until(lambda: again.states() == ["unknown", "accepted", "accepted"])
    assert [copy.number for copy in demo.sandbox.ledger.accepted] == ["96890000011", "96890000012"]


async def test_closing_while_the_balance_hangs_ends_soon(operator: Operator, demo: Demo) -> None:
    await operator.at_rest()
    demo.sandbox.faults.then(Fault.HANG, only="balance")
    operator.press("refreshBalanceButton")
    await operator.until(lambda: len(demo.sandbox.ledger.requests) == 2)
    await operator.leave()
    assert operator.program.office.poller.state(operator.account().id).asking, "it was not waited for"


async def test_the_last_balance_is_shown_until_the_gateway_has_answered(
    operator: Operator, open_demo: OpenDemo, demo: Demo
) -> None:
    await operator.until(lambda: operator.label("balanceValue") == "1,234.56 credits")
    await operator.leave()
    demo.sandbox.pause()
    again = open_demo()
    assert again.label("balanceValue") == "1,234.56 credits"
    await again.until(lambda: again.sees("stopReason") and "The balance could not be read" in again.label("stopReason"))
    assert again.label("balanceValue") == "1,234.56 credits"


async def test_settings_that_can_not_be_read_are_set_aside_with_a_notice(open_demo: OpenDemo, demo: Demo) -> None:
    broken = '{"balance_minutes": 5, "geom'
    (demo.folder / "settings.json").write_text(broken, encoding="utf-8")
    operator = open_demo()
    await operator.ready()
    (aside,) = demo.folder.glob("settings.broken-*.json")
    assert f"The old file was kept as {aside.name}." in operator.label("noticeText")
    assert aside.read_text(encoding="utf-8") == broken
    operator.press("dismissButton")
    assert not operator.sees("noticeText")
    await operator.leave()
    assert json.loads((demo.folder / "settings.json").read_text(encoding="utf-8"))["balance_minutes"] == 5
