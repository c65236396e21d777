"""What another status than 200 means for the queue: a refused login, and the office's own lines at its own gateway."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.services.sending.queue.progress import QueueState
from tests.helpers.gateways import FICTIONAL
from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.office import RunningOffice

OURS = Definition(
    Call(Method.JSON, "/send", (("to", "{to}"), ("text", "{text}"), ("key", "{password}"))),
    (
        Answer('*"sid":*"{id}"*', Means.ACCEPTED),
        Answer("*Authenticate*", Means.LOGIN),
        Answer("*Insufficient*", Means.ACCOUNT, "No credit"),
        Answer("*not a valid phone*", Means.NUMBER, "Wrong number"),
    ),
)
FOUR = [f"+9689000001{digit}" for digit in range(4)]


@pytest.fixture
def gateway() -> Iterator[Wiretap]:
    with closing(Wiretap()) as running:
        yield running


@pytest.mark.parametrize("status", [b"401 Unauthorized", b"403 Forbidden"])
@pytest.mark.parametrize("provider", FICTIONAL)
def test_a_login_refused_by_status_stops_the_queue_and_nothing_is_lost(
    provider: str, status: bytes, office: RunningOffice, gateway: Wiretap
) -> None:
    gateway.plays(gateway.answer(b"", status))
    account = office.account(provider, address=gateway.address)
    office.send(account, 2)
    assert office.at_rest(account).state is QueueState.STOPPED
    assert office.states() == ["queued", "queued"]
    assert office.poller.ask(account, by_hand=False) is None
    assert len(gateway.requests) == 1


@pytest.mark.parametrize(
    ("status", "body", "states", "requests"),
    [
        (b"201 Created", b'{"sid":"SM123"}', ["accepted"] * 4, 4),
        (b"202 Accepted", b'{"sid":"SM123"}', ["accepted"] * 4, 4),
        (b"401 Unauthorized", b'{"message":"Authenticate"}', ["queued"] * 4, 1),
        (b"402 Payment Required", b'{"message":"Insufficient credit"}', ["queued"] * 4, 1),
        (b"400 Bad Request", b'{"message":"not a valid phone"}', ["rejected"] * 4, 4),
        (b"404 Not Found", b'{"message":"no such thing"}', ["unknown", *["queued"] * 3], 1),
        (b"400 Bad Request", b'{"sid":"SM123"}', ["unknown", *["queued"] * 3], 1),
        (b"500 Oops", b'{"sid":"SM123"}', ["unknown", "unknown", "queued", "queued"], 2),
    ],
)
def test_at_a_described_gateway_the_offices_own_lines_decide(
    status: bytes, body: bytes, states: list[str], requests: int, office: RunningOffice, gateway: Wiretap
) -> None:
    gateway.plays(gateway.answer(body, status, kind=b"application/json"))
    account = office.account("custom", address=gateway.address, options={OPTION: to_json(OURS)})
    office.send_to(account, FOUR)
    office.at_rest(account)
    assert office.states() == states
    assert len(gateway.requests) == requests
