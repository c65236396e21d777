"""The connections that are open, and which logins use them."""

from __future__ import annotations

import select
import socket
import threading

# Windows has no such flag; there, `select` alone has to tell that there is something to read.
_AT_ONCE = getattr(socket, "MSG_DONTWAIT", 0)


class Connections:
    """The open connections; safe to use from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._logins: dict[socket.socket, set[tuple[str, str]]] = {}

    def add(self, connection: socket.socket) -> None:
        """A client came."""
        with self._changed:
            self._logins[connection] = set()

    def remove(self, connection: socket.socket) -> None:
        """The connection has been closed on our side."""
        with self._changed:
            self._logins.pop(connection, None)
            self._changed.notify_all()

    def claim(self, connection: socket.socket, login: tuple[str, str]) -> int:
        """Note that a login uses this connection.

        Returns:
            How many connections it has open now, this one included and those its client has closed left out.
        """
        with self._changed:
            self._logins[connection].add(login)
            others = [other for other, logins in self._logins.items() if login in logins and other is not connection]
        return 1 + sum(not _client_left(other) for other in others)

    def end_all(self, timeout_s: float) -> None:
        """Wake whoever reads or writes on a connection, and wait until all have been closed."""
        with self._changed:
            for connection in self._logins:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue
            self._changed.wait_for(lambda: not self._logins, timeout_s)


def _client_left(connection: socket.socket) -> bool:
    try:
        if not select.select([connection], [], [], 0)[0]:
            return False
        return not connection.recv(1, socket.MSG_PEEK | _AT_ONCE)
    except BlockingIOError:
        return False
    except (OSError, ValueError):
        return True
