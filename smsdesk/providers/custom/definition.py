"""A gateway as an office describes it itself, for the provider "Custom HTTP"."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from smsdesk.domain.frozen import frozen

OPTION: Final = "definition"
"""Where in `Account.options` the description travels, as JSON text."""

SENDING: Final = ("to", "text", "texthex", "sender", "user", "password")
ASKING: Final = ("user", "password")
PLACE: Final = re.compile(r"\{([A-Za-z_]\w*)\}", re.ASCII)
"""A place in braces. Any other brace is a brace."""


class Method(StrEnum):
    """How fields travel: in the address, as an HTML form, or as one JSON object."""

    GET = "GET"
    FORM = "POST"
    JSON = "POST-JSON"


class LoginBy(StrEnum):
    """How user name and password travel: where the values and headers have a place for them, or in a header of HTTP."""

    VALUES = "values"
    BASIC = "basic"
    BEARER = "bearer"


class Means(StrEnum):
    """What an answer says, and with it how far a refusal reaches."""

    ACCEPTED = "accepted"
    NUMBER = "number"
    MESSAGE = "message"
    LOGIN = "login"
    ACCOUNT = "account"


@frozen
class Call:
    """One request.

    Attributes:
        method: how its fields travel.
        path: what follows the account's address, with a query where there is one; may hold places in braces.
        fields: name and template of each value, in order.
    """

    method: Method
    path: str
    fields: tuple[tuple[str, str], ...] = ()

    def holds(self, place: str) -> bool:
        """Whether a value is put at this place anywhere in the request."""
        return any(place in PLACE.findall(text) for text in (self.path, *(template for _, template in self.fields)))


@frozen
class Answer:
    """What one kind of answer means.

    Attributes:
        pattern: how it reads; see `reply_pattern`.
        means: what it says.
        sentence: what the office wants to read in its place; "" for a general one.
    """

    pattern: str
    means: Means
    sentence: str = ""


@frozen
class Definition:
    """How to speak to one gateway. It holds no user name and no password: those belong to the account.

    Attributes:
        send: the request that sends a message.
        answers: the answers to it that are known; any other is unknown.
        plus: numbers begin with a plus.
        separator: what stands between several numbers.
        batch_size: most numbers in one request.
        balance: the request that asks for the balance; None where there is none.
        balance_pattern: how its answer reads, with `{amount}`.
        unit: what balance and price are counted in.
        max_parts: most parts of one message.
        max_sender: most characters of a sender, where the request has a place for one.
        unsure_of_unicode: warn before a text with other than GSM characters.
        address: the `scheme://host[:port]` it was made for, so that a shared file is complete. What counts is the
            account's own address.
        login_by: how user name and password travel.
        headers: name and template of each header of both requests; may hold `{user}` and `{password}`.
    """

    send: Call
    answers: tuple[Answer, ...]
    plus: bool = False
    separator: str = ","
    batch_size: int = 1
    balance: Call | None = None
    balance_pattern: str = ""
    unit: str = "credits"
    max_parts: int = 5
    max_sender: int = 11
    unsure_of_unicode: bool = True
    address: str = ""
    login_by: LoginBy = LoginBy.VALUES
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def needs_user_name(self) -> bool:
        """Whether a user name goes along, beside the password."""
        calls = [call for call in (self.send, self.balance) if call is not None]
        templates = (template for _, template in self.headers)
        named = any(call.holds("user") for call in calls) or any("user" in PLACE.findall(text) for text in templates)
        return named or self.login_by is LoginBy.BASIC


EXAMPLE: Final = Definition(
    send=Call(
        Method.GET,
        "",
        (("user", "{user}"), ("password", "{password}"), ("from", "{sender}"), ("to", "{to}"), ("text", "{text}")),
    ),
    answers=(
        Answer("OK {id}", Means.ACCEPTED),
        Answer("ERROR: login*", Means.LOGIN, "Wrong user name or password"),
        Answer("ERROR: credit*", Means.ACCOUNT, "Not enough credit: buy some, then continue"),
    ),
)
"""What a new set-up begins with: a common shape, to be changed to what the gateway's document says."""
