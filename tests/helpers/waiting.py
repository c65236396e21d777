"""Waiting for what must come: long enough for a busy machine, which is slow and not wrong."""

from __future__ import annotations

import asyncio
import inspect
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_AGAIN_S: Final = 0.01


def until(holds: Callable[[], object]) -> None:
    """Wait for something that another thread or process is about to do."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(_told(holds))
        time.sleep(_LOOK_AGAIN_S)


async def until_seen(holds: Callable[[], object], shown: Callable[[], str] = str) -> None:
    """Wait until this holds, while the event loop goes on.

    Args:
        holds: what a person would see, so it is looked at often.
        shown: what there is to see when it did not happen.
    """
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not holds():
                await asyncio.sleep(_LOOK_AGAIN_S)
    except TimeoutError:
        pytest.fail(f"{_told(holds)}\n{shown()}")


def _told(holds: Callable[[], object]) -> str:
    try:
        what = inspect.getsource(holds).strip()
    except (OSError, TypeError):  # a method of Qt's has no source
        what = repr(holds)
    return f"did not happen: {what}"
