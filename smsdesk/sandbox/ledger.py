"""The sandbox's books: who may send, what credits are left, what was asked and what was accepted."""

from __future__ import annotations

import itertools
import threading
from collections import Counter, deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

CREDITS_PER_PART: Final = Decimal(1)
KEPT_REQUESTS: Final = 10_000


@frozen
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
            field, or it was left out.
        voice: whether it is read out in a call instead of being sent as a text.
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
    voice: bool = False


@frozen
class Progress:
    """How far an accepted message is when its sender asks.

    Attributes:
        copy: the message.
        settled: whether its phone, or the time it was given, has had the last word.
        changed_at: when its status last changed (UTC).
    """

    copy: Accepted
    settled: bool
    changed_at: datetime


@frozen
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
        self._by_id: dict[tuple[str, str, str], Accepted] = {}
        self._polls: Counter[tuple[str, str, str]] = Counter()
        self._settle_s, self._settle_polls = 0.0, 1
        self._listeners: list[Callable[[Sequence[Accepted]], None]] = []
        self._ids = itertools.count(100_001)

    def add_login(self, gateway: str, user: str, password: str, credits: Decimal) -> None:  # noqa: A002 - the word for it
        """Let `user` send at `gateway`; one who is there already starts afresh, and is no longer blocked."""
        with self._lock:
            self._logins[gateway, user] = _Login(password, credits)

    def set_password(self, gateway: str, user: str, password: str) -> None:
        """Change a login's password, as somebody else would: whoever has the old one is refused from now on."""
        with self._lock:
            self._logins[gateway, user].password = password

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
        voice: bool = False,
        price: Decimal = CREDITS_PER_PART,
        ids: Sequence[str] = (),
    ) -> tuple[Accepted, ...]:
        """Charge for one text to these numbers and write each copy down: all of them, or none.

        Args:
            gateway: the gateway's name.
            user: the login.
            numbers: the recipients.
            text: the message.
            parts: the parts it takes.
            sender: the sender.
            scheduled: when to deliver it.
            voice: whether it is read out.
            price: what each part costs each recipient, in what the login's credits are counted in.
            ids: a message id for each number; without, the ledger gives each its own.

        Raises:
            NotEnoughCredits: the login's credits do not cover all of them.
        """
        cost = price * parts * len(numbers)
        with self._lock:
            login = self._logins[gateway, user]
            if login.credits < cost:
                raise NotEnoughCredits
            login.credits -= cost
            at = datetime.now(UTC)
            given = ids or [str(next(self._ids)) for _ in numbers]
            copies = tuple(
                Accepted(gateway, user, number, text, sender, parts, message_id, at, scheduled, voice)
                for number, message_id in zip(numbers, given, strict=True)
            )
            self._accepted += copies
            self._by_id.update({(gateway, user, copy.message_id): copy for copy in copies})
            listeners = list(self._listeners)
        for tell in listeners:
            tell(copies)
        return copies

    def new_id(self) -> str:
        """A message id that was not given before."""
        with self._lock:
            return str(next(self._ids))

    def settle_after(self, seconds: float = 0.0, polls: int = 1) -> None:
        """Say when accepted messages settle: so long after they were accepted, and asked after so many times before."""
        with self._lock:
            self._settle_s, self._settle_polls = seconds, polls

    def ask_after(self, gateway: str, user: str, message_id: str) -> Progress | None:
        """How far a message of this login is; each call counts as one poll. None if it has no such message."""
        key = (gateway, user, message_id)
        with self._lock:
            copy = self._by_id.get(key)
            if copy is None:
                return None
            settles_at = copy.at + timedelta(seconds=self._settle_s)
            settled = self._polls[key] >= self._settle_polls and datetime.now(UTC) >= settles_at
            self._polls[key] += 1
        return Progress(copy, settled, settles_at if settled else copy.at)

    def listen(self, tell: Callable[[Sequence[Accepted]], None]) -> None:
        """Call `tell` with what is accepted from now on, in the thread that accepts it and before it is answered."""
        with self._lock:
            self._listeners.append(tell)

    def unlisten(self, tell: Callable[[Sequence[Accepted]], None]) -> None:
        """No longer call `tell`."""
        with self._lock:
            self._listeners.remove(tell)

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
