"""Kills the real program, again and again while it sends, and holds its database against the gateways' ledger."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Self

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.sandbox.server import Sandbox
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from tests.helpers.gateways import FICTIONAL, GATEWAYS
from tests.helpers.patience import PATIENCE_S
from tests.kill.comparison import Findings, Order, compare
from tests.kill.started import Started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smsdesk.sandbox.ledger import Accepted

DURING_START, CONFIRMING, SUBMITTING, BETWEEN = "during the start", "confirming", "while submitting", "in between"

_PASSWORD = "made-up password"
_CREDITS = Decimal(1_000_000)
_OVERHEAD_S = 0.012  # what a request takes beside the gateway's own pace
_START_S = 0.6
_CONFIRMING_S = 0.05


@dataclass(frozen=True, slots=True)
class Lane:
    """One login: its gateway, fictional numbers that it takes, and how its people are divided.

    Attributes:
        gateway: the gateway's name.
        number: a number without its last two digits.
        share: its part of all recipients.
        most: the most people of one announcement.
        batch: the most people of one request.
        batch_size: what the office set it to; None for the gateway's own.
    """

    gateway: str
    number: str
    share: float
    most: int
    batch: int = 1
    batch_size: int | None = None


_TUNED = {
    lane.gateway: lane
    for lane in (
        Lane("smsoffice", "+278300000", 0.15, 98),
        Lane("inviosmart", "+3933300000", 0.15, 30),
        Lane("ismart-rest", "+968900000", 0.35, 98, batch=4, batch_size=4),
        Lane("ismart-http", "+968900000", 0.2, 12, batch=50),
        Lane("intellisms", "+4477009000", 0.15, 12, batch=100),
    )
}
LANES = _TUNED | {
    gateway: Lane(
        gateway, FICTIONAL[gateway].removesuffix("{:02}"), 0.15, 12, PROVIDERS[gateway].capabilities.batch_size
    )
    for gateway in GATEWAYS
    if gateway not in _TUNED
}
_TAKEN_NUMBERS = range(98)  # the played gateways refuse those that end in 98 and 99


@dataclass
class Tally:
    """What came of all kills.

    Attributes:
        fell: how many kills fell when.
        while_confirming: how many of them fell after an announcement was on disk, and before that was told.
        twice: what was, or would be, submitted twice.
        lost: what vanished, or reads wrong.
        too_unknown: where more became unknown than a kill can explain.
        unknown: unknown submissions by gateway, in the end.
    """

    fell: Counter[str] = field(default_factory=Counter)
    while_confirming: int = 0
    twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    too_unknown: list[str] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def kills(self) -> int:
        """All of them."""
        return sum(self.fell.values())

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        return not (self.twice or self.lost or self.too_unknown)


class Killing:
    """A profile, the gateways it sends through, and everything that somebody ordered.

    Args:
        folder: an empty one, for the profile.
        seed: of everything that is drawn by lot.
        recipients: how many people get something, in all.
        kills: how many are planned: the orders are spread over them.
        gateways: which gateways are sent through, all at once.
        pace_s: how long a gateway takes to answer.
    """

    def __init__(
        self, folder: Path, *, seed: int, recipients: int, kills: int, gateways: list[str], pace_s: float = 0.03
    ) -> None:
        self.tally = Tally()
        self._chance = random.Random(seed)
        self._folder = folder
        self._kills_left = kills
        self._pace_s = pace_s
        self.sandbox = Sandbox(pace_s)
        self.sandbox.start()
        self._taken = threading.Event()
        self.requests: Counter[str] = Counter()
        self.sandbox.ledger.listen(self._listen)
        self._lanes = {account.id: LANES[account.provider] for account in self._add_accounts(gateways)}
        self._running: Started | None = None
        self._todo = self._orders(recipients)
        self._orders_by_text = {order.text: order for order in self._todo}
        self.recipients = Counter[str]()
        for order in self._todo:
            self.recipients[self._lanes[order.account_id].gateway] += len(order.numbers)
        self._stored: set[str] = set()
        self._last = Findings()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._running is not None and self._running.process.poll() is None:
            self._running.kill()
        self.sandbox.close()

    def kill_once(self) -> None:
        """Start the program, let it go on and confirm some more, kill it at a moment that nobody chose, and compare."""
        orders = self._next_share()
        moment = self._chance.choices((DURING_START, CONFIRMING, SUBMITTING), (1, 1, 2))[0]
        lot = self._chance.random()
        program = self._start(orders)
        if moment == DURING_START:
            time.sleep(lot * _START_S)
        elif moment == CONFIRMING or not (orders or self._last.queued):
            self._wait_for(program, program.ready)
            time.sleep(lot * _CONFIRMING_S)
        else:
            self._wait_for(program, self._taken)
            time.sleep(lot * 1.3 * self._takes_s(orders))
        program.kill()
        self._kills_left -= 1
        handed = {order.text for order in orders} - set(program.confirmed)
        found = self._compare(program)
        self._judge_kill(program, found, confirming=bool(handed & found.stored))
        self._todo = [order for order in self._todo if order.text not in found.stored]

    def finish(self, within_s: float) -> None:
        """Start it once more, confirm the rest, let it come to an end by itself, and compare."""
        program = self._start(self._todo, "finish")
        code = program.end(within_s)
        found = self._compare(program)
        if code:
            self.tally.lost.append(f"the program ended with {code}: {program.complaints}")
        self.tally.lost += [f"{text!r} was never kept" for text in self._orders_by_text.keys() - found.stored]
        if found.queued or found.on_the_way:
            self.tally.lost.append(f"{found.queued} are queued, {found.on_the_way.total()} on the way in the end")
        for account_id, lane in self._lanes.items():
            self.tally.unknown[lane.gateway] = found.unknown[account_id]

    def _wait_for(self, program: Started, happened: threading.Event) -> None:
        """Wait until then, or until the program has ended by itself; it ends when it takes too long."""
        deadline = time.monotonic() + PATIENCE_S
        while not happened.wait(0.1) and program.process.poll() is None:
            if time.monotonic() > deadline:
                program.process.kill()

    def _start(self, orders: list[Order], *then: str) -> Started:
        self._taken.clear()
        passwords = dict.fromkeys(self._lanes, _PASSWORD)
        self._running = program = Started(self._folder, passwords)
        lines = [*map(self._told, orders), *then]
        threading.Thread(target=program.tell, args=lines, daemon=True).start()
        return program

    def _told(self, order: Order) -> dict[str, Any]:
        return {
            "text": order.text,
            "account_id": order.account_id,
            "numbers": order.numbers,
            "after_s": self._chance.choice((0, 0, 0, 0.02, 0.1)),
            "countdown_s": self._chance.choice((0, 0, 0, 0.3)),
        }

    def _compare(self, program: Started) -> Findings:
        self._stored |= set(program.confirmed)
        database = self._folder / "smsdesk.db"
        accepted = self.sandbox.ledger.accepted
        found = compare(database, self._orders_by_text.values(), self._stored, accepted, self._last.rows)
        self._stored |= found.stored  # it was there once, so it may not go again
        self._last = found
        self.tally.twice += found.twice
        self.tally.lost += found.lost
        return found

    def _judge_kill(self, program: Started, found: Findings, *, confirming: bool) -> None:
        sending = SUBMITTING if found.on_the_way else BETWEEN
        self.tally.fell[sending if program.ready.is_set() else DURING_START] += 1
        self.tally.while_confirming += confirming
        for account_id, lane in self._lanes.items():
            on_the_way, unknown = found.on_the_way[account_id], found.unknown[account_id]
            if on_the_way > 1 or on_the_way + unknown > self.tally.kills:
                self.tally.too_unknown.append(
                    f"{lane.gateway}: {on_the_way} on the way, {unknown} unknown after {self.tally.kills} kills"
                )

    def _next_share(self) -> list[Order]:
        """What this run confirms: so much that something is left for the kills to come."""
        people = sum(len(order.numbers) for order in self._todo) / max(self._kills_left, 1)
        share: list[Order] = []
        for order in self._todo:
            if people <= 0:
                break
            share.append(order)
            people -= len(order.numbers)
        return share

    def _takes_s(self, orders: list[Order]) -> float:
        """About how long the busiest lane needs for these."""
        requests: Counter[str] = Counter()
        for order in orders:
            requests[order.account_id] += -(-len(order.numbers) // self._lanes[order.account_id].batch)
        return max(requests.values(), default=1) * (self._pace_s + _OVERHEAD_S)

    def _orders(self, recipients: int) -> list[Order]:
        """Announcements of all sizes to all gateways, shuffled."""
        shares = list(accumulate((lane.share for lane in self._lanes.values()), initial=0.0))
        bounds = [round(recipients * share / shares[-1]) for share in shares]  # so that together they are all
        sizes = [
            (account_id, size)
            for (account_id, lane), (first, last) in zip(self._lanes.items(), pairwise(bounds), strict=True)
            for size in self._sizes(last - first, lane.most)
        ]
        self._chance.shuffle(sizes)
        return [
            Order(f"Notice {number}: the office stays closed on Sunday.", account_id, self._numbers(account_id, size))
            for number, (account_id, size) in enumerate(sizes, 1)
        ]

    def _sizes(self, people: int, most: int) -> Iterator[int]:
        while people > 0:
            size = min(self._chance.randint(1, most), people)
            people -= size
            yield size

    def _numbers(self, account_id: str, size: int) -> tuple[str, ...]:
        stem = self._lanes[account_id].number
        return tuple(f"{stem}{ending:02}" for ending in self._chance.sample(_TAKEN_NUMBERS, size))

    def _add_accounts(self, gateways: list[str]) -> list[Account]:
        accounts = [
            Account(
                new_account_id(), gateway, gateway, "office", ("SMSDESK",), self.sandbox.address, "OM",
                batch_size=LANES[gateway].batch_size,
            )
            for gateway in gateways
        ]  # fmt: skip
        database = Database(self._folder / "smsdesk.db")
        for account in accounts:
            self.sandbox.ledger.add_login(account.provider, account.user_name, _PASSWORD, _CREDITS)
            AccountStore(database).save(account).result()
        database.close()
        return accounts

    def _listen(self, copies: tuple[Accepted, ...]) -> None:
        self.requests[copies[0].gateway] += 1
        self._taken.set()
