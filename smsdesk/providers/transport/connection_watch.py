"""What really went over the wire: evidence that a request was written, and the thread that ends it in time."""

from __future__ import annotations

import contextlib
import math
import socket
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection


class Wire:
    """Watches the one connection of a session during one exchange after the other.

    A read timeout of the socket counts from byte to byte, so a gateway that trickles its answer would hold the lane
    for hours. Therefore a thread shuts the connection down when the time of the whole exchange is over. It is
    started by the first exchange, and sleeps on when a later deadline replaces an earlier one.

    Attributes:
        written: a byte of the request itself may have left this machine.
        asked_proxy: a proxy was asked to connect to the gateway.
        reused: this exchange goes over the connection of an earlier one.
    """

    def __init__(self) -> None:
        self.written = False
        self.asked_proxy = False
        self.reused = True
        self._alarm = threading.Condition()
        self._thread: threading.Thread | None = None
        self._socket: socket.socket | None = None
        self._deadline: float | None = None
        self._wakes_at = -math.inf
        self._cut = False
        self._closed = False

    def begin(self, total_s: float) -> None:
        """Forget the exchange before; from now on this one has `total_s` seconds."""
        with self._alarm:
            self.written = self.asked_proxy = self._cut = False
            self.reused = True
            self._deadline = time.monotonic() + total_s
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="exchange deadline", daemon=True)
                self._thread.start()
            elif self._deadline < self._wakes_at:
                self._alarm.notify()

    def end(self) -> bool:
        """Stop the clock; True when the deadline has cut this exchange, so that nothing it read can be trusted."""
        with self._alarm:
            self._deadline = None
            return self._cut

    def opened(self, connection: socket.socket) -> None:
        """Watch this connection; one that comes up after the deadline is shut down at once."""
        with self._alarm:
            self._socket = connection
            self.reused = False
            if self._cut:
                self._hang_up()

    def check(self) -> None:
        """Go on only within the deadline; raises TimeoutError when it has passed."""
        with self._alarm:
            if self._cut:
                raise TimeoutError("the deadline passed before anything was written")

    def writing(self) -> None:
        """Take note that the request is about to be written; raises TimeoutError when it is too late for that."""
        with self._alarm:
            self.check()
            self.written = True

    def close(self) -> None:
        """End the thread."""
        with self._alarm:
            self._closed = True
            self._socket = None
            self._alarm.notify()

    def _watch(self) -> None:
        with self._alarm:
            while not self._closed:
                left = math.inf if self._deadline is None else self._deadline - time.monotonic()
                if left <= 0:
                    self._cut = True
                    self._deadline = None
                    self._hang_up()
                else:
                    self._wakes_at = time.monotonic() + left
                    self._alarm.wait(None if math.isinf(left) else left)

    def _hang_up(self) -> None:
        # Shut down, never closed: the lane's thread may be reading, and a closed number would be given to the next
        # file that is opened. Past SSLSocket.shutdown, which would make that thread take ciphertext for text.
        if self._socket is not None:
            with contextlib.suppress(OSError):  # it may be gone already
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def watched(base: type[HTTPConnection], wire: Wire) -> type[HTTPConnection]:
    """Give urllib3's connection class `base` with an eye on it: every connection it makes reports to `wire`.

    An exception's type does not tell whether a request had left: a reset looks the same before the first byte and
    after the last. What counts is whether `send` was called for anything but setting up the connection.
    """

    class Watched(base):  # type: ignore[valid-type, misc]
        _setting_up = False

        def _new_conn(self) -> socket.socket:
            connection: socket.socket = super()._new_conn()
            wire.opened(connection)
            return connection

        def connect(self) -> None:
            self._setting_up = True
            try:
                super().connect()
            finally:
                self._setting_up = False
            # TLS has put its own socket in place of the first one; a tunnel in TLS keeps it one level deeper.
            outer = self.sock if isinstance(self.sock, socket.socket) else self.sock.socket
            wire.opened(outer)

        def send(self, data: object) -> None:
            if self.sock is None:
                self.connect()
            if not self._setting_up:
                wire.writing()
            super().send(data)

        def _tunnel(self) -> None:
            wire.asked_proxy = True
            super()._tunnel()
            wire.check()  # it takes the end of a connection that was cut for the end of the proxy's answer

    return Watched
