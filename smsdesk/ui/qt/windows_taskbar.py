"""The bar in a button of Windows' task bar: `ITaskbarList3` of shobjidl_core.h, called by its table of functions."""

from __future__ import annotations

import ctypes
import logging
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.ui.qt.taskbar import Way

_CLASS: Final = "56FDF344-FD6D-11D0-958A-006097C9A090"
_INTERFACE: Final = "EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF"
_IN_PROCESS: Final = 1  # CLSCTX_INPROC_SERVER
_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10
"""Places in the table, behind the three of IUnknown: HrInit, SetProgressValue, SetProgressState."""
_NONE, _NORMAL, _ERROR = 0, 2, 4
"""TBPF_NOPROGRESS, TBPF_NORMAL, TBPF_ERROR."""
_PARTS: Final = 1000

_log = logging.getLogger(__name__)


class TaskbarList(Protocol):
    """What is called of the interface."""

    def set_state(self, window: int, flag: int) -> None:
        """SetProgressState: how the bar looks."""

    def set_value(self, window: int, done: int, total: int) -> None:
        """SetProgressValue: how full it is."""


class WindowsTaskbar:
    """Green while it goes on, red where it has halted.

    Args:
        window: gives the handle of the window whose button it is.
        connect: gives the task bar, when it is first needed; None where there is none.
    """

    def __init__(self, window: Callable[[], int], connect: Callable[[], TaskbarList | None]) -> None:
        self._window = window
        self._connect = connect
        self._list: TaskbarList | None = None
        self._asked = False

    def show(self, way: Way) -> None:
        """Show this from now on."""
        if not self._asked:
            if way.share is None:
                return  # there is nothing to take away
            self._asked, self._list = True, self._connect()
        if self._list is None:
            return
        if way.share is None:
            self._list.set_state(self._window(), _NONE)
            return
        self._list.set_state(self._window(), _ERROR if way.halted else _NORMAL)
        self._list.set_value(self._window(), round(way.share * _PARTS), _PARTS)


class _Guid(ctypes.Structure):
    _fields_ = (
        ("first", ctypes.c_uint32), ("second", ctypes.c_uint16), ("third", ctypes.c_uint16),
        ("rest", ctypes.c_ubyte * 8),
    )  # fmt: skip


def guid(text: str) -> _Guid:
    """The sixteen bytes of an identifier, as COM has them: the first three groups in the machine's order."""
    first, second, third, *rest = text.split("-")
    return _Guid(int(first, 16), int(second, 16), int(third, 16), (ctypes.c_ubyte * 8)(*bytes.fromhex("".join(rest))))


class _ComList:
    """The interface, behind its pointer; it lives as long as the program."""

    def __init__(self, pointer: ctypes.c_void_p, function: Callable[..., Any]) -> None:
        self._pointer = pointer
        table = ctypes.cast(ctypes.cast(pointer, ctypes.POINTER(ctypes.c_void_p))[0], ctypes.POINTER(ctypes.c_void_p))
        handle, number = ctypes.c_void_p, ctypes.c_ulonglong
        self._init = function(ctypes.c_long, handle)(table[_INIT])
        self._value = function(ctypes.c_long, handle, handle, number, number)(table[_SET_VALUE])
        self._state = function(ctypes.c_long, handle, handle, ctypes.c_int)(table[_SET_STATE])

    def begin(self) -> bool:
        """HrInit: before anything else is called."""
        return self._init(self._pointer) >= 0

    def set_state(self, window: int, flag: int) -> None:
        self._state(self._pointer, window, flag)

    def set_value(self, window: int, done: int, total: int) -> None:
        self._value(self._pointer, window, done, total)


def taskbar_list() -> TaskbarList | None:
    """Windows' task bar. Qt has set COM up on the window's thread; None where the shell does not give it."""
    windows: Any = ctypes
    pointer = ctypes.c_void_p()
    made = windows.windll.ole32.CoCreateInstance(
        ctypes.byref(guid(_CLASS)), None, _IN_PROCESS, ctypes.byref(guid(_INTERFACE)), ctypes.byref(pointer)
    )
    if made < 0 or not pointer:
        _log.warning("no task bar: CoCreateInstance gave %#x", made & 0xFFFFFFFF)
        return None
    found = _ComList(pointer, windows.WINFUNCTYPE)
    return found if found.begin() else None
