"""The sandbox's books: who may send, what credits are left, what was asked and what was accepted."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CREDITS_PER_PART: Final = 1
KEPT_REQUESTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Accepted:
    """One recipient's copy that a gateway took and charged for.

    Attributes:
        gateway: the gateway's name.
        user: the login it was sent under.
        number: the recipient, as received.
        text: the message, decoded.
        sender: the sender, "" where the gateway has none.
        parts: the parts it was charged as.
        message_id: its id; a gateway may keep it to itself.
        at: when it was accepted (UTC).
        scheduled: when to deliver it, in the gateway's own zone and as received; "" where the gateway takes no such
            field.
    """

    gateway: str
    user: str
    number: str
    text: str
    sender: str
    parts: int
    message_id: str
    at: datetime
    scheduled: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that was read to its end, whatever became of it.

    Attributes:
        gateway: the name of the gateway whose path it asked for, "" for nobody's.
        method: the method.
        target: the request target, still encoded.
        headers: the headers by lower-case name.
        body: the body's bytes.
        at: when it had been read (UTC).
    """

    gateway: str
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    at: datetime


class NotEnoughCredits(Exception):
    """The login's credits do not cover the whole request; nothing of it was accepted."""


@dataclass(slots=True)
class _Login:
    password: str
    credits: Decimal
    failures: int = 0


class Ledger:
    """The books of all gateways; safe to use from any thread.

    Asking for a login that was never added raises `KeyError`.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._logins: dict[tuple[str, str], _Login] = {}
        self._accepted: list[Accepted] = []
        self._requests: deque[Seen] = deque(maxlen=KEPT_REQUESTS)
        self._most_connections: dict[tuple[str, str], int] = {}
        self._ids = itertools.count(100_001)

    def add_login(self, gateway: str, user: str, password: str, credits: Decimal) -> None:  # noqa: A002 - the word for it
        """Let `user` send at `gateway`; one who is there already starts afresh, and is no longer blocked."""
        with self._lock:
            self._logins[gateway, user] = _Login(password, credits)

    def log_in(self, gateway: str, user: str, password: str) -> bool:
        """Whether this is the login's password; wrong ones in a row are counted."""
        with self._lock:
            login = self._logins.get((gateway, user))
            if login is None:
                return False
            right = login.password == password
            login.failures = 0 if right else login.failures + 1
            return right

    def failed_logins(self, gateway: str, user: str) -> int:
        """How many times in a row the password was wrong; 0 for a login nobody added."""
        with self._lock:
            login = self._logins.get((gateway, user))
            return login.failures if login else 0

    def credits(self, gateway: str, user: str) -> Decimal:
        """What the login has left."""
        with self._lock:
            return self._logins[gateway, user].credits

    def set_credits(self, gateway: str, user: str, credits: Decimal) -> None:  # noqa: A002 - the word for it
        """Top a login up, or drain it."""
        with self._lock:
            self._logins[gateway, user].credits = credits

    def accept(
        self,
        gateway: str,
        user: str,
        numbers: Sequence[str],
        text: str,
        *,
        parts: int,
        sender: str = "",
        scheduled: str = "",
    ) -> tuple[Accepted, ...]:
        """Charge for one text to these numbers and write each copy down: all of them, or none.

        Raises:
            NotEnoughCredits: the login's credits do not cover all of them.
        """
        cost = Decimal(CREDITS_PER_PART * parts * len(numbers))
        with self._lock:
            login = self._logins[gateway, user]
            if login.credits < cost:
                raise NotEnoughCredits
            login.credits -= cost
            at = datetime.now(UTC)
            copies = tuple(
                Accepted(gateway, user, number, text, sender, parts, str(next(self._ids)), at, scheduled)
                for number in numbers
            )
            self._accepted += copies
        return copies

    @property
    def accepted(self) -> list[Accepted]:
        """All that was accepted until now, oldest first."""
        with self._lock:
            return list(self._accepted)

    def saw(self, request: Seen) -> None:
        """Write down a request; beyond the last `KEPT_REQUESTS` the oldest is forgotten."""
        with self._lock:
            self._requests.append(request)

    @property
    def requests(self) -> list[Seen]:
        """The last requests, oldest first."""
        with self._lock:
            return list(self._requests)

    def saw_connections(self, gateway: str, user: str, count: int) -> None:
        """Write down that a login had so many connections open at once."""
        with self._lock:
            self._most_connections[gateway, user] = max(count, self._most_connections.get((gateway, user), 0))

    def max_concurrent(self, gateway: str, user: str) -> int:
        """The most connections the login ever had open at once; 0 if it never asked for anything.

        SMS Office allows one (HTTP API Specification, section 2, "Note on HTTP connections").
        """
        with self._lock:
            return self._most_connections.get((gateway, user), 0)
