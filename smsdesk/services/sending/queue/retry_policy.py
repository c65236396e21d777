"""What a queue does after an answer: it goes on, waits and tries again by itself, or stops for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome, Scope
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.base import NOTHING_LEFT
from smsdesk.services.login_gate import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smsdesk.accounts.account import Account
    from smsdesk.domain.outcome import Verdict
    from smsdesk.domain.sentence import Sentence
    from smsdesk.providers.base import Provider
    from smsdesk.services.login_gate import Barred
    from smsdesk.services.sending.queue.moves import Standing

NOT_SENT_PAUSES_S = (5, 15, 30, 60, 120, 300)
"""Pauses after tries in which nothing left this machine; the last one again and again."""

NOT_NOW_PAUSES_S = (60, 300, 900)
"""Pauses after a gateway said "not now" in its document's words; after the last one the user is asked."""

_CHANGE_IT = QT_TRANSLATE_NOOP(
    "retry_policy", "Press “Change password…”: with the right one the messages not sent yet go on by themselves."
)
_STOPPED = QT_TRANSLATE_NOOP("retry_policy", "Sending has stopped. {reason}.")
_PUT_RIGHT = QT_TRANSLATE_NOOP(
    "retry_policy", "Put that right, then press Continue: the messages not sent yet are waiting."
)
_LOOK = QT_TRANSLATE_NOOP(
    "retry_policy", "Look at the messages marked unknown in the history, then press Continue to send the others."
)
_FOR_ALL = QT_TRANSLATE_NOOP(
    "retry_policy",
    "The others would be refused for the same reason. Cancel them, then press “Use again” in the history, and put that "
    "right; or press Continue to try the others all the same.",
)
_NO_PASSWORD = QT_TRANSLATE_NOOP("retry_policy", "There is no password for “{account}” on this computer.")
_GIVE_PASSWORD = QT_TRANSLATE_NOOP(
    "retry_policy", "Press “Change password…” and enter it: then sending goes on by itself. Nothing was sent."
)


class LoginNeeded(UserFacingError):
    """The queue has stopped because of its login: it goes on when the user has changed that."""


@frozen
class GoOn:
    """The next submission may leave."""


@frozen
class TryAgain:
    """Nothing was taken, and it may pass: the same deliveries are tried again after `after_s` seconds."""

    after_s: float
    reason: Sentence
    detail: str = ""


@frozen
class Halt:
    """The user is needed."""

    reason: UserFacingError


_TOO_MANY_UNKNOWN = 3
"""Of ten submissions: a gateway that loses some of them now and then loses more of a long list."""

NextMove = GoOn | TryAgain | Halt


def next_move(provider: Provider, verdicts: Sequence[Verdict], before: Standing, *, wrong_place: bool) -> NextMove:
    """Decide, by the scopes of what was answered.

    Args:
        provider: whose verdicts these are.
        verdicts: what became of each delivery of one submission.
        before: how the queue stands just before this.
        wrong_place: something else than the gateway answered.
    """
    tries = before.tries
    refusal = next((verdict for verdict in verdicts if verdict.refuses_all), None)
    if refusal is not None:
        passes = refusal.scope is Scope.GATEWAY and refusal.code in provider.passing_refusals
        if passes and tries < len(NOT_NOW_PAUSES_S):
            return TryAgain(NOT_NOW_PAUSES_S[tries], provider.explain(refusal.code), refusal.words)
        if refusal.code in provider.login_refusals:
            return Halt(_login_needed(provider, refusal.code, refusal.words))
        return Halt(_told(provider, refusal.code, refusal.words, _PUT_RIGHT))
    first = verdicts[0]
    if first.outcome is Outcome.NOT_SENT and first.code not in NOTHING_LEFT:
        return Halt(_told(provider, first.code, first.words, _PUT_RIGHT))
    if first.outcome is Outcome.NOT_SENT:
        pause = NOT_SENT_PAUSES_S[min(tries, len(NOT_SENT_PAUSES_S) - 1)]
        return TryAgain(pause, provider.explain(first.code), first.words)
    unclear = next((verdict for verdict in verdicts if verdict.outcome is Outcome.UNKNOWN), None)
    too_many = before.unknown_in_a_row or before.unknown_lately + 1 >= _TOO_MANY_UNKNOWN
    if unclear is not None and (wrong_place or too_many):
        return Halt(_told(provider, unclear.code, unclear.words, _LOOK))
    same = next((verdict for verdict in verdicts if verdict.refuses_message), None)
    accepted = any(verdict.outcome is Outcome.ACCEPTED for verdict in verdicts)
    if same is not None and not accepted and same.code == before.refused_with:
        return Halt(_told(provider, same.code, same.words, _FOR_ALL))
    return GoOn()


def no_way_in(account: Account, provider: Provider, barred: Barred) -> LoginNeeded:
    """Say why nothing is submitted with this account's login."""
    if barred.why is Bar.REFUSED:
        return _login_needed(provider, barred.code, "")
    return LoginNeeded(_NO_PASSWORD.fill(account=account.name), _GIVE_PASSWORD)


def _login_needed(provider: Provider, code: str, words: str) -> LoginNeeded:
    return LoginNeeded(_STOPPED.fill(reason=provider.explain(code)), _CHANGE_IT, words)


def _told(provider: Provider, code: str, words: str, todo: Sentence) -> UserFacingError:
    return UserFacingError(_STOPPED.fill(reason=provider.explain(code)), todo, words)
