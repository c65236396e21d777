"""What was written and has no clear answer, and that no failure shows the password."""

from __future__ import annotations

import html
import json
import logging
import socket
import traceback
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from smsdesk.privacy.secret import Secret
from smsdesk.providers.base import WIRE_REASONS
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from tests.helpers.waiting import until
from tests.helpers.wire.answerless import ANSWERLESS
from tests.helpers.wire.requests import failure_of, get

if TYPE_CHECKING:
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.hasty_session import HastySession
    from tests.helpers.wire.wiretap import Wiretap


@pytest.mark.parametrize("fault", ANSWERLESS)
def test_a_written_request_without_clear_answer_is_said_to_be_so(
    fault: str, gateway: Wiretap, hasty_session: HastySession
) -> None:
    act, code, wrong_place = ANSWERLESS[fault]
    gateway.plays(act(gateway))
    failure = failure_of(hasty_session, get(gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert (failure.code, failure.wrong_place) == (code, wrong_place)
    assert failure.code in WIRE_REASONS
    assert "127.0.0.1" in failure.words
    assert len(gateway.requests) == 1


def test_a_gateway_that_resets_before_reading_may_have_got_it(gateway: Wiretap, session: HttpSession) -> None:
    def reset_what_is_being_written(connection: socket.socket) -> None:
        until(lambda: session._wire.written)
        gateway.reset(connection)

    gateway.reads = False
    gateway.plays(reset_what_is_being_written)
    failure = failure_of(session, get(gateway.address))
    assert isinstance(failure, NoClearAnswer)
    assert failure.code == "reset"


def test_a_gateway_that_resets_at_once_may_have_got_it_only_if_something_was_written(
    gateway: Wiretap, session: HttpSession
) -> None:
    # Loopback tells of the reset when it likes: while connecting, while writing, or instead of an answer.
    gateway.reads = False
    gateway.plays(gateway.reset)
    failure = failure_of(session, get(gateway.address))
    assert type(failure) is (NoClearAnswer if session._wire.written else NotSent)


# The password


def _forms(secret: str) -> set[str]:
    """The ways in which a secret may turn up."""
    encoded = {quote(secret, safe=""), quote(secret), quote_plus(secret)}
    escaped = {
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        repr(secret),
    }
    return {secret} | encoded | {form.lower() for form in encoded} | escaped


def _no_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("fault", ["no name", "refused", "tls", *ANSWERLESS])
def test_no_failure_shows_the_password(
    fault: str,
    gateway: Wiretap,
    hasty_session: HastySession,
    password: Secret,
    closed_port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    address = gateway.address
    if fault == "no name":
        monkeypatch.setattr(socket, "getaddrinfo", _no_name)
        address = "http://gateway.invalid"
    elif fault == "refused":
        address = f"http://127.0.0.1:{closed_port}"
    elif fault == "tls":
        address = address.replace("http:", "https:")
        gateway.reads = False
        gateway.plays(gateway.hang)
    else:
        gateway.plays(ANSWERLESS[fault][0](gateway))
    with caplog.at_level(logging.DEBUG):
        failure = failure_of(hasty_session, get(address, password.reveal()), password)
    assert failure.__cause__ is None
    assert failure.__context__ is None
    shown = "".join([*traceback.format_exception(failure), str(failure), repr(failure), failure.words, caplog.text])
    assert [form for form in _forms(password.reveal()) if form in shown] == []
    assert "sendsms.asp" not in shown


def test_headers_that_can_not_be_parsed_bring_no_address_into_the_log(
    gateway: Wiretap, session: HttpSession, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.plays(gateway.raw(b"HTTP/1.1 200 OK\r\nbroken\r\nContent-Length: 2\r\n\r\nok"))
    with caplog.at_level(logging.DEBUG):
        session.exchange(get(gateway.address), ())
    assert "sendsms.asp" not in caplog.text


def test_a_failure_at_a_host_named_like_the_password_hides_it(
    session: HttpSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _no_name)
    failure = failure_of(session, get("http://opensesame.invalid"), Secret("opensesame"))
    assert "opensesame" not in str(failure)
