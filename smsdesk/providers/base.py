"""The contract of a provider: build a request, read its answer. The HTTP layer in between is shared.

A provider is a pure translator between our words and one gateway's wire format. It opens no connection, keeps no
state and never raises on what a gateway answers: an answer that its document does not know is `unknown`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import field
from typing import TYPE_CHECKING

from smsdesk.domain.frozen import frozen
from smsdesk.domain.outcome import Outcome, Verdict
from smsdesk.domain.segments import Encoding, SmsInfo, analyze
from smsdesk.domain.sentence import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from smsdesk.domain.delivery_report import DeliveryReport
    from smsdesk.domain.money import Amount
    from smsdesk.privacy.secret import Secret
    from smsdesk.providers.capabilities import Capabilities


@frozen
class Login:
    """What a request needs to know of an account.

    Attributes:
        address: `scheme://host[:port]` without a path.
        user_name: the login name.
        password: the password.
        options: the account's settings that only this gateway has, by `Option.id`.
        calling_code: the account's default country as a calling code, 0 when it has none.
    """

    address: str
    user_name: str
    password: Secret
    options: Mapping[str, str] = field(default_factory=dict)
    calling_code: int = 0


@frozen
class Outgoing:
    """One submission: one text for 1..n recipients.

    Attributes:
        text: the message, exactly as typed.
        sender: the sender ID, "" where the gateway takes none.
        numbers: E.164 with the leading plus.
        at: when the message shall leave (UTC, aware); now for an immediate one.
        parts: the counted parts of one copy.
        scheduled: `at` was chosen by the user, and the gateway shall keep the message until then.
        references: our own reference of each copy, 3 to 6 digits, in the order of `numbers`.
    """

    text: str
    sender: str
    numbers: tuple[str, ...]
    at: datetime
    parts: int
    scheduled: bool = False
    references: tuple[str, ...] = ()


@frozen
class HttpRequest:
    """A request, ready for the wire.

    Attributes:
        url: percent-encoded, without userinfo.
        own_statuses: any status from 200 to 299 and from 400 to 499 brings an answer, in XML too; else 200 alone does.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    own_statuses: bool = False


@frozen
class HttpReply:
    """An answer that is no HTML page: `text` is its body, decoded, at most 1 MiB.

    `status` is 200 but where the request says that its gateway has `own_statuses`.
    """

    text: str
    status: int = 200


@frozen
class BalanceReply:
    """What the gateway answered to a balance request: an amount, or why there is none.

    `messages` is how many messages to the default country are left, where the gateway counts them.
    """

    amount: Amount | None
    verdict: Verdict | None = None
    messages: int | None = None


class Provider(ABC):
    """One gateway's wire format. Subclasses follow the document that their docstring names."""

    id: str
    title: str
    capabilities: Capabilities
    reasons: Mapping[str, Sentence]
    """A sentence a person understands for every documented code."""
    login_refusals: frozenset[str] = frozenset()
    """The codes that mean a wrong password or user name: no machine may try these a second time."""
    passing_refusals: frozenset[str] = frozenset()
    """The codes of scope gateway that its document describes as passing ("at this time"): tried again by itself."""

    def for_account(self, options: Mapping[str, str]) -> Provider:  # noqa: ARG002 - most speak alike for every account
        """Give the provider as an account with these options has set it up."""
        return self

    def refuse_options(self, options: Mapping[str, str]) -> Sentence | None:  # noqa: ARG002 - most take any
        """Say why no account can be used with these options; None when one can."""
        return None

    def analyze(self, text: str) -> SmsInfo:
        """Count the text in the encoding that it will really have at this gateway."""
        return analyze(text)

    def max_parts(self, options: Mapping[str, str]) -> int:  # noqa: ARG002 - fixed at most gateways
        """Most parts of one message, with the account's options."""
        return self.capabilities.max_parts

    def refuse_sender(self, sender: str) -> Sentence | None:  # noqa: ARG002 - most gateways only limit its length
        """Say why this gateway can't take a sender of allowed length; None when it can."""
        return None

    def sent_sender(self, sender: str) -> str:
        """A sender as it goes over the wire; its length is what counts."""
        return sender

    def cautions(self, text: str, sender: str) -> tuple[Sentence, ...]:  # noqa: ARG002 - what the sender may mean
        """What the user should know before sending this."""
        special = not text.isascii() or self.analyze(text).encoding == Encoding.UCS2
        if self.capabilities.unsure_of_unicode and special:
            return (_UNSURE.fill(gateway=self.title),)
        return ()

    def refuse_number(self, number: str) -> Sentence | None:  # noqa: ARG002 - most gateways take any number
        """Say why this gateway can't take an E.164 number that is otherwise fine; None when it can."""
        return None

    def refuse_text(self, text: str, options: Mapping[str, str]) -> Sentence | None:  # noqa: ARG002 - taken by most
        """Say why this gateway can't take a text of allowed length, with the account's options; None when it can."""
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

    def backup_addresses(self, login: Login) -> tuple[str, ...]:  # noqa: ARG002 - most gateways have one host
        """Hosts to try when, and only when, no connection could be made; nothing has been written by then."""
        return ()

    def status(self, login: Login, message_id: str) -> HttpRequest:
        """Build the status request; only called where `capabilities.status_by` is asking."""
        raise NotImplementedError(f"{self.title} has no status request")

    def read_status(self, reply: HttpReply) -> DeliveryReport | Verdict:
        """Read the status answer: a report, or why there is none. Never raises on what a gateway answers."""
        raise NotImplementedError(f"{self.title} has no status request")

    def read_report(self, fields: Mapping[str, str]) -> DeliveryReport | None:  # noqa: ARG002 - most gateways push none
        """Read a delivery report that the gateway pushed, from its query or form fields; None when it is none."""
        return None

    def refuses_login(self, code: str) -> bool:
        """Whether a code, of this gateway or of HTTP, means that no machine may try this login again."""
        return code == LOGIN_REFUSED or code in self.login_refusals

    def explain(self, code: str) -> Sentence:
        """The sentence for a code of this gateway or of the HTTP layer."""
        return self.reasons.get(code) or WIRE_REASONS.get(code) or _UNEXPLAINED.fill(gateway=self.title)


_UNSURE = QT_TRANSLATE_NOOP(
    "base",
    "The document of {gateway} names no character set: it does not say how Arabic, letters with accents, "
    "and signs such as € and £ travel. "
    "If this is your first such message, send it to yourself first.",
)
_UNEXPLAINED = QT_TRANSLATE_NOOP("base", "{gateway} gave a reason that is not in its document")

LOGIN_STATUSES = (401, 403)
LOGIN_REFUSED = "login-refused"
"""The code of these: a refused login, whatever the gateway's document says."""

WIRE_REASONS: Mapping[str, Sentence] = {
    "dns": QT_TRANSLATE_NOOP("base", "The gateway's name could not be found; perhaps this computer is not online"),
    "connect": QT_TRANSLATE_NOOP("base", "The gateway could not be reached"),
    "tls": QT_TRANSLATE_NOOP("base", "No secure connection to the gateway could be made"),
    "proxy": QT_TRANSLATE_NOOP("base", "The proxy of this network refused the connection"),
    "socks": QT_TRANSLATE_NOOP(
        "base", "This computer is set to a SOCKS proxy, which smsdesk can't use: ask for an HTTP proxy, or for none"
    ),
    LOGIN_REFUSED: QT_TRANSLATE_NOOP(
        "base", "The gateway does not let this login in: check user name, password and gateway address in the account"
    ),
    "timeout": QT_TRANSLATE_NOOP("base", "No answer after the request was sent"),
    "reset": QT_TRANSLATE_NOOP("base", "The connection broke after the request was sent"),
    "http": QT_TRANSLATE_NOOP("base", "The gateway answered with an error page"),
    "moved": QT_TRANSLATE_NOOP(
        "base",
        "Something other than the gateway answered: a network sign-in page, or a wrong gateway address",
    ),
    "too-big": QT_TRANSLATE_NOOP("base", "The gateway's answer was too long to be true"),
    "unreadable": QT_TRANSLATE_NOOP("base", "The gateway's answer could not be understood"),
    "too-late": QT_TRANSLATE_NOOP("base", "The time chosen for it had passed"),
    "bug": QT_TRANSLATE_NOOP("base", "A mistake in smsdesk left it unclear whether this was sent"),
    "interrupted": QT_TRANSLATE_NOOP("base", "The program ended while this was being sent"),
    "restored": QT_TRANSLATE_NOOP(
        "base", "It was still waiting when the data file was damaged; it may have been sent since"
    ),
}
"""Codes that arise below the providers."""

NOTHING_LEFT = frozenset({"dns", "connect", "tls", "proxy"})
"""Of these, the ones that mean that nothing left this machine because of the network: it may pass by itself."""


def unreadable(reply: HttpReply) -> Verdict:
    """The verdict on an answer that the gateway's document does not know."""
    return Verdict(Outcome.UNKNOWN, code="unreadable", words=reply.text.strip())
