"""A gateway that is asked what became of messages, and an office that asks it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.base import HttpReply, HttpRequest, Login, unreadable
from smsdesk.providers.capabilities import StatusBy
from smsdesk.providers.catalog import Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.services.lanes import Urgency
from tests.helpers.held_gateway import PURPOSES
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from smsdesk.accounts.account import Account
    from tests.helpers.office import RunningOffice

_STEP_S = 0.005
TWO_MINUTES = timedelta(minutes=2)


class Asked(SmsOffice):
    """A gateway that answers what became of a message with one word, `word@id` to name it, its reason behind it."""

    capabilities = replace(SmsOffice.capabilities, status_by=StatusBy.ASKING)

    def status(self, login: Login, message_id: str) -> HttpRequest:
        return HttpRequest("GET", f"{login.address}/status?id={message_id}&password=1")

    def read_status(self, reply: HttpReply) -> DeliveryReport | Verdict:
        said, _, words = reply.text.partition(" ")
        word, _, message_id = said.partition("@")
        if word == "login":
            return Verdict(Outcome.REJECTED, Scope.ACCOUNT, "login-failed")
        if word == "noise":
            return unreadable(reply)
        if word == "bug":
            raise ZeroDivisionError
        return DeliveryReport(message_id, "", None if word == "queued" else DeliveryState(word), word, words)


ASKED: Final = Providers({"smsoffice": Asked()})


class AskedGateway:
    """Takes every message, and answers questions with `says`, or what `answers` holds for the message's id.

    Questions for the balance are answered, and noted nowhere.

    Attributes:
        takes: whether messages are taken; else their login is refused.
        asked: the messages that it was asked about, by id.
        paths: the path of every other request, questions and messages, in their order.
        hold: while it is not set, no request is answered.
    """

    def __init__(self) -> None:
        self.says = "delivered"
        self.takes = True
        self.answers: dict[str, str] = {}
        self.asked: list[str] = []
        self.paths: list[str] = []
        self.most_at_once = 0
        self.hold = threading.Event()
        self.hold.set()
        self._at_once = self._taken = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self.hold.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, target: str) -> str:
        with self._lock:
            path = urlsplit(target).path
            if PURPOSES.get(path) == "balance":
                return "Success:100.00"
            self.paths.append(path)
            if path != "/status" and not self.takes:
                return "Error: Login Failed"
            if path != "/status":
                self._taken += 1
                return f"Success:message tracking number:{self._taken}"
            message_id = parse_qs(urlsplit(target).query)["id"][0]
            self.asked.append(message_id)
            return self.answers.get(message_id, self.says)

    def _handler(gateway) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler in here
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with gateway._lock:
                    gateway._at_once += 1
                    gateway.most_at_once = max(gateway.most_at_once, gateway._at_once)
                answer = gateway.answer(self.path)
                gateway.hold.wait(PATIENCE_S)
                with gateway._lock:
                    gateway._at_once -= 1
                self.send_response(500 if answer == "500" else 200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


class AskedGateways:
    """Starts such gateways, and ends them with the test."""

    def __init__(self) -> None:
        self._started = ExitStack()

    def start(self) -> AskedGateway:
        gateway = AskedGateway()
        self._started.callback(gateway.close)
        return gateway

    def close(self) -> None:
        self._started.close()


class TrackedAccount:
    """An account of a running office, and the gateway that the office's tracker asks for it.

    The tracker takes no pause between two rounds: what is due is asked at once, in the tracker's own order.
    """

    def __init__(self, office: RunningOffice, account: Account, gateways: AskedGateways) -> None:
        self.office = office
        self.account = account
        self._gateways = gateways
        office.tracker._step_s = _STEP_S

    def sent(self, people: int, account: Account | None = None) -> None:
        """Let the gateway accept an announcement."""
        account = account or self.account
        self.office.send(account, people)
        self.office.at_rest(account)

    def age(self, by: timedelta, account: Account | None = None) -> None:
        """Turn the clock on: everything was accepted so much earlier, and is asked about so much sooner.

        With an account only what is that account's.
        """
        whose = "announcement_id IN (SELECT id FROM announcement WHERE account_id = ?)" if account else "? IS NULL"
        owner = account.id if account else None
        changes = [
            (f"UPDATE delivery SET {column} = ? WHERE id = ?", _earlier(at, by), key)
            for column in ("changed_at", "check_at")
            for key, at in self.office.peek(
                f"SELECT id, {column} FROM delivery WHERE {column} IS NOT NULL AND {whose}", owner
            )
        ]

        def job(connection: Connection) -> None:
            for statement, *values in changes:
                connection.exec_driver_sql(statement, tuple(values))

        self.office.database.write(job)

    def follow(self, *steps: Callable[[], object]) -> None:
        """Run the tracker until each of these has held, one after the other."""

        async def run() -> None:
            running = asyncio.create_task(self.office.tracker.run())
            async with asyncio.timeout(PATIENCE_S):
                for holds in steps:
                    while not holds():
                        assert not running.done(), running.exception()
                        await asyncio.sleep(_STEP_S)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

        asyncio.run(run())

    def follow_a_round(self) -> None:
        """Run the tracker until it has asked all that it would ask for this account now.

        A message of another login, which is due, is the witness: its round begins after this account's, and when its
        question has arrived, what this account's round had to ask stands on this account's lane.
        """
        gateway = self._gateways.start()
        witness = self.office.account(user=f"witness at {gateway.address}", address=gateway.address)
        self.sent(1, witness)
        self.age(TWO_MINUTES, witness)
        self.follow(lambda: gateway.asked, self._lane_is_idle)

    def _lane_is_idle(self) -> bool:
        lane = self.office.lanes.of(self.account.login)
        lane.do(lambda _http: None, Urgency.BALANCE).result(PATIENCE_S)
        return True


def _earlier(at: str, by: timedelta) -> str:
    return (datetime.fromisoformat(at) - by).isoformat(timespec="microseconds")
