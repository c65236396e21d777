from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from smsdesk.services.events import (
    AnnouncementAdded,
    BalanceChanged,
    Checked,
    ClockDiffers,
    DeliveriesChanged,
    Failed,
    QueueChanged,
)
from smsdesk.ui.qt import event_bridge
from smsdesk.ui.qt.event_bridge import EventBridge

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

THREADS, EACH = 4, 250


def test_a_thousand_events_from_many_threads_become_few_signals_and_none_is_lost(qtbot: QtBot) -> None:
    bridge = EventBridge()
    bundles: list[dict[int, set[int]]] = []
    bridge.deliveries_changed.connect(bundles.append)

    def publish(announcement: int) -> None:
        for delivery in range(EACH):
            bridge.publish(DeliveriesChanged(announcement, (delivery,)))

    threads = [threading.Thread(target=publish, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    def all_arrived() -> None:
        arrived: dict[int, set[int]] = {number: set() for number in range(THREADS)}
        for bundle in bundles:
            for announcement, deliveries in bundle.items():
                arrived[announcement] |= deliveries
        assert arrived == {number: set(range(EACH)) for number in range(THREADS)}

    qtbot.waitUntil(all_arrived)
    assert len(bundles) < 10


def test_events_that_come_while_others_are_handed_on_are_handed_on_too(qtbot: QtBot) -> None:
    bridge = EventBridge()
    heard: list[str] = []

    def hear(account_id: str) -> None:
        heard.append(account_id)
        if len(heard) < 3:
            bridge.publish(QueueChanged(f"after {account_id}"))

    bridge.queue_changed.connect(hear)
    bridge.publish(QueueChanged("front"))
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == ["front", "after front", "after after front"]


def test_what_comes_after_a_rest_is_told_at_once_and_what_follows_waits_for_the_next_bundle(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_bridge, "_EVERY_MS", 3_600_000)
    bridge, heard = EventBridge(), list[str]()
    bridge.queue_changed.connect(heard.append)
    bridge.publish(QueueChanged("first"))
    qtbot.waitUntil(lambda: heard == ["first"])
    bridge.publish(QueueChanged("second"))
    bridge.publish(QueueChanged("third"))
    qtbot.waitUntil(bridge._timer.isActive)
    assert bridge._timer.remainingTime() > 0
    assert heard == ["first"]
    bridge._timer.setInterval(0)
    qtbot.waitUntil(lambda: heard == ["first", "second", "third"])


def test_each_kind_of_event_has_its_signal_and_repeats_become_one(qtbot: QtBot) -> None:
    bridge = EventBridge()
    heard: list[object] = []
    mistake = RuntimeError("a mistake")
    bridge.announcements_added.connect(lambda: heard.append("added"))
    bridge.deliveries_changed.connect(heard.append)
    bridge.queue_changed.connect(lambda account: heard.append(f"queue of {account}"))
    bridge.balance_changed.connect(lambda account: heard.append(f"balance of {account}"))
    bridge.failed.connect(heard.append)
    events = [
        AnnouncementAdded(1),
        DeliveriesChanged(1, (5,)),
        QueueChanged("front"),
        BalanceChanged("front"),
        Failed(mistake),
    ]
    for event in events * 2:
        bridge.publish(event)
    bridge.publish(DeliveriesChanged(2))
    bridge.publish(DeliveriesChanged(2, (7,)))
    qtbot.waitUntil(lambda: heard[-1:] == [mistake])
    assert heard == ["added", {1: {5}, 2: set()}, "queue of front", "balance of front", mistake, mistake]


def test_a_clock_that_differs_is_told_in_the_windows_thread(qtbot: QtBot) -> None:
    bridge = EventBridge()
    with qtbot.waitSignal(bridge.clock_differs) as told:
        bridge.publish(ClockDiffers(timedelta(hours=4)))
    assert told.args == [timedelta(hours=4)]


def test_once_closed_it_tells_of_mistakes_alone_for_nobody_reads_the_history_any_more(qtbot: QtBot) -> None:
    bridge, heard = EventBridge(), list[object]()
    mistake = RuntimeError("a mistake")
    bridge.deliveries_changed.connect(heard.append)
    bridge.failed.connect(heard.append)
    bridge.publish(DeliveriesChanged(1, (5,)))
    bridge.publish(Failed(mistake))
    bridge.close()
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [mistake]


def test_what_waits_when_another_takes_its_place_is_told_by_that_one(qtbot: QtBot) -> None:
    before, after, heard = EventBridge(), EventBridge(), list[str]()
    before.checked.connect(lambda: heard.append("the one before"))
    after.checked.connect(lambda: heard.append("the one after"))
    before.publish(Checked())
    before.pass_to(after)
    before.publish(Checked())
    qtbot.waitUntil(lambda: heard != [])
    assert heard == ["the one after"]
