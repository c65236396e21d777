"""Trying out a described gateway: what of its answer may be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.outcome import Outcome
from smsdesk.providers.custom.definition import OPTION, Answer, Call, Definition, Means, Method
from smsdesk.providers.custom.definition_json import to_json
from tests.helpers.patience import PATIENCE_S

if TYPE_CHECKING:
    from smsdesk.services.accounts.custom_gateway_setup import Tried
    from tests.helpers.held_gateway import HeldGateways
    from tests.helpers.office import RunningOffice

PASSWORD = "correct-horse"
FIELDS = (("user", "{user}"), ("password", "{password}"), ("to", "{to}"), ("text", "{text}"))
DESCRIBED = Definition(Call(Method.GET, "/send", FIELDS), (Answer("OK {id}", Means.ACCEPTED),))


class TryOut:
    """Tries out a gateway that gives this answer."""

    def __init__(self, office: RunningOffice, gateways: HeldGateways) -> None:
        self._office = office
        self._gateways = gateways

    def __call__(self, answer: str) -> Tried:
        gateway = self._gateways.start(answer)
        gateway.answer_now()
        account = self._office.account(address=gateway.address, password=PASSWORD)
        account = replace(account, provider="custom", options={OPTION: to_json(DESCRIBED)})
        return self._office.book.setup.try_out(account, None, "+27830000012", "Hello").result(PATIENCE_S)


@pytest.fixture
def tried(office: RunningOffice, held_gateways: HeldGateways) -> TryOut:
    return TryOut(office, held_gateways)


@pytest.mark.parametrize("before", [3980, 3990, 3994, 3999])
def test_a_password_where_the_shown_answer_ends_is_not_shown_by_half(before: int, tried: TryOut) -> None:
    answer = tried("." * before + PASSWORD + "." * 100).answer
    assert answer == ("." * before + "***" + "." * 100)[:4000]


def test_a_password_that_comes_back_as_the_message_id_is_not_shown(tried: TryOut) -> None:
    result = tried(f"OK {PASSWORD}")
    assert (result.answer, result.verdict.outcome, result.verdict.message_id) == ("OK ***", Outcome.ACCEPTED, "")


def test_any_other_message_id_is_shown(tried: TryOut) -> None:
    assert tried("OK 1234").verdict.message_id == "1234"
