"""Long work that may take its time: on a thread of its own, to which the system prefers every other."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_NICER: Final = 10


def stepping_back(job: Callable[[], T]) -> T:
    """Do a job behind everything else, wait for it, and give its result or raise what it raised.

    Only for what hardly runs any Python: whoever holds the interpreter's lock must not be made to wait.
    """
    done: Future[T] = Future()

    def work() -> None:
        if sys.platform == "linux":  # elsewhere it would be the whole program's; a thread can't be made eager again
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)
        try:
            done.set_result(job())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=work, name="smsdesk-stepping-back", daemon=True).start()
    return done.result()
