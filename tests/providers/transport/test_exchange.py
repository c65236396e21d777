"""What the lane gets: verdicts whose words can be shown and stored, and both gateways end to end."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import Login, Outgoing
from smsdesk.providers.catalog import PROVIDERS
from smsdesk.providers.transport.exchange import ask_balance, submit
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from smsdesk.sandbox.demo import add_demo_logins
from smsdesk.sandbox.faults import Fault
from smsdesk.sandbox.server import Sandbox
from tests.helpers.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smsdesk.providers.base import Provider
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.hasty_session import HastySession
    from tests.helpers.wire.wiretap import Wiretap

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
OFFICE = PROVIDERS["smsoffice"]
ISMART = PROVIDERS["ismart-rest"]
TEXTS = ["Hello", "مرحبا بكم", "& % + # { } ~ € [ ] \\ ^ |", "two\nlines", "😀 %41 &amp; a=b", " blanks  around "]


def to_one(text: str) -> Outgoing:
    return Outgoing(text, "Office", ("+27830000012",), NOW, 1)


def to_two(text: str) -> Outgoing:
    return Outgoing(text, "", ("+96890000012", "+96890000034"), NOW, 1)


# Words


def test_the_catalog_offers_what_accounts_are_kept_under_and_the_described_gateway_last() -> None:
    titles = {gateway: provider.title for gateway, provider in PROVIDERS.items()}
    assert titles | {
        "ismart-rest": "iSmart (REST)", "ismart-http": "iSmart (HTTP)", "smsoffice": "SMS Office",
        "inviosmart": "Inviosmart", "intellisms": "IntelliSoftware", "custom": "Custom HTTP",
    } == titles  # fmt: skip
    assert list(PROVIDERS)[-1] == "custom"


def test_the_catalog_is_cheap_to_load() -> None:
    code = (
        "import sys, smsdesk.providers.catalog, smsdesk.providers.transport.exchange; print('requests' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_gateway_that_echoes_the_password_does_not_get_it_stored(
    gateway: Wiretap, session: HttpSession, login: Login
) -> None:
    password = login.password.reveal()
    echo = f"Error: Login Failed for {password} and {quote(password)}"
    gateway.plays(gateway.answer(echo.encode()))
    (verdict,) = submit(session, OFFICE, login, to_one("Hello"))
    assert verdict.words == "Login Failed for *** and ***"
    balance = ask_balance(session, OFFICE, login)
    assert balance.verdict is not None
    assert balance.verdict.words == "Login Failed for *** and ***"


def test_words_are_scrubbed_before_they_are_shortened(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    password = login.password.reveal()
    gateway.plays(gateway.answer(("x" * 195 + " " + password + "y" * 9999).encode()))
    (verdict,) = submit(session, OFFICE, login, to_one("Hello"))
    assert verdict.words == "x" * 195 + " ***y"


def test_words_are_one_line_of_printable_text(gateway: Wiretap, session: HttpSession, login: Login) -> None:
    gateway.plays(gateway.answer(b'{"Code": 9, "Message": "Invalid\\u0000\\r\\n Mobile\\u202e No."}'))
    (verdict, _) = submit(session, ISMART, login, to_two("Hello"))
    assert verdict.words == "Invalid Mobile No."


def test_a_short_password_spoils_neither_code_nor_number_nor_balance(gateway: Wiretap, session: HttpSession) -> None:
    login = Login(gateway.address, "desk", Secret("1"))
    gateway.plays(
        gateway.answer(b"Success:message tracking number:1101"),
        gateway.answer(b"Success:1101.11"),
        gateway.answer(b'{"Code": 1, "Message": "Message Pushed"}'),
    )
    assert submit(session, OFFICE, login, to_one("Hello"))[0].message_id == "1101"
    assert ask_balance(session, OFFICE, login).amount == Amount(Decimal("1101.11"), "credits")
    assert submit(session, ISMART, login, to_two("Hello"))[0].outcome is Outcome.ACCEPTED


@pytest.mark.parametrize("told", ["opensesame1", "7-opensesame-1", "6f70656e736573616d65", "b3BlbnNlc2FtZQ"])
def test_a_message_id_that_the_password_is_in_is_not_kept(gateway: Wiretap, session: HttpSession, told: str) -> None:
    gateway.plays(gateway.answer(f"Success:{told}".encode()))
    (verdict,) = submit(session, OFFICE, Login(gateway.address, "desk", Secret("opensesame")), to_one("Hello"))
    assert (verdict.outcome, verdict.message_id) == (Outcome.ACCEPTED, "")


# Both gateways as the sandbox plays them


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        add_demo_logins(running.ledger)
        yield running


@pytest.fixture
def demo(sandbox: Sandbox) -> Login:
    return Login(sandbox.address, "demo", Secret("demo-password"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_reaches_both_gateways_letter_by_letter(
    text: str, sandbox: Sandbox, session: HttpSession, demo: Login
) -> None:
    (by_office,) = submit(session, OFFICE, demo, to_one(text))
    by_ismart = submit(session, ISMART, demo, to_two(text))
    assert [v.outcome for v in (by_office, *by_ismart)] == [Outcome.ACCEPTED] * 3
    accepted = sandbox.ledger.accepted
    assert [copy.text for copy in accepted] == [text] * 3
    assert [copy.number for copy in accepted] == ["27830000012", "96890000012", "96890000034"]
    assert by_office.message_id == accepted[0].message_id
    assert accepted[1].scheduled == "02/28/2026 13:30:00"


def test_the_balance_drops_by_the_parts_sent(session: HttpSession, demo: Login) -> None:
    before = ask_balance(session, OFFICE, demo).amount
    submit(session, OFFICE, demo, to_one("مرحبا " * 20))
    after = ask_balance(session, OFFICE, demo).amount
    assert before is not None
    assert after is not None
    assert before.value - after.value == 2


@pytest.mark.parametrize("provider", [OFFICE, ISMART])
def test_a_wrong_password_refuses_the_whole_request(provider: Provider, session: HttpSession, demo: Login) -> None:
    outgoing = to_one("Hello") if provider is OFFICE else to_two("Hello")
    wrong = replace(demo, password=Secret("not the password"))
    verdicts = submit(session, provider, wrong, outgoing)
    assert all(verdict.refuses_all for verdict in verdicts)
    assert "Wrong user name or password" in str(provider.explain(verdicts[0].code))


def test_a_refused_number_is_the_recipients_matter(session: HttpSession, demo: Login) -> None:
    refused = replace(to_one("Hello"), numbers=("+27830000099",))
    assert submit(session, OFFICE, demo, refused)[0].scope is Scope.RECIPIENT
    opted_out = replace(to_two("Hello"), numbers=("+96890000098",))
    assert submit(session, ISMART, demo, opted_out)[0].code == "23"


EXPECTED = {
    Fault.HANG: ("timeout", False),
    Fault.TRICKLE: ("timeout", False),
    Fault.RESET_AFTER_READING: ("reset", False),
    Fault.RESET_AFTER_ACCEPTING: ("reset", False),
    Fault.ERROR_500: ("http", False),
    Fault.ERROR_503: ("http", False),
    Fault.TRICKLE_BODY: ("timeout", False),
    Fault.TRUNCATED: ("reset", False),
    Fault.HTML_PAGE: ("moved", True),
    Fault.REDIRECT: ("moved", True),
    Fault.NOT_FOUND: ("http", True),
    Fault.HUGE: ("too-big", False),
}


def deadline_passes_at_a_request(sandbox: Sandbox, session: HastySession) -> None:
    until(lambda: sandbox.ledger.requests)
    session.deadline_passes()


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("provider", [OFFICE, ISMART])
def test_a_misbehaving_gateway_leaves_it_unknown(
    fault: Fault, provider: Provider, sandbox: Sandbox, session: HttpSession, hasty_session: HastySession, demo: Login
) -> None:
    sandbox.faults.always(fault)
    outgoing = to_one("Hello") if provider is OFFICE else to_two("Hello")
    slow = fault in (Fault.HANG, Fault.TRICKLE, Fault.TRICKLE_BODY)
    http = hasty_session if slow else session
    if slow:
        Thread(target=deadline_passes_at_a_request, args=(sandbox, hasty_session), daemon=True).start()
    if fault in EXPECTED:
        with pytest.raises(NoClearAnswer) as unclear:
            submit(http, provider, demo, outgoing)
        assert (unclear.value.code, unclear.value.wrong_place) == EXPECTED[fault]
    else:
        verdicts = submit(http, provider, demo, outgoing)
        assert {(verdict.outcome, verdict.code) for verdict in verdicts} == {(Outcome.UNKNOWN, "unreadable")}
    assert len(sandbox.ledger.requests) == 1


@pytest.mark.parametrize("provider", [OFFICE, ISMART])
def test_a_gateway_that_is_away_got_nothing(
    provider: Provider, sandbox: Sandbox, session: HttpSession, demo: Login
) -> None:
    sandbox.pause()
    with pytest.raises(NotSent):
        submit(session, provider, demo, to_one("Hello") if provider is OFFICE else to_two("Hello"))


def test_many_submissions_share_one_connection(sandbox: Sandbox, session: HttpSession, demo: Login) -> None:
    for _ in range(20):
        submit(session, OFFICE, demo, to_one("Hello"))
    assert sandbox.ledger.max_concurrent("smsoffice", "demo") == 1
