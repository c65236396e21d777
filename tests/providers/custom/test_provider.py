"""Any other gateway: the raw bytes of a described request, and what is set up wrongly or not at all."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome
from smsdesk.domain.segments import Encoding
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import HttpReply, Login
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.provider import CustomHttp
from smsdesk.providers.transport.exchange import ask_balance, submit
from smsdesk.providers.transport.failures import NotSent
from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.server import Sandbox
from tests.helpers.wire.described_gateway import FIELDS, TWO, USER_AND_PASSWORD, gateway_of, message

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.wiretap import Wiretap


def request_line(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n")[0]


def body(gateway: Wiretap) -> bytes:
    return gateway.requests[-1].partition(b"\r\n\r\n")[2]


# The wire


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("مرحبا", b"%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("& % + # { } ~ €", b"%26%20%25%20%2B%20%23%20%7B%20%7D%20~%20%E2%82%AC"),
        ("%41 {to} {password} {nonsense}", b"%2541%20%7Bto%7D%20%7Bpassword%7D%20%7Bnonsense%7D"),
        ("line\r\nline", b"line%0D%0Aline"),
        ("half \ud83d pair", b"half%20%3F%20pair"),
    ],
)
def test_a_text_arrives_unharmed_in_an_address_and_in_a_form(
    text: str, encoded: bytes, gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    values = USER_AND_PASSWORD + b"&from=Office&to=27830000012&text=" + encoded
    submit(session, gateway_of(), login, message(text))
    assert request_line(gateway) == b"GET /send?" + values + b" HTTP/1.1"
    submit(session, gateway_of(send=Call(Method.FORM, "/send", FIELDS)), login, message(text))
    assert request_line(gateway) == b"POST /send HTTP/1.1"
    assert b"\r\nContent-Type: application/x-www-form-urlencoded\r\n" in gateway.requests[-1]
    assert body(gateway) == values


def test_a_text_arrives_unharmed_in_json(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    text = 'مرحبا & % + # { } ~ € "\\\n{to}'
    submit(session, gateway_of(send=Call(Method.JSON, "/v1/send", FIELDS)), login, message(text))
    assert request_line(gateway) == b"POST /v1/send HTTP/1.1"
    assert b"\r\nContent-Type: application/json\r\n" in gateway.requests[-1]
    assert (
        body(gateway)
        == (
            '{"u": "front desk", "p": "pä ss&w%rd+#/\\"x", "from": "Office", "to": "27830000012", '
            '"text": "مرحبا & % + # { } ~ € \\"\\\\\\n{to}"}'
        ).encode()
    )


def test_json_values_go_as_they_stand_and_lists_repeat_what_holds_the_number(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    fields = (
        ("type", "1"),
        ("code", '"64"'),
        ("flash", "false"),
        ("odd", "NaN"),
        ("all", '["{to}"]'),
        ("messages", '[{"to": "{to}", "parts": [{"body": "{text}"}]}]'),
    )
    definition = gateway_of(send=Call(Method.JSON, "/", fields), batch_size=10)
    submit(session, definition, login, message('He said "hi"', numbers=TWO))
    said = [{"body": 'He said "hi"'}]
    assert json.loads(body(gateway)) == {
        "type": 1,
        "code": "64",
        "flash": False,
        "odd": "NaN",
        "all": ["27830000012", "96890000013"],
        "messages": [{"to": "27830000012", "parts": said}, {"to": "96890000013", "parts": said}],
    }


def test_a_list_within_a_list_names_each_number_once(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    fields = (("messages", '[{"destinations": [{"to": "{to}"}], "text": "{text}"}]'),)
    definition = gateway_of(send=Call(Method.JSON, "/", fields), batch_size=10)
    numbers = (*TWO, "+447700900014")
    submit(session, definition, login, message("Hello", numbers=numbers))
    assert json.loads(body(gateway)) == {
        "messages": [{"destinations": [{"to": number.lstrip("+")}], "text": "Hello"} for number in numbers]
    }


def test_several_numbers_stand_between_separators(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    fields = (("to", "{to}"), ("text", "{text}"))
    several = gateway_of(send=Call(Method.GET, "/s", fields), plus=True, separator=";", batch_size=2)
    assert several.capabilities.batch_size == 2
    submit(session, several, login, message(numbers=TWO))
    assert request_line(gateway) == b"GET /s?to=%2B27830000012%3B%2B96890000013&text=Hello HTTP/1.1"


def test_places_in_the_path_are_filled_and_its_query_stays(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    call = Call(Method.GET, "/v1/{user}/send;x=1/رسالة?action=go&to={to}", (("text", "a{text}b"),))
    submit(session, gateway_of(send=call), login, message("/?&#"))
    assert request_line(gateway) == (
        b"GET /v1/front%20desk/send;x=1/%D8%B1%D8%B3%D8%A7%D9%84%D8%A9?action=go&to=27830000012"
        b"&text=a%2F%3F%26%23b HTTP/1.1"
    )


def test_hexadecimal_text_is_utf_16_and_is_counted_so(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    as_hex = gateway_of(send=Call(Method.GET, "/s", (("to", "{to}"), ("hex", "{texthex}"))))
    submit(session, as_hex, login, message("Aم"))
    assert request_line(gateway) == b"GET /s?to=27830000012&hex=00410645 HTTP/1.1"
    assert as_hex.analyze("A").encoding == Encoding.UCS2
    assert gateway_of().analyze("A").encoding == Encoding.GSM7


def test_a_balance_is_asked_for_and_read(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    asked = gateway_of(
        balance=Call(Method.GET, "/balance", FIELDS[:2]), balance_pattern="*left: {amount} EUR*", unit="EUR"
    )
    assert asked.capabilities.has_balance
    gateway.plays(gateway.answer(b"Hello.\r\n You have left:  -12.50 EUR\r\n."))
    assert ask_balance(session, asked, login).amount == Amount(Decimal("-12.50"), "EUR")
    assert request_line(gateway) == b"GET /balance?" + USER_AND_PASSWORD + b" HTTP/1.1"


# Set up wrongly, or not at all


def test_a_gateway_that_nobody_described_sends_nothing(login: Login) -> None:
    for options in ({}, {OPTION: ""}, {OPTION: "{}"}, {OPTION: "\x00"}):
        provider = CustomHttp().for_account(options)
        assert provider.refuse_options(options) is not None
        with pytest.raises(NotSent) as refused:
            provider.submission(login, message())
        assert "set it up" in str(provider.explain(refused.value.code))
        assert provider.read_submission(HttpReply("OK 1"), message())[0].outcome is Outcome.UNKNOWN


def test_the_account_form_is_drawn_from_the_description() -> None:
    can = gateway_of(unit="EUR", max_parts=3, max_sender=15).capabilities
    assert (can.unit, can.max_parts, can.max_sender, can.needs_user_name) == ("EUR", 3, 15, True)
    bare = gateway_of(send=Call(Method.GET, "/s", (("to", "{to}"), ("text", "{text}"), ("key", "{password}"))))
    assert bare.capabilities.max_sender is None
    assert bare.capabilities.no_sender is not None
    assert not bare.capabilities.needs_user_name
    assert not bare.capabilities.has_balance


# Somebody else's gateway


def test_sms_office_can_be_described_by_hand(session: HttpSession) -> None:
    login_fields = (("username", "{user}"), ("password", "{password}"))
    described = gateway_of(
        Definition(
            send=Call(
                Method.GET, "/sms/api/sendsms.asp", (*login_fields, ("from", "{sender}"), ("to", "{to}"),
                ("message", "{text}")),
            ),
            answers=(
                Answer("Success:message tracking number:{id}", Means.ACCEPTED),
                Answer("Error:*Login Failed*", Means.LOGIN),
                Answer("Error:*Not enough credits*", Means.ACCOUNT, "Buy credits"),
                Answer("Error:*Invalid [to]*", Means.NUMBER, "Check the number"),
            ),
            balance=Call(Method.GET, "/sms/api/balance.asp", login_fields),
            balance_pattern="Success:{amount}",
        )
    )  # fmt: skip
    with Sandbox() as sandbox:
        add_demo_logins(sandbox.ledger)
        login = make_login(sandbox.address, "demo-password")
        (verdict,) = submit(session, described, login, message("مرحبا €"))
        (copy,) = sandbox.ledger.accepted
        assert (copy.number, copy.text, copy.message_id) == ("27830000012", "مرحبا €", verdict.message_id)
        assert ask_balance(session, described, login).amount == Amount(Decimal("1233.56"), "credits")
        (refused,) = submit(session, described, login, message(numbers=("+27830000099",)))
        assert str(described.explain(refused.code)) == "Check the number"
        (wrong,) = submit(session, described, make_login(sandbox.address, "wrong"), message())
        assert wrong.code in described.login_refusals


def make_login(address: str, password: str) -> Login:
    return Login(address, "demo", Secret(password))
