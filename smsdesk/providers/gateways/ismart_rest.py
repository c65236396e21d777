"""iSmart (REST), Oman: one JSON request for many numbers, one code for all of them."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from smsdesk.domain.outcome import IN_BATCH, Outcome, Scope, Verdict
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence
from smsdesk.providers.base import HttpReply, HttpRequest, Provider, unreadable
from smsdesk.providers.capabilities import Capabilities
from smsdesk.providers.gateways.ismart_reasons import SHARED_REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

from smsdesk.providers.base import Login, Outgoing

_WALL_CLOCK: Final = "Asia/Muscat"
_OMANI: Final = re.compile(r"\+968\d{8}", re.ASCII)
_CODE: Final = re.compile(r"[1-9]\d?", re.ASCII)
_ACCEPTED: Final = "1"
_NORMAL_SMS: Final = "1"
_PAST: Final = timedelta(days=1)
"""Taken from "now", so that a computer whose clock is hours ahead delays nothing: a time that is past means at once."""

_SCOPES: Final[Mapping[str, Scope]] = MappingProxyType(
    {
        **dict.fromkeys(("2", "3", "4", "7", "12", "13", "14", "18", "20", "21"), Scope.ACCOUNT),
        **dict.fromkeys(("5", "6", "10", "15", "16", "22"), Scope.MESSAGE),
        **dict.fromkeys(("8", "9", "23"), Scope.RECIPIENT),
    }
)

_REFUSED_NUMBER: Final = QT_TRANSLATE_NOOP("ismart_rest", "iSmart (REST) sends to Oman only: +968 and 8 digits")
_NO_SENDER: Final = QT_TRANSLATE_NOOP(
    "ismart_rest", "iSmart (REST) has no field for a sender, so none can be chosen here"
)


class IsmartRest(Provider):
    """iSmart, as in its "SMS Rest API", sections 2 (request), 3 (lengths) and 4 (codes).

    The document gives no limit for the array of numbers, and no rule for leaving the date out: it always goes
    along, in the gateway's own time. What shall leave now carries a time that is past, as other clients of this
    endpoint do.
    """

    id = "ismart-rest"
    title = "iSmart (REST)"
    capabilities = Capabilities(
        default_address="https://ismartsms.net",
        documents_https=True,
        country="OM",
        unit="credits",
        max_parts=5,
        max_sender=None,
        batch_size=50,
        has_balance=False,
        no_sender=_NO_SENDER,
        batch_editable=True,
        wall_clock=_WALL_CLOCK,
        can_schedule=True,
    )
    reasons: Mapping[str, Sentence] = MappingProxyType(
        {
            **SHARED_REASONS,
            "9": QT_TRANSLATE_NOOP("ismart_rest", "iSmart does not accept this number: it must be +968 and 8 digits"),
            "16": QT_TRANSLATE_NOOP(
                "ismart_rest", "iSmart does not accept the date and time: check this computer's clock"
            ),
            "18": QT_TRANSLATE_NOOP(
                "ismart_rest", "This user may not send through iSmart's web service: ask iSmart to register it"
            ),
            "21": QT_TRANSLATE_NOOP(
                "ismart_rest", "iSmart can be used from inside Oman only: this computer seems to be elsewhere"
            ),
        }
    )

    login_refusals = frozenset({"2", "3", "12", "18"})

    def refuse_number(self, number: str) -> Sentence | None:
        """Refuse what is not Omani: section 2 wants 11 digits, 968 and 8 more."""
        return None if _OMANI.fullmatch(number) else _REFUSED_NUMBER

    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build `PostSMS`, section 2."""
        gateway_time = (outgoing.at if outgoing.scheduled else outgoing.at - _PAST).astimezone(ZoneInfo(_WALL_CLOCK))
        fields = {
            "UserID": login.user_name,
            "Password": login.password.reveal(),
            "Message": outgoing.text,
            "Language": "0" if self.analyze(outgoing.text).encoding == "GSM-7" else "64",
            "ScheddateTime": gateway_time.strftime("%m/%d/%Y %H:%M:%S"),
            "MobileNo": [number.lstrip("+") for number in outgoing.numbers],
            "RecipientType": _NORMAL_SMS,
        }
        # Arabic as UTF-8, like the document's own sample, rather than as \u escapes that its reader may not know.
        # "replace" is for half a surrogate pair, which a clipboard can hold and UTF-8 can't.
        body = json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")
        return HttpRequest(
            "POST", f"{login.address}/RestApi/api/SMS/PostSMS", {"Content-Type": "application/json"}, body
        )

    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read the one code, section 4, which holds for every number; anything else is unknown."""
        return (_verdict(reply, several=len(outgoing.numbers) > 1),) * len(outgoing.numbers)


def _verdict(reply: HttpReply, *, several: bool) -> Verdict:
    try:
        answer = json.loads(reply.text)
    except (ValueError, RecursionError):
        return unreadable(reply)
    code = _code(answer.get("Code")) if isinstance(answer, dict) else None
    if code is None:
        return unreadable(reply)
    message = answer.get("Message")
    words = message.strip() if isinstance(message, str) else ""
    if code == _ACCEPTED:
        return Verdict(Outcome.ACCEPTED, words=words)
    if code not in _SCOPES:  # 11 by the document, and numbers that it does not list
        return Verdict(Outcome.UNKNOWN, code=code, words=words)
    scope = _SCOPES[code]
    if several and scope is Scope.RECIPIENT:
        code += IN_BATCH
    return Verdict(Outcome.REJECTED, scope, code, words)


def _code(value: object) -> str | None:
    """Give the code as digits, from a number or a string; None for all else, also for `true`, an int in Python."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = value if isinstance(value, str) else f"{value:d}"
    return text if _CODE.fullmatch(text) else None
