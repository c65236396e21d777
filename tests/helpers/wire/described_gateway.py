"""A gateway described by hand, as an account has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from smsdesk.providers.base import HttpReply, Outgoing
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.providers.custom.provider import CustomHttp

if TYPE_CHECKING:
    from smsdesk.domain.outcome import Verdict
    from smsdesk.providers.base import Provider

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ONE = ("+27830000012",)
TWO = ("+27830000012", "+96890000013")
FIELDS = (("u", "{user}"), ("p", "{password}"), ("from", "{sender}"), ("to", "{to}"), ("text", "{text}"))
USER_AND_PASSWORD = b"u=front%20desk&p=p%C3%A4%20ss%26w%25rd%2B%23%2F%22x"
ANSWERS = (
    Answer("OK {id}", Means.ACCEPTED),
    Answer("ERR login*", Means.LOGIN, "Wrong password at our gateway."),
    Answer("ERR credit*", Means.ACCOUNT, "No credit {left}"),
    Answer("ERR number*", Means.NUMBER, "This number is wrong"),
    Answer("ERR text*", Means.MESSAGE),
)
PLAIN = Definition(Call(Method.GET, "/send", FIELDS), ANSWERS)


def gateway_of(definition: Definition = PLAIN, **changes: object) -> Provider:
    """The provider as an account has it: the description has been through its JSON text."""
    return CustomHttp().for_account({OPTION: to_json(replace(definition, **changes))})


def message(text: str = "Hello", sender: str = "Office", numbers: tuple[str, ...] = ONE) -> Outgoing:
    return Outgoing(text, sender, numbers, NOW, 1)


def read(answer: str, numbers: tuple[str, ...] = ONE, **changes: object) -> Verdict:
    verdicts = gateway_of(**changes).read_submission(HttpReply(answer), message(numbers=numbers))
    assert len(verdicts) == len(numbers)
    assert len(set(verdicts)) == 1
    return verdicts[0]
