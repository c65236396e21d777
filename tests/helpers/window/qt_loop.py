"""Runs a test's body on Qt's own event loop, as the program's coroutines run there."""

from __future__ import annotations

import asyncio
import inspect
from abc import ABC, abstractmethod
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
import qasync

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager


class OnQtLoop(ABC):
    """What lives on the event loop while a test's body runs: a test asks for it as a fixture."""

    @abstractmethod
    def running(self) -> AbstractAsyncContextManager[None]:
        """Begin on the loop that runs now, and end on it."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test on Qt's event loop, with everything that its fixtures keep there."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    fixtures = pyfuncitem.funcargs
    body = pyfuncitem.obj(**{name: fixtures[name] for name in inspect.signature(pyfuncitem.obj).parameters})
    hosts = [each for each in fixtures.values() if isinstance(each, OnQtLoop)]
    assert len(hosts) <= 1, hosts

    async def run() -> None:
        async with hosts[0].running() if hosts else nullcontext():
            await body

    with asyncio.Runner(loop_factory=lambda: qasync.QSelectorEventLoop(fixtures["qapp"])) as runner:
        runner.run(run())
    return True
