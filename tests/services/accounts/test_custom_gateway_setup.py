"""Trying out a described gateway: what of its answer may be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from smsdesk.domain.outcome import Outcome
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from smsdesk.services.accounts.custom_gateway_setup import GatewaySetup
from smsdesk.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from smsdesk.services.accounts.custom_gateway_setup import Tried

PASSWORD = "correct-horse"
FIELDS = (("user", "{user}"), ("password", "{password}"), ("to", "{to}"), ("text", "{text}"))
DESCRIBED = Definition(Call(Method.GET, "/send", FIELDS), (Answer("OK {id}", Means.ACCEPTED),))


@pytest.fixture
def tried(office: Any, held_gateway: Callable[..., Any]) -> Callable[[str], Tried]:
    """Tries out a gateway that gives this answer."""

    def tried(answer: str) -> Tried:
        gateway = held_gateway(answer)
        gateway.answer_now()
        account = office.account(address=gateway.address, password=PASSWORD)
        account = replace(account, provider="custom", options={OPTION: to_json(DESCRIBED)})
        worker = Worker("disk")
        try:
            setup = GatewaySetup(office.gate, worker)
            result: Tried = setup.try_out(account, None, "+27830000012", "Hello").result(20)
        finally:
            worker.close()
        return result

    return tried


@pytest.mark.parametrize("before", [3980, 3990, 3994, 3999])
def test_a_password_where_the_shown_answer_ends_is_not_shown_by_half(
    before: int, tried: Callable[[str], Tried]
) -> None:
    answer = tried("." * before + PASSWORD + "." * 100).answer
    assert answer == ("." * before + "***" + "." * 100)[:4000]


def test_a_password_that_comes_back_as_the_message_id_is_not_shown(tried: Callable[[str], Tried]) -> None:
    result = tried(f"OK {PASSWORD}")
    assert (result.answer, result.verdict.outcome, result.verdict.message_id) == ("OK ***", Outcome.ACCEPTED, "")


def test_any_other_message_id_is_shown(tried: Callable[[str], Tried]) -> None:
    assert tried("OK 1234").verdict.message_id == "1234"
