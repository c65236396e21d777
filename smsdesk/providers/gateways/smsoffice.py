"""SMS Office, South Africa: GET requests with everything in the query, answers in plain text."""

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
from smsdesk.providers.encoding import AMOUNT, amount_of, encoded, international, is_plain, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Login, Outgoing

_UNIT: Final = "credits"

# Nothing looser: "accepted" means money spent. ASCII only, so that no look-alike letter passes.
# Possessive (*+), so that a megabyte of blanks is read once and not once per blank.
# A tracking number has a digit in it: "Success: failed" is no success.
_SUCCESS: Final = re.compile(
    r"\s*+success:\s*+(?:message tracking number:)?\s*+((?=[a-z_-]*\d)[\w-]{1,64}|)\s*+", re.IGNORECASE | re.ASCII
)
_ERROR: Final = re.compile(r"\s*+error\s*+:(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
_BALANCE: Final = re.compile(rf"\s*+(?:success:)?\s*+({AMOUNT})\s*+", re.IGNORECASE | re.ASCII)

_MESSAGE_ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)
_STATUS: Final = re.compile(r"\d{1,9}", re.ASCII)

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

_STATES: Final[Mapping[str, DeliveryState]] = MappingProxyType(
    {"200": DeliveryState.DELIVERED, "300": DeliveryState.UNDELIVERED, "400": DeliveryState.UNDELIVERED}
)

_NOT_CARRIED: Final = QT_TRANSLATE_NOOP(
    "smsoffice", "No network carries this sender: use Latin letters without accents, digits and plain signs"
)


class SmsOffice(Provider):
    """SMS Office, as in "SMS Office HTTP API Specification", sections 1 (balance), 2 (sending), 3 (reports).

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
        status_by=StatusBy.REPORT,
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
            # Delivery states.
            "100": QT_TRANSLATE_NOOP("smsoffice", "SMS Office has passed the message on to the mobile network"),
            "200": QT_TRANSLATE_NOOP("smsoffice", "Delivered to the phone"),
            "300": QT_TRANSLATE_NOOP("smsoffice", "The message could not be delivered to the phone"),
            "400": QT_TRANSLATE_NOOP("smsoffice", "SMS Office has no way to this number's network"),
        }
    )

    login_refusals = frozenset({"login-failed"})

    def refuse_sender(self, sender: str) -> Sentence | None:
        """Refuse what no network carries."""
        return None if is_plain(sender) else _NOT_CARRIED

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
        amount = amount_of(found[1]) if found else None
        if amount is not None:
            return BalanceReply(Amount(amount, _UNIT))
        return BalanceReply(None, _refusal(reply))

    def read_report(self, fields: Mapping[str, str]) -> DeliveryReport | None:
        """Read the callback, section 3: `messageid`, `to`, `from`, `StatusID`, `statusMessage`.

        A message has one recipient, so the id alone tells which it was, should the number be unreadable.
        """
        named = {name.lower(): value.strip() for name, value in fields.items()}
        message_id, status = named.get("messageid", ""), named.get("statusid", "")
        if not (_MESSAGE_ID.fullmatch(message_id) and _STATUS.fullmatch(status)):
            return None
        words = one_line(named.get("statusmessage", ""))
        return DeliveryReport(message_id, international(named.get("to", "")), _STATES.get(status), status, words)


def _get(login: Login, path: str, fields: Mapping[str, str]) -> HttpRequest:
    query = {"username": login.user_name, "password": login.password.reveal(), **fields}
    return HttpRequest("GET", f"{login.address}{path}?{encoded(query)}")


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
