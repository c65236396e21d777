"""An office's own description of a gateway, from the account to the history: SMS Office, described by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.announcement import Announcement, Recipient
from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.services.accounts.account_book import AccountBook
from smsdesk.services.accounts.validation import account_problems
from smsdesk.services.sending.send_request import SendRequest

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account

LOGIN = (("username", "{user}"), ("password", "{password}"))
MESSAGE = (("from", "{sender}"), ("to", "{to}"), ("message", "{text}"))
DESCRIBED = Definition(
    send=Call(Method.GET, "/sms/api/sendsms.asp", (*LOGIN, *MESSAGE)),
    answers=(
        Answer("Success:*:{id}", Means.ACCEPTED),
        Answer("Error:*Login Failed*", Means.LOGIN, "Ask Salim for the password."),
        Answer("Error:*Invalid [to]*", Means.NUMBER, "This number is {wrong} 100%"),
    ),
    balance=Call(Method.GET, "/sms/api/balance.asp", LOGIN),
    balance_pattern="Success:{amount}",
    unit="points",
)


def described(office: Any, definition: Definition = DESCRIBED, **options: Any) -> Account:
    """An account of "Custom HTTP" at the sandbox's SMS Office."""
    account = replace(office.account(**options), provider="custom", options={OPTION: to_json(definition)})
    office.store.save(account).result()
    return account


def send(office: Any, account: Account, *numbers: str) -> None:
    people = tuple(Recipient(number) for number in numbers)
    office.sender.send(SendRequest(account, Announcement(account.id, "Hello", "Office", 1, people))).result(20)


def test_messages_go_out_as_described_and_refusals_are_told_in_the_offices_words(office: Any) -> None:
    account = described(office)
    send(office, account, "+27830000001", "+27830000099", "+27830000002")
    office.at_rest(account)
    assert office.states() == ["accepted", "rejected", "accepted"]
    assert [copy.number for copy in office.sandbox.ledger.accepted] == ["27830000001", "27830000002"]
    (code,) = office.peek("SELECT error_code FROM delivery WHERE state = 'rejected'")
    assert str(PROVIDERS["custom"].explain(code)) == "This number is {wrong} 100%"


def test_the_balance_has_the_described_unit(office: Any) -> None:
    account = described(office, credits=7)
    asked = office.poller.ask(account, by_hand=True)
    reading = asked.result(20).reading
    assert (str(reading.amount.value), reading.amount.unit) == ("7.00", "points")


def test_after_a_wrong_login_the_queue_stops_with_the_offices_words_and_no_machine_asks_again(office: Any) -> None:
    account = described(office, password="wrong")
    send(office, account, "+27830000001", "+27830000002")
    stopped = office.at_rest(account)
    assert str(stopped.reason.what) == "Sending has stopped. Ask Salim for the password."
    assert office.states() == ["queued", "queued"]
    assert office.requests() == 1
    assert office.poller.ask(account, by_hand=False) is None


def test_an_answer_that_no_line_fits_stops_the_queue_and_is_never_sent_again(office: Any) -> None:
    nothing_fits = replace(DESCRIBED, answers=(Answer("OK", Means.ACCEPTED),))
    account = described(office, nothing_fits)
    send(office, account, "+27830000001", "+27830000002", "+27830000003")
    office.at_rest(account)
    assert office.states() == ["unknown", "unknown", "queued"]
    assert office.requests() == 2


def test_an_account_whose_description_is_damaged_sends_nothing_and_loses_nothing(office: Any) -> None:
    account = replace(described(office), options={OPTION: "{}"})
    send(office, account, "+27830000001")
    stopped = office.at_rest(account)
    assert "open the account and set it up" in str(stopped.reason.what)
    assert office.states() == ["queued"]
    assert office.requests() == 0


def test_a_description_is_needed_and_a_user_name_only_where_it_is_sent(office: Any) -> None:
    account = replace(described(office), user_name="")
    found = account_problems(account, PROVIDERS.of(account), (), has_password=True)
    assert set(found) == {"user_name"}
    by_key = replace(DESCRIBED, send=Call(Method.GET, "/s", (("key", "{password}"), *MESSAGE)), balance=None)
    account = replace(account, options={OPTION: to_json(replace(by_key, balance_pattern=""))})
    assert account_problems(account, PROVIDERS.of(account), (), has_password=True) == {}
    account = replace(account, user_name="x", options={})
    found = account_problems(account, PROVIDERS.of(account), (), has_password=True)
    assert set(found) == {"definition"}


@pytest.mark.parametrize("typed", [Secret("correct horse"), None])
def test_a_description_with_the_accounts_password_in_it_is_not_saved(office: Any, typed: Secret | None) -> None:
    hidden = replace(DESCRIBED, send=Call(Method.GET, "/s?p=correct%20horse", MESSAGE))
    account = described(office)
    book = AccountBook(office.store, office.credentials, PROVIDERS)
    with pytest.raises(UserFacingError, match="password itself"):
        book.save(replace(account, options={OPTION: to_json(hidden)}), typed).result(20)
    assert book.get(account.id) == account
    book.close()
