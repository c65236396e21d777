"""What a played gateway is to the rest of the sandbox: its paths, an answer to each request, and how it reports."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Literal
from urllib.parse import unquote_to_bytes

from smsdesk.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smsdesk.sandbox.fates import Fate
    from smsdesk.sandbox.ledger import Accepted, Ledger

Purpose = Literal["send", "balance", "status"]
"""What a request is for; faults are limited by it."""

HTML: Final = "text/html"
FORM: Final = "application/x-www-form-urlencoded"


@frozen
class Request:
    """One HTTP request as it came.

    Attributes:
        method: the method.
        target: the request target, still encoded: path and query.
        headers: the headers by lower-case name.
        body: the body's bytes, empty where there is none.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def query(self, charset: str = "utf-8") -> dict[str, str]:
        """The query's fields; one that the charset cannot decode counts as left out."""
        return _fields(self.target.partition("?")[2], charset)

    def form(self, charset: str = "utf-8") -> dict[str, str]:
        """The fields of a body that is an HTML form, as in a query; none where it is anything else."""
        if self.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM or not self.body.isascii():
            return {}
        return _fields(self.body.decode("ascii"), charset)


def _fields(encoded: str, charset: str) -> dict[str, str]:
    fields = {}
    for pair in encoded.split("&"):
        name, _, value = pair.partition("=")
        try:
            fields[name] = unquote_to_bytes(value.replace("+", " ")).decode(charset)
        except UnicodeDecodeError:
            continue
    return fields


@frozen
class Response:
    """One HTTP answer: status, body, and any headers beyond length, type and connection."""

    status: int
    body: bytes = b""
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()


@frozen
class Reporting:
    """How a gateway reports to its client what became of a message.

    Attributes:
        method: GET has the report in its query, POST in a form.
        fields: the report's fields, for a message and its status.
        final_status: how the gateway writes each message's end.
        takes: whether it takes an HTTP status of the client's answer for "got it".
    """

    method: Literal["GET", "POST"]
    fields: Callable[[Accepted, int], Mapping[str, str]]
    final_status: Mapping[Fate, int]
    takes: Callable[[int], bool]


class Gateway(ABC):
    """One gateway, played from its document. It keeps nothing: what it has to remember stands in the ledger."""

    name: ClassVar[str]
    """The name its logins and messages have in the ledger: the id of the provider that speaks to it."""
    paths: ClassVar[Mapping[str, Purpose]]
    """The paths it owns, and what each is for."""
    demo_credits: ClassVar[Decimal] = Decimal(500)
    """What the demo's login starts with."""
    reporting: ClassVar[Reporting | None] = None
    """How it reports deliveries; None where it does not."""

    @abstractmethod
    def user_of(self, request: Request) -> str:
        """The user name a request is made under, right or wrong; "" where it gives none."""

    @abstractmethod
    def answer(self, request: Request, ledger: Ledger) -> Response:
        """Answer a request to one of the paths, and write down in the ledger what it accepts."""


METHOD_NOT_ALLOWED: Final = Response(405, b"<html><body><h1>405 Method Not Allowed</h1></body></html>")
