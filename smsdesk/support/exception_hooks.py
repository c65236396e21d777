"""Hearing of every bug, wherever it was raised."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def install_hooks(report: Callable[[BaseException], None]) -> Callable[[], None]:
    """Have every exception that nobody caught reported, on the thread where it was raised.

    The interpreter's own hooks would print a traceback with everything in it; they get nothing but the wish to stop
    (Ctrl+C).

    Args:
        report: told of the exception.

    Returns:
        Puts back the hooks that were there before.
    """
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def caught(kind: type[BaseException], error: BaseException | None, _trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before[0](kind, error or kind(), None)
        elif not issubclass(kind, SystemExit):
            report(error or kind())

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        caught(args.exc_type, args.exc_value, args.exc_traceback)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        caught(args.exc_type, args.exc_value, args.exc_traceback)

    def restore() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    sys.excepthook, threading.excepthook, sys.unraisablehook = caught, on_thread, unraisable
    return restore
