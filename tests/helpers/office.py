"""A whole office without a window: the program's own wiring, a real file, real lanes, real HTTP to gateways."""

from __future__ import annotations

import threading
import time
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import MemoryVault
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.services.events import AnnouncementAdded, DeliveriesChanged, Failed
from smsdesk.services.office import Office
from smsdesk.services.sending.queue.progress import Progress, QueueState
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.accounts import AccountStore
from smsdesk.store.database import Database
from smsdesk.store.sending.outbox import Outbox
from tests.helpers.gateways import FICTIONAL
from tests.helpers.held_gateway import PURPOSES
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.peek import Peek

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from smsdesk.domain.money import Amount
    from smsdesk.sandbox.gateway import Purpose
    from smsdesk.sandbox.server import Sandbox
    from smsdesk.services.balance.poller import BalanceState
    from smsdesk.services.events import Event

PASSWORD: Final = "correct horse"


class RunningOffice(Office):
    """The office as the program wires it, and what a test does with it and sees of it.

    As in the program, balances are asked for around each announcement and stop, so a test counts the requests that it
    means: `requests("send")`.

    Args:
        path: the data file.
        sandbox: the gateways.
        vault: the computer's keyring.
        providers: the provider by its id.

    Attributes:
        hear: called with every event, on the thread that tells it.
        events: every event so far.
        outbox, accounts: what the file holds, asked past the services.
        peek: reads the file past all of our code.
    """

    def __init__(self, path: Path, sandbox: Sandbox, vault: MemoryVault, providers: Providers = PROVIDERS) -> None:
        self.path = path
        self.sandbox = sandbox
        self.vault = vault
        self.redactor = Redactor()
        self.hear: Callable[[Event], object] = lambda _event: None
        self.events: list[Event] = []
        self._heard = threading.Condition()
        self._started = False
        self.database = Database(path)
        super().__init__(self.database, lambda: self.vault, self.redactor, self.publish, providers)
        self.outbox = Outbox(self.database)
        self.accounts = AccountStore(self.database)
        self.peek = Peek(path)

    def start(self) -> None:
        """The file is sound: from now on messages leave, those that an earlier run left among them."""
        self._started = True
        self.sender.start(self.book.all())

    def close(self) -> None:
        """End as a program does that has nothing more to write down."""
        self.receiver.stop()
        self.lanes.close()
        self.book.close()
        self.database.close()

    def publish(self, event: Event) -> None:
        """What the services tell."""
        self.hear(event)
        with self._heard:
            self.events.append(event)
            self._heard.notify_all()

    # --- what the user does

    def account(
        self,
        provider: str = "smsoffice",
        *,
        user: str = "office",
        password: str | None = PASSWORD,
        credits: int = 1000,  # noqa: A002 - the word for it
        address: str | None = None,
        batch_size: int | None = None,
        price: str | None = None,
        options: Mapping[str, str] | None = None,
    ) -> Account:
        """Add an account, known to the sandbox with `PASSWORD`, to the office with `password`; None for none."""
        account = Account(
            new_account_id(), f"{provider} of {user}", provider, user, ("Office",),
            address or self.sandbox.address, "ZA", batch_size=batch_size, options=options or {},
            price_per_part=None if price is None else Decimal(price),
        )  # fmt: skip
        if provider in FICTIONAL:
            self.sandbox.ledger.add_login(provider, user, PASSWORD, Decimal(credits))
        return self.save(account, password)

    def save(self, account: Account, password: str | None = None) -> Account:
        """Add or change an account; without a password the one that is kept stays."""
        secret = None if password is None else Secret(password)
        return self.book.save(account, secret).result(PATIENCE_S)

    def send(
        self, account: Account, people: int = 3, text: str = "We close at noon.", first: int = 0, countdown_s: float = 0
    ) -> int:
        """Confirm an announcement for so many people; gives its id once it is on disk."""
        number = FICTIONAL[account.provider]
        listed = [number.format(ending) for ending in range(first, first + people)]
        return self.send_to(account, listed, text, countdown_s=countdown_s)

    def send_to(
        self, account: Account, numbers: Sequence[str], text: str = "We close at noon.", *, countdown_s: float = 0
    ) -> int:
        """Confirm an announcement for these numbers; gives its id once it is on disk."""
        parts = PROVIDERS[account.provider].analyze(text).segments if account.provider in FICTIONAL else 1
        people = tuple(Recipient(number) for number in numbers)
        new = Announcement(account.id, text, account.sender, parts, people, price_per_part=account.price_per_part)
        return self.confirm(account, new, countdown_s)

    def confirm(self, account: Account, new: Announcement, countdown_s: float = 0) -> int:
        """Confirm this announcement; gives its id as `request` does."""
        return self.request(SendRequest(account, new), countdown_s)

    def request(self, request: SendRequest, countdown_s: float = 0) -> int:
        """Confirm this; gives its id once it is on disk, and its queue knows of it if messages leave already."""
        announcement_id = self.sender.send(request, countdown_s).result(PATIENCE_S)
        if self._started:
            self.until(lambda: AnnouncementAdded(announcement_id) in self.events)
        return announcement_id

    def ask_balance(self, account: Account, *, by_hand: bool = True, urgent: bool = False) -> BalanceState:
        """Ask for the account's balance; gives what is known once that has been told."""
        answer = self.poller.ask(account, by_hand=by_hand, urgent=urgent)
        assert answer is not None, "nobody is asked"
        answer.result(PATIENCE_S)
        return self.balance_state(account)

    # --- what becomes of it

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds: looked at after every event, and now and then besides."""
        deadline = time.monotonic() + PATIENCE_S
        with self._heard:
            while not holds():
                assert time.monotonic() < deadline, "it never happened"
                self._heard.wait(0.05)

    def at_rest(self, account: Account) -> Progress:
        """Wait until the account's queue has run empty or stopped; gives where it stands."""

        def rests() -> bool:
            now = self.sender.progress(account.id)
            return now.state is QueueState.STOPPED or (now.state is QueueState.IDLE and not now.waiting)

        self.until(rests)
        return self.sender.progress(account.id)

    def waits(self, account: Account) -> Progress:
        """Wait until the account's queue will try again by itself; gives where it stands."""
        self.until(lambda: self.sender.progress(account.id).state is QueueState.WAITING)
        return self.sender.progress(account.id)

    def balance_state(self, account: Account) -> BalanceState:
        """What is known of the balance once no question for it is open: a reading is on disk before it is told."""
        self.until(lambda: not self.poller.state(account.id).asking)
        return self.poller.state(account.id)

    def balance(self, account: Account) -> Amount:
        """The newest reading of the account's balance; there has to be one."""
        reading = self.poller.state(account.id).reading
        assert reading is not None
        return reading.amount

    def states(self) -> list[str]:
        """The state of every delivery, in the order they were listed."""
        return self.peek("SELECT state FROM delivery ORDER BY id")

    def numbers(self) -> list[str]:
        """The number of every delivery, in the order they were listed."""
        return self.peek("SELECT number FROM delivery ORDER BY id")

    def moved(self) -> list[DeliveriesChanged]:
        """Which deliveries were told to have moved, one event after the other; bills are left out."""
        return [event for event in self.events if isinstance(event, DeliveriesChanged) and event.delivery_ids]

    def failures(self) -> list[BaseException]:
        """The mistakes that were told."""
        return [event.error for event in self.events if isinstance(event, Failed)]

    def accepted(self, account: Account) -> list[str]:
        """Whom the sandbox has texted for this login, in order."""
        copies = self.sandbox.ledger.accepted
        login = (account.provider, account.user_name)
        return ["+" + copy.number for copy in copies if (copy.gateway, copy.user) == login]

    def requests(self, purpose: Purpose | None = None) -> int:
        """How many requests have reached the sandbox: all of them, or those of one purpose."""
        asked = [PURPOSES.get(urlsplit(seen.target).path) for seen in self.sandbox.ledger.requests]
        return len(asked) if purpose is None else asked.count(purpose)

    # --- the disk

    def sql(self, statement: str, *values: object) -> None:
        """Change the file on the writer's own connection."""
        self.database.write(lambda connection: connection.exec_driver_sql(statement, values))


class Profile:
    """One profile's folder, the computer's keyring and the gateways: opens the office on it, as often as wanted.

    Attributes:
        path: the data file.
        vault: the keyring; it outlives each run of the program.
    """

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        self.path = folder / "smsdesk.db"
        self.sandbox = sandbox
        self.vault = MemoryVault()
        self._opened: list[RunningOffice] = []

    def open_office(self, *, providers: Providers = PROVIDERS, starts: bool = True) -> RunningOffice:
        """Start the program: what an earlier run left goes on, unless `starts` is False."""
        office = RunningOffice(self.path, self.sandbox, self.vault, providers)
        self._opened.append(office)
        if starts:
            office.start()
        return office

    def open_again(self, office: RunningOffice, *, starts: bool = False) -> RunningOffice:
        """End the program as it ends with a queue that is not done, and open the office anew."""
        office.sender.end()
        office.sender.write_down()
        office.close()
        return self.open_office(providers=office.providers, starts=starts)

    def close(self) -> None:
        """End what is still running."""
        for office in self._opened:
            office.close()
