"""A storm: `python -m tests.kill.storm --moves 2000 --seed 7`, everything that can happen, at random, in any order.

An office without a window sends through all five gateways, each at two addresses, while accounts are edited,
passwords change, the network and the disk fail, and the clock jumps. Then everything is let run dry, and what the
gateways took is held against the database. Ends with 1, and tells the seed, when somebody got it twice or was lost, a
counter is adrift, a queue is stuck, or a password was shown at an address it does not belong to.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, Self

import pytest

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.domain.announcement import Announcement
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.sending.queue.progress import QueueState
from smsdesk.services.sending.send_request import SendRequest
from tests.helpers.office import Profile
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import refusing_disk
from tests.kill.storm_findings import StormFindings
from tests.kill.storm_gateways import USERS, Place, StormGateways
from tests.kill.storm_moves import WEIGHTS, order_of
from tests.kill.storm_time import DrivenClock, StormTimers
from tests.kill.storm_tracker import Following

if TYPE_CHECKING:
    from datetime import datetime

    from smsdesk.domain.announcement import Recipient
    from tests.helpers.office import RunningOffice
    from tests.kill.comparison import Order

TOKEN: Final = "storm"
MOST_ROUNDS: Final = 60


@dataclass(frozen=True, slots=True)
class Past:
    """An announcement that is in the file."""

    id: int
    order: Order


class Storm:
    """One profile, its gateways, and what happens to them.

    Attributes:
        office: the office, as it is open now.
        found: what is wrong.
        told: every move so far.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._closing = ExitStack()
        patch = self._closing.enter_context(pytest.MonkeyPatch.context())
        self.seed = seed
        self.clock, self.timers = DrivenClock(patch), StormTimers(patch)
        self.gateways = StormGateways()
        self._closing.callback(self.gateways.close)
        self._profile = Profile(folder, self.gateways.places[0].sandbox)
        self._disk = self._closing.enter_context(ExitStack())
        self.found = StormFindings(self)
        self.told: list[str] = []
        self.past: list[Past] = []
        self.accounts: list[str] = []
        self._open(self._profile.open_office())
        for place in self.gateways.places[::2]:
            for _ in range(2):  # two accounts of one login
                self.add_account(place, USERS[0])
        for place in self.gateways.places:
            place.url = self._report_url

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._disk.close()
        self._following.end()
        self._profile.close()
        self._closing.close()

    def blow(self, moves: int) -> None:
        """So many moves; each has lots of its own, so that none depends on what came of the others."""
        for number in range(moves):
            lot = Random(f"{self.seed} {number}")
            move = lot.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            self.told.append(f"{number} {move.__name__}")
            with suppress(UserFacingError):
                move(self, lot)

    # --- what is there

    def some_account(self, lot: Random) -> Account | None:
        """One account, as it is now; None where it was deleted."""
        return self.office.book.get(lot.choice(self.accounts))

    def some_announcement(self, lot: Random, newest: int = 30) -> Past | None:
        """One of the newest announcements."""
        return lot.choice(self.past[-newest:]) if self.past else None

    # --- what the user does

    def add_account(self, place: Place, user: str) -> None:
        """Add an account with the right password."""
        account = Account(new_account_id(), place.gateway, place.gateway, user, ("Office",), place.address, "ZA")
        self.office.save(account, place.passwords[user])
        self.accounts.append(account.id)

    def edit(self, account: Account, password: str | None) -> None:
        """Save a changed account, and tell as the window does."""
        secret = None if password is None else Secret(password)
        self.found.edited.add(account.id)
        self.office.book.save(account, secret).result(PATIENCE_S)
        self.office.sender.account_changed(account)
        self.office.poller.account_changed(account)
        self.office.tracker.account_changed(account)

    def confirm(
        self, account: Account, people: tuple[Recipient, ...], countdown_s: float, send_at: datetime | None = None
    ) -> None:
        """Send a text that nobody else gets."""
        number = len(self.found.orders)
        text = f"Storm {self.seed}, message {number}{' عاجل' if number % 5 == 0 else ''}"
        parts = PROVIDERS[account.provider].analyze(text).segments
        new = Announcement(account.id, text, account.sender, parts, people, send_at=send_at)
        order = self.found.orders[text] = order_of(text, new)
        announcement_id = self.office.sender.send(SendRequest(account, new), countdown_s).result(PATIENCE_S)
        self.past.append(Past(announcement_id, order))

    def undo(self, account: Account, past: Past) -> None:
        """Take an announcement back."""
        with self.found.taking_back([past.id]) as refused:
            try:
                self.office.sender.undo(account, past.id).result(PATIENCE_S)
            except UserFacingError:
                refused()  # it is undone as soon as the disk takes it
                raise

    def stop(self, account: Account) -> None:
        """Cancel what an account has not sent yet."""
        with self.found.taking_back([past.id for past in self.past if past.order.account_id == account.id]):
            self.office.sender.stop(account).result(PATIENCE_S)

    # --- this computer

    def start_anew(self) -> None:
        """End the program, and start it."""
        self.disk_is_well()
        self._following.end()
        self.found.mistakes(self.office)
        office = self._profile.open_again(self.office)
        self.timers.forget()
        self._open(office)
        office.start()

    def jump(self, by: timedelta, *, asleep: bool = False) -> None:
        """The clock is elsewhere, at most a day from the true one: it was set, or the computer slept for so long."""
        if abs(self.clock.ahead + by) < timedelta(days=1):
            self.clock.ahead += by
            self.clock.slept_s += by.total_seconds() if asleep else 0
            self.office.tracker.wake()

    def disk_refuses(self) -> None:
        """Nothing can be written."""
        self.disk_is_well()
        self._disk.enter_context(refusing_disk(self.office.database))
        self.found.disk_refuses = True

    def disk_is_well(self) -> None:
        """It can be written."""
        self._disk.close()
        self.found.disk_refuses = False

    def settle(self) -> None:
        """Wait until no queue moves, and look at the figures."""
        for place in self.gateways.places:
            place.sandbox.faults.clear()
            if not place.away:  # what hangs ends
                place.go_away()
                place.come_back()
        self.found.figures()

    def run_dry(self) -> None:
        """Everything is mended and goes on until nothing is left; then all books are held against each other."""
        self.disk_is_well()
        self.gateways.behave()
        for account in self.office.book.all():
            self.edit(account, self.gateways.at(account.address).passwords[account.user_name])
        for _ in range(MOST_ROUNDS):
            while self.timers.ring(lambda waiting: waiting[0]):
                pass
            self.found.until_nothing_moves()
            accounts = self.office.book.all()
            standing = [self.office.sender.progress(account.id) for account in accounts]
            if all(now.state is QueueState.IDLE and not now.waiting for now in standing):
                break
            for account in accounts:
                self.office.sender.resume(account)
        self.found.figures()
        self.found.left(self.accounts)
        self._following.end()
        self.found.mistakes(self.office)
        self.office.sender.end()
        self.office.sender.write_down()
        self.office.close()
        self.found.compare(self._profile.path)

    def _open(self, office: RunningOffice) -> None:
        self.office = office
        self._port = office.receiver.start("127.0.0.1", 0, TOKEN)
        self._following = Following(office)

    def _report_url(self, place: Place, user: str) -> str:
        login = (place.gateway, place.address, user)
        for account in self.office.book.all():
            if (account.provider, account.address, account.user_name) == login:
                return f"http://127.0.0.1:{self._port}/{TOKEN}/{account.id}"
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kill.storm", description=__doc__.partition("\n")[0])
    parser.add_argument("--moves", type=int, default=2000, help="how much happens (2000)")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000), help="of what is drawn by lot")
    parser.add_argument("--storms", type=int, default=1, help="how many, each with the next seed (1)")
    parser.add_argument("--tell", action="store_true", help="print every move")
    options = parser.parse_args()
    wrong = 0
    for seed in range(options.seed, options.seed + options.storms):
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="smsdesk-storm-") as folder, Storm(Path(folder), seed) as storm:
            storm.blow(options.moves)
            storm.run_dry()
            lines = [*(storm.told if options.tell else ()), *(f"    {each}" for each in storm.found.wrong)]
            sys.stdout.write("".join(line + "\n" for line in lines))
            wrong += bool(storm.found.wrong)
            summary = f"seed {seed}, {options.moves} moves: {storm.found.summary()}"
            sys.stdout.write(f"{summary}, {len(storm.found.wrong)} wrong, {time.monotonic() - began:.0f} s\n")
            sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
