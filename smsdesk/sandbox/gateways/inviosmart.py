"""Inviosmart, played from its description of the HTTP API gateway.

The description has gaps where its error and status lists stood. They are filled from the vendor's public page on the
same engine, which has the same calls under other file names.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from smsdesk.domain.segments import count_segments
from smsdesk.sandbox.fates import Fate, fate_of
from smsdesk.sandbox.gateway import METHOD_NOT_ALLOWED, Gateway, Response
from smsdesk.sandbox.ledger import NotEnoughCredits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smsdesk.sandbox.gateway import Purpose, Request
    from smsdesk.sandbox.ledger import Ledger

SEND_PATH: Final = "/sendsms/"
STATUS_PATH: Final = "/smsstatus/"
BALANCE_PATH: Final = "/account-balance/"
PRICE_EUR: Final = Decimal("0.05")
"""What one part costs, to any country."""
MAX_SENDER: Final = 11
MAX_PARTS: Final = 4
NO_COUNT: Final = -9999
REFUSED_ENDING: Final = "99"
"""Numbers that end so are refused as invalid, for a demo needs one."""

QUEUED: Final = 1
FINAL_STATUS: Final = {Fate.DELIVERED: 2048, Fate.UNDELIVERED: 64, Fate.EXPIRED: 128}

_PATHS: Final[Mapping[str, Purpose]] = {SEND_PATH: "send", STATUS_PATH: "status", BALANCE_PATH: "balance"}
_NUMBER: Final = re.compile("[1-9][0-9]{7,14}")

# The vendor's own words, its own English.
_NO_USER: Final = "Error: 1001 - No username given."
_NO_PASSWORD: Final = "Error: 1002 - No password given."  # noqa: S105 - a sentence about one
_NO_DESTINATION: Final = "Error: 1003 - No destination number given."
_INVALID_DESTINATION: Final = "Error: 1005 - Invalid destination number."
_LONG_SENDER: Final = "Error: 1006 - Alphanumeric sender address is longer than accepted."
_NO_SENDER: Final = "Error: 1008 - No sender name or number given."
_NO_TEXT: Final = "Error: 1011 - There is no SMS text given."
_WRONG_LOGIN: Final = "Error: 1012 - User authendication failure. Username and/or password mismatch."
_NO_CREDIT: Final = "Error: 1013 - Not available credits for user."
_NUMERIC_SENDER: Final = "Error: 1016 - Not enough alphanumeric characters on sender address. Required"
_SENDER_CHARACTERS: Final = "Error: 1021 - Invalid characters on sender address."
_NO_ID: Final = "Error: 1027 - No SMS ID given."
_NOT_AN_ID: Final = "Error: 1028 - No valid parameters given."
_TOO_LONG: Final = "Error: 1029 - The allowed length of sms is no more than 612 characters (4 SMS)."


class Inviosmart(Gateway):
    """Takes one recipient per request; charges `PRICE_EUR` a part, and tells on request how far a message is."""

    name = "inviosmart"
    paths = _PATHS
    demo_credits = Decimal("50.00")

    def user_of(self, request: Request) -> str:
        """The query's user name."""
        return request.query().get("username", "")

    def answer(self, request: Request, ledger: Ledger) -> Response:
        """One line, always with status 200."""
        if request.method != "GET":
            return METHOD_NOT_ALLOWED
        fields = request.query()
        user, password = fields.get("username", ""), fields.get("password", "")
        if not user:
            line = _NO_USER
        elif not password:
            line = _NO_PASSWORD
        elif not ledger.log_in(self.name, user, password):
            line = _WRONG_LOGIN
        elif request.path == SEND_PATH:
            line = self._send(user, fields, ledger)
        elif request.path == STATUS_PATH:
            line = self._status(user, fields.get("SMSId", ""), ledger)
        else:
            line = self._balance(user, fields.get("countryprefix", ""), ledger)
        return Response(200, line.encode())

    def _send(self, user: str, fields: Mapping[str, str], ledger: Ledger) -> str:
        number, sender, text = (fields.get(name, "") for name in ("destination", "sender", "message"))
        if refusal := _refusal(number, sender, text):
            return refusal
        parts = count_segments(text)
        try:
            (copy,) = ledger.accept(self.name, user, [number], text, parts=parts, sender=sender, price=PRICE_EUR)
        except NotEnoughCredits:
            return _NO_CREDIT
        return f"OK ID:{copy.message_id}"

    def _status(self, user: str, message_id: str, ledger: Ledger) -> str:
        if not message_id:
            return _NO_ID
        progress = ledger.ask_after(self.name, user, message_id)
        if progress is None:
            return _NOT_AN_ID
        copy = progress.copy
        status = FINAL_STATUS[fate_of(copy.number)] if progress.settled else QUEUED
        charge = PRICE_EUR * copy.parts
        return (
            f"{copy.message_id}:{_stamp(copy.at)}:{copy.number}:{_stamp(progress.changed_at)}"
            f":{status}:{copy.parts}:{charge:.3f}"
        )

    def _balance(self, user: str, country_prefix: str, ledger: Ledger) -> str:
        euro = ledger.credits(self.name, user)
        count = int(euro / PRICE_EUR) if country_prefix.isdecimal() else NO_COUNT
        return f"Status: 1000 - Balance:{euro:.2f}|SmsRemainCount:{count}"


def _refusal(number: str, sender: str, text: str) -> str:
    checks = (
        (_NO_DESTINATION, not number),
        (_INVALID_DESTINATION, not _NUMBER.fullmatch(number) or number.endswith(REFUSED_ENDING)),
        (_NO_SENDER, not sender),
        (_LONG_SENDER, len(sender) > MAX_SENDER),
        (_SENDER_CHARACTERS, not (sender.isascii() and sender.isprintable())),
        (_NUMERIC_SENDER, sender.isdecimal()),
        (_NO_TEXT, not text),
        (_TOO_LONG, count_segments(text) > MAX_PARTS),
    )
    return next((line for line, wrong in checks if wrong), "")


def _stamp(at: datetime) -> str:
    # The document names no zone; here it is UTC.
    return at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
