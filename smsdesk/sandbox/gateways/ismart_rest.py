"""iSmart REST, played from "iSmart SMS Rest API", Rev 1.0, sections 2 to 4."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from smsdesk.domain.frozen import frozen
from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Gateway, Response
from smsdesk.sandbox.gateways import ismart
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Ledger

SEND_PATH: Final = "/RestApi/api/SMS/PostSMS"
OPTED_OUT_ENDING: Final = "0098"
"""Numbers that end so have opted out, for a demo needs one."""

WRONG_TYPE: Final = 22
OPTED_OUT: Final = 23

# The document's own words, its own English.
_WORDS: Final = {
    ismart.PUSHED: "Message Pushed",
    ismart.WRONG_LOGIN: "User or Password is wrong.",
    ismart.LOW_CREDIT: "Credit is Low.",
    ismart.BLANK: "Message is blank.",
    ismart.TOO_LONG: "Message Length Exceeded.",
    ismart.NO_NUMBER: "Mobile No length is empty.",
    ismart.INVALID_NUMBER: "Invalid Mobile No.",
    ismart.INVALID_LANGUAGE: "Invalid Language.",
    ismart.BLOCKED: "Account is Blocked by administrator, concurrent failure of login.",
    ismart.INVALID_REQUEST: "Invalid Http request or Parameter fields are wrong.",
    ismart.INVALID_TIME: "Invalid date time parameter.",
    WRONG_TYPE: "Wrong Flash message parameter , Please pass “y” for flash sms.",
    OPTED_OUT: "Mobile Number Optout by the customer. SMS Not Sent",
}

_PATHS: Final[Mapping[str, Purpose]] = {SEND_PATH: "send"}
_NUMBER: Final = re.compile("968[0-9]{8}")
_NORMAL, _FLASH = "1", "9"


@frozen
class _Order:
    user: str
    password: str
    text: str
    language: str
    scheduled: str
    numbers: tuple[str, ...]
    recipient_type: str

    @property
    def parts(self) -> int:
        return ismart.parts_of(self.text, self.language)


class IsmartRest(Gateway):
    """Takes one text to many numbers, all or none; charges one credit a part and number."""

    name = "ismart-rest"
    paths = _PATHS

    def user_of(self, request: Request) -> str:
        """The body's user name."""
        order = _read(request)
        return order.user if order else ""

    def answer(self, request: Request, ledger: Ledger) -> Response:
        """One code for the whole array, as JSON with status 200."""
        if request.method != "POST":
            return METHOD_NOT_ALLOWED
        order = _read(request)
        code = self._push(order, ledger) if order else ismart.INVALID_REQUEST
        reply = json.dumps({"Code": code, "Message": _WORDS[code]}, ensure_ascii=False)
        return Response(200, reply.encode(), "application/json; charset=utf-8")

    def _push(self, order: _Order, ledger: Ledger) -> int:
        if ledger.failed_logins(self.name, order.user) >= ismart.LOGINS_BEFORE_BLOCK:
            return ismart.BLOCKED
        if not ledger.log_in(self.name, order.user, order.password):
            return ismart.WRONG_LOGIN
        if refusal := _refusal(order):
            return refusal
        try:
            ledger.accept(
                self.name,
                order.user,
                order.numbers,
                order.text,
                parts=order.parts,
                scheduled=order.scheduled,
            )
        except NotEnoughCredits:
            return ismart.LOW_CREDIT
        return ismart.PUSHED


def _read(request: Request) -> _Order | None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return None
    try:
        fields = json.loads(request.body.decode())
        return _Order(
            user=_text(fields["UserID"]),
            password=_text(fields["Password"]),
            text=_text(fields["Message"]),
            language=_digits(fields["Language"]),
            scheduled=_text(fields["ScheddateTime"]),
            numbers=_texts(fields["MobileNo"]),
            recipient_type=_digits(fields["RecipientType"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _digits(value: object) -> str:
    # The document calls Language an int and shows a string: either will do, but JSON's true is neither.
    return str(value) if type(value) is int else _text(value)


def _refusal(order: _Order) -> int:
    """The code of the first thing that is wrong with an order; 0 if nothing is."""
    checks = (
        (ismart.BLANK, not order.text.strip()),
        (ismart.INVALID_LANGUAGE, not ismart.fits_language(order.text, order.language)),
        (ismart.TOO_LONG, order.parts > ismart.MAX_PARTS),
        (ismart.INVALID_TIME, not ismart.is_ismart_time(order.scheduled)),
        (WRONG_TYPE, order.recipient_type not in (_NORMAL, _FLASH)),
        (ismart.NO_NUMBER, not all(order.numbers) or not order.numbers),
        (ismart.INVALID_NUMBER, not all(_NUMBER.fullmatch(number) for number in order.numbers)),
        (OPTED_OUT, any(number.endswith(OPTED_OUT_ENDING) for number in order.numbers)),
    )
    return next((code for code, wrong in checks if wrong), 0)
