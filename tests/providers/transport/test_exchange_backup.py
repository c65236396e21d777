"""A second host stands in where no connection could be made, and never where the first one may have read."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.outcome import Outcome
from smsdesk.providers.base import Login, Outgoing
from smsdesk.providers.gateways.intellisms import Intellisms
from smsdesk.providers.transport.exchange import ask_balance, submit, try_submission
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent
from tests.helpers.wire.answerless import ANSWERLESS
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.transport.http_session import HttpSession
    from tests.helpers.wire.hasty_session import HastySession

    Ask = Callable[[HttpSession, "TwoHosts", Login], object]

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
OUTGOING = Outgoing("Hello", "Office", ("+447700900001", "+447700900002"), NOW, 1)
REFUSED_LOGINS = ("status 401", "status 403")
UNCLEAR = [fault for fault in ANSWERLESS if fault not in REFUSED_LOGINS]
TAKEN = b"447700900001,ID:7\r\n447700900002,ID:7"


class TwoHosts(Intellisms):
    """IntelliSoftware with its second host on this machine."""

    def __init__(self, *backups: str) -> None:
        self._backups = backups

    def backup_addresses(self, login: Login) -> tuple[str, ...]:
        return self._backups


@pytest.fixture
def backup() -> Iterator[Wiretap]:
    with contextlib.closing(Wiretap()) as running:
        running.plays(running.answer(TAKEN))
        yield running


@pytest.fixture
def nobody(closed_port: int) -> str:
    """An address at which nobody listens."""
    return f"http://127.0.0.1:{closed_port}"


def _submit(http: HttpSession, provider: TwoHosts, login: Login) -> object:
    return submit(http, provider, login, OUTGOING)


def _ask_balance(http: HttpSession, provider: TwoHosts, login: Login) -> object:
    return ask_balance(http, provider, login)


@pytest.mark.parametrize("fault", UNCLEAR)
@pytest.mark.parametrize("ask", [_submit, _ask_balance])
def test_after_a_request_was_written_no_other_host_is_asked(
    ask: Ask, fault: str, gateway: Wiretap, backup: Wiretap, hasty_session: HastySession, password: Secret
) -> None:
    act, code, _ = ANSWERLESS[fault]
    gateway.plays(act(gateway))
    with pytest.raises(NoClearAnswer) as unclear:
        ask(hasty_session, TwoHosts(backup.address), Login(gateway.address, "office", password))
    assert unclear.value.code == code
    assert (len(gateway.requests), backup.connections) == (1, 0)


@pytest.mark.parametrize("fault", UNCLEAR)
def test_a_trial_that_may_have_been_taken_is_not_repeated_at_the_other_host(
    fault: str, gateway: Wiretap, backup: Wiretap, hasty_session: HastySession, password: Secret
) -> None:
    act, code, _ = ANSWERLESS[fault]
    gateway.plays(act(gateway))
    login = Login(gateway.address, "office", password)
    trial = try_submission(hasty_session, TwoHosts(backup.address), login, OUTGOING)
    assert (trial.verdict.outcome, trial.verdict.code) == (Outcome.UNKNOWN, code)
    assert backup.connections == 0


def test_a_refusal_is_an_answer_and_is_not_taken_to_the_other_host(
    gateway: Wiretap, backup: Wiretap, session: HttpSession, password: Secret
) -> None:
    gateway.plays(gateway.answer(b"ERR:LOGIN_INVALID"))
    verdicts = submit(session, TwoHosts(backup.address), Login(gateway.address, "office", password), OUTGOING)
    assert all(verdict.refuses_all for verdict in verdicts)
    assert backup.connections == 0


def test_where_nobody_is_there_the_other_host_gets_it_once(
    nobody: str, backup: Wiretap, session: HttpSession, password: Secret
) -> None:
    verdicts = submit(session, TwoHosts(backup.address), Login(nobody, "office", password), OUTGOING)
    assert [verdict.outcome for verdict in verdicts] == [Outcome.ACCEPTED] * 2
    assert len(backup.requests) == 1


def test_the_second_host_that_may_have_taken_it_is_the_last_one_asked(
    nobody: str, gateway: Wiretap, backup: Wiretap, session: HttpSession, password: Secret
) -> None:
    gateway.plays(gateway.reset)
    with pytest.raises(NoClearAnswer):
        submit(session, TwoHosts(gateway.address, backup.address), Login(nobody, "office", password), OUTGOING)
    assert (len(gateway.requests), backup.connections) == (1, 0)


def test_where_both_are_away_nothing_was_sent(nobody: str, session: HttpSession, password: Secret) -> None:
    with pytest.raises(NotSent):
        submit(session, TwoHosts(nobody), Login(nobody, "office", password), OUTGOING)


@pytest.mark.parametrize("fault", REFUSED_LOGINS)
@pytest.mark.parametrize("ask", [_submit, _ask_balance])
def test_a_login_that_one_host_refuses_is_not_tried_at_the_other(
    ask: Ask, fault: str, gateway: Wiretap, backup: Wiretap, hasty_session: HastySession, password: Secret
) -> None:
    gateway.plays(ANSWERLESS[fault][0](gateway))
    ask(hasty_session, TwoHosts(backup.address), Login(gateway.address, "office", password))
    assert (len(gateway.requests), backup.connections) == (1, 0)
