"""Coroutines that belong to a widget: held while they run, cancelled with it, and never failing in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from smsdesk.workers.futures import failure_of, result_of
from smsdesk.workers.side_by_side import considerately
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Future

    from PySide6.QtCore import QMetaObject

T = TypeVar("T")


class Tasks:
    """Starts coroutines for widgets.

    Args:
        report: told of every exception that a coroutine lets out.
    """

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._report = report
        self._running: dict[asyncio.Task[Any], QMetaObject.Connection] = {}
        self._early: list[tuple[Coroutine[Any, Any, Any], QObject]] | None = []

    @property
    def have_begun(self) -> bool:
        """Whether the event loop runs."""
        return self._early is None

    def begin(self) -> None:
        """The event loop runs now: start what was asked for before it did."""
        early, self._early = self._early or [], None
        for work, owner in early:
            self.spawn(work, owner)

    def spawn(self, work: Coroutine[Any, Any, Any], owner: QObject) -> None:
        """Run `work` until it ends or `owner` is destroyed."""
        if self._early is not None:
            self._early.append((work, owner))
            return
        import asyncio

        task = asyncio.get_running_loop().create_task(work)
        self._running[task] = owner.destroyed.connect(task.cancel)
        task.add_done_callback(self._done)

    async def cancel_all(self) -> None:
        """Cancel what still runs, and wait for it."""
        import asyncio

        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _done(self, task: asyncio.Task[Any]) -> None:
        # Its owner may live as long as the program: it would hold on to this, and to all that it has seen, until then.
        QObject.disconnect(self._running.pop(task))
        error = failure_of(task)
        if error is not None:
            self._report(error)


async def elsewhere(work: Callable[[], T]) -> T:
    """Do this on a thread of its own, and give what comes of it here."""
    worker = Worker("smsdesk-elsewhere")
    doing = worker.do(lambda: considerately(work))
    worker.close()
    return await result_of(doing)


async def done_in_any_case(future: Future[T]) -> T:
    """Wait for what a service does; it is done also when nobody waits any more, because the program ends."""
    import asyncio

    return await asyncio.shield(asyncio.wrap_future(future))
