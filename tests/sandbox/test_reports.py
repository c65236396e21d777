"""Delivery reports, as a client's receiver gets them."""

from __future__ import annotations

import socket
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Self

import pytest

from smsdesk.sandbox.ledger import Ledger
from smsdesk.sandbox.registry import gateways
from smsdesk.sandbox.reports import RETRY_PAUSES_S, send_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smsdesk.sandbox.gateway import Gateway
    from smsdesk.sandbox.ledger import Accepted
    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]
    Until = Callable[[Callable[[], object]], None]

SMS_OFFICE, INTELLISOFTWARE = gateways()["smsoffice"], gateways()["intellisms"]
REPORTING = [gateway for gateway in gateways().values() if gateway.reporting]
LOGIN = b"username=demo&password=demo-password"


class Receiver:
    """Takes one request per connection and keeps its bytes; answers with the next status of a list, then with 200."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.statuses: list[int] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}/report/secret"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with socket.create_connection(self._listening.getsockname()):
            pass
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                request = self._read(connection)
                if not request:
                    return
                status = self.statuses.pop(0) if self.statuses else 200
                self.requests.append(request)
                connection.sendall(b"HTTP/1.1 %d Whatever\r\nContent-Length: 0\r\n\r\n" % status)

    @staticmethod
    def _read(connection: socket.socket) -> bytes:
        read = b""
        while not (read.startswith(b"GET") and read.endswith(b"\r\n\r\n")) and b"toaddr=" not in read:
            piece = connection.recv(4096)
            if not piece:
                break
            read += piece
        return read


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


def accepted(gateway: Gateway, number: str = "447700900001", message_id: str = "100001") -> Accepted:
    ledger = Ledger()
    ledger.add_login(gateway.name, "demo", "demo-password", Decimal(1))
    (copy,) = ledger.accept(gateway.name, "demo", [number], "Hi", parts=1, sender="Front & Co", ids=[message_id])
    return copy


def line_and_body(request: bytes) -> tuple[bytes, bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    return head.split(b"\r\n")[0], body


def test_sms_office_calls_back_with_a_query(receiver: Receiver) -> None:
    assert send_report(receiver.url, SMS_OFFICE, accepted(SMS_OFFICE), 200)
    (request,) = receiver.requests
    assert line_and_body(request) == (
        b"GET /report/secret?messageid=100001&to=447700900001&from=Front%20%26%20Co&StatusID=200"
        b"&statusMessage=Delivered%20to%20Mobile HTTP/1.1",
        b"",
    )


def test_a_query_the_address_has_is_kept(receiver: Receiver) -> None:
    send_report(receiver.url + "?token=1", SMS_OFFICE, accepted(SMS_OFFICE), 100)
    assert receiver.requests[0].startswith(b"GET /report/secret?token=1&messageid=100001&")


def test_intellisoftware_posts_a_form(receiver: Receiver) -> None:
    assert send_report(receiver.url, INTELLISOFTWARE, accepted(INTELLISOFTWARE), 4)
    (request,) = receiver.requests
    assert line_and_body(request) == (
        b"POST /report/secret HTTP/1.1",
        b"msgid=100001&status=4&toaddr=447700900001",
    )
    assert b"\r\nContent-Type: application/x-www-form-urlencoded\r\n" in request


@pytest.mark.parametrize("gateway", REPORTING, ids=lambda gateway: gateway.name)
def test_an_answer_of_500_is_tried_again_until_it_is_taken(receiver: Receiver, gateway: Gateway) -> None:
    receiver.statuses = [500, 500]
    assert send_report(receiver.url, gateway, accepted(gateway), 4)
    assert len(receiver.requests) == 3
    assert len(set(receiver.requests)) == 1


@pytest.mark.parametrize("gateway", REPORTING, ids=lambda gateway: gateway.name)
def test_a_client_that_never_takes_it_is_given_up(receiver: Receiver, gateway: Gateway) -> None:
    receiver.statuses = [500] * 10
    assert not send_report(receiver.url, gateway, accepted(gateway), 4)
    assert len(receiver.requests) == 1 + len(RETRY_PAUSES_S)


def test_sms_office_takes_any_answer_but_an_error_and_intellisoftware_200_alone(receiver: Receiver) -> None:
    receiver.statuses = [204]
    assert send_report(receiver.url, SMS_OFFICE, accepted(SMS_OFFICE), 200)
    assert len(receiver.requests) == 1
    receiver.statuses = [204]
    assert send_report(receiver.url, INTELLISOFTWARE, accepted(INTELLISOFTWARE), 4)
    assert len(receiver.requests) == 3


def test_a_client_that_is_away_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert not send_report(f"http://127.0.0.1:{port}/", SMS_OFFICE, accepted(SMS_OFFICE), 200)


def test_a_gateway_that_sends_no_reports_can_not_be_told_to(receiver: Receiver, sandbox: Sandbox) -> None:
    for name in gateways().keys() - {gateway.name for gateway in REPORTING}:
        with pytest.raises(ValueError, match="no reports"):
            sandbox.report_to(name, receiver.url)


def test_reports_go_by_http_alone(receiver: Receiver, sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="http"):
        sandbox.report_to("smsoffice", receiver.url.replace("http:", "https:"))


def office(number: bytes) -> bytes:
    query = LOGIN + b"&from=Office&to=" + number + b"&message=Hi"
    return b"GET /sms/api/sendsms.asp?" + query + b" HTTP/1.1\r\nHost: sandbox\r\n\r\n"


def intelli(numbers: bytes) -> bytes:
    query = LOGIN + b"&to=" + numbers + b"&text=Hi"
    return b"GET /smsgateway/sendmsg.aspx?" + query + b" HTTP/1.1\r\nHost: sandbox\r\n\r\n"


def test_what_sms_office_accepts_is_reported_as_its_number_has_it(
    sandbox: Sandbox, ask: Ask, receiver: Receiver, until: Until
) -> None:
    sandbox.report_to("smsoffice", receiver.url)
    for number in (b"27830000001", b"27830000099", b"27830000097"):
        ask(office(number))
    until(lambda: len(receiver.requests) == 2)
    delivered, failed = sandbox.ledger.accepted
    assert f"messageid={delivered.message_id}&to=27830000001&".encode() in receiver.requests[0]
    assert b"StatusID=200&" in receiver.requests[0]
    assert f"messageid={failed.message_id}&to=27830000097&".encode() in receiver.requests[1]
    assert b"StatusID=300&" in receiver.requests[1]


def test_every_number_of_a_submission_to_intellisoftware_is_reported(
    sandbox: Sandbox, ask: Ask, receiver: Receiver, until: Until
) -> None:
    sandbox.report_to("intellisms", receiver.url)
    ask(intelli(b"447700900001,447700900099,447700900097,447700900096"))
    until(lambda: len(receiver.requests) == 3)
    message_id = sandbox.ledger.accepted[0].message_id
    assert [line_and_body(request)[1].decode() for request in receiver.requests] == [
        f"msgid={message_id}&status=4&toaddr=447700900001",
        f"msgid={message_id}&status=6&toaddr=447700900097",
        f"msgid={message_id}&status=8&toaddr=447700900096",
    ]


def test_each_gateway_reports_its_own_messages_from_when_it_was_told_until_it_is_told_otherwise(
    sandbox: Sandbox, ask: Ask, receiver: Receiver, until: Until
) -> None:
    ask(office(b"27830000001"))
    sandbox.report_to("smsoffice", receiver.url)
    ask(intelli(b"447700900001"))
    ask(office(b"27830000002"))
    until(lambda: receiver.requests)
    sandbox.report_to("smsoffice", "")
    ask(office(b"27830000003"))
    assert [b"to=27830000002" in request for request in receiver.requests] == [True]


def test_reports_that_are_due_later_end_with_the_sandbox(sandbox: Sandbox, ask: Ask, receiver: Receiver) -> None:
    sandbox.report_to("smsoffice", receiver.url, delay_s=3600)
    ask(office(b"27830000001"))
    sandbox.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "sandbox reports"]
    assert len(sandbox.ledger.accepted) == 1
    assert not receiver.requests
