"""Inviosmart, Italy: GET requests with everything in the query, for sending, status and balance."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import BalanceReply, HttpReply, HttpRequest, Provider, unreadable
from smsdesk.providers.capabilities import Capabilities, StatusBy
from smsdesk.providers.encoding import AMOUNT, amount_of, encoded, international, is_plain
from smsdesk.providers.gateways.inviosmart_reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Login, Outgoing

_UNIT: Final = "EUR"

# Possessive (*+), so that a megabyte of blanks is read once and not once per blank.
_SUCCESS: Final = re.compile(r"\s*OK ID:\s*(\d{1,20})\s*", re.ASCII)
_CODED: Final = re.compile(r"\s*(?:Error|Status): (\d{4}) - ([^\r\n]*+)\s*+", re.ASCII)
_UNCODED: Final = re.compile(r"\s*(internal error|system error|invalid destination)\b[^\r\n]*+\s*+", re.I | re.ASCII)
# Nobody's amount or status is thrown away for a count or a charge that is oddly written, or missing.
_BALANCE: Final = re.compile(
    rf"\s*+Status: 1000 - Balance:({AMOUNT})(?:\|SmsRemainCount:([^|\r\n]{{0,32}}))?\s*+", re.ASCII
)
_COUNT: Final = re.compile(r"\s*(\d{1,9})\s*", re.ASCII)
_STATUS: Final = re.compile(
    r"\s*(\d{1,20}):[^:\r\n]{0,32}:(\+?\d{0,20}):[^:\r\n]{0,32}:(\d{1,9}):([^:\r\n]{0,32}):([^:\r\n]{0,64})\s*",
    re.ASCII,
)
_PARTS: Final = re.compile(r"0*[1-9]\d{0,2}", re.ASCII)
_CHARGE: Final = re.compile(r"\d{1,9}(?:\.\d{1,6})?", re.ASCII)

_BALANCE_FOLLOWS: Final = "1000"
_QUEUED_WITHOUT_ID: Final = "1026"
_UNCLEAR: Final = frozenset({"1010", "1019", "1020", "1025", "1043", "internal-error", "system-error"})
_SCOPES: Final[Mapping[str, Scope]] = MappingProxyType(
    {
        **dict.fromkeys(("1001", "1002", "1012", "1013", "1014", "1018", "1023", "1038"), Scope.ACCOUNT),
        **dict.fromkeys(("1003", "1004", "1005", "1017", "invalid-destination"), Scope.RECIPIENT),
        **dict.fromkeys(("1031", "1032"), Scope.GATEWAY),
    }
)
"""Scopes other than the message's own, which every other coded error has."""

_STATES: Final[Mapping[str, DeliveryState | None]] = MappingProxyType(
    {
        **dict.fromkeys(("1", "2", "4", "16", "32", "1024")),
        **dict.fromkeys(("8", "64", "256", "512"), DeliveryState.UNDELIVERED),
        "128": DeliveryState.EXPIRED,
        "2048": DeliveryState.DELIVERED,
    }
)

_DIGITS_ONLY: Final = QT_TRANSLATE_NOOP(
    "inviosmart", "Inviosmart takes no sender without letters: use a name, such as your office's"
)
_NOT_CARRIED: Final = QT_TRANSLATE_NOOP(
    "inviosmart", "No network carries this sender: use Latin letters without accents, digits and plain signs"
)


class Inviosmart(Provider):
    """Inviosmart, as in its page "HTTP API gateway"; what that leaves out (the codes) is public vendor material.

    The document knows http alone, one recipient per request, and no charset: text goes as UTF-8, percent-encoded.
    """

    id = "inviosmart"
    title = "Inviosmart"
    capabilities = Capabilities(
        default_address="http://httpapi.inviosmart.it",
        documents_https=False,
        country="IT",
        unit=_UNIT,
        max_parts=4,
        max_sender=11,
        batch_size=1,
        has_balance=True,
        status_by=StatusBy.ASKING,
        unsure_of_unicode=True,
    )
    reasons: Mapping[str, Sentence] = REASONS
    login_refusals = frozenset({"1001", "1002", "1012", "1014", "1038"})

    def refuse_sender(self, sender: str) -> Sentence | None:
        """Refuse what no network carries, and digits alone: "You must also provide letters", says the vendor."""
        if not is_plain(sender):
            return _NOT_CARRIED
        return None if not sender or any(char.isalpha() for char in sender) else _DIGITS_ONLY

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build `/sendsms/`; `destination` is the number without plus."""
        fields = {
            **_credentials(login),
            "destination": outgoing.numbers[0].lstrip("+"),
            "sender": outgoing.sender,
            "message": outgoing.text,
        }
        return _get(login, "/sendsms/", fields)

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read `OK ID:` with a number, "queued" (1026, without one) or an error; anything else is unknown."""
        found = _SUCCESS.fullmatch(reply.text)
        coded = _CODED.fullmatch(reply.text)
        if found:
            verdict = Verdict(Outcome.ACCEPTED, message_id=found[1])
        elif coded and coded[1] == _QUEUED_WITHOUT_ID:
            verdict = Verdict(Outcome.ACCEPTED, code=coded[1], words=coded[2].strip())
        else:
            verdict = _refusal(reply)
        return (verdict,) * len(outgoing.numbers)

    def balance(self, login: Login) -> HttpRequest:
        """Build `/account-balance/`; with a default country, its messages are counted too."""
        fields = _credentials(login)
        if login.calling_code:
            fields["countryprefix"] = str(login.calling_code)
        return _get(login, "/account-balance/", fields)

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        """Read the euros and the messages left; -9999 messages, or anything else that is no number, is no count."""
        found = _BALANCE.fullmatch(reply.text)
        amount = amount_of(found[1]) if found else None
        if found is None or amount is None:
            return BalanceReply(None, _refusal(reply))
        count = _COUNT.fullmatch(found[2] or "")
        return BalanceReply(Amount(amount, _UNIT), messages=int(count[1]) if count else None)

    def status(self, login: Login, message_id: str) -> HttpRequest:
        """Build `/smsstatus/`."""
        return _get(login, "/smsstatus/", {"SMSId": message_id, **_credentials(login)})

    def read_status(self, reply: HttpReply) -> DeliveryReport | Verdict:
        """Read the seven fields: id, submitted, number, last change, status, quantity, charge.

        What happened is never lost to an odd quantity or charge: a decimal comma may mean thousands, so that is none.
        """
        found = _STATUS.fullmatch(reply.text)
        if not found:
            return _refusal(reply)
        message_id, number, code = found[1], international(found[2]), found[3].lstrip("0") or "0"
        parts, charge = _PARTS.fullmatch(found[4].strip()), _CHARGE.fullmatch(found[5].strip())
        return DeliveryReport(
            message_id,
            number,
            _STATES.get(code),
            code if code in _STATES else f"unknown ({code})",
            parts=int(parts[0]) if parts else None,
            cost=Decimal(charge[0]) if charge else None,
        )


def _credentials(login: Login) -> dict[str, str]:
    return {"username": login.user_name, "password": login.password.reveal()}


def _get(login: Login, path: str, fields: Mapping[str, str]) -> HttpRequest:
    return HttpRequest("GET", f"{login.address}{path}?{encoded(fields)}")


def _refusal(reply: HttpReply) -> Verdict:
    """Read an error, coded or not, of any of the three calls."""
    coded = _CODED.fullmatch(reply.text)
    uncoded = _UNCODED.fullmatch(reply.text)
    if coded and coded[1] not in (_BALANCE_FOLLOWS, _QUEUED_WITHOUT_ID):
        code, words = coded[1], coded[2].strip()
    elif uncoded:
        code, words = uncoded[1].lower().replace(" ", "-"), reply.text.strip()
    else:
        return unreadable(reply)
    if code in _UNCLEAR:
        return Verdict(Outcome.UNKNOWN, code=code, words=words)
    return Verdict(Outcome.REJECTED, _SCOPES.get(code, Scope.MESSAGE), code, words)
