"""What became of work that was done elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future

T = TypeVar("T")


def failure_of(done: Future[Any] | asyncio.Future[Any]) -> BaseException | None:
    """What a future that is done raised; None where it has a result, or was cancelled."""
    return None if done.cancelled() else done.exception()


async def result_of(future: Future[T]) -> T:
    """Wait for work that is done elsewhere, on the event loop; asyncio is loaded here, not by whoever may wait once."""
    import asyncio

    return await asyncio.wrap_future(future)
