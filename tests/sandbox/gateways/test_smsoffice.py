"""SMS Office, held against hand-written requests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]

LOGIN = b"username=demo&password=demo-password"
FROM_TO = b"&from=Office&to=27830000001"


def get(path: bytes, query: bytes) -> bytes:
    return b"GET /sms/api/" + path + b"?" + query + b" HTTP/1.1\r\nHost: www.smsoffice.co.za\r\n\r\n"


def send(query: bytes) -> bytes:
    return get(b"sendsms.asp", LOGIN + query)


def test_the_balance_has_two_decimals(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(get(b"balance.asp", LOGIN)) == (200, b"Success:1234.56")
    sandbox.ledger.set_credits("smsoffice", "demo", Decimal(7))
    assert ask(get(b"balance.asp", LOGIN)) == (200, b"Success:7.00")


@pytest.mark.parametrize("path", [b"balance.asp", b"sendsms.asp"])
@pytest.mark.parametrize(
    "login",
    [b"username=demo&password=wrong", b"username=nobody&password=demo-password", b"username=demo", b""],
)
def test_a_wrong_login_fails(ask: Ask, sandbox: Sandbox, path: bytes, login: bytes) -> None:
    assert ask(get(path, login + FROM_TO + b"&message=Hi")) == (200, b"Error: Login Failed")
    assert not sandbox.ledger.accepted


def test_an_accepted_message_is_answered_with_its_tracking_number(ask: Ask, sandbox: Sandbox) -> None:
    status, body = ask(send(FROM_TO + b"&message=Hello%20world"))
    (copy,) = sandbox.ledger.accepted
    assert (status, body) == (200, b"Success:message tracking number:" + copy.message_id.encode())
    assert (copy.gateway, copy.user, copy.sender) == ("smsoffice", "demo", "Office")
    assert (copy.number, copy.text, copy.parts) == ("27830000001", "Hello world", 1)


def test_each_message_has_its_own_tracking_number(ask: Ask) -> None:
    assert len({ask(send(FROM_TO + b"&message=Hi"))[1] for _ in range(5)}) == 5


@pytest.mark.parametrize(
    ("wire", "text"),
    [
        (b"%D8%B3%20%D8%B4%D8%B3%D9%8A", "س شسي"),
        (b"%26%20%25%20%2B%20%23%20%7B%7D%20~%20%E2%82%AC%20%3D%20%3F", "& % + # {} ~ € = ?"),
        (b"a+b", "a b"),
        (b"%F0%9F%98%80", "😀"),
        (b"one%0Atwo", "one\ntwo"),
    ],
)
def test_the_query_is_read_as_percent_encoded_utf8(ask: Ask, sandbox: Sandbox, wire: bytes, text: str) -> None:
    assert ask(send(FROM_TO + b"&message=" + wire))[1].startswith(b"Success:")
    assert [copy.text for copy in sandbox.ledger.accepted] == [text]


def test_a_part_costs_a_credit(ask: Ask, sandbox: Sandbox) -> None:
    ask(send(FROM_TO + b"&message=" + b"x" * 612))
    assert sandbox.ledger.credits("smsoffice", "demo") == Decimal("1230.56")
    assert [copy.parts for copy in sandbox.ledger.accepted] == [4]


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        (b"&to=27830000001&message=Hi", b"Error:Invalid [from] parameter"),
        (b"&from=&to=27830000001&message=Hi", b"Error:Invalid [from] parameter"),
        (b"&from=TwelveLetter&to=27830000001&message=Hi", b"Error:Invalid [from] parameter"),
        (b"&from=Office&message=Hi", b"Error:Invalid [to] parameter"),
        (b"&from=Office&to=2783000&message=Hi", b"Error:Invalid [to] parameter"),
        (b"&from=Office&to=2783000000100000&message=Hi", b"Error:Invalid [to] parameter"),
        (b"&from=Office&to=%2B27830000001&message=Hi", b"Error:Invalid [to] parameter"),
        (b"&from=Office&to=27830000001,27830000002&message=Hi", b"Error:Invalid [to] parameter"),
        (b"&from=Office&to=27830000099&message=Hi", b"Error:Invalid [to] parameter"),
        (
            b"&from=Office&to=0830000001&message=Hi",
            b"Error:Number must start with international prefix, 0 not allowed.",
        ),
        (FROM_TO, b"Error:Invalid [message] parameter"),
        (FROM_TO + b"&message=", b"Error:Invalid [message] parameter"),
        (FROM_TO + b"&message=%FF%FE", b"Error:Invalid [message] parameter"),
        (FROM_TO + b"&message=" + b"x" * 613, b"Error:Max of 4 parts per message exceeded"),
        (FROM_TO + b"&message=" + b"%D8%B3" * 269, b"Error:Max of 4 parts per message exceeded"),
    ],
)
def test_a_refusal_names_the_parameter_and_explains_behind_it(
    ask: Ask, sandbox: Sandbox, query: bytes, phrase: bytes
) -> None:
    status, body = ask(send(query))
    assert status == 200
    assert body.startswith(phrase)
    assert body != phrase
    assert not sandbox.ledger.accepted
    assert sandbox.ledger.credits("smsoffice", "demo") == Decimal("1234.56")


def test_a_message_the_credits_do_not_cover_is_refused_whole(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("smsoffice", "demo", Decimal("1.99"))
    assert ask(send(FROM_TO + b"&message=" + b"x" * 161)) == (200, b"Error: Not enough credits")
    assert sandbox.ledger.credits("smsoffice", "demo") == Decimal("1.99")
    assert ask(send(FROM_TO + b"&message=" + b"x" * 160))[1].startswith(b"Success:")
    assert sandbox.ledger.credits("smsoffice", "demo") == Decimal("0.99")


def test_it_is_asked_with_get_alone(ask: Ask, sandbox: Sandbox) -> None:
    raw = send(FROM_TO + b"&message=Hi").replace(b"GET", b"POST", 1)
    assert ask(raw)[0] == 405
    assert not sandbox.ledger.accepted
