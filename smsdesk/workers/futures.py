"""What became of work that was done elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future


def failure_of(done: Future[Any] | asyncio.Future[Any]) -> BaseException | None:
    """What a future that is done raised; None where it has a result, or was cancelled."""
    return None if done.cancelled() else done.exception()
