"""How a worker goes about much work in Python, so that the window's thread beside it is never held for long.

One interpreter lets one thread run at a time: what a worker does at one go, all others wait for.
"""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_PIECE: Final = 1_000
_SWITCH_S: Final = 0.0005  # how long the worker may keep the window's thread from running Python


def spared(items: Iterable[T]) -> Iterator[T]:
    """Give these; what has come of them is kept from the garbage collector, which would hold the window up for long."""
    for count, item in enumerate(items):
        if not count % _PIECE:
            gc.freeze()
        yield item


def let_go(items: list[T]) -> None:
    """Free them piece by piece: at one go it would hold all threads up."""
    while items:
        del items[-_PIECE:]


def considerately(work: Callable[[], T]) -> T:
    """Do this on a worker, and let the window's thread have its turn at once whenever it wants one."""
    with _quick_turns():
        return work()


@contextmanager
def _quick_turns() -> Iterator[None]:
    """Let the window's thread have its turn at once: for each cell that it paints it would wait for one."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
