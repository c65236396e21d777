"""One question to a gateway and its answer read: what the lane calls, for every gateway alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from smsdesk.accounts.secret import scrub

if TYPE_CHECKING:
    from smsdesk.accounts.secret import Secret
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import BalanceReply, Login, Outgoing, Provider
    from smsdesk.providers.http import HttpSession

_MOST_WORDS: Final = 200
_ENOUGH_TO_SCRUB: Final = 4000


def submit(http: HttpSession, provider: Provider, login: Login, outgoing: Outgoing) -> tuple[Verdict, ...]:
    """Submit a message once.

    Returns:
        One verdict per number, in order; the gateway's words in it are free of the password, on one line, and at
        most 200 characters.

    Raises:
        NotSent: nothing left this machine.
        NoClearAnswer: the request was written and no clear answer came.
    """
    reply = http.exchange(provider.submission(login, outgoing), (login.password,))
    return tuple(_presentable(verdict, login.password) for verdict in provider.read_submission(reply, outgoing))


def ask_balance(http: HttpSession, provider: Provider, login: Login) -> BalanceReply:
    """Ask for the balance; only where `capabilities.has_balance`. The words are as in `submit`.

    Raises:
        NotSent: nothing left this machine.
        NoClearAnswer: the request was written and no clear answer came.
    """
    balance = provider.read_balance(http.exchange(provider.balance(login), (login.password,)))
    if balance.verdict is None:
        return balance
    return replace(balance, verdict=_presentable(balance.verdict, login.password))


def _presentable(verdict: Verdict, password: Secret) -> Verdict:
    # A gateway may echo the request. Only words are scrubbed: striking a short password out of the whole answer
    # could spoil a code or a balance. And scrubbed before shortened: a password cut in half is not recognised.
    words = scrub(verdict.words[:_ENOUGH_TO_SCRUB], password)
    words = " ".join("".join(c if c.isprintable() else " " for c in words).split())[:_MOST_WORDS]
    message_id = "" if verdict.message_id == password.reveal() else verdict.message_id
    return replace(verdict, words=words, message_id=message_id)
