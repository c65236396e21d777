"""IntelliSoftware (IntelliSMS), UK: one form for up to 100 numbers, a line of answer for each of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smsdesk.domain.delivery import DeliveryState
from smsdesk.domain.delivery_report import DeliveryReport
from smsdesk.domain.gsm0338 import BASIC, EXTENSION
from smsdesk.domain.money import Amount
from smsdesk.domain.segments import Encoding, Forcing, SmsInfo, analyze
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import BalanceReply, HttpReply, HttpRequest, Provider, unreadable
from smsdesk.providers.capabilities import Capabilities, Option, OptionKind, StatusBy
from smsdesk.providers.encoding import AMOUNT, amount_of, form, international
from smsdesk.providers.gateways.intellisms_answer import ANY_MISSING, MISSING, REASONS, refusal, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import Login, Outgoing

_DEFAULT_ADDRESS: Final = "https://www.intellisoftware.co.uk"
_BACKUP_ADDRESS: Final = "https://www.intellisoftware2.co.uk"
_UNIT: Final = "credits"
_TEXT, _UNICODE, _VOICE = "1", "2", "6"
_ON: Final = "1"

_LAST_LATIN: Final = "\xff"
_NOT_LATIN: Final = re.compile(f"[{''.join(c for c in BASIC + EXTENSION if c > _LAST_LATIN)}]")
"""What GSM-7 has and ISO-8859-1 has not: the euro sign and the Greek capitals."""

_PHONE: Final = re.compile(r"\+?\d{1,15}", re.ASCII)
_NAME: Final = re.compile(r"[A-Za-z0-9 .&_-]*", re.ASCII)
"""What British networks carry as a name."""

_MOST_DIGITS: Final = 15
_MOST_LETTERS: Final = 11
_BALANCE: Final = re.compile(rf"\s*+BALANCE:({AMOUNT})\s*+", re.ASCII)
_MESSAGE_ID: Final = re.compile(r"[A-Za-z0-9-]{1,64}", re.ASCII)
_STATUS: Final = re.compile(r"\d{1,3}", re.ASCII)

_STATES: Final[Mapping[str, DeliveryState]] = MappingProxyType(
    {
        "4": DeliveryState.DELIVERED,
        "5": DeliveryState.UNDELIVERED,
        "6": DeliveryState.UNDELIVERED,
        "8": DeliveryState.EXPIRED,
    }
)

_MAX_PARTS: Final = Option(
    "max-parts",
    QT_TRANSLATE_NOOP("intellisms", "Most parts of one message"),
    QT_TRANSLATE_NOOP("intellisms", "IntelliSoftware names no limit. Every part is paid for."),
    OptionKind.NUMBER,
    default="5",
    most=10,
)
_AS_VOICE: Final = Option(
    "voice",
    QT_TRANSLATE_NOOP("intellisms", "Send as voice messages"),
    QT_TRANSLATE_NOOP(
        "intellisms", "The text is read aloud in a call. Western European letters only: no Arabic, no euro sign."
    ),
    OptionKind.SWITCH,
)
_ACCESS_KEY: Final = Option(
    "access-key",
    QT_TRANSLATE_NOOP("intellisms", "Log in with an access key"),
    QT_TRANSLATE_NOOP(
        "intellisms", "For newer accounts: enter the access key as user name and the secret key as password."
    ),
    OptionKind.SWITCH,
)

_NO_VOICE: Final = QT_TRANSLATE_NOOP(
    "intellisms",
    "IntelliSoftware can read only Western European letters aloud, and this text has others. "
    "Change the text, or switch voice messages off in the account's settings.",
)
_LONG_SENDER: Final = QT_TRANSLATE_NOOP(
    "intellisms", "IntelliSoftware takes a number of up to 15 digits, or a name of up to 11 characters, as sender"
)
_FOREIGN_SENDER: Final = QT_TRANSLATE_NOOP(
    "intellisms", "A name as sender can have letters from A to Z, digits, blanks and . & _ - only"
)
_NAME_AS_SENDER: Final = QT_TRANSLATE_NOOP(
    "intellisms",
    "The document of IntelliSoftware speaks of a phone number as sender, not of a name. "
    "If this is your first message with this sender, send it to yourself first.",
)
_LONG_UNICODE: Final = QT_TRANSLATE_NOOP(
    "intellisms",
    "One page of IntelliSoftware gives such texts 70 characters only. "
    "If this is your first one that is longer, send it to yourself first.",
)


class Intellisms(Provider):
    """IntelliSoftware, as in its "HTTP Interface - Send SMS Message", and its public pages beside that one.

    From those pages come the Unicode form (`type=2&hex=`), `getbalance.aspx`, the pushed reports, the backup host,
    and the login by `accesskey` and `secretkey` under `/api/https/`; none of it is confirmed by the document
    itself. Parameters may stand in the address or in a form, says the document: all go in a form here.

    `hex` needs a type of its own, so a voice message (type 6) can only have a text that ISO-8859-1 holds.
    """

    id = "intellisms"
    title = "IntelliSoftware"
    capabilities = Capabilities(
        default_address=_DEFAULT_ADDRESS,
        documents_https=True,
        country="GB",
        unit=_UNIT,
        max_parts=int(_MAX_PARTS.default),
        max_sender=_MOST_DIGITS,
        max_sender_name=_MOST_LETTERS,
        needs_sender=False,
        batch_size=100,
        has_balance=True,
        suggested_price=Decimal(1),
        status_by=StatusBy.REPORT,
        options=(_MAX_PARTS, _AS_VOICE, _ACCESS_KEY),
    )
    reasons: Mapping[str, Sentence] = REASONS
    login_refusals = frozenset({"LOGIN_INVALID", "AUTH_PARAMETER_MISSING", "AUTH_PARAMETER_INVALID"})
    passing_refusals = frozenset({"GATEWAY_ERROR"})  # "unable to process request at this time"

    def analyze(self, text: str) -> SmsInfo:
        """Count the text as it will travel: as UCS-2 also where GSM-7 would do, but ISO-8859-1 does not hold it."""
        own = _forcing(text)
        if not own:
            return analyze(text)
        info = analyze(text, encoding=Encoding.UCS2)
        return replace(info, forcing=tuple(sorted((*info.forcing, *own), key=lambda each: each.positions[0])))

    def max_parts(self, options: Mapping[str, str]) -> int:
        """The account's own limit: the document names none."""
        chosen = options.get(_MAX_PARTS.id, "")
        if not (chosen.isascii() and chosen.isdigit()) or len(chosen) > 9:
            chosen = _MAX_PARTS.default
        return min(max(int(chosen), 1), _MAX_PARTS.most)

    def refuse_sender(self, sender: str) -> Sentence | None:
        """Refuse what is neither a number of up to 15 digits nor a name of up to 11 characters that networks carry."""
        if _PHONE.fullmatch(self.sent_sender(sender)):
            return None
        if len(sender) > _MOST_LETTERS:
            return _LONG_SENDER
        return None if _NAME.fullmatch(sender) else _FOREIGN_SENDER

    def sent_sender(self, sender: str) -> str:
        """A number goes without its blanks and its plus."""
        digits = sender.replace(" ", "")
        return digits.lstrip("+") if _PHONE.fullmatch(digits) else sender

    def refuse_text(self, text: str, options: Mapping[str, str]) -> Sentence | None:
        """Refuse a voice message in letters that only the Unicode form could carry."""
        return _NO_VOICE if options.get(_AS_VOICE.id) == _ON and not _is_latin(text) else None

    def cautions(self, text: str, sender: str) -> tuple[Sentence, ...]:
        """A name as sender, and more than one part of Unicode, are on no firm ground."""
        info = self.analyze(text)
        long = info.encoding == Encoding.UCS2 and info.segments > 1
        named = bool(sender) and not _PHONE.fullmatch(self.sent_sender(sender))
        return (*((_NAME_AS_SENDER,) if named else ()), *((_LONG_UNICODE,) if long else ()))

    def backup_addresses(self, login: Login) -> tuple[str, ...]:
        """Give the vendor's second host; to an office that chose another address it would mean nothing."""
        return (_BACKUP_ADDRESS,) if login.address == _DEFAULT_ADDRESS else ()

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build `sendmsg.aspx`. `maxconcat` always goes along: the gateway's default of 1 would cut long texts."""
        fields = {"to": ",".join(number.lstrip("+") for number in outgoing.numbers)}
        voice = login.options.get(_AS_VOICE.id) == _ON
        # Voice that was switched on while a text of other letters was waiting: it still arrives, to be read.
        if self.analyze(outgoing.text).encoding == Encoding.GSM7 or (voice and _is_latin(outgoing.text)):
            fields["text"] = outgoing.text
            kind = _VOICE if voice else _TEXT
        else:
            fields["hex"] = outgoing.text.encode("utf-16-be", "replace").hex().upper()
            kind = _UNICODE
        if outgoing.sender:
            fields["from"] = self.sent_sender(outgoing.sender)
        fields["maxconcat"] = str(max(outgoing.parts, 1))
        fields["type"] = kind
        return _post(login, "sendmsg.aspx", fields)

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read one line for all, or a line per number; a number without a line is unknown."""
        return verdicts(reply, outgoing.numbers)

    def balance(self, login: Login) -> HttpRequest:
        """Build `getbalance.aspx`, as the vendor's own programs do: in a form."""
        return _post(login, "getbalance.aspx", {})

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        """Read the number of credits behind `BALANCE:`."""
        found = _BALANCE.fullmatch(reply.text)
        amount = amount_of(found[1]) if found else None
        if amount is not None:
            return BalanceReply(Amount(amount, _UNIT))
        return BalanceReply(None, refusal(reply.text.strip()) or unreadable(reply))

    def read_report(self, fields: Mapping[str, str]) -> DeliveryReport | None:
        """Read `msgid`, `toaddr` and `status`. All recipients share the id, so without a number it tells nothing."""
        named = {name.lower(): value.strip() for name, value in fields.items()}
        message_id, status = named.get("msgid", ""), named.get("status", "")
        number = international(named.get("toaddr", ""))
        if not (number and _MESSAGE_ID.fullmatch(message_id) and _STATUS.fullmatch(status)):
            return None
        return DeliveryReport(message_id, number, _STATES.get(status), status)

    def explain(self, code: str) -> Sentence:
        """The sentence for a code; the document writes those for missing parameters as `NO_XXXXXXXXXXX`."""
        known = code in self.reasons or not MISSING.fullmatch(code)
        return super().explain(code if known else ANY_MISSING)


def _is_latin(text: str) -> bool:
    return max(text, default="") <= _LAST_LATIN


def _forcing(text: str) -> tuple[Forcing, ...]:
    """What forces UCS-2 at this gateway alone."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for match in _NOT_LATIN.finditer(text):
        positions[match[0]].append(match.start())
    return tuple(
        Forcing(char, unicodedata.name(char), tuple(where), invisible=False) for char, where in positions.items()
    )


def _post(login: Login, script: str, fields: Mapping[str, str]) -> HttpRequest:
    by_key = login.options.get(_ACCESS_KEY.id) == _ON
    folder, user, password = (
        ("api/https", "accesskey", "secretkey") if by_key else ("smsgateway", "username", "password")
    )
    given = {user: login.user_name, password: login.password.reveal(), **fields}
    return form(f"{login.address}/{folder}/{script}", {name: _latin_bytes(value) for name, value in given.items()})


def _latin_bytes(value: str) -> bytes:
    """The gateway reads ISO-8859-1; a password that this does not hold can only be tried in UTF-8."""
    return value.encode("iso-8859-1") if _is_latin(value) else value.encode("utf-8", "replace")
