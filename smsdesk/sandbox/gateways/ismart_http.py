"""iSmart HTTP, played from the document on iSmart's HTTP POST method (multi header, international), sections 2 to 5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Gateway, Response
from smsdesk.sandbox.gateways import ismart
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Ledger

SEND_PATH: Final = "/iBulkSMS/HttpWS/SMSDynamicRefIntlAPI.aspx"
MAX_NUMBERS: Final = 50
MAX_HEADER: Final = 11
UNREGISTERED_HEADER: Final = "NOTREG"
"""The header that nobody registered; all others are taken for registered."""
REFUSED_ENDING: Final = "0099"
"""Numbers that end so are refused as invalid, for a demo needs one."""

# Section 5. The interface has the same numbers as iSmart REST up to 16, and others from there on.
NOT_FOR_GET: Final = 18
UNKNOWN_HEADER: Final = 19

_PATHS: Final[Mapping[str, Purpose]] = {SEND_PATH: "send"}
_REQUIRED: Final = frozenset({"UserId", "Password", "MobileNo", "Message", "Lang", "Header"})
# "Length 11 digits" contradicts the document's own samples of 10 digits and more: what E.164 has room for.
_NUMBER: Final = re.compile("[1-9][0-9]{7,14}")
_REFERENCE: Final = re.compile("[0-9]{3,6}")


class IsmartHttp(Gateway):
    """Takes one text to 50 numbers at most, all or none; charges one credit a part and number."""

    name = "ismart-http"
    paths = _PATHS

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
            return ismart.INVALID_REQUEST
        user, text = form["UserId"], form["Message"]
        if ledger.failed_logins(self.name, user) >= ismart.LOGINS_BEFORE_BLOCK:
            return ismart.BLOCKED
        if not ledger.log_in(self.name, user, form["Password"]):
            return ismart.WRONG_LOGIN
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
                parts=ismart.parts_of(text, form["Lang"]),
                sender=form["Header"],
                scheduled=form.get("PushDateTime", ""),
                ids=references,
            )
        except NotEnoughCredits:
            return ismart.LOW_CREDIT
        return ismart.PUSHED


def _refusal(form: Mapping[str, str], numbers: Sequence[str], references: Sequence[str]) -> int:
    """The code of the first thing that is wrong with a request; 0 if nothing is."""
    text, language, header = form["Message"], form["Lang"], form["Header"]
    registered = 1 <= len(header) <= MAX_HEADER and header != UNREGISTERED_HEADER
    referred = "referenceIds" in form
    checks = (
        (ismart.BLANK, not text.strip()),
        (ismart.INVALID_LANGUAGE, not ismart.fits_language(text, language)),
        (ismart.TOO_LONG, ismart.parts_of(text, language) > ismart.MAX_PARTS),
        (ismart.INVALID_TIME, "PushDateTime" in form and not ismart.is_ismart_time(form["PushDateTime"])),
        (UNKNOWN_HEADER, not registered),
        (ismart.NO_NUMBER, not all(numbers)),
        (ismart.INVALID_NUMBER, not all(_is_number(number) for number in numbers)),
        (ismart.INVALID_REQUEST, len(numbers) > MAX_NUMBERS),
        (ismart.INVALID_REQUEST, referred and len(references) != len(numbers)),
        (ismart.INVALID_REQUEST, not all(_REFERENCE.fullmatch(reference) for reference in references)),
    )
    return next((code for code, wrong in checks if wrong), 0)


def _is_number(number: str) -> bool:
    return _NUMBER.fullmatch(number) is not None and not number.endswith(REFUSED_ENDING)
