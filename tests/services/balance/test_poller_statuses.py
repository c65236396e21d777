"""A login that is refused by the HTTP status alone: asked with once, and not again by a machine."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.wire.wiretap import Wiretap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.office import RunningOffice

WITH_A_BALANCE = ("smsoffice", "inviosmart", "intellisms")


@pytest.fixture
def gateway() -> Iterator[Wiretap]:
    with closing(Wiretap()) as running:
        yield running


@pytest.mark.parametrize("status", [b"401 Unauthorized", b"403 Forbidden"])
@pytest.mark.parametrize("provider", WITH_A_BALANCE)
def test_a_login_refused_by_status_is_asked_with_once(
    provider: str, status: bytes, office: RunningOffice, gateway: Wiretap
) -> None:
    gateway.plays(gateway.answer(b"<html>No entry</html>", status))
    account = office.account(provider, address=gateway.address)
    state = office.ask_balance(account, by_hand=False)
    assert "does not let this login in" in str(state.error and state.error.what)
    assert "not asked for again until you have changed the account" in str(state.error and state.error.todo)
    for _ in range(3):
        asyncio.run(office.poller.run(0))
        assert office.poller.ask(account, by_hand=False) is None
    assert len(gateway.requests) == 1
    gateway.plays(gateway.answer(b"BALANCE:5" if provider == "intellisms" else b"Status: 1000 - Balance:5"))
    office.ask_balance(account)
    assert len(gateway.requests) == 2
