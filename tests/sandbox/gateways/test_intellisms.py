"""IntelliSoftware, held against hand-written requests."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]

LOGIN = b"username=demo&password=demo-password"
KEYS = b"accesskey=demo&secretkey=demo-password"
TO = b"&to=447700900001"
ONE = LOGIN + TO + b"&text=TheMessage"
TWO = LOGIN + b"&to=447700900001,447700900002&text=TheMessage"


def post(body: bytes, path: bytes = b"/smsgateway/sendmsg.aspx") -> bytes:
    return (
        b"POST " + path + b" HTTP/1.1\r\nHost: www.intellisoftware.co.uk\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
    )


def get(query: bytes, path: bytes = b"/smsgateway/sendmsg.aspx") -> bytes:
    return b"GET " + path + b"?" + query + b" HTTP/1.1\r\nHost: www.intellisoftware.co.uk\r\n\r\n"


@pytest.mark.parametrize("ask_with", [post, get])
def test_a_message_to_one_number_is_answered_with_its_id(
    ask: Ask, sandbox: Sandbox, ask_with: Callable[[bytes], bytes]
) -> None:
    status, body = ask(ask_with(ONE + b"&from=447700900010"))
    (copy,) = sandbox.ledger.accepted
    assert (status, body) == (200, b"ID:" + copy.message_id.encode())
    assert re.fullmatch("[0-9]{20}", copy.message_id)
    assert (copy.gateway, copy.user, copy.sender) == ("intellisms", "demo", "447700900010")
    assert (copy.number, copy.text, copy.parts, copy.voice) == ("447700900001", "TheMessage", 1, False)


def test_several_numbers_have_a_line_each_and_one_id(ask: Ask, sandbox: Sandbox) -> None:
    status, body = ask(post(TWO))
    first, second = sandbox.ledger.accepted
    assert first.message_id == second.message_id
    message_id = first.message_id.encode()
    assert (status, body) == (200, b"447700900001,ID:%s\r\n447700900002,ID:%s" % (message_id, message_id))
    assert sandbox.ledger.credits("intellisms", "demo") == Decimal(298)


def test_each_submission_has_an_id_of_its_own(ask: Ask) -> None:
    assert len({ask(post(ONE))[1] for _ in range(5)}) == 5


def test_numbers_come_back_as_the_gateway_dials_them_and_each_once(ask: Ask, sandbox: Sandbox) -> None:
    to = b"&to=07700900001,%2B447700900002,00447700900003,%20447700900001,447700900002"
    lines = ask(post(LOGIN + to + b"&text=Hi"))[1].split(b"\r\n")
    assert [line.partition(b",")[0] for line in lines] == [b"447700900001", b"447700900002", b"447700900003"]
    assert [copy.number for copy in sandbox.ledger.accepted] == ["447700900001", "447700900002", "447700900003"]


def test_a_number_that_cannot_be_reached_is_refused_alone(ask: Ask, sandbox: Sandbox) -> None:
    body = ask(post(LOGIN + b"&to=447700900001,447700900099,4477,447700900002&text=Hi"))[1]
    message_id = sandbox.ledger.accepted[0].message_id
    assert body.decode().split("\r\n") == [
        f"447700900001,ID:{message_id}",
        "447700900099,ERR:INVALID_NUMBER",
        "4477,ERR:INVALID_NUMBER",
        f"447700900002,ID:{message_id}",
    ]
    assert [copy.number for copy in sandbox.ledger.accepted] == ["447700900001", "447700900002"]
    assert sandbox.ledger.credits("intellisms", "demo") == Decimal(298)


@pytest.mark.parametrize(
    ("wire", "arrives"),
    [
        (b"caf%E9%20%A3%205", "café £ 5"),
        (b"a+b%2Bc%0Ad", "a b+c\nd"),
        (b"caf%C3%A9", "caf??"),
        (b"%80%20%7B", "? {"),
    ],
)
def test_a_text_is_read_as_latin_1_and_loses_what_gsm_cannot_carry(
    ask: Ask, sandbox: Sandbox, wire: bytes, arrives: str
) -> None:
    assert ask(post(LOGIN + TO + b"&text=" + wire))[1].startswith(b"ID:")
    assert [copy.text for copy in sandbox.ledger.accepted] == [arrives]


@pytest.mark.parametrize(
    ("wire", "arrives"),
    [(b"0633002006340633064A", "س شسي"), (b"20ac", "€"), (b"D83DDE00", "😀")],
)
def test_a_hex_text_is_ucs2(ask: Ask, sandbox: Sandbox, wire: bytes, arrives: str) -> None:
    assert ask(post(LOGIN + TO + b"&type=2&hex=" + wire))[1].startswith(b"ID:")
    assert [copy.text for copy in sandbox.ledger.accepted] == [arrives]


@pytest.mark.parametrize(
    ("text", "arrives", "parts"),
    [
        (b"&text=" + b"x" * 160, 160, 1),
        (b"&text=" + b"x" * 161, 160, 1),
        (b"&text=" + b"x" * 159 + b"%7B%7D", 159, 1),
        (b"&text=" + b"x" * 161 + b"&maxconcat=1", 160, 1),
        (b"&text=" + b"x" * 400 + b"&maxconcat=2", 306, 2),
        (b"&text=" + b"x" * 400 + b"&maxconcat=3", 400, 3),
        (b"&text=" + b"x" * 400 + b"&maxconcat=9", 400, 3),
        (b"&type=2&hex=" + b"0633" * 70, 70, 1),
        (b"&type=2&hex=" + b"0633" * 71, 70, 1),
        (b"&type=2&hex=" + b"0633" * 71 + b"&maxconcat=2", 71, 2),
        (b"&type=2&hex=" + b"0078" * 160 + b"&maxconcat=2", 134, 2),
    ],
)
def test_a_text_is_cut_after_maxconcat_parts_and_the_parts_sent_are_charged(
    ask: Ask, sandbox: Sandbox, text: bytes, arrives: int, parts: int
) -> None:
    ask(post(LOGIN + TO + text))
    (copy,) = sandbox.ledger.accepted
    assert (len(copy.text), copy.parts) == (arrives, parts)
    assert sandbox.ledger.credits("intellisms", "demo") == 300 - parts


def test_a_voice_message_is_read_out_whole(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(LOGIN + TO + b"&type=6&text=" + b"x" * 200))[1].startswith(b"ID:")
    (copy,) = sandbox.ledger.accepted
    assert (len(copy.text), copy.parts, copy.voice) == (200, 1, True)


def test_a_hundred_numbers_are_taken_and_no_more(ask: Ask, sandbox: Sandbox) -> None:
    hundred = b",".join(b"4477009000%02d" % n for n in range(99)) + b",447700900100"
    over = b"%s,447700900101" % hundred
    assert ask(post(LOGIN + b"&to=" + over + b"&text=Hi")) == (200, b"ERR:INVALID_REQUEST")
    assert not sandbox.ledger.accepted
    ask(post(LOGIN + b"&to=" + hundred + b"&text=Hi"))
    assert len(sandbox.ledger.accepted) == 100


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (ONE.replace(b"demo-", b"wrong-"), b"ERR:LOGIN_INVALID"),
        (ONE.replace(b"=demo&", b"=nobody&"), b"ERR:LOGIN_INVALID"),
        (TWO.replace(b"demo-", b"wrong-"), b"ERR:LOGIN_INVALID"),
        (b"", b"ERR:NO_USERNAME"),
        (ONE.replace(b"username", b"other"), b"ERR:NO_USERNAME"),
        (ONE.replace(b"password=", b"other="), b"ERR:NO_PASSWORD"),
        (LOGIN + b"&text=Hi", b"ERR:NO_TO"),
        (LOGIN + TO, b"ERR:NO_TEXT"),
        (LOGIN + TO + b"&text=", b"ERR:NO_TEXT"),
        (LOGIN + TO + b"&type=2&text=Hi", b"ERR:NO_HEX"),
        (LOGIN + TO + b"&type=2&hex=063", b"ERR:INVALID_REQUEST"),
        (LOGIN + TO + b"&type=2&hex=06330", b"ERR:INVALID_REQUEST"),
        (LOGIN + TO + b"&type=2&hex=063300", b"ERR:INVALID_REQUEST"),
        (LOGIN + TO + b"&type=2&hex=06ZZ", b"ERR:INVALID_REQUEST"),
        (LOGIN + TO + b"&type=2&hex=D83D", b"ERR:INVALID_REQUEST"),
        (ONE + b"&type=9", b"ERR:INVALID_REQUEST"),
        (ONE + b"&maxconcat=0", b"ERR:INVALID_REQUEST"),
        (ONE + b"&maxconcat=two", b"ERR:INVALID_REQUEST"),
        (ONE + b"&from=1234567890123456", b"ERR:INVALID_REQUEST"),
        (ONE + b"&from=TwelveLetter", b"ERR:INVALID_REQUEST"),
        (ONE.replace(b"900001", b"900099"), b"ERR:INVALID_NUMBER"),
    ],
)
def test_a_refused_submission_is_one_line(ask: Ask, sandbox: Sandbox, body: bytes, line: bytes) -> None:
    assert ask(post(body)) == (200, line)
    assert not sandbox.ledger.accepted
    assert sandbox.ledger.credits("intellisms", "demo") == Decimal(300)


@pytest.mark.parametrize("sender", [b"447700900010", b"%2B447700900010", b"123456789012345", b"Office", b"Eleven.Char"])
def test_a_sender_is_a_number_or_a_short_name(ask: Ask, sender: bytes) -> None:
    assert ask(post(ONE + b"&from=" + sender))[1].startswith(b"ID:")


def test_credits_cover_all_that_can_be_reached_or_none_is_sent(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("intellisms", "demo", Decimal(1))
    assert ask(post(TWO)) == (200, b"ERR:INSUFFICIENT_CREDIT")
    assert not sandbox.ledger.accepted
    assert b"900001,ID:" in ask(post(TWO.replace(b"900002", b"900099")))[1]


@pytest.mark.parametrize("ask_with", [post, get])
def test_the_balance_is_a_count_of_credits(ask: Ask, sandbox: Sandbox, ask_with: Callable[..., bytes]) -> None:
    path = b"/smsgateway/getbalance.aspx"
    assert ask(ask_with(LOGIN, path)) == (200, b"BALANCE:300")
    sandbox.ledger.set_credits("intellisms", "demo", Decimal("99.5"))
    assert ask(ask_with(LOGIN, path)) == (200, b"BALANCE:99.5")
    assert ask(ask_with(LOGIN + b"x", path)) == (200, b"ERR:LOGIN_INVALID")
    assert ask(ask_with(b"username=demo", path)) == (200, b"ERR:NO_PASSWORD")


def test_an_access_key_works_at_its_own_paths_alone(ask: Ask, sandbox: Sandbox) -> None:
    sends, asks = b"/api/https/sendmsg.aspx", b"/api/https/getbalance.aspx"
    assert ask(post(KEYS, asks)) == (200, b"BALANCE:300")
    assert ask(post(KEYS + TO + b"&text=Hi", sends))[1].startswith(b"ID:")
    assert [copy.user for copy in sandbox.ledger.accepted] == ["demo"]
    assert sandbox.ledger.max_concurrent("intellisms", "demo") > 0
    assert ask(post(ONE, sends)) == (200, b"ERR:AUTH_PARAMETER_MISSING")
    assert ask(post(KEYS.replace(b"secretkey", b"other"), asks)) == (200, b"ERR:AUTH_PARAMETER_MISSING")
    assert ask(post(KEYS + b"x", asks)) == (200, b"ERR:LOGIN_INVALID")
    assert ask(post(KEYS + TO + b"&text=Hi")) == (200, b"ERR:NO_USERNAME")
