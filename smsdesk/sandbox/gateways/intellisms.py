"""IntelliSoftware (IntelliSMS), played from its "HTTP Interface - Send SMS Message".

The balance, texts in hex and the logins with an access key follow the other public pages and client libraries of the
same vendor; delivery reports its page "Message Status Reports".
"""

from __future__ import annotations

import re
from decimal import Decimal
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from smsdesk.domain import gsm0338
from smsdesk.domain.frozen import frozen
from smsdesk.domain.segments import Encoding, count_segments, part_capacity, split
from smsdesk.sandbox.fates import Fate
from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Gateway, Reporting, Response
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Ledger

SEND_PATH: Final = "/smsgateway/sendmsg.aspx"
BALANCE_PATH: Final = "/smsgateway/getbalance.aspx"
KEY_SEND_PATH: Final = "/api/https/sendmsg.aspx"
KEY_BALANCE_PATH: Final = "/api/https/getbalance.aspx"
MAX_NUMBERS: Final = 100
REFUSED_ENDING: Final = "99"
"""Numbers that end so are refused as invalid, for a demo needs one."""

_PATHS: Final[Mapping[str, Purpose]] = {
    SEND_PATH: "send",
    KEY_SEND_PATH: "send",
    BALANCE_PATH: "balance",
    KEY_BALANCE_PATH: "balance",
}
_CHARSET: Final = "iso-8859-1"
_TEXT, _HEX, _VOICE = "1", "2", "6"
_NUMBER: Final = re.compile("[1-9][0-9]{7,14}")
_SENDER: Final = re.compile(r"\+?[0-9]{1,15}|.{1,11}")
_COUNT: Final = re.compile("[1-9][0-9]{0,2}")
_HOME_COUNTRY: Final = "44"

_LOGIN_INVALID: Final = "ERR:LOGIN_INVALID"
_NO_CREDIT: Final = "ERR:INSUFFICIENT_CREDIT"
_INVALID_NUMBER: Final = "ERR:INVALID_NUMBER"
_INVALID_REQUEST: Final = "ERR:INVALID_REQUEST"

_REPORTING: Final = Reporting(
    method="POST",
    fields=lambda message, status: {"msgid": message.message_id, "status": str(status), "toaddr": message.number},
    final_status={Fate.DELIVERED: 4, Fate.UNDELIVERED: 6, Fate.EXPIRED: 8},
    takes=lambda answered: answered == HTTPStatus.OK,
)


class _Refused(Exception):
    """The whole submission is answered with this line."""


@frozen
class _Message:
    text: str
    parts: int
    voice: bool = False


class Intellisms(Gateway):
    """Takes one text to 100 numbers at most, each one for itself; charges one credit a part and number.

    An access key and its secret key are a login like any other in the ledger.
    """

    name = "intellisms"
    paths = _PATHS
    demo_credits = Decimal(300)
    reporting = _REPORTING

    def user_of(self, request: Request) -> str:
        """The user name or access key."""
        return _fields(request).get("accesskey" if _with_key(request) else "username", "")

    def answer(self, request: Request, ledger: Ledger) -> Response:
        """One line, or one for each recipient, always with status 200."""
        if request.method not in ("GET", "POST"):
            return METHOD_NOT_ALLOWED
        try:
            words = self._serve(request, ledger)
        except _Refused as refused:
            words = str(refused)
        except NotEnoughCredits:
            words = _NO_CREDIT
        return Response(200, words.encode("ascii"), "text/plain")

    def _serve(self, request: Request, ledger: Ledger) -> str:
        fields = _fields(request)
        user, password = _login(fields, with_key=_with_key(request))
        if not ledger.log_in(self.name, user, password):
            return _LOGIN_INVALID
        if _PATHS[request.path] == "balance":
            return f"BALANCE:{ledger.credits(self.name, user):f}"
        return self._send(user, fields, ledger)

    def _send(self, user: str, fields: Mapping[str, str], ledger: Ledger) -> str:
        submitted = [number for number in _required(fields, "to").split(",") if number.strip()]
        message = _message(fields)
        sender = fields.get("from", "")
        if len(submitted) > MAX_NUMBERS or (sender and not _SENDER.fullmatch(sender)):
            return _INVALID_REQUEST
        # What the gateway makes of the numbers, each once.
        numbers = list(dict.fromkeys(map(_normalised, submitted)))
        taken = [number for number in numbers if _NUMBER.fullmatch(number) and not number.endswith(REFUSED_ENDING)]
        message_id = f"1001{int(ledger.new_id()):016}"
        ledger.accept(
            self.name,
            user,
            taken,
            message.text,
            parts=message.parts,
            sender=sender,
            voice=message.voice,
            ids=[message_id] * len(taken),
        )
        return _reply(numbers, taken, message_id)


def _reply(numbers: Sequence[str], taken: Sequence[str], message_id: str) -> str:
    results = {number: f"ID:{message_id}" if number in taken else _INVALID_NUMBER for number in numbers}
    if len(results) == 1:
        return next(iter(results.values()))
    return "\r\n".join(f"{number},{result}" for number, result in results.items())


def _fields(request: Request) -> dict[str, str]:
    return request.query(_CHARSET) | request.form(_CHARSET)


def _with_key(request: Request) -> bool:
    return request.path in (KEY_SEND_PATH, KEY_BALANCE_PATH)


def _login(fields: Mapping[str, str], *, with_key: bool) -> tuple[str, str]:
    if not with_key:
        return _required(fields, "username"), _required(fields, "password")
    user, password = fields.get("accesskey", ""), fields.get("secretkey", "")
    if not user or not password:
        raise _Refused("ERR:AUTH_PARAMETER_MISSING")
    return user, password


def _required(fields: Mapping[str, str], name: str) -> str:
    value = fields.get(name, "")
    if not value:
        raise _Refused(f"ERR:NO_{name.upper()}")
    return value


def _message(fields: Mapping[str, str]) -> _Message:
    """What arrives: no more than `maxconcat` parts, and a ? for what a text cannot carry."""
    most = fields.get("maxconcat", "1")
    if not _COUNT.fullmatch(most):
        raise _Refused(_INVALID_REQUEST)
    kind = fields.get("type", _TEXT)
    if kind not in (_TEXT, _HEX, _VOICE):
        raise _Refused(_INVALID_REQUEST)
    if kind == _HEX:
        encoding = Encoding.UCS2
        text = _from_hex(_required(fields, "hex"))
    else:
        encoding = Encoding.GSM7
        text = gsm0338.OUTSIDE.sub("?", _required(fields, "text"))
    if kind == _VOICE:
        return _Message(fields["text"], parts=1, voice=True)
    kept = _cut(text, int(most), encoding)
    return _Message(kept, count_segments(kept, encoding=encoding))


def _from_hex(written: str) -> str:
    """UCS-2, big-endian, four digits a unit."""
    try:
        return bytes.fromhex(written).decode("utf-16-be")
    except ValueError as error:
        raise _Refused(_INVALID_REQUEST) from error


def _cut(text: str, parts: int, encoding: Encoding) -> str:
    if parts > 1:
        return "".join(split(text, encoding=encoding)[:parts])
    # A message of one part has room for more than the first part of a longer one.
    kept = text[: part_capacity(encoding, 0)]
    while count_segments(kept, encoding=encoding) > 1:
        kept = kept[:-1]
    return kept


def _normalised(number: str) -> str:
    """The number in international format: no +, no 00, and a single leading 0 taken for a British number."""
    digits = number.strip().removeprefix("+")
    if digits.startswith("00"):
        return digits[2:]
    return _HOME_COUNTRY + digits[1:] if digits.startswith("0") else digits
