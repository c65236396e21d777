from __future__ import annotations

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.services.delivery_reports.url import new_token, report_url


@pytest.mark.parametrize(
    ("public", "starts"),
    [
        ("sms.example.com", "http://sms.example.com:8642/"),
        (" 203.0.113.7 ", "http://203.0.113.7:8642/"),
        ("203.0.113.7:99", "http://203.0.113.7:99/"),
        ("http://sms.example.com", "http://sms.example.com/"),
        ("https://sms.example.com/", "https://sms.example.com/"),
        ("https://sms.example.com:8443", "https://sms.example.com:8443/"),
    ],
)
def test_the_address_for_the_gateway_follows_from_the_offices(public: str, starts: str) -> None:
    assert report_url(public, 8642, "t0ken", "a1") == f"{starts}t0ken/a1"


@pytest.mark.parametrize(
    "public", ["", "a b", "http://user:secret@host", "ftp://host", "host/path", "host:port", "::1"]
)
def test_what_no_gateway_can_call_is_refused_and_not_repeated(public: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        report_url(public, 8642, "t0ken", "a1")
    assert "secret" not in str(refused.value)


def test_tokens_can_not_be_guessed() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 32
