"""Delivery reports, sent to the client as the gateways that offer them do."""

from __future__ import annotations

import queue
import threading
import time
from http.client import HTTPConnection, HTTPException
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from smsdesk.sandbox.fates import fate_of
from smsdesk.sandbox.gateway import FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smsdesk.sandbox.gateway import Gateway, Reporting
    from smsdesk.sandbox.ledger import Accepted

# SMS Office waits 60 minutes, 3 hours and 12 hours, IntelliSoftware 5 minutes each time: as often, but not so long.
RETRY_PAUSES_S: Final = (0.02, 0.06, 0.24)
TIMEOUT_S: Final = 2.0


def send_report(url: str, gateway: Gateway, message: Accepted, status: int) -> bool:
    """Report a message's status, again after each of `RETRY_PAUSES_S` while the client cannot take it.

    Args:
        url: where to, http alone; a query of its own is kept.
        gateway: whose way of reporting.
        message: the message.
        status: the status as the gateway writes it, known to the documents or not.

    Returns:
        Whether the client took it.

    Raises:
        ValueError: the gateway sends no reports, or the address is not http.
    """
    return _persist(url, _checked(gateway, url), message, status, time.sleep)


class Reporter:
    """Reports what it is told of, each message once, in order, from a thread of its own.

    Args:
        gateway: whose messages; all others are passed over.
        url: where to.
        delay_s: how long after it was accepted a message is reported.

    Raises:
        ValueError: the gateway sends no reports, or the address is not http.
    """

    def __init__(self, gateway: Gateway, url: str, delay_s: float) -> None:
        self._reporting = _checked(gateway, url)
        self._gateway = gateway.name
        self._url = url
        self._delay_s = delay_s
        self._waiting: queue.SimpleQueue[tuple[float, Accepted] | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sandbox reports", daemon=True)
        self._thread.start()

    def tell(self, copies: Sequence[Accepted]) -> None:
        """Have these been reported in time."""
        due = time.monotonic() + self._delay_s
        for copy in copies:
            if copy.gateway == self._gateway:
                self._waiting.put((due, copy))

    def stop(self) -> None:
        """Report no more; one that is under way is ended first."""
        self._stopped.set()
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            due, copy = waiting
            if self._stopped.wait(max(0.0, due - time.monotonic())):
                return
            status = self._reporting.final_status[fate_of(copy.number)]
            _persist(self._url, self._reporting, copy, status, self._stopped.wait)


def _persist(url: str, reporting: Reporting, message: Accepted, status: int, pause: Callable[[float], object]) -> bool:
    """As `send_report`; a pause that answers with anything true is the last."""
    took = reporting.takes(_send(url, reporting, message, status))
    for pause_s in RETRY_PAUSES_S:
        if took or pause(pause_s):
            break
        took = reporting.takes(_send(url, reporting, message, status))
    return took


def _checked(gateway: Gateway, url: str) -> Reporting:
    if gateway.reporting is None:
        raise ValueError(f"{gateway.name} sends no reports")
    if urlsplit(url).scheme != "http" or not urlsplit(url).hostname:
        raise ValueError("reports go to an http address")
    return gateway.reporting


def _send(url: str, reporting: Reporting, message: Accepted, status: int) -> int:
    """Make the request once; gives the HTTP status of the answer, 0 where there was none."""
    where = urlsplit(url)
    target = (where.path or "/") + (f"?{where.query}" if where.query else "")
    report = urlencode(reporting.fields(message, status), quote_via=quote)
    connection = HTTPConnection(str(where.hostname), where.port, timeout=TIMEOUT_S)
    try:
        if reporting.method == "GET":
            connection.request("GET", f"{target}{'&' if where.query else '?'}{report}")
        else:
            connection.request("POST", target, report, {"Content-Type": FORM})
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
