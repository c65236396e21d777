"""SMS Office, played from the "SMS Office HTTP API Specification", sections 1 to 3."""

from __future__ import annotations

import re
from decimal import Decimal
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from smsdesk.domain.segments import count_segments
from smsdesk.sandbox.fates import Fate
from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Gateway, Reporting, Response
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Accepted, Ledger

BALANCE_PATH: Final = "/sms/api/balance.asp"
SEND_PATH: Final = "/sms/api/sendsms.asp"
MAX_SENDER: Final = 11
MAX_PARTS: Final = 4
REFUSED_ENDING: Final = "0099"
"""Numbers that end so are refused as invalid, for a demo needs one."""

_PATHS: Final[Mapping[str, Purpose]] = {BALANCE_PATH: "balance", SEND_PATH: "send"}
_NUMBER: Final = re.compile("[1-9][0-9]{7,14}")

# "The error description will contain useful information and syntax examples": so none of these is the whole answer.
_EXAMPLE: Final = "Syntax: sendsms.asp?username=xxxx&password=xxxx&from=senderID&to=27830000001&message=Hello world"
_LOGIN_FAILED: Final = "Error: Login Failed"
_NO_CREDITS: Final = "Error: Not enough credits"
_SENDER: Final = f"Error:Invalid [from] parameter. Use 1 to {MAX_SENDER} letters and digits.\r\n{_EXAMPLE}"
_LEADING_0: Final = (
    f"Error:Number must start with international prefix, 0 not allowed. Use 27 in place of the 0.\r\n{_EXAMPLE}"
)
_RECIPIENT: Final = f"Error:Invalid [to] parameter. Use the international format, digits only.\r\n{_EXAMPLE}"
_MESSAGE: Final = f"Error:Invalid [message] parameter. The message is empty.\r\n{_EXAMPLE}"
_TOO_LONG: Final = f"Error:Max of {MAX_PARTS} parts per message exceeded. Shorten the message.\r\n{_EXAMPLE}"

_STATUS_WORDS: Final = {
    100: "Submitted to gateway",
    200: "Delivered to Mobile",
    300: "Delivery Failed",
    400: "Route not available",
}


def _callback(message: Accepted, status: int) -> dict[str, str]:
    """Section 3."""
    return {
        "messageid": message.message_id,
        "to": message.number,
        "from": message.sender,
        "StatusID": str(status),
        "statusMessage": _STATUS_WORDS.get(status, ""),
    }


_REPORTING: Final = Reporting(
    method="GET",
    fields=_callback,
    final_status={Fate.DELIVERED: 200, Fate.UNDELIVERED: 300, Fate.EXPIRED: 300},
    takes=lambda answered: HTTPStatus.OK <= answered < HTTPStatus.BAD_REQUEST,
)


class SmsOffice(Gateway):
    """Takes one recipient per request; charges one credit a part."""

    name = "smsoffice"
    paths = _PATHS
    demo_credits = Decimal("1234.56")
    reporting = _REPORTING

    def user_of(self, request: Request) -> str:
        """The query's user name."""
        return request.query().get("username", "")

    def answer(self, request: Request, ledger: Ledger) -> Response:
        """`Success:` or `Error:` with more behind it, always with status 200 and ASP's own content type."""
        if request.method != "GET":
            return METHOD_NOT_ALLOWED
        fields = request.query()
        user = fields.get("username", "")
        if not ledger.log_in(self.name, user, fields.get("password", "")):
            words = _LOGIN_FAILED
        elif request.path == BALANCE_PATH:
            words = f"Success:{ledger.credits(self.name, user):.2f}"
        else:
            words = self._send(user, fields, ledger)
        return Response(200, words.encode())

    def _send(self, user: str, fields: Mapping[str, str], ledger: Ledger) -> str:
        sender, number, text = (fields.get(name, "") for name in ("from", "to", "message"))
        if refusal := _refusal(sender, number, text):
            return refusal
        try:
            (copy,) = ledger.accept(self.name, user, [number], text, parts=count_segments(text), sender=sender)
        except NotEnoughCredits:
            return _NO_CREDITS
        return f"Success:message tracking number:{copy.message_id}"


def _refusal(sender: str, number: str, text: str) -> str:
    if not 1 <= len(sender) <= MAX_SENDER:
        return _SENDER
    if number.startswith("0"):
        return _LEADING_0
    if not _NUMBER.fullmatch(number) or number.endswith(REFUSED_ENDING):
        return _RECIPIENT
    if not text:
        return _MESSAGE
    if count_segments(text) > MAX_PARTS:
        return _TOO_LONG
    return ""
