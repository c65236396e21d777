"""Holding off the computer's sleep while messages leave: a laptop that is put aside still sends to the last person."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from wakepy import DBusAdapter, Mode
    from wakepy.core import DBusMethodCall

_log = logging.getLogger(__name__)

_ENOUGH = 400  # characters: the library says why at length, once for each way it knows


class KeepAwake:
    """Keeps the computer from falling asleep by itself while something is being sent; its screen may go dark.

    Where the system offers no way to do that, nothing happens but a line in the log. Nothing here blocks: what asks
    the system, which may take seconds, runs on a daemon thread of its own, made when first needed. The hold ends with
    the process at the latest.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sending = False
        self._closed = False
        self._worker: Worker | None = None
        self._hold: Mode | None = None  # touched on the worker's thread alone, as wakepy demands

    def follow(self, sending: bool) -> None:
        """Hold sleep off, or no more. On any thread, as often as wanted."""
        with self._lock:
            if sending == self._sending or self._closed:
                return
            self._sending = sending
            if self._worker is None:
                self._worker = Worker("smsdesk-awake", on_end=self._release)
            self._worker.do(self._catch_up)

    def close(self, wait_s: float = 0.0) -> None:
        """Let the computer sleep again, and end; waits for that at most so many seconds."""
        with self._lock:
            self._closed = True
            worker = self._worker
        if worker is not None:
            worker.close(wait_s, drop_waiting=True)

    def _catch_up(self) -> None:
        """Do as was last said: what was said before it is overtaken."""
        with self._lock:
            wanted = self._sending
        if wanted and self._hold is None:
            self._acquire()
        elif not wanted:
            self._release()

    def _acquire(self) -> None:
        try:
            from wakepy import keep

            hold = keep.running(on_fail="pass", dbus_adapter=session_bus())
            hold.__enter__()
        except Exception:  # whatever a system comes up with, sending goes on
            _log.warning("sleep can't be held off while sending", exc_info=True)
            return
        self._hold = hold
        if hold.method is None:
            _log.info("sleep can't be held off here: %s", hold.result.get_failure_text(style="inline")[:_ENOUGH])
        else:
            _log.info("sleep is held off by %s", hold.method.name)

    def _release(self) -> None:
        hold, self._hold = self._hold, None
        if hold is not None:
            try:
                hold.__exit__(None, None, None)
            except Exception:
                _log.warning("the computer may not fall asleep by itself until smsdesk is closed", exc_info=True)


def session_bus() -> type[DBusAdapter] | None:
    """How D-Bus is spoken; None where a system has other ways."""
    try:
        from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter
    except ImportError:
        return None

    class SessionBus(JeepneyDBusAdapter):
        """Closes its connection itself, and without collecting garbage: that is for the window's thread alone."""

        def process(self, call: DBusMethodCall) -> object:
            try:
                return super().process(call)
            except Exception:
                self.close_connections()
                raise

        def close_connections(self) -> None:
            while self._connections:
                self.close_connection(self._connections.popitem()[1])

    return SessionBus
