"""What became of work that was done elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from concurrent.futures import Future

T = TypeVar("T")
U = TypeVar("U")


def failure_of(done: Future[Any] | asyncio.Future[Any]) -> BaseException | None:
    """What a future that is done raised; None where it has a result, or was cancelled."""
    return None if done.cancelled() else done.exception()


def may_have_a_result(future: Future[Any]) -> bool:
    """Whether it has one, or may still get one: what has begun is done in any case, though nobody waits any more."""
    return not future.done() or (not future.cancelled() and future.exception() is None)


def pass_on(done: Future[T], to: Future[U], what: Callable[[T], U]) -> None:
    """What became of a future that is done becomes of another one: of its result, what `what` makes of it.

    Whoever waits for a future may go on before its callbacks have been called: what they do is waited for with another.
    """
    if done.cancelled():
        to.cancel()
    elif (error := done.exception()) is not None:
        to.set_exception(error)
    else:
        to.set_result(what(done.result()))


def told_to(report: Callable[[BaseException], None], done: Future[Any]) -> None:
    """Report what a future that is done raised, if that is news: a worker that takes no more ends with the program."""
    from smsdesk.workers.worker import WorkerClosed

    error = failure_of(done)
    if error is not None and not isinstance(error, WorkerClosed):
        report(error)


async def result_of(future: Future[T]) -> T:
    """Wait for work that is done elsewhere, on the event loop; asyncio is loaded here, not by whoever may wait once."""
    import asyncio

    return await asyncio.wrap_future(future)
