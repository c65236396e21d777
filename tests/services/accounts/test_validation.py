from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from smsdesk.accounts.account import Account
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.services.accounts.validation import account_problems, sender_problem

SMSOFFICE, ISMART = PROVIDERS["smsoffice"], PROVIDERS["ismart-rest"]
GOOD = Account("a1", "Front desk", "smsoffice", "office", ("Office",), "http://www.smsoffice.co.za", "ZA")


def _problems(account: Account, *others: Account, has_password: bool = True) -> dict[str, str]:
    provider = PROVIDERS[account.provider]
    found = account_problems(account, provider, others, has_password=has_password)
    return {field: str(sentence) for field, sentence in found.items()}


def test_a_complete_account_has_no_problems() -> None:
    assert _problems(GOOD) == {}
    assert _problems(replace(GOOD, senders=("Office", "Elevenchars"), price_per_part=Decimal(0))) == {}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": ""}, "name", "Give the account a name"),
        ({"name": "  "}, "name", "Give the account a name"),
        ({"user_name": ""}, "user_name", "Enter the user name"),
        ({"user_name": " "}, "user_name", "Enter the user name"),
        ({"senders": ()}, "senders", "Enter the sender"),
        ({"senders": ("",)}, "senders", "Enter the sender"),
        ({"senders": ("Twelve chars",)}, "senders", "“Twelve chars” is 1 character too long: SMS Office takes 11"),
        ({"senders": ("Office", "Thirteen char")}, "senders", "“Thirteen char” is 2 characters too long"),
        ({"address": ""}, "address", "must begin with https:// or http://"),
        ({"address": "www.smsoffice.co.za"}, "address", "must begin with https:// or http://"),
        ({"address": "ftp://smsoffice.co.za"}, "address", "can't begin with ftp://"),
        ({"address": "http://sms office.co.za"}, "address", "has a space in it"),
        ({"address": "http://"}, "address", "no valid host name"),
        ({"address": "http://host:port"}, "address", "must be a number"),
        ({"address": "http://host/sms/api"}, "address", "more behind the host name"),
        ({"address": "http://me:secret@host"}, "address", "holds a user name or password"),
        ({"price_per_part": Decimal("-0.01")}, "price_per_part", "can't be below zero"),
    ],
)
def test_each_field_says_what_is_wrong_with_it_alone(changes: dict[str, object], field: str, words: str) -> None:
    problems = _problems(replace(GOOD, **changes))
    assert list(problems) == [field]
    assert words in problems[field]
    assert "secret" not in problems[field]


def test_a_missing_password_is_a_problem_of_its_own() -> None:
    assert list(_problems(GOOD, has_password=False)) == ["password"]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    empty = Account("a1", "", "smsoffice", "", (), "", "ZA")
    assert set(_problems(empty, has_password=False)) == {"name", "user_name", "password", "senders", "address"}


def test_two_accounts_of_one_gateway_need_different_names() -> None:
    other = replace(GOOD, id="a2", name="FRONT DESK")
    assert "has this name already" in _problems(GOOD, other)["name"]
    assert _problems(GOOD, replace(other, provider="ismart-rest")) == {}
    assert _problems(GOOD, GOOD) == {}


def test_a_gateway_without_senders_asks_for_none() -> None:
    account = replace(GOOD, provider="ismart-rest", senders=())
    assert _problems(account) == {}
    assert sender_problem("far longer than any sender may be", ISMART) is None


def test_a_sender_may_be_as_long_as_the_gateway_says() -> None:
    assert sender_problem("x" * 11, SMSOFFICE) is None
    assert sender_problem("x" * 12, SMSOFFICE) is not None
    assert sender_problem("م" * 11, SMSOFFICE) is not None


def test_where_the_sender_is_optional_none_is_asked_for_and_blanks_in_a_number_do_not_count() -> None:
    intelli = replace(GOOD, provider="intellisms", senders=(), address="https://sms.example.com")
    assert "senders" not in _problems(intelli)
    assert "senders" not in _problems(replace(intelli, senders=("+44 7700 900 123",)))
    assert "senders" in _problems(replace(intelli, senders=("My office desk",)))
    assert "senders" in _problems(replace(GOOD, senders=()))
