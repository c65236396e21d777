"""Every fault, as a client sees it at its socket."""

from __future__ import annotations

import select
import threading
from typing import TYPE_CHECKING

import pytest

from smsdesk.sandbox.faults import Fault

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]
    Connect = Callable[[], socket.socket]
    Until = Callable[[Callable[[], object]], None]

LOGIN = b"username=demo&password=demo-password"
BALANCE = b"GET /sms/api/balance.asp?" + LOGIN + b" HTTP/1.1\r\nHost: sandbox\r\n\r\n"
SEND = (
    b"GET /sms/api/sendsms.asp?" + LOGIN + b"&from=Office&to=27830000001&message=Hi HTTP/1.1\r\nHost: sandbox\r\n\r\n"
)


def handlers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if "process_request" in thread.name]


def read_to_end(connection: socket.socket) -> bytes:
    pieces = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)


def test_a_hanging_request_is_read_and_never_answered(sandbox: Sandbox, connect: Connect, until: Until) -> None:
    sandbox.faults.then(Fault.HANG)
    connection = connect()
    connection.sendall(SEND)
    until(lambda: sandbox.ledger.requests)
    assert not select.select([connection], [], [], 0.1)[0]
    sandbox.close()
    assert connection.recv(1) == b""
    assert not sandbox.ledger.accepted


def test_close_ends_hanging_and_trickling_requests_and_idle_connections(
    sandbox: Sandbox, connect: Connect, ask: Ask, until: Until
) -> None:
    sandbox.faults.then(*[Fault.HANG] * 3, *[Fault.TRICKLE] * 3)
    connections = [connect() for _ in range(6)]
    for connection in connections:
        connection.sendall(SEND)
    idle = connect()
    ask(BALANCE, idle)
    until(lambda: len(sandbox.ledger.requests) == 7)
    closing = threading.Thread(target=sandbox.close)
    closing.start()
    for connection in (*connections, idle):
        read_to_end(connection)
    closing.join()
    until(lambda: not handlers())


def test_a_hanging_request_ends_when_the_client_gives_up(sandbox: Sandbox, connect: Connect, until: Until) -> None:
    sandbox.faults.then(Fault.HANG)
    connection = connect()
    connection.sendall(SEND)
    until(lambda: sandbox.ledger.requests)
    connection.close()
    until(lambda: not handlers())


def test_reset_after_reading_accepts_nothing(sandbox: Sandbox, connect: Connect) -> None:
    sandbox.faults.then(Fault.RESET_AFTER_READING)
    connection = connect()
    connection.sendall(SEND)
    with pytest.raises(ConnectionResetError):
        connection.recv(1)
    assert len(sandbox.ledger.requests) == 1
    assert not sandbox.ledger.accepted


def test_reset_after_accepting_has_sent_and_charged(sandbox: Sandbox, connect: Connect) -> None:
    before = sandbox.ledger.credits("smsoffice", "demo")
    sandbox.faults.then(Fault.RESET_AFTER_ACCEPTING)
    connection = connect()
    connection.sendall(SEND)
    with pytest.raises(ConnectionResetError):
        connection.recv(1)
    assert [copy.text for copy in sandbox.ledger.accepted] == ["Hi"]
    assert sandbox.ledger.credits("smsoffice", "demo") == before - 1


@pytest.mark.parametrize(
    ("fault", "status", "piece"),
    [
        (Fault.ERROR_500, 500, b"Internal server error"),
        (Fault.ERROR_503, 503, b"Service Unavailable"),
        (Fault.HTML_PAGE, 200, b"<!DOCTYPE html"),
        (Fault.GARBAGE, 200, b"\xff"),
        (Fault.REDIRECT, 302, b"moved"),
        (Fault.NOT_FOUND, 404, b"not found"),
        (Fault.EMPTY, 200, b""),
    ],
)
def test_a_wrong_answer_accepts_nothing_and_keeps_the_connection(
    sandbox: Sandbox, connect: Connect, ask: Ask, fault: Fault, status: int, piece: bytes
) -> None:
    sandbox.faults.then(fault)
    connection = connect()
    answered, body = ask(SEND, connection)
    assert answered == status
    assert piece in body
    assert bool(body) == (fault is not Fault.EMPTY)
    assert not sandbox.ledger.accepted
    assert ask(SEND, connection)[1].startswith(b"Success:")


def test_a_redirect_leads_to_a_path_of_the_sandbox_that_nobody_owns(
    sandbox: Sandbox, connect: Connect, ask: Ask
) -> None:
    sandbox.faults.then(Fault.REDIRECT)
    connection = connect()
    connection.sendall(SEND.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    assert b"\r\nLocation: /moved\r\n" in read_to_end(connection)
    assert ask(b"GET /moved HTTP/1.1\r\nHost: sandbox\r\n\r\n")[0] == 404
    assert [seen.gateway for seen in sandbox.ledger.requests] == ["smsoffice", ""]


def test_a_trickling_answer_never_ends_its_headers(sandbox: Sandbox, connect: Connect) -> None:
    sandbox.faults.then(Fault.TRICKLE)
    connection = connect()
    connection.sendall(SEND)
    start = b"HTTP/1.1 200 OK\r\nX-Patience: "
    received = b""
    while len(received) < len(start) + 3:
        received += connection.recv(1)
    assert received == start + b"..."
    assert not sandbox.ledger.accepted


def test_a_trickling_body_never_ends(sandbox: Sandbox, connect: Connect) -> None:
    sandbox.faults.then(Fault.TRICKLE_BODY)
    connection = connect()
    connection.sendall(SEND)
    received = b""
    while not received.endswith(b"\r\n\r\n..."):
        received += connection.recv(1)
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\nContent-Length" not in received
    assert not sandbox.ledger.accepted


def test_a_truncated_answer_has_sent_and_charged_and_ends_too_early(sandbox: Sandbox, connect: Connect) -> None:
    sandbox.faults.then(Fault.TRUNCATED)
    connection = connect()
    connection.sendall(SEND)
    head, _, body = read_to_end(connection).partition(b"\r\n\r\n")
    (copy,) = sandbox.ledger.accepted
    assert body == b"Success:message tracking number:" + copy.message_id.encode()
    assert b"\r\nContent-Length: %d\r\n" % (len(body) + 100) in head


def test_a_huge_answer_is_larger_than_a_mebibyte(sandbox: Sandbox, connect: Connect) -> None:
    sandbox.faults.then(Fault.HUGE)
    connection = connect()
    connection.sendall(SEND)
    answer = read_to_end(connection)
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert len(answer) > 1024 * 1024
    assert not sandbox.ledger.accepted


def test_scripted_faults_are_met_in_order_and_then_all_is_well(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.then(Fault.ERROR_500, Fault.NOT_FOUND)
    assert [ask(SEND)[0] for _ in range(3)] == [500, 404, 200]


def test_faults_meet_sending_unless_told_otherwise(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.then(Fault.ERROR_500)
    assert ask(BALANCE)[0] == 200
    assert ask(SEND)[0] == 500
    sandbox.faults.then(Fault.ERROR_500, only="balance")
    assert ask(SEND)[0] == 200
    assert ask(BALANCE)[0] == 500


def test_a_status_request_has_a_script_of_its_own(sandbox: Sandbox, ask: Ask) -> None:
    raw = b"GET /smsstatus/?SMSId=1&" + LOGIN + b" HTTP/1.1\r\nHost: sandbox\r\n\r\n"
    sandbox.faults.then(Fault.ERROR_503, only="status")
    assert ask(SEND)[0] == 200
    assert [ask(raw)[0] for _ in range(2)] == [503, 200]


def test_a_lasting_fault_comes_after_the_scripted_ones_and_goes_when_cleared(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.always(Fault.ERROR_500)
    sandbox.faults.then(Fault.NOT_FOUND)
    assert [ask(SEND)[0] for _ in range(3)] == [404, 500, 500]
    sandbox.faults.then(Fault.NOT_FOUND)
    sandbox.faults.clear()
    assert ask(SEND)[0] == 200
