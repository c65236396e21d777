"""Inviosmart, held against hand-written requests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]

LOGIN = b"username=demo&password=demo-password"
MESSAGE = b"&destination=393330000001&sender=MyName&message=Hello%20there."
NO_USER = b"Error: 1001 - No username given."
NO_PASSWORD = b"Error: 1002 - No password given."
WRONG_LOGIN = b"Error: 1012 - User authendication failure. Username and/or password mismatch."


def get(path: bytes, query: bytes) -> bytes:
    return b"GET /" + path + b"/?" + query + b" HTTP/1.1\r\nHost: httpapi.inviosmart.it\r\n\r\n"


def send(query: bytes) -> bytes:
    return get(b"sendsms", LOGIN + query)


def status(message_id: bytes) -> bytes:
    return get(b"smsstatus", b"SMSId=" + message_id + b"&" + LOGIN)


def sent(ask: Ask, query: bytes = MESSAGE) -> bytes:
    answered, body = ask(send(query))
    assert answered == 200
    assert body.startswith(b"OK ID:")
    return body.removeprefix(b"OK ID:")


def test_an_accepted_message_is_answered_with_its_id(ask: Ask, sandbox: Sandbox) -> None:
    message_id = sent(ask)
    (copy,) = sandbox.ledger.accepted
    assert copy.message_id.encode() == message_id
    assert message_id.isdigit()
    assert (copy.gateway, copy.user, copy.sender) == ("inviosmart", "demo", "MyName")
    assert (copy.number, copy.text, copy.parts) == ("393330000001", "Hello there.", 1)


def test_a_part_costs_five_cents(ask: Ask, sandbox: Sandbox) -> None:
    sent(ask, MESSAGE.replace(b"Hello", b"x" * 600))
    assert sandbox.ledger.credits("inviosmart", "demo") == Decimal("49.80")


@pytest.mark.parametrize(
    ("wire", "text"),
    [
        (b"%D8%B3%20%D8%B4%D8%B3%D9%8A", "س شسي"),
        (b"a+b%2Bc%26d", "a b+c&d"),
        (b"%F0%9F%98%80%E2%82%AC", "😀€"),
    ],
)
def test_the_query_is_read_as_percent_encoded_utf8(ask: Ask, sandbox: Sandbox, wire: bytes, text: str) -> None:
    sent(ask, MESSAGE.replace(b"Hello%20there.", wire))
    assert [copy.text for copy in sandbox.ledger.accepted] == [text]


@pytest.mark.parametrize("path", [b"sendsms", b"smsstatus", b"account-balance"])
@pytest.mark.parametrize(
    ("login", "line"),
    [
        (b"", NO_USER),
        (b"username=&password=demo-password", NO_USER),
        (b"username=demo", NO_PASSWORD),
        (b"username=demo&password=wrong", WRONG_LOGIN),
        (b"username=nobody&password=demo-password", WRONG_LOGIN),
    ],
)
def test_without_a_right_login_every_call_is_refused(
    ask: Ask, sandbox: Sandbox, path: bytes, login: bytes, line: bytes
) -> None:
    assert ask(get(path, login + MESSAGE + b"&SMSId=1")) == (200, line)
    assert not sandbox.ledger.accepted


@pytest.mark.parametrize(
    ("query", "line"),
    [
        (MESSAGE.replace(b"destination", b"other"), b"Error: 1003 - No destination number given."),
        (MESSAGE.replace(b"393330000001", b""), b"Error: 1003 - No destination number given."),
        (MESSAGE.replace(b"3933", b"%2B3933"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"3933", b"003933"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"393330000001", b"3933300"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"393330000001", b"3933300000011111"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"393330000001", b"393330000001,393330000002"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"393330000001", b"393330000099"), b"Error: 1005 - Invalid destination number."),
        (MESSAGE.replace(b"MyName", b"TwelveLetter"), b"Error: 1006 - Alphanumeric sender address is longer"),
        (MESSAGE.replace(b"MyName", b""), b"Error: 1008 - No sender name or number given."),
        (MESSAGE.replace(b"Hello%20there.", b""), b"Error: 1011 - There is no SMS text given."),
        (MESSAGE.replace(b"Hello%20there.", b"%FF%FE"), b"Error: 1011 - There is no SMS text given."),
        (MESSAGE.replace(b"MyName", b"12345"), b"Error: 1016 - Not enough alphanumeric characters"),
        (MESSAGE.replace(b"MyName", b"%D8%B3"), b"Error: 1021 - Invalid characters on sender address."),
        (MESSAGE.replace(b"Hello%20there.", b"x" * 613), b"Error: 1029 - The allowed length of sms"),
        (MESSAGE.replace(b"Hello%20there.", b"%D8%B3" * 269), b"Error: 1029 - The allowed length of sms"),
    ],
)
def test_a_refusal_has_its_code_and_words(ask: Ask, sandbox: Sandbox, query: bytes, line: bytes) -> None:
    answered, body = ask(send(query))
    assert answered == 200
    assert body.startswith(line)
    assert not sandbox.ledger.accepted
    assert sandbox.ledger.credits("inviosmart", "demo") == Decimal(50)


def test_a_message_the_balance_does_not_cover_is_refused_whole(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("inviosmart", "demo", Decimal("0.09"))
    long = MESSAGE.replace(b"Hello", b"x" * 161)
    assert ask(send(long)) == (200, b"Error: 1013 - Not available credits for user.")
    sent(ask)
    assert sandbox.ledger.credits("inviosmart", "demo") == Decimal("0.04")


def test_a_message_is_queued_when_first_asked_after_and_then_delivered(ask: Ask, sandbox: Sandbox) -> None:
    message_id = sent(ask)
    (copy,) = sandbox.ledger.accepted
    at = copy.at.strftime("%Y%m%d%H%M%S").encode()
    lines = [ask(status(message_id)) for _ in range(3)]
    queued = message_id + b":" + at + b":393330000001:" + at + b":1:1:0.050"
    delivered = queued.replace(b":1:1:", b":2048:1:")
    assert lines == [(200, queued), (200, delivered), (200, delivered)]


def test_each_message_settles_after_as_many_polls_as_was_said(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.settle_after(polls=2)
    first, second = sent(ask), sent(ask)
    codes = [ask(status(message_id))[1].split(b":")[4] for message_id in (first, first, second, first, second)]
    assert codes == [b"1", b"1", b"1", b"2048", b"1"]


def test_a_message_that_needs_time_stays_queued_however_often_it_is_asked_after(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.settle_after(seconds=3600, polls=0)
    message_id = sent(ask)
    assert {ask(status(message_id))[1].split(b":")[4] for _ in range(5)} == {b"1"}
    sandbox.ledger.settle_after(polls=0)
    assert ask(status(message_id))[1].split(b":")[4] == b"2048"


@pytest.mark.parametrize(("ending", "code"), [(b"97", b"64"), (b"96", b"128"), (b"98", b"2048")])
def test_the_number_decides_how_a_message_ends(ask: Ask, sandbox: Sandbox, ending: bytes, code: bytes) -> None:
    sandbox.ledger.settle_after(polls=0)
    message_id = sent(ask, MESSAGE.replace(b"393330000001", b"3933300000" + ending))
    assert ask(status(message_id))[1].split(b":")[4] == code


def test_the_status_tells_parts_and_charge(ask: Ask) -> None:
    message_id = sent(ask, MESSAGE.replace(b"Hello", b"x" * 320))
    assert ask(status(message_id))[1].endswith(b":1:3:0.150")


def test_a_status_needs_the_id_of_a_message_of_ones_own(ask: Ask, sandbox: Sandbox) -> None:
    not_an_id = (200, b"Error: 1028 - No valid parameters given.")
    assert ask(get(b"smsstatus", LOGIN)) == (200, b"Error: 1027 - No SMS ID given.")
    assert ask(status(b"1111")) == not_an_id
    assert ask(status(b"text")) == not_an_id
    message_id = sent(ask)
    sandbox.ledger.add_login("inviosmart", "second", "demo-password", Decimal(1))
    assert ask(status(message_id).replace(b"=demo&", b"=second&")) == not_an_id


def test_the_balance_is_euro_and_the_count_needs_a_country(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("inviosmart", "demo", Decimal("112.24"))
    plain = get(b"account-balance", LOGIN)
    counted = get(b"account-balance", LOGIN + b"&countryprefix=39")
    assert ask(plain) == (200, b"Status: 1000 - Balance:112.24|SmsRemainCount:-9999")
    assert ask(counted) == (200, b"Status: 1000 - Balance:112.24|SmsRemainCount:2244")


def test_it_is_asked_with_get_alone(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(send(MESSAGE).replace(b"GET", b"POST", 1))[0] == 405
    assert not sandbox.ledger.accepted
