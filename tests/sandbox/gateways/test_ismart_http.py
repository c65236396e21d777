"""iSmart HTTP, held against hand-written requests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]

TWO = (
    b"UserId=demo&Password=demo-password&MobileNo=96890000001,447700900002&Message=TestMessage"
    b"&PushDateTime=03/04/2018 07:30:00&Lang=0&Header=AnyHeader&referenceIds=101,102"
).replace(b" ", b"%20")
NOW = TWO.replace(b"&PushDateTime=03/04/2018%2007:30:00", b"")
ARABIC = NOW.replace(b"TestMessage", b"%D8%B3%20%D8%B4%D8%B3%D9%8A").replace(b"Lang=0", b"Lang=64")
FIFTY = b",".join(b"9689000%04d" % n for n in range(50))
TEXT = b"TestMessage"
NUMBERS = b"96890000001,447700900002"


def post(body: bytes) -> bytes:
    return (
        b"POST /iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx HTTP/1.1\r\nHost: www.ismartsms.net\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
    )


def test_one_request_goes_to_every_number_under_its_reference(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(TWO)) == (200, b"1")
    copies = sandbox.ledger.accepted
    assert [(copy.number, copy.message_id) for copy in copies] == [("96890000001", "101"), ("447700900002", "102")]
    for copy in copies:
        assert (copy.gateway, copy.user, copy.sender) == ("ismart-http", "demo", "AnyHeader")
        assert (copy.text, copy.parts, copy.scheduled) == ("TestMessage", 1, "03/04/2018 07:30:00")


def test_the_answer_is_a_page_with_nothing_but_the_code(connect: Callable[[], socket.socket]) -> None:
    connection = connect()
    connection.sendall(post(NOW).replace(b"\r\nHost", b"\r\nConnection: close\r\nHost"))
    answer = b""
    while piece := connection.recv(4096):
        answer += piece
    assert b"\r\nContent-Type: text/html\r\n" in answer
    assert answer.endswith(b"\r\n\r\n1")


def test_without_a_time_it_goes_now(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(NOW)) == (200, b"1")
    assert [copy.scheduled for copy in sandbox.ledger.accepted] == ["", ""]


def test_without_references_the_copies_still_have_ids_of_their_own(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(NOW.replace(b"&referenceIds=101,102", b""))) == (200, b"1")
    assert len({copy.message_id for copy in sandbox.ledger.accepted}) == 2


def test_arabic_is_read_as_percent_encoded_utf8(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(ARABIC)) == (200, b"1")
    assert {copy.text for copy in sandbox.ledger.accepted} == {"س شسي"}


def test_a_part_costs_a_credit_for_every_number(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(NOW.replace(TEXT, b"x" * 161))) == (200, b"1")
    assert sandbox.ledger.credits("ismart-http", "demo") == Decimal(496)


@pytest.mark.parametrize(
    "body",
    [
        NOW.replace(NUMBERS, b"96890000001%2C447700900002"),
        NOW.replace(NUMBERS, b"96890000,968900000012345"),
        NOW.replace(b"101,102", b"100,999999"),
        NOW.replace(b"AnyHeader", b"ElevenChars"),
        NOW.replace(TEXT, b"x" * 765),
        NOW.replace(TEXT, b"x" * 335).replace(b"Lang=0", b"Lang=64"),
        ARABIC.replace(b"%D8%B3%20", b"%D8%B3" * 330),
        NOW.replace(NUMBERS, FIFTY).replace(b"&referenceIds=101,102", b""),
    ],
)
def test_what_the_document_allows_is_pushed(ask: Ask, body: bytes) -> None:
    assert ask(post(body)) == (200, b"1")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (NOW.replace(b"demo-", b"wrong-"), 3),
        (NOW.replace(b"=demo&", b"=nobody&"), 3),
        (NOW.replace(TEXT, b""), 5),
        (NOW.replace(TEXT, b"%20%0A"), 5),
        (NOW.replace(TEXT, b"x" * 766), 6),
        (NOW.replace(TEXT, b"x" * 336).replace(b"Lang=0", b"Lang=64"), 6),
        (NOW.replace(NUMBERS, b""), 8),
        (NOW.replace(NUMBERS, b"96890000001,"), 8),
        (NOW.replace(b"447700900002", b"4477009"), 9),
        (NOW.replace(b"447700900002", b"4477009000020000"), 9),
        (NOW.replace(b"447700900002", b"%2B447700900002"), 9),
        (NOW.replace(b"447700900002", b"00447700900002"), 9),
        (NOW.replace(b"447700900002", b"%20447700900002"), 9),
        (NOW.replace(b"447700900002", b"96890000099"), 9),
        (ARABIC.replace(b"Lang=64", b"Lang=0"), 10),
        (NOW.replace(b"Lang=0", b"Lang=8"), 10),
        (NOW.replace(b"Lang=0", b"Lang="), 10),
        (NOW.replace(NUMBERS, FIFTY + b",96890000051").replace(b"&referenceIds=101,102", b""), 15),
        (NOW.replace(b"101,102", b"101"), 15),
        (NOW.replace(b"101,102", b"101,102,103"), 15),
        (NOW.replace(b"101,102", b"10,102"), 15),
        (NOW.replace(b"101,102", b"1010000,102"), 15),
        (NOW.replace(b"101,102", b"A01,102"), 15),
        (NOW.replace(b"101,102", b""), 15),
        (TWO.replace(b"03/04", b"22/01"), 16),
        (TWO.replace(b"03/04/2018", b"3/4/2018"), 16),
        (TWO.replace(b"07:30", b"24:30"), 16),
        (TWO.replace(b"03/04/2018%2007:30:00", b""), 16),
        (NOW.replace(b"AnyHeader", b"NOTREG"), 19),
        (NOW.replace(b"AnyHeader", b"TwelveLetter"), 19),
        (NOW.replace(b"AnyHeader", b""), 19),
    ],
)
def test_one_thing_wrong_refuses_all_numbers(ask: Ask, sandbox: Sandbox, body: bytes, code: int) -> None:
    assert ask(post(body)) == (200, str(code).encode())
    assert not sandbox.ledger.accepted
    assert sandbox.ledger.credits("ismart-http", "demo") == Decimal(500)


@pytest.mark.parametrize("field", [b"UserId", b"Password", b"MobileNo", b"Message", b"Lang", b"Header"])
def test_a_missing_field_is_an_invalid_request(ask: Ask, field: bytes) -> None:
    assert ask(post(NOW.replace(field + b"=", b"Other="))) == (200, b"15")


@pytest.mark.parametrize(
    "raw",
    [
        post(b""),
        post(b'{"UserId": "demo"}'),
        post(NOW.replace(TEXT, b"\xd8\xb3")),
        post(NOW.replace(TEXT, b"%D3%ED")),
        post(NOW).replace(b"application/x-www-form-urlencoded", b"text/plain"),
        post(b"").replace(b".aspx", b".aspx?" + NOW),
    ],
)
def test_what_is_not_a_form_in_utf8_is_an_invalid_request(ask: Ask, sandbox: Sandbox, raw: bytes) -> None:
    assert ask(raw) == (200, b"15")
    assert not sandbox.ledger.accepted


def test_credits_cover_all_numbers_or_none_is_sent(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("ismart-http", "demo", Decimal(1))
    assert ask(post(NOW)) == (200, b"4")
    assert not sandbox.ledger.accepted
    assert ask(post(NOW.replace(b",447700900002", b"").replace(b",102", b""))) == (200, b"1")


def test_three_wrong_passwords_in_a_row_block_the_login_until_it_is_added_anew(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_password("ismart-http", "demo", "changed-password")
    assert [ask(post(NOW))[1] for _ in range(4)] == [b"3", b"3", b"3", b"12"]
    changed = post(NOW.replace(b"demo-", b"changed-"))
    assert ask(changed) == (200, b"12")
    sandbox.ledger.add_login("ismart-http", "demo", "changed-password", Decimal(2))
    assert ask(changed) == (200, b"1")


def test_it_is_asked_with_post_alone(ask: Ask, sandbox: Sandbox) -> None:
    target = b"/iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx?" + NOW
    assert ask(b"GET " + target + b" HTTP/1.1\r\nHost: www.ismartsms.net\r\n\r\n") == (200, b"18")
    assert not sandbox.ledger.accepted
