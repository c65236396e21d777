"""One question to a gateway and its answer read: what the lane calls, for every gateway alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.privacy.secret import STARS, holds, scrub
from smsdesk.providers.base import LOGIN_REFUSED, BalanceReply
from smsdesk.providers.encoding import basic, one_line
from smsdesk.providers.transport.failures import NoClearAnswer, NotSent

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.base import HttpReply, HttpRequest, Login, Outgoing, Provider
    from smsdesk.providers.transport.http_session import HttpSession

_OK: Final = 200
_ERRORS: Final = 400
_MOST_WORDS: Final = 200
_ENOUGH_TO_SCRUB: Final = 20 * _MOST_WORDS
_MOST_SHOWN: Final = 4000
_NO_CHANCE: Final = 8
"""Characters; a message's id may have the same few digits as a shorter password by chance."""


@frozen
class Trial:
    """What a submission that is tried out brought.

    Attributes:
        answer: the gateway's answer, without the password, at most 4000 characters; "" when there was none.
        verdict: how it was read; its words are the HTTP status where that is not 200, or why there is no answer.
    """

    answer: str
    verdict: Verdict


def submit(http: HttpSession, provider: Provider, login: Login, outgoing: Outgoing) -> tuple[Verdict, ...]:
    """Submit a message once.

    Returns:
        One verdict per number, in order; the gateway's words in it are free of the password, on one line, and at
        most 200 characters.

    Raises:
        NotSent: nothing left this machine.
        NoClearAnswer: the request was written and no clear answer came.
    """
    reply = _ask(http, provider, login, lambda at: provider.submission(at, outgoing))
    if isinstance(reply, Verdict):
        return (reply,) * len(outgoing.numbers)
    verdicts = provider.read_submission(reply, outgoing)
    unclear = next((verdict for verdict in verdicts if verdict.outcome is Outcome.UNKNOWN), None)
    if reply.status >= _ERRORS and unclear is not None:
        words = _presentable(unclear, login).words
        raise NoClearAnswer(unclear.code, f"HTTP status {reply.status}: {words}", wrong_place=True)
    return tuple(_presentable(verdict, login) for verdict in verdicts)


def ask_balance(http: HttpSession, provider: Provider, login: Login) -> BalanceReply:
    """Ask for the balance; only where `capabilities.has_balance`. The words are as in `submit`.

    Raises:
        NotSent: nothing left this machine.
        NoClearAnswer: the request was written and no clear answer came.
    """
    reply = _ask(http, provider, login, provider.balance)
    balance = BalanceReply(None, reply) if isinstance(reply, Verdict) else provider.read_balance(reply)
    if balance.verdict is None:
        return balance
    return replace(balance, verdict=_presentable(balance.verdict, login))


def ask_status(http: HttpSession, provider: Provider, login: Login, message_id: str) -> DeliveryReport | Verdict:
    """Ask what became of a message; only where `capabilities.status_by` is asking.

    Returns:
        The report, or why there is none; the gateway's words are free of the password and on one line.

    Raises:
        NotSent: nothing left this machine.
        NoClearAnswer: the request was written and no clear answer came.
    """
    reply = _ask(http, provider, login, lambda at: provider.status(at, message_id))
    told = reply if isinstance(reply, Verdict) else provider.read_status(reply)
    if not isinstance(told, DeliveryReport):
        return _presentable(told, login)
    return replace(told, words=one_line(_scrubbed(told.words[:_ENOUGH_TO_SCRUB], login)))


def try_submission(http: HttpSession, provider: Provider, login: Login, outgoing: Outgoing) -> Trial:
    """Submit a message to one person once, and show the answer as it came; never raises on what happens on the wire."""
    try:
        reply = _reply(http, provider, login, lambda at: provider.submission(at, outgoing))
    except NotSent as failure:
        return Trial("", Verdict(Outcome.NOT_SENT, code=failure.code, words=failure.words))
    except NoClearAnswer as failure:
        unknown = Verdict(Outcome.UNKNOWN, code=failure.code, words=failure.words)
        return Trial(_shown(failure.answer, login), _refused_login(failure) or unknown)
    verdict = provider.read_submission(reply, outgoing)[0]
    words = f"HTTP status {reply.status}" if reply.status != _OK else ""
    shown = replace(verdict, words=words, message_id=_id_without(login.password, verdict.message_id))
    return Trial(_shown(reply.text, login), shown)


def _shown(answer: str, login: Login) -> str:
    # Scrubbed before shortened: a password cut in half is not recognised.
    return _scrubbed(answer[: 4 * _MOST_SHOWN], login)[:_MOST_SHOWN]


def _refused_login(failure: NoClearAnswer) -> Verdict | None:
    """A refusal by HTTP itself: the gateway did not look at the request, so nothing of it was taken."""
    if failure.code != LOGIN_REFUSED:
        return None
    return Verdict(Outcome.REJECTED, Scope.ACCOUNT, failure.code, failure.words)


def _ask(
    http: HttpSession, provider: Provider, login: Login, request: Callable[[Login], HttpRequest]
) -> HttpReply | Verdict:
    """The gateway's answer, or that HTTP itself refused the login."""
    try:
        return _reply(http, provider, login, request)
    except NoClearAnswer as failure:
        refused = _refused_login(failure)
        if refused is None:
            raise
        return refused


def _reply(http: HttpSession, provider: Provider, login: Login, request: Callable[[Login], HttpRequest]) -> HttpReply:
    """Ask the account's host; its backup only when no connection could be made, so that nothing goes out twice."""
    backups = provider.backup_addresses(login)
    for number, address in enumerate((login.address, *backups)):
        try:
            return http.exchange(request(replace(login, address=address)), (login.password,))
        except NotSent:
            if number == len(backups):
                raise
    raise AssertionError("the last address answers or raises")


def _presentable(verdict: Verdict, login: Login) -> Verdict:
    # A gateway may echo the request. Only words are scrubbed: striking a short password out of the whole answer
    # could spoil a code or a balance. And scrubbed before shortened: a password cut in half is not recognised.
    words = _scrubbed(verdict.words[:_ENOUGH_TO_SCRUB], login).replace("\0", "")
    words = " ".join("".join(c if c.isprintable() else " " for c in words).split())[:_MOST_WORDS]
    return replace(verdict, words=words, message_id=_id_without(login.password, verdict.message_id))


def _scrubbed(words: str, login: Login) -> str:
    return scrub(words.replace(basic(login.user_name, login.password.reveal()), STARS), login.password)


def _id_without(password: Secret, message_id: str) -> str:
    """Give a message's id as the gateway told it, "" where the password is in it."""
    told = password.reveal()
    hidden = message_id == told or (len(told) >= _NO_CHANCE and holds(message_id, password))
    return "" if hidden else message_id
