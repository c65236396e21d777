"""One lane per login: the single thread and the single connection through which everything of that login goes."""

from __future__ import annotations

import threading
import time
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from smsdesk.domain.phone_numbers import calling_code
from smsdesk.providers.base import Login
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import timedelta

    from smsdesk.accounts.account import Account, LoginKey
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.transport.http_session import HttpSession

T = TypeVar("T")


def login_of(account: Account, password: Secret) -> Login:
    """What a provider needs of an account to build a request."""
    code = calling_code(account.country) if account.country else 0
    return Login(account.address, account.user_name, password, account.options, code)


class Urgency(IntEnum):
    """What goes first on a lane."""

    SEND = 0
    STATUS = 1
    BALANCE = 2


class Lane:
    """A login's daemon thread and its HTTP session, made when the first job needs it."""

    def __init__(self, name: str, on_clock: Callable[[timedelta], None] | None = None) -> None:
        self._on_clock = on_clock
        self._session: HttpSession | None = None
        self._worker = Worker(f"smsdesk-lane-{name}", on_end=self._hang_up)

    def do(self, job: Callable[[HttpSession], T], urgency: Urgency) -> Future[T]:
        """Queue a job; it runs alone on this lane, with the lane's session."""
        return self._worker.do(lambda: job(self._connected()), urgency)

    def close(self, wait_s: float) -> bool:
        """Drop what has not started and end; True when the lane was idle again within `wait_s` seconds."""
        return self._worker.close(wait_s, drop_waiting=True)

    def _connected(self) -> HttpSession:
        if self._session is None:
            from smsdesk.providers.transport.http_session import (
                HttpSession,  # slow to import, and not needed before the first request
            )

            self._session = HttpSession()
            self._session.on_clock = self._on_clock
        return self._session

    def _hang_up(self) -> None:
        if self._session is not None:
            self._session.close()


def on_own_lane(name: str, job: Callable[[HttpSession], T]) -> Future[T]:
    """Do one job on a lane of its own, which ends with it: a person waits for the answer, and only once."""
    lane = Lane(name)
    done = lane.do(job, Urgency.SEND)
    done.add_done_callback(lambda _done: threading.Thread(target=lane.close, args=(0,), daemon=True).start())
    return done


class Lanes:
    """The lanes of one program, made on demand.

    Args:
        on_clock: told, on a lane's thread, by how much this computer's clock is ahead of the gateway's at an address.
    """

    def __init__(self, on_clock: Callable[[str, timedelta], None] = lambda _address, _ahead: None) -> None:
        self._on_clock = on_clock
        self._lanes: dict[LoginKey, Lane] = {}
        self._closed = False
        self._lock = threading.Lock()

    def of(self, login: LoginKey) -> Lane:
        """The lane of a login; accounts that share the login share the lane."""
        with self._lock:
            if login not in self._lanes:
                self._lanes[login] = Lane(login.provider, partial(self._on_clock, login.address))
                if self._closed:  # what was confirmed at the very last moment leaves after the next start
                    self._lanes[login].close(0)
            return self._lanes[login]

    def close(self, wait_s: float = 1.0) -> bool:
        """End all lanes: nothing that has not started is done any more, nor anything that is asked for later.

        Args:
            wait_s: how long to wait for the requests under way, in seconds, all of them together.

        Returns:
            Whether every lane was idle in time; else a request is left behind.
        """
        deadline = time.monotonic() + wait_s
        with self._lock:
            self._closed = True
            lanes = list(self._lanes.values())
        for lane in lanes:
            lane.close(0)
        ended = [lane.close(max(deadline - time.monotonic(), 0)) for lane in lanes]
        return all(ended)
