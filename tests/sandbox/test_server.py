"""The sandbox as an HTTP server, and what its ledger keeps."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

import smsdesk
from smsdesk.sandbox.ledger import KEPT_REQUESTS, Ledger, NotEnoughCredits, Seen
from smsdesk.sandbox.registry import gateways
from smsdesk.sandbox.server import MAX_BODY_BYTES, Sandbox
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Ask = Callable[..., tuple[int, bytes]]
    Connect = Callable[[], socket.socket]

LOGIN = b"username=demo&password=demo-password"
BALANCE = b"GET /sms/api/balance.asp?" + LOGIN + b" HTTP/1.1\r\nHost: sandbox\r\n\r\n"
SEND = (
    b"GET /sms/api/sendsms.asp?" + LOGIN + b"&from=Office&to=27830000001&message=Hi HTTP/1.1\r\nHost: sandbox\r\n\r\n"
)


def test_one_connection_serves_many_requests(sandbox: Sandbox, connect: Connect, ask: Ask) -> None:
    connection = connect()
    for _ in range(20):
        assert ask(SEND, connection)[1].startswith(b"Success:")
    assert ask(BALANCE, connection) == (200, b"Success:1214.56")
    assert sandbox.ledger.max_concurrent("smsoffice", "demo") == 1


def test_a_client_that_asks_for_it_is_disconnected_after_the_answer(connect: Connect) -> None:
    connection = connect()
    connection.sendall(BALANCE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    answer = b""
    while piece := connection.recv(4096):
        answer += piece
    assert b"\r\nConnection: close\r\n" in answer
    assert answer.endswith(b"\r\n\r\nSuccess:1234.56")


def test_two_connections_of_one_login_are_noticed_though_they_take_turns(
    sandbox: Sandbox, connect: Connect, ask: Ask
) -> None:
    ask(BALANCE, connect())
    ask(BALANCE, connect())
    assert sandbox.ledger.max_concurrent("smsoffice", "demo") == 2


def test_a_login_that_hangs_up_before_it_calls_again_has_one_connection(
    sandbox: Sandbox, connect: Connect, ask: Ask
) -> None:
    for _ in range(20):
        with connect() as connection:
            ask(BALANCE, connection)
    assert sandbox.ledger.max_concurrent("smsoffice", "demo") == 1


def test_a_connection_its_client_gave_up_no_longer_counts_while_its_answer_is_still_due(
    until: Callable[..., None],
) -> None:
    with Sandbox(pace_s=3600) as slow:
        host, port = slow.address.removeprefix("http://").split(":")
        for calls in (1, 2):
            with socket.create_connection((host, int(port))) as connection:
                connection.sendall(BALANCE)
                until(lambda calls=calls: len(slow.ledger.requests) == calls)
    assert slow.ledger.max_concurrent("smsoffice", "demo") == 1


def test_connections_of_other_logins_do_not_count(sandbox: Sandbox, connect: Connect, ask: Ask) -> None:
    sandbox.ledger.add_login("smsoffice", "second", "demo-password", Decimal(1))
    ask(BALANCE, connect())
    assert ask(BALANCE.replace(b"=demo&", b"=second&"), connect()) == (200, b"Success:1.00")
    assert sandbox.ledger.max_concurrent("smsoffice", "demo") == 1
    assert sandbox.ledger.max_concurrent("smsoffice", "nobody") == 0


def test_requests_are_kept_as_they_came(sandbox: Sandbox, ask: Ask) -> None:
    ask(b"GET //odd?a=%41+b&c HTTP/1.1\r\nHost: sandbox\r\nX-Mark: one\r\n\r\n")
    ask(
        b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 4\r\n\r\n\x00\xff\r\n",
    )
    odd, post = sandbox.ledger.requests
    assert (odd.gateway, odd.method, odd.target, odd.body) == ("", "GET", "//odd?a=%41+b&c", b"")
    assert odd.headers == {"host": "sandbox", "x-mark": "one"}
    assert (post.gateway, post.method, post.body) == ("ismart-rest", "POST", b"\x00\xff\r\n")


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET /sms/api/other.asp HTTP/1.1\r\n\r\n", 404),
        (b"GET /sms/api/balance.asp?\xd8\xb3 HTTP/1.1\r\n\r\n", 400),
        (b"GET /sms/api/sendsms.asp?message=Hello world HTTP/1.1\r\n\r\n", 400),
        (b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
        (
            b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1),
            413,
        ),
        (b"DELETE /sms/api/balance.asp HTTP/1.1\r\n\r\n", 501),
    ],
)
def test_what_no_gateway_would_read_is_an_http_error(ask: Ask, raw: bytes, status: int) -> None:
    assert ask(raw)[0] == status


def test_a_request_that_breaks_off_is_not_taken(sandbox: Sandbox, connect: Connect) -> None:
    connection = connect()
    connection.sendall(b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nContent-Length: 400\r\n\r\n{")
    connection.shutdown(socket.SHUT_WR)
    assert connection.recv(1) == b""
    assert not sandbox.ledger.requests


def test_a_gateway_that_was_away_comes_back_at_its_address_with_its_books(
    sandbox: Sandbox, connect: Connect, ask: Ask
) -> None:
    address = sandbox.address
    ask(SEND)
    sandbox.close()
    with pytest.raises(ConnectionRefusedError):
        connect()
    sandbox.start()
    assert sandbox.address == address
    assert ask(BALANCE) == (200, b"Success:1233.56")


def test_a_paced_answer_does_not_hold_up_close(until: Callable[..., None]) -> None:
    with Sandbox(pace_s=3600) as slow:
        host, port = slow.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(SEND)
            until(lambda: slow.ledger.requests)
            slow.close()
            assert connection.recv(1) == b""
        assert not slow.ledger.accepted


def test_there_is_no_address_before_the_start_and_no_second_start() -> None:
    sandbox = Sandbox()
    with pytest.raises(RuntimeError):
        _ = sandbox.address
    with sandbox, pytest.raises(RuntimeError):
        sandbox.start()
    sandbox.close()


def test_credits_are_never_spent_twice_by_requests_at_once() -> None:
    ledger = Ledger()
    ledger.add_login("smsoffice", "demo", "demo-password", Decimal(100))

    def spend() -> None:
        for _ in range(50):
            try:
                ledger.accept("smsoffice", "demo", ["27830000001"], "Hi", parts=1)
            except NotEnoughCredits:
                return

    threads = [threading.Thread(target=spend) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.credits("smsoffice", "demo") == 0
    assert len({copy.message_id for copy in ledger.accepted}) == 100


def test_the_ledger_forgets_the_oldest_requests_but_no_accepted_message() -> None:
    ledger = Ledger()
    ledger.add_login("smsoffice", "demo", "demo-password", Decimal(KEPT_REQUESTS + 1))
    for n in range(KEPT_REQUESTS + 1):
        (copy,) = ledger.accept("smsoffice", "demo", ["27830000001"], "Hi", parts=1)
        ledger.saw(Seen("smsoffice", "GET", f"/{n}", {}, b"", copy.at))
    assert len(ledger.accepted) == KEPT_REQUESTS + 1
    assert [ledger.requests[0].target, len(ledger.requests)] == ["/1", KEPT_REQUESTS]


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", "smsdesk.sandbox", "--credits", "2.5"],
        cwd=Path(smsdesk.__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        yield running
        running.kill()


def first_line(stream: IO[bytes] | None) -> dict[str, object]:
    assert stream is not None
    said = json.loads(stream.readline())
    assert isinstance(said, dict)
    return said


def test_in_a_process_of_its_own_it_tells_where_it_is_and_leaves_when_its_input_ends(
    process: subprocess.Popen[bytes],
) -> None:
    said = first_line(process.stdout)
    assert said["logins"] == [
        {"gateway": gateway, "user": "demo", "password": "demo-password", "credits": "2.5"} for gateway in gateways()
    ]
    host, port = str(said["address"]).removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE_S) as connection:
        connection.sendall(BALANCE)
        assert connection.recv(4096).endswith(b"Success:2.50")
        assert process.communicate() == (b"", b"")
    assert process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere SIGTERM ends a process without asking it")
def test_in_a_process_of_its_own_it_leaves_when_told_to_stop(process: subprocess.Popen[bytes]) -> None:
    first_line(process.stdout)
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_a_sandbox_that_pauses_refuses_connections_and_keeps_its_port_for_the_next_start() -> None:
    with Sandbox() as sandbox:
        address = sandbox.address
        sandbox.pause()
        host, port = address.removeprefix("http://").split(":")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host, int(port)), 20)
        with socket.socket() as stranger, pytest.raises(OSError, match="in use"):
            stranger.bind((host, int(port)))
        sandbox.start()
        assert sandbox.address == address
        socket.create_connection((host, int(port)), 20).close()
