"""Who may put a window in front of the others: Windows asks whoever the user works with at that moment."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ANY_PROCESS: Final = 0xFFFFFFFF
"""`ASFW_ANY`: where it is not known which one it will be."""


def let_come_forward(process: int, allow: Callable[[int], object] | None = None) -> None:
    """Let another process bring its window to the front, as the user has just asked this one to.

    Without that Windows only makes its button in the task bar blink. Elsewhere nothing has to be allowed.

    Args:
        process: its number; 0 for any.
        allow: the system's `AllowSetForegroundWindow`; found by itself if left out.
    """
    if sys.platform == "win32" and allow is None:
        import ctypes

        allow = ctypes.windll.user32.AllowSetForegroundWindow
    if allow is not None:
        allow(process or ANY_PROCESS)
