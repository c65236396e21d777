from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.providers.base import HttpReply, HttpRequest, Login, unreadable
from smsdesk.providers.capabilities import StatusBy
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.services.delivery_reports.tracker import Tracker, first_check, next_check
from smsdesk.services.events import DeliveriesChanged, Failed
from smsdesk.services.sending.send_request import SendRequest
from smsdesk.store.delivery_reports import DeliveryReportStore, Moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Future

    from smsdesk.providers.base import Provider

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


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


ASKED = Providers({"smsoffice": Asked()})


class Gateway:
    """Takes every message, and answers questions with `says`, or what `answers` holds for the message's id."""

    def __init__(self) -> None:
        self.says = "delivered"
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
            self.paths.append(path)
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
                gateway.hold.wait(20)
                with gateway._lock:
                    gateway._at_once -= 1
                self.send_response(500 if answer == "500" else 200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


class Desk:
    """An office whose gateway is asked what became of messages."""

    def __init__(self, office: Any, account: Any, gateway: Gateway, providers: Mapping[str, Provider]) -> None:
        self.office = office
        self.account = account
        self.gateway = gateway
        self.reports = DeliveryReportStore(office.database)
        self.providers = providers

    def tracker(self) -> Tracker:
        office = self.office
        return Tracker(
            office.store.all, self.reports, office.lanes, self.providers, office.gate, office._publish,
            step_s=0.005,
        )  # fmt: skip

    def sent(self, people: int, account: Any = None) -> None:
        """Let the gateway accept an announcement."""
        account = account or self.account
        self.office.send(account, people)
        self.office.at_rest(account)

    def age(self, by: timedelta) -> None:
        """Turn the clock on: everything was accepted so much earlier, and is asked about so much sooner."""
        for column in ("changed_at", "check_at"):
            for key, at in self.office.peek(f"SELECT id, {column} FROM delivery WHERE {column} IS NOT NULL"):
                earlier = (datetime.fromisoformat(at) - by).isoformat(timespec="microseconds")
                change = f"UPDATE delivery SET {column} = '{earlier}' WHERE id = {key}"
                self.office.database.write(lambda connection, change=change: connection.exec_driver_sql(change))

    def follow(self, *steps: Callable[[], object], tracker: Tracker | None = None) -> None:
        """Run a tracker until each of these has held, one after the other."""
        tracker = tracker or self.tracker()

        async def run() -> None:
            running = asyncio.create_task(tracker.run())
            async with asyncio.timeout(30):
                for holds in steps:
                    while not holds():
                        assert not running.done(), running.exception()
                        await asyncio.sleep(0.005)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

        asyncio.run(run())

    def asked(self, times: int) -> Callable[[], bool]:
        return lambda: len(self.gateway.asked) >= times


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    running = Gateway()
    yield running
    running.close()


@pytest.fixture
def desk(open_office: Callable[..., Any], gateway: Gateway) -> Desk:
    office = open_office(providers=ASKED)
    return Desk(office, office.account(address=gateway.address), gateway, ASKED)


def test_only_a_gateway_that_can_be_asked_gets_a_first_question_after_15_seconds() -> None:
    assert first_check(Asked(), NOW) == NOW + timedelta(seconds=15)
    assert first_check(SmsOffice(), NOW) is None


def test_what_is_accepted_is_on_disk_with_the_time_of_its_first_question(desk: Desk) -> None:
    desk.sent(1)
    changed_at, check_at = desk.office.peek("SELECT changed_at, check_at FROM delivery")[0]
    later = datetime.fromisoformat(check_at) - datetime.fromisoformat(changed_at)
    assert timedelta(seconds=14) < later < timedelta(seconds=16)


@pytest.mark.parametrize(
    ("age", "pause"),
    [
        (timedelta(0), timedelta(seconds=15)),
        (timedelta(seconds=15), timedelta(seconds=15)),
        (timedelta(minutes=1), timedelta(seconds=30)),
        (timedelta(hours=1), timedelta(minutes=30)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(hours=40), timedelta(hours=1)),
        (timedelta(hours=47, minutes=30), timedelta(minutes=30)),
    ],
)
def test_questions_come_ever_more_seldom(age: timedelta, pause: timedelta) -> None:
    assert next_check(NOW - age, NOW) == NOW + pause


@pytest.mark.parametrize("age", [timedelta(hours=48), timedelta(days=300)])
def test_after_two_days_there_is_no_next_question(age: timedelta) -> None:
    assert next_check(NOW - age, NOW) is None


def test_what_the_gateway_answers_stands_in_the_history(desk: Desk) -> None:
    desk.sent(4)
    desk.gateway.answers = {"1": "delivered", "2": "undelivered No such phone", "3": "expired", "4": "queued"}
    desk.age(timedelta(minutes=1))
    desk.follow(desk.asked(4), lambda: "expired" in desk.office.states())
    assert desk.office.peek("SELECT state, error_code, error_text FROM delivery ORDER BY id") == [
        ("delivered", None, None),
        ("undelivered", "undelivered", "No such phone"),
        ("expired", "expired", None),
        ("accepted", None, None),
    ]
    assert sorted(desk.gateway.asked) == ["1", "2", "3", "4"]


def test_what_has_moved_is_on_disk_before_it_is_told(desk: Desk) -> None:
    desk.sent(1)
    desk.age(timedelta(minutes=1))
    states: list[str] = []
    desk.office.hear = lambda event: states.extend(desk.office.states() if isinstance(event, DeliveriesChanged) else ())
    desk.follow(lambda: states)
    assert states == ["delivered"]
    assert DeliveriesChanged(1, (1,)) in desk.office.events


def test_before_its_time_nothing_is_asked_and_a_wake_up_changes_nothing_about_that(desk: Desk) -> None:
    desk.sent(1)
    tracker = desk.tracker()
    wakes: list[int] = []

    def woken() -> bool:
        tracker.wake()
        wakes.append(1)
        return len(wakes) == 20

    desk.follow(woken, tracker=tracker)
    assert desk.gateway.asked == []


def test_a_sleeping_tracker_is_woken_by_what_is_accepted_later(desk: Desk) -> None:
    tracker = desk.tracker()
    steps = iter(range(1000))

    def sends() -> bool:
        if next(steps) < 3:
            return False
        desk.sent(1)
        desk.age(timedelta(minutes=1))
        tracker.wake()
        return True

    desk.follow(sends, desk.asked(1), lambda: desk.office.states() == ["delivered"], tracker=tracker)


def test_many_messages_are_asked_about_one_at_a_time_and_each_once(desk: Desk) -> None:
    desk.sent(75)
    desk.gateway.most_at_once = 0
    desk.age(timedelta(minutes=1))
    desk.follow(lambda: set(desk.office.states()) == {"delivered"})
    assert sorted(map(int, desk.gateway.asked)) == list(range(1, 76))
    assert desk.gateway.most_at_once == 1


def test_sending_goes_before_the_questions_that_are_left(desk: Desk) -> None:
    desk.sent(5)
    desk.age(timedelta(minutes=1))
    desk.gateway.paths.clear()
    desk.gateway.hold.clear()

    def sends() -> bool:
        desk.office.send(desk.account, 2)
        desk.gateway.hold.set()
        return True

    desk.follow(desk.asked(1), sends, desk.asked(5))
    sending = [at for at, path in enumerate(desk.gateway.paths) if "sendsms" in path]
    assert sending == [1, 2]


def test_a_message_of_two_days_is_asked_about_a_last_time(desk: Desk) -> None:
    desk.sent(1)
    desk.gateway.says = "queued"
    desk.age(timedelta(days=3))
    desk.follow(desk.asked(1))
    assert desk.office.peek("SELECT state, check_at FROM delivery") == [("accepted", None)]


def test_an_answer_that_says_nothing_only_postpones_its_own_question(desk: Desk) -> None:
    desk.sent(3)
    desk.gateway.answers = {"1": "noise"}
    desk.age(timedelta(minutes=1))
    desk.follow(lambda: desk.office.states() == ["accepted", "delivered", "delivered"])
    assert desk.gateway.asked == ["1", "2", "3"]
    assert desk.office.peek("SELECT count(*) FROM delivery WHERE check_at IS NOT NULL") == [1]


def test_an_answer_about_another_message_moves_nothing_and_only_postpones_its_question(desk: Desk) -> None:
    desk.sent(2)
    desk.gateway.answers = {"1": "undelivered@9", "2": "delivered@2"}
    desk.age(timedelta(minutes=1))
    desk.follow(lambda: "delivered" in desk.office.states())
    assert desk.office.states() == ["accepted", "delivered"]
    assert desk.gateway.asked == ["1", "2"]
    assert desk.office.peek("SELECT message_id FROM report") == ["2"]
    assert desk.office.peek("SELECT count(*) FROM delivery WHERE check_at IS NOT NULL") == [1]


def test_a_gateway_that_fails_is_left_in_peace_while_others_are_asked(desk: Desk) -> None:
    failing = Gateway()
    try:
        broken = desk.office.account(user="second", address=failing.address)
        desk.sent(5, broken)
        desk.sent(40)
        failing.says = "500"
        desk.age(timedelta(minutes=1))
        desk.follow(lambda: desk.office.states().count("delivered") == 40, lambda: failing.asked)
        assert len(failing.asked) == 1
    finally:
        failing.close()


def test_a_refused_login_is_asked_with_once_until_the_account_is_changed(desk: Desk) -> None:
    desk.sent(3)
    desk.gateway.says = "login"
    desk.age(timedelta(minutes=1))
    desk.follow(desk.asked(1), lambda: desk.account in desk.office.refused)
    assert desk.office.poller.ask(desk.account, by_hand=False) is None
    desk.gateway.says = "delivered"
    ticks = iter(range(10))
    desk.follow(lambda: next(ticks, 10) == 10)
    assert len(desk.gateway.asked) == 1
    desk.office.poller.account_changed(desk.account)
    desk.age(timedelta(minutes=10))
    desk.follow(lambda: desk.office.states() == ["delivered"] * 3)


def test_a_login_that_was_refused_while_sending_is_not_asked_with(desk: Desk) -> None:
    desk.sent(1)
    desk.age(timedelta(minutes=1))
    desk.office.refused.add(desk.account, "1012")
    ticks = iter(range(10))
    desk.follow(lambda: next(ticks, 10) == 10)
    assert desk.gateway.asked == []


def test_without_a_password_nothing_is_asked(desk: Desk) -> None:
    desk.sent(1)
    desk.age(timedelta(minutes=1))
    desk.office.credentials.forget(desk.account.id)
    ticks = iter(range(10))
    desk.follow(lambda: next(ticks, 10) == 10)
    assert desk.gateway.asked == []


def test_a_bug_in_reading_an_answer_is_told_and_the_question_not_repeated_at_once(desk: Desk) -> None:
    desk.sent(2)
    desk.gateway.says = "bug"
    desk.age(timedelta(minutes=1))
    desk.follow(lambda: any(isinstance(event, Failed) for event in desk.office.events))
    assert desk.gateway.asked == ["1"]
    assert desk.office.states() == ["accepted", "accepted"]


def test_a_password_that_a_gateway_repeats_is_not_kept(desk: Desk) -> None:
    desk.sent(1)
    desk.gateway.says = "undelivered for password=correct horse\r\nat noon"
    desk.age(timedelta(minutes=1))
    desk.follow(lambda: desk.office.states() == ["undelivered"])
    assert desk.office.peek("SELECT error_text FROM delivery") == ["for password=*** at noon"]
    assert desk.office.peek("SELECT words FROM report") == ["for password=*** at noon"]


def test_a_report_that_overtook_the_reply_is_applied_while_the_tracker_runs(desk: Desk) -> None:
    desk.gateway.says = "queued"
    desk.reports.receive(desk.account.id, DeliveryReport("1", "", DeliveryState.DELIVERED, "200"))
    tracker = desk.tracker()

    def sends() -> bool:
        desk.sent(1)
        tracker.wake()
        return True

    desk.follow(sends, lambda: desk.office.states() == ["delivered"], tracker=tracker)
    assert DeliveriesChanged(1, (1,)) in desk.office.events
    assert desk.gateway.asked == []


class _CountedReports(DeliveryReportStore):
    """Counts how often kept reports are matched."""

    matched = 0

    def apply_waiting(self) -> Future[list[Moved]]:
        self.matched += 1
        return super().apply_waiting()


def test_a_report_of_an_unknown_message_is_matched_only_when_something_has_happened(desk: Desk) -> None:
    desk.reports = counted = _CountedReports(desk.office.database)
    counted.receive(desk.account.id, DeliveryReport("unheard of", "", DeliveryState.DELIVERED, "200"))
    tracker = desk.tracker()
    ticks = iter(range(20))
    undisturbed: list[int] = []

    def wakes() -> bool:
        undisturbed.append(counted.matched)
        tracker.wake()
        return True

    desk.follow(lambda: next(ticks, 20) == 20, wakes, lambda: counted.matched > undisturbed[0], tracker=tracker)
    assert (undisturbed, counted.matched) == ([1], 2)


def test_a_match_that_the_disk_did_not_take_is_tried_again(desk: Desk) -> None:
    desk.reports = counted = _CountedReports(desk.office.database)
    counted.receive(desk.account.id, DeliveryReport("unheard of", "", DeliveryState.DELIVERED, "200"))
    desk.office.database.write(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    desk.follow(lambda: counted.matched == 2)


def test_a_disk_that_takes_nothing_stops_the_questions_not_the_tracker(desk: Desk) -> None:
    desk.sent(2)
    desk.age(timedelta(minutes=1))
    desk.office.database.write(lambda c: c.exec_driver_sql("PRAGMA query_only=ON"))
    ticks = iter(range(10))
    desk.follow(lambda: next(ticks, 10) == 10)
    assert desk.gateway.asked == []
    assert not any(isinstance(event, Failed) for event in desk.office.events)


def test_inviosmart_is_asked_until_it_knows_what_became_of_each_message(
    open_office: Callable[..., Any], gateway: Gateway
) -> None:
    office = open_office()
    account = office.account("inviosmart")
    people = tuple(Recipient(f"+3933300000{ending}") for ending in ("12", "97", "96"))
    office.sender.send(SendRequest(account, Announcement(account.id, "Closed", "Office", 1, people))).result(20)
    office.at_rest(account)
    desk = Desk(office, account, gateway, PROVIDERS)
    tracker = desk.tracker()

    def settled() -> bool:
        desk.age(timedelta(minutes=1))
        tracker.wake()
        return office.states() == ["delivered", "undelivered", "expired"]

    desk.follow(settled, tracker=tracker)
    assert office.peek("SELECT error_code FROM delivery ORDER BY id") == [None, "64", "128"]
