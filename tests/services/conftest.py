"""A whole office without a window: real database, real lanes, real HTTP to the sandbox or to a gateway that waits."""

from __future__ import annotations

import queue
import socketserver
import sqlite3
import threading
from contextlib import ExitStack, closing
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.accounts.account import Account, new_account_id
from smsdesk.accounts.credentials import Credentials, MemoryVault
from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.privacy.secret import Redactor, Secret
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.sandbox.server import Sandbox
from smsdesk.services.balance.poller import Poller
from smsdesk.services.balance.reconciliation import Reconciliation
from smsdesk.services.lanes import Lanes
from smsdesk.services.login_gate import LoginGate
from smsdesk.services.refused_logins import RefusedLogins
from smsdesk.services.sending.progress import Progress, QueueState
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.services.sending.sender import Sender
from smsdesk.store.accounts import AccountStore
from smsdesk.store.balances import BalanceStore
from smsdesk.store.charges import Charges
from smsdesk.store.database import Database
from smsdesk.store.outbox import Outbox
from tests.helpers.gateways import FICTIONAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smsdesk.services.events import Event

PASSWORD = "correct horse"


class Office:
    """Everything between window and gateway, put together as the program does it.

    Args:
        path: the data file.
        sandbox: the gateways.
        providers: the gateways.
        starts: begins to send, without taking up what an earlier run left.
        asks_balances: asks for the balance around each announcement and checks its bill, as the program does.

    Attributes:
        hear: called with every event, on the thread that tells it.
    """

    def __init__(
        self,
        path: Path,
        sandbox: Sandbox,
        providers: Providers = PROVIDERS,
        *,
        asks_balances: bool = False,
        starts: bool = True,
    ) -> None:
        self.path = path
        self.sandbox = sandbox
        self.database = Database(path)
        self.store = AccountStore(self.database)
        self.outbox = Outbox(self.database)
        self.balances = BalanceStore(self.database)
        self.vault = MemoryVault()
        self.credentials = Credentials(lambda: self.vault, Redactor())
        self.lanes = Lanes()
        self.events: list[Event] = []
        self.hear: Callable[[Event], None] = lambda _event: None
        self._heard = threading.Condition()
        self.refused = RefusedLogins(self.store.refused(), self.store.set_refused)
        self.gate = LoginGate(self.store.all, self.credentials, self.refused)
        self.charges = Charges(self.database)
        bill_check = Reconciliation(self.charges, self._publish)
        self.poller = Poller(
            self.store.all, self.balances, self.lanes, providers, self.gate, self._publish,
            bill_check.reading_taken if asks_balances else lambda _account: None,
        )  # fmt: skip
        self.sender = Sender(
            self.outbox, self.lanes, providers, self.gate, self._publish,
            self._ask_balance if asks_balances else lambda _account: None,
        )  # fmt: skip
        if starts:
            self.sender.start([])

    def account(
        self,
        provider: str = "smsoffice",
        *,
        user: str = "office",
        password: str = PASSWORD,
        credits: int = 1000,  # noqa: A002 - the word for it
        address: str | None = None,
        batch_size: int | None = None,
    ) -> Account:
        """Add an account, known to the sandbox with `PASSWORD`, to the office with `password`."""
        account = Account(
            new_account_id(), f"{provider} of {user}", provider, user, ("Office",),
            address or self.sandbox.address, "ZA", batch_size=batch_size,
        )  # fmt: skip
        self.sandbox.ledger.add_login(provider, user, PASSWORD, Decimal(credits))
        self.store.save(account).result()
        self.credentials.keep(account.id, Secret(password))
        return account

    def send(self, account: Account, people: int = 3, text: str = "We close at noon.", first: int = 0) -> int:
        """Confirm an announcement for so many people; gives its id once it is on disk."""
        listed = tuple(Recipient(FICTIONAL[account.provider].format(n)) for n in range(first, first + people))
        parts = PROVIDERS[account.provider].analyze(text).segments
        new = Announcement(
            account.id, text, account.sender, parts, listed, price_per_part=account.price_per_part
        )  # fmt: skip
        return self.sender.send(SendRequest(account, new)).result(20)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds that is told by an event."""
        with self._heard:
            assert self._heard.wait_for(holds, 20), "it never happened"

    def at_rest(self, account: Account) -> Progress:
        """Wait until the account's queue has run empty or stopped; gives where it stands."""

        def rests() -> bool:
            now = self.sender.progress(account.id)
            return now.state is QueueState.STOPPED or (now.state is QueueState.IDLE and not now.waiting)

        self.until(rests)
        return self.sender.progress(account.id)

    def peek(self, query: str, *values: object) -> list[Any]:
        """Read the file on a connection of its own, past all of our code: one column as values."""
        with closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute(query, values).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    def states(self) -> list[str]:
        """The state of every delivery, in the order they were listed."""
        return self.peek("SELECT state FROM delivery ORDER BY id")

    def accepted(self, account: Account) -> list[str]:
        """Whom the sandbox has texted for this login, in order."""
        copies = self.sandbox.ledger.accepted
        login = (account.provider, account.user_name)
        return ["+" + copy.number for copy in copies if (copy.gateway, copy.user) == login]

    def requests(self, part_of_path: str = "") -> int:
        """How many requests have reached the sandbox."""
        return sum(part_of_path in seen.target for seen in self.sandbox.ledger.requests)

    def close(self) -> None:
        self.lanes.close()
        self.database.close()

    def _ask_balance(self, account: Account) -> None:
        self.poller.ask(account, by_hand=False, urgent=True)

    def _publish(self, event: Event) -> None:
        self.hear(event)
        with self._heard:
            self.events.append(event)
            self._heard.notify_all()


class HeldGateway:
    """A gateway that keeps every request waiting until it is let go, and answers all of them alike."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.targets: list[str] = []
        self._arrived: queue.Queue[str] = queue.Queue()
        self._may_answer = threading.Semaphore(0)
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self._handler(), bind_and_activate=True)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def next_request(self) -> str:
        """Wait until a request has arrived and hangs; gives its target."""
        return self._arrived.get(timeout=20)

    def answer_now(self, requests: int = 1) -> None:
        """Answer so many requests, those that hang or those to come."""
        self._may_answer.release(requests)

    def close(self) -> None:
        self.answer_now(1000)
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(gateway) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler in here
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                gateway.targets.append(self.path)
                gateway._arrived.put(self.path)
                gateway._may_answer.acquire()
                body = gateway.answer.encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET  # noqa: N815 - http.server's name

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def open_office(tmp_path: Path, sandbox: Sandbox) -> Iterator[Callable[..., Office]]:
    """Opens the office on the one profile, as often as wanted: a program that is started again."""
    with ExitStack() as opened:

        def open_office(**options: Any) -> Office:
            office = Office(tmp_path / "smsdesk.db", sandbox, **options)
            opened.callback(office.close)
            return office

        yield open_office


@pytest.fixture
def office(open_office: Callable[..., Office]) -> Office:
    return open_office()


@pytest.fixture
def held_gateway() -> Iterator[Callable[..., HeldGateway]]:
    """Starts gateways that keep their requests waiting."""
    with ExitStack() as started:

        def held_gateway(answer: str = "Success:message tracking number:1") -> HeldGateway:
            gateway = HeldGateway(answer)
            started.callback(gateway.close)
            return gateway

        yield held_gateway
