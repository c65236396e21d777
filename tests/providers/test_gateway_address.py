from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.errors import UserFacingError
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.gateway_address import check_address, split_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://ismartsms.net", "https://ismartsms.net"),
        ("https://ismartsms.net/", "https://ismartsms.net"),
        ("  HTTP://WWW.SmsOffice.co.za\n", "http://www.smsoffice.co.za"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("https://gateway.example:443", "https://gateway.example"),
        ("http://gateway.example:443", "http://gateway.example:443"),
        ("https://host\u00a0", "https://host"),
        ("http://localhost:080", "http://localhost"),
        ("https://رسائل.example", "https://رسائل.example"),
    ],
)
def test_an_address_is_kept_in_its_one_spelling(typed: str, kept: str) -> None:
    assert check_address(typed) == kept
    assert check_address(kept) == kept


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("", "must begin with https://"),
        ("www.smsoffice.co.za", "must begin with https://"),
        ("http:/www.smsoffice.co.za", "must begin with https://"),
        ("://host", "must begin with https://"),
        ("ftp://host", "can't begin with ftp://"),
        ("file://host", "can't begin with file://"),
        ("https://desk:opensesame@host", "holds a user name or password"),
        ("https://desk@host/path", "holds a user name or password"),
        ("https://host/RestApi", "more behind the host name"),
        ("https://host//", "more behind the host name"),
        ("https://host?username=desk", "more behind the host name"),
        ("https://host#top", "more behind the host name"),
        ("https://host\\path", "more behind the host name"),
        ("https://my host", "a space in it"),
        ("https://", "no valid host name"),
        ("https:///", "no valid host name"),
        ("https://:8080", "no valid host name"),
        ("https://a..b", "no valid host name"),
        ("https://%31", "no valid host name"),
        ("https://::1", "no valid host name"),
        ("https://[::1", "no valid host name"),
        ("https://[1.2.3.4]", "no valid host name"),
        ("https://[::1]8080", "no valid host name"),
        ("https://host:", "must be a number from 1 to 65535"),
        ("https://host:0", "must be a number from 1 to 65535"),
        ("https://host:65536", "must be a number from 1 to 65535"),
        ("https://host:http", "must be a number from 1 to 65535"),
        ("https://host:٨٠", "must be a number from 1 to 65535"),
    ],
)
def test_what_is_no_address_is_refused_in_words(typed: str, what: str) -> None:
    with pytest.raises(UserFacingError) as refusal:
        check_address(typed)
    assert what in str(refusal.value)
    assert refusal.value.todo
    assert "opensesame" not in str(refusal.value)


@given(st.text() | st.from_regex(r"https?://[a-z0-9.:@/?#\[\]\\ -]*", fullmatch=True))
def test_whatever_is_typed_is_kept_or_refused(typed: str) -> None:
    try:
        kept = check_address(typed)
    except UserFacingError:
        return
    assert check_address(kept) == kept


def test_the_documented_addresses_are_addresses() -> None:
    documented = [p.capabilities.default_address for p in PROVIDERS.values() if not p.capabilities.by_definition]
    assert [check_address(address) for address in documented] == documented


@pytest.mark.parametrize(
    ("url", "address", "path"),
    [
        ("https://sms.example.com/api/send", "https://sms.example.com", "/api/send"),
        (" HTTPS://SMS.example.com:443 ", "https://sms.example.com", "/"),
        ("http://sms.example.com:8080?action=Send", "http://sms.example.com:8080", "/?action=Send"),
        ("https://sms.example.com/{user}/to@{to}", "https://sms.example.com", "/{user}/to@{to}"),
    ],
)
def test_a_whole_url_is_an_address_and_a_path(url: str, address: str, path: str) -> None:
    assert split_address(url) == (address, path)


@pytest.mark.parametrize(
    "url", ["", "sms.example.com/send", "https://me:word@sms.example.com/send", "ftp://a.example/b"]
)
def test_a_url_with_credentials_or_without_a_host_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        split_address(url)
    assert "word" not in str(refused.value).replace("password", "")
