"""iSmart (HTTP), international: one form for up to 50 numbers, one bare code for all of them."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from smsdesk.domain.outcome import IN_BATCH, Outcome, Scope, Verdict
from smsdesk.domain.segments import Encoding
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import HttpReply, HttpRequest, Provider, unreadable
from smsdesk.providers.capabilities import Capabilities
from smsdesk.providers.encoding import form
from smsdesk.providers.gateways.ismart_reasons import SHARED_REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.providers.base import Login, Outgoing

_PATH: Final = "/iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx"
_WALL_CLOCK: Final = "Asia/Muscat"
_NUMBER: Final = re.compile(r"\+\d{8,15}", re.ASCII)
# The whole answer, for the first number in an error page may be a 1 as well.
_CODE: Final = re.compile(r"\s*(\d{1,2})\s*", re.ASCII)
_ACCEPTED: Final = "1"

_SCOPES: Final[Mapping[str, Scope]] = MappingProxyType(
    {
        **dict.fromkeys(("2", "3", "4", "7", "12", "13", "14", "17", "18", "20"), Scope.ACCOUNT),
        **dict.fromkeys(("5", "6", "10", "15", "16", "19", "22"), Scope.MESSAGE),
        **dict.fromkeys(("8", "9", "23"), Scope.RECIPIENT),
    }
)

_NOT_LATIN: Final = QT_TRANSLATE_NOOP(
    "ismart_http",
    "The senders that iSmart registers are in Latin letters, and this one is not: iSmart will hardly know it.",
)
_REFUSED_NUMBER: Final = QT_TRANSLATE_NOOP(
    "ismart_http", "iSmart (HTTP) takes numbers of 8 to 15 digits, country code included"
)


class IsmartHttp(Provider):
    """iSmart, as in its "HTTP POST Method API", sections 2 to 5 (request, fields, lengths, codes).

    The document says "11 digits", and contradicts itself in its samples: 8 to 15 digits are taken. Its fields go
    as UTF-8, percent-encoded (the commas between numbers too), and never in the address. The date goes along with
    a scheduled message only: without it, says the document, the message leaves at once. `referenceIds` is always
    sent: left out, it is answered with 15. 22 and 23 stand in the other document, and are answered here as well.
    """

    id = "ismart-http"
    title = "iSmart (HTTP)"
    capabilities = Capabilities(
        default_address="https://www.ismartsms.net",
        documents_https=True,
        country="OM",
        unit="credits",
        max_parts=5,
        max_sender=11,
        batch_size=50,
        has_balance=False,
        wall_clock=_WALL_CLOCK,
        can_schedule=True,
        own_references=True,
    )
    reasons: Mapping[str, Sentence] = MappingProxyType(
        {
            **SHARED_REASONS,
            "9": QT_TRANSLATE_NOOP(
                "ismart_http", "iSmart does not accept this number: check its country code and its digits"
            ),
            "16": QT_TRANSLATE_NOOP("ismart_http", "iSmart does not accept the date and time: choose another time"),
            "17": QT_TRANSLATE_NOOP(
                "ismart_http", "This user name is not registered for iSmart's web service: check it, or ask iSmart"
            ),
            "18": QT_TRANSLATE_NOOP(
                "ismart_http", "This user may not use iSmart's HTTP service: ask iSmart to register it for that"
            ),
            "19": QT_TRANSLATE_NOOP(
                "ismart_http",
                "This sender is not registered at iSmart: write it as registered (capitals count), or ask iSmart",
            ),
        }
    )
    login_refusals = frozenset({"2", "3", "12", "17"})

    def refuse_number(self, number: str) -> Sentence | None:
        """Refuse what has fewer than 8 or more than 15 digits."""
        return None if _NUMBER.fullmatch(number) else _REFUSED_NUMBER

    def cautions(self, text: str, sender: str) -> tuple[Sentence, ...]:
        """Headers are registered beforehand, in Latin letters."""
        return (*super().cautions(text, sender), *(() if sender.isascii() else (_NOT_LATIN,)))

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build `SMSDynamicRefIntlAPI.aspx`, sections 2 and 3."""
        fields = {
            "UserId": login.user_name,
            "Password": login.password.reveal(),
            "MobileNo": ",".join(number.lstrip("+") for number in outgoing.numbers),
            "Message": outgoing.text,
        }
        if outgoing.scheduled:
            fields["PushDateTime"] = outgoing.at.astimezone(ZoneInfo(_WALL_CLOCK)).strftime("%m/%d/%Y %H:%M:%S")
        fields["Lang"] = "0" if self.analyze(outgoing.text).encoding == Encoding.GSM7 else "64"
        fields["Header"] = outgoing.sender
        if outgoing.references:
            fields["referenceIds"] = ",".join(outgoing.references)
        return form(f"{login.address}{_PATH}", fields)

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read the one code, section 5, which holds for every number; anything but a bare code is unknown.

        What was, or may have been, accepted is known by our own references.
        """
        verdict = _verdict(reply, several=len(outgoing.numbers) > 1)
        if verdict.outcome is Outcome.REJECTED or not outgoing.references:
            return (verdict,) * len(outgoing.numbers)
        return tuple(
            Verdict(verdict.outcome, verdict.scope, verdict.code, verdict.words, reference)
            for reference in outgoing.references
        )


def _verdict(reply: HttpReply, *, several: bool) -> Verdict:
    found = _CODE.fullmatch(reply.text)
    if found is None:
        return unreadable(reply)
    code = found[1]
    if code == _ACCEPTED:
        return Verdict(Outcome.ACCEPTED, words=code)
    if code not in _SCOPES:  # 11 by the document, and numbers that it does not list
        return Verdict(Outcome.UNKNOWN, code=code, words=code)
    scope = _SCOPES[code]
    if several and scope is Scope.RECIPIENT:
        return Verdict(Outcome.REJECTED, scope, code + IN_BATCH, code)
    return Verdict(Outcome.REJECTED, scope, code, code)
