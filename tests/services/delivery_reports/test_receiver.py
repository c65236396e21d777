from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.catalog import PROVIDERS, Providers
from smsdesk.providers.gateways.smsoffice import SmsOffice
from smsdesk.services.delivery_reports.receiver import Receiver
from smsdesk.services.delivery_reports.tracker import Tracker
from smsdesk.services.delivery_reports.url import report_url
from smsdesk.services.events import DeliveriesChanged
from smsdesk.store.settings import Settings
from tests.helpers.patience import PATIENCE_S
from tests.helpers.profile.disk import fill_up, make_room
from tests.helpers.reported_account import DELIVERED, TOKEN, ReportedAccount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.domain.delivery_report import DeliveryReport
    from tests.helpers.office import Profile, RunningOffice


@pytest.fixture
def wakes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows whenever the tracker of an office is woken that is opened after this."""
    heard: list[str] = []
    monkeypatch.setattr(Tracker, "wake", lambda _tracker: heard.append("woken"))
    return heard


@pytest.fixture
def office(wakes: list[str], profile: Profile) -> RunningOffice:
    return profile.open_office()


@pytest.fixture
def reported(office: RunningOffice) -> ReportedAccount:
    return ReportedAccount(office)


def test_a_report_moves_its_delivery_before_it_is_answered(reported: ReportedAccount, wakes: list[str]) -> None:
    (message_id,) = reported.sent()
    states: list[str] = []
    reported.office.hear = lambda event: states.extend(
        reported.office.states() if isinstance(event, DeliveriesChanged) and event.delivery_ids else ()
    )
    assert reported.report(message_id) == 200
    assert reported.office.states() == states == ["delivered"]
    assert reported.office.moved()[-1] == DeliveriesChanged(1, (1,))
    assert wakes == []


def test_a_report_may_come_as_a_form(reported: ReportedAccount) -> None:
    (message_id,) = reported.sent()
    form = DELIVERED.format(message_id).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert reported.call(reported.path, "POST", form, **kind) == (200, b"200 OK")
    assert reported.office.states() == ["delivered"]


def test_a_report_whose_message_is_not_known_yet_is_kept_and_told(reported: ReportedAccount, wakes: list[str]) -> None:
    assert reported.report("not-known-yet") == 200
    assert reported.kept() == ["not-known-yet"]
    assert wakes == ["woken"]


def test_reports_that_come_as_fast_as_the_gateway_can_find_their_messages(reported: ReportedAccount) -> None:
    url = report_url("127.0.0.1", reported.port, TOKEN, reported.account.id)
    reported.office.sandbox.report_to("smsoffice", url)
    reported.sent(20)
    reported.office.until(lambda: len(reported.kept()) == 20)
    reported.office.reports.apply_waiting().result(PATIENCE_S)
    assert reported.office.states() == ["delivered"] * 20


def test_nobody_without_the_token_learns_anything(reported: ReportedAccount) -> None:
    other = reported.office.account("ismart-rest", user="other")
    query = DELIVERED.format("m1")
    account, short = reported.account.id, TOKEN[:-1]
    refused = [
        "/", "//", f"/{TOKEN}", f"/{TOKEN}/", "/favicon.ico", f"/wrong/{account}", f"/{short}/{account}",
        f"/{TOKEN}/unknown", f"/{TOKEN}/{other.id}", f"{reported.path}//", f"{reported.path}/more",
        f"/{account}/{TOKEN}", f"/%E2%82%AC/{account}", "/..%2f..%2fetc/passwd",
    ]  # fmt: skip
    answers = {reported.call(f"{path}?{query}") for path in refused}
    answers |= {reported.call(f"{reported.path}?{query}", method) for method in ("PUT", "DELETE", "OPTIONS", "PATCH")}
    assert answers == {(404, b"404 Not Found")}
    assert reported.kept() == []


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
def test_what_is_no_report_is_answered_like_one_and_not_kept(reported: ReportedAccount, query: str) -> None:
    assert reported.call(f"{reported.path}?{query}")[0] == 200
    assert reported.call(reported.path, "POST", query.encode())[0] == 200
    assert reported.kept() == []


def test_only_small_requests_are_read(reported: ReportedAccount) -> None:
    status, _ = reported.call(f"{reported.path}?{DELIVERED.format('m1')}&more={'x' * 10_000}")
    assert status == 431
    with closing(socket.create_connection(("127.0.0.1", reported.port), 20)) as connection:
        connection.sendall(f"POST {reported.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
    assert reported.kept() == []
    assert reported.report("m1") == 200


def test_a_report_that_could_not_be_stored_is_sent_again_by_the_gateway(reported: ReportedAccount) -> None:
    fill_up(reported.office.database)
    first = next(f"m{number}" for number in range(500) if reported.report(f"m{number}") == 500)
    assert first not in reported.kept()
    make_room(reported.office.database)
    assert reported.report(first) == 200
    assert reported.kept()[-1] == first
    assert reported.office.failures() == []


class _Mistaken(SmsOffice):
    """A provider with a bug."""

    def read_report(self, fields: Mapping[str, str]) -> DeliveryReport | None:
        raise ZeroDivisionError


def test_a_bug_is_told_and_the_gateway_sends_the_report_again(
    profile: Profile, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    reported = ReportedAccount(profile.open_office(providers=Providers({"smsoffice": _Mistaken()})))
    assert reported.report("m1") == 500
    assert [type(error) for error in reported.office.failures()] == [ZeroDivisionError]
    assert TOKEN not in caplog.text + "".join(capfd.readouterr())


def test_a_port_that_is_taken_is_told_in_words_and_stays_with_its_owner(reported: ReportedAccount) -> None:
    office = reported.office
    second = Receiver(office.book.all, office.reports, PROVIDERS, office.publish)
    with pytest.raises(UserFacingError) as refused:
        second.start("127.0.0.1", reported.port, TOKEN)
    assert str(refused.value.what) == f"Delivery reports can't be received at port {reported.port}."
    assert "Choose another port in the settings, for example 8642." in str(refused.value.todo)
    second.stop()
    assert reported.report("m1") == 200


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_this_computers_is_told_in_words(reported: ReportedAccount, host: str) -> None:
    with pytest.raises(UserFacingError, match="Choose another address of this computer"):
        reported.office.receiver.start(host, 8642, TOKEN)


def test_a_port_out_of_a_broken_settings_file_is_told_in_words(reported: ReportedAccount) -> None:
    with pytest.raises(UserFacingError, match="Choose another port"):
        reported.office.receiver.start("127.0.0.1", 123456, TOKEN)


def test_it_follows_the_settings(reported: ReportedAccount) -> None:
    settings = Settings(
        receiver_on=True, receiver_host="127.0.0.1", receiver_port=reported.port, receiver_token="another-token"
    )
    reported.office.receiver.follow(settings)
    assert reported.report("m1") == 404
    assert reported.call(f"/another-token/{reported.account.id}?{DELIVERED.format('m1')}")[0] == 200
    reported.office.receiver.follow(settings)
    assert reported.call(f"/another-token/{reported.account.id}")[0] == 200
    settings.receiver_on = False
    reported.office.receiver.follow(settings)
    with pytest.raises(ConnectionRefusedError):
        reported.report("m2")
    reported.office.receiver.follow(settings)


def test_when_it_stops_nothing_of_it_is_left(reported: ReportedAccount) -> None:
    assert reported.report("m1") == 200
    reported.office.receiver.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("waitress", "smsdesk-rec"))]
    reported.port = reported.office.receiver.start("127.0.0.1", reported.port, TOKEN)
    assert reported.report("m2") == 200


def _knock(port: int, garbage: bytes) -> socket.socket:
    """A connection that is made in its own time, brings garbage, and is never closed from this side."""
    connection = socket.socket()
    connection.setblocking(False)
    connection.connect_ex(("127.0.0.1", port))
    with suppress(OSError):  # not through yet: it only holds a place
        connection.send(garbage)
    return connection


def test_real_reports_get_through_a_flood_of_garbage(reported: ReportedAccount) -> None:
    threads = threading.active_count()
    garbage = [
        b"", b"G", b"GET / HTTP/1.1\r\nHost:", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 1000,
        b"GET / HTTP/1.1\r\n\r\n" * 50, b"POST / HTTP/1.1\r\nContent-Length: 8000\r\n\r\nx",
        f"GET {reported.path}?messageid=m HTTP/1.0\r\n\r\n".encode(),
    ]  # fmt: skip
    most = 0
    with ExitStack() as flood:
        for number in range(300):
            flood.enter_context(_knock(reported.port, garbage[number % len(garbage)]))
        for number in range(5):
            assert reported.report(f"m{number}") == 200
            most = max(most, len(reported.office.receiver._server._connections))
    assert reported.kept() == ["m0", "m1", "m2", "m3", "m4"]
    assert most <= 64
    assert threading.active_count() <= threads + 1  # the database's or a lane's, never one for each connection


def test_a_trickle_of_bytes_does_not_keep_a_place(reported: ReportedAccount, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smsdesk.services.delivery_reports.http_server._LONGEST_S", 0.2)
    with closing(socket.create_connection(("127.0.0.1", reported.port), 20)) as connection:
        connection.settimeout(0.05)
        while not _hung_up_on(connection, b"x"):
            pass
    assert reported.report("m1") == 200


def _hung_up_on(connection: socket.socket, more: bytes) -> bool:
    try:
        connection.sendall(more)
        return connection.recv(100) == b""
    except TimeoutError:
        return False
    except OSError:
        return True
