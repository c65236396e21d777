"""iSmart HTTP, played from the document on iSmart's HTTP POST method (multi header, international), sections 2 to 5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smsdesk.domain.segments import Encoding, count_segments, encoding_of
from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Response
from smsdesk.sandbox.gateways.ismart_time import is_ismart_time
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Ledger

SEND_PATH: Final = "/iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx"
MAX_NUMBERS: Final = 50
MAX_PARTS: Final = 5
MAX_HEADER: Final = 11
LOGINS_BEFORE_BLOCK: Final = 3
UNREGISTERED_HEADER: Final = "NOTREG"
"""The header that nobody registered; all others are taken for registered."""
REFUSED_ENDING: Final = "0099"
"""Numbers that end so are refused as invalid, for a demo needs one."""

# Section 5. The interface has the same numbers as iSmart REST up to 16, and others from there on.
PUSHED: Final = 1
WRONG_LOGIN: Final = 3
LOW_CREDIT: Final = 4
BLANK: Final = 5
TOO_LONG: Final = 6
NO_NUMBER: Final = 8
INVALID_NUMBER: Final = 9
INVALID_LANGUAGE: Final = 10
BLOCKED: Final = 12
INVALID_REQUEST: Final = 15
INVALID_TIME: Final = 16
NOT_FOR_GET: Final = 18
UNKNOWN_HEADER: Final = 19

_PATHS: Final[Mapping[str, Purpose]] = {SEND_PATH: "send"}
_REQUIRED: Final = frozenset({"UserId", "Password", "MobileNo", "Message", "Lang", "Header"})
# "Length 11 digits" contradicts the document's own samples of 10 digits and more: what E.164 has room for.
_NUMBER: Final = re.compile("[1-9][0-9]{7,14}")
_REFERENCE: Final = re.compile("[0-9]{3,6}")
_ENGLISH, _ARABIC = "0", "64"


class IsmartHttp:
    """Takes one text to 50 numbers at most, all or none; charges one credit a part and number."""

    @property
    def name(self) -> str:
        """Its name in the ledger."""
        return "ismart-http"

    @property
    def paths(self) -> Mapping[str, Purpose]:
        """The one call it offers."""
        return _PATHS

    def user_of(self, request: Request) -> str:
        """The form's user name."""
        return request.form().get("UserId", "")

    def answer(self, request: Request, ledger: Ledger) -> Response:
        """One bare code for all numbers, as a page with status 200."""
        if request.method not in ("GET", "POST"):
            return METHOD_NOT_ALLOWED
        code = self._push(request.form(), ledger) if request.method == "POST" else NOT_FOR_GET
        return Response(200, str(code).encode())

    def _push(self, form: Mapping[str, str], ledger: Ledger) -> int:
        if not form.keys() >= _REQUIRED:
            return INVALID_REQUEST
        user, text = form["UserId"], form["Message"]
        # A blocked login stays so even for the right password: somebody at the gateway has to lift it.
        if ledger.failed_logins(self.name, user) >= LOGINS_BEFORE_BLOCK:
            return BLOCKED
        if not ledger.log_in(self.name, user, form["Password"]):
            return WRONG_LOGIN
        numbers = form["MobileNo"].split(",")
        references = form["referenceIds"].split(",") if "referenceIds" in form else []
        if refusal := _refusal(form, numbers, references):
            return refusal
        try:
            ledger.accept(
                self.name,
                user,
                numbers,
                text,
                parts=_parts(form),
                sender=form["Header"],
                scheduled=form.get("PushDateTime", ""),
                ids=references,
            )
        except NotEnoughCredits:
            return LOW_CREDIT
        return PUSHED


def _parts(form: Mapping[str, str]) -> int:
    # The length follows the language that was declared, also where the text would have done with less.
    return count_segments(form["Message"], encoding=Encoding.UCS2 if form["Lang"] == _ARABIC else None)


def _refusal(form: Mapping[str, str], numbers: Sequence[str], references: Sequence[str]) -> int:
    """The code of the first thing that is wrong with a request; 0 if nothing is."""
    text, language, header = form["Message"], form["Lang"], form["Header"]
    unfit = language == _ENGLISH and encoding_of(text) != Encoding.GSM7
    registered = 1 <= len(header) <= MAX_HEADER and header != UNREGISTERED_HEADER
    referred = "referenceIds" in form
    checks = (
        (BLANK, not text.strip()),
        (INVALID_LANGUAGE, unfit or language not in (_ENGLISH, _ARABIC)),
        (TOO_LONG, _parts(form) > MAX_PARTS),
        (INVALID_TIME, "PushDateTime" in form and not is_ismart_time(form["PushDateTime"])),
        (UNKNOWN_HEADER, not registered),
        (NO_NUMBER, not all(numbers)),
        (INVALID_NUMBER, not all(_is_number(number) for number in numbers)),
        (INVALID_REQUEST, len(numbers) > MAX_NUMBERS),
        (INVALID_REQUEST, referred and len(references) != len(numbers)),
        (INVALID_REQUEST, not all(_REFERENCE.fullmatch(reference) for reference in references)),
    )
    return next((code for code, wrong in checks if wrong), 0)


def _is_number(number: str) -> bool:
    return _NUMBER.fullmatch(number) is not None and not number.endswith(REFUSED_ENDING)
