"""An office's own description of a gateway, from the account to the history: SMS Office, described by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.errors import UserFacingError
from smsdesk.privacy.secret import Secret
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.services.accounts.validation import account_problems
from tests.helpers.office import PASSWORD
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.accounts.account import Account
    from tests.helpers.office import Profile, RunningOffice

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


def described(
    office: RunningOffice, definition: Definition = DESCRIBED, *, password: str = PASSWORD, points: int = 1000
) -> Account:
    """An account of "Custom HTTP" at the sandbox's SMS Office."""
    account = office.account(password=password, credits=points)
    return office.save(replace(account, provider="custom", options={OPTION: to_json(definition)}))


def test_messages_go_out_as_described_and_refusals_are_told_in_the_offices_words(office: RunningOffice) -> None:
    account = described(office)
    office.send_to(account, ["+27830000001", "+27830000099", "+27830000002"], "Hello")
    office.at_rest(account)
    assert office.states() == ["accepted", "rejected", "accepted"]
    assert [copy.number for copy in office.sandbox.ledger.accepted] == ["27830000001", "27830000002"]
    (code,) = office.peek("SELECT error_code FROM delivery WHERE state = 'rejected'")
    assert str(PROVIDERS["custom"].explain(code)) == "This number is {wrong} 100%"


def test_the_balance_has_the_described_unit(office: RunningOffice) -> None:
    account = described(office, points=7)
    asked = office.poller.ask(account, by_hand=True)
    assert asked is not None
    reading = asked.result(PATIENCE_S).reading
    assert reading is not None
    assert (str(reading.amount.value), reading.amount.unit) == ("7.00", "points")


def test_after_a_wrong_login_the_queue_stops_with_the_offices_words_and_no_machine_asks_again(
    office: RunningOffice,
) -> None:
    account = described(office, password="wrong")
    office.send_to(account, ["+27830000001", "+27830000002"], "Hello")
    stopped = office.at_rest(account)
    assert str(stopped.reason and stopped.reason.what) == "Sending has stopped. Ask Salim for the password."
    assert office.states() == ["queued", "queued"]
    assert office.requests() == 1
    assert office.poller.ask(account, by_hand=False) is None


def test_an_answer_that_no_line_fits_stops_the_queue_and_is_never_sent_again(office: RunningOffice) -> None:
    nothing_fits = replace(DESCRIBED, answers=(Answer("OK", Means.ACCEPTED),))
    account = described(office, nothing_fits)
    office.send_to(account, ["+27830000001", "+27830000002", "+27830000003"], "Hello")
    office.at_rest(account)
    assert office.states() == ["unknown", "unknown", "queued"]
    assert office.requests("send") == 2


def test_an_account_whose_description_is_damaged_sends_nothing_and_loses_nothing(
    office: RunningOffice, profile: Profile
) -> None:
    account = replace(described(office), options={OPTION: "{}"})
    office.accounts.save(account).result(PATIENCE_S)
    office = profile.open_again(office, starts=True)
    office.send_to(account, ["+27830000001"], "Hello")
    stopped = office.at_rest(account)
    assert "open the account and set it up" in str(stopped.reason and stopped.reason.what)
    assert office.states() == ["queued"]
    assert office.requests() == 0


def test_a_description_is_needed_and_a_user_name_only_where_it_is_sent(office: RunningOffice) -> None:
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
def test_a_description_with_the_accounts_password_in_it_is_not_saved(
    office: RunningOffice, typed: Secret | None
) -> None:
    hidden = replace(DESCRIBED, send=Call(Method.GET, "/s?p=correct%20horse", MESSAGE))
    account = described(office)
    with pytest.raises(UserFacingError, match="password itself"):
        office.book.save(replace(account, options={OPTION: to_json(hidden)}), typed).result(PATIENCE_S)
    assert office.book.get(account.id) == account
