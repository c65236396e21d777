"""A description written by somebody else, and where it would have the password sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smsdesk.providers.custom.definition import Call, Definition, Method
from smsdesk.providers.custom.password_hosts import strange_hosts
from tests.helpers.wire.described_gateway import ANSWERS, FIELDS, PLAIN

OWN = "https://sms.example.com"
SHARED = replace(PLAIN, address=OWN)


def with_field(value: str) -> Definition:
    return replace(SHARED, send=Call(Method.JSON, "/send", (*FIELDS, ("x", value))))


@pytest.mark.parametrize("address", ["", OWN, "https://SMS.example.com:8443"])
def test_an_ordinary_description_sends_it_to_its_own_host_only(address: str) -> None:
    plain = replace(SHARED, headers=(("Authorization", "Key {password}"),))
    assert strange_hosts(plain, address) == ()
    assert strange_hosts(with_field("https://hooks.example.net/report"), address) == ()
    assert strange_hosts(with_field("https://sms.example.com/?p={password}"), address) == ()
    assert strange_hosts(with_field("{user}:{password}"), address) == ()


def test_a_host_that_is_not_the_accounts_own_is_named() -> None:
    assert strange_hosts(SHARED, "https://www.smsoffice.co.za") == ("sms.example.com",)


@pytest.mark.parametrize(
    "value",
    [
        "https://evil.example/?p={password}",
        "HTTP://Evil.Example:8080/{password}",
        "{password} to //evil.example/x",
        "https%3A%2F%2Fevil.example%2F%3Fp%3D{password}",
        "https://sms.example.com@evil.example/{password}",
        "clerk@evil.example {password}",
        '{"callback": "ftp://evil.example", "key": "{password}"}',
    ],
)
def test_a_host_that_stands_beside_the_password_is_named(value: str) -> None:
    assert strange_hosts(with_field(value), OWN)[-1] == "evil.example"
    assert strange_hosts(replace(SHARED, headers=(("X", value),)), OWN)[-1] == "evil.example"
    asked = replace(SHARED, balance=Call(Method.GET, "/b", (("x", value),)), answers=ANSWERS)
    assert strange_hosts(asked, "")[-1] == "evil.example"
