"""IntelliSoftware's answers: one line for everything, or a line per number; and its codes in words."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.outcome import IN_BATCH, Outcome, Scope, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP
from smsdesk.providers.base import unreadable
from smsdesk.providers.encoding import international

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.domain.sentence import Sentence
    from smsdesk.providers.base import HttpReply

MISSING: Final = re.compile("NO_[A-Z_]{1,40}")
"""A mandatory parameter is missing: `NO_TO`, `NO_TEXT`, ..."""

ANY_MISSING: Final = "NO_*"
"""Where `REASONS` has the sentence for all of them."""

_BLANKS: Final = " \t\r\f\v"
_ACCEPTED: Final = re.compile(r"ID:([A-Za-z0-9-]{1,64})", re.ASCII)
# The document prints a description beside each code; some answers hold it too.
_REFUSED: Final = re.compile(r"ERR:[ \t]{0,8}([A-Z][A-Z_]{0,40})(?:[ \t](?!.*\bID:).{0,200})?", re.ASCII)
_ABOUT_ONE: Final = re.compile(r"([\d+ ().-]{5,64}),[ \t]*(.*)", re.ASCII)
_UNLISTED: Final = "no-line"

_SCOPES: Final[Mapping[str, Scope]] = MappingProxyType(
    {
        "LOGIN_INVALID": Scope.ACCOUNT,
        "AUTH_PARAMETER_MISSING": Scope.ACCOUNT,
        "AUTH_PARAMETER_INVALID": Scope.ACCOUNT,
        "CONNECTION_NOT_SECURE": Scope.ACCOUNT,
        "INSUFFICIENT_CREDIT": Scope.ACCOUNT,
        "DAILY_ALLOWANCE_EXCEEDED": Scope.ACCOUNT,
        "INVALID_NUMBER": Scope.RECIPIENT,
        "INVALID_REQUEST": Scope.MESSAGE,
        "PARAMETER_MISSING": Scope.MESSAGE,
        "PARAMETER_INVALID": Scope.MESSAGE,
        "GATEWAY_ERROR": Scope.GATEWAY,
    }
)

REASONS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "LOGIN_INVALID": QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "Wrong user name or password at IntelliSoftware: enter them again in the account's settings",
        ),
        "AUTH_PARAMETER_MISSING": QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "IntelliSoftware misses part of the login: check user name, password and login by access key",
        ),
        "AUTH_PARAMETER_INVALID": QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "IntelliSoftware can't read the login: check user name, password and login by access key",
        ),
        "CONNECTION_NOT_SECURE": QT_TRANSLATE_NOOP(
            "intellisms_answer", "IntelliSoftware wants a secure connection: use an address that begins with https://"
        ),
        "INSUFFICIENT_CREDIT": QT_TRANSLATE_NOOP(
            "intellisms_answer", "Not enough credit at IntelliSoftware: buy credits, then continue"
        ),
        "DAILY_ALLOWANCE_EXCEEDED": QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "This account has sent all it may in one day: continue tomorrow, or ask IntelliSoftware",
        ),
        "INVALID_NUMBER": QT_TRANSLATE_NOOP(
            "intellisms_answer", "IntelliSoftware can't send to this number: check its country code and digits"
        ),
        "INVALID_NUMBER" + IN_BATCH: QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "IntelliSoftware can't send to one of these numbers, and does not say which: send one by one",
        ),
        "INVALID_REQUEST": QT_TRANSLATE_NOOP(
            "intellisms_answer", "IntelliSoftware does not accept the request: check text and sender"
        ),
        "PARAMETER_MISSING": QT_TRANSLATE_NOOP("intellisms_answer", "IntelliSoftware found no text in the message"),
        "PARAMETER_INVALID": QT_TRANSLATE_NOOP(
            "intellisms_answer", "IntelliSoftware can't read the text: shorten it, or try without unusual characters"
        ),
        ANY_MISSING: QT_TRANSLATE_NOOP(
            "intellisms_answer",
            "IntelliSoftware misses something it needs: check text, numbers and the account's settings",
        ),
        "GATEWAY_ERROR": QT_TRANSLATE_NOOP("intellisms_answer", "IntelliSoftware can't take messages at the moment"),
        "INTERNAL_ERROR": QT_TRANSLATE_NOOP(
            "intellisms_answer", "IntelliSoftware had a fault of its own: the message may have been sent or not"
        ),
        _UNLISTED: QT_TRANSLATE_NOOP("intellisms_answer", "IntelliSoftware's answer does not mention this number"),
        # Delivery states.
        "0": QT_TRANSLATE_NOOP("intellisms_answer", "IntelliSoftware does not know what became of the message"),
        "1": QT_TRANSLATE_NOOP("intellisms_answer", "IntelliSoftware says that all is well with the message"),
        "2": QT_TRANSLATE_NOOP("intellisms_answer", "The message is waiting at IntelliSoftware"),
        "3": QT_TRANSLATE_NOOP("intellisms_answer", "The message was handed to the mobile network"),
        "4": QT_TRANSLATE_NOOP("intellisms_answer", "Delivered to the phone"),
        "5": QT_TRANSLATE_NOOP("intellisms_answer", "The mobile network did not accept the message"),
        "6": QT_TRANSLATE_NOOP("intellisms_answer", "The message could not be delivered to the phone"),
        "7": QT_TRANSLATE_NOOP("intellisms_answer", "The message is being routed to the mobile network"),
        "8": QT_TRANSLATE_NOOP("intellisms_answer", "The phone could not be reached in time"),
        "11": QT_TRANSLATE_NOOP("intellisms_answer", "The voice message was acknowledged"),
        "12": QT_TRANSLATE_NOOP("intellisms_answer", "The voice message was rejected by whoever took the call"),
    }
)
"""A sentence for every error and every delivery state."""


def verdicts(reply: HttpReply, numbers: Sequence[str]) -> tuple[Verdict, ...]:
    """Read an answer to a submission: one verdict per number, in order.

    A line alone speaks for a single recipient, or refuses the whole submission. Otherwise each line begins with
    its number, and stands for itself: a broken one makes only its own number unknown, since the others have
    been sent and must not be sent again.
    """
    lines = [line.strip(_BLANKS) for line in reply.text.split("\n") if line.strip(_BLANKS)]
    if len(lines) == 1 and (whole := _result(lines[0])):
        return (_for_all(whole, several=len(numbers) > 1),) * len(numbers)
    said: dict[str, set[Verdict | None]] = {}
    for line in lines:
        found = _ABOUT_ONE.fullmatch(line)
        if found:
            said.setdefault(international(found[1]), set()).add(_result(found[2]))
    if not said:
        return (unreadable(reply),) * len(numbers)
    ids = {verdict.message_id for results in said.values() for verdict in results if verdict and verdict.message_id}
    # One id holds for the whole submission: with it, a delivery report can still find this number.
    unlisted = Verdict(Outcome.UNKNOWN, code=_UNLISTED, message_id=ids.pop() if len(ids) == 1 else "")
    return tuple(_only(said.get(number, set())) or unlisted for number in numbers)


def refusal(line: str) -> Verdict | None:
    """Read `ERR:` and its code; None when it is something else. Codes of no document are unknown."""
    found = _REFUSED.fullmatch(line)
    if not found:
        return None
    code = found[1]
    scope = Scope.MESSAGE if MISSING.fullmatch(code) else _SCOPES.get(code)
    if scope is None:  # INTERNAL_ERROR by the document, and what it does not list
        return Verdict(Outcome.UNKNOWN, code=code, words=line)
    return Verdict(Outcome.REJECTED, scope, code, line)


def _result(line: str) -> Verdict | None:
    found = _ACCEPTED.fullmatch(line)
    return Verdict(Outcome.ACCEPTED, message_id=found[1]) if found else refusal(line)


def _for_all(whole: Verdict, *, several: bool) -> Verdict:
    if not several:
        return whole
    if whole.outcome is Outcome.ACCEPTED:  # by the document, several recipients have a line each
        return Verdict(Outcome.UNKNOWN, code=_UNLISTED, message_id=whole.message_id)
    if whole.scope is Scope.RECIPIENT:
        return Verdict(whole.outcome, whole.scope, whole.code + IN_BATCH, whole.words)
    return whole


def _only(results: set[Verdict | None]) -> Verdict | None:
    """The verdict that all lines about a number agree on."""
    return next(iter(results)) if len(results) == 1 else None
