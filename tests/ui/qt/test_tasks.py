from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from smsdesk.ui.qt.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable


pytestmark = pytest.mark.usefixtures("qapp")


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


@pytest.mark.parametrize("ends", ["by itself", "cancelled"])
async def test_what_has_ended_is_not_held_by_an_owner_that_lives_on(ends: str) -> None:
    class Seen:
        """What a coroutine has in hand."""

    seen: list[weakref.ref[Seen]] = []
    begun = asyncio.Event()

    async def work() -> None:
        in_hand = Seen()
        seen.append(weakref.ref(in_hand))
        begun.set()
        if ends == "cancelled":
            await asyncio.Event().wait()

    owner = QObject()
    tasks = started()
    tasks.spawn(work(), owner)
    await begun.wait()
    await tasks.cancel_all()
    await asyncio.sleep(0)
    gc.collect()
    assert seen[0]() is None


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
