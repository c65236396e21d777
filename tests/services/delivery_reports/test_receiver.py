from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.services.delivery_reports.receiver import Receiver
from smsdesk.services.delivery_reports.url import new_token, report_url
from smsdesk.services.events import DeliveriesChanged, Failed
from smsdesk.store.delivery_reports import DeliveryReportStore
from smsdesk.store.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smsdesk.domain.delivery_report import DeliveryReport

TOKEN = new_token()
DELIVERED = "messageid={}&to=27830000000&from=Office&StatusID=200&statusMessage=Delivered%20to%20Mobile"


class Desk:
    """An office with an account at a gateway that reports, and its receiver."""

    def __init__(self, office: Any, providers: Mapping[str, Any] = PROVIDERS) -> None:
        self.office = office
        self.account = office.account()
        self.reports = DeliveryReportStore(office.database)
        self.unmatched: list[int] = []
        self.receiver = Receiver(
            office.store.all, self.reports, providers, office._publish, lambda: self.unmatched.append(1)
        )
        self.port = self.receiver.start("127.0.0.1", 0, TOKEN)

    @property
    def path(self) -> str:
        return f"/{TOKEN}/{self.account.id}"

    def sent(self, people: int = 1) -> list[str]:
        """Let the gateway accept an announcement; gives the message ids."""
        self.office.send(self.account, people)
        self.office.at_rest(self.account)
        return self.office.peek("SELECT message_id FROM delivery ORDER BY id")

    def call(self, target: str, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def report(self, message_id: str) -> int:
        return self.call(f"{self.path}?{DELIVERED.format(message_id)}")[0]

    def kept(self) -> list[str]:
        return self.office.peek("SELECT message_id FROM report ORDER BY id")


@pytest.fixture
def open_desk(office: Any) -> Iterator[Callable[..., Desk]]:
    opened: list[Desk] = []

    def open_desk(**options: Any) -> Desk:
        opened.append(Desk(office, **options))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.receiver.stop()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


def test_a_report_moves_its_delivery_before_it_is_answered(desk: Desk) -> None:
    (message_id,) = desk.sent()
    states: list[str] = []
    desk.office.hear = lambda event: states.extend(desk.office.states() if isinstance(event, DeliveriesChanged) else ())
    assert desk.report(message_id) == 200
    assert desk.office.states() == states == ["delivered"]
    moved = [event for event in desk.office.events if isinstance(event, DeliveriesChanged)]
    assert moved[-1] == DeliveriesChanged(1, (1,))
    assert desk.unmatched == []


def test_a_report_may_come_as_a_form(desk: Desk) -> None:
    (message_id,) = desk.sent()
    form = DELIVERED.format(message_id).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert desk.call(desk.path, "POST", form, **kind) == (200, b"200 OK")
    assert desk.office.states() == ["delivered"]


def test_a_report_whose_message_is_not_known_yet_is_kept_and_told(desk: Desk) -> None:
    assert desk.report("not-known-yet") == 200
    assert desk.kept() == ["not-known-yet"]
    assert desk.unmatched == [1]


def test_reports_that_come_as_fast_as_the_gateway_can_find_their_messages(desk: Desk) -> None:
    url = report_url("127.0.0.1", desk.port, TOKEN, desk.account.id)
    desk.office.sandbox.report_to("smsoffice", url)
    desk.sent(20)
    desk.office.until(lambda: len(desk.kept()) == 20)
    desk.reports.apply_waiting().result(20)
    assert desk.office.states() == ["delivered"] * 20


def test_nobody_without_the_token_learns_anything(desk: Desk) -> None:
    other = desk.office.account("ismart-rest", user="other")
    query = DELIVERED.format("m1")
    account, short = desk.account.id, TOKEN[:-1]
    refused = [
        "/", "//", f"/{TOKEN}", f"/{TOKEN}/", "/favicon.ico", f"/wrong/{account}", f"/{short}/{account}",
        f"/{TOKEN}/unknown", f"/{TOKEN}/{other.id}", f"{desk.path}/", f"{desk.path}/more", f"/{account}/{TOKEN}",
        f"/%E2%82%AC/{account}", "/..%2f..%2fetc/passwd",
    ]  # fmt: skip
    answers = {desk.call(f"{path}?{query}") for path in refused}
    answers |= {desk.call(f"{desk.path}?{query}", method) for method in ("PUT", "DELETE", "OPTIONS", "PATCH")}
    assert answers == {(404, b"404 Not Found")}
    assert desk.kept() == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "messageid=m1",
        "messageid=&to=27830000000&StatusID=200",
        "messageid=m1&StatusID=delivered",
        "messageid=%00&StatusID=200",
        "messageid=%FF%FE&StatusID=%FF",
        "messageid[]=m1&StatusID[]=200",
        "&".join(f"field{n}=1" for n in range(200)) + "&messageid=m1&StatusID=200",
        "%%%&&&===;;;",
        "<script>alert(1)</script>",
    ],
    ids=lambda query: query[:30],
)
def test_what_is_no_report_is_answered_like_one_and_not_kept(desk: Desk, query: str) -> None:
    assert desk.call(f"{desk.path}?{query}")[0] == 200
    assert desk.call(desk.path, "POST", query.encode())[0] == 200
    assert desk.kept() == []


def test_only_small_requests_are_read(desk: Desk) -> None:
    status, _ = desk.call(f"{desk.path}?{DELIVERED.format('m1')}&more={'x' * 10_000}")
    assert status == 431
    with closing(socket.create_connection(("127.0.0.1", desk.port), 20)) as connection:
        connection.sendall(f"POST {desk.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
    assert desk.kept() == []
    assert desk.report("m1") == 200


def test_a_report_that_could_not_be_stored_is_sent_again_by_the_gateway(desk: Desk) -> None:
    desk.office.database.write(
        lambda c: c.exec_driver_sql("PRAGMA max_page_count=1")
    )  # the disk is full: no more pages
    first = next(f"m{number}" for number in range(500) if desk.report(f"m{number}") == 500)
    assert first not in desk.kept()
    desk.office.database.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1000000"))
    assert desk.report(first) == 200
    assert desk.kept()[-1] == first
    assert not any(isinstance(event, Failed) for event in desk.office.events)


class _Mistaken(SmsOffice):
    """A provider with a bug."""

    def read_report(self, fields: Mapping[str, str]) -> DeliveryReport | None:
        raise ZeroDivisionError


def test_a_bug_is_told_and_the_gateway_sends_the_report_again(
    open_desk: Callable[..., Desk], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk(providers=Providers({"smsoffice": _Mistaken()}))
    assert desk.report("m1") == 500
    (failed,) = (event for event in desk.office.events if isinstance(event, Failed))
    assert isinstance(failed.error, ZeroDivisionError)
    assert TOKEN not in caplog.text + "".join(capfd.readouterr())


def test_a_port_that_is_taken_is_told_in_words_and_stays_with_its_owner(desk: Desk, office: Any) -> None:
    second = Receiver(office.store.all, desk.reports, PROVIDERS, office._publish)
    with pytest.raises(UserFacingError) as refused:
        second.start("127.0.0.1", desk.port, TOKEN)
    assert str(refused.value.what) == f"Delivery reports can't be received at port {desk.port}."
    assert "Choose another port in the settings, for example 8642." in str(refused.value.todo)
    second.stop()
    assert desk.report("m1") == 200


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_this_computers_is_told_in_words(desk: Desk, host: str) -> None:
    with pytest.raises(UserFacingError, match="Choose another address of this computer"):
        desk.receiver.start(host, 8642, TOKEN)


def test_a_port_out_of_a_broken_settings_file_is_told_in_words(desk: Desk) -> None:
    with pytest.raises(UserFacingError, match="Choose another port"):
        desk.receiver.start("127.0.0.1", 123456, TOKEN)


def test_it_follows_the_settings(desk: Desk) -> None:
    settings = Settings(
        receiver_on=True, receiver_host="127.0.0.1", receiver_port=desk.port, receiver_token="another-token"
    )
    desk.receiver.follow(settings)
    assert desk.report("m1") == 404
    assert desk.call(f"/another-token/{desk.account.id}?{DELIVERED.format('m1')}")[0] == 200
    desk.receiver.follow(settings)
    assert desk.call(f"/another-token/{desk.account.id}")[0] == 200
    settings.receiver_on = False
    desk.receiver.follow(settings)
    with pytest.raises(ConnectionRefusedError):
        desk.report("m2")
    desk.receiver.follow(settings)


def test_when_it_stops_nothing_of_it_is_left(desk: Desk) -> None:
    assert desk.report("m1") == 200
    desk.receiver.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("waitress", "smsdesk-rec"))]
    desk.port = desk.receiver.start("127.0.0.1", desk.port, TOKEN)
    assert desk.report("m2") == 200


def _knock(port: int, garbage: bytes) -> socket.socket:
    """A connection that is made in its own time, brings garbage, and is never closed from this side."""
    connection = socket.socket()
    connection.setblocking(False)
    connection.connect_ex(("127.0.0.1", port))
    with suppress(OSError):  # not through yet: it only holds a place
        connection.send(garbage)
    return connection


def test_real_reports_get_through_a_flood_of_garbage(desk: Desk) -> None:
    threads = threading.active_count()
    garbage = [
        b"", b"G", b"GET / HTTP/1.1\r\nHost:", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 1000,
        b"GET / HTTP/1.1\r\n\r\n" * 50, b"POST / HTTP/1.1\r\nContent-Length: 8000\r\n\r\nx",
        f"GET {desk.path}?messageid=m HTTP/1.0\r\n\r\n".encode(),
    ]  # fmt: skip
    most = 0
    with ExitStack() as flood:
        for number in range(300):
            flood.enter_context(_knock(desk.port, garbage[number % len(garbage)]))
        for number in range(5):
            assert desk.report(f"m{number}") == 200
            most = max(most, len(desk.receiver._server._connections))
    assert desk.kept() == ["m0", "m1", "m2", "m3", "m4"]
    assert most <= 64
    assert threading.active_count() <= threads + 1  # the database's or a lane's, never one for each connection


def test_a_trickle_of_bytes_does_not_keep_a_place(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smsdesk.services.delivery_reports.http_server._LONGEST_S", 0.2)
    with closing(socket.create_connection(("127.0.0.1", desk.port), 20)) as connection:
        connection.settimeout(0.05)
        while not _hung_up_on(connection, b"x"):
            pass
    assert desk.report("m1") == 200


def _hung_up_on(connection: socket.socket, more: bytes) -> bool:
    try:
        connection.sendall(more)
        return connection.recv(100) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


@pytest.mark.parametrize(
    ("public", "starts"),
    [
        ("sms.example.com", "http://sms.example.com:8642/"),
        (" 203.0.113.7 ", "http://203.0.113.7:8642/"),
        ("203.0.113.7:99", "http://203.0.113.7:99/"),
        ("http://sms.example.com", "http://sms.example.com/"),
        ("https://sms.example.com/", "https://sms.example.com/"),
        ("https://sms.example.com:8443", "https://sms.example.com:8443/"),
    ],
)
def test_the_address_for_the_gateway_follows_from_the_offices(public: str, starts: str) -> None:
    assert report_url(public, 8642, "t0ken", "a1") == f"{starts}t0ken/a1"


@pytest.mark.parametrize(
    "public", ["", "a b", "http://user:secret@host", "ftp://host", "host/path", "host:port", "::1"]
)
def test_what_no_gateway_can_call_is_refused_and_not_repeated(public: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        report_url(public, 8642, "t0ken", "a1")
    assert "secret" not in str(refused.value)


def test_tokens_can_not_be_guessed() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 32
