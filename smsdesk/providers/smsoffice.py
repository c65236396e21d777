"""SMS Office, South Africa: GET requests with everything in the query, answers in plain text."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

from smsdesk.domain.money import Amount
from smsdesk.domain.outcome import Outcome, Scope, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import BalanceReply, HttpReply, HttpRequest, Provider, unreadable
from smsdesk.providers.capabilities import Capabilities

if TYPE_CHECKING:
    from collections.abc import Mapping

from smsdesk.providers.base import Login, Outgoing

_UNIT: Final = "credits"

# Nothing looser: "accepted" means money spent. ASCII only, so that no look-alike letter passes.
_SUCCESS: Final = re.compile(
    r"\s*success:\s*(?:message tracking number:)?\s*([\w-]{0,64})\s*", re.IGNORECASE | re.ASCII
)
_ERROR: Final = re.compile(r"\s*error:(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
_BALANCE: Final = re.compile(r"\s*(?:success:)?\s*(-?\d{1,15}(?:\.\d{1,6})?)\s*", re.IGNORECASE | re.ASCII)

_PHRASES: Final[Mapping[str, tuple[str, Scope]]] = MappingProxyType(
    {
        "login failed": ("login-failed", Scope.ACCOUNT),
        "not enough credits": ("no-credit", Scope.ACCOUNT),
        "invalid [from]": ("bad-from", Scope.MESSAGE),
        "invalid [to]": ("bad-to", Scope.RECIPIENT),
        "invalid [message]": ("bad-message", Scope.MESSAGE),
        "number must start with international prefix": ("zero-not-allowed", Scope.RECIPIENT),
        "0 not allowed": ("zero-not-allowed", Scope.RECIPIENT),
        "max of 4 parts": ("too-many-parts", Scope.MESSAGE),
    }
)
"""The documented errors, by the words that are sure to be in them: hints and examples follow, unspecified."""


class SmsOffice(Provider):
    """SMS Office, as in "SMS Office HTTP API Specification", sections 1 (balance) and 2 (sending).

    The document knows http alone, one recipient per request, and no charset: text goes as UTF-8, percent-encoded.
    """

    id = "smsoffice"
    title = "SMS Office"
    capabilities = Capabilities(
        default_address="http://www.smsoffice.co.za",
        documents_https=False,
        country="ZA",
        unit=_UNIT,
        max_parts=4,
        max_sender=11,
        batch_size=1,
        has_balance=True,
        suggested_price=Decimal(1),
        unsure_of_unicode=True,
    )
    reasons: Mapping[str, Sentence] = MappingProxyType(
        {
            "login-failed": QT_TRANSLATE_NOOP(
                "smsoffice",
                "Wrong user name or password at SMS Office: enter them again in the account's settings",
            ),
            "no-credit": QT_TRANSLATE_NOOP("smsoffice", "Not enough credits at SMS Office: buy credits, then continue"),
            "bad-from": QT_TRANSLATE_NOOP(
                "smsoffice", "SMS Office does not accept this sender: use up to 11 letters and digits"
            ),
            "bad-to": QT_TRANSLATE_NOOP("smsoffice", "SMS Office does not accept this number: check its digits"),
            "bad-message": QT_TRANSLATE_NOOP(
                "smsoffice", "SMS Office does not accept this text: change it, or try without unusual characters"
            ),
            "zero-not-allowed": QT_TRANSLATE_NOOP(
                "smsoffice", "The number must begin with its country code, not with 0"
            ),
            "too-many-parts": QT_TRANSLATE_NOOP(
                "smsoffice", "The text is too long for SMS Office: shorten it to 4 parts"
            ),
        }
    )

    login_refusals = frozenset({"login-failed"})

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build `sendsms.asp`, section 2; `to` is the number without plus."""
        return _get(
            login,
            "/sms/api/sendsms.asp",
            {"from": outgoing.sender, "to": outgoing.numbers[0].lstrip("+"), "message": outgoing.text},
        )

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read `Success:` with a tracking number, or a documented `Error:`; anything else is unknown."""
        found = _SUCCESS.fullmatch(reply.text)
        if found:
            return (Verdict(Outcome.ACCEPTED, message_id=found[1]),) * len(outgoing.numbers)
        return (_refusal(reply),) * len(outgoing.numbers)

    def balance(self, login: Login) -> HttpRequest:
        """Build `balance.asp`, section 1."""
        return _get(login, "/sms/api/balance.asp", {})

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        """Read the number of credits, with or without `Success:` before it."""
        found = _BALANCE.fullmatch(reply.text)
        if found:
            return BalanceReply(Amount(Decimal(found[1]), _UNIT))
        return BalanceReply(None, _refusal(reply))


def _get(login: Login, path: str, fields: Mapping[str, str]) -> HttpRequest:
    query = {"username": login.user_name, "password": login.password.reveal(), **fields}
    # %20 rather than + for a space: it means a space everywhere. "replace" is for half a surrogate pair, which a
    # clipboard can hold and UTF-8 can't.
    encoded = urlencode(query, quote_via=quote, safe="", encoding="utf-8", errors="replace")
    return HttpRequest("GET", f"{login.address}{path}?{encoded}")


def _refusal(reply: HttpReply) -> Verdict:
    """Find the documented phrase; the first one counts, as hints after it may speak of other fields."""
    error = _ERROR.fullmatch(reply.text)
    if error:
        words = " ".join(error[1].split())
        places = {words.lower().find(phrase): phrase for phrase in _PHRASES}
        places.pop(-1, None)
        if places:
            code, scope = _PHRASES[places[min(places)]]
            return Verdict(Outcome.REJECTED, scope, code, words)
    return unreadable(reply)
