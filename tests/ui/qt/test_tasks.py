from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from smsdesk.services.events import AnnouncementAdded, BalanceChanged, DeliveriesChanged, Failed, QueueChanged
from smsdesk.ui.qt.event_bridge import EventBridge
from smsdesk.ui.qt.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

THREADS, EACH = 4, 250


def started(report: Callable[[BaseException], None] = lambda error: pytest.fail(str(error))) -> Tasks:
    tasks = Tasks(report)
    tasks.begin()
    return tasks


async def test_a_coroutine_that_waits_is_not_collected_as_garbage() -> None:
    waited_for: list[weakref.ref[asyncio.Future[str]]] = []
    got: list[str] = []

    async def work() -> None:
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        waited_for.append(weakref.ref(answer))
        got.append(await answer)

    owner = QObject()
    tasks = started()
    tasks.spawn(work(), owner)
    await asyncio.sleep(0)
    gc.collect()
    answer = waited_for[0]()
    assert answer is not None
    answer.set_result("an answer")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert got == ["an answer"]


async def test_a_coroutine_ends_with_the_widget_that_it_belongs_to() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    owner = QObject()
    tasks = started()
    tasks.spawn(work(), owner)
    await asyncio.sleep(0)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    async with asyncio.timeout(10):
        await ended.wait()


async def test_what_a_coroutine_raises_is_reported() -> None:
    reported: list[BaseException] = []
    told = asyncio.Event()

    def report(error: BaseException) -> None:
        reported.append(error)
        told.set()

    async def work() -> None:
        raise RuntimeError("a mistake")

    owner = QObject()
    started(report).spawn(work(), owner)
    async with asyncio.timeout(10):
        await told.wait()
    assert [str(error) for error in reported] == ["a mistake"]


async def test_everything_that_still_runs_is_cancelled_and_waited_for() -> None:
    cleaned: list[int] = []

    async def work(number: int) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.append(number)

    owner = QObject()
    tasks = started()
    for number in range(3):
        tasks.spawn(work(number), owner)
    await asyncio.sleep(0)
    await tasks.cancel_all()
    assert sorted(cleaned) == [0, 1, 2]


async def test_what_is_asked_for_before_the_loop_runs_is_done_when_it_does() -> None:
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    owner = QObject()
    tasks = Tasks(lambda error: pytest.fail(str(error)))
    tasks.spawn(work(), owner)
    await asyncio.sleep(0)
    assert not done.is_set()
    tasks.begin()
    async with asyncio.timeout(10):
        await done.wait()


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


def test_each_kind_of_event_has_its_signal_and_repeats_become_one(qtbot: QtBot) -> None:
    bridge = EventBridge()
    heard: list[Any] = []
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
