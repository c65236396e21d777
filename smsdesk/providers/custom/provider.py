"""Any other gateway, as the office that pays for it describes it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.errors import UserFacingError
from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import IN_BATCH, Outcome, Scope, Verdict
from smsdesk.domain.segments import Encoding, SmsInfo, analyze
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import (
    LOGIN_REFUSED,
    LOGIN_STATUSES,
    BalanceReply,
    HttpReply,
    HttpRequest,
    Provider,
    unreadable,
)
from smsdesk.providers.capabilities import Capabilities
from smsdesk.providers.custom.definition import OPTION, Answer, Definition, Means
from smsdesk.providers.custom.definition_json import from_json
from smsdesk.providers.custom.reply_pattern import ReplyPattern
from smsdesk.providers.custom.request import build, login_headers
from smsdesk.providers.custom.validation import reads_of
from smsdesk.providers.encoding import amount_of
from smsdesk.providers.transport.failures import NotSent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Login, Outgoing

_OWN: Final = "own:"
"""Begins a code that is the office's own sentence: history stays readable when set-up or account are long gone."""

_NOT_SET_UP: Final = "not-set-up"
_CONTRADICTION: Final = "contradiction"
_REFUSED: Final = "refused"
_ERRORS: Final = 400
"""The lowest HTTP status of a refusal: none of the office's lines makes a success of it."""

_LOGIN: Final = "login"

_SCOPES: Final[Mapping[Means, Scope]] = MappingProxyType(
    {
        Means.NUMBER: Scope.RECIPIENT,
        Means.MESSAGE: Scope.MESSAGE,
        Means.LOGIN: Scope.ACCOUNT,
        Means.ACCOUNT: Scope.ACCOUNT,
    }
)

_SET_IT_UP = QT_TRANSLATE_NOOP("provider", "This gateway is not set up yet: say what its document says.")
_ONE_OF = QT_TRANSLATE_NOOP("provider", "{reason} (one of several numbers, and it does not say which: send one by one)")
_NO_SENDER = QT_TRANSLATE_NOOP("provider", "The set-up of this gateway has no place for a sender")


class CustomHttp(Provider):
    """A gateway that its account describes; `for_account` gives the one that can speak.

    Any 2xx is read by the office's lines, any 4xx by its refusing ones. Where the answer fits lines that contradict
    each other or the status, or none, nobody knows what became of the message; 401 and 403 refuse the login even then.

    Args:
        definition: how to speak to the gateway; None as long as nobody has said.
    """

    id = "custom"
    title = "Custom HTTP"
    capabilities = Capabilities(
        default_address="",
        documents_https=True,
        country="OM",
        unit="credits",
        max_parts=5,
        max_sender=11,
        batch_size=1,
        has_balance=False,
        by_definition=True,
    )
    reasons: Mapping[str, Sentence] = MappingProxyType(
        {
            _NOT_SET_UP: QT_TRANSLATE_NOOP("provider", "The gateway is not set up: open the account and set it up"),
            _CONTRADICTION: QT_TRANSLATE_NOOP(
                "provider",
                "The answer fits lines of the set-up that contradict each other, or its own status: mend them",
            ),
            "unreadable": QT_TRANSLATE_NOOP("provider", "The answer fits no line of the account's set-up"),
            _REFUSED: QT_TRANSLATE_NOOP("provider", "The gateway refused it"),
            _REFUSED + IN_BATCH: QT_TRANSLATE_NOOP(
                "provider", "The gateway refused one of several numbers, and does not say which: send one by one"
            ),
            _LOGIN: QT_TRANSLATE_NOOP(
                "provider", "Wrong user name or password: enter them again in the account's settings"
            ),
        }
    )

    def __init__(self, definition: Definition | None = None) -> None:
        self._definition = definition
        if definition is None:
            return
        self._answers = [
            (answer, ReplyPattern(answer.pattern, reads_of(answer.means))) for answer in definition.answers
        ]
        self.capabilities = _capabilities(definition)
        self.login_refusals = frozenset(_code(each) for each in definition.answers if each.means is Means.LOGIN)

    def for_account(self, options: Mapping[str, str]) -> Provider:
        """The gateway that this account describes; one that sends nothing where its description can't be read."""
        try:
            return CustomHttp(from_json(options.get(OPTION, "")))
        except UserFacingError:
            return CustomHttp()

    def refuse_options(self, options: Mapping[str, str]) -> Sentence | None:
        """Say what is wrong with the description."""
        if not options.get(OPTION):
            return _SET_IT_UP
        try:
            from_json(options[OPTION])
        except UserFacingError as error:
            return error.what
        return None

    def analyze(self, text: str) -> SmsInfo:
        """Count the text, as UCS-2 where it travels as UTF-16 only."""
        send = self._definition.send if self._definition else None
        as_hex = send is not None and send.holds("texthex") and not send.holds("text")
        return analyze(text, encoding=Encoding.UCS2 if as_hex else None)

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build the request that the account describes.

        Raises:
            NotSent: the account describes none.
        """
        definition = self._set_up()
        numbers = outgoing.numbers if definition.plus else [number.lstrip("+") for number in outgoing.numbers]
        values = {
            **_login_values(login),
            "to": definition.separator.join(numbers),
            "text": outgoing.text,
            "texthex": outgoing.text.encode("utf-16-be", "replace").hex().upper(),
            "sender": outgoing.sender,
        }
        return build(login.address, definition.send, values, numbers, login_headers(definition, login))

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read the one answer, which holds for every number."""
        return (self._verdict(reply, several=len(outgoing.numbers) > 1),) * len(outgoing.numbers)

    def balance(self, login: Login) -> HttpRequest:
        """Build the balance request that the account describes."""
        definition = self._set_up()
        if definition.balance is None:
            return super().balance(login)
        headers = login_headers(definition, login)
        return build(login.address, definition.balance, _login_values(login), headers=headers)

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        """Read the amount; or a refusal, known by the same lines as the answers to a message."""
        definition = self._definition
        if definition is not None and definition.balance is not None and reply.status < _ERRORS:
            found = ReplyPattern(definition.balance_pattern, ("amount",)).read(reply.text)
            amount = amount_of(found["amount"]) if found is not None else None
            if amount is not None:
                return BalanceReply(Amount(amount, definition.unit))
        verdict = self._verdict(reply, several=False)
        return BalanceReply(None, verdict if verdict.outcome is Outcome.REJECTED else unreadable(reply))

    def explain(self, code: str) -> Sentence:
        """The sentence for a code, which for a refusal is what the office wrote itself."""
        if not code.startswith(_OWN):
            return super().explain(code)
        own = Sentence("custom", code.removeprefix(_OWN).removesuffix(IN_BATCH))
        return _ONE_OF.fill(reason=own) if code.endswith(IN_BATCH) else own

    def _set_up(self) -> Definition:
        if self._definition is None:
            raise NotSent(_NOT_SET_UP, "")
        return self._definition

    def _verdict(self, reply: HttpReply, *, several: bool) -> Verdict:
        if self._definition is None:
            return unreadable(reply)
        fitting = [
            (answer, found) for answer, pattern in self._answers if (found := pattern.read(reply.text)) is not None
        ]
        words = reply.text.strip()
        if not fitting and reply.status in LOGIN_STATUSES:
            return Verdict(Outcome.REJECTED, Scope.ACCOUNT, LOGIN_REFUSED, words)
        if not fitting:
            return unreadable(reply)
        answer, found = fitting[0]
        accepted = {each.means is Means.ACCEPTED for each, _ in fitting}
        if len(accepted) > 1 or (reply.status >= _ERRORS and True in accepted):
            return Verdict(Outcome.UNKNOWN, code=_CONTRADICTION, words=words)
        if answer.means is Means.ACCEPTED:
            return Verdict(Outcome.ACCEPTED, words=words, message_id=found.get("id") or found.get("digits", ""))
        scope = _SCOPES[answer.means]
        doubtful = several and scope is Scope.RECIPIENT
        return Verdict(Outcome.REJECTED, scope, _code(answer) + (IN_BATCH if doubtful else ""), words)


def _code(answer: Answer) -> str:
    # Without its full stop: the sentence is put into others.
    sentence = " ".join(answer.sentence.split()).rstrip(".")
    if sentence:
        return _OWN + sentence
    return _LOGIN if answer.means is Means.LOGIN else _REFUSED


def _login_values(login: Login) -> dict[str, str]:
    return {"user": login.user_name, "password": login.password.reveal()}


def _capabilities(definition: Definition) -> Capabilities:
    takes_sender = definition.send.holds("sender")
    return Capabilities(
        default_address="",
        documents_https=True,
        country=CustomHttp.capabilities.country,
        unit=definition.unit,
        max_parts=definition.max_parts,
        max_sender=definition.max_sender if takes_sender else None,
        no_sender=None if takes_sender else _NO_SENDER,
        batch_size=definition.batch_size,
        has_balance=definition.balance is not None,
        unsure_of_unicode=definition.unsure_of_unicode,
        by_definition=True,
        needs_user_name=definition.needs_user_name,
    )
