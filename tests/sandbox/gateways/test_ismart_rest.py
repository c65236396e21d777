"""iSmart REST, held against hand-written requests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.sandbox.server import Sandbox

    Ask = Callable[..., tuple[int, bytes]]

BODY = (
    '{"UserID": "demo", "Password": "demo-password", "Message": "س شسي", "Language": "64", '
    '"ScheddateTime": "01/22/2017 00:00:00", "MobileNo": ["96890000001", "96890000002"], "RecipientType": "1"}'
)
ENGLISH = BODY.replace("س شسي", "Hello").replace('"64"', '"0"')
PUSHED = (200, b'{"Code": 1, "Message": "Message Pushed"}')


def post(body: str | bytes) -> bytes:
    octets = body.encode() if isinstance(body, str) else body
    return (
        b"POST /RestApi/api/SMS/PostSMS HTTP/1.1\r\nHost: ismartsms.net\r\nContent-Type: application/json\r\n"
        b"Content-Length: " + str(len(octets)).encode() + b"\r\n\r\n" + octets
    )


def refused(code: int, words: str) -> tuple[int, bytes]:
    return 200, f'{{"Code": {code}, "Message": "{words}"}}'.encode()


def test_one_request_goes_to_every_number(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(BODY)) == PUSHED
    copies = sandbox.ledger.accepted
    assert [copy.number for copy in copies] == ["96890000001", "96890000002"]
    for copy in copies:
        assert (copy.gateway, copy.user, copy.sender) == ("ismart-rest", "demo", "")
        assert (copy.text, copy.parts, copy.scheduled) == ("س شسي", 1, "01/22/2017 00:00:00")


def test_a_part_costs_a_credit_for_every_number(ask: Ask, sandbox: Sandbox) -> None:
    assert ask(post(ENGLISH.replace("Hello", "x" * 161))) == PUSHED
    assert sandbox.ledger.credits("ismart-rest", "demo") == Decimal(496)


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("س شسي", r"\u0633 \u0634\u0633\u064a"),
        BODY.replace('"64"', "64"),
        BODY.replace('"1"', "1"),
        BODY.replace('"1"', '"9"'),
        BODY.replace("01/22/2017 00:00:00", "02/29/2028 23:59:59"),
        BODY.replace("س شسي", "س" * 335),
        ENGLISH,
        ENGLISH.replace('"0"', "0"),
        ENGLISH.replace("Hello", "x" * 765),
        ENGLISH.replace('"0"', '"64"').replace("Hello", "x" * 335),
    ],
)
def test_what_the_document_allows_is_pushed(ask: Ask, body: str) -> None:
    assert ask(post(body)) == PUSHED


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (BODY.replace("demo-", "wrong-"), refused(3, "User or Password is wrong.")),
        (BODY.replace('"demo"', '"nobody"'), refused(3, "User or Password is wrong.")),
        (BODY.replace("س شسي", ""), refused(5, "Message is blank.")),
        (BODY.replace("س شسي", " \\n "), refused(5, "Message is blank.")),
        (BODY.replace("س شسي", "س" * 336), refused(6, "Message Length Exceeded.")),
        (ENGLISH.replace("Hello", "x" * 766), refused(6, "Message Length Exceeded.")),
        (
            ENGLISH.replace('"0"', '"64"').replace("Hello", "x" * 336),
            refused(6, "Message Length Exceeded."),
        ),
        (BODY.replace('["96890000001", "96890000002"]', "[]"), refused(8, "Mobile No length is empty.")),
        (BODY.replace("96890000002", ""), refused(8, "Mobile No length is empty.")),
        (BODY.replace("96890000002", "9689000000"), refused(9, "Invalid Mobile No.")),
        (BODY.replace("96890000002", "968900000022"), refused(9, "Invalid Mobile No.")),
        (BODY.replace("96890000002", "+9689000002"), refused(9, "Invalid Mobile No.")),
        (BODY.replace("96890000002", "27830000001"), refused(9, "Invalid Mobile No.")),
        (BODY.replace("96890000002", "968٩٠٠٠٠٠٠٢"), refused(9, "Invalid Mobile No.")),
        (BODY.replace('"64"', '"0"'), refused(10, "Invalid Language.")),
        (BODY.replace('"64"', '"8"'), refused(10, "Invalid Language.")),
        (BODY.replace("01/22", "22/01"), refused(16, "Invalid date time parameter.")),
        (BODY.replace("01/22/2017", "2/2/2017"), refused(16, "Invalid date time parameter.")),
        (BODY.replace("00:00:00", "24:00:00"), refused(16, "Invalid date time parameter.")),
        (BODY.replace("01/22/2017 00:00:00", ""), refused(16, "Invalid date time parameter.")),
        (
            BODY.replace('"1"', '"y"'),
            refused(22, "Wrong Flash message parameter , Please pass “y” for flash sms."),
        ),
        (
            BODY.replace("96890000002", "96890000098"),
            refused(23, "Mobile Number Optout by the customer. SMS Not Sent"),
        ),
    ],
)
def test_one_thing_wrong_refuses_the_whole_array(
    ask: Ask, sandbox: Sandbox, body: str, answer: tuple[int, bytes]
) -> None:
    assert ask(post(body)) == answer
    assert not sandbox.ledger.accepted
    assert sandbox.ledger.credits("ismart-rest", "demo") == Decimal(500)


@pytest.mark.parametrize(
    "field", ["UserID", "Password", "Message", "Language", "ScheddateTime", "MobileNo", "RecipientType"]
)
def test_a_missing_field_is_an_invalid_request(ask: Ask, field: str) -> None:
    answer = ask(post(BODY.replace(f'"{field}"', '"Other"')))
    assert answer == refused(15, "Invalid Http request or Parameter fields are wrong.")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"UserID=demo&Password=demo-password",
        b"[]",
        b'"text"',
        BODY.encode("cp1256"),
        BODY.replace('["96890000001", "96890000002"]', '"96890000001"').encode(),
        BODY.replace('"96890000002"', "96890000002").encode(),
        BODY.replace('"64"', "true").encode(),
        BODY.replace('"64"', "64.0").encode(),
    ],
)
def test_a_body_of_another_shape_is_an_invalid_request(ask: Ask, sandbox: Sandbox, body: bytes) -> None:
    assert ask(post(body)) == refused(15, "Invalid Http request or Parameter fields are wrong.")
    assert not sandbox.ledger.accepted


def test_a_body_that_is_not_called_json_is_an_invalid_request(ask: Ask) -> None:
    raw = post(BODY).replace(b"application/json", b"text/plain")
    assert ask(raw) == refused(15, "Invalid Http request or Parameter fields are wrong.")


def test_credits_cover_all_numbers_or_none_is_sent(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.ledger.set_credits("ismart-rest", "demo", Decimal(1))
    assert ask(post(BODY)) == refused(4, "Credit is Low.")
    assert not sandbox.ledger.accepted
    assert ask(post(BODY.replace(', "96890000002"', ""))) == PUSHED


def test_three_wrong_passwords_in_a_row_block_the_login_until_it_is_added_anew(ask: Ask, sandbox: Sandbox) -> None:
    wrong = post(BODY.replace("demo-", "wrong-"))
    blocked = refused(12, "Account is Blocked by administrator, concurrent failure of login.")
    assert [ask(wrong) for _ in range(3)] == [refused(3, "User or Password is wrong.")] * 3
    assert ask(wrong) == blocked
    assert ask(post(BODY)) == blocked
    sandbox.ledger.add_login("ismart-rest", "demo", "demo-password", Decimal(2))
    assert ask(post(BODY)) == PUSHED


def test_a_right_password_between_wrong_ones_keeps_the_login_open(ask: Ask) -> None:
    wrong = post(BODY.replace("demo-", "wrong-"))
    ask(wrong)
    ask(wrong)
    assert ask(post(BODY)) == PUSHED
    ask(wrong)
    ask(wrong)
    assert ask(post(BODY)) == PUSHED


def test_it_is_asked_with_post_alone(ask: Ask) -> None:
    assert ask(post(BODY).replace(b"POST", b"GET", 1))[0] == 405
