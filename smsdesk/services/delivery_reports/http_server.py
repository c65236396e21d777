"""The HTTP server under the receiver: waitress, so bounded that strangers can't exhaust the program.

Imported only when the receiver is switched on.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any, Final

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.server import create_server  # type: ignore[import-untyped]
from waitress.task import WSGITask  # type: ignore[import-untyped]

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

MOST_BODY: Final = 8 * 1024
"""Bytes; a report is a few hundred."""

_MOST_HEADER: Final = 8 * 1024
_MOST_CONNECTIONS: Final = 64
_MOST_WAITING: Final = 64
_LONGEST_S: Final = 10.0
_LONGEST_IN_A_CROWD_S: Final = 1.0
_THREADS: Final = 4
_END_S: Final = 2.0

# It logs paths, in which the token is.
for _name in ("waitress", "waitress.queue"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


class _OneRequest(WSGITask):  # type: ignore[misc] # waitress has no types
    """Answers and hangs up: a gateway that kept the connection would meet it closed at its next report."""

    def start(self) -> None:
        super().start()
        self.set_close_on_finish()


class _Connection(HTTPChannel):  # type: ignore[misc] # waitress has no types
    task_class = _OneRequest


class ReportServer:
    """Serves a WSGI application on a daemon thread, from construction until `close`.

    Args:
        application: the WSGI application; it must not raise.
        bound: a socket that is bound to its address; it belongs to the server from now on.
    """

    def __init__(self, application: Callable[..., Any], bound: socket.socket) -> None:
        self._connections: dict[int, Any] = {}
        self._server = create_server(
            application,
            map=self._connections,
            sockets=[bound],
            threads=_THREADS,
            backlog=_MOST_WAITING,
            connection_limit=_MOST_CONNECTIONS,
            cleanup_interval=1,
            recv_bytes=1024,
            max_request_header_size=_MOST_HEADER,
            max_request_body_size=MOST_BODY,
            log_socket_errors=False,
            asyncore_use_poll=True,
            ident=None,
        )
        self._server.channel_class = _Connection
        self._server.maintenance = self._hang_up
        self._ended = threading.Event()
        self._pulling = threading.Lock()  # while it is held, the trigger is a file of the server's
        self._thread = threading.Thread(target=self._serve, name="smsdesk-receiver", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take no more requests and end, with those that are being answered."""
        with self._pulling:
            if not self._ended.is_set():
                self._ended.set()
                self._server.pull_trigger()
        self._thread.join(_END_S)

    def _hang_up(self, now: float) -> None:
        """Close connections whose time is over, counted from their beginning: a trickle of bytes buys no more.

        Where they crowd, each has a second, so that those who only hold a place make way for a report.
        """
        open_now = list(self._server.active_channels.values())
        longest_s = _LONGEST_S if len(open_now) < _MOST_CONNECTIONS // 2 else _LONGEST_IN_A_CROWD_S
        for connection in open_now:
            if not connection.requests and connection.creation_time < now - longest_s:
                connection.will_close = True

    def _serve(self) -> None:
        while not self._ended.is_set():
            wasyncore.loop(timeout=1, use_poll=True, map=self._connections, count=1)
        # Its threads first: one that is still answering pulls a trigger that must not be closed under it.
        self._server.task_dispatcher.shutdown(timeout=_END_S)
        with self._pulling:
            wasyncore.close_all(self._connections, ignore_all=True)
