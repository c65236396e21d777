"""The contract of a provider: build a request, read its answer. The HTTP layer in between is shared.

A provider is a pure translator between our words and one gateway's wire format. It opens no connection, keeps no
state and never raises on what a gateway answers: an answer that its document does not know is `unknown`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.domain.segments import SmsInfo, analyze
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

    from smsdesk.accounts.secret import Secret
    from smsdesk.domain.money import Amount


@dataclass(frozen=True, slots=True)
class Login:
    """What a request needs to know of an account. `address` is `scheme://host[:port]` without a path."""

    address: str
    user_name: str
    password: Secret


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One submission: one text for 1..n recipients.

    Attributes:
        text: the message, exactly as typed.
        sender: the sender ID, "" where the gateway takes none.
        numbers: E.164 with the leading plus.
        at: when the message shall leave (UTC, aware); now for an immediate one.
        parts: the counted parts of one copy.
    """

    text: str
    sender: str
    numbers: tuple[str, ...]
    at: datetime
    parts: int


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request, ready for the wire: `url` is percent-encoded and carries no userinfo."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class HttpReply:
    """A 200 answer that is no HTML page: `text` is its body, decoded, at most 1 MiB."""

    text: str


@dataclass(frozen=True, slots=True)
class BalanceReply:
    """What the gateway answered to a balance request: an amount, or why there is none."""

    amount: Amount | None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a gateway can do, as its document says; the account dialog and the window are drawn from it.

    Attributes:
        default_address: the documented `scheme://host`.
        documents_https: its document (or the vendor) knows https.
        country: ISO region of the gateway, suggested as default country.
        unit: what balance and price are counted in ("credits").
        max_parts: most parts of one message.
        max_sender: most characters of a sender ID; None where the API has no sender field.
        no_sender: why there is no sender field.
        batch_size: most recipients in one request.
        batch_editable: the document is silent about `batch_size`, so the office may change it.
        has_balance: it can be asked for the balance.
        suggested_price: price of one part in `unit`, where public material suggests one.
        wall_clock: the time zone (IANA name) in which the gateway reads times; None where it takes none.
        unsure_of_unicode: its document does not say how other than GSM characters travel.
    """

    default_address: str
    documents_https: bool
    country: str
    unit: str
    max_parts: int
    max_sender: int | None
    batch_size: int
    has_balance: bool
    no_sender: Sentence | None = None
    batch_editable: bool = False
    suggested_price: Decimal | None = None
    wall_clock: str | None = None
    unsure_of_unicode: bool = False


class Provider(ABC):
    """One gateway's wire format. Subclasses follow the document that their docstring names."""

    id: str
    title: str
    capabilities: Capabilities
    reasons: Mapping[str, Sentence]
    """A sentence a person understands for every documented code."""
    login_refusals: frozenset[str] = frozenset()
    """The codes that mean a wrong password or user name: no machine may try these a second time."""

    def analyze(self, text: str) -> SmsInfo:
        """Count the text in the encoding that it will really have at this gateway."""
        return analyze(text)

    def refuse_number(self, number: str) -> Sentence | None:  # noqa: ARG002 - most gateways take any number
        """Say why this gateway can't take an E.164 number that is otherwise fine; None when it can."""
        return None

    @abstractmethod
    def submission(self, login: Login, outgoing: Outgoing) -> HttpRequest:
        """Build the request that submits `outgoing`."""

    @abstractmethod
    def read_submission(self, reply: HttpReply, outgoing: Outgoing) -> tuple[Verdict, ...]:
        """Read the answer: one verdict per number, in order. Never raises."""

    def balance(self, login: Login) -> HttpRequest:
        """Build the balance request; only called where `capabilities.has_balance`."""
        raise NotImplementedError(f"{self.title} has no balance request")

    def read_balance(self, reply: HttpReply) -> BalanceReply:
        """Read the balance answer. Never raises on what a gateway answers."""
        raise NotImplementedError(f"{self.title} has no balance request")

    def explain(self, code: str) -> Sentence:
        """The sentence for a code of this gateway or of the HTTP layer."""
        return self.reasons.get(code) or WIRE_REASONS.get(code) or _UNEXPLAINED.fill(gateway=self.title)


_UNEXPLAINED = QT_TRANSLATE_NOOP("wire", "{gateway} gave a reason that is not in its document")

WIRE_REASONS: Mapping[str, Sentence] = {
    "dns": QT_TRANSLATE_NOOP("wire", "The gateway's name could not be found: is this computer online?"),
    "connect": QT_TRANSLATE_NOOP("wire", "The gateway could not be reached"),
    "tls": QT_TRANSLATE_NOOP("wire", "No secure connection to the gateway could be made"),
    "proxy": QT_TRANSLATE_NOOP("wire", "The proxy of this network refused the connection"),
    "timeout": QT_TRANSLATE_NOOP("wire", "No answer after the request was sent"),
    "reset": QT_TRANSLATE_NOOP("wire", "The connection broke after the request was sent"),
    "http": QT_TRANSLATE_NOOP("wire", "The gateway answered with an error page"),
    "moved": QT_TRANSLATE_NOOP(
        "wire",
        "Something other than the gateway answered: a network sign-in page, or a wrong gateway address",
    ),
    "too-big": QT_TRANSLATE_NOOP("wire", "The gateway's answer was too long to be true"),
    "unreadable": QT_TRANSLATE_NOOP("wire", "The gateway's answer could not be understood"),
    "interrupted": QT_TRANSLATE_NOOP("wire", "The program ended while this was being sent"),
}
"""Codes that arise below the providers. Of these, dns, connect, tls and proxy mean that nothing left this machine."""


def unreadable(reply: HttpReply) -> Verdict:
    """The verdict on an answer that the gateway's document does not know."""
    return Verdict(Outcome.UNKNOWN, code="unreadable", words=reply.text.strip())
